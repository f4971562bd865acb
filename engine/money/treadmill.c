/* SPDX-License-Identifier: MIT */
#include "money/treadmill.h"

#include <math.h>

#include "money/check.h"

bool treadmill_monthly(decimal yearly_pct, decimal *monthly_pct, struct error *err)
{
    if (yearly_pct == 100 * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'yearly' must be under 100%%: if everybody leaves within a year, "
                         "write the share that leaves in a month");
    if (!check_range("yearly", yearly_pct, 0, 100 * DECIMAL_ONE, "%", err))
        return false;
    double yearly = decimal_to_double(yearly_pct) / 100;
    return decimal_from_double(-expm1(log1p(-yearly) / 12) * 100, monthly_pct);
}

bool treadmill_recruits(decimal monthly_pct, int64_t downline, struct ratio *out,
                        struct error *err)
{
    const struct check check = {"monthly", CHECK_PCT, monthly_pct};

    if (!check_all(&check, 1, err) || !check_whole("downline", downline, 0, CHECK_MOST, err))
        return false;
    *out = ratio_mul(ratio_pct(monthly_pct), ratio_of(downline, 1));
    return true;
}

bool treadmill_left(decimal monthly_pct, int64_t downline, int64_t months, double *out,
                    struct error *err)
{
    const struct check check = {"monthly", CHECK_PCT, monthly_pct};

    if (!check_all(&check, 1, err) || !check_whole("downline", downline, 0, CHECK_MOST, err) ||
        !check_whole("months", months, 0, 1200, err))
        return false;
    *out = (double)downline * pow(1 - decimal_to_double(monthly_pct) / 100, (double)months);
    return true;
}
