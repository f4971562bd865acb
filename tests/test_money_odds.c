/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

#include <math.h>

#include "money/odds.h"
#include "money/treadmill.h"

static void a_joiner_may_expect_what_the_urn_gives(void **state)
{
    static const struct {
        const char *label;
        int64_t place, members;
        const char *skill;
        double recruits, none, downline;
    } rows[] = {
        {"100 of 200", 100, 200, "1", .693, .5, 1},
        {"100 of 200, twice as able", 100, 200, "2", 1.386, .25, 1},
        {"100 of 200, three times", 100, 200, "3", 2.079, .125, 1},
        {"10 of 200", 10, 200, "1", 2.996, .05, 19},
        {"the company doubles", 100000, 200000, "1", .693, .5, 1},
        {"the last", 200, 200, "1", 0, 1, 0},
        {"the founder alone", 1, 1, "1", 0, 1, 0},
        {"half as able", 100, 400, "0.5", .693, .5, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct joiner joiner = {rows[i].place, rows[i].members, dec(rows[i].skill)};
        struct odds odds = {-7, -7, -7};
        ROW_OK(rows[i].label, odds_of_joiner(&joiner, &odds, &err));
        ROW_NEAR(rows[i].label, odds.recruits, rows[i].recruits, 5e-4);
        ROW_NEAR(rows[i].label, odds.none, rows[i].none, 1e-12);
        ROW_NEAR(rows[i].label, odds.downline, rows[i].downline, 1e-9);
    }
    ROWS_END();
}

static void a_downline_is_as_likely_as_the_exact_form_says(void **state)
{
    static const struct {
        const char *label;
        int64_t place, members, people;
        double chance, bound;
    } rows[] = {
        {"10 of 200, 20 below", 10, 200, 20, .3775, 5e-5},
        {"100,000 of 200,000, 10 below: 1 in 1,024", 100000, 200000, 10, 1.0 / 1024, 5e-7},
        {"nobody", 10, 200, 0, 1, 0},
        {"all who are left", 2, 200, 198, 1.0 / 199, 1e-12},
        {"more than are left", 2, 200, 199, 0, 0},
        {"the founder has all", 1, 200, 199, 1, 0},
        {"the last has none", 200, 200, 1, 0, 0},
        {"next to last", 199, 200, 1, 1.0 / 199, 1e-12},
        {"R + 1 places for one", 2, 1000000000000, 499999999999, .5, 1e-9},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct joiner joiner = {rows[i].place, rows[i].members, DECIMAL_ONE};
        double got = -7;
        ROW_OK(rows[i].label, odds_of_downline(&joiner, rows[i].people, &got, &err));
        ROW_NEAR(rows[i].label, got, rows[i].chance, rows[i].bound);
    }
    ROWS_END();
}

/* The logarithm of the product, factor by factor. */
static double slow_log(int64_t n, int64_t k, int64_t people)
{
    double sum = 0;

    for (int64_t j = 0; j < people; j++)
        sum += log1p(-(double)k / (double)(n - 1 - j));
    return sum;
}

static void large_networks_agree_with_the_product_taken_slowly(void **state)
{
    static const struct {
        const char *label;
        int64_t place, members, people;
    } rows[] = {
        {"just multiplied", 100001, 1000000000, 100000},
        {"just by Stirling", 100002, 1000000000, 100001},
        {"by Stirling", 200001, 1000000000, 300000},
        {"by Stirling, exchanged", 300001, 1000000000, 200000},
        {"by Stirling, small", 1000001, 10000000000, 500000},
        {"a billion and more", 500001, 1000000000000, 400000},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct joiner joiner = {rows[i].place, rows[i].members, DECIMAL_ONE};
        double got = -7, slow = slow_log(rows[i].members, rows[i].place - 1, rows[i].people);
        ROW_OK(rows[i].label, odds_of_downline(&joiner, rows[i].people, &got, &err));
        ROW_NEAR(rows[i].label, log(got), slow, 1e-8);
    }
    struct joiner joiner = {500000, 1000000, DECIMAL_ONE};
    double got = -7;
    ROW_OK("no chance", odds_of_downline(&joiner, 400000, &got, &err));
    ROW_NEAR("no chance", got, 0, 0);
    ROWS_END();
}

static void the_whole_network_splits_in_halves_and_fractions(void **state)
{
    static const struct {
        int64_t people;
        double recruits, downline;
    } rows[] = {
        {0, 1, 1},
        {1, .5, .5},
        {2, .25, 1.0 / 3},
        {3, .125, .25},
        {5, .03125, .1667},
        {6, .015625, 1.0 / 7},
        {10, 1.0 / 1024, .0909},
        {78, 3.3e-24, .0127},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char label[32];
        double recruits = -7;
        struct ratio downline = ratio_of(-7, 1);
        snprintf(label, sizeof label, "at least %d", (int)rows[i].people);
        ROW_OK(label, odds_share_with_recruits(rows[i].people, &recruits, &err));
        ROW_NEAR(label, recruits, rows[i].recruits, 1e-12);
        ROW_OK(label, odds_share_with_downline(rows[i].people, &downline, &err));
        ROW_NEAR(label, decimal_to_double(ratio_round(downline, 6, RATIO_NEAREST)),
                 rows[i].downline, 5e-5);
    }
    ROW_NEAR("first 37%", odds_share_expecting_one(), .3679, 5e-5);
    ROWS_END();
}

static void impossible_joiners_are_refused(void **state)
{
    static const struct {
        struct joiner joiner;
        int64_t people;
        const char *sentence;
    } rows[] = {
        {{0, 200, DECIMAL_ONE}, 1, "'place' must be from 1 to 200, not 0"},
        {{201, 200, DECIMAL_ONE}, 1, "'place' must be from 1 to 200, not 201"},
        {{1, 0, DECIMAL_ONE}, 1, "'members' must be from 1 to 1000000000000, not 0"},
        {{1, 2, 0}, 1, "'skill' must be from 0.000001 to 100, not 0"},
        {{1, 2, DECIMAL_ONE}, -1, "'people' must be from 0 to 1000000000000, not -1"},
        {{1, 2, 2 * DECIMAL_ONE},
         1,
         "the odds of a whole downline are known for 'skill' 1 only"},
    };
    double got = -7;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_REFUSED(rows[i].sentence,
                    odds_of_downline(&rows[i].joiner, rows[i].people, &got, &err),
                    rows[i].sentence);
    ROW_REFUSED("recruits", odds_share_with_recruits(1001, &got, &err),
                "'recruits' must be from 0 to 1000, not 1001");
    ROW_NEAR("untouched", got, -7, 0);
    ROWS_END();
}

/* --- the treadmill --- */

static void yearly_attrition_becomes_monthly(void **state)
{
    static const struct {
        const char *yearly;
        double monthly;
    } rows[] = {{"50", 5.61}, {"60", 7.35}, {"80", 12.55}, {"90", 17.46}, {"0", 0}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        decimal got = -7;
        double left = -7;
        ROW_OK(rows[i].yearly, treadmill_monthly(dec(rows[i].yearly), &got, &err));
        ROW_NEAR(rows[i].yearly, decimal_to_double(got), rows[i].monthly, 5e-3);
        ROW_OK(rows[i].yearly, treadmill_left(got, 1000, 12, &left, &err));
        ROW_NEAR(rows[i].yearly, left, 1000 - 10 * decimal_to_double(dec(rows[i].yearly)),
                 1e-3);
    }
    ROWS_END();
}

static void standing_still_takes_so_many_a_month(void **state)
{
    struct ratio got = ratio_of(-7, 1);
    decimal monthly;
    double left;

    (void)state;
    ROW_OK("12.5% of 40", treadmill_recruits(dec("12.5"), 40, &got, &err));
    ROW_RATIO("12.5% of 40", got, 2, "5");
    ROW_OK("all", treadmill_recruits(dec("100"), 1000000000000, &got, &err));
    ROW_RATIO("all", got, 2, "1000000000000");
    ROW_REFUSED("all in a year", treadmill_monthly(dec("100"), &monthly, &err),
                "'yearly' must be under 100%: if everybody leaves within a year, write the "
                "share that leaves in a month");
    ROW_REFUSED("more than all", treadmill_monthly(dec("101"), &monthly, &err),
                "'yearly' must be from 0% to 100%, not 101%");
    ROW_REFUSED("negative", treadmill_recruits(dec("-1"), 40, &got, &err),
                "'monthly' must be from 0% to 100%, not -1%");
    ROW_REFUSED("downline", treadmill_recruits(dec("1"), -1, &got, &err),
                "'downline' must be from 0 to 1000000000000, not -1");
    ROW_REFUSED("months", treadmill_left(dec("1"), 1, 1201, &left, &err),
                "'months' must be from 0 to 1200, not 1201");
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_joiner_may_expect_what_the_urn_gives),
        cmocka_unit_test(a_downline_is_as_likely_as_the_exact_form_says),
        cmocka_unit_test(large_networks_agree_with_the_product_taken_slowly),
        cmocka_unit_test(the_whole_network_splits_in_halves_and_fractions),
        cmocka_unit_test(impossible_joiners_are_refused),
        cmocka_unit_test(yearly_attrition_becomes_monthly),
        cmocka_unit_test(standing_still_takes_so_many_a_month),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
