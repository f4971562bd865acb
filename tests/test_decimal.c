/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <math.h>

#include "base/decimal.h"

static const char *const fault_names[] = {"ok",        "not a number", "too precise",
                                          "too large", "comma",        "exponent"};

static const char *put(char out[64], decimal value, bool grouped)
{
    struct buf buf = BUF_INIT;

    decimal_put(&buf, value, grouped);
    snprintf(out, 64, "%s", buf_text(&buf));
    buf_release(&buf);
    return out;
}

static void numbers_are_read_exactly(void **state)
{
    static const struct {
        const char *text;
        decimal value;
    } rows[] = {
        {"0", 0},
        {"-0", 0},
        {"007", 7 * DECIMAL_ONE},
        {"99", 99 * DECIMAL_ONE},
        {"-99.5", -99500000},
        {"33.33", 33330000},
        {"0.000001", 1},
        {"-0.000001", -1},
        {"1.1000000", 1100000}, /* a zero too many is no precision */
        {"1,299", 1299 * DECIMAL_ONE},
        {"12,345,678.25", INT64_C(12345678250000)},
        {"-1,000", -1000 * DECIMAL_ONE},
        {"9000000000000", DECIMAL_MAX},
        {"999999999999.999999", INT64_C(999999999999999999)},
        {"0000000000000.0000010", 1}, /* more digits than most have */
        {"-9,000,000,000,000", -DECIMAL_MAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        decimal got = -7;
        ROW_INT(rows[i].text, decimal_parse(text_of(rows[i].text), &got), DECIMAL_OK);
        ROW_INT(rows[i].text, got, rows[i].value);
    }
    ROWS_END();
}

static void what_is_no_number_says_why_and_leaves_the_result_alone(void **state)
{
    static const struct {
        const char *text;
        enum decimal_fault fault;
    } rows[] = {
        {"", DECIMAL_NOT_A_NUMBER},
        {"-", DECIMAL_NOT_A_NUMBER},
        {"--1", DECIMAL_NOT_A_NUMBER},
        {"+1", DECIMAL_NOT_A_NUMBER},
        {"- 1", DECIMAL_NOT_A_NUMBER},
        {".5", DECIMAL_NOT_A_NUMBER},
        {"5.", DECIMAL_NOT_A_NUMBER},
        {"1.2.3", DECIMAL_NOT_A_NUMBER},
        {"1 299", DECIMAL_NOT_A_NUMBER},
        {"1'299", DECIMAL_NOT_A_NUMBER},
        {"0x10", DECIMAL_NOT_A_NUMBER},
        {"nan", DECIMAL_NOT_A_NUMBER},
        {"inf", DECIMAL_NOT_A_NUMBER},
        {"-infinity", DECIMAL_NOT_A_NUMBER},
        {"1,299 people", DECIMAL_NOT_A_NUMBER},
        {"12a", DECIMAL_NOT_A_NUMBER},
        {"\xd9\xa1", DECIMAL_NOT_A_NUMBER}, /* an Arabic one */
        {"99,50", DECIMAL_COMMA},
        {"1,2345", DECIMAL_COMMA},
        {"1234,567", DECIMAL_COMMA},
        {"1,234567", DECIMAL_COMMA},
        {"12,34,567", DECIMAL_COMMA},
        {",123", DECIMAL_COMMA},
        {"1,", DECIMAL_COMMA},
        {"1,,234", DECIMAL_COMMA},
        {"0,500", DECIMAL_COMMA}, /* half in half of Europe, not five hundred */
        {"-0,500", DECIMAL_COMMA},
        {"012,345", DECIMAL_COMMA},
        {"1.299,50", DECIMAL_COMMA},
        {"1.2345678", DECIMAL_TOO_PRECISE},
        {"0.0000001", DECIMAL_TOO_PRECISE},
        {"9000000000001", DECIMAL_TOO_LARGE},
        {"9000000000000.000001", DECIMAL_TOO_LARGE},
        {"-9000000000000.5", DECIMAL_TOO_LARGE},
        {"9999999999999999999", DECIMAL_TOO_LARGE}, /* more than 64 bits hold */
        {"99999999999999999999999999999999", DECIMAL_TOO_LARGE},
        {"999999999999.9999999", DECIMAL_TOO_PRECISE},
        {"1e5", DECIMAL_EXPONENT},
        {"1E5", DECIMAL_EXPONENT},
        {"-1.5e-3", DECIMAL_EXPONENT},
        {"1e+9", DECIMAL_EXPONENT},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        decimal got = -7;
        ROW_TEXT(rows[i].text, fault_names[decimal_parse(text_of(rows[i].text), &got)],
                 fault_names[rows[i].fault]);
        ROW_INT(rows[i].text, got, -7);
    }
    ROWS_END();
}

static void numbers_are_written_the_shortest_exact_way(void **state)
{
    static const struct {
        decimal value;
        const char *plain, *grouped;
    } rows[] = {
        {0, "0", "0"},
        {99 * DECIMAL_ONE, "99", "99"},
        {33330000, "33.33", "33.33"},
        {-1, "-0.000001", "-0.000001"},
        {100 * DECIMAL_ONE, "100", "100"},
        {1767 * DECIMAL_ONE, "1767", "1,767"},
        {-1234567890000, "-1234567.89", "-1,234,567.89"},
        {DECIMAL_MAX, "9000000000000", "9,000,000,000,000"},
        {INT64_MIN, "-9223372036854.775808", "-9,223,372,036,854.775808"},
    };
    char got[64];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW_TEXT(rows[i].plain, put(got, rows[i].value, false), rows[i].plain);
        ROW_TEXT(rows[i].grouped, put(got, rows[i].value, true), rows[i].grouped);
    }
    ROWS_END();
}

