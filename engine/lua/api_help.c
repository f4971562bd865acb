/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/text.h"
#include "lua/api_help.h"
#include "lua/formulas.h"

#define SAID                                                                                   \
    "what is said, with %s for a text, %n a number, %d one without thousands (a year), %m an " \
    "amount with its currency, %.0f one rounded, %% a percent sign"
#define VALUES                                                                                 \
    {                                                                                          \
        "...", "string|number", "the values that stand in the text"                            \
    }
#define TEXT {"text", "string", SAID}, VALUES
#define SILENT {"text?", "string", SAID}, VALUES
#define FACT(of)                                                                               \
    {                                                                                          \
        "fact", "plumbline.fact_name", of ", one of the rule's facts"                          \
    }
#define OUTCOME API_OUTCOME

const struct api_help api_help_rows[] = {
    /* outcomes */
    {"pass", false, {TEXT}, OUTCOME, "The test is met: all of the points."},
    {"info", false, {TEXT}, OUTCOME, "Worth knowing, costs nothing: all of the points."},
    {"minor", false, {TEXT}, OUTCOME, "The test is not quite met: 0.6 of the points."},
    {"major", false, {TEXT}, OUTCOME, "The test is clearly not met: 0.25 of the points."},
    {"critical",
     false,
     {TEXT},
     OUTCOME,
     "The test is not met where it matters most: no points, and the verdict is capped."},
    {"credit",
     false,
     {{"share", "number", "0 to 1, rounded to thousandths"}, TEXT},
     OUTCOME,
     "That share of the points."},
    {"unknown", false, {SILENT}, OUTCOME, "The facts do not tell: the points stay open."},
    {"not_applicable",
     false,
     {SILENT},
     OUTCOME,
     "The test does not concern this company: it is left out."},
    {"value",
     false,
     {{"number", "number", "what the figure comes to, at most six decimals"}, TEXT},
     OUTCOME,
     "What a figure comes to, and what is said beside it. Rules do not use it."},
    /* facts */
    {"known",
     false,
     {FACT("its name")},
     "boolean",
     "Whether a fact has a value. Reading one that has none ends the test as unknown; this "
     "asks "
     "first. A refused fact is not known."},
    {"any",
     false,
     {{"...", "plumbline.fact_name", "facts of yes and no, or of numbers other than dates"}},
     "boolean",
     "Whether one of the facts certainly is yes, or above zero. False where none can be; where "
     "an open one could be, the test ends as unknown."},
    {"between",
     false,
     {FACT("a number"),
      {"low", "number", "the least it can be"},
      {"high", "number", "the most it can be"}},
     "number",
     "A fact about which other facts say something: its value where there is one, a range cut "
     "to the bounds, or the bounds where it is open. The test is tried at both ends."},
    {"usd",
     false,
     {FACT("an amount")},
     "number",
     "The amount in US dollars; without a rate the test ends as unknown."},
    {"asof",
     false,
     {{0}},
     "plumbline.date",
     "The day to judge by: --as-of, or the profile's company.as_of; else the test ends as "
     "unknown."},
    /* exact arithmetic */
    {"sum",
     false,
     {{"...", "number", "what is added"}},
     "number",
     "The sum, exact in millionths: a value on the line is on the line."},
    {"diff",
     false,
     {{"a", "number", "from this"}, {"b", "number", "this is taken"}},
     "number",
     "The difference, exact in millionths."},
    {"ratio",
     false,
     {{"a", "number", "what is divided"}, {"b", "number", "by what; not 0"}},
     "number",
     "The quotient, exact in millionths."},
    {"years_between",
     false,
     {{"from", "plumbline.date", "the first day"}, {"to", "plumbline.date", "the last day"}},
     "number",
     "The years from one day to another, with their part of a year; below 0 where 'to' is "
     "earlier."},
    {"year_end",
     false,
     {{"year", "integer", "1000 to 9999"}},
     "plumbline.date",
     "The last day of a year."},
    /* sets and text */
    {"has",
     false,
     {{"set", "plumbline.set", "a fact that is a set or a list of countries"},
      {"value", "string", "one of its possible values"}},
     "boolean",
     "Whether a set holds a value."},
    {"contains",
     false,
     {{"text", "string", "where to look"}, {"word", "string", "what for, letter by letter"}},
     "boolean",
     "Whether a text contains another. There are no patterns."},
    /* formulas */
    {"first_year_cost",
     false,
     {{"enough?", "number",
       "where the costs that are known come to more, the others are not "
       "asked"}},
     "number",
     "What the first year costs, with everything: all facts that facts.lua gives 'first_year', "
     "each as often as it is paid; the rule declares them. An open one ends the test as "
     "unknown. Costs only add up, so what is over 'enough' may be that or more."},
    {"stay_cost",
     false,
     {{0}},
     "number, number",
     "What it costs to stay in over all the months, and the same less what one would have "
     "bought anyway (arithmetic.md 4.5)."},
    {"break_even",
     false,
     {{0}},
     "number?, integer?",
     "Sales to people outside, a month, from which nothing is lost (or 'income' is earned) "
     "when nobody is recruited, and how many customers these are; nil where no sales are "
     "enough."},
    {"month_profit",
     false,
     {{0}},
     "number, number?",
     "What a month with these sales leaves when nobody is recruited, and for each of the "
     "hours."},
    {"job_income", false, {{0}}, "number", "What the hours would pay in a job."},
    {"income_nothing",
     false,
     {{0}},
     "number",
     "Per cent of the people in an income table who were paid nothing, at least."},
    {"income_average",
     false,
     {{0}},
     "number, number",
     "The average of all in an income table, and what the row of the middle person was paid on "
     "average."},
    {"income_top",
     false,
     {{0}},
     "number, number",
     "Per cent of all the money that went to the best paid, at least, and what these were paid "
     "on average."},
    {"income_paid",
     false,
     {{0}},
     "number, number",
     "Per cent of the people who can have been paid a sum at most, and who were at least. No "
     "guess: it follows from the table (arithmetic.md 4.4)."},
    {"balance_net",
     false,
     {{0}},
     "number",
     "What a month leaves the average member of the whole group: recruiting moves money "
     "between members and adds none (arithmetic.md 4.3)."},
    {"balance_needed",
     false,
     {{0}},
     "number?",
     "Sales to people outside, a month for each member, below which the average member loses; "
     "nil where none are enough."},
    {"outside_share",
     false,
     {{0}},
     "number?",
     "Per cent of the paid volume that comes from people outside; nil where nothing is bought "
     "at all."},
    {"bound_average",
     false,
     {{0}},
     "number",
     "The average of people recruited, at most: under one, for everybody but the founder has "
     "exactly one sponsor (arithmetic.md 4.2)."},
    {"bound_recruits",
     false,
     {{0}},
     "number, integer",
     "Per cent of the members who can have so many recruits at most, and the N of one in N."},
    {"bound_downline",
     false,
     {{0}},
     "number, integer",
     "Per cent of the members who can have so many people on the paid levels at most, and the "
     "N of one in N."},
    {"bound_commission",
     false,
     {{0}},
     "number",
     "What commissions on recruits' orders can come to for the average member a month at most, "
     "whatever the shape of the network."},
    {"positions", false, {{0}}, "integer", "People below the first in a full plan."},
    {"joiner_odds",
     false,
     {{0}},
     "number, number, number?",
     "Of one joiner: recruits to expect, per cent of a chance of none, and people below to "
     "expect (of the average recruiter only). A model: every member recruits equally well "
     "(arithmetic.md 4.6)."},
    {"downline_odds",
     false,
     {{0}},
     "number",
     "Per cent of a chance of so many people below, for the average recruiter; the same "
     "model."},
    {"monthly_loss",
     false,
     {{0}},
     "number",
     "Per cent that leave in a month where so many leave in a year."},
    {"treadmill",
     false,
     {{0}},
     "number",
     "New people a month that keep a downline as large as it is."},
    /* Lua's own */
    {"assert",
     true,
     {{"value", "any", "what must hold"}, {"message?", "string", "what is said"}},
     "any",
     "Lua's own: an error of the rule where the value is false or nil."},
    {"error",
     true,
     {{"message", "string", "what is said"}},
     NULL,
     "Lua's own: ends the test as an error of the rule."},
    {"ipairs",
     true,
     {{"list", "table", "a list"}},
     "function",
     "Lua's own: goes over a list in its order."},
    {"select",
     true,
     {{"from", "integer|string", "a number, or '#'"}, {"...", "any", "values"}},
     "any",
     "Lua's own: the values from one on, or how many there are."},
    {"tonumber",
     true,
     {{"text", "string|number", "what is read"}, {"base?", "integer", "2 to 36"}},
     "number?",
     "Lua's own: a text as a number, or nil."},
    {"type",
     true,
     {{"value", "any", "any value"}},
     "string",
     "Lua's own: the name of its type."},
    {"string.format",
     true,
     {{"format", "string", "with %s %d %f %g %x"}, {"...", "any", "values"}},
     "string",
     "Lua's own, for texts and numbers: a text with values put in."},
    {"string.len", true, {{"text", "string", "a text"}}, "integer", "Lua's own: its bytes."},
    {"string.lower",
     true,
     {{"text", "string", "a text"}},
     "string",
     "Lua's own: in small letters, ASCII only."},
    {"string.sub",
     true,
     {{"text", "string", "a text"}, {"first", "integer", "byte"}, {"last?", "integer", "byte"}},
     "string",
     "Lua's own: a part of a text."},
    {"string.upper",
     true,
     {{"text", "string", "a text"}},
     "string",
     "Lua's own: in capital letters, ASCII only."},
    {"math.abs", true, {{"x", "number", "a number"}}, "number", "Lua's own: without its sign."},
    {"math.ceil", true, {{"x", "number", "a number"}}, "integer", "Lua's own: rounded up."},
    {"math.floor", true, {{"x", "number", "a number"}}, "integer", "Lua's own: rounded down."},
    {"math.max",
     true,
     {{"x", "number", "a number"}, {"...", "number", "more"}},
     "number",
     "Lua's own: the largest."},
    {"math.min",
     true,
     {{"x", "number", "a number"}, {"...", "number", "more"}},
     "number",
     "Lua's own: the smallest."},
};
const size_t api_help_count = COUNT(api_help_rows);

