/* SPDX-License-Identifier: MIT */
#include "money_rows.h"

static void fractions_are_exact_and_in_lowest_terms(void **state)
{
    struct ratio third = ratio_of(1, 3), half = ratio_of(-2, -4);

    (void)state;
    assert_true(half.num == 1 && half.den == 2);
    struct ratio sum = ratio_add(third, ratio_add(third, third));
    assert_true(sum.num == 1 && sum.den == 1);
    struct ratio product = ratio_mul(ratio_of(-2, 3), ratio_of(3, 4));
    assert_true(product.num == -1 && product.den == 2);
    struct ratio quotient = ratio_div(ratio_of(1, 2), ratio_of(-1, 4));
    assert_true(quotient.num == -2 && quotient.den == 1);
    struct ratio pct = ratio_pct(dec("33.33"));
    assert_true(pct.num == 3333 && pct.den == 10000);
}

static void rounding_happens_once_and_the_way_that_is_asked_for(void **state)
{
    static const struct {
        const char *label;
        int64_t num, den;
        int places;
        const char *nearest, *down, *up;
    } rows[] = {
        {"half up", 1, 2, 0, "1", "0", "1"},
        {"half, negative, away", -1, 2, 0, "-1", "-1", "0"},
        {"a third", 1, 3, 2, "0.33", "0.33", "0.34"},
        {"minus a third", -1, 3, 2, "-0.33", "-0.34", "-0.33"},
        {"whole stays", 7, 1, 2, "7", "7", "7"},
        {"not 0.01: it is under half a cent", 49999999, 10000000000, 2, "0", "0", "0.01"},
        {"1.005 is a half here", 1005, 1000, 2, "1.01", "1", "1.01"},
        {"six places", 2, 3, 6, "0.666667", "0.666666", "0.666667"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ratio value = ratio_of(rows[i].num, rows[i].den);
        ROW_RATIO(rows[i].label, value, rows[i].places, rows[i].nearest);
        ROW_INT(rows[i].label, ratio_round(value, rows[i].places, RATIO_DOWN),
                dec(rows[i].down));
        ROW_INT(rows[i].label, ratio_round(value, rows[i].places, RATIO_UP), dec(rows[i].up));
    }
    ROWS_END();
}

static void comparing_is_exact_where_doubles_are_not(void **state)
{
    static const struct {
        const char *label;
        int64_t a, b, c, d;
        int order;
    } rows[] = {
        {"equal", 2, 4, 1, 2, 0},
        {"by a hair", INT64_MAX - 1, INT64_MAX, INT64_MAX - 2, INT64_MAX - 1, 1},
        {"negative by a hair", -(INT64_MAX - 1), INT64_MAX, -(INT64_MAX - 2), INT64_MAX - 1,
         -1},
        {"signs", -1, 3, 1, 3, -1},
        {"whole and not", 3, 1, 29, 10, 1},
        {"under a whole", 29, 10, 3, 1, -1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_INT(rows[i].label,
                ratio_cmp(ratio_of(rows[i].a, rows[i].b), ratio_of(rows[i].c, rows[i].d)),
                rows[i].order);
    ROWS_END();
}

static void what_is_too_large_says_so_and_stays_so(void **state)
{
    struct ratio large = ratio_of(INT64_MAX, 1), tiny = ratio_of(1, INT64_MAX);
    struct ratio product = ratio_mul(large, large), deep = ratio_mul(tiny, tiny);

    (void)state;
    assert_false(ratio_fits(product));
    assert_false(ratio_fits(deep));
    assert_false(ratio_fits(large)); /* exact, but no decimal */
    assert_false(ratio_fits(ratio_add(product, ratio_of(1, 1))));
    assert_false(ratio_fits(ratio_sub(ratio_of(1, 1), product)));
    assert_false(ratio_fits(ratio_mul(product, ratio_of(0, 1))));
    assert_false(ratio_fits(ratio_div(ratio_of(1, 1), product)));
    assert_false(ratio_fits(ratio_div(ratio_of(1, 1), ratio_of(0, 1))));
    assert_false(ratio_fits(ratio_of(1, 0)));
    assert_true(ratio_fits(ratio_decimal(DECIMAL_MAX)));
    assert_true(ratio_fits(ratio_decimal(-DECIMAL_MAX)));
    assert_true(ratio_fits(ratio_mul(large, tiny)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fractions_are_exact_and_in_lowest_terms),
        cmocka_unit_test(rounding_happens_once_and_the_way_that_is_asked_for),
        cmocka_unit_test(comparing_is_exact_where_doubles_are_not),
        cmocka_unit_test(what_is_too_large_says_so_and_stays_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
