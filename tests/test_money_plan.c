/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

#include "money/plan.h"
#include "money/tree.h"

/* --- ideal trees --- */

static void populations_saturate_after_so_many_levels(void **state)
{
    static const struct {
        const char *label;
        int64_t width, population;
        const char *joining;
        int64_t depth;
    } rows[] = {
        {"town, 2", 2, 100000, "100", 15},
        {"town, 3", 3, 100000, "100", 10},
        {"town, 5", 5, 100000, "100", 7},
        {"town, 6", 6, 100000, "100", 6},
        {"world, 2", 2, 8100000000, "100", 31},
        {"world, 3", 3, 8100000000, "100", 20},
        {"world, 5", 5, 8100000000, "100", 14},
        {"world, 6", 6, 8100000000, "100", 12},
        {"town, 1% join", 3, 100000, "1", 5},
        {"nobody", 2, 10, "1", -1},
        {"one", 2, 1, "100", 0},
        {"two of three", 2, 2, "100", 0},
        {"just full", 2, 3, "100", 1},
        {"the most", 2, 1000000000000, "100", 38},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t depth = -7;
        ROW_OK(rows[i].label, tree_saturation(rows[i].width, rows[i].population,
                                              dec(rows[i].joining), &depth, &err));
        ROW_INT(rows[i].label, depth, rows[i].depth);
    }
    ROWS_END();
}

static void the_bottom_of_a_tree_is_most_of_it(void **state)
{
    struct ratio share = ratio_of(-7, 1);
    int64_t all = -7, bottom = -7;

    (void)state;
    ROW_OK("six friends", tree_size(6, 9, &all, &bottom, &err));
    ROW_INT("six friends on level nine", bottom, 10077696);
    ROW_INT("six friends, all", all, 12093235);
    ROW_OK("founder", tree_size(6, 0, &all, &bottom, &err));
    ROW_INT("founder", all, 1);
    ROW_INT("founder", bottom, 1);
    ROW_OK("8-ball", tree_bottom_share(2, 3, &share, &err));
    ROW_RATIO("8-ball: 7 of 8 lose", share, 3, "0.875");
    ROW_OK("bottom level", tree_bottom_share(5, 1, &share, &err));
    ROW_RATIO("bottom level: (k-1)/k", share, 3, "0.8");
    ROW_OK("no level", tree_bottom_share(5, 0, &share, &err));
    ROW_RATIO("no level", share, 3, "0");
    ROWS_END();
}

static void so_many_full_levels_hold_so_many_people(void **state)
{
    static const struct {
        const char *label;
        int64_t width, people, levels, one_in;
    } rows[] = {
        {"none", 2, 0, 0, 1},
        {"one", 2, 1, 1, 2},
        {"two", 2, 2, 1, 2},
        {"three", 2, 3, 2, 4},
        {"six", 2, 6, 2, 4},
        {"seven", 2, 7, 3, 8},
        {"3905, just", 5, 3905, 5, 3125},
        {"3906", 5, 3906, 6, 15625},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t levels = -7, one_in = -7;
        ROW_OK(rows[i].label,
               tree_levels_needed(rows[i].width, rows[i].people, &levels, &one_in, &err));
        ROW_INT(rows[i].label, levels, rows[i].levels);
        ROW_INT(rows[i].label, one_in, rows[i].one_in);
    }
    ROWS_END();
}

static void weak_legs_are_mostly_empty(void **state)
{
    static const struct {
        const char *label;
        int64_t people, one_in;
        const char *at_random;
    } rows[] = {
        {"0", 0, 1, "1"},        {"1", 1, 2, "0.333333"},    {"3", 3, 4, "0.142857"},
        {"4", 4, 8, "0.111111"}, {"10", 10, 16, "0.047619"}, {"50", 50, 64, "0.009901"},
    };
    double average = -7;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t one_in = -7;
        struct ratio share = ratio_of(-7, 1);
        ROW_OK(rows[i].label, tree_weak_leg_balanced(rows[i].people, &one_in, &err));
        ROW_INT(rows[i].label, one_in, rows[i].one_in);
        ROW_OK(rows[i].label, tree_weak_leg_random(rows[i].people, &share, &err));
        ROW_RATIO(rows[i].label, share, 6, rows[i].at_random);
    }
    ROW_OK("average", tree_weak_leg_average(1048576, &average, &err));
    ROW_NEAR("average", average, 10, 1e-12);
    ROWS_END();
}

