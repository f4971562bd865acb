/* SPDX-License-Identifier: MIT
 *
 * The history of audits: a SQLite database that takes every record of every audit it is given
 * to. Batches of records are written whole, each in one transaction, so that a kill at any
 * moment leaves whole batches only; two audits may write at once. No clock is read: runs are
 * numbered, and their as-of dates put them in order.
 *
 * Reading it back: audit/history/past.h. Its tables: history_tables.c.
 */
#ifndef AUDIT_HISTORY_H
#define AUDIT_HISTORY_H

#include "audit/history/database.h"
#include "audit/work/audit.h"

enum { HISTORY_BATCH = 500 }; /* records a transaction */

extern const struct database_kind history_kind;

/* What is kept of an audit besides its records. */
struct history_run {
    const struct pack *const *packs; /* in the order of the records' results */
    size_t pack_count;
    const struct report_context *context;
    const struct conditions *conditions; /* or NULL */
    bool has_as_of;                      /* given with --as-of */
    date as_of;
    enum json_detail detail;
    const char *const *inputs; /* as given */
    size_t input_count;
    const char *files_from; /* or NULL */
};

enum history_end {
    HISTORY_WHOLE,  /* every company of the input */
    HISTORY_STOPPED /* some: asked to stop */
};

struct history;

/* Opens or makes the database. Errors: see database_open. */
struct history *history_open(const char *path, struct error *err);

/* Adds a run, once, which is "running" until history_end. The packs are borrowed until the
 * close. Errors: ERROR_OUTPUT. */
bool history_start(struct history *history, const struct history_run *run, struct error *err);

/* A struct taker's take, with the history as its context. Errors: ERROR_OUTPUT. */
bool history_take(void *history, const struct record *record, struct error *err);

/* Writes what waits for its batch to fill, and how the run ended. */
bool history_end(struct history *history, enum history_end end, struct error *err);

/* Takes NULL. Without history_end before, the run stays "running" and what waits is lost: as
 * after a kill. */
void history_close(struct history *history);

#endif
