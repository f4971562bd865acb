/* SPDX-License-Identifier: MIT */
#include "money/plan.h"

#include "money/bounds.h"
#include "money/check.h"

static bool check_money(const char *name, decimal value, struct error *err)
{
    const struct check check = {name, CHECK_MONEY, value};

    return check_all(&check, 1, err);
}

/* --- unilevel and matrix --- */

bool plan_unilevel(const int64_t *people, const decimal *pcts, size_t levels, decimal volume,
                   struct ratio *out, struct error *err)
{
    struct ratio sum = ratio_of(0, 1);

    if (!check_whole("levels", (int64_t)levels, 0, PLAN_LEVELS_MAX, err) ||
        !check_money("volume", volume, err) ||
        !check_each_pct("commissions", pcts, levels, err) ||
        !check_each_whole("people", people, levels, 0, CHECK_MOST, err))
        return false;
    for (size_t i = 0; i < levels; i++)
        sum = ratio_add(sum, ratio_mul(ratio_of(people[i], 1), ratio_pct(pcts[i])));
    struct ratio pay = ratio_mul(sum, ratio_decimal(volume));
    if (!check_fits(&pay, 1, err))
        return false;
    *out = pay;
    return true;
}

bool plan_matrix(int64_t width, const decimal *pcts, size_t levels, decimal volume,
                 struct ratio *out, struct error *err)
{
    int64_t people[PLAN_LEVELS_MAX], all, level = 1;

    if (!bounds_positions(width, (int64_t)levels, &all, err))
        return false;
    for (size_t i = 0; i < levels; i++)
        people[i] = level *= width;
    return plan_unilevel(people, pcts, levels, volume, out, err);
}

/* --- binary --- */

bool plan_binary(const struct plan_binary *plan, decimal *left, decimal *right,
                 struct ratio *pay, struct error *err)
{
    const struct check checks[] = {
        {"binary-pct", CHECK_PCT, plan->pct},
        {"cap", CHECK_MONEY, plan->cap},
        {"left", CHECK_MONEY, *left},
        {"right", CHECK_MONEY, *right},
    };

    if (!check_all(checks, COUNT(checks), err))
        return false;
    decimal weaker = *left < *right ? *left : *right;
    struct ratio earned = ratio_mul(ratio_pct(plan->pct), ratio_decimal(weaker));
    if (!check_fits(&earned, 1, err))
        return false;
    struct ratio cap = ratio_decimal(plan->cap);
    *pay = plan->cap > 0 && ratio_cmp(earned, cap) > 0 ? cap : earned;
    *left = plan->flushing ? 0 : *left - weaker;
    *right = plan->flushing ? 0 : *right - weaker;
    return true;
}

bool plan_cycles(decimal per_side, decimal pay, decimal left, decimal right, int64_t *cycles,
                 struct ratio *out, struct error *err)
{
    if (!check_range("cycle", per_side, 1, CHECK_MOST * DECIMAL_ONE, "", err) ||
        !check_money("cycle-pay", pay, err) || !check_money("left", left, err) ||
        !check_money("right", right, err))
        return false;
    int64_t full = (left < right ? left : right) / per_side;
    struct ratio sum = ratio_mul(ratio_of(full, 1), ratio_decimal(pay));
    if (!check_fits(&sum, 1, err))
        return false;
    *cycles = full;
    *out = sum;
    return true;
}

/* --- breakaway --- */

static bool scale_check(const struct plan_scale *scale, struct error *err)
{
    if (!check_whole("steps", (int64_t)scale->count, 1, PLAN_STEPS_MAX, err) ||
        !check_range("per-point", scale->money_per_point, 1, CHECK_MOST * DECIMAL_ONE, "",
                     err) ||
        !check_range("override", scale->override_pct, 0, 100 * DECIMAL_ONE, "%", err))
        return false;
    for (size_t i = 0; i < scale->count; i++) {
        const struct plan_step *step = &scale->steps[i], *before = step - (i > 0);
        if (!check_money("scale", step->points, err) ||
            !check_range("scale", step->pct, 0, 100 * DECIMAL_ONE, "%", err))
            return false;
        if (i > 0 && (step->points <= before->points || step->pct < before->pct))
            return error_set(err, ERROR_USAGE, NULL, 0,
                             "'scale' must rise: step %zu is not above step %zu", i + 1, i);
    }
    return true;
}