static void impossible_trees_are_refused(void **state)
{
    int64_t a, b;
    struct ratio share;

    (void)state;
    ROW_REFUSED("a chain", tree_size(1, 3, &a, &b, &err),
                "'width' must be from 2 to 1000000000000, not 1");
    ROW_REFUSED("too large", tree_size(10, 13, &a, &b, &err),
                "a plan that wide and deep is over 9e12 people; write fewer levels");
    ROW_REFUSED("depth", tree_size(2, -1, &a, &b, &err),
                "'levels' must be from 0 to 100, not -1");
    ROW_REFUSED("bottom", tree_bottom_share(2, 101, &share, &err),
                "'levels' must be from 0 to 100, not 101");
    ROW_REFUSED("people", tree_levels_needed(2, -1, &a, &b, &err),
                "'people' must be from 0 to 1000000000000, not -1");
    ROW_OK("widest", tree_levels_needed(1000000000000, 1000000000000, &a, &b, &err));
    ROW_REFUSED("population", tree_saturation(2, 0, dec("1"), &a, &err),
                "'population' must be from 1 to 1000000000000, not 0");
    ROW_REFUSED("joining", tree_saturation(2, 9, 0, &a, &err),
                "'joining' must be from 0.000001% to 100%, not 0%");
    ROWS_END();
}

/* --- unilevel, matrix, binary --- */

static void levels_pay_their_rate_on_their_people(void **state)
{
    static const int64_t people[] = {3, 9, 27};
    const decimal pcts[] = {dec("5"), dec("5"), dec("2.5")};
    const decimal seven[] = {dec("1"), dec("1"), dec("1"), dec("1"),
                             dec("1"), dec("1"), dec("1")};
    struct ratio pay = ratio_of(-7, 1);

    (void)state;
    ROW_OK("unilevel", plan_unilevel(people, pcts, 3, dec("100"), &pay, &err));
    ROW_RATIO("unilevel", pay, 2, "127.5"); /* 15 + 45 + 67.5 */
    ROW_OK("matrix", plan_matrix(3, pcts, 3, dec("100"), &pay, &err));
    ROW_RATIO("matrix", pay, 2, "127.5");
    ROW_OK("3 x 7 at 1%", plan_matrix(3, seven, 7, dec("100"), &pay, &err));
    ROW_RATIO("3 x 7 at 1%", pay, 2, "3279");
    ROW_OK("no level", plan_unilevel(NULL, NULL, 0, dec("100"), &pay, &err));
    ROW_RATIO("no level", pay, 2, "0");
    ROW_REFUSED(
        "too much",
        plan_matrix(2, (decimal[39]){[38] = dec("100")}, 39, dec("1000000"), &pay, &err),
        "the numbers are too large together: a result is over 9e12, or has too many "
        "digits to be exact");
    ROW_REFUSED("people", plan_unilevel((int64_t[]){-1}, pcts, 1, dec("1"), &pay, &err),
                "'people' must be from 0 to 1000000000000, not -1");
    ROWS_END();
}

