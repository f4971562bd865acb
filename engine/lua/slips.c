/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/slips.h"

/* Where the word that gives a slip away is looked for. */
enum slip_place {
    ANYWHERE, /* no word */
    ON_LINE,  /* on the line where Lua gave up, or on the one before */
    AT_START, /* first on one of these two */
    IN_FILE
};

/* The first row that fits is said. */
static const struct {
    const char *says, *near; /* parts of Lua's message; "" for any */
    enum slip_place place;
    const char *word;
    const char *instead;
} slips[] = {
    {"", "near '!'", ON_LINE, "!=", "'is not' is written ~="},
    {"", "near '!'", ANYWHERE, "", "write 'not' in the place of '!'"},
    {"", "near '&'", ANYWHERE, "", "write 'and' in the place of '&&'"},
    {"", "near '|'", ANYWHERE, "", "write 'or' in the place of '||'"},
    {"", "near '+'", ON_LINE, "++", "write n = n + 1 in the place of n++"},
    {"", "near '+'", ON_LINE, "+=", "write n = n + 1 in the place of n += 1"},
    {"", "near '?'", ANYWHERE, "", "write if ... then return ... end in the place of '?'"},
    {"", "near '#'", AT_START, "#", "a comment starts with --"},
    {"", "", AT_START, "//", "a comment starts with --"},
    {"", "near '<\\239>", AT_START, "\xEF\xBB\xBF",
     "save the file without its byte order mark"},
    {"function arguments expected", "", ANYWHERE, "",
     "a fact is read with dots: c.section.key"},
    {"", "near '<\\", ANYWHERE, "", "quotes are straight ones, \" or '"},
    {"'}' expected", "near '='", ON_LINE, "=>", "write function(c) ... end"},
    {"", "near '='", ON_LINE, "=>", "'at least' is written >="},
    {"", "near '='", ON_LINE, "=<", "'at most' is written <="},
    {"'then' expected", "near '='", ANYWHERE, "", "a comparison is written =="},
    {"'then' expected", "near ':'", ANYWHERE, "", "write 'then' in the place of ':'"},
    {"'then' expected", "", ANYWHERE, "", "write if ... then ... end"},
    {"", "", AT_START, "def ", "write NAME = function(c) ... end"},
    {"", "", ON_LINE, "= def", "write function(c) ... end"},
    {"<name> expected", "", ON_LINE, "if ", "write 'then' in the place of ':'"},
    {"unfinished string", "", ANYWHERE, "", "end the text with its quote on the same line"},
    {"'}' expected", "near '='", ANYWHERE, "",
     "a name with a dot is written [\"section.key\"] = ..."},
    {"'}' expected", "near <eof>", ANYWHERE, "", "write the '}' that is missing"},
    {"'}' expected", "", ANYWHERE, "", "write a comma before this, or the '}' that is missing"},
    {"')' expected", "", ANYWHERE, "", "write the ')' that is missing, or a comma before this"},
    {"", "near 'elif'", ANYWHERE, "", "write elseif"},
    {"", "near 'elsif'", ANYWHERE, "", "write elseif"},
    {"syntax error", "", ON_LINE, "continue", "put the rest of the loop into an if"},
    {"'end' expected", "", IN_FILE, "else if ",
     "write elseif: 'else if' needs an 'end' of its own"},
    {"unexpected symbol", "near ','", IN_FILE, "else if ",
     "write elseif: 'else if' needs an 'end' of its own"},
    {"'end' expected", "", ANYWHERE, "",
     "write the 'end' that is missing before this: each if, for and function has its own"},
    {"'(' expected", "", ANYWHERE, "", "write NAME = function(c) ... end"},
    {"'do' expected", "", ANYWHERE, "", "write for _, x in ipairs(list) do ... end"},
    {"'=' or 'in' expected", "", ANYWHERE, "", "write for _, x in ipairs(list) do ... end"},
    {"unexpected symbol", "near '{'", AT_START, "{", "a file starts its table with return {"},
    {"unexpected symbol", "", ON_LINE, ") {", "write then ... end in the place of { ... }"},
    {"", "near <eof>", ANYWHERE, "",
     "the file ends too soon: write the '}' or 'end' that is missing"},
    {"syntax error", "", ANYWHERE, "", "a line of code is NAME = value, a call, or return ..."},
};

/* What Lua says of values that are not what the code takes them for. */
static const struct {
    const char *says[2];
    const char *instead;
} breaks[] = {
    {{"attempt to concatenate a nil"},
     "it has no value: put values into a message with %s and %n, as in pass('few: %n', x)"},
    {{"attempt to concatenate"},
     "put values into a message with %s and %n, as in pass('few: %n', x)"},
    {{"attempt to compare", "nil"}, "one side has no value: is its name spelt right?"},
    {{"attempt to compare", "string"},
     "a text is compared with a text, as in c.plan.type == 'binary'"},
    {{"attempt to perform arithmetic on a nil"}, "it has no value: is its name spelt right?"},
    {{"attempt to index a nil"}, "it has no value: is its name spelt right?"},
    {{"attempt to call a nil"}, "there is no such function: is its name spelt right?"},
};

struct lines {
    const char *start, *end;
};

/* The line and the one before. */
static struct lines lines_at(struct text source, int line)
{
    struct lines lines = {source.at, source.at};
    const char *end = source.at + source.len, *before = source.at;

    for (int i = 1; i < line && lines.end < end; i++) {
        const char *stop = memchr(lines.end, '\n', (size_t)(end - lines.end));
        before = lines.end;
        lines.end = stop ? stop + 1 : end;
    }
    lines.start = before;
    const char *stop = memchr(lines.end, '\n', (size_t)(end - lines.end));
    lines.end = stop ? stop : end;
    return lines;
}

static bool is_first(struct lines lines, const char *at)
{
    while (at > lines.start && is_blank(at[-1]))
        at--;
    return at == lines.start || at[-1] == '\n';
}

static bool has_word(struct lines lines, const char *word, bool first)
{
    size_t len = strlen(word);

    for (const char *at = lines.start; len <= (size_t)(lines.end - at); at++)
        if (memcmp(at, word, len) == 0 && (!first || is_first(lines, at)))
            return true;
    return false;
}

const char *slip_of_text(struct text source, int line, const char *message)
{
    struct lines near = lines_at(source, line);
    struct lines file = {source.at, source.at + source.len};

    for (size_t i = 0; i < COUNT(slips); i++) {
        enum slip_place place = slips[i].place;
        if (strstr(message, slips[i].says) && strstr(message, slips[i].near) &&
            (place == ANYWHERE ||
             has_word(place == IN_FILE ? file : near, slips[i].word, place == AT_START)))
            return slips[i].instead;
    }
    return "look just before this for a comma, a bracket or an 'end' too few or too many";
}

const char *slip_of_run(const char *message)
{
    for (size_t i = 0; i < COUNT(breaks); i++)
        if (strstr(message, breaks[i].says[0]) &&
            (!breaks[i].says[1] || strstr(message, breaks[i].says[1])))
            return breaks[i].instead;
    return NULL;
}
