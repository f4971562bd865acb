/* SPDX-License-Identifier: MIT
 *
 * Bounds that hold in every network at any time, because everybody but the founder has exactly
 * one sponsor. Source: arithmetic.md 4.2 (B1 to B4). Label: exact. No assumption.
 *
 * Shares are from 0 to 1 and exact; round them up. 'one_in' is the largest whole N for which
 * "at most 1 member in N" holds. Errors: ERROR_USAGE.
 */
#ifndef MONEY_BOUNDS_H
#define MONEY_BOUNDS_H

#include "base/error.h"
#include "money/ratio.h"

enum { BOUNDS_LEVELS_MAX = 100 };

struct bound {
    struct ratio share;
    int64_t one_in; /* 1 where the bound says nothing */
};

/* B1: average direct recruits of n members, (n-1)/n. n from 1 to 1e12. */
bool bounds_recruits(int64_t members, struct ratio *out, struct error *err);

/* B2: the share with at least r recruits is less than this, 1/r. r from 1 to 1e12. */
bool bounds_with_recruits(int64_t recruits, struct bound *out, struct error *err);

/* B3: with p paid levels (1 to 100) the average paid downline is at most p; the share with at
 * least R people (1 to 9e12) in it is at most p/R. */
bool bounds_with_downline(int64_t levels, int64_t people, struct bound *out, struct error *err);

/* B4: the average commission per member is at most V (c1 + ... + cp), whatever the tree.
 * 'pcts' has 'levels' elements, 0 to 100; 'volume' is V per member and month. */
bool bounds_commission(decimal volume, const decimal *pcts, size_t levels, struct ratio *out,
                       struct error *err);

/* People below the first in a full plan: w + w^2 + ... + w^d. Width from 1 to 1e12, depth from
 * 1 to 100; at most 9e12 people. */
bool bounds_positions(int64_t width, int64_t depth, int64_t *out, struct error *err);

/* The same where each level has a width of its own: "6-4-2" is 6 + 6x4 + 6x4x2 = 78. */
bool bounds_positions_of(const int64_t *widths, size_t levels, int64_t *out, struct error *err);

#endif
