/* SPDX-License-Identifier: MIT
 *
 * Many companies: an input, worker processes, and takers of records in the order of the input
 * (design.md 7). The bytes that takers get are the same at any number of workers.
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include <signal.h>

#include "audit/input/input.h"
#include "audit/results/baseline.h"
#include "audit/work/record.h"
#include "insight/change/conditions.h"
#include "lua/shelf.h"
#include "report/csv/csv.h"
#include "report/json/json_record.h"

/* Gets every record, in order. False with *err set ends the audit: nothing may be lost. */
struct taker {
    bool (*take)(void *context, const struct record *record, struct error *err);
    void *context;
};

struct audit_progress {
    struct json_counts counts;
    int64_t
        total; /* of companies, or -1: set by the caller, for whom input_total is worth it */
    int64_t reused;
};

/* The forms of drawings that are made of parts; NULL for others. */
extern const struct part_format *const drawing_formats[DRAWN_COUNT];

struct audit_options {
    struct shelf *shelf;           /* open; workers inherit it */
    const struct csv_sheet *sheet; /* for the drawings in CSV; or NULL */
    const struct format_run *run;  /* for those made of parts; or NULL */
    struct baseline *baseline;     /* that these are compared with; or NULL */
    const struct profile_options *profiles;
    const struct conditions *conditions;
    enum json_detail detail;
    bool drawn[DRAWN_COUNT]; /* which drawings are wanted */
    bool rules_wanted;       /* whether a taker looks at what every rule came to */
    bool figures_wanted;     /* whether figures are drawn, or a condition asks about them */
    bool quiet;              /* notes are errors alone */
    int workers;             /* processes, 1 to AUDIT_MAX_WORKERS */
    /* The lines of a company in an earlier result with the same run line, or empty; they stay
     * until the next call. NULL: there is none. Where the profile is the same, they are its
     * drawing, and the record has no packs. For when nothing but DRAWN_JSONL is wanted. */
    struct text (*earlier)(void *context, const char *name);
    void *earlier_context;
    const struct taker *takers;
    size_t taker_count;
    /* Called whenever some records have been taken, and a few times a second; false as of a
     * taker. Or NULL. */
    bool (*progress)(void *context, const struct audit_progress *progress, struct error *err);
    void *progress_context;
    const volatile sig_atomic_t *stop; /* not 0: end after the records at hand; or NULL */
};

enum { AUDIT_MAX_WORKERS = 256 };

enum audit_end {
    AUDIT_DONE,
    AUDIT_STOPPED, /* asked to */
    AUDIT_FAILED,  /* a taker did; *err is its */
    AUDIT_BROKEN   /* no worker process can be started, or stays alive; *err says why */
};

/* Runs the input to its end. Forks; leaves no child behind. SIGCHLD is as by default from then
 * on. */
enum audit_end audit_run(const struct audit_options *options, struct input *input,
                         struct audit_progress *progress, struct error *err);

#endif
