/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/outputs/spill.h"
#include "audit/work/wire.h"

enum {
    FIRST_BYTES = 512, /* mostly all of a company */
    NOT_DECIDED = 0xFFFF
};

struct spill {
    FILE *file;
    int64_t end;
    bool dirty; /* some of it is not in the file yet */
    struct buf scratch;
};

static bool cannot(const char *do_what, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, NULL, 0,
                     "cannot %s the temporary file of the ranking: %s", do_what,
                     strerror(errno));
}

struct spill *spill_open(struct error *err)
{
    FILE *file = tmpfile();

    if (!file) {
        cannot("make", err);
        return NULL;
    }
    struct spill *spill = malloc(sizeof *spill);
    if (!spill)
        out_of_memory();
    *spill = (struct spill){.file = file, .scratch = BUF_INIT};
    return spill;
}

void spill_close(struct spill *spill)
{
    if (!spill)
        return;
    fclose(spill->file);
    buf_release(&spill->scratch);
    free(spill);
}

/* --- in --- */

/* A finding's points are given by the sum of its credits, which takes two bytes. */
static void put_credits(struct buf *out, const struct pack_result *pack, struct arena *arena)
{
    uint16_t *credits = arena_alloc(arena, pack->rule_count * sizeof *credits);

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct tally *t = &pack->rules[i].tally;
        int64_t sum =
            t->possible ? (t->low + t->high) * CREDIT_FULL / t->possible : NOT_DECIDED;
        credits[i] = (uint16_t)sum;
    }
    wire_put_text(out,
                  (struct text){(const char *)credits, pack->rule_count * sizeof *credits});
}

static void put_pack(struct buf *out, const struct pack_result *pack, struct arena *arena)
{
    const struct score *s = &pack->score;
    const struct verdict *v = &pack->verdict;

    wire_put_whole(out, s->has_score);
    wire_put_whole(out, s->score);
    wire_put_whole(out, s->low);
    wire_put_whole(out, s->high);
    wire_put_whole(out, s->coverage);
    wire_put_whole(out, (int64_t)v->kind);
    wire_put_whole(out, (int64_t)v->now);
    wire_put_whole(out, v->criticals);
    put_credits(out, pack, arena);
}

bool spill_put(struct spill *spill, const struct record *record, int64_t *place,
               struct error *err)
{
    struct buf *out = &spill->scratch;
    struct arena arena = {0};

    buf_reset(out);
    size_t at = wire_open_frame(out);
    wire_put_text(out, text_of(record->company));
    wire_put_text(out, text_of(record->name));
    wire_put_whole(out, (int64_t)record->kind);
    wire_put_whole(out, (int64_t)record->errors);
    wire_put_whole(out, (int64_t)record->pack_count);
    for (size_t i = 0; i < record->pack_count; i++)
        put_pack(out, &record->packs[i], &arena);
    arena_release(&arena);
    wire_close_frame(out, at, record->number);
    if (fwrite(out->at, 1, out->len, spill->file) != out->len)
        return cannot("write", err);
    spill->dirty = true;
    *place = spill->end;
    spill->end += (int64_t)out->len;
    return true;
}

/* --- out --- */

/* Bytes of the file, all of them; without 'all', as many as there are. */
static bool read_at(const struct spill *spill, char *at, size_t len, int64_t place, bool all,
                    size_t *got, struct error *err)
{
    *got = 0;
    while (*got < len) {
        ssize_t n =
            pread(fileno(spill->file), at + *got, len - *got, (off_t)(place + (int64_t)*got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return cannot("read", err);
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    if (*got == len || !all)
        return true;
    errno = EIO;
    return cannot("read", err);
}

/* The bytes of a company without the head of their frame. */
static bool read_bytes(const struct spill *spill, int64_t place, struct arena *arena,
                       struct text *out, struct error *err)
{
    char *at = arena_alloc(arena, FIRST_BYTES);
    struct frame frame;
    size_t got;

    if (!read_at(spill, at, FIRST_BYTES, place, false, &got, err))
        return false;
    if (got < sizeof frame || !wire_frame(at, &frame)) {
        errno = EIO;
        return cannot("read", err);
    }
    *out = (struct text){at + sizeof frame, frame.len};
    if (sizeof frame + frame.len <= got)
        return true;
    char *whole = arena_alloc(arena, frame.len);
    out->at = whole;
    return read_at(spill, whole, frame.len, place + (int64_t)sizeof frame, true, &got, err);
}

static struct spilled_pack get_pack(struct wire *w)
{
    struct spilled_pack p = {.score.has_score = wire_whole(w, 0, 1) == 1};

    p.score.score = (int)wire_whole(w, 0, INT32_MAX);
    p.score.low = (int)wire_whole(w, 0, INT32_MAX);
    p.score.high = (int)wire_whole(w, 0, INT32_MAX);
    p.score.coverage = (int)wire_whole(w, 0, INT32_MAX);
    p.verdict.coverage = p.score.coverage;
    p.verdict.kind = (enum verdict_kind)wire_whole(w, 0, VERDICT_TOO_LITTLE);
    p.verdict.now = (size_t)wire_whole(w, 0, INT32_MAX);
    p.verdict.criticals = (int)wire_whole(w, 0, INT32_MAX);
    p.credits = wire_text(w);
    return p;
}

bool spill_get(struct spill *spill, int64_t place, struct spilled *out, struct error *err)
{
    struct wire w = {0};

    if (out->loaded && out->place == place)
        return true;
    if (spill->dirty && fflush(spill->file) != 0)
        return cannot("write", err);
    spill->dirty = false;
    arena_reset(&out->arena);
    out->loaded = false;
    if (!read_bytes(spill, place, &out->arena, &w.rest, err))
        return false;
    out->bytes = w.rest;
    out->company = wire_string(&w);
    out->name = wire_string(&w);
    out->kind = (enum record_kind)wire_whole(&w, 0, RECORD_LOST);
    out->errors = (size_t)wire_whole(&w, 0, INT64_MAX);
    out->pack_count = (size_t)wire_whole(&w, 0, (int64_t)out->bytes.len);
    out->packs = arena_alloc(&out->arena, out->pack_count * sizeof *out->packs);
    for (size_t i = 0; i < out->pack_count; i++)
        out->packs[i] = get_pack(&w);
    out->loaded = !w.broken;
    out->place = place;
    errno = EIO;
    return out->loaded || cannot("read", err);
}

bool spilled_credit(const struct spilled_pack *pack, size_t rule, int *credit)
{
    uint16_t sum;

    if ((rule + 1) * sizeof sum > pack->credits.len)
        return false;
    memcpy(&sum, pack->credits.at + rule * sizeof sum, sizeof sum);
    *credit = sum;
    return sum != NOT_DECIDED;
}

void spilled_release(struct spilled *spilled)
{
    arena_release(&spilled->arena);
    *spilled = (struct spilled){0};
}
