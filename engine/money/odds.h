/* SPDX-License-Identifier: MIT
 *
 * The odds of one joiner, by the number at which he joined. Source: arithmetic.md 4.6
 * (Gastwirth's urn). Label: model. Assumption: each new member is recruited by every earlier
 * one with equal chance; 'skill' is how many times the average recruiter the joiner is.
 *
 * Probabilities and expectations are binary (double), good to about nine digits. Errors:
 * ERROR_USAGE.
 */
#ifndef MONEY_ODDS_H
#define MONEY_ODDS_H

#include "base/error.h"
#include "money/ratio.h"

struct joiner {
    int64_t place;   /* i: he was the i-th to join, 1 to 'members' */
    int64_t members; /* n: that there will ever be, up to 1e12 */
    decimal skill;   /* s: 1 is average; over 0, 100 at most */
};

struct odds {
    double recruits; /* expected direct recruits, about s ln(n/i) */
    double none;     /* probability of no recruit, about (i/n)^s */
    double downline; /* expected whole downline n/i - 1; for skill 1 only */
};

bool odds_of_joiner(const struct joiner *joiner, struct odds *out, struct error *err);

/* P(downline >= R) = C(n-R-1, i-1) / C(n-1, i-1), exact in the model; skill must be 1. R from 0
 * to 1e12. */
bool odds_of_downline(const struct joiner *joiner, int64_t people, double *out,
                      struct error *err);

/* Over the whole network, skill 1: the share with at least r recruits, 2^-r, and with at least
 * R people below, 1/(R+1). r from 0 to 1000. */
bool odds_share_with_recruits(int64_t recruits, double *out, struct error *err);
bool odds_share_with_downline(int64_t people, struct ratio *out, struct error *err);

/* The share, from the first on, of joiners that can expect one recruit or more: 1/e. */
double odds_share_expecting_one(void);

#endif