static void a_binary_plan_pays_on_the_weaker_leg(void **state)
{
    static const struct {
        const char *label, *pct, *cap, *left, *right, *pay, *left_over, *right_over;
        bool flushing;
    } rows[] = {
        {"weaker", "10", "0", "500", "2000", "50", "0", "1500", false},
        {"the other side", "10", "0", "2000", "500", "50", "1500", "0", false},
        {"flushed", "10", "0", "500", "2000", "50", "0", "0", true},
        {"capped", "10", "40", "500", "2000", "40", "0", "1500", false},
        {"at the cap", "10", "50", "500", "2000", "50", "0", "1500", false},
        {"an empty leg", "10", "0", "0", "2000", "0", "0", "2000", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plan_binary plan = {dec(rows[i].pct), dec(rows[i].cap), rows[i].flushing};
        decimal left = dec(rows[i].left), right = dec(rows[i].right);
        struct ratio pay = ratio_of(-7, 1);
        ROW_OK(rows[i].label, plan_binary(&plan, &left, &right, &pay, &err));
        ROW_RATIO(rows[i].label, pay, 2, rows[i].pay);
        ROW_INT(rows[i].label, left, dec(rows[i].left_over));
        ROW_INT(rows[i].label, right, dec(rows[i].right_over));
    }
    struct ratio pay = ratio_of(-7, 1);
    int64_t cycles = -7;
    ROW_OK("cycles",
           plan_cycles(dec("300"), dec("35"), dec("899"), dec("2000"), &cycles, &pay, &err));
    ROW_INT("cycles", cycles, 2);
    ROW_RATIO("cycles", pay, 2, "70");
    ROW_REFUSED("no cycle", plan_cycles(0, 0, 0, 0, &cycles, &pay, &err),
                "'cycle' must be from 0.000001 to 1,000,000,000,000, not 0");
    ROWS_END();
}

/* --- breakaway --- */

/* The scale of P16 and M23: 100 points are 200 of volume. */
static struct plan_scale court_scale(void)
{
    static const struct plan_step steps[] = {
#define STEP(points, pct) {(points)*DECIMAL_ONE, (pct)*DECIMAL_ONE}
        STEP(100, 3),   STEP(300, 6),   STEP(600, 9),   STEP(1000, 12), STEP(1500, 15),
        STEP(2500, 18), STEP(4000, 21), STEP(6000, 23), STEP(7500, 25),
#undef STEP
    };

    return (struct plan_scale){steps, COUNT(steps), 2 * DECIMAL_ONE, 0};
}

static void the_golden_case_from_court_records_comes_out(void **state)
{
    static const struct {
        const char *label;
        int64_t widths[3], members;
        const char *bonus[4], *total;
    } rows[] = {
        {"6-4-2", {6, 4, 2}, 79, {"2078", "168", "24", "6"}, "3950"},
        {"9-4-2", {9, 4, 2}, 118, {"3092", "168", "24", "6"}, "5900"},
    };
    struct plan_scale scale = court_scale();

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plan_level levels[4];
        struct plan_tree tree = {.levels = levels};
        ROW_OK(rows[i].label,
               plan_breakaway_tree(&scale, rows[i].widths, 3, dec("100"), &tree, &err));
        ROW_INT(rows[i].label, tree.members, rows[i].members);
        ROW_INT(rows[i].label, tree.gaining, 1);
        ROW_RATIO(rows[i].label, tree.total, 2, rows[i].total);
        int64_t people = 1;
        for (int j = 0; j < 4; j++) {
            ROW_RATIO(rows[i].label, levels[j].bonus, 2, rows[i].bonus[j]);
            ROW_INT(rows[i].label, levels[j].people, people);
            people *= j < 3 ? rows[i].widths[j] : 1;
        }
        /* every bonus comes out of the leader's rate on everything: the differences telescope
         */
        struct ratio volume = ratio_of(rows[i].members * 200, 1);
        ROW_INT(rows[i].label, ratio_cmp(tree.total, ratio_mul(volume, ratio_of(1, 4))), 0);
        if (i == 0)
            ROW_RATIO("the group pays a net", ratio_sub(volume, tree.total), 2, "11850");
    }
    ROWS_END();
}

