/* SPDX-License-Identifier: MIT
 *
 * Rows for plan arithmetic: numbers are written as text, so that what is wanted is what a
 * person would read.
 */
#ifndef TESTS_MONEY_ROWS_H
#define TESTS_MONEY_ROWS_H

#include "rows.h"

#include "money/check.h"

/* "1,299.50" as a decimal. */
static inline decimal dec(const char *text)
{
    decimal value = 0;

    if (decimal_parse(text_of(text), &value) != DECIMAL_OK)
        fail_msg("a test has a bad number: %s", text);
    return value;
}

/* A fraction to so many decimals, or what is wrong with it. */
static inline const char *shown(char out[64], struct ratio value, int places)
{
    struct buf buf = BUF_INIT;

    if (ratio_fits(value))
        decimal_put(&buf, ratio_round(value, places, RATIO_NEAREST), false);
    else
        buf_puts(&buf, "too large");
    snprintf(out, 64, "%s", buf_text(&buf));
    buf_release(&buf);
    return out;
}

#define ROW_RATIO(label, got, places, wanted)                                                  \
    do {                                                                                       \
        char shown_[64];                                                                       \
        ROW_TEXT(label, shown(shown_, got, places), wanted);                                   \
    } while (0)

/* A call that must succeed. */
#define ROW_OK(label, call)                                                                    \
    do {                                                                                       \
        struct error err = {.message = ""};                                                    \
        bool ok_ = (call);                                                                     \
        ROW_TEXT(label, ok_ ? "" : err.message, "");                                           \
    } while (0)

/* A call that must be refused with this sentence. */
#define ROW_REFUSED(label, call, sentence)                                                     \
    do {                                                                                       \
        struct error err = {.message = ""};                                                    \
        bool ok_ = (call);                                                                     \
        ROW_TEXT(label, ok_ ? "not refused" : err.message, sentence);                          \
        ROW_INT(label, err.kind, ERROR_USAGE);                                                 \
    } while (0)

/* got is within 'bound' of wanted, and a number. */
#define ROW_NEAR(label, got, wanted, bound)                                                    \
    do {                                                                                       \
        double got_ = (got), off_ = got_ - (wanted);                                           \
        char text_[64];                                                                        \
        snprintf(text_, sizeof text_, "%.9g", got_);                                           \
        ROW_TEXT(label, off_ <= (bound) && off_ >= -(bound) ? "near" : text_, "near");         \
    } while (0)

#endif
