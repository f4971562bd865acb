/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* 128 bits for the product; an extension of both compilers, said so to -Wpedantic. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 unsigned_wide;

/* Digits before the point, where commas must stand before each group of three; "0,500" is a
 * half to many, so a group may not follow a 0. */
static enum decimal_fault parse_whole(struct text text, decimal *out)
{
    const char *comma = memchr(text.at, ',', text.len);
    decimal value = 0;

    for (size_t i = 0; i < text.len; i++)
        if (!is_digit(text.at[i]) && text.at[i] != ',')
            return DECIMAL_NOT_A_NUMBER;
    if (comma && text.at[0] == '0')
        return DECIMAL_COMMA;
    for (size_t i = 0; i < text.len; i++) {
        size_t after = text.len - i - 1; /* characters to come */
        if (text.at[i] == ',') {
            if (i == 0 || after % 4 != 3 || (size_t)(comma - text.at) > 3)
                return DECIMAL_COMMA;
            continue;
        }
        if (comma && i > (size_t)(comma - text.at) && after % 4 == 3)
            return DECIMAL_COMMA; /* a digit where a comma belongs: 1,2345 */
        value = value * 10 + (text.at[i] - '0');
        if (value > DECIMAL_MAX / DECIMAL_ONE)
            return DECIMAL_TOO_LARGE;
    }
    *out = value * DECIMAL_ONE;
    return text.len > 0 ? DECIMAL_OK : DECIMAL_NOT_A_NUMBER;
}

static enum decimal_fault parse_fraction(struct text text, decimal *out)
{
    decimal unit = DECIMAL_ONE, value = 0;

    if (text.len == 0)
        return DECIMAL_NOT_A_NUMBER;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.at[i]))
            return text.at[i] == ',' ? DECIMAL_COMMA : DECIMAL_NOT_A_NUMBER;
        unit /= 10;
        if (unit == 0 && text.at[i] != '0')
            return DECIMAL_TOO_PRECISE;
        value += (text.at[i] - '0') * unit;
    }
    *out = value;
    return DECIMAL_OK;
}

static bool has_exponent(struct text text)
{
    size_t i = 0;

    while (i < text.len && (is_digit(text.at[i]) || text.at[i] == '.'))
        i++;
    return i > 0 && i + 1 < text.len && to_lower(text.at[i]) == 'e' &&
           (is_digit(text.at[i + 1]) || text.at[i + 1] == '+' || text.at[i + 1] == '-');
}

/* What nearly all numbers look like: up to twelve digits, perhaps a point and up to six more,
 * which a decimal holds whatever they are. */
