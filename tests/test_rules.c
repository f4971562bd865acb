/* SPDX-License-Identifier: MIT
 *
 * What rules mean: outcomes, spans, lists of tests, ranges and conflicts.
 */
#include "rule_rows.h"

/* --- outcomes and lists of tests --- */

#define ONE(check) WRITER_RULE("'a.n'", "['a.n'] = 'up'", "function(c) " check " end")
#define TESTS                                                                                  \
    WRITER_RULE("'a.up', 'a.down'", "['a.up'] = 'up', ['a.down'] = 'down'",                    \
                "{ function(c) if c.a.up < 10 then return critical('up') end\n"                \
                "return pass('well up') end,\n"                                                \
                "function(c) if c.a.down > 10 then return minor('down') end\n"                 \
                "return pass('well down') end }")

static void each_outcome_is_what_the_rule_says(void **state)
{
    static const struct row rows[] = {
        {"pass", ONE("return pass('p %n', c.a.n)"), "[a]\nn = 7\n", "pass", "p 7", "a.n", ""},
        {"info", ONE("return info('i')"), "", "info", "i", "", ""},
        {"minor", ONE("return minor('m')"), "", "minor", "m", "", ""},
        {"major", ONE("return major('m')"), "", "major", "m", "", ""},
        {"critical", ONE("return critical('c')"), "", "critical", "c", "", ""},
        {"unknown", ONE("return unknown('u')"), "", "unknown", "u", "", ""},
        {"silent", ONE("return unknown()"), "", "unknown", "", "", ""},
        {"n/a", ONE("return not_applicable('no')"), "", "not_applicable", "no", "", ""},
        {"credit", ONE("return credit(0.5, 'half')"), "", "credit 0.5", "half", "", ""},
        {"credit is rounded", ONE("return credit(0.0005, 'x')"), "", "credit 0.001", NULL, "",
         ""},
        {"credit full", ONE("return credit(1, 'x')"), "", "credit 1", NULL, "", ""},
        {"error", ONE("error('broken')"), "", "error", "broken", "", ""},
        {"error after reading", ONE("local n = c.a.n error('broken')"), "[a]\nn = 7\n", "error",
         "broken", "a.n", ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void a_list_of_tests_is_the_worst_of_those_decided(void **state)
{
    static const struct row rows[] = {
        {"both pass", TESTS, "[a]\nup = 20\ndown = 5\n", "pass", "well up", "a.up a.down", ""},
        {"second fails", TESTS, "[a]\nup = 20\ndown = 15\n", "minor", "down", "a.up a.down",
         ""},
        {"both fail", TESTS, "[a]\nup = 5\ndown = 15\n", "critical", "up", "a.up a.down", ""},
        {"worst although one is unknown", TESTS, "[a]\nup = 5\n", "critical", "up",
         "a.up a.down", "a.down"},
        {"open downwards", TESTS, "[a]\ndown = 15\n", "critical..minor", "down", "a.up a.down",
         "a.up"},
        {"open from pass", TESTS, "[a]\nup = 20\n", "critical..pass", "well up", "a.up a.down",
         "a.down"},
        {"nothing known", TESTS, "", "unknown", "", "a.up a.down", "a.up a.down"},
        {"one n/a, one passes", TESTS, "[a]\nup = n/a\ndown = 5\n", "pass", "well down",
         "a.up a.down", ""},
        {"one n/a, one unknown", TESTS, "[a]\nup = n/a\n", "unknown", NULL, "a.up a.down",
         "a.down"},
        {"both n/a", TESTS, "[a]\nup = n/a\ndown = n/a\n", "not_applicable", NULL,
         "a.up a.down", ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void a_rule_says_nothing_worse_than_its_worst(void **state)
{
    static const char minor_rule[] =
        "return { title = 'T', why = 'W', cites = { 'S1' }, points = 10, worst = 'minor', "
        "facts "
        "= {}, ask = 'A?', monotone = {}, examples = {}, check = function() return %s end }";
    static const struct {
        const char *answer, *outcome, *reason;
    } rows[] = {
        {"minor('m')", "minor", "m"},
        {"major('m')", "error", "major is worse than the rule's 'worst', which is minor"},
        {"critical('m')", "error", "critical is worse than the rule's 'worst', which is minor"},
        {"credit(0.6, 'm')", "credit 0.6", "m"},
        {"credit(0.599, 'm')", "error",
         "credit is worse than the rule's 'worst', which is minor"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        char *rule = arena_alloc(&arena, sizeof minor_rule + 100);
        const char *at = strstr(minor_rule, "%s");
        size_t front = (size_t)(at - minor_rule);
        memcpy(rule, minor_rule, front);
        strcat(strcpy(rule + front, rows[i].answer), at + 2);
        assert_int_equal(check_row(&(struct row){rows[i].answer, rule, "", rows[i].outcome,
                                                 rows[i].reason, NULL, NULL}),
                         0);
        arena_release(&arena);
    }
}

/* --- ranges and conflicts --- */

#define OF(expression)                                                                         \
    WRITER_RULE("'a.up', 'a.down', 'a.four', 'a.n', 'a.none'",                                 \
                "['a.up'] = 'up', ['a.down'] = 'down', ['a.four'] = 'up', ['a.n'] = 'up', "    \
                "['a.none'] = { none = 'why not' }",                                           \
                "function(c) local k = " expression "\n"                                       \
                "if k < 10 then return critical('k is %n', k) end return pass('k is %n', k) "  \
                "end")

static void a_range_is_tried_at_both_ends(void **state)
{
    static const struct row rows[] = {
        {"across the line", OF("c.a.up"), "[a]\nup = 5..15\n", "critical..pass", "k is 5",
         "a.up", ""},
        {"below", OF("c.a.up"), "[a]\nup = 5..9\n", "critical", "k is 5", "a.up", ""},
        {"above", OF("c.a.up"), "[a]\nup = 10..15\n", "pass", "k is 10", "a.up", ""},
        {"down", OF("20 - c.a.down"), "[a]\ndown = 5..15\n", "critical..pass", "k is 5",
         "a.down", ""},
        {"none", OF("c.a.none"), "[a]\nnone = 5..15\n", "unknown", NULL, "a.none", "a.none"},
        {"about", OF("c.a.up"), "[a]\nup = ~10\n", "critical..pass", "k is 9", "a.up", ""},
        {"two", OF("c.a.up - c.a.down"), "[a]\nup = 15..30\ndown = 1..10\n", "critical..pass",
         "k is 5", "a.up a.down", ""},
        {"three", OF("c.a.up - c.a.down + c.a.four"),
         "[a]\nup = 15..30\ndown = 1..10\nfour = 0..1\n", "critical..pass", "k is 5",
         "a.up a.down a.four", ""},
        {"four", OF("c.a.up - c.a.down + c.a.four + c.a.n"),
         "[a]\nup = 15..30\ndown = 1..10\nfour = 0..1\nn = 1..2\n", "unknown", NULL,
         "a.up a.down a.four a.n", "a.n"},
        {"the same twice is one", OF("c.a.up + c.a.up - c.a.down + c.a.four"),
         "[a]\nup = 15..30\ndown = 1..10\nfour = 0..1\n", "pass", "k is 29",
         "a.up a.down a.four", ""},
        {"unknown at one end", OF("c.a.up < 10 and c.a.n or 20"), "[a]\nup = 5..15\n",
         "unknown", NULL, "a.up a.n", "a.n"},
        {"error at one end", OF("c.a.up < 10 and error('low') or 20"), "[a]\nup = 5..15\n",
         "error", "low", "a.up", ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void not_applicable_at_one_end_is_unknown(void **state)
{
    static const char rule[] =
        WRITER_RULE("'a.up'", "['a.up'] = 'up'",
                    "function(c) if c.a.up < 10 then return not_applicable('small') end\n"
                    "return pass('large') end");
    static const struct row rows[] = {
        {"across", rule, "[a]\nup = 5..15\n", "unknown", NULL, "a.up", NULL},
        {"below", rule, "[a]\nup = 5..6\n", "not_applicable", "small", "a.up", ""},
        {"above", rule, "[a]\nup = 15..16\n", "pass", "large", "a.up", ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

#define TWO_SOURCES                                                                            \
    "[source S1]\ntitle = One\n[source S2]\ntitle = Two\n[source S3]\ntitle = 3\n"

static void a_conflict_is_tried_from_both_sides(void **state)
{
    static const char word[] =
        WRITER_RULE("'a.word'", "",
                    "function(c) local w = c.a.word\n"
                    "if w == 'high' then return critical('w is %s', w) end\n"
                    "return pass('w is %s', w) end");
    static const char yes[] = WRITER_RULE("'a.yes'", "",
                                          "function(c) if c.a.yes then return "
                                          "pass('yes') end return major('no') end");
    static const struct row rows[] = {
        {"two words", word, TWO_SOURCES "[a]\nword = low @S1\nword = high @S2\n",
         "critical..pass", "w is high", "a.word", ""},
        {"two words that agree in effect", word,
         TWO_SOURCES "[a]\nword = low @S1\nword = middle @S2\n", "pass", NULL, "a.word", ""},
        {"three words", word,
         TWO_SOURCES "[a]\nword = low @S1\nword = middle @S2\nword = high @S3\n", "unknown",
         NULL, "a.word", "a.word"},
        {"yes and no", yes, TWO_SOURCES "[a]\nyes = yes @S1\nyes = no @S2\n", "major..pass",
         "no", "a.yes", ""},
        {"two numbers", OF("c.a.up"), TWO_SOURCES "[a]\nup = 5 @S1\nup = 15 @S2\n",
         "critical..pass", "k is 5", "a.up", ""},
        {"two numbers of no direction", OF("c.a.none"),
         TWO_SOURCES "[a]\nnone = 5 @S1\nnone = 15 @S2\n", "unknown", NULL, "a.none", "a.none"},
    };

    (void)state;
    CHECK_ROWS(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_outcome_is_what_the_rule_says),
        cmocka_unit_test(a_list_of_tests_is_the_worst_of_those_decided),
        cmocka_unit_test(a_rule_says_nothing_worse_than_its_worst),
        cmocka_unit_test(a_range_is_tried_at_both_ends),
        cmocka_unit_test(not_applicable_at_one_end_is_unknown),
        cmocka_unit_test(a_conflict_is_tried_from_both_sides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
