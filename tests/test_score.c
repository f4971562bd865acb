/* SPDX-License-Identifier: MIT
 *
 * Findings to points, scores and verdicts, with made-up findings: no Lua, no profile.
 */
#include "made_up.h"

/* --- points --- */

static void each_outcome_earns_its_credit(void **state)
{
    static const struct {
        enum outcome outcome;
        struct tally tally; /* of a rule of 20 points */
    } rows[] = {
        {OUTCOME_PASS, {20000, 20000, 20000, 20000, 20000}},
        {OUTCOME_INFO, {20000, 20000, 20000, 20000, 20000}},
        {OUTCOME_MINOR, {12000, 20000, 20000, 12000, 12000}},
        {OUTCOME_MAJOR, {5000, 20000, 20000, 5000, 5000}},
        {OUTCOME_CRITICAL, {0, 20000, 20000, 0, 0}},
        {OUTCOME_UNKNOWN, {0, 0, 20000, 0, 20000}},
        {OUTCOME_ERROR, {0, 0, 20000, 0, 20000}},
        {OUTCOME_NOT_APPLICABLE, {0, 0, 0, 0, 0}},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made m;
        make(&m, 1);
        set(&m, 0, rows[i].outcome);
        assert_tally(finding_tally(&m.findings[0]), rows[i].tally);
    }
}

static void credit_earns_thousandths(void **state)
{
    struct made m;
    (void)state;

    make(&m, 1);
    set_span(&m, 0, ending(OUTCOME_CREDIT, 333), ending(OUTCOME_CREDIT, 333));
    assert_tally(finding_tally(&m.findings[0]), (struct tally){6660, 20000, 20000, 6660, 6660});
}

static void a_span_counts_its_middle_and_its_ends(void **state)
{
    struct made m;
    (void)state;

    make(&m, 1);
    set_span(&m, 0, named(OUTCOME_MAJOR), named(OUTCOME_PASS));
    assert_tally(finding_tally(&m.findings[0]),
                 (struct tally){12500, 20000, 20000, 5000, 20000});
    set_span(&m, 0, named(OUTCOME_CRITICAL), named(OUTCOME_MINOR));
    assert_tally(finding_tally(&m.findings[0]), (struct tally){6000, 20000, 20000, 0, 12000});
}

static void the_middle_of_a_span_rounds_half_up(void **state)
{
    struct made m;
    (void)state;

    make(&m, 1);
    m.rules[0].points = 1;
    set_span(&m, 0, ending(OUTCOME_CREDIT, 0), ending(OUTCOME_CREDIT, 1));
    assert_tally(finding_tally(&m.findings[0]), (struct tally){1, 1000, 1000, 0, 1});
    set_span(&m, 0, named(OUTCOME_MAJOR), ending(OUTCOME_CREDIT, 501));
    assert_tally(finding_tally(&m.findings[0]), (struct tally){376, 1000, 1000, 250, 501});
}

static void a_rule_without_points_adds_nothing(void **state)
{
    static const enum outcome outcomes[] = {OUTCOME_PASS, OUTCOME_CRITICAL, OUTCOME_UNKNOWN,
                                            OUTCOME_NOT_APPLICABLE, OUTCOME_ERROR};
    struct tally sum = {0};
    (void)state;

    for (size_t i = 0; i < COUNT(outcomes); i++) {
        struct made m;
        make(&m, 1);
        m.rules[0].points = 0;
        set(&m, 0, outcomes[i]);
        tally_add(&sum, finding_tally(&m.findings[0]));
    }
    assert_tally(sum, (struct tally){0});
    assert_false(tally_score(sum).has_score);
}

/* --- scores --- */

