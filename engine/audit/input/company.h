/* SPDX-License-Identifier: MIT
 *
 * One company as it comes from an input, and its facts from that: an INI text, a file still to
 * be opened, a row of a table or a JSON object. Workers read, so that the parent only finds
 * where one company ends and the next begins.
 */
#ifndef AUDIT_COMPANY_H
#define AUDIT_COMPANY_H

#include "facts/profile.h"

enum company_form {
    COMPANY_FILE,   /* INI in a file of its own: 'text' is empty, 'path' is opened by the reader
                     */
    COMPANY_TEXT,   /* INI: 'text' */
    COMPANY_ROW,    /* of a table: 'text' is the fields, 'columns' the names, each with a NUL */
    COMPANY_OBJECT, /* JSON: 'text' */
    COMPANY_FAULT   /* nothing to read: 'text' is the sentence that says why */
};

/* What is learned of a table's columns from one row, for the next ones; all zeros at first.
 * Only company_row.c looks inside. */
struct company_columns {
    struct arena arena;
    const struct schema *schema;    /* by which they were looked up */
    struct text names;              /* as a company has them */
    struct profile_statement *list; /* one a column, without its value; without a section and a
                                       key where its name is none */
    size_t count;
    bool apart;                    /* the columns of some section do not stand together */
    const struct hash_front *hash; /* of the names; NULL: nothing is learned yet */
};

void company_columns_release(struct company_columns *columns);

/* Everything is borrowed from the input until the next company. */
struct company {
    const char *name; /* "acme.ini", "set.tar.zst/acme.ini", "companies.csv:17": printable, the
                         same in every run; stands in records */
    enum company_form form;
    int line;         /* of the container, on which 'text' starts: 1 or more. Of a fault: the
                         line it is on, or 0 */
    const char *path; /* COMPANY_FILE; else NULL */
    struct text text;
    struct text columns; /* COMPANY_ROW: "company.name\0cost.join_fee\0"; the same for all rows
                            of one table */
    struct company_columns *known; /* where the reader of rows keeps what it learns of them; or
                                      NULL */
};

/* What stands before ":line:column" in messages: the name, but for rows and objects, whose
 * name has the line already. A slice of the name. */
struct text company_place(const struct company *company);

/*
 * Reads its facts, as profile_parse does: all faults in one pass, with what to write instead,
 * line (of the container) and column: of the line; of a row or object, the number of the field
 * or value, from 1; of what is no JSON, the byte. False where there are any, or with *err's
 * message set where the company cannot be read at all; else the message is empty.
 *
 * A cell and a JSON string say what stands behind '=' in a profile: "99 USD @S1 p.4". There are
 * no comments in them. An empty cell states nothing; null in JSON is unknown. The hash is
 *
 *   of a profile   that of its text
 *   of a row       of the columns and the fields, as 'columns' and 'text' hold them
 *   of an object   of 'text': the line without blanks around it
 */
bool company_read(const struct company *company, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err);

/* Whether a table may have these columns, by their names: "section.key", "source S1.title". A
 * fault's column is the number of the field. 'schema' may be NULL: then only the form counts.
 */
bool company_check_columns(struct text columns, int line, const struct schema *schema,
                           const struct profile_options *options, struct arena *arena,
                           struct faults *faults);

#endif
