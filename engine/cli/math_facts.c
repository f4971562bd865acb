/* SPDX-License-Identifier: MIT */
#include "cli/math_facts.h"

#include <string.h>

#include "cli/math_takings.h"
#include "cli/value_options.h"
#include "facts/value_lists.h"

/* --- one fact --- */

/* Another pack may mean something else by the name. */
static bool is_of(const struct fact_def *def, enum fact_type wanted)
{
    return wanted == TYPE_NUMBER ? fact_type_is_numeric(def->type) && def->type != TYPE_DATE
                                 : def->type == wanted;
}

/* Why a fact gives no value of the type, or NULL where it does; TYPE_NUMBER is any number. */
static const char *fault_of(const struct profile *profile, const char *name,
                            enum fact_type type, const struct fact **out)
{
    static const struct fact none;
    int number = schema_find_name(profile->schema, name);

    *out = &none;
    if (number == FACT_NONE)
        return "not in this pack";
    if (!is_of(&profile->schema->facts[number], type))
        return "of another type in this pack";
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

const struct fact *math_fact(const struct profile *profile, const char *name,
                             enum fact_type type)
{
    const struct fact *fact;

    return fault_of(profile, name, type, &fact) ? NULL : fact;
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

/* What was done with the facts, to say behind their names. */
static const char *const done[] = {
    [HOW_SUM] = "",
    [HOW_A_MONTH] = ": a twelfth",
    [HOW_OTHER] = ": a twelfth, less the fees",
    [HOW_PER_WEEK] = ": 52 weeks are 12 months",
    [HOW_REST] = ": the rest of 100%",
    [HOW_NEXT] = ", and you",
    [HOW_PART_OF] = ": the share of the first in the second",
    [HOW_COUNT] = "",
};

/* The monthly fee that is a part of the other costs: by the profile, else as given. */
static decimal fee_of(const struct taker *taker)
{
    const struct fact *fact = math_fact(taker->sheet->profile, "cost.monthly_fee", TYPE_NUMBER);

    return fact ? fact->value.lo : value_number(taker->options, "fees");
}

/* What the facts of one option say. */
struct found {
    decimal values[TAKEN_FACTS];
    size_t count;
    const char *text;    /* of the last */
    const char *missing; /* "cost.training_12m (unknown)", or NULL where nothing is */
    bool is_stated;      /* though some is missing, the profile speaks of it */
};

/* False where there is no such number: the share of nothing. */
static bool number_of(const struct taker *taker, const struct taking *taking,
                      const struct found *found, decimal *out)
{
    decimal whole = 100 * DECIMAL_ONE;

    *out = 0;
    for (size_t i = 0; i < found->count; i++)
        *out += found->values[i];
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
        if (!decimal_mul_div(found->values[0], whole, found->values[1], out))
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

    if (taking->how == HOW_OTHER && value < 0)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "the monthly fees of a year are more than %s, of which they are a "
                         "part: correct one of them, or give '--%s SUM'",
                         names, option->name);
    if (!value_option_set(taker->options, option, shown, &fault))
        return error_set(err, ERROR_USAGE, NULL, 0, "%s give%s '%s' here, but %s", names,
                         taking->facts[1] ? "" : "s", shown, fault.message);
    math_note_input(sheet, option->name, shown,
                    arena_printf(sheet->arena, "%s%s", names, done[taking->how]));
    return true;
}

static struct found look_up(const struct taker *taker, const struct taking *taking)
{
    enum fact_type type = taking->how == HOW_TEXT   ? TYPE_PCT_LIST
                          : taking->how == HOW_ROWS ? TYPE_INCOME_ROWS
                                                    : TYPE_NUMBER;
    struct found found = {.count = 0};

    for (size_t i = 0; i < TAKEN_FACTS && taking->facts[i]; i++) {
        const struct fact *fact;
        const char *fault = fault_of(taker->sheet->profile, taking->facts[i], type, &fact);
        found.values[found.count++] = fact->value.lo;
        found.text = fact->value.text;
        if (!fault)
            continue;
        found.is_stated |= fact_is_known(fact);
        found.missing =
            arena_printf(taker->sheet->arena, "%s%s%s (%s)", found.missing ? found.missing : "",
                         found.missing ? ", " : "", taking->facts[i], fault);
    }
    return found;
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
    decimal value;

    if (is_needless(taker->options, taking))
        return true;
    struct found found = look_up(taker, taking);
    if (found.missing && taking->needed)
        return error_set(err, ERROR_USAGE, NULL, 0, "%s wants %s: state it, or give '--%s %s'",
                         taker->options->command->name, found.missing, option->name,
                         value_option_kind(option));
    if (found.missing) {
        if (found.is_stated)
            math_note_input(sheet, option->name, NULL, found.missing);
        return true;
    }
    if (taking->how == HOW_TEXT || taking->how == HOW_ROWS)
        return take_text(taker, taking, option, found.text, err);
    return !number_of(taker, taking, &found, &value) ||
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
                   math_fact(taker->sheet->profile, pairs[i].fact, TYPE_NUMBER);
    return true;
}

/* Head counts matter where the table leaves people out. */
static bool has_head_counts(const struct math_sheet *sheet)
{
    const struct schema *schema = sheet->profile->schema;
    const struct fact *covers = math_fact(sheet->profile, "income.covers", TYPE_ENUM);

    if (!math_fact(sheet->profile, "income.active", TYPE_INT) ||
        !math_fact(sheet->profile, "income.all", TYPE_INT))
        return false;
    if (!covers)
        return true;
    int number = schema_find_name(schema, "income.covers");
    return strcmp(schema->facts[number].values[covers->value.lo], "all") != 0;
}

/* A profile has the numbers of a matrix only; where its plan is another, that is said beside
 * the option that chooses it. */
static void note_kind(const struct taker *taker)
{
    static const struct {
        const char *type, *option, *says;
    } kinds[] = {
        {"binary", "left",
         "plan.type is binary, but no fact states the sales of its two sides: what is worked "
         "out is the matrix, and '--left', '--right' and '--rate' choose the binary plan"},
        {"stairstep_breakaway", "scale",
         "plan.type is stairstep_breakaway, but no fact states its scale: what is worked out "
         "is "
         "the matrix, and '--scale', '--tree' and '--points' choose the breakaway plan"},
    };
    const struct profile *profile = taker->sheet->profile;
    const struct fact *type = math_fact(profile, "plan.type", TYPE_ENUM);

    if (!type || !value_given(taker->options, "width"))
        return;
    int number = schema_find_name(profile->schema, "plan.type");
    const char *name = profile->schema->facts[number].values[type->value.lo];
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (strcmp(kinds[i].type, name) == 0)
            math_note_input(taker->sheet, kinds[i].option, NULL, kinds[i].says);
}

bool math_facts_take(struct options *options, struct math_sheet *sheet, struct faults *faults)
{
    struct taker taker = {options, sheet};
    const char *command = options->command->name + strlen("math ");
    bool counts = !value_given(options, "active") && !value_given(options, "all") &&
                  has_head_counts(sheet);
    size_t before = faults->count;
    struct error err;

    for (size_t i = 0; i < taking_count; i++) {
        const struct taking *taking = &takings[i];
        bool plays = strcmp(taking->command, command) == 0 && has_partner(&taker, taking) &&
                     (taking->how != HOW_COUNT || counts);
        if (plays && !take(&taker, taking, &err))
            faults_add(faults, sheet->arena, 0, 0, "%s", err.message);
    }
    if (strcmp(command, "plan") == 0)
        note_kind(&taker);
    return faults->count == before;
}