static void a_score_rounds_half_up(void **state)
{
    static const struct {
        int64_t part, whole;
        int score;
    } rows[] = {
        {1, 3, 33333},
        {2, 3, 66667},
        {0, 7, 0},
        {7, 7, 100000},
        {1, 200000, 1},
        {1, 200001, 0},
        {3, 200000, 2},
        {199999, 200000, 100000},
        {1, 8, 12500},
        {499999, 1000000, 50000},
        {799994, 1000000, 79999},
        {799995, 1000000, 80000},
        {INT64_C(40000000000000) / 2, INT64_C(40000000000000), 50000},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct tally t = {rows[i].part, rows[i].whole, rows[i].whole, rows[i].part,
                          rows[i].part};
        struct score s = tally_score(t);
        assert_true(s.has_score);
        assert_int_equal(s.score, rows[i].score);
        assert_int_equal(s.low, rows[i].score);
        assert_int_equal(s.high, rows[i].score);
        assert_int_equal(s.coverage, 100000);
    }
}

static void unknown_points_open_the_interval(void **state)
{
    struct tally sum = {0};
    struct made m;
    (void)state;

    make(&m, 4); /* of 20 points each */
    set(&m, 0, OUTCOME_PASS);
    set(&m, 1, OUTCOME_MAJOR);
    set(&m, 2, OUTCOME_UNKNOWN);
    set(&m, 3, OUTCOME_NOT_APPLICABLE);
    for (size_t i = 0; i < m.pack.rule_count; i++)
        tally_add(&sum, finding_tally(&m.findings[i]));
    struct score s = tally_score(sum);
    assert_true(s.has_score);
    assert_int_equal(s.score, 62500);    /* 25 of 40 */
    assert_int_equal(s.low, 41667);      /* 25 of 60 */
    assert_int_equal(s.high, 75000);     /* 45 of 60 */
    assert_int_equal(s.coverage, 66667); /* 40 of 60 */
}

static void nothing_decided_is_no_score(void **state)
{
    static const struct tally rows[] = {
        {0},                                  /* nothing applies */
        {.applicable = 20000, .high = 20000}, /* all unknown */
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct score s = tally_score(rows[i]);
        assert_false(s.has_score);
        assert_int_equal(s.low, 0);
        assert_int_equal(s.high, 100000);
        assert_int_equal(s.coverage, 0);
    }
}

static void a_score_of_zero_is_a_score(void **state)
{
    struct score s = tally_score((struct tally){.possible = 20000, .applicable = 20000});
    (void)state;

    assert_true(s.has_score);
    assert_int_equal(s.score, 0);
    assert_int_equal(s.high, 0);
}

/* --- waivers --- */

static void a_waiver_that_lapsed_covers_nothing(void **state)
{
    struct waiver holds = {.reason = "seen"}, lapsed = {.lapsed = "it gives no reason"};
    struct made m;
    (void)state;

    make(&m, 3);
    m.findings[0].waiver = &holds;
    m.findings[1].waiver = &lapsed;
    assert_true(finding_is_waived(&m.findings[0]));
    assert_false(finding_is_waived(&m.findings[1]));
    assert_false(finding_is_waived(&m.findings[2]));
}

static void a_waiver_leaves_the_headline_and_lifts_the_second_score(void **state)
{
    struct waiver holds = {.reason = "seen"};
    struct profile profile = {0};
    struct assessment a = {.profile = &profile};
    struct arena arena = {0};
    struct made m;
    (void)state;

    make(&m, 5);
    a.pack = &m.pack;
    a.findings = m.findings;
    for (size_t i = 0; i < 4; i++)
        set(&m, i, OUTCOME_PASS);
    set(&m, 4, OUTCOME_CRITICAL);
    m.findings[4].waiver = &holds;
    assessment_complete(&a, &arena);
    assert_int_equal(a.score.score, 80000);
    assert_int_equal(a.verdict.now, 2); /* capped by the critical */
    assert_true(a.verdict.capped);
    assert_int_equal(a.waived, 1);
    assert_int_equal(a.without.score, 100000);
    assert_int_equal(a.without.coverage, 100000);
    assert_int_equal(a.without_verdict.now, 0);
    assert_int_equal(a.without_verdict.criticals, 0);
    arena_release(&arena);
}

