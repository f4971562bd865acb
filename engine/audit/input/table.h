/* SPDX-License-Identifier: MIT
 *
 * A table in CSV (RFC 4180), read strictly by libcsv: bytes in, rows out. Every row, the header
 * too, is its fields with a NUL behind each.
 */
#ifndef AUDIT_TABLE_H
#define AUDIT_TABLE_H

#include "base/text.h"

struct table;

enum table_state {
    TABLE_OPEN,   /* within a row, or before one */
    TABLE_ROW,    /* a row is whole: table_row */
    TABLE_QUOTE,  /* a quote is where none may be, or does not end */
    TABLE_RETURN, /* a carriage return ends a row, and more follows on the line */
    TABLE_NUL,    /* there is a NUL byte */
    TABLE_LARGE   /* the row is larger than PROFILE_MAX_BYTES */
};

struct table *table_open(void);
void table_close(struct table *table);

/* Takes a line with its end. After any state but TABLE_OPEN the next one starts a row. */
enum table_state table_put(struct table *table, struct text line);

/* The same for the end of the last line: TABLE_OPEN where no row is left. */
enum table_state table_end(struct table *table);

/* Whether a row has begun that does not end yet. */
bool table_in_row(const struct table *table);

/* Borrowed until the next line. */
struct text table_row(const struct table *table);

/* Forgets the row that has begun. */
void table_restart(struct table *table);

#endif
