/* SPDX-License-Identifier: MIT
 *
 * The text of a profile as a sequence of 'key = value' lines, each with its section and place.
 *
 * inih splits sections and keys. It is fed by our own reader, because inih 55 cuts lines over
 * 200 bytes and reads the tail as a new line, cuts a value at ';' even inside quotes, and has
 * no columns: the reader joins continuation lines, takes comments and provenance off, carries
 * values whole, counts lines and finds every fault of the file in one pass.
 */
#ifndef FACTS_PROFILE_READ_H
#define FACTS_PROFILE_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum {
    PROFILE_MAX_BYTES = 1024 * 1024,
    PROFILE_MAX_LINE = 64 * 1024, /* bytes of one line, continuation lines included */
    PROFILE_MAX_NAME = 48         /* bytes of a section or key; inih cuts at 49 */
};

struct profile_line {
    struct text section;  /* lower case, '_' for blank and '-'; "source" of [source S1] */
    struct text argument; /* "S1" of [source S1], as written; empty otherwise */
    struct text key;      /* folded like the section; empty for the [section] line itself */
    struct text value;    /* trimmed, without comment and provenance; quotes taken off */
    bool quoted;
    struct text source;  /* "S1" of "99 USD @S1 p.4", or empty */
    struct text locator; /* "p.4", or empty */
    int line;
    int last_line;     /* the last that continues the value; 'line' where none does */
    struct text piece; /* of 'text': value and provenance as they stand on 'line' */
    int column;        /* of the key or the bracket */
    int value_column;  /* of the value, or of its provenance where there is no value */
};

/* All texts are borrowed: from 'text', from the arena, or until the callback returns (section,
 * argument, key). */
typedef void profile_line_fn(void *context, const struct profile_line *line);

/* Calls 'fn' for every section line and every key line of 'text', in order; lines that cannot
 * be understood become faults instead. */
void profile_read(struct text text, struct arena *arena, struct faults *faults,
                  profile_line_fn *fn, void *context);

/* The same for a part of something larger: 'line' is that of its first line. */
void profile_read_from(struct text text, int line, struct arena *arena, struct faults *faults,
                       profile_line_fn *fn, void *context);

#endif
