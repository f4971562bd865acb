/* SPDX-License-Identifier: MIT
 *
 * The tests of rules: examples, where they stand, coverage, properties and mutants, on rules
 * made for the purpose.
 */
#include "pack_writer.h"

#include "insight/rules/rule_tests.h"

/* A rule whose check starts on line 2 and whose examples stand on lines of their own. */
#define TESTED_RULE(facts, monotone, check, examples)                                          \
    "return { title = 'T', why = 'W', cites = { 'S1' }, points = 10, worst = 'critical', "     \
    "facts = { " facts " }, ask = 'A?', monotone = { " monotone " }, check =\n" check          \
    ",\nexamples = {\n" examples "} }\n"

#define LIMIT_CHECK                                                                            \
    "function(c)\n"                                                                            \
    "  if c.a.n > 10 then\n"                                                                   \
    "    return major('many: %n', c.a.n)\n"                                                    \
    "  end\n"                                                                                  \
    "  return pass('few: %n', c.a.n)\n"                                                        \
    "end"

struct bench {
    struct temp_pack dir;
    struct rulebook *book;
    struct arena arena;
    struct rule_tests tests;
};

static void bench_open(struct bench *b, const char *rule, struct rule_tests_options options)
{
    struct error err = {0};

    *b = (struct bench){.tests.options = options};
    temp_open(&b->dir);
    b->book = temp_rule(&b->dir, rule, &err);
    if (!b->book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    rule_tests_add(&b->tests, b->book, NULL, NULL, true, &b->arena);
}

static void bench_close(struct bench *b)
{
    arena_release(&b->arena);
    rulebook_close(b->book);
    temp_close(&b->dir);
}

/* --- examples --- */

static void an_example_that_fails_says_how_it_came_about(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"
                           "{ facts = { ['a.n'] = '11' }, expect = 'pass' },\n"
                           "{ facts = {}, expect = 'unknown' },\n"),
               (struct rule_tests_options){false, false, false});
    assert_int_equal(b.tests.passed, 2);
    assert_int_equal(b.tests.failed, 1);
    const struct rule_result *rule = &b.tests.list[0];
    const struct example_result *e = &rule->examples[1];
    assert_true(rule->examples[0].passed && rule->examples[2].passed && !e->passed);
    assert_string_equal(e->got, "major");
    assert_int_equal(e->line, 10);
    assert_int_equal(e->decided_line, 4);
    assert_true(text_is(e->decided, "return major('many: %n', c.a.n)"));
    assert_string_equal(e->reason, "many: 11");
    assert_int_equal(e->read_count, 2);
    assert_string_equal(e->reads[0].value, "11");
    assert_int_equal(e->reads[0].line, 3);
    bench_close(&b);
}

