/* SPDX-License-Identifier: MIT
 *
 * One term of a selection, for select.c: which rules it fits, or why it makes no sense.
 */
#ifndef SCORE_SELECT_TERM_H
#define SCORE_SELECT_TERM_H

#include "base/text.h"
#include "score/select.h"

struct selector {
    const char *expression;
    const struct pack *pack;
    struct arena *arena;
    struct error *err;
};

/* "theme:costs": all three lie in the expression. Of a bare id, field and sign are empty. */
struct select_term {
    struct text field, sign, value;
};

/* Sets the error, "character 3: ...", and returns NULL. 'at' lies in the expression. */
bool *select_fail(const struct selector *s, const char *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* One bool per rule of the pack, in the arena; NULL with the error set where the term makes no
 * sense or fits none. */
bool *select_term(const struct selector *s, const struct select_term *term);

#endif
