/* SPDX-License-Identifier: MIT
 *
 * Where an audit's results go: several files at once, each in a form of its own, and stdout.
 * To add a form: a row in audit_files.c.
 */
#ifndef CLI_AUDIT_FILES_H
#define CLI_AUDIT_FILES_H

#include "audit/outputs/output.h"
#include "audit/outputs/page.h"
#include "audit/outputs/ranking.h"
#include "audit/work/audit.h"
#include "cli/cli.h"

enum { AUDIT_MAX_FILES = 8 };

/* What the results of one run share. */
struct audit_run {
    const struct options *options;
    const struct input_options *input;
    const struct shelf *shelf;
    const struct report_context *context;
    struct csv_sheet sheet;    /* with the packs of the shelf */
    struct format_run parts;   /* the same for forms that are made of parts */
    struct baseline *baseline; /* that these are compared with, or NULL */
    enum json_detail detail;
};

struct audit_form;

/* One result. */
struct audit_file {
    const struct audit_run *run;
    const struct audit_form *form;
    const char *name; /* NULL: stdout */
    struct output *output;
    struct ranking *ranking; /* of the form that is one; or NULL */
    struct audit_page *page; /* the same */
    bool is_read;            /* a company of the input: the result must not replace it */
    bool is_unfinished;      /* once closed: it has not got its name */
    int64_t parts;           /* of the form that is made of them: how many so far */
    struct buf scratch;
};

struct audit_files {
    struct audit_run run;
    struct audit_file list[AUDIT_MAX_FILES];
    size_t count;
};

/* Opens all and puts what stands first; false with *code set after saying why, with nothing
 * left open. */
bool audit_files_open(struct audit_files *files, const struct audit_run *run, int *code);

/* Sets the takers that fill them, as many as there are files, and in the options what they
 * want of the workers. */
void audit_files_list(struct audit_files *files, struct taker takers[AUDIT_MAX_FILES],
                      struct audit_options *options);

/* Takes note of those that the input came upon: they stay as NAME.partial. */
void audit_files_heed(struct audit_files *files, const struct input *input);

/* Writes what has come so far. */
bool audit_files_flush(struct audit_files *files, struct error *err);

/* Writes what stands last, and closes. Whole results get their names; of an audit that ended
 * before its time, files stay as NAME.partial, and JSON Lines say so in their last line; of a
 * page there is nothing yet. */
bool audit_files_close(struct audit_files *files, const struct json_counts *counts,
                       enum audit_end end, struct error *err);

/* Appends the names that have not been given, once all are closed: "a.csv, page.html". */
void audit_files_put_unfinished(const struct audit_files *files, struct buf *out);

/* Whether it is nothing but JSON Lines. */
bool audit_file_is_lines(const struct audit_file *file);

/* The file of JSON Lines, from which an audit can be gone on with, or NULL. */
const struct audit_file *audit_files_lines(const struct audit_files *files);

#endif
