/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

#include "money/balance.h"
#include "money/bounds.h"

static void plans_have_so_many_positions_and_so_few_can_fill_them(void **state)
{
    static const struct {
        const char *label;
        int64_t width, levels, positions, one_in;
    } rows[] = {
        {"5 x 5", 5, 5, 3905, 781},
        {"3 x 7", 3, 7, 3279, 468},
        {"2 x 1", 2, 1, 2, 2},
        {"a chain", 1, 10, 10, 1},
        {"10 x 12", 10, 12, 1111111111110, 92592592592},
        {"2 x 41", 2, 41, 4398046511102, 107269427100},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t positions = -7;
        struct bound bound = {.one_in = -7};
        ROW_OK(rows[i].label,
               bounds_positions(rows[i].width, rows[i].levels, &positions, &err));
        ROW_INT(rows[i].label, positions, rows[i].positions);
        ROW_OK(rows[i].label, bounds_with_downline(rows[i].levels, positions, &bound, &err));
        ROW_INT(rows[i].label, bound.one_in, rows[i].one_in);
    }
    ROWS_END();
}

static void levels_may_have_widths_of_their_own(void **state)
{
    static const struct {
        const char *label;
        int64_t widths[3];
        int64_t positions, one_in;
    } rows[] = {
        {"6-4-2", {6, 4, 2}, 78, 26},
        {"9-4-2", {9, 4, 2}, 117, 39},
        {"1-1-1", {1, 1, 1}, 3, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t positions = -7;
        struct bound bound = {.one_in = -7};
        ROW_OK(rows[i].label, bounds_positions_of(rows[i].widths, 3, &positions, &err));
        ROW_INT(rows[i].label, positions, rows[i].positions);
        ROW_OK(rows[i].label, bounds_with_downline(3, positions, &bound, &err));
        ROW_INT(rows[i].label, bound.one_in, rows[i].one_in);
    }
    ROWS_END();
}

static void the_average_member_recruits_fewer_than_one(void **state)
{
    static const struct {
        int64_t members;
        const char *average;
    } rows[] = {{1, "0"}, {2, "0.5"}, {100, "0.99"}, {1000000000000, "1"}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ratio got = ratio_of(-7, 1);
        ROW_OK(rows[i].average, bounds_recruits(rows[i].members, &got, &err));
        ROW_RATIO(rows[i].average, got, 6, rows[i].average);
        ROW_INT("under one", ratio_cmp(got, ratio_of(1, 1)), -1);
    }
    ROWS_END();
}

static void few_can_have_many_recruits_or_a_large_downline(void **state)
{
    struct bound bound;

    (void)state;
    ROW_OK("3 recruits", bounds_with_recruits(3, &bound, &err));
    ROW_RATIO("3 recruits: under a third", bound.share, 4, "0.3333");
    ROW_OK("6 recruits", bounds_with_recruits(6, &bound, &err));
    ROW_INT("6 recruits: under a sixth", bound.one_in, 6);
    ROW_OK("7 of 3279", bounds_with_downline(7, 3279, &bound, &err));
    ROW_RATIO("7 of 3279", bound.share, 6, "0.002135");
    ROW_OK("5 of 4", bounds_with_downline(5, 4, &bound, &err));
    ROW_RATIO("5 of 4 says nothing", bound.share, 0, "1");
    ROW_INT("5 of 4 says nothing", bound.one_in, 1);
    ROWS_END();
}

static void the_average_commission_is_at_most_all_rates_on_the_volume(void **state)
{
    const decimal pcts[] = {dec("5"), dec("5"), dec("3.5"), dec("0")};
    struct ratio got = ratio_of(-7, 1);

    (void)state;
    ROW_OK("13.5%", bounds_commission(dec("120"), pcts, COUNT(pcts), &got, &err));
    ROW_RATIO("13.5% of 120", got, 2, "16.2");
    ROW_OK("no level", bounds_commission(dec("120"), NULL, 0, &got, &err));
    ROW_RATIO("no level", got, 2, "0");
    ROWS_END();
}

static void impossible_networks_are_refused(void **state)
{
    static const int64_t wide[] = {1000000000000, 9, 2}, none[] = {3, 0};
    const decimal over[] = {dec("5"), dec("100.1")};
    int64_t positions;
    struct bound bound;
    struct ratio ratio;

    (void)state;
    ROW_REFUSED("no width", bounds_positions(0, 5, &positions, &err),
                "'width' must be from 1 to 1000000000000, not 0");
    ROW_REFUSED("no level", bounds_positions(5, 0, &positions, &err),
                "'levels' must be from 1 to 100, not 0");
    ROW_REFUSED("a billion levels", bounds_positions(1, 1000000000, &positions, &err),
                "'levels' must be from 1 to 100, not 1000000000");
    ROW_REFUSED("too many", bounds_positions(2, 100, &positions, &err),
                "a plan that wide and deep is over 9e12 people; write fewer levels");
    ROW_REFUSED("too many of", bounds_positions_of(wide, 3, &positions, &err),
                "a plan that wide and deep is over 9e12 people; write fewer levels");
    ROW_REFUSED("none in a level", bounds_positions_of(none, 2, &positions, &err),
                "'width' must be from 1 to 1000000000000, not 0");
    ROW_REFUSED("no members", bounds_recruits(0, &ratio, &err),
                "'members' must be from 1 to 1000000000000, not 0");
    ROW_REFUSED("no recruits", bounds_with_recruits(0, &bound, &err),
                "'recruits' must be from 1 to 1000000000000, not 0");
    ROW_REFUSED("nobody", bounds_with_downline(5, 0, &bound, &err),
                "'people' must be from 1 to 9000000000000, not 0");
    ROW_REFUSED("rates", bounds_commission(dec("1"), over, 2, &ratio, &err),
                "'commissions' must be from 0% to 100%, not 100.1%");
    ROW_REFUSED("volume", bounds_commission(dec("-1"), over, 1, &ratio, &err),
                "'volume' must be from 0 to 1,000,000,000,000, not -1");
    ROWS_END();
}

/* --- the balance of the group --- */

static struct balance_terms terms_of(const char *d, const char *c, const char *w, const char *u,
                                     const char *e)
{
    return (struct balance_terms){dec(d), dec(c), dec(w), dec(u), dec(e)};
}

static void outside_sales_that_balance_the_group_leave_it_at_nothing(void **state)
{
    static const struct {
        const char *label, *d, *c, *w, *u, *e, *needed;
        bool reachable;
    } rows[] = {
        {"the example", "25", "40", "120", "30", "63.25", "180.45", true},
        {"nothing used", "25", "40", "120", "0", "0", "130.91", true},
        {"all is used, none costs", "25", "40", "120", "60", "0", "0", true},
        {"in profit without", "25", "40", "120", "90", "10", "0", true},
        {"no way to earn outside", "0", "0", "120", "30", "0", "0", false},
        {"nothing bought, nothing earned", "0", "0", "0", "0", "0", "0", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct balance_terms terms =
            terms_of(rows[i].d, rows[i].c, rows[i].w, rows[i].u, rows[i].e);
        struct ratio needed = ratio_of(-7, 1), net = needed;
        bool reachable = !rows[i].reachable;
        ROW_OK(rows[i].label, balance_needed(&terms, &reachable, &needed, &err));
        ROW_INT(rows[i].label, reachable, rows[i].reachable);
        ROW_RATIO(rows[i].label, needed, 2, rows[i].needed);
        decimal outside = ratio_round(needed, 6, RATIO_UP);
        ROW_OK(rows[i].label, balance_net(&terms, outside, &net, &err));
        if (reachable && outside > 0)
            ROW_RATIO(rows[i].label, net, 5, "0");
    }
    ROWS_END();
}

static void without_outside_money_the_average_member_loses(void **state)
{
    struct balance_terms terms = terms_of("25", "40", "120", "0", "63.25");
    struct ratio net;

    (void)state;
    ROW_OK("X 0, u 0", balance_net(&terms, 0, &net, &err));
    ROW_RATIO("(1-C) w + E", net, 2, "-135.25");
    terms = terms_of("0", "25", "200", "0", "0"); /* the 6-4-2 plan */
    ROW_OK("6-4-2", balance_net(&terms, 0, &net, &err));
    ROW_RATIO("6-4-2: 150 a head", net, 2, "-150");
    ROWS_END();
}

static void the_outside_share_is_of_what_is_paid_at_member_price(void **state)
{
    static const struct {
        const char *label, *d, *w, *outside, *share;
        bool known;
    } rows[] = {
        {"half", "25", "120", "160", "0.5", true},
        {"none", "25", "120", "0", "0", true},
        {"all", "25", "0", "160", "1", true},
        {"at X*", "25", "120", "180.45", "0.53", true},
        {"free goods", "100", "120", "160", "0", true},
        {"nothing", "25", "0", "0", "0", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct balance_terms terms = terms_of(rows[i].d, "40", rows[i].w, "30", "0");
        struct ratio share = ratio_of(-7, 1);
        bool known = !rows[i].known;
        ROW_OK(rows[i].label,
               balance_outside_share(&terms, dec(rows[i].outside), &known, &share, &err));
        ROW_INT(rows[i].label, known, rows[i].known);
        ROW_RATIO(rows[i].label, share, 4, rows[i].share);
    }
    ROWS_END();
}

static void impossible_groups_are_refused_by_name(void **state)
{
    static const struct {
        const char *d, *c, *w, *u, *e, *sentence;
    } rows[] = {
        {"101", "0", "0", "0", "0", "'discount' must be from 0% to 100%, not 101%"},
        {"0", "-1", "0", "0", "0", "'payout' must be from 0% to 100%, not -1%"},
        {"0", "0", "-1", "0", "0", "'own' must be from 0 to 1,000,000,000,000, not -1"},
        {"0", "0", "0", "100.01", "0", "'value' must be from 0% to 100%, not 100.01%"},
        {"0", "0", "0", "0", "-2", "'costs' must be from 0 to 1,000,000,000,000, not -2"},
    };
    struct ratio ratio;
    bool flag;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct balance_terms terms =
            terms_of(rows[i].d, rows[i].c, rows[i].w, rows[i].u, rows[i].e);
        ROW_REFUSED(rows[i].sentence, balance_needed(&terms, &flag, &ratio, &err),
                    rows[i].sentence);
    }
    struct balance_terms terms = terms_of("0", "0", "0", "0", "0");
    ROW_REFUSED("outside", balance_net(&terms, -1, &ratio, &err),
                "'outside' must be from 0 to 1,000,000,000,000, not -0.000001");
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_have_so_many_positions_and_so_few_can_fill_them),
        cmocka_unit_test(levels_may_have_widths_of_their_own),
        cmocka_unit_test(the_average_member_recruits_fewer_than_one),
        cmocka_unit_test(few_can_have_many_recruits_or_a_large_downline),
        cmocka_unit_test(the_average_commission_is_at_most_all_rates_on_the_volume),
        cmocka_unit_test(impossible_networks_are_refused),
        cmocka_unit_test(outside_sales_that_balance_the_group_leave_it_at_nothing),
        cmocka_unit_test(without_outside_money_the_average_member_loses),
        cmocka_unit_test(the_outside_share_is_of_what_is_paid_at_member_price),
        cmocka_unit_test(impossible_groups_are_refused_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
