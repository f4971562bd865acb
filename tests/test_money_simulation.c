/* SPDX-License-Identifier: MIT
 *
 * Networks grown at random, member by member, against the closed forms of engine/money. The
 * seed is fixed; bounds are five standard deviations or so of what is counted.
 */
#include "money_rows.h"

#include <math.h>

#include "money/bounds.h"
#include "money/odds.h"
#include "money/tree.h"

static uint64_t seed;

static uint64_t draw(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

/* 0 to n - 1; what is left of 2^64 by n is nothing here. */
static size_t draw_below(size_t n)
{
    return (size_t)(draw() % n);
}

/* --- the urn --- */

enum { URN = 50000 };

struct urn {
    uint32_t sponsor[URN], recruits[URN], downline[URN];
    uint64_t pairs[8]; /* members no more than so many levels below somebody, summed */
};

/* Each new member is recruited by any earlier one with equal chance. */
static struct urn *urn_grow(void)
{
    struct urn *urn = calloc(1, sizeof *urn);

    assert_non_null(urn);
    seed = 20240502;
    for (size_t i = 1; i < URN; i++) {
        urn->sponsor[i] = (uint32_t)draw_below(i);
        urn->recruits[urn->sponsor[i]]++;
        size_t up = i;
        for (int level = 1; level <= 7 && up > 0; level++) {
            up = urn->sponsor[up];
            for (int p = level; p <= 7; p++)
                urn->pairs[p]++;
        }
    }
    for (size_t i = URN - 1; i > 0; i--)
        urn->downline[urn->sponsor[i]] += urn->downline[i] + 1;
    return urn;
}

static double share_of(const uint32_t *counts, uint32_t least)
{
    size_t many = 0;

    for (size_t i = 0; i < URN; i++)
        many += counts[i] >= least;
    return (double)many / URN;
}

static void the_urn_network_has_the_shares_of_recruits_and_downlines(void **state)
{
    static const uint32_t recruits[] = {1, 2, 3, 6}, downlines[] = {5, 10, 78};
    struct urn *urn = urn_grow();
    char label[64];

    (void)state;
    for (size_t i = 0; i < COUNT(recruits); i++) {
        double wanted = -7;
        snprintf(label, sizeof label, "at least %u recruits", (unsigned)recruits[i]);
        ROW_OK(label, odds_share_with_recruits(recruits[i], &wanted, &err));
        ROW_NEAR(label, share_of(urn->recruits, recruits[i]), wanted,
                 5 * sqrt(wanted * (1 - wanted) / URN));
    }
    for (size_t i = 0; i < COUNT(downlines); i++) {
        struct ratio share = ratio_of(-7, 1);
        snprintf(label, sizeof label, "at least %u below", (unsigned)downlines[i]);
        ROW_OK(label, odds_share_with_downline(downlines[i], &share, &err));
        double wanted = decimal_to_double(ratio_round(share, 6, RATIO_NEAREST));
        ROW_NEAR(label, share_of(urn->downline, downlines[i]), wanted,
                 5 * sqrt(wanted * (1 - wanted) / URN));
    }
    free(urn);
    ROWS_END();
}

static void no_network_passes_the_bounds_of_one_sponsor(void **state)
{
    static const uint32_t recruits[] = {1, 2, 3, 6, 20};
    struct urn *urn = urn_grow();
    struct ratio average = ratio_of(-7, 1);
    uint64_t all = 0;

    (void)state;
    for (size_t i = 0; i < URN; i++)
        all += urn->recruits[i];
    ROW_OK("B1", bounds_recruits(URN, &average, &err));
    ROW_INT("B1", ratio_cmp(average, ratio_of((int64_t)all, URN)), 0);
    for (size_t i = 0; i < COUNT(recruits); i++) {
        struct bound bound = {.one_in = -7};
        ROW_OK("B2", bounds_with_recruits(recruits[i], &bound, &err));
        ROW_INT("B2", share_of(urn->recruits, recruits[i]) * (double)bound.one_in < 1, 1);
    }
    ROW_INT("B3, 3 levels", urn->pairs[3] <= 3 * URN, 1);
    ROW_NEAR("3 paid levels, mean", (double)urn->pairs[3] / URN, 3, .01);
    ROW_INT("B3, 7 levels", urn->pairs[7] <= 7 * URN, 1);
    ROW_NEAR("7 paid levels, mean", (double)urn->pairs[7] / URN, 6.85, .15);
    free(urn);
    ROWS_END();
}

/* Recruits of the member that joined as number 'place' and is 'skill' times as able as each of
 * the others. */
static int recruits_of(size_t place, size_t members, size_t skill)
{
    int recruits = 0;

    for (size_t there = place; there < members; there++)
        recruits += draw_below(there - 1 + skill) < skill;
    return recruits;
}

static void one_joiner_gets_the_recruits_his_place_gives(void **state)
{
    enum { RUNS = 20000 };

    (void)state;
    seed = 19770314;
    for (size_t skill = 1; skill <= 3; skill++) {
        struct joiner joiner = {100, 200, (decimal)skill * DECIMAL_ONE};
        struct odds odds = {-7, -7, -7};
        int sum = 0, none = 0;
        ROW_OK("joiner", odds_of_joiner(&joiner, &odds, &err));
        for (int run = 0; run < RUNS; run++) {
            int recruits = recruits_of(100, 200, skill);
            sum += recruits;
            none += recruits == 0;
        }
        /* the closed forms are for large n: at 200 they are off by a few thousandths */
        ROW_NEAR("recruits", (double)sum / RUNS, odds.recruits, .06);
        ROW_NEAR("none", (double)none / RUNS, odds.none, .02);
    }
    ROWS_END();
}

static void an_early_joiner_has_the_downline_of_the_exact_form(void **state)
{
    enum { RUNS = 20000, MEMBERS = 200, PLACE = 10, PEOPLE = 20 };
    struct joiner joiner = {PLACE, MEMBERS, DECIMAL_ONE};
    struct odds odds = {-7, -7, -7};
    double chance = -7;
    int sum = 0, many = 0;

    (void)state;
    seed = 42424243;
    for (int run = 0; run < RUNS; run++) {
        size_t size = 1; /* of the joiner's group, himself included */
        for (size_t there = PLACE; there < MEMBERS; there++)
            size += draw_below(there) < size;
        sum += (int)size;
        many += size >= PEOPLE + 1;
    }
    ROW_OK("mean", odds_of_joiner(&joiner, &odds, &err));
    ROW_NEAR("mean", (double)sum / RUNS, odds.downline + 1, .7);
    ROW_OK("chance", odds_of_downline(&joiner, PEOPLE, &chance, &err));
    ROW_NEAR("chance", (double)many / RUNS, chance, .0172);
    ROWS_END();
}

/* --- binary trees filled at random --- */

/* Adds the sizes of the tree to the counts of weaker legs. A binary tree that grows at a random
 * free place splits evenly: any size of the left leg is as likely. */
static void grow_binary(size_t members, size_t *weak, size_t most)
{
    enum { STACK = 4096 };
    size_t open[STACK];
    size_t count = 0;

    open[count++] = members;
    while (count > 0) {
        size_t size = open[--count];
        size_t left = draw_below(size), right = size - 1 - left;
        size_t weaker = left < right ? left : right, stronger = left < right ? right : left;
        weak[weaker < most ? weaker : most]++;
        assert_true(count + 2 < STACK);
        if (stronger > 0)
            open[count++] = stronger; /* the smaller one first, so that few wait */
        if (weaker > 0)
            open[count++] = weaker;
    }
}

static void random_binary_trees_have_the_weak_legs_of_the_closed_form(void **state)
{
    enum { MEMBERS = 200000, MOST = 50 };
    static const size_t rows[] = {1, 3, 10, 50};
    size_t weak[MOST + 1] = {0};

    (void)state;
    seed = 987654321;
    grow_binary(MEMBERS, weak, MOST);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ratio share = ratio_of(-7, 1);
        size_t many = 0;
        char label[32];
        snprintf(label, sizeof label, "weak leg of %zu", rows[i]);
        for (size_t j = rows[i]; j <= MOST; j++)
            many += weak[j];
        ROW_OK(label, tree_weak_leg_random((int64_t)rows[i], &share, &err));
        double wanted = decimal_to_double(ratio_round(share, 6, RATIO_NEAREST));
        ROW_NEAR(label, (double)many / MEMBERS, wanted,
                 5 * sqrt(wanted * (1 - wanted) / MEMBERS));
    }
    ROWS_END();
}

