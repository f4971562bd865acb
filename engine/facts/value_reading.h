/* SPDX-License-Identifier: MIT
 *
 * What value.c (words, states), value_number.c (numbers, money, dates, ranges) and
 * value_lists.c (several numbers) share.
 * Not for other files: value.h is the way in.
 */
#ifndef FACTS_VALUE_READING_H
#define FACTS_VALUE_READING_H

#include "facts/value.h"

struct reading {
    const struct fact_def *def;
    const char *currency; /* of amounts written without one, or "" */
    struct arena *arena;
    struct value *out;
    struct buf *fault; /* gets one sentence on failure */
};

/* Copies exactly 'len' letters in upper case and a NUL; false where it is anything else. */
bool reading_code(struct text text, size_t len, char *code);

/* The parser of all numeric types. */
bool reading_numeric(struct reading *r, struct text text);

/* Of facts of several numbers. */
bool reading_pct_list(struct reading *r, struct text text);
bool reading_income_lines(struct reading *r, struct text text);

#endif
