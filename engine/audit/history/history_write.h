/* SPDX-License-Identifier: MIT
 *
 * The rows of a history, one function for what belongs together; within a transaction of the
 * caller. Only history.c uses it.
 */
#ifndef AUDIT_HISTORY_WRITE_H
#define AUDIT_HISTORY_WRITE_H

#include "audit/history/history.h"

/* A pack of the run, and the keys of its rows. */
struct written_pack {
    const struct pack *pack;
    int64_t key;
    int64_t *rules; /* one per rule of the pack */
};

struct writer {
    struct database *db; /* borrowed */
    struct statement **statements;
    int64_t run;
    struct written_pack *packs; /* in the order of the records' results */
    size_t pack_count;
};

bool writer_prepare(struct writer *writer, struct arena *arena, struct error *err);

/* The run and its packs; *writer knows their keys from then on. */
bool writer_run(struct writer *writer, const struct history_run *run, struct arena *arena,
                struct error *err);

bool writer_record(struct writer *writer, const struct record *record, struct error *err);
bool writer_counts(struct writer *writer, const struct json_counts *counts, const char *state,
                   struct error *err);

#endif
