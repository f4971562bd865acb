/* SPDX-License-Identifier: MIT
 *
 * Where the companies of an audit come from: files, folders, globs, lists, standard input,
 * archives, tables, streams of many profiles. One after the other, in one order whatever the
 * machine: arguments as given, folders sorted by byte. Memory does not grow with their number,
 * but for the names of one folder.
 */
#ifndef AUDIT_INPUT_H
#define AUDIT_INPUT_H

#include "audit/company.h"

struct input;

struct input_options {
    const char *const *paths; /* files, folders, patterns, "@list", "-" */
    size_t path_count;
    const char *files_from;      /* a file of paths, a line each, or "-"; NULL: none */
    bool nul_separated;          /* 'files_from' and "@list": a NUL ends each, not a line end */
    const char *const *includes; /* of what is found in folders and archives: patterns of which
                                    a name must fit one; none: every *.ini */
    size_t include_count;
    const char *const *excludes; /* patterns of which it may fit none */
    size_t exclude_count;
    const struct schema *schema;            /* the columns of a table are held against it and */
    const struct profile_options *profiles; /* against the rules, once a table; NULL: not */
};

/* Errors: ERROR_USAGE for what can be known at once to be of no use (no path, a list that
 * cannot be read, '-' twice). Options are borrowed until the close. */
struct input *input_open(const struct input_options *options, struct error *err);

/* The next company, or false where there are no more. What cannot be opened or is broken in the
 * middle (a folder, an archive, a table) is a company of the form COMPANY_FAULT, and the rest
 * goes on. */
bool input_next(struct input *input, struct company *out);

/* How many companies there will be in all, or -1 where only reading tells: for progress. */
int64_t input_total(const struct input *input);

void input_close(struct input *input);

#endif
