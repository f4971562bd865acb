/* SPDX-License-Identifier: MIT
 *
 * Conditions of a rule in words. Where there are none, the code stands as it is written. For
 * source_*.c only.
 */
#ifndef INSIGHT_SOURCE_WORDS_H
#define INSIGHT_SOURCE_WORDS_H

#include "base/buf.h"
#include "insight/source/source_shape.h"

/* One call deep: a test, or a helper and the call by which the test came to it. */
struct frame {
    const struct frame *up; /* the caller, or NULL */
    size_t function;        /* block */
    size_t call;            /* token in the caller, before the bracket */
};

/* The tokens from 'from' up to 'end' as a condition: "cost.join_fee is above DEAR (500)". */
void words_condition(const struct shape *s, const struct frame *frame, size_t from, size_t end,
                     struct buf *out);

/* Where that operator stands first in the expression, outside of brackets and functions; or
 * NOWHERE. */
size_t words_operator(const struct shape *s, size_t from, size_t end, const char *operator);

/* The text that an expression surely is: a string, a local that holds one, or several of them
 * joined. False where it is not only that. */
bool words_string(const struct shape *s, const struct frame *frame, size_t from, size_t end,
                  struct buf *out);

#endif
