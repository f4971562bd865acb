/* SPDX-License-Identifier: MIT
 *
 * A rule file read as text: its tokens, its mutants, and its cases in words.
 */
#include "source_rows.h"

/* --- tokens --- */

static void say_tokens(struct text source, struct arena *arena, struct buf *out)
{
    struct token *tokens;
    size_t count = source_tokens(source, arena, &tokens);

    for (size_t i = 0; i < count; i++) {
        buf_printf(out, "%s%c%d:", i > 0 ? " " : "", "nk1sO-?"[tokens[i].kind], tokens[i].line);
        buf_put(out, tokens[i].text.at, tokens[i].text.len);
    }
}

static void tokens_have_kinds_and_lines(void **state)
{
    static const struct row rows[] = {
        {"nothing", "", ""},
        {"names and keywords", "local _a1 if iffy", "k1:local n1:_a1 k1:if n1:iffy"},
        {"numbers", "1 33.33 .5 0xA.8p+1 1e-3 3..2",
         "11:1 11:33.33 11:.5 11:0xA.8p+1 11:1e-3 11:3..2"},
        {"operators", "a<=b~=c..d//e::f...",
         "n1:a O1:<= n1:b O1:~= n1:c O1:.. n1:d O1:// n1:e "
         "O1::: n1:f O1:..."},
        {"strings", "\"a\\\"b\" 'c\"d'\n[[e\n]]f", "s1:\"a\\\"b\" s1:'c\"d' s2:[[e\n]] n3:f"},
        {"a long bracket of a level", "[==[ ]] ]=] ]==] x", "s1:[==[ ]] ]=] ]==] n1:x"},
        {"\\z skips lines", "'a\\z\n\n b' c", "s1:'a\\z\n\n b' n3:c"},
        {"comments", "a -- b\n--[[ c\n]] d --", "n1:a -1:-- b -2:--[[ c\n]] n3:d -3:--"},
        {"an index is no long bracket", "a[b[1]]", "n1:a O1:[ n1:b O1:[ 11:1 O1:] O1:]"},
        {"a string that is not closed ends with its line", "'a\nb", "s1:'a n2:b"},
        {"an escape at the end", "'a\\", "s1:'a\\"},
        {"a long string that is not closed", "[[a\n]", "s1:[[a\n]"},
        {"a long comment that is not closed", "--[=[a\n]]", "-1:--[=[a\n]]"},
        {"what Lua has no use for", "a\x01 \xc3\xa9 !", "n1:a ?1:\x01 ?1:\xc3 ?1:\xa9 ?1:!"},
        {"a first line for the shell", "#!/bin/lua\nx", "n2:x"},
        {"CRLF", "a\r\nb", "n1:a n2:b"},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_tokens);
}

/* --- mutants --- */

static void say_mutants(struct text source, struct arena *arena, struct buf *out)
{
    struct mutant *mutants;
    size_t count = source_mutants(source, arena, &mutants);

    for (size_t i = 0; i < count; i++) {
        bool same = mutants[i].source.len == source.len &&
                    memcmp(mutants[i].source.at, source.at, source.len) == 0;
        assert_false(same);
        assert_int_equal(mutants[i].source.at[mutants[i].source.len], '\0');
        buf_printf(out, "%s%d %s", i > 0 ? "; " : "", mutants[i].line, mutants[i].what);
    }
}

