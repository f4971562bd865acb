/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <string.h>

#include "audit/history/history_write.h"

struct history {
    struct arena arena; /* owns this, and what holds for the run */
    struct writer writer;
    struct arena batch; /* what the waiting records point to */
    struct record *waiting;
    size_t waiting_count;
    struct json_counts counts;
};

/* --- records that wait --- */

static void keep_pack(struct arena *arena, struct pack_result *result)
{
    size_t size = result->rule_count * sizeof *result->rules;
    struct rule_result *rules = arena_alloc(arena, size + 1);

    if (size > 0)
        memcpy(rules, result->rules, size);
    result->rules = rules;
}

static const char *keep_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

/* A copy that lives as long as the batch; drawings are not wanted. */
static struct record keep(struct arena *arena, const struct record *record)
{
    struct record copy = *record;

    copy.name = keep_text(arena, record->name);
    copy.company = keep_text(arena, record->company);
    copy.notes.at =
        arena_copy(arena, record->notes.len > 0 ? record->notes.at : "", record->notes.len);
    copy.packs = arena_alloc(arena, record->pack_count * sizeof *copy.packs + 1);
    for (size_t i = 0; i < record->pack_count; i++) {
        copy.packs[i] = record->packs[i];
        keep_pack(arena, &copy.packs[i]);
    }
    memset(copy.drawn, 0, sizeof copy.drawn);
    return copy;
}

static void count(struct json_counts *counts, const struct record *record)
{
    counts->companies++;
    counts->assessed += record->kind == RECORD_ASSESSED;
    counts->unreadable += record->kind == RECORD_UNREADABLE;
    counts->lost += record->kind == RECORD_LOST;
    counts->conditions += record->condition_met;
}

/* --- transactions --- */

/* All that waits and how far the run is, or nothing. The lock is held for the writing only, so
 * that two audits do not wait for each other's companies. */
static bool write_batch(struct history *history, const char *state, struct error *err)
{
    struct database *db = history->writer.db;

    if (!database_begin(db, err))
        return false;
    bool ok = true;
    for (size_t i = 0; i < history->waiting_count && ok; i++)
        ok = writer_record(&history->writer, &history->waiting[i], err);
    ok = ok && writer_counts(&history->writer, &history->counts, state, err) &&
         database_commit(db, err);
    if (!ok)
        database_rollback(db);
    history->waiting_count = 0;
    arena_reset(&history->batch);
    return ok;
}

struct history *history_open(const char *path, struct error *err)
{
    struct arena arena = {0};
    struct history *history = arena_alloc(&arena, sizeof *history);

    history->arena = arena;
    history->waiting = arena_alloc(&history->arena, HISTORY_BATCH * sizeof *history->waiting);
    history->writer.db = database_open(path, &history_kind, DATABASE_WRITE, err);
    if (history->writer.db && writer_prepare(&history->writer, &history->arena, err))
        return history;
    history_close(history);
    return NULL;
}

bool history_start(struct history *history, const struct history_run *run, struct error *err)
{
    struct database *db = history->writer.db;

    if (!database_begin(db, err))
        return false;
    bool ok =
        writer_run(&history->writer, run, &history->arena, err) && database_commit(db, err);
    if (!ok)
        database_rollback(db);
    return ok;
}

bool history_take(void *context, const struct record *record, struct error *err)
{
    struct history *history = context;

    count(&history->counts, record);
    history->waiting[history->waiting_count++] = keep(&history->batch, record);
    return history->waiting_count < HISTORY_BATCH || write_batch(history, "running", err);
}

bool history_end(struct history *history, enum history_end end, struct error *err)
{
    return write_batch(history, end == HISTORY_WHOLE ? "whole" : "stopped", err);
}

void history_close(struct history *history)
{
    if (!history)
        return;
    database_close(history->writer.db);
    arena_release(&history->batch);
    struct arena arena = history->arena;
    arena_release(&arena);
}