static void fit_and_notes_stay_out_of_the_company_score(void **state)
{
    struct profile profile = {0};
    struct assessment a = {.profile = &profile};
    struct arena arena = {0};
    struct made m;
    (void)state;

    make(&m, 3);
    a.pack = &m.pack;
    a.findings = m.findings;
    m.rules[1].theme = THEME_FIT;
    m.rules[2].theme = THEME_NOTES;
    set(&m, 0, OUTCOME_PASS);
    set(&m, 1, OUTCOME_CRITICAL);
    set(&m, 2, OUTCOME_CRITICAL);
    assessment_complete(&a, &arena);
    assert_int_equal(a.score.score, 100000);
    assert_int_equal(a.verdict.now, 0);
    assert_int_equal(a.verdict.criticals, 0);
    assert_int_equal(a.fit.score, 0);
    assert_int_equal(a.themes[THEME_COMPANY].possible, 20000);
    arena_release(&arena);
}

/* --- severity --- */

static void credits_count_by_what_they_earn(void **state)
{
    static const struct {
        int credit, severity;
    } rows[] = {{1000, 0}, {999, 1}, {425, 1}, {424, 2}, {125, 2}, {124, 3}, {0, 3}};
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(outcome_severity(OUTCOME_CREDIT, rows[i].credit), rows[i].severity);
    assert_int_equal(outcome_severity(OUTCOME_PASS, 1000), 0);
    assert_int_equal(outcome_severity(OUTCOME_INFO, 1000), 0);
    assert_int_equal(outcome_severity(OUTCOME_MINOR, 600), 1);
    assert_int_equal(outcome_severity(OUTCOME_MAJOR, 250), 2);
    assert_int_equal(outcome_severity(OUTCOME_CRITICAL, 0), 3);
    assert_int_equal(outcome_severity(OUTCOME_UNKNOWN, 0), 0);
}

static void a_span_is_as_severe_as_its_milder_end(void **state)
{
    struct made m;
    (void)state;

    make(&m, 1);
    set_span(&m, 0, named(OUTCOME_CRITICAL), named(OUTCOME_MINOR));
    assert_int_equal(finding_severity(&m.findings[0]), 1);
    set(&m, 0, OUTCOME_UNKNOWN);
    assert_int_equal(finding_severity(&m.findings[0]), 0);
}

/* --- names --- */

static void outcomes_have_names_that_are_read_back(void **state)
{
    enum outcome back;
    (void)state;

    for (int i = 0; i < OUTCOME_COUNT; i++) {
        assert_true(outcome_from_name(outcome_name((enum outcome)i), &back));
        assert_int_equal(back, i);
    }
    assert_false(outcome_from_name("Pass", &back));
    assert_false(outcome_from_name("", &back));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_outcome_earns_its_credit),
        cmocka_unit_test(credit_earns_thousandths),
        cmocka_unit_test(a_span_counts_its_middle_and_its_ends),
        cmocka_unit_test(the_middle_of_a_span_rounds_half_up),
        cmocka_unit_test(a_rule_without_points_adds_nothing),
        cmocka_unit_test(a_score_rounds_half_up),
        cmocka_unit_test(unknown_points_open_the_interval),
        cmocka_unit_test(nothing_decided_is_no_score),
        cmocka_unit_test(a_score_of_zero_is_a_score),
        cmocka_unit_test(a_waiver_that_lapsed_covers_nothing),
        cmocka_unit_test(a_waiver_leaves_the_headline_and_lifts_the_second_score),
        cmocka_unit_test(fit_and_notes_stay_out_of_the_company_score),
        cmocka_unit_test(credits_count_by_what_they_earn),
        cmocka_unit_test(a_span_is_as_severe_as_its_milder_end),
        cmocka_unit_test(outcomes_have_names_that_are_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