static void one_member_gets_the_difference_to_each_leg(void **state)
{
    static const struct {
        const char *label, *own;
        const char *legs[3];
        size_t leg_count;
        const char *override, *bonus;
    } rows[] = {
        {"nothing", "0", {""}, 0, "0", "0"},
        {"under the first step", "99.99", {""}, 0, "0", "0"},
        {"on the first step", "100", {""}, 0, "0", "6"},
        {"two legs", "100", {"100", "100"}, 2, "0", "24"},
        {"a leg that broke away", "100", {"7500"}, 1, "0", "50"}, /* 25% of own 200 only */
        {"with an override", "100", {"7500"}, 1, "4", "650"},     /* and 4% of 15,000 */
        {"a leg just short", "100", {"7499"}, 1, "4", "349.96"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct plan_scale scale = court_scale();
        struct ratio bonus = ratio_of(-7, 1);
        decimal legs[3];
        scale.override_pct = dec(rows[i].override);
        for (size_t j = 0; j < rows[i].leg_count; j++)
            legs[j] = dec(rows[i].legs[j]);
        ROW_OK(rows[i].label,
               plan_breakaway(&scale, dec(rows[i].own), legs, rows[i].leg_count, &bonus, &err));
        ROW_RATIO(rows[i].label, bonus, 2, rows[i].bonus);
    }
    ROWS_END();
}

static void impossible_scales_are_refused(void **state)
{
    static const struct plan_step falling[] = {{100, 3}, {100, 6}},
                                  cheaper[] = {{1, 6}, {2, 3}};
    struct plan_scale scale = court_scale();
    struct ratio bonus;
    struct plan_level levels[2];
    struct plan_tree tree = {.levels = levels};
    const decimal legs[] = {CHECK_MOST * DECIMAL_ONE, CHECK_MOST * DECIMAL_ONE};

    (void)state;
    ROW_REFUSED("legs", plan_breakaway(&scale, 0, legs, 2, &bonus, &err),
                "'legs' must be from 0 to 1,000,000,000,000, not 2,000,000,000,000");
    ROW_REFUSED("own", plan_breakaway(&scale, -1, NULL, 0, &bonus, &err),
                "'own' must be from 0 to 1,000,000,000,000, not -0.000001");
    ROW_REFUSED("width", plan_breakaway_tree(&scale, (int64_t[]){0}, 1, 1, &tree, &err),
                "'width' must be from 1 to 1000000000000, not 0");
    scale.money_per_point = 0;
    ROW_REFUSED("points", plan_breakaway(&scale, 0, NULL, 0, &bonus, &err),
                "'per-point' must be from 0.000001 to 1,000,000,000,000, not 0");
    scale = (struct plan_scale){falling, 2, 1, 0};
    ROW_REFUSED("falling", plan_breakaway(&scale, 0, NULL, 0, &bonus, &err),
                "'scale' must rise: step 2 is not above step 1");
    scale.steps = cheaper;
    ROW_REFUSED("cheaper", plan_breakaway(&scale, 0, NULL, 0, &bonus, &err),
                "'scale' must rise: step 2 is not above step 1");
    scale.count = 0;
    ROW_REFUSED("none", plan_breakaway(&scale, 0, NULL, 0, &bonus, &err),
                "'steps' must be from 1 to 64, not 0");
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(populations_saturate_after_so_many_levels),
        cmocka_unit_test(the_bottom_of_a_tree_is_most_of_it),
        cmocka_unit_test(so_many_full_levels_hold_so_many_people),
        cmocka_unit_test(weak_legs_are_mostly_empty),
        cmocka_unit_test(impossible_trees_are_refused),
        cmocka_unit_test(levels_pay_their_rate_on_their_people),
        cmocka_unit_test(a_binary_plan_pays_on_the_weaker_leg),
        cmocka_unit_test(the_golden_case_from_court_records_comes_out),
        cmocka_unit_test(one_member_gets_the_difference_to_each_leg),
        cmocka_unit_test(impossible_scales_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
