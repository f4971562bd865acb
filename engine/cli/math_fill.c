/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/math_facts.h"
#include "cli/math_fill.h"
#include "cli/math_lists.h"
#include "cli/value_options.h"
#include "facts/value_lists.h"
#include "money/treadmill.h"

static struct break_even_terms terms_of(const struct options *o)
{
    return (struct break_even_terms){
        .join = value_number(o, "join"),
        .months = value_count(o, "months"),
        .fees = value_number(o, "fees"),
        .other = value_number(o, "other"),
        .required = value_number(o, "required"),
        .discount_pct = value_number(o, "discount"),
        .commission_pct = value_number(o, "commission"),
        .value_pct = value_number(o, "value"),
    };
}

static bool fill_break_even(const struct options *o, struct math_sheet *sheet,
                            struct error *err)
{
    struct break_even_terms terms = terms_of(o);
    struct math_wishes wishes = {
        .customer = value_number(o, "customer"),
        .hours = value_number(o, "hours"),
        .wage = value_number(o, "wage"),
        .expected = value_number(o, "expect"),
    };

    if (value_given(o, "hours") != value_given(o, "wage"))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--hours' and '--wage' make sense together only: give both");
    return math_break_even(sheet, &terms, &wishes, err);
}

/* What a year costs, by the facts that break-even takes; nothing where they do not say. */
static struct math_cost cost_of_year(struct math_sheet *sheet)
{
    struct options year = {.command = command_find("math break-even")};
    struct math_sheet apart = {.arena = sheet->arena, .profile = sheet->profile};
    struct faults ignored = {0};
    struct math_cost cost = {.amount = 0};
    struct ratio gross, after_use;
    struct error err;

    value_option_set(&year, value_option_find(year.command, text_of("months")), "12", &err);
    math_facts_take(&year, &apart, &ignored);
    if (!value_given(&year, "join") || !value_given(&year, "other") ||
        !value_given(&year, "required"))
        return cost;
    struct break_even_terms terms = terms_of(&year);
    if (!break_even_stay(&terms, &gross, &after_use, &err))
        return cost;
    cost.after_use = terms.required > 0 && terms.value_pct > 0;
    struct ratio amount = cost.after_use ? after_use : gross;
    cost.amount = ratio_round(amount, 2, RATIO_NEAREST);
    math_note_input(sheet, "cost", math_money(sheet->arena, amount).shown,
                    "a year, by the facts that 'math break-even' takes");
    return cost;
}

static bool fill_income(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    struct math_cost cost = {.amount = value_number(o, "cost")};
    struct income_row rows[OPTION_VALUES_MAX];
    struct income_table table = {
        .rows = rows, .active = value_count(o, "active"), .all = value_count(o, "all")};

    for (size_t i = 0; i < o->value_count; i++)
        if (strcmp(o->values[i].option->name, "row") == 0 &&
            !math_row_read(o->values[i].text, &rows[table.count++], err))
            return false;
    if (value_given(o, "active") != value_given(o, "all"))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--active' and '--all' make sense together only: give both");
    if (sheet->profile && !value_given(o, "cost"))
        cost = cost_of_year(sheet);
    if (!math_income(sheet, &table, value_number(o, "top"), &cost, err))
        return false;
    if (sheet->profile)
        math_statement(sheet);
    return true;
}

/* --tree 6-4-2, or --recruits and --levels. */
static bool read_tree(const struct options *o, int64_t widths[BOUNDS_LEVELS_MAX],
                      size_t *levels, struct error *err)
{
    if (value_given(o, "tree"))
        return math_widths_read(value_text(o, "tree"), widths, levels, err);
    *levels = (size_t)value_count(o, "levels");
    for (size_t i = 0; i < *levels; i++)
        widths[i] = value_count(o, "recruits");
    if (*levels > 0 && widths[0] > 0)
        return true;
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "math bounds needs '--recruits N' and '--levels N' (in a profile "
                     "sustain.promised_width and promised_depth), or '--tree 6-4-2', or "
                     "'--commissions LIST' and '--volume SUM' (plan.level_pct and "
                     "cost.monthly_min_purchase)");
}

static bool bound_commission(const struct options *o, struct math_sheet *sheet,
                             struct error *err)
{
    decimal pcts[PLAN_LEVELS_MAX];
    size_t levels = 0;

    return math_pcts_read(value_text(o, "commissions"), pcts, &levels, err) &&
           math_commission(sheet, pcts, levels, value_number(o, "volume"), err);
}

static bool fill_bounds(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    int64_t widths[BOUNDS_LEVELS_MAX];
    size_t levels = 0;

    if (value_given(o, "tree") && (value_given(o, "recruits") || value_given(o, "levels")))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--tree' stands for '--recruits' and '--levels': leave these away");
    bool paid = value_given(o, "commissions") && value_given(o, "volume");
    bool promised =
        value_given(o, "tree") || value_given(o, "recruits") || value_given(o, "levels");
    if ((promised || !paid) &&
        (!read_tree(o, widths, &levels, err) || !math_bounds(sheet, widths, levels, err)))
        return false;
    return !paid || bound_commission(o, sheet, err);
}

static bool fill_balance(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    struct balance_terms terms = {
        .discount_pct = value_number(o, "discount"),
        .payout_pct = value_number(o, "payout"),
        .own = value_number(o, "own"),
        .value_pct = value_number(o, "value"),
        .costs = value_number(o, "costs"),
    };

    return math_balance(sheet, &terms, value_given(o, "outside"), value_number(o, "outside"),
                        err);
}

