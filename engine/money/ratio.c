/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "money/ratio.h"

/* Above this a fraction is too large. It leaves room for one sum and for times ten. */
static const ratio_int limit = (ratio_int)1 << 120;
static const struct ratio too_large = {1, 0};

static ratio_int magnitude(ratio_int a)
{
    return a < 0 ? -a : a;
}

static ratio_int divisor(ratio_int a, ratio_int b)
{
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0) {
        ratio_int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* False where the product passes the limit. By division: clang's overflow check for 128 bits
 * wants a library that is not everywhere. */
static bool times(ratio_int a, ratio_int b, ratio_int *product)
{
    if (a != 0 && magnitude(b) > limit / magnitude(a))
        return false;
    *product = a * b;
    return true;
}

static struct ratio reduced(ratio_int num, ratio_int den)
{
    if (den == 0)
        return too_large;
    ratio_int common = divisor(num, den);
    if (den < 0)
        common = -common;
    struct ratio ratio = {num / common, den / common};
    return magnitude(ratio.num) > limit || ratio.den > limit ? too_large : ratio;
}

struct ratio ratio_of(int64_t num, int64_t den)
{
    return reduced(num, den);
}

struct ratio ratio_decimal(decimal value)
{
    return reduced(value, DECIMAL_ONE);
}

struct ratio ratio_pct(decimal pct)
{
    return reduced(pct, (ratio_int)100 * DECIMAL_ONE);
}

struct ratio ratio_add(struct ratio a, struct ratio b)
{
    ratio_int left, right, den;

    if (a.den == 0 || b.den == 0)
        return too_large;
    ratio_int common = divisor(a.den, b.den);
    if (!times(a.num, b.den / common, &left) || !times(b.num, a.den / common, &right) ||
        !times(a.den / common, b.den, &den))
        return too_large;
    return reduced(left + right, den);
}

struct ratio ratio_sub(struct ratio a, struct ratio b)
{
    b.num = -b.num;
    return ratio_add(a, b);
}

struct ratio ratio_mul(struct ratio a, struct ratio b)
{
    ratio_int num, den;

    if (a.den == 0 || b.den == 0)
        return too_large;
    struct ratio left = reduced(a.num, b.den), right = reduced(b.num, a.den);
    if (!times(left.num, right.num, &num) || !times(left.den, right.den, &den))
        return too_large;
    return (struct ratio){num, den};
}

struct ratio ratio_div(struct ratio a, struct ratio b)
{
    if (b.den == 0 || b.num == 0)
        return too_large;
    return ratio_mul(a, reduced(b.den, b.num));
}

static ratio_int floor_div(ratio_int num, ratio_int den)
{
    return num / den - (num % den < 0);
}

/* By whole parts, then by what is left, turned over: cross products could pass the limit. */
int ratio_cmp(struct ratio a, struct ratio b)
{
    assert(a.den > 0 && b.den > 0);
    for (int sign = 1;; sign = -sign) {
        ratio_int whole_a = floor_div(a.num, a.den), whole_b = floor_div(b.num, b.den);
        ratio_int rest_a = a.num - whole_a * a.den, rest_b = b.num - whole_b * b.den;
        if (whole_a != whole_b)
            return whole_a < whole_b ? -sign : sign;
        if (rest_a == 0 || rest_b == 0)
            return rest_a == rest_b ? 0 : rest_a == 0 ? -sign : sign;
        a = (struct ratio){a.den, rest_a};
        b = (struct ratio){b.den, rest_b};
    }
}

int ratio_sign(struct ratio a)
{
    assert(a.den > 0);
    return (a.num > 0) - (a.num < 0);
}

bool ratio_fits(struct ratio a)
{
    struct ratio most = ratio_decimal(DECIMAL_MAX), least = ratio_decimal(-DECIMAL_MAX);

    return a.den > 0 && ratio_cmp(a, most) <= 0 && ratio_cmp(a, least) >= 0;
}

decimal ratio_round(struct ratio a, int places, enum ratio_rounding rounding)
{
    assert(places >= 0 && places <= 6 && ratio_fits(a));
    bool negative = a.num < 0;
    ratio_int num = magnitude(a.num), rest = num % a.den;
    decimal value = (decimal)(num / a.den), unit = DECIMAL_ONE;

    for (int i = 0; i < places; i++) {
        rest *= 10;
        value = value * 10 + (decimal)(rest / a.den);
        rest %= a.den;
        unit /= 10;
    }
    bool away = rounding == RATIO_NEAREST ? 2 * rest >= a.den
                                          : rest > 0 && (rounding == RATIO_UP) != negative;
    value = (value + away) * unit;
    return negative ? -value : value;
}

int64_t ratio_whole(struct ratio a, enum ratio_rounding rounding)
{
    return ratio_round(a, 0, rounding) / DECIMAL_ONE;
}
