/* SPDX-License-Identifier: MIT */
#include "money/odds.h"

#include <math.h>

#include "money/check.h"

enum { FACTORS_MAX = 100000 }; /* multiplied one by one */

static bool joiner_check(const struct joiner *joiner, struct error *err)
{
    return check_whole("members", joiner->members, 1, CHECK_MOST, err) &&
           check_whole("place", joiner->place, 1, joiner->members, err) &&
           check_range("skill", joiner->skill, 1, 100 * DECIMAL_ONE, "", err);
}

bool odds_of_joiner(const struct joiner *joiner, struct odds *out, struct error *err)
{
    if (!joiner_check(joiner, err))
        return false;
    double skill = decimal_to_double(joiner->skill);
    double growth = (double)joiner->members / (double)joiner->place;
    *out = (struct odds){skill * log(growth), pow(growth, -skill), growth - 1};
    return true;
}

/* C(n-R-1, k) / C(n-1, k), which is the same with R and k exchanged: k of n-1 places are drawn,
 * and none is one of R. */
static double none_drawn(int64_t n, int64_t k, int64_t people)
{
    int64_t few = k < people ? k : people, many = k < people ? people : k;
    double product = 1, all = (double)(n - 1), f = (double)few, m = (double)many;

    if (k + people > n - 1)
        return 0;
    if (few <= FACTORS_MAX) {
        for (int64_t j = 0; j < few && product > 0; j++)
            product *= (double)(n - 1 - many - j) / (double)(n - 1 - j);
        return product;
    }
    if (m * log1p(-f / all) < -745) /* an upper bound that is 0 already */
        return 0;
    /* Stirling's formula for the four factorials, with the large parts taken off each other
     * by hand: far from their ends here, its next term is under 1e-9. */
    double left = all - f + 0.5;
    return exp(left * log1p(-f / all) - (left - m) * log1p(-f / (all - m)) +
               f * log1p(-m / all));
}

bool odds_of_downline(const struct joiner *joiner, int64_t people, double *out,
                      struct error *err)
{
    if (!joiner_check(joiner, err) || !check_whole("people", people, 0, CHECK_MOST, err))
        return false;
    if (joiner->skill != DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "the odds of a whole downline are known for 'skill' 1 only");
    *out = none_drawn(joiner->members, joiner->place - 1, people);
    return true;
}

bool odds_share_with_recruits(int64_t recruits, double *out, struct error *err)
{
    if (!check_whole("recruits", recruits, 0, 1000, err))
        return false;
    *out = ldexp(1, -(int)recruits);
    return true;
}

bool odds_share_with_downline(int64_t people, struct ratio *out, struct error *err)
{
    if (!check_whole("people", people, 0, CHECK_MOST, err))
        return false;
    *out = ratio_of(1, people + 1);
    return true;
}

double odds_share_expecting_one(void)
{
    return exp(-1);
}
