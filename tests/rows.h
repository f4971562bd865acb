/* SPDX-License-Identifier: MIT
 *
 * Checks on the rows of a table: a row that fails is printed with its label, what was got and
 * what was wanted; the other rows still run, and ROWS_END fails the test if any did.
 */
#ifndef TESTS_ROWS_H
#define TESTS_ROWS_H

/* clang-format off: cmocka wants these before itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
/* clang-format on */

#include "base/text.h"

#define ROW_TEXT(label, got, wanted) row_text(__FILE__, __LINE__, label, got, wanted)
#define ROW_INT(label, got, wanted) row_int(__FILE__, __LINE__, label, got, wanted)
#define ROWS_END() assert_int_equal(rows_end(), 0)

static int rows_failed; /* since the last ROWS_END */

static inline void row_text(const char *file, int line, const char *label, const char *got,
                            const char *wanted)
{
    if (strcmp(got, wanted) == 0)
        return;
    print_error("%s:%d: %s\n  got:    %s\n  wanted: %s\n", file, line, label, got, wanted);
    rows_failed++;
}

static inline void row_int(const char *file, int line, const char *label, long long got,
                           long long wanted)
{
    if (got == wanted)
        return;
    print_error("%s:%d: %s\n  got:    %lld\n  wanted: %lld\n", file, line, label, got, wanted);
    rows_failed++;
}

static inline int rows_end(void)
{
    int failed = rows_failed;

    rows_failed = 0;
    return failed;
}

#endif
