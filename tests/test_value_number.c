/* SPDX-License-Identifier: MIT
 *
 * Values that are numbers: whole and other numbers, percentages, durations, money and dates,
 * with
 * '~', ranges and bounds (design.md 3).
 */
#include "value_rows.h"

#define COMMA " has a comma that is no thousands separator: write 99.50 or 1,299"

static void whole_numbers(void **state)
{
    static const struct value_row rows[] = {
        {"earn.year", "2023", "2023"},
        {"earn.year", "2,023..2024", "2023..2024"},
        {"plan.levels", "0", "0"},
        {"plan.levels", "12", "12"},
        {"plan.levels", "12.0", "12"},
        {"plan.levels", "99", "99"},
        {"plan.people", "1,299", "1,299"},
        {"plan.people", "12,345,678", "12,345,678"},
        {"plan.levels", "3..7", "3..7"},
        {"plan.levels", "3 .. 7", "3..7"},
        {"plan.levels", "7..7", "7"},
        {"plan.levels", "12.5", "fault: must be a whole number, not '12.5'"},
        {"plan.levels", "100", "fault: must be a whole number from 0 to 99, not '100'"},
        {"plan.levels", "-1", "fault: must be a whole number from 0 to 99, not '-1'"},
        {"plan.levels", "90..100", "fault: must be a whole number from 0 to 99, not '90..100'"},
        {"plan.levels", "nan", "fault: must be a whole number from 0 to 99, not 'nan'"},
        {"plan.levels", "inf", "fault: must be a whole number from 0 to 99, not 'inf'"},
        {"plan.levels", "five", "fault: must be a whole number from 0 to 99, not 'five'"},
        {"plan.levels", "5 levels",
         "fault: must be a whole number from 0 to 99, not '5 levels'"},
        {"plan.levels", "5%", "fault: must be a whole number from 0 to 99, not '5%'"},
        {"plan.levels", "1e1", "fault: '1e1' has an exponent: write the number out"},
        {"plan.people", "1,29", "fault: '1,29'" COMMA},
        {"plan.people", "0,500", "fault: '0,500'" COMMA},
        {"plan.people", "1,299 people",
         "fault: must be a whole number from 0 to 100,000,000, not '1,299 people'"},
        {"plan.levels", "99999999999999", "fault: '99999999999999' is too large"},
        {"plan.levels", "7..3",
         "fault: '7..3' runs from the larger to the smaller: turn it round"},
        {"plan.levels", "7..", "fault: must be a whole number from 0 to 99, not '7..'"},
        {"plan.levels", "..7", "fault: must be a whole number from 0 to 99, not '..7'"},
        {"plan.levels", "1..2..3", "fault: must be a whole number from 0 to 99, not '2..3'"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void other_numbers(void **state)
{
    static const struct value_row rows[] = {
        {"plan.factor", "0.000001", "0.000001"},
        {"plan.factor", "-99.5", "-99.5"},
        {"plan.factor", "-5..-1", "-5..-1"},
        {"plan.factor", "1.5..2.5", "1.5..2.5"},
        {"plan.factor", "0.1234567", "fault: '0.1234567' has more than six decimals"},
        {"plan.factor", "-101",
         "fault: must be a number from -100 to 9,000,000,000,000, not '-101'"},
        {"plan.factor", ".5",
         "fault: must be a number from -100 to 9,000,000,000,000, not '.5'"},
        {"plan.factor", "12345678901234567890123456789012345678901234567890123456789012345",
         "fault: '123456789012345678901234567890123456789012345678901234567890' is too large"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define PERCENT "fault: must be a percentage from 0% to 100%, not "

static void percentages_want_their_sign(void **state)
{
    static const struct value_row rows[] = {
        {"earn.pct_lost", "25%", "25%"},
        {"earn.pct_lost", "25 %", "25%"},
        {"earn.pct_lost", "33.333333%", "33.333333%"},
        {"earn.pct_lost", "0%", "0%"},
        {"earn.pct_lost", "100%", "100%"},
        {"cost.premium_pct", "-28%", "-28%"},
        {"cost.premium_pct", "1,299%", "1,299%"},
        {"earn.pct_lost", "20..30%", "20..30%"},
        {"earn.pct_lost", "20%..30%", "20..30%"},
        {"earn.pct_lost", "20 .. 30 %", "20..30%"},
        {"earn.pct_lost", "25", "fault: a percentage needs its sign: write '25%'"},
        {"earn.pct_lost", "1", "fault: a percentage needs its sign: write '1%'"},
        {"earn.pct_lost", "0", "fault: a percentage needs its sign: write '0%'"},
        {"earn.pct_lost", "0.25",
         "fault: a percentage needs its sign: write '0.25%', or '25%' if that was meant"},
        {"earn.pct_lost", "20%..30", "fault: a percentage needs its sign: write '30%'"},
        {"earn.pct_lost", "100.000001%", PERCENT "'100.000001%'"},
        {"earn.pct_lost", "-1%", PERCENT "'-1%'"},
        {"earn.pct_lost", "25%%", PERCENT "'25%%'"},
        {"earn.pct_lost", "%", PERCENT "'%'"},
        {"earn.pct_lost", "half", PERCENT "'half'"},
        {"earn.pct_lost", "25 percent", PERCENT "'25 percent'"},
        {"earn.pct_lost", "99,5%", "fault: '99,5%'" COMMA},
        {"earn.pct_lost", "30..20%",
         "fault: '30..20%' runs from the larger to the smaller: turn it round"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void durations_come_in_the_units_of_their_fact(void **state)
{
    static const struct value_row rows[] = {
        {"plan.notice_days", "60", "60 days"},
        {"plan.notice_days", "60 days", "60 days"},
        {"plan.notice_days", "1 Day", "1 days"},
        {"plan.notice_days", "2weeks", "14 days"},
        {"plan.notice_days", "2..3 weeks", "14..21 days"},
        {"plan.notice_days", "1 week .. 10 days", "7..10 days"},
        {"plan.notice_days", "2..3", "2..3 days"},
        {"plan.stock_months", "1.5 months", "1.5 months"},
        {"plan.stock_months", "2 years", "24 months"},
        {"plan.week_hours", "40 hours", "40 hours"},
        {"plan.week_hours", "2 days", "48 hours"},
        {"plan.notice_days", "1.5 days",
         "fault: must be a whole number of days, not '1.5 days'"},
        {"plan.notice_days", "1.5 weeks",
         "fault: must be a whole number of days, not '1.5 weeks'"},
        {"plan.notice_days", "3 months",
         "fault: must be a number of days from 0 to 365, not '3 months'"},
        {"plan.stock_months", "90 days",
         "fault: must be a number of months from 0 to 120, not '90 days'"},
        {"plan.stock_months", "1 year 6 months",
         "fault: must be a number of months from 0 to 120, not '1 year 6 months'"},
        {"plan.notice_days", "s", "fault: must be a number of days from 0 to 365, not 's'"},
        {"plan.notice_days", "days",
         "fault: must be a number of days from 0 to 365, not 'days'"},
        {"plan.notice_days", "400 days",
         "fault: must be a number of days from 0 to 365, not '400 days'"},
        {"plan.notice_days", "-1 week",
         "fault: must be a number of days from 0 to 365, not '-1 week'"},
        {"plan.notice_days", "9000000000000 weeks",
         "fault: '9000000000000 weeks' is too large"},
        {"plan.notice_days", "-9000000000000 weeks",
         "fault: '-9000000000000 weeks' is too large"},
        {"plan.notice_days", "1,5 days", "fault: '1,5 days'" COMMA},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define AMOUNT "fault: must be an amount such as '99 USD' from 0 to 1,000,000, not "

static void money_is_a_number_and_a_currency(void **state)
{
    static const struct value_row rows[] = {
        {"cost.join_fee", "99 USD", "99 USD"},
        {"cost.join_fee", "99USD", "99 USD"},
        {"cost.join_fee", "USD 99", "99 USD"},
        {"cost.join_fee", "99.50 eur", "99.5 EUR"},
        {"cost.join_fee", "1,299 USD", "1,299 USD"},
        {"cost.join_fee", "0 USD", "0 USD"},
        {"cost.join_fee", "10..20 USD", "10..20 USD"},
        {"cost.join_fee", "10 USD .. 20 USD", "10..20 USD"},
        {"cost.join_fee EUR", "99", "99 EUR"},
        {"cost.join_fee EUR", "10..20", "10..20 EUR"},
        {"cost.join_fee EUR", "99 USD", "99 USD"},
        {"cost.join_fee", "99",
         "fault: '99' has no currency: write '99 USD', or give [company] "
         "currency"},
        {"cost.join_fee", "~99",
         "fault: '99' has no currency: write '99 USD', or give [company] "
         "currency"},
        {"cost.join_fee", "99 XYZ",
         "fault: 'XYZ' is no currency code (ISO 4217): write '99 USD'"},
        {"cost.join_fee", "10 USD..20 EUR",
         "fault: a range must be in one currency, not USD and EUR"},
        {"cost.join_fee", "99,50 USD", "fault: '99,50 USD'" COMMA},
        {"cost.join_fee", "1.299,50 EUR", "fault: '1.299,50 EUR'" COMMA},
        {"cost.join_fee", "-5 USD", AMOUNT "'-5 USD'"},
        {"cost.join_fee", "1,000,001 USD", AMOUNT "'1,000,001 USD'"},
        {"cost.join_fee", "free", AMOUNT "'free'"},
        {"cost.join_fee USD", "none", AMOUNT "'none' (where there is none, write 0)"},
        {"cost.join_fee", "USD", AMOUNT "'USD'"},
        {"cost.join_fee", "99 dollars", AMOUNT "'99 dollars'"},
        {"cost.join_fee", "nan USD", AMOUNT "'nan USD'"},
        {"cost.join_fee", "20..10 USD",
         "fault: '20..10 USD' runs from the larger to the smaller: turn it round"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void a_sign_that_currencies_share_is_the_profiles(void **state)
{
    static const struct value_row rows[] = {
        {"cost.join_fee", "$99", "99 USD"},
        {"cost.join_fee", "$ 1,299", "1,299 USD"},
        {"cost.join_fee", "$10..20", "10..20 USD"},
        {"cost.join_fee CAD", "$99", "99 CAD"},
        {"cost.join_fee MXN", "$99", "99 MXN"},
        {"cost.join_fee EUR", "$99", "99 USD"},
        {"cost.join_fee VND", "$99", "99 USD"}, /* ends in D, but is no dollar */
        {"cost.join_fee AED", "$99", "99 USD"},
        {"cost.join_fee",
         "\xe2\x82\xac"
         "99",
         "99 EUR"},
        {"cost.join_fee USD",
         "\xe2\x82\xac"
         "99",
         "99 EUR"},
        {"cost.join_fee",
         "\xc2\xa3"
         "99.50",
         "99.5 GBP"},
        {"cost.join_fee EGP",
         "\xc2\xa3"
         "99",
         "99 EGP"},
        {"cost.join_fee",
         "\xc2\xa5"
         "990",
         "990 JPY"},
        {"cost.join_fee CNY",
         "\xc2\xa5"
         "990",
         "990 CNY"},
        {"cost.join_fee", "$", AMOUNT "'$'"},
        {"cost.join_fee", "-$5", AMOUNT "'-$5'"},
        {"cost.join_fee", "99$", AMOUNT "'99$'"},
        {"cost.join_fee", "$99 USD", AMOUNT "'$99 USD'"},
        {"cost.join_fee",
         "$10..\xe2\x82\xac"
         "20",
         "fault: a range must be in one currency, not USD and EUR"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define A_DATE                                                                                 \
    "fault: must be a date such as 2019, 2019-04, 2019-04-30 or '4 Mar 2019', from 1850 to "   \
    "2100, not "

static void dates(void **state)
{
    static const struct value_row rows[] = {
        {"company.founded", "2019", "2019"},
        {"company.founded", "2019-04", "2019-04"},
        {"company.founded", "2019-04-30", "2019-04-30"},
        {"company.founded", "4 Mar 2019", "2019-03-04"},
        {"company.founded", "4 MARCH 2019", "2019-03-04"},
        {"company.founded", "2018..2019", "2018-01-01..2019-12-31"},
        {"company.founded", "2019-04..2019-06", "2019-04-01..2019-06-30"},
        {"company.founded", "2019-03..2019-03-31", "2019-03"},
        {"company.founded", "03/04/2019",
         "fault: '03/04/2019' can be read as 2019-04-03 or as "
         "2019-03-04: write the one you mean"},
        {"company.founded", "13/04/2019", "fault: '13/04/2019' has slashes: write 2019-04-13"},
        {"company.founded", "04/13/2019", "fault: '04/13/2019' has slashes: write 2019-04-13"},
        {"company.founded", "04/04/2019", "fault: '04/04/2019' has slashes: write 2019-04-04"},
        {"company.founded", "2019/04/30", A_DATE "'2019/04/30'"},
        {"company.founded", "and/or", A_DATE "'and/or'"},
        {"company.founded", "2019-02-30", "fault: '2019-02-30' is a day that does not exist"},
        {"company.founded", "1849", A_DATE "'1849'"},
        {"company.founded", "2101-01-01", A_DATE "'2101-01-01'"},
        {"company.founded", "soon", A_DATE "'soon'"},
        {"company.founded", "~2019", "fault: '~' goes with one number, not '~2019'"},
        {"company.founded", "2020..2019",
         "fault: '2020..2019' runs from the larger to the smaller: turn it round"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void about_is_a_tenth_to_both_sides_cut_to_the_range(void **state)
{
    static const struct value_row rows[] = {
        {"cost.join_fee", "~120 USD", "108..132 USD"},
        {"cost.join_fee", "~$120", "108..132 USD"},
        {"cost.join_fee", "~ 99.50 USD", "89.55..109.45 USD"},
        {"cost.join_fee", "~1,000,000 USD", "900,000..1,000,000 USD"},
        {"earn.pct_lost", "~25%", "22.5..27.5%"},
        {"earn.pct_lost", "~95%", "85.5..100%"},
        {"earn.pct_lost", "~0%", "0%"},
        {"cost.premium_pct", "~-50%", "-55..-45%"},
        {"plan.factor", "~33.333333", "30..36.666666"},
        {"plan.factor", "~9,000,000,000,000", "8,100,000,000,000..9,000,000,000,000"},
        {"plan.levels", "~50", "45..55"},
        {"plan.levels", "~15", "13..17"}, /* whole numbers: the tenth is rounded, both sides */
        {"plan.levels", "~5", "4..6"},
        {"plan.levels", "~3", "3"},
        {"plan.levels", "~99", "89..99"},
        {"plan.notice_days", "~2 weeks", "13..15 days"},
        {"plan.stock_months", "~1.5", "1.35..1.65 months"},
        {"earn.pct_lost", "~20..30%", "fault: '~' goes with one number, not '~20..30%'"},
        {"earn.pct_lost", "~", PERCENT "'~'"},
        {"earn.pct_lost", "~~25%", PERCENT "'~25%'"},
        {"earn.pct_lost", "~101%", PERCENT "'~101%'"},
        {"earn.pct_lost", "~25", "fault: a percentage needs its sign: write '25%'"},
        {"plan.levels", "about 5",
         "fault: must be a whole number from 0 to 99, not 'about 5' (for about, write ~200)"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void about_is_remembered(void **state)
{
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);
    const struct fact_def *levels = &schema.facts[schema_find_name(&schema, "plan.levels")];
    struct buf fault = BUF_INIT;
    struct value value;

    (void)state;
    assert_true(value_parse(levels, text_of("~3"), false, "", &arena, &value, &fault));
    assert_true(value.about);
    assert_true(value_parse(levels, text_of("3"), false, "", &arena, &value, &fault));
    assert_false(value.about);
    buf_release(&fault);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(other_numbers),
        cmocka_unit_test(percentages_want_their_sign),
        cmocka_unit_test(durations_come_in_the_units_of_their_fact),
        cmocka_unit_test(money_is_a_number_and_a_currency),
        cmocka_unit_test(a_sign_that_currencies_share_is_the_profiles),
        cmocka_unit_test(dates),
        cmocka_unit_test(about_is_a_tenth_to_both_sides_cut_to_the_range),
        cmocka_unit_test(about_is_remembered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