static bool parse_plain(struct text text, decimal *out)
{
    static const decimal units[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
    const size_t most_whole = 12, most_decimals = COUNT(units) - 1;
    decimal value = 0;
    size_t i = 0, decimals = 0;

    for (; i < text.len && i < most_whole && is_digit(text.at[i]); i++)
        value = value * 10 + (text.at[i] - '0');
    if (i > 0 && i < text.len && text.at[i] == '.') {
        for (i++; i < text.len && decimals < most_decimals && is_digit(text.at[i]); i++) {
            value = value * 10 + (text.at[i] - '0');
            decimals++;
        }
        if (decimals == 0)
            return false;
    }
    if (i == 0 || i < text.len)
        return false;
    *out = value * units[decimals];
    return true;
}

enum decimal_fault decimal_parse(struct text text, decimal *out)
{
    decimal whole = 0, fraction = 0;
    bool negative = text.len > 0 && text.at[0] == '-';

    if (parse_plain(text, out))
        return DECIMAL_OK;
    if (negative) {
        text.at++;
        text.len--;
    }
    if (has_exponent(text))
        return DECIMAL_EXPONENT;
    const char *point = memchr(text.at, '.', text.len);
    size_t before = point ? (size_t)(point - text.at) : text.len;
    enum decimal_fault fault = parse_whole((struct text){text.at, before}, &whole);
    if (fault == DECIMAL_OK && point)
        fault = parse_fraction((struct text){point + 1, text.len - before - 1}, &fraction);
    if (fault == DECIMAL_OK && whole + fraction > DECIMAL_MAX)
        fault = DECIMAL_TOO_LARGE;
    if (fault == DECIMAL_OK)
        *out = negative ? -(whole + fraction) : whole + fraction;
    return fault;
}

bool decimal_mul_div(decimal a, decimal b, decimal c, decimal *out)
{
    if (c == 0)
        return false;
    wide product = (wide)a * b, half = (c < 0 ? -(wide)c : (wide)c) / 2;
    wide result = (product < 0) == (c < 0) ? (product + (product < 0 ? -half : half)) / c
                                           : (product - (product < 0 ? half : -half)) / c;
    if (result > DECIMAL_MAX || result < -DECIMAL_MAX)
        return false;
    *out = (decimal)result;
    return true;
}

bool decimal_from_double(double value, decimal *out)
{
    if (!(fabs(value) <= 9e12)) /* false for NaN too */
        return false;
    /* times a million, a large whole number would lose digits */
    *out = value == trunc(value) ? (decimal)value * DECIMAL_ONE : (decimal)llround(value * 1e6);
    return true;
}

double decimal_to_double(decimal value)
{
    /* Both operands are exact below 2^53 and IEEE division rounds correctly, so 33330000
     * becomes the same double as the literal 33.33 in a rule. */
    decimal whole = value / DECIMAL_ONE;

    return value == whole * DECIMAL_ONE ? (double)whole : (double)value / 1e6;
}

/* The nearest whole number to m * 2^exponent, the even one of two that are as near. */
static uint64_t nearest_whole(unsigned_wide m, int exponent)
{
    if (exponent >= 0)
        return (uint64_t)(m << exponent);
    if (exponent < -120)
        return 0;
    unsigned_wide half = (unsigned_wide)1 << (-exponent - 1), rest = m & (2 * half - 1);
    uint64_t whole = (uint64_t)(m >> -exponent);
    return whole + (rest > half || (rest == half && (whole & 1)));
}

/* A finite double as a whole number times a power of two (IEEE 754). */
static uint64_t parts_of(double value, int *exponent, bool *negative)
{
    const uint64_t hidden = UINT64_C(1) << 52;
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    *negative = bits >> 63;
    int stored = (int)(bits >> 52 & 0x7FF);
    *exponent = (stored > 0 ? stored : 1) - 1075;
    return (bits & (hidden - 1)) | (stored > 0 ? hidden : 0);
}

void decimal_put_double(struct buf *buf, double value, int decimals)
{
    static const uint64_t units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    char digits[32], *to = digits;
    bool negative;
    int exponent;

    if (!(fabs(value) < 9e12)) {
        buf_printf(buf, "%.*f", decimals, value);
        return;
    }
    /* 53 bits of the number times 20 of the unit are exact in 128. */
    uint64_t bits = parts_of(value, &exponent, &negative);
    uint64_t rest = nearest_whole((unsigned_wide)bits * units[decimals], exponent);
    if (negative)
        *to++ = '-';
    to = whole_at(to, (int64_t)(rest / units[decimals]));
    rest %= units[decimals];
    if (decimals > 0)
        *to++ = '.';
    for (int i = decimals - 1; i >= 0; i--, rest /= 10)
        to[i] = (char)('0' + rest % 10);
    buf_put(buf, digits, (size_t)(to - digits) + (size_t)decimals);
}

void decimal_put(struct buf *buf, decimal value, bool grouped)
{
    char text[48], *at = text + sizeof text - 7, *end = at;
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t whole = magnitude / 1000000, fraction = magnitude % 1000000;
    size_t digits = 0;

    do {
        if (grouped && digits > 0 && digits % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + whole % 10);
        whole /= 10;
        digits++;
    } while (whole > 0);
    if (value < 0)
        *--at = '-';
    if (fraction > 0)
        *end++ = '.';
    for (uint64_t unit = 100000; fraction > 0; unit /= 10) {
        *end++ = (char)('0' + fraction / unit);
        fraction %= unit;
    }
    buf_put(buf, at, (size_t)(end - at));
}
