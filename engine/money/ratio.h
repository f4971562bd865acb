/* SPDX-License-Identifier: MIT
 *
 * Exact fractions, so that plan arithmetic is rounded once, where a number is shown. 128 bits
 * hold every sum of ordinary size; what would pass them becomes "too large", and so does all
 * that is made from it: nothing wraps.
 */
#ifndef MONEY_RATIO_H
#define MONEY_RATIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"

/* An extension of both compilers, said so to -Wpedantic. */
__extension__ typedef __int128 ratio_int;

/* In lowest terms, den > 0; or den 0: too large, or divided by nothing. */
struct ratio {
    ratio_int num, den;
};

struct ratio ratio_of(int64_t num, int64_t den);
struct ratio ratio_decimal(decimal value); /* 33.33 as 3333/100 */
struct ratio ratio_pct(decimal pct);       /* 25 (per cent) as 1/4 */

struct ratio ratio_add(struct ratio a, struct ratio b);
struct ratio ratio_sub(struct ratio a, struct ratio b);
struct ratio ratio_mul(struct ratio a, struct ratio b);
struct ratio ratio_div(struct ratio a, struct ratio b);

/* -1, 0 or 1; exact. Both must be in range. */
int ratio_cmp(struct ratio a, struct ratio b);
int ratio_sign(struct ratio a);

/* Whether it is a number from -9e12 to 9e12: what a decimal holds. Results of engine/money are,
 * or their function fails. */
bool ratio_fits(struct ratio a);

enum ratio_rounding {
    RATIO_NEAREST, /* half away from zero */
    RATIO_DOWN,    /* towards minus infinity: lower bounds */
    RATIO_UP,      /* towards plus infinity: upper bounds, customers */
};

/* The one rounding: to 'places' decimals, 0 to 6. Must fit. */
decimal ratio_round(struct ratio a, int places, enum ratio_rounding rounding);

/* The same to a whole number. */
int64_t ratio_whole(struct ratio a, enum ratio_rounding rounding);

#endif
