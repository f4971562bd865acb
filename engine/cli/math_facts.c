/* SPDX-License-Identifier: MIT */
#include "cli/math_facts.h"

#include <string.h>

#include "cli/value_options.h"
#include "facts/value_lists.h"

enum { TAKEN_FACTS = 5 };

enum how {
    HOW_SUM,      /* of the facts */
    HOW_A_MONTH,  /* their sum over 12 months, for one */
    HOW_OTHER,    /* the same, less the monthly fee that is a part of it */
    HOW_PER_WEEK, /* hours a week, for a month */
    HOW_REST,     /* 100% less the fact */
    HOW_NEXT,     /* one more than the fact */
    HOW_PART_OF,  /* the first as a share of the second, 100% at most */
    HOW_TEXT,     /* a list as it stands */
    HOW_ROWS,     /* of an income table, each an option */
    HOW_COUNT,    /* as HOW_SUM, where the table leaves people out */
};

/* One option and the facts it comes from. */
static const struct taking {
    const char *command, *option;
    const char *facts[TAKEN_FACTS];
    enum how how;
    bool needed;
    const char *unless; /* options that make it needless */
} takings[] = {
    {"break-even", "join", {"cost.join_fee", "cost.starter_kit"}, HOW_SUM, true, ""},
    {"break-even", "months", {"fit.months_horizon"}, HOW_SUM, false, ""},
    {"break-even", "fees", {"cost.monthly_fee"}, HOW_SUM, false, ""},
    {"break-even",
     "other",
     {"cost.events_tools_12m", "cost.training_12m", "cost.annual_renewal"},
     HOW_OTHER,
     true,
     ""},
    {"break-even", "required", {"cost.monthly_min_purchase"}, HOW_SUM, true, ""},
    {"break-even", "discount", {"plan.retail_discount_pct"}, HOW_SUM, true, ""},
    {"break-even", "commission", {"plan.own_commission_pct"}, HOW_SUM, true, ""},
    {"break-even", "value", {"fit.own_use_value_pct"}, HOW_SUM, false, ""},
    {"break-even", "customer", {"product.customer_spend_month"}, HOW_SUM, false, ""},
    {"break-even", "hours", {"fit.hours_per_week"}, HOW_PER_WEEK, false, ""},
    {"break-even", "wage", {"fit.wage"}, HOW_SUM, false, ""},
    {"break-even", "expect", {"fit.expected_month"}, HOW_SUM, false, ""},

    {"income", "row", {"income.row"}, HOW_ROWS, true, ""},
    {"income", "active", {"income.active"}, HOW_COUNT, true, ""},
    {"income", "all", {"income.all"}, HOW_COUNT, true, ""},

    {"bounds", "recruits", {"sustain.promised_width"}, HOW_SUM, false, "tree"},
    {"bounds", "levels", {"sustain.promised_depth"}, HOW_SUM, false, "tree"},
    {"bounds", "commissions", {"plan.level_pct"}, HOW_TEXT, false, ""},
    {"bounds", "volume", {"cost.monthly_min_purchase"}, HOW_SUM, false, ""},

    {"balance", "discount", {"plan.retail_discount_pct"}, HOW_SUM, true, ""},
    {"balance", "payout", {"plan.total_payout_pct"}, HOW_SUM, true, ""},
    {"balance", "own", {"cost.monthly_min_purchase"}, HOW_SUM, true, ""},
    {"balance",
     "value",
     {"product.typical_use_month", "cost.monthly_min_purchase"},
     HOW_PART_OF,
     false,
     "own"},
    {"balance",
     "costs",
     {"cost.join_fee", "cost.starter_kit", "cost.events_tools_12m", "cost.training_12m",
      "cost.annual_renewal"},
     HOW_A_MONTH,
     true,
     ""},

    {"odds", "place", {"recruit.active_participants"}, HOW_NEXT, true, ""},

    {"saturation", "recruits", {"sustain.promised_width"}, HOW_SUM, true, ""},
    {"saturation", "population", {"sustain.market_population"}, HOW_SUM, true, ""},

    {"treadmill", "yearly", {"earn.retention_12m_pct"}, HOW_REST, true, "monthly"},

    {"plan",
     "width",
     {"sustain.promised_width"},
     HOW_SUM,
     true,
     "left right rate scale tree points"},
    {"plan",
     "commissions",
     {"plan.level_pct"},
     HOW_TEXT,
     true,
     "left right rate scale tree points"},
    {"plan",
     "volume",
     {"cost.monthly_min_purchase"},
     HOW_SUM,
     true,
     "left right rate scale tree points"},
};

/* --- one fact --- */