static void what_is_written_is_read_back_the_same(void **state)
{
    uint64_t seed = 20240502;
    char text[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        decimal value = (decimal)(seed >> 1) % DECIMAL_MAX >> (seed >> 7) % 50;
        value = i % 2 ? -value : value;
        for (int grouped = 0; grouped < 2; grouped++) {
            decimal got = 0;
            put(text, value, grouped);
            ROW_INT(text, decimal_parse(text_of(text), &got), DECIMAL_OK);
            ROW_INT(text, got, value);
        }
    }
    ROWS_END();
}

static void products_are_rounded_half_away_from_zero(void **state)
{
    static const struct {
        const char *label;
        decimal a, b, c, result;
        bool ok;
    } rows[] = {
        {"exact", 6, 7, 2, 21, true},
        {"half up", 1, 1, 2, 1, true},
        {"half down, negative", -1, 1, 2, -1, true},
        {"half, negative divisor", 1, 1, -2, -1, true},
        {"half, both negative", -1, 1, -2, 1, true},
        {"under half", 1, 1, 3, 0, true},
        {"over half", 2, 1, 3, 1, true},
        {"nothing by a negative", 0, 5, -3, 0, true},
        {"by zero", 1, 1, 0, -7, false},
        {"wide product", DECIMAL_MAX, DECIMAL_MAX, DECIMAL_MAX, DECIMAL_MAX, true},
        {"too large", DECIMAL_MAX, 2, 1, -7, false},
        {"too small", -DECIMAL_MAX, 2, 1, -7, false},
        {"the edge", DECIMAL_MAX, 1, 1, DECIMAL_MAX, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        decimal got = -7;
        ROW_INT(rows[i].label, decimal_mul_div(rows[i].a, rows[i].b, rows[i].c, &got),
                rows[i].ok);
        ROW_INT(rows[i].label, got, rows[i].result);
    }
    ROWS_END();
}

static void doubles_become_the_nearest_decimal(void **state)
{
    decimal got = -7;

    (void)state;
    assert_true(decimal_from_double(33.33, &got));
    assert_int_equal(got, 33330000);
    assert_true(decimal_from_double(-0.1 - 0.2, &got));
    assert_int_equal(got, -300000);
    assert_true(decimal_from_double(9e12, &got));
    assert_int_equal(got, DECIMAL_MAX);
    got = -7;
    assert_false(decimal_from_double(NAN, &got));
    assert_false(decimal_from_double(INFINITY, &got));
    assert_false(decimal_from_double(-INFINITY, &got));
    assert_false(decimal_from_double(9.1e12, &got));
    assert_int_equal(got, -7);
    assert_true(decimal_to_double(33330000) == 33.33);
    assert_true(decimal_to_double(-100000) == -0.1);
}

/* Any mixture of bits, the same in each run (xorshift64). */
static uint64_t next_bits(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void check_as_printf(double value, int decimals)
{
    struct buf buf = BUF_INIT;
    char wanted[512];

    decimal_put_double(&buf, value, decimals);
    snprintf(wanted, sizeof wanted, "%.*f", decimals, value);
    if (strcmp(buf_text(&buf), wanted) != 0)
        fail_msg("%.17g with %d decimals: %s, not %s", value, decimals, buf_text(&buf), wanted);
    buf_release(&buf);
}

static void doubles_are_written_as_printf_does(void **state)
{
    static const double values[] = {0,
                                    -0.0,
                                    0.5,
                                    1.5,
                                    2.5,
                                    0.125,
                                    0.375,
                                    1.005,
                                    -0.004,
                                    -2.5,
                                    99.95,
                                    0.1,
                                    1e-300,
                                    5e-324,
                                    123456.5,
                                    8.9999e12,
                                    9e12,
                                    9.1e12,
                                    -9e12,
                                    1e300,
                                    NAN,
                                    INFINITY,
                                    0.0625,
                                    4503599627370497.5,
                                    999999.9999995,
                                    0.9999995,
                                    2097151.5};
    uint64_t bits = 88172645463325252u;

    (void)state;
    for (int decimals = 0; decimals <= 6; decimals++) {
        for (size_t i = 0; i < COUNT(values); i++)
            check_as_printf(values[i], decimals);
        for (int i = 0; i < 20000; i++) {
            double value, of_bits;
            uint64_t mixed = next_bits(&bits);
            memcpy(&of_bits, &mixed, sizeof of_bits);
            value = (double)(int64_t)(mixed >> 20) / 1024; /* many that lie in the middle */
            check_as_printf(value, decimals);
            check_as_printf((double)(mixed >> 40) / 1000, decimals);
            if (fabs(of_bits) < 1e40)
                check_as_printf(of_bits, decimals);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_exactly),
        cmocka_unit_test(what_is_no_number_says_why_and_leaves_the_result_alone),
        cmocka_unit_test(numbers_are_written_the_shortest_exact_way),
        cmocka_unit_test(what_is_written_is_read_back_the_same),
        cmocka_unit_test(products_are_rounded_half_away_from_zero),
        cmocka_unit_test(doubles_become_the_nearest_decimal),
        cmocka_unit_test(doubles_are_written_as_printf_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
