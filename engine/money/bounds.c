/* SPDX-License-Identifier: MIT */
#include "money/bounds.h"

#include "money/check.h"

#define PEOPLE_MOST (9 * CHECK_MOST)

bool bounds_recruits(int64_t members, struct ratio *out, struct error *err)
{
    if (!check_whole("members", members, 1, CHECK_MOST, err))
        return false;
    *out = ratio_of(members - 1, members);
    return true;
}

bool bounds_with_recruits(int64_t recruits, struct bound *out, struct error *err)
{
    if (!check_whole("recruits", recruits, 1, CHECK_MOST, err))
        return false;
    *out = (struct bound){ratio_of(1, recruits), recruits};
    return true;
}

bool bounds_with_downline(int64_t levels, int64_t people, struct bound *out, struct error *err)
{
    if (!check_whole("levels", levels, 1, BOUNDS_LEVELS_MAX, err) ||
        !check_whole("people", people, 1, PEOPLE_MOST, err))
        return false;
    bool says_nothing = people <= levels;
    *out = (struct bound){says_nothing ? ratio_of(1, 1) : ratio_of(levels, people),
                          says_nothing ? 1 : people / levels};
    return true;
}

bool bounds_commission(decimal volume, const decimal *pcts, size_t levels, struct ratio *out,
                       struct error *err)
{
    const struct check check = {"volume", CHECK_MONEY, volume};
    decimal sum = 0;

    if (!check_whole("levels", (int64_t)levels, 0, BOUNDS_LEVELS_MAX, err) ||
        !check_all(&check, 1, err) || !check_each_pct("commissions", pcts, levels, err))
        return false;
    for (size_t i = 0; i < levels; i++)
        sum += pcts[i];
    struct ratio most = ratio_mul(ratio_decimal(volume), ratio_pct(sum));
    if (!check_fits(&most, 1, err))
        return false;
    *out = most;
    return true;
}

/* Adds one more level, that has 'width' people for each of the *level above. */
static bool add_level(int64_t width, int64_t *level, int64_t *sum, struct error *err)
{
    if (*level > PEOPLE_MOST / width || *sum > PEOPLE_MOST - *level * width)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "a plan that wide and deep is over 9e12 people; write fewer levels");
    *level *= width;
    *sum += *level;
    return true;
}

bool bounds_positions(int64_t width, int64_t depth, int64_t *out, struct error *err)
{
    int64_t level = 1, sum = 0;

    if (!check_whole("width", width, 1, CHECK_MOST, err) ||
        !check_whole("levels", depth, 1, BOUNDS_LEVELS_MAX, err))
        return false;
    for (int64_t i = 0; i < depth; i++)
        if (!add_level(width, &level, &sum, err))
            return false;
    *out = sum;
    return true;
}

bool bounds_positions_of(const int64_t *widths, size_t levels, int64_t *out, struct error *err)
{
    int64_t level = 1, sum = 0;

    if (!check_whole("levels", (int64_t)levels, 1, BOUNDS_LEVELS_MAX, err) ||
        !check_each_whole("width", widths, levels, 1, CHECK_MOST, err))
        return false;
    for (size_t i = 0; i < levels; i++)
        if (!add_level(widths[i], &level, &sum, err))
            return false;
    *out = sum;
    return true;
}
