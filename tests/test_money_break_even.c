/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

#include "money/break_even.h"

/* One row's terms, as a person would write them. */
struct written {
    const char *label, *join;
    int64_t months;
    const char *fees, *other, *required, *discount, *commission, *value;
};

static struct break_even_terms terms_of(const struct written *w)
{
    return (struct break_even_terms){
        .join = dec(w->join),
        .months = w->months,
        .fees = dec(w->fees),
        .other = dec(w->other),
        .required = dec(w->required),
        .discount_pct = dec(w->discount),
        .commission_pct = dec(w->commission),
        .value_pct = dec(w->value),
    };
}

static const struct written example = {"", "99", 12, "15", "40", "120", "25", "0", "30"};

static void break_even_sales_are_those_of_both_branches_and_bring_no_profit(void **state)
{
    static const struct {
        struct written terms;
        const char *sales;
        bool above_quota;
    } rows[] = {
        {{"the example", "99", 12, "15", "40", "120", "25", "0", "30"}, "253", true},
        {{"T 20, nothing used", "0", 12, "0", "20", "120", "25", "0", "0"}, "140", false},
        {{"T 20, v 30%", "0", 12, "0", "20", "120", "25", "0", "30"}, "134.19", false},
        {{"K 10, c0 5%", "0", 12, "10", "0", "200", "30", "5", "50"}, "157.14", false},
        {{"no quota", "0", 1, "25", "0", "0", "25", "0", "0"}, "100", true},
        {{"no cost at all", "0", 1, "0", "0", "0", "25", "0", "0"}, "0", true},
        {{"all of the quota used", "0", 1, "0", "0", "120", "25", "0", "100"}, "0", false},
        {{"on the line between the branches", "0", 1, "40", "0", "120", "25", "0", "0"},
         "160",
         true},
        {{"free goods", "0", 1, "10", "0", "120", "100", "0", "0"}, "130", false},
        {{"no margin, but the quota to sell off", "0", 1, "0", "0", "120", "0", "0", "30"},
         "120",
         false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *label = rows[i].terms.label;
        struct break_even_terms terms = terms_of(&rows[i].terms);
        struct break_even_sales got = {.sales = ratio_of(-7, 1)};
        struct ratio profit = ratio_of(-7, 1);
        ROW_OK(label, break_even_for(&terms, 0, &got, &err));
        ROW_RATIO(label, got.sales, 2, rows[i].sales);
        ROW_INT(label, got.reachable, true);
        ROW_INT(label, got.above_quota, rows[i].above_quota);
        decimal sales = ratio_round(got.sales, 6, RATIO_NEAREST);
        ROW_OK(label, break_even_profit(&terms, sales, &profit, &err));
        ROW_RATIO(label, profit, 5, "0");
    }
    ROWS_END();
}

static void the_example_comes_out_as_in_the_report(void **state)
{
    struct break_even_terms terms = terms_of(&example);
    struct break_even_sales sales;
    struct ratio fixed, gross, after_use, profit, hourly;
    decimal income = 0;
    int64_t customers = 0;

    (void)state;
    ROW_OK("K", break_even_fixed(&terms, &fixed, &err));
    ROW_RATIO("K", fixed, 2, "63.25");
    ROW_OK("to stay in", break_even_stay(&terms, &gross, &after_use, &err));
    ROW_RATIO("to stay in", gross, 2, "2199");
    ROW_RATIO("after own use", after_use, 2, "1767");
    ROW_OK("S*", break_even_for(&terms, 0, &sales, &err));
    ROW_OK("customers", break_even_customers(sales.sales, dec("40"), &customers, &err));
    ROW_INT("customers", customers, 7);
    ROW_OK("a job", break_even_job(dec("35"), dec("15"), &income, &err));
    ROW_OK("a job", break_even_for(&terms, income, &sales, &err));
    ROW_RATIO("a job", sales.sales, 2, "2353");
    ROW_OK("customers", break_even_customers(sales.sales, dec("40"), &customers, &err));
    ROW_INT("as a job", customers, 59);
    ROW_OK("hourly", break_even_profit(&terms, dec("2353"), &profit, &err));
    ROW_OK("hourly", break_even_hourly(profit, dec("35"), &hourly, &err));
    ROW_RATIO("hourly", hourly, 2, "15");
    ROW_OK("expected 800", break_even_for(&terms, dec("800"), &sales, &err));
    ROW_RATIO("expected 800", sales.sales, 2, "3453");
    ROW_OK("customers", break_even_customers(sales.sales, dec("40"), &customers, &err));
    ROW_INT("expected 800", customers, 87);
    ROW_OK("nothing sold", break_even_profit(&terms, 0, &profit, &err));
    ROW_RATIO("nothing sold", profit, 2, "-147.25"); /* -63.25 - 0.7 x 120 */
    ROWS_END();
}

static void customers_are_whole_people_rounded_up(void **state)
{
    static const struct {
        const char *sales, *spend;
        int64_t customers;
    } rows[] = {
        {"0", "40", 0},    {"40", "40", 1}, {"40.01", "40", 2}, {"253", "0.000001", 253000000},
        {"0.3", "0.1", 3}, /* no binary surprise */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t got = -7;
        ROW_OK(rows[i].sales, break_even_customers(ratio_decimal(dec(rows[i].sales)),
                                                   dec(rows[i].spend), &got, &err));
        ROW_INT(rows[i].sales, got, rows[i].customers);
    }
    ROWS_END();
}

static void where_no_sales_are_enough_that_is_the_answer(void **state)
{
    static const struct written rows[] = {
        {"costs, and no margin", "0", 1, "10", "0", "0", "0", "0", "0"},
        {"costs, no margin, a quota", "0", 1, "10", "0", "120", "0", "0", "0"},
        {"costs, no margin, a quota that is used", "0", 1, "10", "0", "120", "0", "0", "100"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct break_even_terms terms = terms_of(&rows[i]);
        struct break_even_sales got = {.reachable = true};
        ROW_OK(rows[i].label, break_even_for(&terms, 0, &got, &err));
        ROW_INT(rows[i].label, got.reachable, false);
    }
    ROWS_END();
}

static void impossible_terms_are_refused_by_name(void **state)
{
    static const struct {
        struct written terms;
        const char *sentence;
    } rows[] = {
        {{"join", "-5", 12, "0", "0", "0", "25", "0", "0"},
         "'join' must be from 0 to 1,000,000,000,000, not -5"},
        {{"months", "0", 0, "0", "0", "0", "25", "0", "0"},
         "'months' must be from 1 to 1200, not 0"},
        {{"fees", "0", 12, "1000000000000.01", "0", "0", "25", "0", "0"},
         "'fees' must be from 0 to 1,000,000,000,000, not 1,000,000,000,000.01"},
        {{"other", "0", 12, "0", "-0.01", "0", "25", "0", "0"},
         "'other' must be from 0 to 1,000,000,000,000, not -0.01"},
        {{"required", "0", 12, "0", "0", "-1", "25", "0", "0"},
         "'required' must be from 0 to 1,000,000,000,000, not -1"},
        {{"discount", "0", 12, "0", "0", "0", "100.5", "0", "0"},
         "'discount' must be from 0% to 100%, not 100.5%"},
        {{"commission", "0", 12, "0", "0", "0", "25", "-1", "0"},
         "'commission' must be from 0% to 100%, not -1%"},
        {{"value", "0", 12, "0", "0", "0", "25", "0", "101"},
         "'value' must be from 0% to 100%, not 101%"},
        {{"too large together", "0", 12, "1000000000000", "0", "0", "0.000001", "0", "0"},
         "the numbers are too large together: a result is over 9e12, or has too many digits to "
         "be exact"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct break_even_terms terms = terms_of(&rows[i].terms);
        struct break_even_sales got = {.above_quota = true, .sales = ratio_of(-7, 1)};
        ROW_REFUSED(rows[i].terms.label, break_even_for(&terms, 0, &got, &err),
                    rows[i].sentence);
        ROW_RATIO(rows[i].terms.label, got.sales, 0, "-7");
    }
    struct break_even_terms terms = terms_of(&example);
    struct ratio ratio;
    decimal income;
    int64_t customers;
    ROW_REFUSED("sales", break_even_profit(&terms, -1, &ratio, &err),
                "'sales' must be from 0 to 1,000,000,000,000, not -0.000001");
    ROW_REFUSED("hours", break_even_job(dec("745"), dec("15"), &income, &err),
                "'hours' must be from 0 to 744, not 745");
    ROW_REFUSED("no hours", break_even_hourly(ratio_of(1, 1), 0, &ratio, &err),
                "'hours' must be from 0.000001 to 744, not 0");
    ROW_REFUSED("spend", break_even_customers(ratio_of(1, 1), 0, &customers, &err),
                "'customer' must be from 0.000001 to 1,000,000,000,000, not 0");
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(break_even_sales_are_those_of_both_branches_and_bring_no_profit),
        cmocka_unit_test(the_example_comes_out_as_in_the_report),
        cmocka_unit_test(customers_are_whole_people_rounded_up),
        cmocka_unit_test(where_no_sales_are_enough_that_is_the_answer),
        cmocka_unit_test(impossible_terms_are_refused_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