const struct api_help *api_help_find(const char *name)
{
    for (size_t i = 0; i < api_help_count; i++)
        if (strcmp(api_help_rows[i].name, name) == 0)
            return &api_help_rows[i];
    return NULL;
}

/* What the fields of formulas are; a name means the same in all of them. */
static const struct {
    const char *name, *help;
} fields[] = {
    {"active", "people whom the table counts"},
    {"all", "people there are in all, those the table leaves out too"},
    {"commission", "per cent of the retail price that is paid on one's own sales"},
    {"costs", "other costs of the average member, a month"},
    {"customer", "what a regular customer spends in a month"},
    {"depth", "how many levels"},
    {"discount", "per cent off the retail price at which members buy"},
    {"downline", "people below one"},
    {"fees", "fixed fees a month"},
    {"hours", "hours of work a month; a month is 52/12 weeks"},
    {"income", "what is to be earned in a month, above what breaking even takes"},
    {"join", "paid once to join"},
    {"levels", "levels of recruits on which the plan pays"},
    {"members", "people in the network, all told"},
    {"monthly", "per cent of the people who leave in a month"},
    {"months", "months to look at, over which joining is spread"},
    {"other", "other costs a month: tools, events, travel"},
    {"outside", "sales to people outside a month, for each member, at the retail price"},
    {"own", "what the average member buys for himself or for the quota, a month"},
    {"payout", "per cent of what members buy that is paid out as commissions"},
    {"people", "people below one, on all levels"},
    {"place", "the how-many-th to join"},
    {"rates", "per cent on each level, the nearest first: a fact such as c.plan.level_pct"},
    {"recruits", "people recruited by oneself"},
    {"required", "purchase a month to stay qualified, at member price"},
    {"rows", "the rows of an income table: a fact such as c.income.row"},
    {"sales", "sales to people outside, a month, at the retail price"},
    {"skill", "how many times the average recruiter one is; 1 is average"},
    {"sum", "the amount that is asked about, a year"},
    {"top", "the best paid so many per cent of the people"},
    {"value", "per cent of the required purchase that one would have bought anyway"},
    {"volume", "what each member buys in a month"},
    {"wage", "what an hour pays"},
    {"width", "recruits of each on every level"},
    {"widths", "recruits of each on the first level, on the second, and so on: { 6, 4, 2 }"},
    {"yearly", "per cent of the people who leave in a year"},
};

