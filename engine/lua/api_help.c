/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/text.h"
#include "lua/api_help.h"

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
#define OUTCOME "plumbline.outcome"

const char api_help_outcome[] = OUTCOME;

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

const struct rule_field rule_fields[RULE_FIELD_COUNT] = {
    {"title", "string", "true of a company that does well; 60 characters at most", false},
    {"why", "string", "one sentence", false},
    {"cites", "string[]", "ids of sources and of the articles' sentences; none, no points",
     false},
    {"points", "integer", "what the rule is worth", false},
    {"worst", "\"info\"|\"minor\"|\"major\"|\"critical\"",
     "the worst it can say: minor, major or critical; info where it has no points", false},
    {"facts", "plumbline.fact_name[]", "every fact that check may read", false},
    {"ask", "string", "the question that would fill the gap", false},
    {"fix", "string", "what the company or the person could do", true},
    {"monotone", "table<plumbline.fact_name, \"up\"|\"down\"|plumbline.no_direction>",
     "for each number read: 'up' where more of it is never worse, 'down' where it is never "
     "better, else { none = the reason }",
     false},
    {"check", "plumbline.check|plumbline.check[]",
     "a function, or a list of them: each is a test, gets the facts and returns an outcome",
     false},
    {"examples", "plumbline.example[]",
     "facts and the outcome expected of them: one that passes, one that fails and one unknown "
     "at least",
     false},
};

const struct api_help *api_help_find(const char *name)
{
    for (size_t i = 0; i < api_help_count; i++)
        if (strcmp(api_help_rows[i].name, name) == 0)
            return &api_help_rows[i];
    return NULL;
}

void api_help_put_signature(struct buf *out, const struct api_help *help)
{
    buf_printf(out, "%s(", help->name);
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", help->params[i].name);
    buf_putc(out, ')');
}