/* What the person expects: by option, by the answer at the terminal, by the profile. */
static struct math_hope hope_of(const struct options *o, const struct math_sheet *sheet)
{
    struct math_hope hope = {.has_recruits = value_given(o, "expect"),
                             .recruits = value_count(o, "expect")};
    const struct profile *p = sheet->profile;
    const struct fact *income = p ? math_fact(p, "fit.expected_month", TYPE_MONEY) : NULL;
    const struct fact *rates = p ? math_fact(p, "plan.level_pct", TYPE_PCT_LIST) : NULL;
    const struct fact *volume =
        p ? math_fact(p, "cost.monthly_min_purchase", TYPE_MONEY) : NULL;
    decimal pcts[PCT_LIST_MAX], best = 0;

    hope.income = income ? income->value.lo : 0;
    size_t count = rates && volume ? pct_list_parts(rates->value.text, pcts) : 0;
    for (size_t i = 0; i < count; i++)
        best = pcts[i] > best ? pcts[i] : best;
    if (volume)
        decimal_mul_div(volume->value.lo, best, 100 * DECIMAL_ONE, &hope.per_person);
    return hope;
}

static bool fill_odds(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    static const int64_t tenths[] = {15, 20, 50}; /* of the members so far */
    struct math_hope hope = hope_of(o, sheet);
    struct joiner joiner = {value_count(o, "place"), value_count(o, "members"),
                            value_number(o, "skill")};
    int64_t people = value_count(o, "people"), hoped;

    if (!math_hope(sheet, &hope, &hoped, err))
        return false;
    if (people == 0 && joiner.skill == DECIMAL_ONE)
        people = hoped;
    if (!hope.has_recruits && hope.income == 0)
        sheet->invitation = "How many people do you expect to recruit yourself? '--expect N' "
                            "puts your number beside these.";
    if (joiner.members > 0)
        return math_odds(sheet, &joiner, people, err);
    for (size_t i = 0; i < COUNT(tenths); i++) {
        joiner.members = joiner.place * tenths[i] / 10;
        if (!math_odds(sheet, &joiner, people, err))
            return false;
    }
    return true;
}

static bool fill_saturation(const struct options *o, struct math_sheet *sheet,
                            struct error *err)
{
    return math_saturation(sheet, value_count(o, "recruits"), value_count(o, "population"),
                           value_number(o, "joining"), err);
}

static bool fill_treadmill(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    decimal monthly = value_number(o, "monthly");

    if (value_given(o, "yearly") == value_given(o, "monthly"))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "math treadmill needs '--yearly PCT' or '--monthly PCT', one of them");
    if (value_given(o, "yearly") &&
        !treadmill_monthly(value_number(o, "yearly"), &monthly, err))
        return false;
    return math_treadmill(sheet, monthly, value_count(o, "downline"), err);
}

/* --- plans --- */

static bool fill_matrix(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    decimal pcts[PLAN_LEVELS_MAX];
    size_t levels = 0;

    return math_pcts_read(value_text(o, "commissions"), pcts, &levels, err) &&
           math_matrix(sheet, value_count(o, "width"), pcts, levels, value_number(o, "volume"),
                       err);
}

static bool fill_binary(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    struct plan_binary plan = {.pct = value_number(o, "rate"), .cap = value_number(o, "cap")};

    return math_binary(sheet, &plan, value_number(o, "left"), value_number(o, "right"), err);
}

static bool fill_breakaway(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    struct plan_step steps[PLAN_STEPS_MAX];
    struct plan_scale scale = {.steps = steps,
                               .money_per_point = value_number(o, "per-point"),
                               .override_pct = value_number(o, "override")};
    int64_t widths[BOUNDS_LEVELS_MAX];
    size_t levels = 0;

    return math_scale_read(value_text(o, "scale"), steps, &scale.count, err) &&
           math_widths_read(value_text(o, "tree"), widths, &levels, err) &&
           math_breakaway(sheet, &scale, widths, levels, value_number(o, "points"), err);
}

/* Which plan it is shows in what is given: each needs options that no other takes. */
static bool fill_plan(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    static const struct {
        const char *needs[4]; /* without any of the others' */
        bool (*fill)(const struct options *, struct math_sheet *, struct error *);
    } kinds[] = {
        {{"width", "commissions", "volume"}, fill_matrix},
        {{"left", "right", "rate"}, fill_binary},
        {{"scale", "tree", "points"}, fill_breakaway},
    };
    size_t given[COUNT(kinds)] = {0}, kind = 0, touched = 0;

    for (size_t i = 0; i < COUNT(kinds); i++) {
        for (size_t j = 0; kinds[i].needs[j]; j++)
            given[i] += value_given(o, kinds[i].needs[j]);
        touched += given[i] > 0;
        kind = given[i] == 3 ? i : kind;
    }
    if (touched == 1 && given[kind] == 3)
        return kinds[kind].fill(o, sheet, err);
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "math plan needs all of one plan: '--width', '--commissions' and "
                     "'--volume' (matrix), '--left', '--right' and '--rate' (binary), or "
                     "'--scale', '--tree' and '--points' (breakaway)");
}

/* --- all of them --- */

static const struct {
    const char *name;
    bool (*fill)(const struct options *, struct math_sheet *, struct error *);
} sheets[] = {
    {"math break-even", fill_break_even},
    {"math income", fill_income},
    {"math bounds", fill_bounds},
    {"math balance", fill_balance},
    {"math odds", fill_odds},
    {"math saturation", fill_saturation},
    {"math treadmill", fill_treadmill},
    {"math plan", fill_plan},
};

bool math_fill(const struct options *options, struct math_sheet *sheet, struct error *err)
{
    size_t i = 0;

    while (strcmp(sheets[i].name, options->command->name) != 0)
        i++;
    return values_complete(options, err) && sheets[i].fill(options, sheet, err);
}