/* The step a volume reaches, or NULL under the first. */
static const struct plan_step *step_of(const struct plan_scale *scale, decimal points)
{
    const struct plan_step *reached = NULL;

    for (size_t i = 0; i < scale->count && points >= scale->steps[i].points; i++)
        reached = &scale->steps[i];
    return reached;
}

/* GV r(GV), in money. */
static struct ratio group_bonus(const struct plan_scale *scale, decimal points)
{
    const struct plan_step *step = step_of(scale, points);
    struct ratio money =
        ratio_mul(ratio_decimal(points), ratio_decimal(scale->money_per_point));

    return ratio_mul(money, ratio_pct(step ? step->pct : 0));
}

/* What one leg takes off the bonus: its own, less the override once it broke away. */
static struct ratio leg_cost(const struct plan_scale *scale, decimal points)
{
    struct ratio cost = group_bonus(scale, points);

    if (step_of(scale, points) != &scale->steps[scale->count - 1])
        return cost;
    struct ratio money =
        ratio_mul(ratio_decimal(points), ratio_decimal(scale->money_per_point));
    return ratio_sub(cost, ratio_mul(money, ratio_pct(scale->override_pct)));
}

bool plan_breakaway(const struct plan_scale *scale, decimal own, const decimal *legs,
                    size_t leg_count, struct ratio *out, struct error *err)
{
    struct ratio cost = ratio_of(0, 1);
    decimal group = own;

    if (!scale_check(scale, err) || !check_money("own", own, err))
        return false;
    for (size_t i = 0; i < leg_count; i++) {
        if (!check_money("legs", legs[i], err))
            return false;
        group += legs[i];
        if (!check_money("legs", group, err)) /* their sum too */
            return false;
        cost = ratio_add(cost, leg_cost(scale, legs[i]));
    }
    struct ratio bonus = ratio_sub(group_bonus(scale, group), cost);
    if (!check_fits(&bonus, 1, err))
        return false;
    *out = bonus;
    return true;
}

/* A level of the tree whose members each have 'width' legs of 'below' points. */
static bool tree_level(const struct plan_scale *scale, decimal own, int64_t width,
                       decimal below, struct plan_level *level, struct error *err)
{
    struct ratio legs = ratio_mul(ratio_of(width, 1), ratio_decimal(below));
    struct ratio group = ratio_add(ratio_decimal(own), legs);

    if (!check_fits(&group, 1, err))
        return false;
    level->points = ratio_round(group, 6, RATIO_NEAREST); /* whole millionths already */
    level->bonus = ratio_sub(group_bonus(scale, level->points),
                             ratio_mul(ratio_of(width, 1), leg_cost(scale, below)));
    return check_fits(&level->bonus, 1, err);
}

bool plan_breakaway_tree(const struct plan_scale *scale, const int64_t *widths,
                         size_t width_count, decimal own, struct plan_tree *out,
                         struct error *err)
{
    struct plan_level levels[BOUNDS_LEVELS_MAX + 1] = {{0}};
    struct ratio total = ratio_of(0, 1);
    int64_t below = 0, people = 1, gaining = 0;

    if (!scale_check(scale, err) || !check_money("own", own, err) ||
        !bounds_positions_of(widths, width_count, &below, err))
        return false;
    struct ratio price = ratio_mul(ratio_decimal(own), ratio_decimal(scale->money_per_point));
    if (!check_fits(&price, 1, err))
        return false;
    for (size_t i = width_count + 1; i-- > 0;) {
        bool bottom = i == width_count;
        if (!tree_level(scale, own, bottom ? 0 : widths[i], bottom ? 0 : levels[i + 1].points,
                        &levels[i], err))
            return false;
    }
    for (size_t i = 0; i <= width_count; i++) {
        levels[i].people = people;
        total = ratio_add(total, ratio_mul(ratio_of(people, 1), levels[i].bonus));
        gaining += ratio_cmp(levels[i].bonus, price) > 0 ? people : 0;
        people *= i < width_count ? widths[i] : 1;
    }
    if (!check_fits(&total, 1, err))
        return false;
    for (size_t i = 0; i <= width_count; i++)
        out->levels[i] = levels[i];
    out->members = below + 1;
    out->gaining = gaining;
    out->total = total;
    return true;
}
