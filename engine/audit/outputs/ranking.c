/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "audit/outputs/ranking.h"
#include "audit/outputs/spill.h"

enum {
    NUMBER_BITS = 18, /* of a thousandth of the score, from the best down; one more for none */
    BAND_BITS = 8,
    BANDS_MAX = (1 << BAND_BITS) - 1,
    SCORE_MAX = 100000,
    BLOCK_BYTES = 64 * 1024
};

/* What is kept in memory: all by which companies are sorted but for their names. */
struct row {
    uint64_t key;  /* group, band, score, low: the least comes first */
    int64_t place; /* in the spill file */
};

struct rows {
    struct buf list; /* of struct row: a buf, as it does not keep what it grew out of */
    size_t count;
    bool sorted;
};

struct ranking {
    const struct pack *const *packs;
    size_t pack_count;
    struct spill *spill;
    struct rows *rows; /* one list per pack; and behind them those with no assessment */
    struct ranking_counts *counts; /* one per pack */
    size_t **bands;                /* their bands */
    struct spilled here, there;    /* two that are looked at */
    struct spilled first;          /* that has the place which others share */
    struct arena arena;
};

struct ranking *ranking_open(const struct pack *const *packs, size_t pack_count,
                             struct error *err)
{
    struct spill *spill = spill_open(err);
    struct arena arena = {0};

    if (!spill)
        return NULL;
    struct ranking *r = arena_alloc(&arena, sizeof *r);
    r->packs = packs;
    r->pack_count = pack_count;
    r->spill = spill;
    r->rows = arena_alloc(&arena, (pack_count + 1) * sizeof *r->rows);
    r->counts = arena_alloc(&arena, pack_count * sizeof *r->counts);
    r->bands = arena_alloc(&arena, pack_count * sizeof *r->bands);
    for (size_t i = 0; i <= pack_count; i++)
        r->rows[i].list = (struct buf){.max = SIZE_MAX / 2};
    for (size_t i = 0; i < pack_count; i++) {
        r->bands[i] = arena_alloc(&arena, packs[i]->band_count * sizeof **r->bands);
        r->counts[i].bands = r->bands[i];
    }
    r->arena = arena;
    return r;
}

void ranking_close(struct ranking *r)
{
    if (!r)
        return;
    for (size_t i = 0; i <= r->pack_count; i++)
        buf_release(&r->rows[i].list);
    spill_close(r->spill);
    spilled_release(&r->here);
    spilled_release(&r->there);
    spilled_release(&r->first);
    struct arena arena = r->arena; /* which holds *r */
    arena_release(&arena);
}

struct ranking_counts ranking_count(const struct ranking *r, size_t pack)
{
    return r->counts[pack];
}

/* --- taking --- */

static uint64_t from_the_best(int thousandths)
{
    return (uint64_t)(SCORE_MAX - thousandths);
}

static enum ranked_group group_of(const struct verdict *v)
{
    return v->kind == VERDICT_TOO_LITTLE ? RANKED_THIN : RANKED_PLACED;
}

/* Of a company without a place, its coverage instead of band and score. */
static uint64_t key_of(const struct score *s, const struct verdict *v)
{
    enum ranked_group group = group_of(v);
    bool placed = group == RANKED_PLACED;
    uint64_t band = !placed ? 0 : v->now < BANDS_MAX ? v->now : BANDS_MAX;
    uint64_t key = (uint64_t)group << BAND_BITS | band;
    int first = !placed ? s->coverage : s->has_score ? s->score : -1;

    key = key << NUMBER_BITS | from_the_best(first);
    return key << NUMBER_BITS | from_the_best(placed ? s->low : 0);
}

static void add_row(struct rows *rows, uint64_t key, int64_t place)
{
    struct row row = {key, place};

    buf_put(&rows->list, (const char *)&row, sizeof row);
    rows->count++;
    rows->sorted = false;
}

static void add_to_all(struct ranking *r, enum ranked_group group, int64_t place)
{
    for (size_t i = 0; i < r->pack_count; i++)
        r->counts[i].groups[group]++;
    add_row(&r->rows[r->pack_count], group, place);
}