static void outcomes_are_named_as_examples_name_them(void **state)
{
    static const struct {
        const char *label, *check, *facts, *expect;
    } rows[] = {
        {"an outcome", "function(c) return critical('x') end", "", "critical"},
        {"credit", "function(c) return credit(0.25, 'x') end", "", "credit 0.25"},
        {"a span", LIMIT_CHECK, "['a.n'] = '5..15'", "major..pass"},
        {"not applicable", "function(c) return not_applicable('x') end", "", "not_applicable"},
        {"refused by the parser", LIMIT_CHECK, "['a.n'] = 'many'",
         "a profile fault ('n' must be a number from 0 to 9,000,000,000, not 'many')"},
        {"broken", "function(c)\n return pass('x') + 1 end", "", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bench b;
        char rule[2048];
        snprintf(rule, sizeof rule,
                 TESTED_RULE("'a.n'", "['a.n'] = 'down'", "%s",
                             "{ facts = { %s }, expect = 'minor' }\n"),
                 rows[i].check, rows[i].facts);
        /* the format's own percent signs are those of the check, which is an argument */
        bench_open(&b, rule, (struct rule_tests_options){false, false, false});
        const char *got = b.tests.list[0].examples[0].got;
        if (rows[i].expect ? strcmp(got, rows[i].expect) != 0
                           : strncmp(got, "error (line 3: ", 15) != 0)
            fail_msg("%s: got '%s'", rows[i].label, got);
        bench_close(&b);
    }
}

static void examples_are_found_in_the_text(void **state)
{
    static const struct {
        const char *label, *source;
        size_t which;
        int lines[3];
    } rows[] = {
        {"one a line", "return {\nexamples = {\n{ a = {} },\n{},\n{} } }", 0, {3, 4, 5}},
        {"one line", "return { examples = { {}, {}, {} } }", 0, {1, 1, 1}},
        {"comments are none", "examples = { -- { {\n{},\n--[[ { ]]\n{} }", 0, {2, 4, 0}},
        {"texts are none", "examples = {\n{ note = '{' },\n{} }", 0, {2, 3, 0}},
        {"a word in a text", "local a = 'examples = { {} }'\nexamples = {\n{} }", 0, {3, 0, 0}},
        {"the second table", "{ examples = { {} },\nexamples = {\n{}, {\n} } }", 1, {3, 3, 0}},
        {"made by code", "examples = make()", 0, {0, 0, 0}},
        {"not closed", "examples = {\n{", 0, {2, 0, 0}},
        {"none", "return {}", 0, {0, 0, 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        int lines[3] = {0};
        example_lines(text_of(rows[i].source), rows[i].which, 3, &arena, lines);
        for (size_t n = 0; n < 3; n++)
            if (lines[n] != rows[i].lines[n])
                fail_msg("%s: example %zu is found in line %d", rows[i].label, n, lines[n]);
        arena_release(&arena);
    }
}

/* --- coverage --- */

static void coverage_names_lines_and_outcomes_that_no_example_reaches(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"),
               (struct rule_tests_options){.coverage = true});
    const struct rule_coverage *c = &b.tests.list[0].coverage;
    assert_int_equal(c->line_count, 3);
    assert_int_equal(c->lines_run, 2);
    assert_int_equal(c->missed_count, 1);
    assert_int_equal(c->missed[0], 4);
    assert_int_equal(c->outcome_count, 2);
    assert_int_equal(c->outcomes_seen, 1);
    assert_string_equal(c->outcomes[0].outcome, "major");
    assert_false(c->outcomes[0].seen);
    assert_int_equal(rule_tests_lines_percent(&b.tests), 66);
    bench_close(&b);
}

static void an_outcome_on_a_line_that_ran_is_not_thereby_seen(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'",
                           "function(c) if c.a.n > 10 then return major('m') end\n"
                           "return pass('p') end",
                           "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"),
               (struct rule_tests_options){.coverage = true});
    const struct rule_coverage *c = &b.tests.list[0].coverage;
    assert_int_equal(c->lines_run, c->line_count);
    assert_int_equal(c->outcome_count, 2);
    assert_false(c->outcomes[0].seen);
    assert_true(c->outcomes[1].seen);
    bench_close(&b);
}

static void a_rule_that_never_ends_is_stopped_while_it_is_watched(void **state)
{
    struct bench b;
    struct profile profile;
    struct faults faults = {0};
    struct finding finding;
    struct trace trace;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", "function(c)\nwhile true do end\nend",
                           "{ facts = {}, expect = 'pass' },\n"),
               (struct rule_tests_options){.coverage = true});
    const char *got = b.tests.list[0].examples[0].got;
    assert_true(strncmp(got, "error (line 3: took more than ", 30) == 0);
    assert_true(profile_parse(text_of(""), "x", &rulebook_pack(b.book)->schema,
                              &(struct profile_options){0}, &b.arena, &profile, &faults));
    rulebook_trace_rule(b.book, 0, &profile, &b.arena, &finding, &trace);
    assert_int_equal(finding.outcome, OUTCOME_ERROR);
    assert_string_equal(finding.error_id, "steps");
    assert_true(trace.steps >= rulebook_limits(b.book)->steps_per_call);
    bench_close(&b);
}

/* --- properties --- */

