/* SPDX-License-Identifier: MIT
 *
 * Where the companies of an audit come from: files, folders, globs, lists, standard input,
 * archives, tables, streams of many profiles. One after the other, in one order whatever the
 * machine: arguments as given, folders sorted by byte, archives in their own order. Memory does
 * not grow with their number, but for the names of a folder (and of those it stands in), the
 * matches of a pattern, and what a zip or 7z says of its members.
 *
 *   file                  holds                                called
 *   *.ini                 one profile, opened by company_read  "acme.ini"
 *   *.csv                 a table: a company a row             "companies.csv:17"
 *   *.jsonl *.ndjson      a JSON object a line                 "companies.jsonl:17"
 *   *.tar *.zip *.7z ...  any of these, *.ini if not said      "set.tar.zst/acme.ini"
 *   *.gz *.zst *.xz ...   one of these, or an archive          "companies.csv.gz:17"
 *   anything else         told by its first bytes; of many profiles, '=== NAME' stands before
 *                         each                                 "many.txt/NAME"
 *
 * Standard input is told by its first bytes too; its companies are called NAME, "acme.ini" or
 * "standard input:17". Links in folders are followed; names that start with a dot are passed
 * over.
 */
#ifndef AUDIT_INPUT_H
#define AUDIT_INPUT_H

#include "audit/input/company.h"
#include "report/passed_over.h"

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
    const char *const *results; /* files and folders that the audit itself makes: in folders
                                   they are overlooked */
    size_t result_count;
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

/* What has been passed over in the folders and archives read so far. Borrowed until the next
 * company. */
struct passed_over input_passed_over(const struct input *input);

/* Whether the result of that name is one of the files that came in, of which each is a fault:
 * it must not be replaced. Told of lists that cannot be read twice; see input_reads for others.
 */
bool input_met_result(const struct input *input, const char *result);

/* How many companies there will be in all, or -1 where only reading tells: for progress. */
int64_t input_total(const struct input *input);

/* Whether the file at 'path', which exists, is one of those that will be read: a result must
 * not replace it. Of a list on standard input or in a pipe that cannot be told: false, and
 * input_met_result will tell. */
bool input_reads(const struct input_options *options, const char *path);

void input_close(struct input *input);

#endif
