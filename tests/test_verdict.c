/* SPDX-License-Identifier: MIT
 *
 * Bands, gates, and what may still become of a verdict, with made-up findings.
 */
#include "made_up.h"

enum { WELL, MOSTLY, IN_PART, HARDLY };

static struct score exactly(int score)
{
    return (struct score){true, score, score, score, 100000};
}

static struct verdict verdict(struct made *m, struct score score)
{
    return verdict_of(&m->pack, m->findings, score, false);
}

/* --- bands --- */

static void a_band_starts_on_its_line(void **state)
{
    static const struct {
        int score;
        size_t band;
    } rows[] = {{100000, WELL},   {80000, WELL},    {79999, MOSTLY}, {60000, MOSTLY},
                {59999, IN_PART}, {40000, IN_PART}, {39999, HARDLY}, {0, HARDLY}};
    struct made m;
    (void)state;

    make(&m, 1);
    set(&m, 0, OUTCOME_PASS);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict v = verdict(&m, exactly(rows[i].score));
        assert_int_equal(v.now, rows[i].band);
        assert_int_equal(v.best, rows[i].band);
        assert_int_equal(v.worst, rows[i].band);
        assert_int_equal(v.kind, VERDICT_DECIDED);
        assert_false(v.capped);
    }
}

/* --- gates --- */

static void one_critical_caps_at_the_lowest_band_but_one(void **state)
{
    struct made m;
    (void)state;

    make(&m, 3);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 1, OUTCOME_PASS);
    set(&m, 2, OUTCOME_PASS);
    struct verdict v = verdict(&m, exactly(95000));
    assert_int_equal(v.criticals, 1);
    assert_int_equal(v.now, IN_PART);
    assert_true(v.capped);
    assert_int_equal(v.kind, VERDICT_DECIDED);
    v = verdict(&m, exactly(50000)); /* the gate changes nothing where the score is there */
    assert_int_equal(v.now, IN_PART);
    assert_false(v.capped);
    v = verdict(&m, exactly(39999)); /* nor does it lift */
    assert_int_equal(v.now, HARDLY);
    assert_false(v.capped);
}

static void two_criticals_cap_at_the_lowest_band(void **state)
{
    struct made m;
    (void)state;

    make(&m, 4);
    for (size_t i = 0; i < 3; i++)
        set(&m, i, OUTCOME_CRITICAL);
    set(&m, 3, OUTCOME_PASS);
    struct verdict v = verdict(&m, exactly(95000));
    assert_int_equal(v.criticals, 2); /* or more */
    assert_int_equal(v.now, HARDLY);
    assert_true(v.capped);
}

static void criticals_that_share_a_fact_count_once(void **state)
{
    struct made m;
    (void)state;

    make(&m, 2);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 1, OUTCOME_CRITICAL);
    assert_int_equal(verdict(&m, exactly(0)).criticals, 2);
    also_reads(&m, 1, 0);
    assert_int_equal(verdict(&m, exactly(0)).criticals, 1);
    assert_int_equal(verdict(&m, exactly(95000)).now, IN_PART);
}

static void a_pair_that_the_pack_names_counts_once(void **state)
{
    struct made m;
    (void)state;

    make(&m, 3);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 2, OUTCOME_CRITICAL);
    m.pack.count_once = &m.pair;
    m.pack.count_once_count = 1;
    m.pair = (struct rule_pair){0, 2};
    assert_int_equal(verdict(&m, exactly(0)).criticals, 1);
    m.pair = (struct rule_pair){2, 0}; /* either way round */
    assert_int_equal(verdict(&m, exactly(0)).criticals, 1);
    m.pair = (struct rule_pair){0, 1}; /* another pair */
    assert_int_equal(verdict(&m, exactly(0)).criticals, 2);
}

static void a_third_critical_does_not_make_two_one(void **state)
{
    struct made m;
    (void)state;

    make(&m, 3);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 2, OUTCOME_CRITICAL);
    also_reads(&m, 1, 0); /* 1 reads the facts of 0 and of itself ... */
    also_reads(&m, 2, 1); /* ... and 2 that of 1: 1 is linked with both, 0 and 2 are apart */
    assert_int_equal(verdict(&m, exactly(0)).criticals, 2);
    set(&m, 1, OUTCOME_CRITICAL);
    assert_int_equal(verdict(&m, exactly(0)).criticals, 2);
    set(&m, 0, OUTCOME_PASS); /* what is left is linked */
    assert_int_equal(verdict(&m, exactly(0)).criticals, 1);
}