static void each_property_that_does_not_hold_is_named(void **state)
{
    static const struct {
        const char *label, *facts, *monotone, *check, *examples;
        enum property property;
        const char *fact;
    } rows[] = {
        {"larger is better than said", "'a.n'", "['a.n'] = 'down'",
         "function(c) if c.a.n > 10 then return pass('p') end return major('m') end",
         "{ facts = { ['a.n'] = '10' }, expect = 'major' },\n", PROPERTY_MONOTONE, "a.n"},
        {"smaller is better than said", "'a.n'", "['a.n'] = 'up'",
         "function(c) if c.a.n > 10 then return major('m') end return pass('p') end",
         "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n", PROPERTY_MONOTONE, "a.n"},
        {"not knowing helps", "'a.yes'", "",
         "function(c) if known('a.yes') and c.a.yes then return major('m') end\n"
         "return pass('p') end",
         "{ facts = { ['a.yes'] = 'yes' }, expect = 'major' },\n", PROPERTY_LEARNING, "a.yes"},
        {"knowing takes it out", "'a.yes'", "",
         "function(c) if known('a.yes') then return unknown('u') end return pass('p') end",
         "{ facts = { ['a.yes'] = 'no' }, expect = 'unknown' },\n", PROPERTY_LEARNING, "a.yes"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct bench b;
        char rule[2048];
        snprintf(rule, sizeof rule, TESTED_RULE("%s", "%s", "%s", "%s"), rows[i].facts,
                 rows[i].monotone, rows[i].check, rows[i].examples);
        bench_open(&b, rule, (struct rule_tests_options){.properties = true});
        const struct rule_properties *p = &b.tests.list[0].properties;
        if (p->count != 1 || p->breaches[0].property != rows[i].property ||
            strcmp(rulebook_pack(b.book)->schema.facts[p->breaches[0].fact].name,
                   rows[i].fact) != 0)
            fail_msg("%s: %zu breaches%s%s", rows[i].label, p->count, p->count ? ": " : "",
                     p->count ? p->breaches[0].says : "");
        assert_int_equal(b.tests.passed, 1);
        assert_int_equal(b.tests.failed, 1);
        bench_close(&b);
    }
}

static void properties_hold_of_a_sound_rule(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n', 'a.yes'", "['a.n'] = 'down'",
                           "{ " LIMIT_CHECK ",\nfunction(c)\n"
                           "if c.a.yes then return critical('y') end return pass('n') end }",
                           "{ facts = { ['a.n'] = '10' }, expect = 'critical..pass' },\n"
                           "{ facts = { ['a.n'] = '11', ['a.yes'] = 'no' }, "
                           "expect = 'major' },\n"
                           "{ facts = { ['a.n'] = '3..12', ['a.yes'] = 'refused' }, "
                           "expect = 'critical..pass' },\n"
                           "{ facts = { ['a.yes'] = 'n/a' }, expect = 'critical..pass' },\n"),
               (struct rule_tests_options){.properties = true});
    assert_int_equal(b.tests.list[0].properties.count, 0);
    assert_true(b.tests.list[0].properties.tried > 10);
    bench_close(&b);
}

/* --- mutants --- */

static void changes_that_no_example_notices_are_listed(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '20' }, expect = 'major' },\n"
                           "{ facts = { ['a.n'] = '1' }, expect = 'pass' },\n"),
               (struct rule_tests_options){.mutate = true});
    const struct rule_mutation *m = &b.tests.list[0].mutation;
    assert_true(m->count > m->noticed && m->noticed > 0);
    assert_int_equal(m->count - m->noticed, m->unnoticed_count);
    bool found = false;
    for (size_t i = 0; i < m->unnoticed_count; i++) {
        assert_int_equal(m->unnoticed[i].line, 3); /* the bound has no example on its line */
        found |= strcmp(m->unnoticed[i].what, "'>' to '>='") == 0;
    }
    assert_true(found);
    bench_close(&b);
}

static void a_bound_with_its_examples_leaves_no_change_unnoticed(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '10.01' }, expect = 'major' },\n"
                           "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"),
               (struct rule_tests_options){.mutate = true});
    assert_int_equal(b.tests.list[0].mutation.unnoticed_count, 0);
    assert_int_equal(rule_tests_noticed_percent(&b.tests), 100);
    bench_close(&b);
}

static void the_rule_is_put_back_after_its_mutants(void **state)
{
    struct bench b;
    struct rule_tests again = {.options = {false, false, false}};

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '10.01' }, expect = 'major' },\n"
                           "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"),
               (struct rule_tests_options){.mutate = true});
    rule_tests_add(&again, b.book, NULL, NULL, true, &b.arena);
    assert_int_equal(again.passed, 2);
    assert_int_equal(again.failed, 0);
    bench_close(&b);
}

static void a_rule_whose_examples_fail_is_not_changed(void **state)
{
    struct bench b;

    (void)state;
    bench_open(&b,
               TESTED_RULE("'a.n'", "['a.n'] = 'down'", LIMIT_CHECK,
                           "{ facts = { ['a.n'] = '10' }, expect = 'major' },\n"),
               (struct rule_tests_options){.mutate = true});
    assert_true(b.tests.list[0].mutation.skipped);
    assert_int_equal(b.tests.list[0].mutation.count, 0);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_example_that_fails_says_how_it_came_about),
        cmocka_unit_test(outcomes_are_named_as_examples_name_them),
        cmocka_unit_test(examples_are_found_in_the_text),
        cmocka_unit_test(coverage_names_lines_and_outcomes_that_no_example_reaches),
        cmocka_unit_test(an_outcome_on_a_line_that_ran_is_not_thereby_seen),
        cmocka_unit_test(a_rule_that_never_ends_is_stopped_while_it_is_watched),
        cmocka_unit_test(each_property_that_does_not_hold_is_named),
        cmocka_unit_test(properties_hold_of_a_sound_rule),
        cmocka_unit_test(changes_that_no_example_notices_are_listed),
        cmocka_unit_test(a_bound_with_its_examples_leaves_no_change_unnoticed),
        cmocka_unit_test(the_rule_is_put_back_after_its_mutants),
        cmocka_unit_test(a_rule_whose_examples_fail_is_not_changed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
