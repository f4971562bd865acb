/* SPDX-License-Identifier: MIT */
#include "money/tree.h"

#include <math.h>

#include "money/bounds.h"
#include "money/check.h"

static bool check_width(int64_t width, struct error *err)
{
    return check_whole("width", width, 2, CHECK_MOST, err);
}

bool tree_size(int64_t width, int64_t depth, int64_t *all, int64_t *bottom, struct error *err)
{
    int64_t below = 0, above = 0;

    if (!check_width(width, err) || !check_whole("levels", depth, 0, BOUNDS_LEVELS_MAX, err))
        return false;
    if (depth > 0 && !bounds_positions(width, depth, &below, err))
        return false;
    if (depth > 1 && !bounds_positions(width, depth - 1, &above, err))
        return false;
    *all = 1 + below;
    *bottom = depth > 0 ? below - above : 1;
    return true;
}

bool tree_bottom_share(int64_t width, int64_t levels, struct ratio *out, struct error *err)
{
    int64_t all, bottom;

    if (!tree_size(width, levels, &all, &bottom, err))
        return false;
    *out = ratio_of(bottom - 1, bottom);
    return true;
}

bool tree_levels_needed(int64_t width, int64_t people, int64_t *levels, int64_t *one_in,
                        struct error *err)
{
    int64_t depth = 0, level = 1, below = 0;

    if (!check_width(width, err) || !check_whole("people", people, 0, CHECK_MOST, err))
        return false;
    while (below < people) {
        if (level > INT64_MAX / 4 / width)
            return error_set(err, ERROR_USAGE, NULL, 0,
                             "a tree that wide is over 9e12 people; write a smaller width");
        level *= width;
        below += level;
        depth++;
    }
    *levels = depth;
    *one_in = level;
    return true;
}

bool tree_saturation(int64_t width, int64_t population, decimal joining_pct, int64_t *depth,
                     struct error *err)
{
    if (!check_width(width, err) ||
        !check_whole("population", population, 1, CHECK_MOST, err) ||
        !check_range("joining", joining_pct, 1, 100 * DECIMAL_ONE, "%", err))
        return false;
    struct ratio joining = ratio_mul(ratio_of(population, 1), ratio_pct(joining_pct));
    int64_t people = ratio_whole(joining, RATIO_DOWN), level = 1, all = 1;
    int64_t deepest = people < 1 ? -1 : 0;
    while (deepest >= 0 && level <= people / width && all <= people - level * width) {
        level *= width;
        all += level;
        deepest++;
    }
    *depth = deepest;
    return true;
}

bool tree_weak_leg_balanced(int64_t people, int64_t *one_in, struct error *err)
{
    int64_t power = 1;

    if (!check_whole("people", people, 0, CHECK_MOST, err))
        return false;
    while (power < people + 1)
        power *= 2;
    *one_in = power;
    return true;
}

bool tree_weak_leg_random(int64_t people, struct ratio *share, struct error *err)
{
    if (!check_whole("people", people, 0, CHECK_MOST, err))
        return false;
    *share = ratio_of(1, 2 * people + 1);
    return true;
}

bool tree_weak_leg_average(int64_t members, double *out, struct error *err)
{
    if (!check_whole("members", members, 1, CHECK_MOST, err))
        return false;
    *out = log2((double)members) / 2;
    return true;
}
