/* SPDX-License-Identifier: MIT
 *
 * A rule file read as text: its limits, and the names and numbers that its code uses.
 */
#include "source_rows.h"

#include "lua/names.h"

static void say_limits(struct text source, struct arena *arena, struct buf *out)
{
    struct source_limit *limits;
    size_t count = source_limits(source, arena, &limits);

    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%d %s=%s %s: %s", i > 0 ? "; " : "", limits[i].line, limits[i].name,
                   limits[i].value, limits[i].cited ? "cited" : "bare", limits[i].comment);
}

static void limits_are_cited_beside_or_above(void **state)
{
    static const struct row rows[] = {
        {"beside", "local A = 5 -- x [S35]", "1 A=5 cited: x [S35]"},
        {"several sources", "local A = 5 -- [A1, S3]", "1 A=5 cited: [A1, S3]"},
        {"ours", "local A = 5 -- Our judgement", "1 A=5 cited: Our judgement"},
        {"our reading", "local A = 5 -- our reading", "1 A=5 cited: our reading"},
        {"neither", "local A = 5 -- because [sic] S35", "1 A=5 bare: because [sic] S35"},
        {"over several lines", "local A = -5 -- our\n    -- judgement\n-- [S1] of the next",
         "1 A=-5 cited: our judgement"},
        {"no comment", "local A = 5", "1 A=5 bare: "},
        {"the block above", "-- old\n\n-- x [S1]\n-- y\nlocal A = 5 -- own\nlocal B = 6",
         "5 A=5 bare: own; 6 B=6 cited: x [S1] y"},
        {"a neighbour's comment is not the block",
         "-- top\nlocal A = 5 -- x\n     -- [S1]\nlocal B = 6",
         "2 A=5 cited: x [S1]; 4 B=6 bare: top"},
        {"a blank line parts", "-- [S1]\n\nlocal A = 5", "3 A=5 bare: "},
        {"no limits",
         "local A = 'x'\nlocal B = f(5)\nlocal function g() local D = 5 end\nE = 5", ""},
        {"two in one line", "local A, B = 5, 6 * 7 -- [S1]",
         "1 A=5 cited: [S1]; 1 B=6 * 7 cited: [S1]"},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_limits);
}

static void put_marks(const struct source_mark *marks, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%d %s", i > 0 ? "; " : "", marks[i].line, marks[i].name);
}

static void say_globals(struct text source, struct arena *arena, struct buf *out)
{
    size_t offered_count;
    const char *const *offered = names_offered(&offered_count);
    struct source_mark *marks;

    size_t count = source_globals(source, offered, offered_count, arena, &marks);

    put_marks(marks, count, out);
}

static void globals_are_what_nothing_declares(void **state)
{
    static const struct row rows[] = {
        {"offered", "return pass(math.abs(1), any('a.b'))", ""},
        {"not offered", "print(x)\nprint(y)", "1 print; 1 x; 2 y"},
        {"of a library", "return math.sqrt(4), string.lower, string.rep",
         "1 math.sqrt; 1 string.rep"},
        {"declared",
         "local a <const>, b = 1, 2 local function f(p, ...) for i, j in ipairs(p) "
         "do a = i + j end return f, b, ... end",
         ""},
        {"fields, keys, labels",
         "local a = { k = 1, l = { m = 2 }; n = 3 } a.f = 1 a:g() "
         "goto h ::h::",
         ""},
        {"a local is not seen before it", "x = 1\nlocal x = x", "1 x"},
        {"nor after its block", "do local x end\nif x then end", "2 x"},
        {"nor a parameter", "local f = function(p) return p end\nreturn p", "2 p"},
        {"a global function", "function f() end", "1 f"},
        {"set in a function inside a table", "local t = { f = function() x = 1 end }", "1 x"},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_globals);
}

static void say_reads(struct text source, struct arena *arena, struct buf *out)
{
    struct source_mark *marks;
    bool dynamic;
    size_t count = source_fact_reads(source, arena, &marks, &dynamic);

    put_marks(marks, count, out);
    buf_puts(out, dynamic ? " and more" : "");
}

static void facts_are_read_by_field_index_and_name(void **state)
{
    static const struct row rows[] = {
        {"a field", RULE("", TEST("return c.a.b, c.a.b, c['d']['e']")), "4 a.b; 4 d.e"},
        {"a string", RULE("", TEST("return usd('a.b'), 'a.b.c', 'e. g'")), "4 a.b"},
        {"as-of", RULE("", TEST("return asof()")), "4 company.as_of"},
        {"another parameter's name", RULE("", "function(x) return x.a.b end"), "4 a.b"},
        {"no parameter", RULE("local c = {}", "function() return c.a.b end"), ""},
        {"metadata", RULE("", "nil, facts = { 'a.b' }"), ""},
        {"a list before the table", RULE("local L = { 'a.b' }", TEST("return any(L[1])")),
         "1 a.b"},
        {"handed to a helper",
         RULE("local function f(x, d) return d.a.b end", TEST("return f(1, c)")), "1 a.b"},
        {"under another name", RULE("", TEST("local d, e = c, c.x return d.a.b, e.y")),
         "4 a.b; 4 x.y"},
        {"a key made at run time", RULE("", TEST("return c.a[k]")), " and more"},
        {"a section made at run time", RULE("", TEST("return c.d.e, c[k].b")),
         "4 d.e and more"},
        {"handed to who knows whom", RULE("", TEST("return g(c)")), " and more"},
        {"a section handed on", RULE("", TEST("local e = c.x return g(e)")), " and more"},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_reads);
}

static void say_numbers(struct text source, struct arena *arena, struct buf *out)
{
    struct source_mark *marks;

    size_t count = source_bare_numbers(source, arena, &marks);

    put_marks(marks, count, out);
}

static void numbers_that_are_compared_want_a_name(void **state)
{
    static const struct row rows[] = {
        {"bare", RULE("", TEST("return a > 50, 3.5 <= a, a == -5, a < 0x64")),
         "4 50; 4 3.5; 4 -5; 4 0x64"},
        {"plain ones", RULE("", TEST("return a > 0, a > 1, a > 2.0, a > 12, a > 100")), ""},
        {"not compared", RULE("", TEST("return 50 * a > b, f(60) > b")), ""},
        {"outside of the code", RULE("local A = 50 > 60", "nil, points = 50 > 60"), ""},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_cited_beside_or_above),
        cmocka_unit_test(globals_are_what_nothing_declares),
        cmocka_unit_test(facts_are_read_by_field_index_and_name),
        cmocka_unit_test(numbers_that_are_compared_want_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
