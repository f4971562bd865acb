/* SPDX-License-Identifier: MIT
 *
 * What is said to somebody who writes Lua as another language: Lua's own messages are made
 * here, so that a Lua that words them otherwise shows.
 */
#include "rows.h"

#include <lauxlib.h>

#include "lua/syntax_hint.h"

static void slips_of_other_languages_are_told_what_to_write(void **state)
{
    static const struct {
        const char *source, *hint;
    } rows[] = {
        {"if a = 1 then end", "to compare, write =="},
        {"if a != 1 then end", "'is not' is written ~="},
        {"return !a", "'not' is a word in Lua, and 'is not' is written ~="},
        {"return a && b", "write 'and'"},
        {"return a || b", "write 'or'"},
        {"a++", "Lua has no ++ and no +=: write n = n + 1"},
        {"a += 1", "Lua has no ++ and no +=: write n = n + 1"},
        {"a -= 1", "Lua has no -- that counts and no -=: write n = n - 1"},
        {"// a\nreturn 1", "a comment starts with --"},
        {"return 1\n# a", NULL}, /* at the start of a file only */
        {"return \u201cx\u201d", "quotes and signs must be plain: \" ' -"},
        {"return { f = (c) => 1 }", "a function is written function(c) ... end"},
        {"return { a = 1\nb = 2 }", "a comma may be missing at the end of the line before"},
        {"if a > 1 return 2 end", "a condition ends with 'then'"},
        {"if a > 1:\nreturn 2 end", "a condition ends with 'then'"},
        {"return c:a.b", "facts are read with a dot: c.section.key"},
        {"local function f()\n return 1\n local x end",
         "each if, for and function has an 'end' of its own, and return comes last before it"},
        {"if a then return 1", "each if, for and function has an 'end' of its own"},
        {"return 1 end", "there is an 'end' too many"},
        {"return 'a", "a text ends on its line, with the quote it began with"},
        {"return goto", NULL},
    };
    lua_State *L = luaL_newstate();

    (void)state;
    assert_non_null(L);
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_not_equal(luaL_loadstring(L, rows[i].source), LUA_OK);
        const char *hint = syntax_hint(lua_tostring(L, -1));
        ROW_TEXT(rows[i].source, hint ? hint : "none", rows[i].hint ? rows[i].hint : "none");
        lua_settop(L, 0);
    }
    lua_close(L);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_of_other_languages_are_told_what_to_write),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
