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

/* Everything is borrowed from the input until the next company. */
struct company {
    const char *name; /* "acme.ini", "set.tar.zst/acme.ini", "companies.csv:17": printable, the
                         same in every run; stands in records and before messages */
    enum company_form form;
    const char *path; /* COMPANY_FILE; else NULL */
    struct text text;
    struct text columns; /* COMPANY_ROW: "company.name\0cost.join_fee\0"; the same bytes at the
                            same address for all rows of one table */
    int line;            /* of the container, on which 'text' starts: 1 or more */
};

/*
 * Reads its facts, as profile_parse does: all faults in one pass, with line (of the container)
 * and column (of the line; in a row, the number of the field), and what to write instead.
 * False where there are any, or with *err set where the file cannot be read.
 */
bool company_read(const struct company *company, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err);

#endif
