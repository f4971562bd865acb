/* SPDX-License-Identifier: MIT
 *
 * How many new people a month it takes to stand still. Source: arithmetic.md 4.8. Label: model.
 * Assumption: each month the same share leaves, whoever they are. Which share is the user's
 * choice, with source and year; there is no default here.
 *
 * Errors: ERROR_USAGE.
 */
#ifndef MONEY_TREADMILL_H
#define MONEY_TREADMILL_H

#include "base/error.h"
#include "money/ratio.h"

/* a = 1 - (1 - y)^(1/12): the share that leaves in a month, in per cent, where 'yearly_pct'
 * (0 to under 100) leaves in a year. A twelfth root: binary, to the nearest millionth. */
bool treadmill_monthly(decimal yearly_pct, decimal *monthly_pct, struct error *err);

/* a x D: new people a month that hold a downline of D (0 to 1e12), 'monthly_pct' from 0 to 100.
 * Exact. */
bool treadmill_recruits(decimal monthly_pct, int64_t downline, struct ratio *out,
                        struct error *err);

/* D (1 - a)^t: how many of a downline are left after 'months' (0 to 1200) if nobody is
 * recruited. Binary (double). */
bool treadmill_left(decimal monthly_pct, int64_t downline, int64_t months, double *out,
                    struct error *err);

#endif