/* The weaker legs of a full tree, counted level by level. */
static void full_binary_trees_have_the_weak_legs_of_the_balanced_form(void **state)
{
    enum { LEVELS = 20 };
    const int64_t members = ((int64_t)1 << LEVELS) - 1;
    int64_t sum = 0;
    double average = -7;

    (void)state;
    for (int below = 0; below < LEVELS; below++) {
        int64_t weaker = ((int64_t)1 << below) - 1, many = (int64_t)1 << (LEVELS - 1 - below);
        int64_t one_in = -7, with = ((int64_t)1 << (LEVELS - below)) - 1;
        sum += weaker * many;
        ROW_OK("one in", tree_weak_leg_balanced(weaker, &one_in, &err));
        ROW_INT("one in", members / one_in, with);
    }
    ROW_OK("average", tree_weak_leg_average(members, &average, &err));
    ROW_NEAR("average", (double)sum / (double)members, average, 1.01);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_urn_network_has_the_shares_of_recruits_and_downlines),
        cmocka_unit_test(no_network_passes_the_bounds_of_one_sponsor),
        cmocka_unit_test(one_joiner_gets_the_recruits_his_place_gives),
        cmocka_unit_test(an_early_joiner_has_the_downline_of_the_exact_form),
        cmocka_unit_test(random_binary_trees_have_the_weak_legs_of_the_closed_form),
        cmocka_unit_test(full_binary_trees_have_the_weak_legs_of_the_balanced_form),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