static void code_and_limits_are_mutated_and_nothing_else(void **state)
{
    static const struct row rows[] = {
        {"no rule", "x = 1 < 2", ""},
        {"metadata", RULE("", "nil, worst = 1 < 2, examples = { 3 > 2 }"), ""},
        {"a comparison", RULE("", TEST("x(a <= b)")), "4 '<=' to '>'; 4 '<=' to '<'"},
        {"equality only flips", RULE("", TEST("x(a == b)")), "4 '==' to '~='"},
        {"a compared number", RULE("", TEST("x(a ~= 0)")),
         "4 '~=' to '=='; 4 '0' to '1'; 4 '0' to '-1'"},
        {"decimals move in the last place", RULE("", TEST("x(9.99 == a)")),
         "4 '9.99' to '10.00'; 4 '9.99' to '9.98'; 4 '==' to '~='"},
        {"no comment is made", RULE("", TEST("x(a == -0)")), "4 '==' to '~='; 4 '0' to '1'"},
        {"no hexadecimal", RULE("", TEST("x(a == 0x10)")), "4 '==' to '~='"},
        {"other numbers stay", RULE("", TEST("x(a + 5)")), ""},
        {"a guard", RULE("", TEST("if f(a) then return major('x') end")),
         "4 'if f(a)' to 'if false'; 4 'major' to 'minor'"},
        {"elseif, not else", RULE("", TEST("if a then x() elseif b then y() else z() end")),
         "4 'if a' to 'if false'; 4 'elseif b' to 'elseif false'"},
        {"a guard that is gone already", RULE("", TEST("if false then x() end")), ""},
        {"not, and, or", RULE("", TEST("x(not a and b or c)")),
         "4 'not a' to 'a'; 4 'and' to 'or'; 4 'or' to 'and'"},
        {"outcomes",
         RULE("", TEST("x(pass, info, minor, critical, unknown, not_applicable, credit)")),
         "4 'pass' to 'critical'; 4 'info' to 'critical'; 4 'minor' to 'major'; "
         "4 'critical' to 'pass'; 4 'unknown' to 'not_applicable'; "
         "4 'not_applicable' to 'unknown'"},
        {"no outcomes: a field, a key, a local",
         RULE("", TEST("local minor = 1 x(a.pass, { info = 1 }, minor)")), ""},
        {"messages stay", RULE("", TEST("return pass('a < b', a < 3 and not b)")),
         "4 'pass' to 'critical'"},
        {"what decides a credit does not", RULE("", TEST("return credit(a < b)")),
         "4 '<' to '>='; 4 '<' to '<='"},
        {"an attribute", RULE("", TEST("local a <const> = b")), ""},
        {"limits that are used",
         RULE("local A = 7 -- x\nlocal B = -0.5\nlocal C = 8\nlocal D = 9\nlocal E = 'e'",
              TEST("x(A, B) return pass('%n', D)")),
         "1 '7' to '8'; 1 '7' to '6'; 2 '0.5' to '0.6'; 2 '0.5' to '0.4'; "
         "8 'pass' to 'critical'"},
        {"functions before the table", RULE("local function f(a) return a > b end", "{ f }"),
         "1 '>' to '<='; 1 '>' to '>='"},
        {"strings and comments", RULE("", TEST("--[[ a < b ]] x('a < b')")), ""},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_mutants);
}

static void a_mutant_is_the_whole_text(void **state)
{
    struct arena arena = {0};
    struct mutant *mutants;
    size_t count = source_mutants(
        text_of(RULE("", TEST("if a > b\nand c then return f(not  d) end"))), &arena, &mutants);

    (void)state;
    assert_int_equal(count, 5);
    assert_string_equal(mutants[0].what, "'if a > b and c' to 'if false'");
    assert_string_equal(mutants[0].source.at,
                        RULE("", TEST("if false then return f(not  d) end")));
    assert_string_equal(mutants[1].source.at,
                        RULE("", TEST("if a <= b\nand c then return f(not  d) end")));
    assert_int_equal(mutants[3].line, 5);
    assert_string_equal(mutants[4].source.at,
                        RULE("", TEST("if a > b\nand c then return f(d) end")));
    arena_release(&arena);
}

static void mutants_are_so_many_at_most(void **state)
{
    struct arena arena = {0};
    struct buf source = BUF_INIT;
    struct mutant *mutants;

    (void)state;
    buf_puts(&source, "return { check = function() x(");
    for (int i = 0; i < SOURCE_MUTANTS_MAX + 5; i++)
        buf_puts(&source, "a == b, ");
    buf_puts(&source, "1) end }");
    size_t count = source_mutants((struct text){source.at, source.len}, &arena, &mutants);
    assert_int_equal(count, SOURCE_MUTANTS_MAX);
    buf_release(&source);
    arena_release(&arena);
}

/* --- cases --- */

static void say_cases(struct text source, struct arena *arena, struct buf *out)
{
    struct source_case *cases;
    size_t count = source_cases(source, arena, &cases);

    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%zu %s: %s: %s", i > 0 ? "\n" : "", cases[i].test, cases[i].outcome,
                   cases[i].when, cases[i].says);
}

/* The 'when' of one pass under this condition. */
#define IF(condition) RULE("", TEST("if " condition " then return pass('x') end"))
#define WHEN(words) "0 pass: " words ": x"

