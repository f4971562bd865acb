/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include "base/date.h"

static const char *put_span(char out[64], struct date_span span)
{
    struct buf buf = BUF_INIT;

    date_span_put(&buf, span);
    snprintf(out, 64, "%s", buf_text(&buf));
    buf_release(&buf);
    return out;
}

static void days_count_from_1970(void **state)
{
    (void)state;
    assert_int_equal(date_of(1970, 1, 1), 0);
    assert_int_equal(date_of(1969, 12, 31), -1);
    assert_int_equal(date_of(2000, 3, 1), 11017);
    assert_int_equal(date_of(2024, 5, 2), 19845);
    assert_int_equal(date_of(1000, 1, 1), -354285);
    assert_int_equal(date_of(9999, 12, 31), 2932896);
}

static void every_day_is_written_and_read_back(void **state)
{
    char text[64];
    struct date_span span;

    (void)state;
    for (date day = date_of(1000, 1, 1); day <= date_of(9999, 12, 31); day += 17) {
        put_span(text, (struct date_span){day, day});
        ROW_INT(text, date_parse(text_of(text), &span), DATE_OK);
        ROW_INT(text, span.first, day);
        ROW_INT(text, span.last, day);
    }
    ROWS_END();
}

static void a_year_or_month_is_the_span_of_its_days(void **state)
{
    static const struct {
        const char *text, *span;
        int days;
    } rows[] = {
        {"2019", "2019", 365},
        {"2020", "2020", 366},
        {"1900", "1900", 365},
        {"2000", "2000", 366},
        {"2019-04", "2019-04", 30},
        {"2020-02", "2020-02", 29},
        {"2019-02", "2019-02", 28},
        {"2019-12", "2019-12", 31},
        {"9999-12", "9999-12", 31},
        {"2019-04-30", "2019-04-30", 1},
        {"2020-02-29", "2020-02-29", 1},
        {"4 Mar 2019", "2019-03-04", 1},
        {"04 march 2019", "2019-03-04", 1},
        {"31 DECEMBER 2019", "2019-12-31", 1},
        {"4  Mar\t2019", "2019-03-04", 1},
        {"1 May 2019", "2019-05-01", 1},
    };
    char got[64];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date_span span = {0, 0};
        ROW_INT(rows[i].text, date_parse(text_of(rows[i].text), &span), DATE_OK);
        ROW_TEXT(rows[i].text, put_span(got, span), rows[i].span);
        ROW_INT(rows[i].text, span.last - span.first + 1, rows[i].days);
    }
    ROWS_END();
}

static void what_is_no_date_says_why(void **state)
{
    static const struct {
        const char *text;
        enum date_fault fault;
    } rows[] = {
        {"", DATE_NOT_A_DATE},
        {"soon", DATE_NOT_A_DATE},
        {"19", DATE_NOT_A_DATE},
        {"0999", DATE_NOT_A_DATE},
        {"20190430", DATE_NOT_A_DATE},
        {"2019-4", DATE_NOT_A_DATE},
        {"2019-4-30", DATE_NOT_A_DATE},
        {"2019-00", DATE_NOT_A_DATE},
        {"2019-04-00", DATE_NOT_A_DATE},
        {"2019.04.30", DATE_NOT_A_DATE},
        {"2019-04-30T10:00", DATE_NOT_A_DATE},
        {"-2019", DATE_NOT_A_DATE},
        {"4 Mar", DATE_NOT_A_DATE},
        {"Mar 2019", DATE_NOT_A_DATE},
        {"Mar 4 2019", DATE_NOT_A_DATE},
        {"4 Ma 2019", DATE_NOT_A_DATE},
        {"4 Marc 2019", DATE_NOT_A_DATE},
        {"4 Mar 19", DATE_NOT_A_DATE},
        {"0 Mar 2019", DATE_NOT_A_DATE},
        {"104 Mar 2019", DATE_NOT_A_DATE},
        {"4 Mar 2019 BC", DATE_NOT_A_DATE},
        {"2019-02-30", DATE_NO_SUCH_DAY},
        {"2019-02-29", DATE_NO_SUCH_DAY},
        {"1900-02-29", DATE_NO_SUCH_DAY},
        {"2019-13", DATE_NO_SUCH_DAY},
        {"2019-13-01", DATE_NO_SUCH_DAY},
        {"2019-04-31", DATE_NO_SUCH_DAY},
        {"30 Feb 2020", DATE_NO_SUCH_DAY},
        {"03/04/2019", DATE_SLASHES},
        {"3/4/19", DATE_SLASHES},
        {"2019/04/30", DATE_SLASHES},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date_span span = {-7, -7};
        ROW_INT(rows[i].text, date_parse(text_of(rows[i].text), &span), rows[i].fault);
        ROW_INT(rows[i].text, span.first, -7);
    }
    ROWS_END();
}