static void three_criticals_of_one_fact_are_one_matter(void **state)
{
    struct made m;
    (void)state;

    make(&m, 3);
    for (size_t i = 0; i < 3; i++)
        set(&m, i, OUTCOME_CRITICAL);
    also_reads(&m, 1, 0);
    also_reads(&m, 2, 0);
    assert_int_equal(verdict(&m, exactly(0)).criticals, 1);
}

static void a_rule_switched_off_or_of_the_reader_is_no_gate(void **state)
{
    struct made m;
    (void)state;

    make(&m, 3);
    for (size_t i = 0; i < 3; i++)
        set(&m, i, OUTCOME_CRITICAL);
    m.rules[0].off = true;
    m.rules[1].theme = THEME_FIT;
    m.rules[2].theme = THEME_NOTES;
    struct verdict v = verdict(&m, exactly(95000));
    assert_int_equal(v.criticals, 0);
    assert_int_equal(v.now, WELL);
    assert_int_equal(v.worst, WELL);
}

static void a_waiver_lifts_the_gate_only_where_asked(void **state)
{
    struct waiver holds = {.reason = "seen"}, lapsed = {.lapsed = "its end has passed"};
    struct made m;
    (void)state;

    make(&m, 2);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 1, OUTCOME_CRITICAL);
    m.findings[0].waiver = &holds;
    m.findings[1].waiver = &lapsed;
    assert_int_equal(verdict_of(&m.pack, m.findings, exactly(95000), false).criticals, 2);
    struct verdict v = verdict_of(&m.pack, m.findings, exactly(95000), true);
    assert_int_equal(v.criticals, 1);
    assert_int_equal(v.now, IN_PART);
}

static void a_waived_unknown_is_no_worst_case_either(void **state)
{
    struct waiver holds = {.reason = "seen"};
    struct made m;
    (void)state;

    make(&m, 2);
    set(&m, 0, OUTCOME_PASS);
    m.findings[1].waiver = &holds; /* unknown, could be critical */
    assert_int_equal(verdict_of(&m.pack, m.findings, exactly(95000), false).worst, IN_PART);
    assert_int_equal(verdict_of(&m.pack, m.findings, exactly(95000), true).worst, WELL);
}

/* --- what may still come --- */

static void a_span_gates_only_where_both_ends_are_critical(void **state)
{
    struct made m;
    (void)state;

    make(&m, 1);
    set_span(&m, 0, named(OUTCOME_CRITICAL), named(OUTCOME_MAJOR));
    struct verdict v = verdict(&m, exactly(95000));
    assert_int_equal(v.criticals, 0);
    assert_int_equal(v.now, WELL);
    assert_int_equal(v.best, WELL);
    assert_int_equal(v.worst, IN_PART);
    assert_int_equal(v.kind, VERDICT_PROVISIONAL);
    set_span(&m, 0, named(OUTCOME_CRITICAL), ending(OUTCOME_CREDIT, 100));
    v = verdict(&m, exactly(95000));
    assert_int_equal(v.criticals, 1);
    assert_int_equal(v.kind, VERDICT_DECIDED);
}

static void what_is_open_counts_at_its_worst_in_the_worst_case_only(void **state)
{
    static const enum outcome open[] = {OUTCOME_UNKNOWN, OUTCOME_ERROR};
    (void)state;

    for (size_t i = 0; i < COUNT(open); i++) {
        struct made m;
        make(&m, 3);
        set(&m, 0, OUTCOME_PASS);
        set(&m, 1, open[i]);
        set(&m, 2, open[i]);
        struct verdict v = verdict(&m, (struct score){true, 90000, 85000, 95000, 90000});
        assert_int_equal(v.now, WELL);
        assert_int_equal(v.best, WELL);
        assert_int_equal(v.worst, HARDLY);
        assert_int_equal(v.kind, VERDICT_PROVISIONAL);
        m.rules[1].worst = OUTCOME_MAJOR; /* it cannot go critical */
        v = verdict(&m, (struct score){true, 90000, 85000, 95000, 90000});
        assert_int_equal(v.worst, IN_PART);
        m.rules[2].worst = OUTCOME_MINOR;
        v = verdict(&m, (struct score){true, 90000, 85000, 95000, 90000});
        assert_int_equal(v.worst, WELL);
        assert_int_equal(v.kind, VERDICT_DECIDED);
    }
}

