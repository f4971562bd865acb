/* SPDX-License-Identifier: MIT
 *
 * Sentences on networks: bounds, odds, saturation, the treadmill and pay plans.
 */
#include <inttypes.h>

#include "money/bounds.h"
#include "money/check.h"
#include "money/treadmill.h"
#include "money/tree.h"
#include "report/sheets/math.h"

static const char one_sponsor[] = "everybody but the founder has one sponsor";
static const char urn[] = "every member recruits with equal chance";
static const char full_tree[] = "a full tree, in which everybody recruits the same number";

static const char *whole_text(struct math_sheet *sheet, int64_t value)
{
    return math_whole(sheet->arena, value).shown;
}

/* --- bounds --- */

/* "6-4-2"; of a deep plan the first levels. */
static const char *widths_text(struct arena *arena, const int64_t *widths, size_t levels)
{
    enum { SHOWN = 8 };
    struct buf buf = BUF_INIT;

    for (size_t i = 0; i < levels && i < SHOWN; i++)
        buf_printf(&buf, "%s%" PRId64, i > 0 ? "-" : "", widths[i]);
    buf_puts(&buf, levels > SHOWN ? "-..." : "");
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

bool math_bounds(struct math_sheet *sheet, const int64_t *widths, size_t levels,
                 struct error *err)
{
    struct arena *arena = sheet->arena;
    int64_t people;
    struct bound downline, recruits;

    if (!bounds_positions_of(widths, levels, &people, err) ||
        !bounds_with_downline((int64_t)levels, people, &downline, err) ||
        !bounds_with_recruits(widths[0], &recruits, err))
        return false;
    math_add(sheet, "positions", math_whole(arena, people), MATH_EXACT,
             "what the plan promises, once it is full",
             "people are below you in a plan of %s, %zu level%s deep",
             widths_text(arena, widths, levels), levels, levels == 1 ? "" : "s");
    math_add(sheet, "average_at_most", math_whole(arena, (int64_t)levels), MATH_EXACT,
             one_sponsor,
             "people, at most, are in the paid downline of the average member, in any "
             "network, at any time");
    if (downline.one_in > 1)
        math_add(sheet, "downline_at_most", math_one_in(arena, downline.one_in), MATH_EXACT,
                 one_sponsor, "members, at most, can have %s people in it",
                 whole_text(sheet, people));
    math_add(sheet, "average_recruits_under", math_none("under 1", "count"), MATH_EXACT,
             one_sponsor, "person is recruited by the average member");
    if (recruits.one_in > 1) {
        struct math_number share = math_one_in(arena, recruits.one_in);
        share.shown = arena_printf(arena, "under %s", share.shown);
        math_add(sheet, "recruits_under", share, MATH_EXACT, one_sponsor,
                 "members can have %s recruits", whole_text(sheet, widths[0]));
    }
    return true;
}

bool math_commission(struct math_sheet *sheet, const decimal *pcts, size_t levels,
                     decimal volume, struct error *err)
{
    struct ratio average;
    decimal sum = 0;

    if (!bounds_commission(volume, pcts, levels, &average, err))
        return false;
    for (size_t i = 0; i < levels; i++)
        sum += pcts[i];
    math_add(sheet, "pay_average_at_most", math_money(sheet->arena, average), MATH_EXACT,
             one_sponsor,
             "a month, at most, is paid to the average member on what others buy, if each "
             "buys for %s: %s over %zu level%s, whatever the network's shape",
             math_money(sheet->arena, ratio_decimal(volume)).shown,
             math_pct(sheet->arena, ratio_pct(sum), RATIO_NEAREST).shown, levels,
             levels == 1 ? "" : "s");
    return true;
}

/* --- odds --- */

static bool hope_for_recruits(struct math_sheet *sheet, int64_t recruits, struct error *err)
{
    struct bound bound;

    math_add(sheet, "expected_recruits", math_whole(sheet->arena, recruits), MATH_YOURS, NULL,
             "direct recruit%s you expect", recruits == 1 ? " is what" : "s are what");
    if (recruits < 2)
        return true;
    if (!bounds_with_recruits(recruits, &bound, err))
        return false;
    struct math_number share = math_one_in(sheet->arena, bound.one_in);
    share.shown = arena_printf(sheet->arena, "under %s", share.shown);
    math_add(sheet, "expected_recruits_under", share, MATH_EXACT, one_sponsor,
             "members can have that many, in any network");
    return true;
}

bool math_hope(struct math_sheet *sheet, const struct math_hope *hope, int64_t *people,
               struct error *err)
{
    *people = 0;
    if (hope->has_recruits && !hope_for_recruits(sheet, hope->recruits, err))
        return false;
    if (hope->income == 0)
        return true;
    struct ratio income = ratio_decimal(hope->income);
    math_add(sheet, "expected_income", math_money(sheet->arena, income), MATH_YOURS, NULL,
             "a month is what you expect to earn");
    if (hope->per_person == 0)
        return true;
    struct ratio needed = ratio_div(income, ratio_decimal(hope->per_person));
    if (!check_fits(&needed, 1, err))
        return false;
    *people = ratio_whole(needed, RATIO_UP);
    math_add(sheet, "expected_people", math_whole(sheet->arena, *people), MATH_YOURS,
             "each buys what the plan requires, on the level that pays best",
             "people below you, at the least, are needed for that, at %s a month each",
             math_money(sheet->arena, ratio_decimal(hope->per_person)).shown);
    return true;
}

bool math_odds(struct math_sheet *sheet, const struct joiner *joiner, int64_t people,
               struct error *err)
{
    struct arena *arena = sheet->arena;
    enum { FEW_MEMBERS = 100 }; /* under it the formulas, for large networks, are off by more */
    const char *model =
        joiner->skill == DECIMAL_ONE ? urn : "every other member recruits with equal chance";
    struct odds odds;
    double chance;

    if (!odds_of_joiner(joiner, &odds, err))
        return false;
    if (joiner->members < FEW_MEMBERS)
        model = arena_printf(arena, "%s; of so few members it is rough", model);
    const char *place = arena_printf(arena, "number %s of %s", whole_text(sheet, joiner->place),
                                     whole_text(sheet, joiner->members));
    math_add(sheet, "recruits", math_double(arena, odds.recruits, 2), MATH_MODEL, model,
             "direct recruits may be expected by %s", place);
    math_add(sheet, "no_recruit", math_chance(arena, odds.none), MATH_MODEL, model,
             "is the chance that %s recruits nobody", place);
    if (joiner->skill == DECIMAL_ONE)
        math_add(sheet, "downline", math_double(arena, odds.downline, 2), MATH_MODEL, model,
                 "people in all may be expected below %s", place);
    if (people == 0)
        return true;
    if (!odds_of_downline(joiner, people, &chance, err))
        return false;
    math_add(sheet, "downline_chance", math_chance(arena, chance), MATH_MODEL, model,
             "is the chance that %s has %s people or more below", place,
             whole_text(sheet, people));
    return true;
}

/* --- saturation --- */

bool math_saturation(struct math_sheet *sheet, int64_t width, int64_t population,
                     decimal joining_pct, struct error *err)
{
    int64_t depth, all, bottom;
    struct ratio last;

    if (!tree_saturation(width, population, joining_pct, &depth, err))
        return false;
    if (depth < 0) {
        math_add(sheet, "levels", math_none("none", "count"), MATH_MODEL, full_tree,
                 "joins: that is less than one person");
        return true;
    }
    if (!tree_size(width, depth, &all, &bottom, err) ||
        !tree_bottom_share(width, 1, &last, err))
        return false;
    struct ratio joining = ratio_mul(ratio_of(population, 1), ratio_pct(joining_pct));
    math_add(sheet, "levels", math_whole(sheet->arena, depth), MATH_MODEL, full_tree,
             "full levels of %s recruits each fit into %s people", whole_text(sheet, width),
             whole_text(sheet, ratio_whole(joining, RATIO_DOWN)));
    math_add(sheet, "people", math_whole(sheet->arena, all), MATH_MODEL, full_tree,
             "people are in them, %s on the last level, who have nobody left to recruit",
             whole_text(sheet, bottom));
    math_add(sheet, "last_level", math_pct(sheet->arena, last, RATIO_NEAREST), MATH_MODEL,
             full_tree,
             "of all members or a little more are on the last level of such a tree, however "
             "deep");
    return true;
}

/* --- treadmill --- */

bool math_treadmill(struct math_sheet *sheet, decimal monthly_pct, int64_t downline,
                    struct error *err)
{
    static const char even[] = "the same share leaves each month";
    struct ratio recruits;
    double left;

    if (!treadmill_recruits(monthly_pct, downline, &recruits, err) ||
        !treadmill_left(monthly_pct, downline, 12, &left, err))
        return false;
    math_add(sheet, "monthly", math_pct(sheet->arena, ratio_pct(monthly_pct), RATIO_NEAREST),
             MATH_MODEL, even, "leave in a month");
    math_add(sheet, "recruits_a_month",
             math_plain(sheet->arena, ratio_round(recruits, 2, RATIO_NEAREST)), MATH_MODEL,
             even, "new people a month hold a downline of %s", whole_text(sheet, downline));
    math_add(sheet, "left_after_a_year", math_double(sheet->arena, left, 1), MATH_MODEL, even,
             "of them are left after 12 months if nobody is recruited");
    return true;
}

/* --- plans --- */

bool math_matrix(struct math_sheet *sheet, int64_t width, const decimal *pcts, size_t levels,
                 decimal volume, struct error *err)
{
    int64_t people;
    struct bound bound;
    struct ratio full;

    if (!bounds_positions(width, (int64_t)levels, &people, err) ||
        !bounds_with_downline((int64_t)levels, people, &bound, err) ||
        !plan_matrix(width, pcts, levels, volume, &full, err))
        return false;
    math_add(sheet, "pay_when_full", math_money(sheet->arena, full), MATH_MODEL,
             "every position is filled, and each buys the same",
             "a month is what a full matrix of %s people pays", whole_text(sheet, people));
    math_add(sheet, "full_at_most", math_one_in(sheet->arena, bound.one_in), MATH_EXACT,
             one_sponsor, "members, at most, can have it full");
    return math_commission(sheet, pcts, levels, volume, err);
}

bool math_binary(struct math_sheet *sheet, const struct plan_binary *plan, decimal left,
                 decimal right, struct error *err)
{
    struct ratio pay, empty;

    if (!plan_binary(plan, &left, &right, &pay, err) || !tree_weak_leg_random(1, &empty, err))
        return false;
    math_add(sheet, "pay", math_money(sheet->arena, pay), MATH_YOURS, NULL,
             "is paid on the weaker leg");
    math_add(sheet, "carried_left", math_money(sheet->arena, ratio_decimal(left)), MATH_YOURS,
             NULL, "of the left leg's volume is carried over");
    math_add(sheet, "carried_right", math_money(sheet->arena, ratio_decimal(right)), MATH_YOURS,
             NULL, "of the right leg's volume is carried over");
    math_add(sheet, "weak_leg_empty",
             math_pct(sheet->arena, ratio_sub(ratio_of(1, 1), empty), RATIO_NEAREST),
             MATH_MODEL, "members are placed at random",
             "of all members have nobody in their weaker leg");
    return true;
}

bool math_breakaway(struct math_sheet *sheet, const struct plan_scale *scale,
                    const int64_t *widths, size_t levels, decimal own, struct error *err)
{
    static const char same[] = "the group is full, and everybody buys the same";
    struct plan_level *each = arena_alloc(sheet->arena, (PLAN_LEVELS_MAX + 1) * sizeof *each);
    struct plan_tree tree = {.levels = each};

    if (!plan_breakaway_tree(scale, widths, levels, own, &tree, err))
        return false;
    struct ratio price = ratio_mul(ratio_decimal(own), ratio_decimal(scale->money_per_point));
    struct ratio volume = ratio_mul(price, ratio_of(tree.members, 1));
    const struct ratio sums[] = {volume, ratio_sub(volume, tree.total)};
    if (!check_fits(sums, 2, err))
        return false;
    math_add(sheet, "members", math_whole(sheet->arena, tree.members), MATH_MODEL, same,
             "people, who buy for %s each a month", math_money(sheet->arena, price).shown);
    math_add(sheet, "bonus_leader", math_money(sheet->arena, each[0].bonus), MATH_MODEL, same,
             "a month is paid to the leader");
    for (size_t i = 1; i <= levels; i++)
        math_add(sheet, arena_printf(sheet->arena, "bonus_level_%zu", i),
                 math_money(sheet->arena, each[i].bonus), MATH_MODEL, same,
                 "a month is paid to each of the %s on level %zu",
                 whole_text(sheet, each[i].people), i);
    math_add(sheet, "total", math_money(sheet->arena, tree.total), MATH_MODEL, same,
             "a month is paid to all of them; they pay a net %s, %s a head",
             math_money(sheet->arena, sums[1]).shown,
             math_money(sheet->arena, ratio_div(sums[1], ratio_of(tree.members, 1))).shown);
    math_add(sheet, "gaining", math_whole(sheet->arena, tree.gaining), MATH_MODEL, same,
             "of %s gets more than the own purchase cost", whole_text(sheet, tree.members));
    return true;
}