static void slashes_are_shown_both_ways(void **state)
{
    static const struct {
        const char *text, *day_first, *month_first;
    } rows[] = {
        {"03/04/2019", "2019-04-03", "2019-03-04"},
        {"3/4/2019", "2019-04-03", "2019-03-04"},
        {"13/04/2019", "2019-04-13", "?"},
        {"04/13/2019", "?", "2019-04-13"},
        {"4/4/2019", "2019-04-04", "2019-04-04"},
        {"29/02/2019", "?", "?"},
        {"2019/04/30", "?", "?"},
        {"03/04/19", "?", "?"},
        {"1/2", "?", "?"},
        {"1/2/2019/3", "?", "?"},
        {"///", "?", "?"},
        {"a/b/c", "?", "?"},
        {"99999999999/1/2019", "?", "?"},
    };
    char day_first[16], month_first[16];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        date_slash_readings(text_of(rows[i].text), day_first, month_first);
        ROW_TEXT(rows[i].text, day_first, rows[i].day_first);
        ROW_TEXT(rows[i].text, month_first, rows[i].month_first);
    }
    ROWS_END();
}

static void spans_are_written_as_short_as_they_allow(void **state)
{
    static const struct {
        struct {
            int y, m, d;
        } a, b;
        const char *text;
    } rows[] = {
        {{2019, 1, 1}, {2019, 12, 31}, "2019"},
        {{2019, 1, 1}, {2019, 12, 30}, "2019-01-01..2019-12-30"},
        {{2019, 1, 1}, {2020, 12, 31}, "2019-01-01..2020-12-31"},
        {{2020, 2, 1}, {2020, 2, 29}, "2020-02"},
        {{2020, 2, 1}, {2020, 2, 28}, "2020-02-01..2020-02-28"},
        {{2020, 2, 1}, {2020, 2, 1}, "2020-02-01"},
        {{2019, 4, 1}, {2019, 6, 30}, "2019-04-01..2019-06-30"},
    };
    char got[64];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date_span span = {date_of(rows[i].a.y, rows[i].a.m, rows[i].a.d),
                                 date_of(rows[i].b.y, rows[i].b.m, rows[i].b.d)};
        ROW_TEXT(rows[i].text, put_span(got, span), rows[i].text);
    }
    ROWS_END();
}

static void years_between_are_whole_on_anniversaries(void **state)
{
    static const struct {
        const char *a, *b;
        decimal years;
    } rows[] = {
        {"2019-04-30", "2019-04-30", 0},
        {"2019-04-30", "2024-04-30", 5 * DECIMAL_ONE},
        {"2019-04-30", "2024-04-29", 4 * DECIMAL_ONE + 365 * DECIMAL_ONE / 366},
        {"2019-04-30", "2020-05-01", DECIMAL_ONE + DECIMAL_ONE / 365},
        {"2020-02-29", "2021-02-28", 365 * DECIMAL_ONE / 366},
        {"2020-02-29", "2021-03-01", DECIMAL_ONE},
        {"2020-02-29", "2024-02-29", 4 * DECIMAL_ONE},
        {"2024-04-30", "2019-04-30", -5 * DECIMAL_ONE},
        {"2020-05-01", "2019-04-30", -(DECIMAL_ONE + DECIMAL_ONE / 365)},
        {"1000-01-01", "9999-01-01", 8999 * DECIMAL_ONE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct date_span a, b;
        assert_int_equal(date_parse(text_of(rows[i].a), &a), DATE_OK);
        assert_int_equal(date_parse(text_of(rows[i].b), &b), DATE_OK);
        ROW_INT(rows[i].b, date_years_between(a.first, b.first), rows[i].years);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(every_day_is_written_and_read_back),
        cmocka_unit_test(a_year_or_month_is_the_span_of_its_days),
        cmocka_unit_test(what_is_no_date_says_why),
        cmocka_unit_test(slashes_are_shown_both_ways),
        cmocka_unit_test(spans_are_written_as_short_as_they_allow),
        cmocka_unit_test(years_between_are_whole_on_anniversaries),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
