/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "audit/history/history.h"
#include "audit/history/past_read.h"

int64_t past_number(struct statement *statement, int column, int64_t low, int64_t high)
{
    int64_t number = statement_get_whole(statement, column);

    return number < low ? low : number > high ? high : number;
}

/* --- packs --- */

static bool read_packs(struct past *past, struct error *err)
{
    struct statement *s = database_prepare(
        past->db,
        "SELECT id, name, version, hash, points_hash, only_rules, skip_rules FROM packs"
        " ORDER BY id",
        err);

    if (!s)
        return false;
    while (statement_next(s)) {
        past->packs =
            arena_grow(&past->arena, past->packs, past->pack_count, sizeof *past->packs);
        past->packs[past->pack_count++] = (struct past_pack){
            .key = statement_get_whole(s, 0),
            .name = statement_get_text(s, 1, &past->arena),
            .version = statement_get_text(s, 2, &past->arena),
            .hash = statement_get_text(s, 3, &past->arena),
            .points_hash = statement_get_text(s, 4, &past->arena),
            .only = statement_get_text(s, 5, &past->arena),
            .skip = statement_get_text(s, 6, &past->arena),
        };
    }
    return statement_done(s, err);
}

const struct past_pack *past_pack_of(const struct past *past, int64_t key)
{
    for (size_t i = 0; i < past->pack_count; i++)
        if (past->packs[i].key == key)
            return &past->packs[i];
    return NULL;
}

/* --- runs --- */

static struct past_run *run_of(const struct past *past, int64_t number)
{
    size_t low = 0, high = past->runs.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (past->runs.list[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < past->runs.count && past->runs.list[low].number == number;
    return found ? &past->runs.list[low] : NULL;
}

const struct past_run *past_run_of(const struct past *past, int64_t number)
{
    return run_of(past, number);
}

static struct past_run read_run(struct statement *s, struct arena *arena)
{
    return (struct past_run){
        .number = statement_get_whole(s, 0),
        .program = statement_get_text(s, 1, arena),
        .as_of = statement_get_text(s, 2, arena),
        .detail = statement_get_text(s, 3, arena),
        .limits = statement_get_text(s, 4, arena),
        .options = statement_get_text(s, 5, arena),
        .inputs = statement_get_text(s, 6, arena),
        .state = statement_get_text(s, 7, arena),
        .counts = {.companies = statement_get_whole(s, 8),
                   .assessed = statement_get_whole(s, 9),
                   .unreadable = statement_get_whole(s, 10),
                   .lost = statement_get_whole(s, 11),
                   .conditions = statement_get_whole(s, 12)},
    };
}

/* They stand in the order of as-of dates, and are put into that of numbers. */
static int by_number(const void *a, const void *b)
{
    const struct past_run *x = a, *y = b;

    return (x->number > y->number) - (x->number < y->number);
}

static bool read_runs(struct past *past, struct error *err)
{
    struct past_runs *runs = &past->runs;
    struct statement *s = database_prepare(
        past->db,
        "SELECT id, program, as_of, detail, limits, options, inputs, state, companies, "
        "assessed,"
        " unreadable, lost, conditions FROM runs ORDER BY as_of IS NOT NULL, as_of, id",
        err);

    if (!s)
        return false;
    for (; statement_next(s); runs->count++) {
        runs->list = arena_grow(&past->arena, runs->list, runs->count, sizeof *runs->list);
        runs->list[runs->count] = read_run(s, &past->arena);
        runs->list[runs->count].place = runs->count;
    }
    if (runs->count > 0)
        qsort(runs->list, runs->count, sizeof *runs->list, by_number);
    return statement_done(s, err);
}

static bool read_run_packs(struct past *past, struct error *err)
{
    struct statement *s =
        database_prepare(past->db, "SELECT run, pack FROM run_packs ORDER BY run, number", err);

    if (!s)
        return false;
    while (statement_next(s)) {
        struct past_run *run = run_of(past, statement_get_whole(s, 0));
        const struct past_pack *pack = past_pack_of(past, statement_get_whole(s, 1));
        if (!run || !pack)
            continue;
        run->packs =
            arena_grow(&past->arena, run->packs, run->pack_count, sizeof(struct past_pack *));
        run->packs[run->pack_count++] = pack;
    }
    return statement_done(s, err);
}

const struct past_run **past_in_order(struct past *past)
{
    size_t count = past->runs.count;
    const struct past_run **list = arena_alloc(&past->arena, (count + 1) * sizeof *list);

    for (size_t i = 0; i < count; i++)
        list[past->runs.list[i].place] = &past->runs.list[i];
    return list;
}

const struct past_runs *past_runs(const struct past *past)
{
    return &past->runs;
}

/* --- opening --- */

struct past *past_open(const char *path, struct error *err)
{
    struct arena arena = {0};
    struct past *past = arena_alloc(&arena, sizeof *past);

    past->arena = arena;
    past->path = arena_copy(&past->arena, path, strlen(path));
    past->db = database_open(path, &history_kind, DATABASE_READ, err);
    if (past->db && read_packs(past, err) && read_runs(past, err) && read_run_packs(past, err))
        return past;
    past_close(past);
    return NULL;
}

void past_close(struct past *past)
{
    if (!past)
        return;
    database_close(past->db);
    struct arena arena = past->arena;
    arena_release(&arena);
}
