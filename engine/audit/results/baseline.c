/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "audit/results/baseline.h"
#include "base/hash.h"

/* What is kept of an entry. */
struct row {
    uint64_t name; /* hash */
    struct entry_place place;
    bool met;
};

struct baseline {
    const struct format_run *run;
    struct result *result;
    struct row *list;    /* in the order of the result */
    struct row **sorted; /* by name */
    size_t count, room;
};

/* --- reading it once --- */

static void add(struct baseline *b, const struct entry *entry)
{
    if (b->count == b->room) {
        b->room = b->room ? 2 * b->room : 64;
        b->list = realloc(b->list, b->room * sizeof *b->list);
        if (!b->list)
            out_of_memory();
    }
    b->list[b->count++] = (struct row){.name = hash_name(entry->name),
                                       .place = {entry->offset, entry->bytes.len, entry->line}};
}

static int by_name(const void *a, const void *b)
{
    const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;

    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    return (x > y) - (x < y);
}

/* Of what could not be read, 'score' wrote the same for each pack: the first says all. */
static bool says_more(const struct entry *entry)
{
    return entry->kind == ENTRY_COMPANY || entry->pack == 0;
}

static bool read_all(struct baseline *b, struct error *err)
{
    struct arena arena = {0};
    struct entry entry;
    enum result_got got;

    while ((got = result_next(b->result, &arena, &entry, err)) == RESULT_ENTRY) {
        if (says_more(&entry))
            add(b, &entry);
        arena_reset(&arena);
    }
    arena_release(&arena);
    return got == RESULT_END;
}

static bool has_findings(const char *path, const struct stamp *stamp, struct error *err)
{
    return stamp->detail != DETAIL_SUMMARY ||
           error_set(err, ERROR_PROFILE, path, 0,
                     "says nothing of findings: make it with '--detail findings' or 'full'");
}

static void sort(struct baseline *b)
{
    b->sorted = calloc(b->count + 1, sizeof *b->sorted);
    if (!b->sorted)
        out_of_memory();
    for (size_t i = 0; i < b->count; i++)
        b->sorted[i] = &b->list[i];
    qsort(b->sorted, b->count, sizeof *b->sorted, by_name);
}

struct baseline *baseline_open(const char *path, const struct format_run *run,
                               struct error *err)
{
    struct baseline *b = calloc(1, sizeof *b);

    if (!b)
        out_of_memory();
    b->run = run;
    b->result = result_open(path, err);
    if (b->result && has_findings(path, result_stamp(b->result), err) && read_all(b, err)) {
        sort(b);
        return b;
    }
    baseline_close(b);
    return NULL;
}

void baseline_close(struct baseline *b)
{
    if (!b)
        return;
    result_close(b->result);
    free(b->list);
    free(b->sorted);
    free(b);
}

/* --- what an entry says --- */

static void put_finding(struct format_was *out, const struct entry *entry,
                        const struct result_finding *f)
{
    static const char *const waivers[] = {
        [WAIVER_NONE] = "", [WAIVER_LAPSED] = "lapsed", [WAIVER_HOLDS] = "holds"};

    *out = (struct format_was){f->rule,     entry->company,     f->outcome,
                               f->severity, waivers[f->waiver], f->message};
}

/* "12:3: what" without its place, which moves when lines are added above. */
static const char *words_of(const char *reason)
{
    const char *words = reason + strspn(reason, "0123456789:");

    return *words == ' ' ? words + 1 : reason;
}

static void append(struct format_earlier *all, const struct entry *entry, struct arena *arena)
{
    size_t count = all->count + entry->finding_count + entry->errors.count;
    struct format_was *list = arena_alloc(arena, count * sizeof *list), *at;

    if (all->count > 0)
        memcpy(list, all->list, all->count * sizeof *list);
    at = list + all->count;
    for (size_t i = 0; i < entry->finding_count; i++)
        put_finding(at++, entry, &entry->findings[i]);
    for (size_t i = 0; i < entry->errors.count; i++)
        *at++ = (struct format_was){
            format_unreadable, "", "error", 0, "", words_of(entry->errors.list[i])};
    *all = (struct format_earlier){list, count};
}

/* Whether the part by 'pack' (NULL: by all) is what the entry stands beside. */
static bool is_for(const struct baseline *b, const struct entry *entry, const struct pack *pack)
{
    const char *own = result_stamp(b->result)->packs[entry->pack].name;

    if (!pack)
        return true;
    for (size_t i = 0; entry->kind == ENTRY_COMPANY && i < b->run->pack_count; i++)
        if (strcmp(b->run->packs[i]->name, own) == 0)
            return pack == b->run->packs[i];
    return pack == b->run->packs[0];
}

/* --- finding them --- */

/* The first in sorted order that is not before the name. */
static size_t first_of(const struct baseline *b, uint64_t name)
{
    size_t low = 0, high = b->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (b->sorted[middle]->name < name)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool baseline_find(struct baseline *b, const char *name, const struct pack *pack,
                   struct arena *arena, struct format_earlier *out, struct error *err)
{
    uint64_t hash = hash_name(name);
    struct entry entry;

    *out = (struct format_earlier){0};
    for (size_t i = first_of(b, hash); i < b->count && b->sorted[i]->name == hash; i++) {
        if (!result_again(b->result, &b->sorted[i]->place, arena, &entry, err))
            return false;
        if (strcmp(entry.name, name) == 0 && is_for(b, &entry, pack))
            append(out, &entry, arena);
    }
    return true;
}

void baseline_met(struct baseline *b, const char *name)
{
    uint64_t hash = hash_name(name);

    for (size_t i = first_of(b, hash); i < b->count && b->sorted[i]->name == hash; i++)
        b->sorted[i]->met = true;
}

enum baseline_got baseline_draw_gone(struct baseline *b, size_t *at,
                                     const struct part_format *format, struct buf *out,
                                     struct error *err)
{
    const struct faults none = {0};
    const struct error nothing = {0};
    struct format_earlier earlier = {0};
    struct arena arena = {0};
    struct entry entry;

    while (*at < b->count && b->list[*at].met)
        ++*at;
    if (*at == b->count)
        return BASELINE_END;
    bool ok = result_again(b->result, &b->list[(*at)++].place, &arena, &entry, err);
    if (ok) {
        append(&earlier, &entry, &arena);
        format->part(out, b->run,
                     &(struct format_part){entry.name, NULL, &none, &nothing, &earlier});
    }
    arena_release(&arena);
    return ok ? BASELINE_COMPANY : BASELINE_FAILED;
}
