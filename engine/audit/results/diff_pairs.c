/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "audit/results/diff_pairs.h"

/* What is kept of an entry. */
struct row {
    const char *name, *pack;
    struct entry_place place;
    bool assessed, thin;
    int band, score, low; /* score: -1 where nothing is decided */
    size_t number;        /* in the result */
    size_t rank;          /* from 1; 0: none */
    struct row *other;    /* of the other result, or NULL */
};

struct rows {
    struct result *result;
    struct row *list;
    struct row **sorted;
    size_t count, room;
};

struct diff_pairs {
    struct rows old, new;
    struct arena names;
    size_t at; /* in the new rows, then in the old */
    bool ranked;
    struct movement *movements; /* one a pack that has rows; in 'names' */
    size_t movement_count;
};

/* --- reading --- */

static int band_of(const struct stamp_pack *pack, const char *name)
{
    for (size_t i = 0; i < pack->band_count; i++)
        if (strcmp(pack->bands[i].name, name) == 0)
            return (int)i;
    return 0;
}

static struct row *add_row(struct rows *rows)
{
    if (rows->count == rows->room) {
        rows->room = rows->room ? 2 * rows->room : 64;
        rows->list = realloc(rows->list, rows->room * sizeof *rows->list);
        if (!rows->list)
            out_of_memory();
    }
    struct row *row = &rows->list[rows->count];
    *row = (struct row){.number = rows->count++};
    return row;
}

static void keep(struct rows *rows, const struct entry *entry, const char *name, size_t pack)
{
    const struct stamp_pack *of = &result_stamp(rows->result)->packs[pack];
    struct row *row = add_row(rows);

    row->name = name;
    row->pack = of->name;
    row->place = (struct entry_place){entry->offset, entry->bytes.len, entry->line};
    row->assessed = entry->kind == ENTRY_COMPANY;
    if (!row->assessed)
        return;
    row->thin = strcmp(entry->verdict.kind, "too_little") == 0;
    row->band = band_of(of, entry->verdict.band);
    row->score = entry->score.has_score ? entry->score.score : -1;
    row->low = entry->score.low;
}

/* An audit has one record of what could not be read, for all its packs. */
static void keep_entry(struct rows *rows, const struct entry *entry, struct arena *names)
{
    const struct stamp *stamp = result_stamp(rows->result);
    const char *name = arena_copy(names, entry->name, strlen(entry->name));
    bool for_all = entry->kind == ENTRY_ERROR && stamp->form == RESULT_LINES;

    for (size_t i = for_all ? 0 : entry->pack; i < stamp->pack_count; i++) {
        keep(rows, entry, name, i);
        if (!for_all)
            break;
    }
}

static bool read_rows(struct rows *rows, struct arena *names, struct error *err)
{
    struct arena arena = {0};
    struct entry entry;
    enum result_got got;

    while ((got = result_next(rows->result, &arena, &entry, err)) == RESULT_ENTRY) {
        keep_entry(rows, &entry, names);
        arena_reset(&arena);
    }
    arena_release(&arena);
    rows->sorted = calloc(rows->count + 1, sizeof *rows->sorted);
    if (!rows->sorted)
        out_of_memory();
    for (size_t i = 0; i < rows->count; i++)
        rows->sorted[i] = &rows->list[i];
    return got == RESULT_END;
}

/* --- who is who --- */

static int compare_names(const struct row *a, const struct row *b)
{
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : strcmp(a->pack, b->pack);
}

static int by_name(const void *a, const void *b)
{
    const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;
    int order = compare_names(x, y);

    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static void pair(struct rows *old, struct rows *new)
{
    qsort(old->sorted, old->count, sizeof *old->sorted, by_name);
    qsort(new->sorted, new->count, sizeof *new->sorted, by_name);
    for (size_t i = 0, k = 0; i < old->count && k < new->count;) {
        int order = compare_names(old->sorted[i], new->sorted[k]);
        if (order == 0) {
            old->sorted[i]->other = new->sorted[k];
            new->sorted[k]->other = old->sorted[i];
        }
        i += order <= 0;
        k += order >= 0;
    }
}

/* --- ranks --- */

/* Pack by pack: band so far, then score, low, name; what is not ranked comes last. */
static int by_rank(const void *a, const void *b)
{
    const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;
    bool x_in = x->assessed && !x->thin, y_in = y->assessed && !y->thin;
    int order = strcmp(x->pack, y->pack);

    if (order != 0)
        return order;
    if (x_in != y_in)
        return x_in ? -1 : 1;
    if (x->band != y->band)
        return x->band < y->band ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->low != y->low)
        return x->low > y->low ? -1 : 1;
    return by_name(a, b);
}

static void rank(struct rows *rows)
{
    size_t rank = 0;

    qsort(rows->sorted, rows->count, sizeof *rows->sorted, by_rank);
    for (size_t i = 0; i < rows->count; i++) {
        struct row *row = rows->sorted[i];
        if (i > 0 && strcmp(row->pack, rows->sorted[i - 1]->pack) != 0)
            rank = 0;
        if (row->assessed && !row->thin)
            row->rank = ++rank;
    }
}

static bool has_bands(const struct rows *rows)
{
    return result_stamp(rows->result)->packs[0].band_count > 0;
}

/* --- one after the other --- */

/* The next row that was not given yet: a new one, or an old one without a partner. */
static const struct row *next_row(struct diff_pairs *pairs, bool *is_new)
{
    while (pairs->at < pairs->new.count + pairs->old.count) {
        size_t at = pairs->at++;
        *is_new = at < pairs->new.count;
        const struct row *row =
            *is_new ? &pairs->new.list[at] : &pairs->old.list[at - pairs->new.count];
        if (*is_new || !row->other)
            return row;
    }
    return NULL;
}

