/* SPDX-License-Identifier: MIT
 *
 * What the loading of a rule says of the slips of a beginner: what to write instead.
 */
#include "lint_bench.h"

#include "lua/slips.h"

#define RULE_WITH(line)                                                                        \
    TOP SOUND_HEAD READS "check = function(c)\n" line "\n  return pass('few: %n', c.a.n)\n"    \
                         "end,\n" EXAMPLES "}\n"

static void each_slip_is_told_with_what_to_write_instead(void **state)
{
    static const struct {
        const char *label, *source, *says;
        int line;
    } rows[] = {
        {"one =", RULE_WITH("if c.a.n = 1 then return pass('x') end"), "written ==", 8},
        {"!=", RULE_WITH("if c.a.n != 1 then return pass('x') end"), "written ~=", 8},
        {"!", RULE_WITH("if !(c.a.n > 1) then return pass('x') end"), "write 'not'", 8},
        {"&&", RULE_WITH("if c.a.n > 1 && c.a.n < 3 then return pass('x') end"), "'and'", 8},
        {"||", RULE_WITH("if c.a.n > 1 || c.a.n < 3 then return pass('x') end"), "'or'", 8},
        {"++", RULE_WITH("local n = 1\n n++"), "n = n + 1", 9},
        {"+=", RULE_WITH("local n = 1\n n += 1"), "n = n + 1", 9},
        {"=>", RULE_WITH("if c.a.n => 1 then return pass('x') end"), ">=", 8},
        {"no then", RULE_WITH("if c.a.n > 1 return pass('x') end"), "if ... then", 8},
        {"colon", RULE_WITH("if c.a.n > 1: return pass('x')"), "'then' in the place of ':'", 8},
        {"braces", RULE_WITH("if (c.a.n > 1) { return pass('x') }"), "then ... end", 8},
        {"elif", RULE_WITH("if c.a.n > 1 then return pass('x') elif c.a.n > 2 then end"),
         "write elseif", 8},
        {"else if", RULE_WITH("if c.a.n > 1 then return pass('x') else if c.a.n > 2 then end"),
         "write elseif", 10},
        {"? :", RULE_WITH("return c.a.n > 1 ? pass('x') : pass('y')"), "if ... then", 8},
        {"//", RULE_WITH("// a comment"), "starts with --", 8},
        {"#", RULE_WITH("# a comment"), "starts with --", 8},
        {"no end", RULE_WITH("if c.a.n > 1 then return pass('x')"), "'end' that is missing", 9},
        {"no bracket", RULE_WITH("return pass('x'"), "')' that is missing", 9},
        {"no quote", RULE_WITH("return pass('x)"), "with its quote", 8},
        {"no comma", "return { title = 'T'\n why = 'W' }\n", "write a comma before", 2},
        {"a dot", "return { a.n = 'down' }\n", "[\"section.key\"]", 1},
        {"no return", "{ title = 'T' }\n", "return {", 1},
        {"no brace", "return { title = 'T'\n", "'}' that is missing", 2},
        {"curly quotes", "return { title = “T” }\n", "straight", 1},
        {"byte order mark", "\xEF\xBB\xBFreturn { }\n", "byte order mark", 1},
        {"colon for a dot", RULE_WITH("return pass('%n', c:a.n)"), "c.section.key", 8},
        {"function name()", "return { function check(c) end }\n", "NAME = function(c)", 1},
        {"def", "return {\ncheck = def(c):\n}\n", "write function(c)", 3},
        {"arrow", "return { check = (c) => 1 }\n", "write function(c)", 1},
        {"else", "return { title = ) }\n", "look just before this", 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct temp_pack dir;
        struct error err = {0};
        temp_open(&dir);
        temp_put(&dir, "facts.lua", FACTS(FACT("a.n")));
        struct rulebook *book = temp_rule(&dir, rows[i].source, &err);
        if (book || !strstr(err.message, rows[i].says) || err.line != rows[i].line)
            fail_msg("%s: line %d, not %d: %s", rows[i].label, err.line, rows[i].line,
                     err.message);
        temp_close(&dir);
    }
}

static void values_that_are_missing_are_told(void **state)
{
    (void)state;
    assert_non_null(
        strstr(slip_of_run("attempt to concatenate a nil value (local 'x')"), "%n"));
    assert_non_null(strstr(slip_of_run("attempt to compare nil with number"), "no value"));
    assert_non_null(strstr(slip_of_run("attempt to compare string with number"), "a text"));
    assert_null(slip_of_run("attempt to compare two table values"));
    assert_null(slip_of_run("the author's own words"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_slip_is_told_with_what_to_write_instead),
        cmocka_unit_test(values_that_are_missing_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
