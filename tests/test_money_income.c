/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

#include "money/income.h"

#define PCT(millis) ((millis)*DECIMAL_ONE / 1000)
#define MONEY(units) ((units)*DECIMAL_ONE)

/* The invented table of arithmetic.md 4.4, not in order. */
static const struct income_row sunleaf[] = {
    {.share_pct = PCT(200), .average = MONEY(88000)},
    {.share_pct = PCT(61000), .average = 0},
    {.share_pct = PCT(7000), .average = MONEY(1150)},
    {.share_pct = PCT(30000), .average = MONEY(180)},
    {.share_pct = PCT(1800), .average = MONEY(9400)},
};

static struct income read_table(const struct income_row *rows, size_t count, int64_t active,
                                int64_t all)
{
    struct income income = {.count = 0};
    struct income_table table = {rows, count, active, all};

    ROW_OK("table", income_read(&table, &income, &err));
    return income;
}

static void the_invented_table_comes_out_as_worked(void **state)
{
    struct income income = read_table(sunleaf, COUNT(sunleaf), 0, 0);
    struct ratio low, high, gini;
    struct income_top top;

    (void)state;
    ROW_RATIO("mean", income.mean, 2, "479.7");
    ROW_RATIO("paid nothing", income_paid_nothing(&income), 4, "0.61");
    ROW_RATIO("middle", income.rows[income_middle(&income)].average, 2, "0");
    ROW_OK("top 2%", income_of_top(&income, dec("2"), &top, &err));
    ROW_RATIO("top 2%", top.money, 3, "0.72");
    ROW_RATIO("top 2%", top.money, 6, "0.719616"); /* 345.2 / 479.7 */
    ROW_RATIO("top 2%, each", top.average, 2, "17260");
    ROW_OK("t", income_at_least(&income, ratio_of(1767, 1), &low, &high, &err));
    ROW_RATIO("at most", high, 4, "0.0961");
    ROW_INT("fewer than this many of 100",
            ratio_whole(ratio_mul(high, ratio_of(100, 1)), RATIO_UP), 10);
    ROW_RATIO("at least: no row says its low", low, 4, "0");
    ROW_OK("gini", income_gini(&income, &gini, &err));
    ROW_RATIO("gini", gini, 6, "0.919013");
    ROWS_END();
}

static void the_top_may_end_inside_a_row(void **state)
{
    static const struct {
        const char *pct, *money;
    } rows[] = {
        {"0.1", "0.183448"}, /* half of the first row: 88 of 479.70 */
        {"0.2", "0.366896"}, {"9", "0.887430"}, {"39", "1"}, {"100", "1"},
    };
    struct income income = read_table(sunleaf, COUNT(sunleaf), 0, 0);

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct income_top top = {.money = ratio_of(-7, 1)};
        ROW_OK(rows[i].pct, income_of_top(&income, dec(rows[i].pct), &top, &err));
        ROW_RATIO(rows[i].pct, ratio_sub(top.money, ratio_decimal(dec(rows[i].money))), 5, "0");
    }
    ROWS_END();
}

static void people_who_are_not_in_the_table_are_a_row_of_nothing(void **state)
{
    struct income income = read_table(sunleaf, COUNT(sunleaf), 4000, 10000);
    struct ratio low, high;

    (void)state;
    ROW_INT("rows", (long long)income.count, 6);
    ROW_RATIO("paid nothing", income_paid_nothing(&income), 4, "0.844"); /* 0.6 + 0.4 x 0.61 */
    ROW_RATIO("mean", income.mean, 2, "191.88");
    ROW_OK("t", income_at_least(&income, ratio_of(1767, 1), &low, &high, &err));
    ROW_RATIO("at most", high, 4, "0.0384");
    income = read_table(sunleaf, COUNT(sunleaf), 500, 500);
    ROW_INT("all are active", (long long)income.count, 5);
    ROW_RATIO("all are active", income.mean, 2, "479.7");
    ROWS_END();
}

static void lows_and_highs_sharpen_the_bounds(void **state)
{
    static const struct income_row rows[] = {
        {.share_pct = PCT(50000), .average = MONEY(100), .has_high = true, .high = MONEY(499)},
        {.share_pct = PCT(40000),
         .average = MONEY(800),
         .has_low = true,
         .low = MONEY(500),
         .has_high = true,
         .high = MONEY(1999)},
        {.share_pct = PCT(10000), .average = MONEY(5000), .has_low = true, .low = MONEY(2000)},
    };
    static const struct {
        const char *t, *low, *high;
    } wanted[] = {
        {"0", "1", "1"},           {"499", "0.5", "0.6002"}, /* 0.5 x 100/499 + 0.5 */
        {"500", "0.5", "0.5"},     /* the first row cannot, the second must */
        {"1000", "0.1", "0.42"},   /* 0.4 x 0.8 + 0.1 */
        {"1999", "0.1", "0.2601"}, /* 0.4 x 800/1999 + 0.1 */
        {"2000", "0.1", "0.1"},    {"10000", "0", "0.05"},
    };
    struct income income = read_table(rows, COUNT(rows), 0, 0);

    (void)state;
    for (size_t i = 0; i < COUNT(wanted); i++) {
        struct ratio low = ratio_of(-7, 1), high = low;
        ROW_OK(wanted[i].t,
               income_at_least(&income, ratio_decimal(dec(wanted[i].t)), &low, &high, &err));
        ROW_RATIO(wanted[i].t, low, 4, wanted[i].low);
        ROW_RATIO(wanted[i].t, high, 4, wanted[i].high);
    }
    ROWS_END();
}

