/* SPDX-License-Identifier: MIT
 *
 * plumbline math break-even|income|bounds|balance|odds|saturation|treadmill|plan: plan
 * arithmetic from options alone.
 */
#include <string.h>

#include "cli/cli.h"
#include "cli/math_lists.h"
#include "cli/value_options.h"
#include "money/treadmill.h"
#include "report/math.h"

static bool fill_break_even(const struct options *o, struct math_sheet *sheet,
                            struct error *err)
{
    struct break_even_terms terms = {
        .join = value_number(o, "join"),
        .months = value_count(o, "months"),
        .fees = value_number(o, "fees"),
        .other = value_number(o, "other"),
        .required = value_number(o, "required"),
        .discount_pct = value_number(o, "discount"),
        .commission_pct = value_number(o, "commission"),
        .value_pct = value_number(o, "value"),
    };
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

static bool fill_income(const struct options *o, struct math_sheet *sheet, struct error *err)
{
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
    return math_income(sheet, &table, value_number(o, "top"), value_number(o, "cost"), err);
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
                     "math bounds needs '--recruits N' and '--levels N', or '--tree 6-4-2'");
}

static bool fill_bounds(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    int64_t widths[BOUNDS_LEVELS_MAX];
    size_t levels = 0;

    if (value_given(o, "tree") && (value_given(o, "recruits") || value_given(o, "levels")))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--tree' stands for '--recruits' and '--levels': leave these away");
    return read_tree(o, widths, &levels, err) && math_bounds(sheet, widths, levels, err);
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

static bool fill_odds(const struct options *o, struct math_sheet *sheet, struct error *err)
{
    static const int64_t tenths[] = {15, 20, 50}; /* of the members so far */
    struct joiner joiner = {value_count(o, "place"), value_count(o, "members"),
                            value_number(o, "skill")};
    int64_t people = value_count(o, "people");

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

static bool fill(const struct options *options, struct math_sheet *sheet, struct error *err)
{
    size_t i = 0;

    while (strcmp(sheets[i].name, options->command->name) != 0)
        i++;
    return values_complete(options, err) && sheets[i].fill(options, sheet, err);
}

int cmd_math(const struct options *options)
{
    struct arena arena = {0};
    struct math_sheet sheet = {.arena = &arena, .command = options->command->name};
    struct buf out = BUF_INIT;
    struct text_style style = {.width = TEXT_WIDTH, .color = wants_color(options)};
    struct page page = {.out = &out, .style = &style, .scratch = BUF_INIT};
    struct error err;
    int code = EXIT_USAGE;

    if (!fill(options, &sheet, &err)) {
        say_error(&err);
    } else {
        if (options->format == FORMAT_JSON)
            math_json(&out, &sheet, PLUMBLINE_VERSION);
        else
            math_text(&page, &sheet);
        code = write_out(options, &out);
    }
    buf_release(&page.scratch);
    buf_release(&out);
    arena_release(&arena);
    return code;
}
