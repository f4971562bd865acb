/* SPDX-License-Identifier: MIT
 *
 * Exact decimals: whole millionths in 64 bits, so that a value on a line is on the line
 * (design.md 4). Range plus or minus 9.0e12.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/text.h"

typedef int64_t decimal; /* millionths */

#define DECIMAL_ONE INT64_C(1000000)
#define DECIMAL_MAX (INT64_C(9000000000000) * DECIMAL_ONE)

enum decimal_fault {
    DECIMAL_OK,
    DECIMAL_NOT_A_NUMBER,
    DECIMAL_TOO_PRECISE, /* more than six decimals */
    DECIMAL_TOO_LARGE,   /* beyond DECIMAL_MAX */
    DECIMAL_COMMA,       /* 99,50: a comma that is no thousands separator */
    DECIMAL_EXPONENT,    /* 1e5 */
};

/* Reads "-1,299.50": sign, digits with correct groups of thousands, at most six decimals. */
enum decimal_fault decimal_parse(struct text text, decimal *out);

/* a * b / c rounded half away from zero; false where c is 0 or the result leaves the range. */
bool decimal_mul_div(decimal a, decimal b, decimal c, decimal *out);

/* The nearest decimal to a double; false for NaN, infinity or out of range. */
bool decimal_from_double(double value, decimal *out);
double decimal_to_double(decimal value);

/* Appends a double with 0 to 6 decimals, byte for byte as printf's "%.2f" does. */
void decimal_put_double(struct buf *buf, double value, int decimals);

/* Appends it the shortest exact way: "99", "33.33". With 'grouped', thousands as "1,767". */
void decimal_put(struct buf *buf, decimal value, bool grouped);

#endif