static void what_does_not_apply_is_no_worst_case(void **state)
{
    struct made m;
    (void)state;

    make(&m, 2);
    set(&m, 0, OUTCOME_PASS);
    set(&m, 1, OUTCOME_NOT_APPLICABLE);
    assert_int_equal(verdict(&m, exactly(95000)).worst, WELL);
}

static void low_and_high_in_one_band_decide(void **state)
{
    static const struct {
        int low, high;
        enum verdict_kind kind;
        size_t worst, best;
    } rows[] = {
        {60000, 79999, VERDICT_DECIDED, MOSTLY, MOSTLY},
        {60000, 80000, VERDICT_PROVISIONAL, MOSTLY, WELL},
        {59999, 79999, VERDICT_PROVISIONAL, IN_PART, MOSTLY},
        {0, 100000, VERDICT_PROVISIONAL, HARDLY, WELL},
    };
    struct made m;
    (void)state;

    make(&m, 2);
    m.rules[1].worst = OUTCOME_MAJOR;
    set(&m, 0, OUTCOME_PASS);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict v =
            verdict(&m, (struct score){true, 70000, rows[i].low, rows[i].high, 50000});
        assert_int_equal(v.kind, rows[i].kind);
        assert_int_equal(v.worst, rows[i].worst);
        assert_int_equal(v.best, rows[i].best);
        assert_int_equal(v.now, MOSTLY);
    }
}

/* The best case keeps the gates that are certain: two criticals decide whatever else is open.
 */
static void two_criticals_decide_at_once(void **state)
{
    struct made m;
    (void)state;

    make(&m, 5);
    set(&m, 0, OUTCOME_CRITICAL);
    set(&m, 1, OUTCOME_CRITICAL);
    struct verdict v = verdict(&m, (struct score){true, 0, 0, 95000, 5000});
    assert_int_equal(v.kind, VERDICT_DECIDED);
    assert_int_equal(v.now, HARDLY);
}

static void too_little_is_known_below_a_fifth_without_a_major(void **state)
{
    static const struct {
        enum outcome found;
        int coverage;
        enum verdict_kind kind;
    } rows[] = {
        {OUTCOME_PASS, 19999, VERDICT_TOO_LITTLE},
        {OUTCOME_MINOR, 19999, VERDICT_TOO_LITTLE},
        {OUTCOME_PASS, 20000, VERDICT_PROVISIONAL},
        {OUTCOME_MAJOR, 19999, VERDICT_PROVISIONAL},
        {OUTCOME_CRITICAL, 19999, VERDICT_PROVISIONAL},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct made m;
        make(&m, 2);
        set(&m, 0, rows[i].found);
        struct score score = {true, 90000, 10000, 95000, rows[i].coverage};
        struct verdict v = verdict(&m, score);
        assert_int_equal(v.kind, rows[i].kind);
        assert_int_equal(verdict_is_thin(&v), rows[i].found == OUTCOME_MAJOR);
    }
}

static void nothing_known_is_too_little(void **state)
{
    struct made m;
    (void)state;

    make(&m, 2);
    struct verdict v = verdict(&m, (struct score){.high = 100000});
    assert_int_equal(v.kind, VERDICT_TOO_LITTLE);
    assert_int_equal(v.now, HARDLY);
    assert_int_equal(v.best, WELL);
    assert_int_equal(v.worst, HARDLY);
    assert_false(v.capped);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_band_starts_on_its_line),
        cmocka_unit_test(one_critical_caps_at_the_lowest_band_but_one),
        cmocka_unit_test(two_criticals_cap_at_the_lowest_band),
        cmocka_unit_test(criticals_that_share_a_fact_count_once),
        cmocka_unit_test(a_pair_that_the_pack_names_counts_once),
        cmocka_unit_test(a_third_critical_does_not_make_two_one),
        cmocka_unit_test(three_criticals_of_one_fact_are_one_matter),
        cmocka_unit_test(a_rule_switched_off_or_of_the_reader_is_no_gate),
        cmocka_unit_test(a_waiver_lifts_the_gate_only_where_asked),
        cmocka_unit_test(a_waived_unknown_is_no_worst_case_either),
        cmocka_unit_test(a_span_gates_only_where_both_ends_are_critical),
        cmocka_unit_test(what_is_open_counts_at_its_worst_in_the_worst_case_only),
        cmocka_unit_test(what_does_not_apply_is_no_worst_case),
        cmocka_unit_test(low_and_high_in_one_band_decide),
        cmocka_unit_test(two_criticals_decide_at_once),
        cmocka_unit_test(too_little_is_known_below_a_fifth_without_a_major),
        cmocka_unit_test(nothing_known_is_too_little),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