/* Why a fact gives no number, or NULL where it does. */
static const char *fault_of(const struct profile *profile, const char *name,
                            const struct fact **out)
{
    int number = schema_find_name(profile->schema, name);

    if (number == FACT_NONE)
        return "not in this pack";
    const struct fact *fact = *out = &profile->facts[number];
    if (!fact_is_known(fact))
        return fact->value.state == FACT_ABSENT ? "not stated"
                                                : fact_state_name(fact->value.state);
    if (fact->no_rate)
        return "in a currency without a rate";
    if (fact->value.lo == fact->value.hi)
        return NULL;
    return fact->conflict ? "not the same in two sources" : "a range";
}

const struct fact *math_fact(const struct profile *profile, const char *name)
{
    const struct fact *fact;

    return fault_of(profile, name, &fact) ? NULL : fact;
}

/* --- one option --- */

struct taker {
    struct options *options;
    struct math_sheet *sheet;
};

static const char *value_shown(struct math_sheet *sheet, const struct value_option *option,
                               decimal value)
{
    struct buf buf = BUF_INIT;

    decimal_put(&buf, value, true);
    buf_puts(&buf, option->kind == VALUE_PCT ? "%" : "");
    const char *text = arena_copy(sheet->arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

/* "cost.join_fee, cost.starter_kit". */
static const char *names_of(const struct taking *taking, struct arena *arena)
{
    const char *names = taking->facts[0];

    for (size_t i = 1; i < TAKEN_FACTS && taking->facts[i]; i++)
        names = arena_printf(arena, "%s, %s", names, taking->facts[i]);
    return names;
}

/* The monthly fee that is a part of the other costs: by the profile, else as given. */
static decimal fee_of(const struct taker *taker)
{
    const struct fact *fact = math_fact(taker->sheet->profile, "cost.monthly_fee");

    return fact ? fact->value.lo : value_number(taker->options, "fees");
}

static decimal sum_of(const struct fact *const facts[], size_t count)
{
    decimal sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += facts[i]->value.lo;
    return sum;
}

/* False where there is no such number: the share of nothing. */
static bool number_of(const struct taker *taker, const struct taking *taking,
                      const struct fact *const facts[], size_t count, decimal *out)
{
    decimal whole = 100 * DECIMAL_ONE;

    *out = sum_of(facts, count);
    switch (taking->how) {
    case HOW_A_MONTH:
        return decimal_mul_div(*out, 1, 12, out);
    case HOW_OTHER:
        if (!decimal_mul_div(*out, 1, 12, out))
            return false;
        *out -= fee_of(taker);
        return true;
    case HOW_PER_WEEK:
        return decimal_mul_div(*out, 52, 12, out);
    case HOW_REST:
        *out = whole - *out;
        return true;
    case HOW_NEXT:
        *out += DECIMAL_ONE;
        return true;
    case HOW_PART_OF:
        if (!decimal_mul_div(facts[0]->value.lo, whole, facts[1]->value.lo, out))
            return false;
        *out = *out < whole ? *out : whole;
        return true;
    default:
        return true;
    }
}

/* "7% 1150 1000..1999", as the option is written. */
static const char *row_text(struct arena *arena, const struct income_line *line)
{
    struct buf buf = BUF_INIT;

    decimal_put(&buf, line->share_pct, false);
    buf_puts(&buf, "% ");
    decimal_put(&buf, line->average, false);
    buf_puts(&buf, line->has_low || line->has_high ? " " : "");
    if (line->has_low)
        decimal_put(&buf, line->low, false);
    buf_puts(&buf, line->has_low || line->has_high ? ".." : "");
    if (line->has_high)
        decimal_put(&buf, line->high, false);
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

static bool take_text(const struct taker *taker, const struct taking *taking,
                      const struct value_option *option, const char *text, struct error *err)
{
    struct math_sheet *sheet = taker->sheet;
    struct income_line lines[INCOME_LINES_MAX];

    if (taking->how == HOW_TEXT) {
        math_note_input(sheet, option->name, arena_printf(sheet->arena, "'%s'", text),
                        taking->facts[0]);
        return value_option_set(taker->options, option, text, err);
    }
    size_t count = income_lines_parts(text, lines);
    for (size_t i = 0; i < count; i++) {
        const char *row = row_text(sheet->arena, &lines[i]);
        if (!value_option_set(taker->options, option, row, err))
            return false;
        math_note_input(sheet, option->name, arena_printf(sheet->arena, "'%s'", row),
                        taking->facts[0]);
    }
    return true;
}

static bool take_number(const struct taker *taker, const struct taking *taking,
                        const struct value_option *option, decimal value, struct error *err)
{
    struct math_sheet *sheet = taker->sheet;
    const char *shown = value_shown(sheet, option, value);
    const char *names = names_of(taking, sheet->arena);
    struct error fault;

    if (!value_option_set(taker->options, option, shown, &fault))
        return error_set(err, ERROR_USAGE, NULL, 0, "%s give%s '%s' here, but %s", names,
                         taking->facts[1] ? "" : "s", shown, fault.message);
    math_note_input(sheet, option->name, shown, names);
    return true;
}

/* What stands in the way of the facts: "cost.training_12m (unknown)"; NULL where nothing does.
 */
static const char *lacking(const struct taker *taker, const struct taking *taking,
                           const struct fact *facts[TAKEN_FACTS], size_t *count, bool *stated)
{
    struct arena *arena = taker->sheet->arena;
    const char *all = NULL;

    *count = 0;
    *stated = false;
    for (size_t i = 0; i < TAKEN_FACTS && taking->facts[i]; i++) {
        const char *fault =
            fault_of(taker->sheet->profile, taking->facts[i], &facts[(*count)++]);
        if (!fault)
            continue;
        *stated |= facts[i] && fact_is_known(facts[i]);
        all = arena_printf(arena, "%s%s%s (%s)", all ? all : "", all ? ", " : "",
                           taking->facts[i], fault);
    }
    return all;
}

static bool is_needless(const struct options *options, const struct taking *taking)
{
    struct text rest = text_of(taking->unless), word;

    if (value_given(options, taking->option))
        return true;
    while (text_next_word(&rest, &word))
        for (size_t i = 0; i < options->value_count; i++)
            if (text_is(word, options->values[i].option->name))
                return true;
    return false;
}

/* Takes one option from the profile, or says why it cannot be. */
static bool take(const struct taker *taker, const struct taking *taking, struct error *err)
{
    const struct value_option *option =
        value_option_find(taker->options->command, text_of(taking->option));
    struct math_sheet *sheet = taker->sheet;
    const struct fact *facts[TAKEN_FACTS] = {0};
    size_t count;
    bool stated;
    decimal value;

    if (is_needless(taker->options, taking))
        return true;
    const char *missing = lacking(taker, taking, facts, &count, &stated);
    if (missing && taking->needed)
        return error_set(err, ERROR_USAGE, NULL, 0, "%s wants %s: state it, or give '--%s %s'",
                         taker->options->command->name, missing, option->name,
                         value_option_kind(option));
    if (missing) {
        if (stated)
            math_note_input(sheet, option->name, NULL, missing);
        return true;
    }
    if (taking->how == HOW_TEXT || taking->how == HOW_ROWS)
        return take_text(taker, taking, option, facts[0]->value.text, err);
    return !number_of(taker, taking, facts, count, &value) ||
           take_number(taker, taking, option, value, err);
}

/* Hours and wage say something together only. */
static bool has_partner(const struct taker *taker, const struct taking *taking)
{
    static const struct {
        const char *option, *partner, *fact;
    } pairs[] = {{"hours", "wage", "fit.wage"}, {"wage", "hours", "fit.hours_per_week"}};

    for (size_t i = 0; i < COUNT(pairs); i++)
        if (strcmp(taking->option, pairs[i].option) == 0)
            return value_given(taker->options, pairs[i].partner) ||
                   math_fact(taker->sheet->profile, pairs[i].fact);
    return true;
}

/* Head counts matter where the table leaves people out. */
static bool has_head_counts(const struct math_sheet *sheet)
{
    const struct schema *schema = sheet->profile->schema;
    const struct fact *covers = math_fact(sheet->profile, "income.covers");

    if (!math_fact(sheet->profile, "income.active") || !math_fact(sheet->profile, "income.all"))
        return false;
    const struct fact_def *def =
        covers ? &schema->facts[schema_find_name(schema, "income.covers")] : NULL;
    return !covers || strcmp(def->values[covers->value.lo], "all") != 0;
}

bool math_facts_take(struct options *options, struct math_sheet *sheet, struct faults *faults)
{
    struct taker taker = {options, sheet};
    const char *command = options->command->name + strlen("math ");
    bool counts = !value_given(options, "active") && !value_given(options, "all") &&
                  has_head_counts(sheet);
    size_t before = faults->count;
    struct error err;

    for (size_t i = 0; i < COUNT(takings); i++) {
        const struct taking *taking = &takings[i];
        bool plays = strcmp(taking->command, command) == 0 && has_partner(&taker, taking) &&
                     (taking->how != HOW_COUNT || counts);
        if (plays && !take(&taker, taking, &err))
            faults_add(faults, sheet->arena, 0, 0, "%s", err.message);
    }
    return faults->count == before;
}