static bool read_side(struct rows *rows, const struct row *row, struct arena *arena,
                      struct diff_side *out, struct error *err)
{
    *out = (struct diff_side){.stamp = result_stamp(rows->result)};
    if (!row)
        return true;
    struct entry *entry = arena_alloc(arena, sizeof *entry);
    out->entry = entry;
    return result_again(rows->result, &row->place, arena, entry, err);
}

/* The rank that a row would have by its own change, were all others as they were: how many of
 * the old ones, but itself, stand before it. */
static size_t own_rank(const struct rows *old, const struct row *old_row,
                       const struct row *new_row)
{
    size_t low = 0, high = old->count;
    struct row moved = *new_row, *row = &moved;

    moved.number = old_row->number;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_rank(&old->sorted[middle], &row) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct row *last = low > 0 ? old->sorted[low - 1] : NULL;
    size_t before = last && strcmp(last->pack, row->pack) == 0 ? last->rank : 0;
    return before + 1 - (by_rank(&old_row, &row) < 0);
}

static bool compare_rows(struct diff_pairs *pairs, const struct row *old_row,
                         const struct row *new_row, struct arena *arena,
                         struct diff_company *out, struct error *err)
{
    struct diff_side old, new;

    if (!read_side(&pairs->old, old_row, arena, &old, err) ||
        !read_side(&pairs->new, new_row, arena, &new, err) ||
        !diff_companies(&old, &new, arena, out, err))
        return false;
    out->pack = new_row ? new_row->pack : old_row->pack;
    out->old_rank = out->own_rank = old_row ? old_row->rank : 0;
    out->new_rank = new_row ? new_row->rank : 0;
    if (out->old_rank > 0 && out->new_rank > 0)
        out->own_rank = own_rank(&pairs->old, old_row, new_row);
    return true;
}

/* --- what moved ranks --- */

static struct movement *movement_of(struct diff_pairs *pairs, const char *pack)
{
    for (size_t i = 0; i < pairs->movement_count; i++)
        if (strcmp(pairs->movements[i].pack, pack) == 0)
            return &pairs->movements[i];
    pairs->movements = arena_grow(&pairs->names, pairs->movements, pairs->movement_count,
                                  sizeof *pairs->movements);
    pairs->movements[pairs->movement_count] = (struct movement){.pack = pack};
    return &pairs->movements[pairs->movement_count++];
}

static bool same_key(const struct row *a, const struct row *b)
{
    return a->band == b->band && a->score == b->score && a->low == b->low;
}

/* All companies once, before any is given: who moved another stands anywhere. Only those are
 * read that may have. */
static bool find_movements(struct diff_pairs *pairs, struct error *err)
{
    struct arena arena = {0};
    bool is_new = false, ok = true;
    const struct row *row;

    while (ok && (row = next_row(pairs, &is_new)) != NULL) {
        struct movement *movement = movement_of(pairs, row->pack);
        struct diff_company c;
        bool was = (is_new ? row->other != NULL && row->other->rank > 0 : row->rank > 0);
        bool is = is_new && row->rank > 0;
        movement->came_or_went |= was != is;
        if (!was || !is || same_key(row, row->other))
            continue;
        ok = compare_rows(pairs, row->other, row, &arena, &c, err);
        for (int cause = 0; ok && cause < CAUSE_COUNT; cause++)
            movement->causes[cause] |= c.causes[cause];
        arena_reset(&arena);
    }
    arena_release(&arena);
    pairs->at = 0;
    return ok;
}

enum diff_got diff_pairs_next(struct diff_pairs *pairs, struct arena *arena,
                              struct diff_company *out, struct error *err)
{
    bool is_new = false;
    const struct row *row = next_row(pairs, &is_new);

    if (!row)
        return DIFF_END;
    if (!compare_rows(pairs, is_new ? row->other : row, is_new ? row : NULL, arena, out, err))
        return DIFF_FAILED;
    if (pairs->ranked)
        out->others = movement_of(pairs, out->pack);
    return DIFF_COMPANY;
}

/* --- life --- */

struct diff_pairs *diff_pairs_open(struct result *old, struct result *new, struct error *err)
{
    struct diff_pairs *pairs = calloc(1, sizeof *pairs);

    if (!pairs)
        out_of_memory();
    pairs->old.result = old;
    pairs->new.result = new;
    if (!read_rows(&pairs->old, &pairs->names, err) ||
        !read_rows(&pairs->new, &pairs->names, err)) {
        diff_pairs_close(pairs);
        return NULL;
    }
    pair(&pairs->old, &pairs->new);
    pairs->ranked = has_bands(&pairs->old) && has_bands(&pairs->new);
    if (!pairs->ranked)
        return pairs;
    rank(&pairs->old);
    rank(&pairs->new);
    if (find_movements(pairs, err))
        return pairs;
    diff_pairs_close(pairs);
    return NULL;
}

static void release(struct rows *rows)
{
    free(rows->list);
    free(rows->sorted);
}

void diff_pairs_close(struct diff_pairs *pairs)
{
    if (!pairs)
        return;
    release(&pairs->old);
    release(&pairs->new);
    arena_release(&pairs->names);
    free(pairs);
}

bool diff_pairs_are_ranked(const struct diff_pairs *pairs)
{
    return pairs->ranked;
}