bool ranking_take(void *context, const struct record *record, struct error *err)
{
    struct ranking *r = context;
    int64_t place;

    if (!spill_put(r->spill, record, &place, err))
        return false;
    for (size_t i = 0; i < r->pack_count; i++)
        r->counts[i].companies++;
    if (record->kind != RECORD_ASSESSED) {
        add_to_all(r, record->kind == RECORD_LOST ? RANKED_LOST : RANKED_UNREADABLE, place);
        return true;
    }
    for (size_t i = 0; i < r->pack_count; i++) {
        const struct pack_result *p = &record->packs[i];
        enum ranked_group group = group_of(&p->verdict);
        r->counts[i].groups[group]++;
        r->bands[i][p->verdict.now] += group == RANKED_PLACED;
        add_row(&r->rows[i], key_of(&p->score, &p->verdict), place);
    }
    return true;
}

/* --- sorting --- */

/* By name, and if all else is the same by what it came to: so two that are told apart by
 * nothing are not told apart by their order in the input either. */
static int compare_names(const struct spilled *a, const struct spilled *b)
{
    int order = strcmp(a->company, b->company);

    if (order == 0)
        order = strcmp(a->name, b->name);
    if (order == 0 && a->bytes.len != b->bytes.len)
        order = a->bytes.len < b->bytes.len ? -1 : 1;
    return order ? order : memcmp(a->bytes.at, b->bytes.at, a->bytes.len);
}

/* Whether b comes before a; names are read only where nothing else tells. */
static bool is_after(struct ranking *r, const struct row *a, const struct row *b, bool *after,
                     struct error *err)
{
    *after = a->key > b->key;
    if (a->key != b->key)
        return true;
    if (!spill_get(r->spill, a->place, &r->here, err) ||
        !spill_get(r->spill, b->place, &r->there, err))
        return false;
    *after = compare_names(&r->here, &r->there) > 0;
    return true;
}

/* Merges from[0..half) and from[half..count). */
static bool merge(struct ranking *r, const struct row *from, size_t half, size_t count,
                  struct row *to, struct error *err)
{
    size_t a = 0, b = half;

    for (size_t i = 0; i < count; i++) {
        bool after = a == half;
        if (a < half && b < count && !is_after(r, &from[a], &from[b], &after, err))
            return false;
        to[i] = after ? from[b++] : from[a++];
    }
    return true;
}

/* Not qsort, which has no context to read names from; and this one's memory is known. */
static bool sort(struct ranking *r, struct rows *rows, struct error *err)
{
    struct row *list = (void *)rows->list.at;
    size_t bytes = rows->count * sizeof *list;
    struct arena arena = {0};
    bool ok = true;

    if (rows->sorted || rows->count < 2)
        return true;
    struct row *from = list, *to = arena_alloc(&arena, bytes);
    for (size_t half = 1; ok && half < rows->count; half *= 2) {
        for (size_t at = 0; ok && at < rows->count; at += 2 * half) {
            size_t left = rows->count - at;
            ok = merge(r, from + at, left < half ? left : half,
                       left < 2 * half ? left : 2 * half, to + at, err);
        }
        struct row *other = from;
        from = to;
        to = other;
    }
    if (from != list)
        memcpy(list, from, bytes);
    arena_release(&arena);
    rows->sorted = ok;
    return ok;
}

/* --- ties --- */

static bool is_scored(const struct pack *pack, size_t rule)
{
    return pack->themes[pack->rules[rule].theme].score == SCORE_COMPANY;
}

static bool tie(const struct pack *pack, const struct spilled_pack *a,
                const struct spilled_pack *b)
{
    int64_t apart = 0, possible = 0; /* half thousandths of points */
    int of_a, of_b;

    for (size_t i = 0; i < pack->rule_count; i++) {
        if (!is_scored(pack, i) || !spilled_credit(a, i, &of_a) || !spilled_credit(b, i, &of_b))
            continue;
        apart += (int64_t)pack->rules[i].points * (of_a - of_b);
        possible += (int64_t)pack->rules[i].points * 2 * CREDIT_FULL;
    }
    return possible == 0 || 100 * (apart < 0 ? -apart : apart) < RANKING_TIE * possible;
}

/* --- walking --- */

static void count_decided(const struct pack *pack, const struct spilled_pack *p,
                          struct ranked *out)
{
    int credit;

