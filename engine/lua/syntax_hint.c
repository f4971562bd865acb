/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "lua/syntax_hint.h"

/* The first row whose texts both stand in the message counts. */
static const struct {
    const char *says, *near, *hint;
} hints[] = {
    {"'then' expected", "near '='", "to compare, write =="},
    {"'then' expected", "near '!'", "'is not' is written ~="},
    {"", "near '!'", "'not' is a word in Lua, and 'is not' is written ~="},
    {"", "near '&'", "write 'and'"},
    {"", "near '|'", "write 'or'"},
    {"syntax error", "near '+'", "Lua has no ++ and no +=: write n = n + 1"},
    {"syntax error", "near '-'", "Lua has no -- that counts and no -=: write n = n - 1"},
    {"unexpected symbol", "near '//'", "a comment starts with --"},
    {"unexpected symbol", "near '#'", "a comment starts with --"},
    {"unexpected symbol", "near '<\\", "quotes and signs must be plain: \" ' -"},
    {"'}' expected", "near '='", "a function is written function(c) ... end"},
    {"'}' expected", "", "a comma may be missing at the end of the line before"},
    {"'then' expected", "", "a condition ends with 'then'"},
    {"function arguments expected", "", "facts are read with a dot: c.section.key"},
    {"<name> expected near 'return'", "", "a condition ends with 'then'"},
    {"'end' expected (to close 'function'", "",
     "each if, for and function has an 'end' of its own, and return comes last before it"},
    {"'end' expected", "", "each if, for and function has an 'end' of its own"},
    {"<eof>", "near 'end'", "there is an 'end' too many"},
    {"unfinished string", "", "a text ends on its line, with the quote it began with"},
};

const char *syntax_hint(const char *message)
{
    for (size_t i = 0; i < COUNT(hints); i++)
        if (strstr(message, hints[i].says) && strstr(message, hints[i].near))
            return hints[i].hint;
    return NULL;
}