static void the_middle_person_is_in_the_row_that_reaches_half(void **state)
{
    static const struct {
        const char *label;
        decimal first; /* share of the poorer of two rows */
        const char *middle;
    } rows[] = {
        {"well under", PCT(10000), "9"},  {"just under", PCT(49999), "9"},
        {"on the line", PCT(50000), "3"}, {"over", PCT(50001), "3"},
        {"all", PCT(100000), "3"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct income_row table[] = {
            {.share_pct = rows[i].first, .average = MONEY(3)},
            {.share_pct = 100 * DECIMAL_ONE - rows[i].first, .average = MONEY(9)},
        };
        struct income income = read_table(table, 2, 0, 0);
        ROW_RATIO(rows[i].label, income.rows[income_middle(&income)].average, 0,
                  rows[i].middle);
    }
    ROWS_END();
}

static void inequality_is_none_where_all_get_the_same_or_nothing(void **state)
{
    static const struct {
        const char *label;
        struct income_row rows[2];
        const char *gini;
    } rows[] = {
        {"the same",
         {{.share_pct = PCT(40000), .average = MONEY(5)},
          {.share_pct = PCT(60000), .average = MONEY(5)}},
         "0"},
        {"nothing", {{.share_pct = PCT(40000)}, {.share_pct = PCT(60000)}}, "0"},
        {"one in a hundred has it all",
         {{.share_pct = PCT(99000)}, {.share_pct = PCT(1000), .average = MONEY(5)}},
         "0.99"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct income income = read_table(rows[i].rows, 2, 0, 0);
        struct ratio gini = ratio_of(-7, 1);
        ROW_OK(rows[i].label, income_gini(&income, &gini, &err));
        ROW_RATIO(rows[i].label, gini, 6, rows[i].gini);
    }
    ROWS_END();
}

static void a_table_that_cannot_be_is_refused_with_what_is_wrong(void **state)
{
    static const struct {
        const char *label;
        struct income_row rows[2];
        size_t count;
        int64_t active, all;
        const char *sentence;
    } rows[] = {
        {"97%",
         {{.share_pct = PCT(90000)}, {.share_pct = PCT(7000)}},
         2,
         0,
         0,
         "the shares sum to 97%: 3% are missing; add a row for them, of 0 if they were paid "
         "nothing"},
        {"a hair under",
         {{.share_pct = PCT(90000)}, {.share_pct = PCT(9999)}},
         2,
         0,
         0,
         "the shares sum to 99.999%: 0.001% are missing; add a row for them, of 0 if they were "
         "paid nothing"},
        {"103%",
         {{.share_pct = PCT(90000)}, {.share_pct = PCT(13000)}},
         2,
         0,
         0,
         "the shares sum to 103%: 3% are too many; each person belongs in one row"},
        {"no rows", {{0}}, 0, 0, 0, "an income table must have from 1 to 64 rows, not 0"},
        {"negative share",
         {{.share_pct = PCT(101000)}, {.share_pct = -PCT(1000)}},
         2,
         0,
         0,
         "row 1: 'share' must be from 0% to 100%, not 101%"},
        {"negative average",
         {{.share_pct = PCT(100000), .average = -1}},
         1,
         0,
         0,
         "row 1: 'average' must be from 0 to 1,000,000,000,000, not -0.000001"},
        {"low",
         {{.share_pct = PCT(100000), .average = 5, .has_low = true, .low = 6}},
         1,
         0,
         0,
         "row 1: 'low' must be the average or less"},
        {"high",
         {{.share_pct = PCT(100000), .average = 5, .has_high = true, .high = 4}},
         1,
         0,
         0,
         "row 1: 'high' must be the average or more"},
        {"active",
         {{.share_pct = PCT(100000)}},
         1,
         11,
         10,
         "'active' must be no more than 'all': 11 of 10 is not possible"},
        {"active of nobody",
         {{.share_pct = PCT(100000)}},
         1,
         11,
         0,
         "'all' must be from 1 to 1000000000000, not 0"},
        {"active negative",
         {{.share_pct = PCT(100000)}},
         1,
         -1,
         10,
         "'active' must be from 0 to 1000000000000, not -1"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct income_table table = {rows[i].rows, rows[i].count, rows[i].active, rows[i].all};
        struct income income = {.count = 7};
        ROW_REFUSED(rows[i].label, income_read(&table, &income, &err), rows[i].sentence);
        ROW_INT(rows[i].label, (long long)income.count, 7);
    }
    ROWS_END();
}

static void questions_that_cannot_be_are_refused(void **state)
{
    struct income income = read_table(sunleaf, COUNT(sunleaf), 0, 0);
    struct income_top top;
    struct ratio low, high;

    (void)state;
    ROW_REFUSED("top 0%", income_of_top(&income, 0, &top, &err),
                "'top' must be from 0.000001% to 100%, not 0%");
    ROW_REFUSED("top 101%", income_of_top(&income, dec("101"), &top, &err),
                "'top' must be from 0.000001% to 100%, not 101%");
    ROW_REFUSED("t", income_at_least(&income, ratio_of(-1, 1), &low, &high, &err),
                "the sum to be paid must be 0 or more");
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_invented_table_comes_out_as_worked),
        cmocka_unit_test(the_top_may_end_inside_a_row),
        cmocka_unit_test(people_who_are_not_in_the_table_are_a_row_of_nothing),
        cmocka_unit_test(lows_and_highs_sharpen_the_bounds),
        cmocka_unit_test(the_middle_person_is_in_the_row_that_reaches_half),
        cmocka_unit_test(inequality_is_none_where_all_get_the_same_or_nothing),
        cmocka_unit_test(a_table_that_cannot_be_is_refused_with_what_is_wrong),
        cmocka_unit_test(questions_that_cannot_be_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