static void conditions_are_put_into_words(void **state)
{
    static const struct row rows[] = {
        {"a fact", IF("c.cost.join_fee"), WHEN("cost.join_fee is yes")},
        {"not a fact", IF("not c.cost.join_fee"), WHEN("cost.join_fee is no")},
        {"by index", IF("c['cost'].join_fee > 1"), WHEN("cost.join_fee is above 1")},
        {"comparisons", IF("a == b and a ~= b and a < b and a > b and a <= b and a >= b"),
         WHEN("a is b and a is not b and a is under b and a is above b and a is at most b "
              "and a is at least b")},
        {"strings", IF("c.plan.public == \"none\""), WHEN("plan.public is \"none\"")},
        {"or and brackets", IF("c.a.b and (c.a.c or not (c.a.d > 1))"),
         WHEN("a.b is yes and (a.c is yes or not (a.d is above 1))")},
        {"not binds before ==", IF("not a == b"), WHEN("not a is b")},
        {"known", IF("known('a.b') and not known('a.c')"),
         WHEN("a.b is known and a.c is not known")},
        {"any", IF("any('a.b', 'a.c')"), WHEN("any of a.b, a.c is yes or above 0")},
        {"not any", IF("not any('a.b')"), WHEN("none of a.b is yes or above 0")},
        {"usd", IF("usd('a.b') > 3"), WHEN("a.b in USD is above 3")},
        {"other calls as they are", IF("f(c.a.b, {1}) and not g{2}"),
         WHEN("f(a.b, {1}) and not g{2}")},
        {"a helper's condition",
         RULE("local function none() return not any('a.b') end",
              TEST("if none() then return pass('x') end if not none() then return info('y') "
                   "end")),
         WHEN("none of a.b is yes or above 0") "\n0 info: not (none of a.b is yes or above 0): "
                                               "y"},
        {"a limit", RULE("local A = -20 -- x", TEST("if c.a.b < A then return pass('x') end")),
         WHEN("a.b is under A (-20)")},
        {"a local that is a fact",
         RULE("", TEST("local x, y = c.a.b, c.a.d if x and y > 1 then return pass('x') end")),
         WHEN("a.b is yes and a.d is above 1")},
        {"a local that is set again",
         RULE("", TEST("local y = c.a.b y = 2 if y > 1 then return pass('x') end")),
         WHEN("y is above 1")},
        {"a local that is computed",
         RULE("", TEST("local y = c.a.b + c.a.d if 2 * y > 1 then return pass('x') end")),
         WHEN("2 * (a.b + a.d) is above 1")},
        {"a local computed from what changes",
         RULE("", TEST("local z = 1 local y = z + 1 z = 2 if y > 1 then return pass('x') end")),
         WHEN("y is above 1")},
        {"an inner local of the same name",
         RULE("", TEST("local y = c.a.b do local y = f() end if y > 1 then return pass('x') "
                       "end")),
         WHEN("a.b is above 1")},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_cases);
}

static void cases_stand_in_order_with_what_they_say(void **state)
{
    static const struct row rows[] = {
        {"no check", "return {}", ""},
        {"one outcome", RULE("", TEST("return pass('x')")), "0 pass: : x"},
        {"a chain",
         RULE("",
              TEST("if a then return major('x') elseif b then return minor('y') else return "
                   "pass('z') end")),
         "0 major: a: x\n0 minor: b: y\n0 pass: otherwise: z"},
        {"inside one another",
         RULE("", TEST("if a or d then if b then return info('x') end return minor('y') end "
                       "return pass('z')")),
         "0 info: (a or d) and b: x\n0 minor: a or d, otherwise: y\n0 pass: otherwise: z"},
        {"a list, of functions and of names",
         RULE("local function g(c) return info('y') end",
              "{ " TEST("return pass('x')") ", g, " TEST("return minor('z')") " }"),
         "0 pass: : x\n1 info: : y\n2 minor: : z"},
        {"one name", RULE("local g = function(c) return info('y') end", "g"), "0 info: : y"},
        {"a local message", RULE("", TEST("local t = 'x \\\"y\\\"' return pass(t, 1)")),
         "0 pass: : x \"y\""},
        {"joined messages", RULE("", TEST("local t = 'x' return pass(t .. ' y')")),
         "0 pass: : x y"},
        {"a message that cannot be told",
         RULE("", TEST("local t = 'x' t = 'y' if a then return info(f()) end return pass(t)")),
         "0 info: a: \n0 pass: otherwise: "},
        {"credit", RULE("", TEST("return credit(0.5, 'half')")), "0 credit: : half"},
        {"helpers say what they are given",
         RULE("local function rate(text, n)\nif n > 5 then return major(text) end\nreturn "
              "pass(text)\nend",
              TEST("if c.a.x then return info('z') end return rate('x', c.a.b)")),
         "0 info: a.x is yes: z\n0 major: a.b is above 5: x\n0 pass: otherwise: x"},
        {"helpers inside a condition",
         RULE("local function rate(n) if n > 5 then return major('x') end return pass('y') end",
              TEST("if c.a.x then return rate(c.a.b + 1) end return info('z')")),
         "0 major: a.x is yes and a.b + 1 is above 5: x\n0 pass: a.x is yes, otherwise: y\n"
         "0 info: otherwise: z"},
        {"a helper that calls itself is left in the end",
         RULE("local function f() return f() end", TEST("return f()")), ""},
        {"an outcome kept in a local",
         RULE("", TEST("local o = pass if a then o = minor end return o('x')")),
         "0 pass: : \n0 minor: a: "},
        {"no outcomes: locals, fields, inner functions",
         RULE("", TEST("local pass = f local g = function() return info('x') end return "
                       "pass('y'), c.minor('z')")),
         ""},
    };

    (void)state;
    run_rows(rows, COUNT(rows), say_cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_have_kinds_and_lines),
        cmocka_unit_test(code_and_limits_are_mutated_and_nothing_else),
        cmocka_unit_test(a_mutant_is_the_whole_text),
        cmocka_unit_test(mutants_are_so_many_at_most),
        cmocka_unit_test(conditions_are_put_into_words),
        cmocka_unit_test(cases_stand_in_order_with_what_they_say),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
