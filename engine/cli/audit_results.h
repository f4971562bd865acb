/* SPDX-License-Identifier: MIT
 *
 * Where an audit's results go: several files at once, each in a form of its own, and stdout.
 * To add a form: a row in audit_results.c.
 */
#ifndef CLI_AUDIT_RESULTS_H
#define CLI_AUDIT_RESULTS_H

#include "audit/audit.h"
#include "audit/output.h"
#include "cli/cli.h"

enum { RESULTS_MAX = 8 };

/* What the results of one run share. */
struct results_run {
    const struct options *options;
    const struct shelf *shelf;
    const struct report_context *context;
    const struct pack **packs; /* of the shelf */
    enum json_detail detail;
};

struct results;

/* One result. */
struct result_file {
    struct results *all;
    const struct result_form *form;
    const char *name; /* of the file; NULL: stdout */
    struct output *output;
    struct buf scratch;
};

struct results {
    struct results_run run;
    struct result_file list[RESULTS_MAX];
    size_t count;
};

/* Opens all and writes what stands first; false after saying why. */
bool results_open(struct results *results, const struct results_run *run);

/* The takers that fill them, and what they want drawn. */
void results_list_takers(struct results *results, struct taker *takers, size_t *count);
void results_want(const struct results *results, bool drawn[DRAWN_COUNT]);

/* Writes what has come so far. */
bool results_flush(struct results *results, struct error *err);

/* Writes what stands last, and closes. Whole results get their names; of an audit that ended
 * before its time, files stay as NAME.partial, whose last line says so. */
bool results_close(struct results *results, const struct json_counts *counts,
                   enum audit_end end, struct error *err);

/* The file of JSON Lines that an audit can be gone on with from, or NULL. */
struct result_file *results_lines(struct results *results);

#endif