    for (size_t i = 0; i < pack->rule_count; i++) {
        if (!is_scored(pack, i) || !spilled_credit(p, i, &credit))
            continue;
        out->decided++;
        out->in_order += credit == 2 * CREDIT_FULL;
    }
}

static struct ranked ranked_of(const struct ranking *r, size_t pack, const struct spilled *s)
{
    struct ranked out = {.name = s->name, .company = s->company, .errors = s->errors};

    if (s->kind != RECORD_ASSESSED) {
        out.group = s->kind == RECORD_LOST ? RANKED_LOST : RANKED_UNREADABLE;
        return out;
    }
    const struct spilled_pack *p = &s->packs[pack];
    out.score = p->score;
    out.verdict = p->verdict;
    out.group = group_of(&p->verdict);
    count_decided(r->packs[pack], p, &out);
    return out;
}

/* Gives each row of the list away; of those with a place, with the one behind in view. */
static bool walk(struct ranking *r, size_t pack, const struct rows *rows, ranking_each *each,
                 void *context, struct error *err)
{
    const struct row *list = (const void *)rows->list.at;
    size_t placed = rows == &r->rows[pack] ? r->counts[pack].groups[RANKED_PLACED] : 0;
    struct spilled *here = &r->here, *next = &r->there;
    bool ties = false;

    for (size_t i = 0, place = 1; i < rows->count; i++) {
        if (!spill_get(r->spill, list[i].place, here, err) ||
            (i + 1 < placed && !spill_get(r->spill, list[i + 1].place, next, err)))
            return false;
        struct ranked ranked = ranked_of(r, pack, here);
        ranked.ties_before = ties;
        if (i < placed &&
            !(ties && tie(r->packs[pack], &r->first.packs[pack], &here->packs[pack]))) {
            place = i + 1;
            if (!spill_get(r->spill, list[i].place, &r->first, err))
                return false;
        }
        ties = i + 1 < placed && tie(r->packs[pack], &here->packs[pack], &next->packs[pack]);
        ranked.ties_after = ties;
        ranked.place = i < placed ? place : 0;
        if (!each(context, &ranked, err))
            return false;
        struct spilled *other = here;
        here = next;
        next = other;
    }
    return true;
}

bool ranking_walk(struct ranking *r, size_t pack, ranking_each *each, void *context,
                  struct error *err)
{
    struct rows *lists[] = {&r->rows[pack], &r->rows[r->pack_count]};

    for (size_t i = 0; i < COUNT(lists); i++)
        if (!sort(r, lists[i], err) || !walk(r, pack, lists[i], each, context, err))
            return false;
    return true;
}

/* --- drawing --- */

struct drawn_to {
    struct ranking_text text;
    struct buf block;
    struct output *output;
};

static bool put_block(struct drawn_to *d, size_t from, struct error *err)
{
    if (d->block.len < from)
        return true;
    bool ok = output_put(d->output, (struct text){buf_text(&d->block), d->block.len}, err);
    buf_reset(&d->block);
    return ok;
}

static bool draw_line(void *context, const struct ranked *ranked, struct error *err)
{
    struct drawn_to *d = context;

    ranking_text_line(&d->text, ranked);
    return put_block(d, BLOCK_BYTES, err);
}

bool ranking_draw(struct ranking *r, const struct report_context *context,
                  const struct text_style *style, bool stopped,
                  const struct passed_over *passed, struct output *output, struct error *err)
{
    struct drawn_to d = {.block = BUF_INIT, .output = output};
    bool ok = true;

    for (size_t i = 0; ok && i < r->pack_count; i++) {
        d.text = (struct ranking_text){.page = {&d.block, style, BUF_INIT},
                                       .pack = r->packs[i],
                                       .context = context,
                                       .counts = &r->counts[i],
                                       .stopped = stopped,
                                       .passed = passed};
        buf_puts(&d.block, i ? "\n" : "");
        ranking_text_head(&d.text);
        ok = ranking_walk(r, i, draw_line, &d, err);
        if (ok && i + 1 == r->pack_count)
            ranking_text_foot(&d.text);
        ok = ok && put_block(&d, 0, err);
        buf_release(&d.text.page.scratch);
    }
    buf_release(&d.block);
    return ok;
}