static const char *help_of_field(const char *name)
{
    for (size_t i = 0; i < COUNT(fields); i++)
        if (strcmp(fields[i].name, name) == 0)
            return fields[i].help;
    return "";
}

static struct api_field describe(const struct field *field)
{
    static const char *const types[] = {[FIELD_NUMBER] = "number",
                                        [FIELD_WHOLE] = "integer",
                                        [FIELD_ROWS] = "string",
                                        [FIELD_RATES] = "string",
                                        [FIELD_WIDTHS] = "integer[]"};

    return (struct api_field){field->name, types[field->kind], help_of_field(field->name),
                              field->optional};
}

size_t api_help_fields(const struct api_help *help, struct api_field out[API_MAX_FIELDS])
{
    const struct formula *formula = formula_find(help->name);
    size_t count = formula ? formula_field_count(formula) : 0;

    for (size_t i = 0; i < count; i++)
        out[i] = describe(&formula->fields[i]);
    return count;
}

void api_help_put_signature(struct buf *out, const struct api_help *help)
{
    struct api_field own[API_MAX_FIELDS];
    size_t count = api_help_fields(help, own);

    buf_printf(out, "%s%c", help->name, count > 0 ? '{' : '(');
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%s%s", i > 0 ? ", " : "", own[i].name, own[i].optional ? "?" : "");
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", help->params[i].name);
    buf_putc(out, count > 0 ? '}' : ')');
}
