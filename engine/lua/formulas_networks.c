/* SPDX-License-Identifier: MIT
 *
 * Networks: engine/money/bounds.h, odds.h and treadmill.h.
 */
#include <string.h>

#include "facts/value_lists.h"
#include "lua/formulas.h"
#include "money/bounds.h"
#include "money/odds.h"
#include "money/treadmill.h"

/* --- bounds that hold in every network --- */

static void give_bound(struct formula_call *call, const struct bound *bound)
{
    formula_give_pct(call, 0, bound->share, RATIO_UP);
    formula_give_whole(call, 1, bound->one_in);
}

static bool run_bound_average(struct formula_call *call, struct error *err)
{
    struct ratio mean;

    if (!bounds_recruits(formula_whole(call, "members"), &mean, err))
        return false;
    formula_give(call, 0, ratio_round(mean, 6, RATIO_UP));
    return true;
}

static bool run_bound_recruits(struct formula_call *call, struct error *err)
{
    struct bound bound;

    if (!bounds_with_recruits(formula_whole(call, "recruits"), &bound, err))
        return false;
    give_bound(call, &bound);
    return true;
}

static bool run_bound_downline(struct formula_call *call, struct error *err)
{
    struct bound bound;

    if (!bounds_with_downline(formula_whole(call, "levels"), formula_whole(call, "people"),
                              &bound, err))
        return false;
    give_bound(call, &bound);
    return true;
}

/* Whether the list is just what the text says: a rule could hand over any text. */
static bool is_own_text(const decimal *pcts, size_t count, const char *text)
{
    struct buf again = BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        buf_puts(&again, i ? PCT_LIST_BETWEEN : "");
        decimal_put(&again, pcts[i], false);
        buf_putc(&again, '%');
    }
    bool same = strcmp(buf_text(&again), text) == 0;
    buf_release(&again);
    return same;
}

static bool run_bound_commission(struct formula_call *call, struct error *err)
{
    decimal pcts[PCT_LIST_MAX] = {0};
    const char *text = formula_given(call, "rates")->text;
    size_t count = pct_list_parts(text, pcts);
    struct ratio most;

    if (count > PCT_LIST_MAX || !is_own_text(pcts, count, text))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'rates' must be a fact of type pct_list, such as c.plan.level_pct");
    if (!bounds_commission(formula_number(call, "volume"), pcts, count, &most, err))
        return false;
    formula_give(call, 0, ratio_round(most, 6, RATIO_UP));
    return true;
}

static bool run_positions(struct formula_call *call, struct error *err)
{
    int64_t people;
    const struct given *width = formula_given(call, "width"),
                       *depth = formula_given(call, "depth");
    bool list = call->width_count > 0;

    if (list == (width->is || depth->is) || width->is != depth->is)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "give 'width' and 'depth', or 'widths', a number for each level");
    bool ok = list ? bounds_positions_of(call->widths, call->width_count, &people, err)
                   : bounds_positions(width->whole, depth->whole, &people, err);
    if (ok)
        formula_give_whole(call, 0, people);
    return ok;
}

/* --- the odds of one joiner --- */

static struct joiner joiner_of(const struct formula_call *call, decimal skill)
{
    return (struct joiner){formula_whole(call, "place"), formula_whole(call, "members"), skill};
}

static bool run_joiner_odds(struct formula_call *call, struct error *err)
{
    struct joiner joiner = joiner_of(call, formula_number(call, "skill"));
    struct odds odds;

    if (!odds_of_joiner(&joiner, &odds, err))
        return false;
    if (joiner.skill == DECIMAL_ONE && !formula_give_double(call, 2, odds.downline, err))
        return false;
    return formula_give_double(call, 0, odds.recruits, err) &&
           formula_give_double(call, 1, 100 * odds.none, err);
}

static bool run_downline_odds(struct formula_call *call, struct error *err)
{
    struct joiner joiner = joiner_of(call, DECIMAL_ONE);
    double odds;

    return odds_of_downline(&joiner, formula_whole(call, "people"), &odds, err) &&
           formula_give_double(call, 0, 100 * odds, err);
}

/* --- standing still --- */

static bool run_monthly_loss(struct formula_call *call, struct error *err)
{
    decimal monthly;

    if (!treadmill_monthly(formula_number(call, "yearly"), &monthly, err))
        return false;
    formula_give(call, 0, monthly);
    return true;
}

static bool run_treadmill(struct formula_call *call, struct error *err)
{
    struct ratio people;

    if (!treadmill_recruits(formula_number(call, "monthly"), formula_whole(call, "downline"),
                            &people, err))
        return false;
    formula_give(call, 0, ratio_round(people, 6, RATIO_NEAREST));
    return true;
}

/* --- all of them --- */

#define NUMBER(name)                                                                           \
    {                                                                                          \
        name, FIELD_NUMBER, false                                                              \
    }
#define WHOLE(name)                                                                            \
    {                                                                                          \
        name, FIELD_WHOLE, false                                                               \
    }

enum { FEW_SUMS = 5000, A_PRODUCT = 500000 }; /* steps; the product has up to 100,000 factors */

const struct formula formulas_of_networks[] = {
    {"bound_average", run_bound_average, 1, FEW_SUMS, {WHOLE("members")}},
    {"bound_recruits", run_bound_recruits, 2, FEW_SUMS, {WHOLE("recruits")}},
    {"bound_downline", run_bound_downline, 2, FEW_SUMS, {WHOLE("levels"), WHOLE("people")}},
    {"bound_commission",
     run_bound_commission,
     1,
     FEW_SUMS,
     {NUMBER("volume"), {"rates", FIELD_RATES, false}}},
    {"positions",
     run_positions,
     1,
     FEW_SUMS,
     {{"width", FIELD_WHOLE, true},
      {"depth", FIELD_WHOLE, true},
      {"widths", FIELD_WIDTHS, true}}},
    {"joiner_odds",
     run_joiner_odds,
     3,
     FEW_SUMS,
     {WHOLE("place"), WHOLE("members"), NUMBER("skill")}},
    {"downline_odds",
     run_downline_odds,
     1,
     A_PRODUCT,
     {WHOLE("place"), WHOLE("members"), WHOLE("people")}},
    {"monthly_loss", run_monthly_loss, 1, FEW_SUMS, {NUMBER("yearly")}},
    {"treadmill", run_treadmill, 1, FEW_SUMS, {NUMBER("monthly"), WHOLE("downline")}},
};
const size_t formulas_of_networks_count = COUNT(formulas_of_networks);
