/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <string.h>

#include "audit/work/record.h"
#include "audit/work/wire.h"

enum { MOST = 1000000 }; /* of a pack's rules, packs, bands: more makes no sense */

/* --- to bytes --- */

static void put_score(struct buf *out, const struct score *s)
{
    wire_put_whole(out, s->has_score);
    wire_put_whole(out, s->score);
    wire_put_whole(out, s->low);
    wire_put_whole(out, s->high);
    wire_put_whole(out, s->coverage);
}

static void put_verdict(struct buf *out, const struct verdict *v)
{
    wire_put_whole(out, (int64_t)v->kind);
    wire_put_whole(out, (int64_t)v->now);
    wire_put_whole(out, (int64_t)v->worst);
    wire_put_whole(out, (int64_t)v->best);
    wire_put_whole(out, v->criticals);
    wire_put_whole(out, v->capped);
}

static void put_tally(struct buf *out, const struct tally *t)
{
    wire_put_whole(out, t->earned);
    wire_put_whole(out, t->possible);
    wire_put_whole(out, t->applicable);
    wire_put_whole(out, t->low);
    wire_put_whole(out, t->high);
}

static void put_rule(struct buf *out, const struct rule_result *r)
{
    wire_put_whole(out, (int64_t)r->outcome);
    wire_put_whole(out, r->span);
    wire_put_whole(out, r->waived);
    wire_put_whole(out, r->severity);
    put_tally(out, &r->tally);
}

static void put_pack(struct buf *out, const struct pack_result *p)
{
    put_score(out, &p->score);
    put_verdict(out, &p->verdict);
    wire_put_whole(out, p->has_fit);
    put_score(out, &p->fit);
    wire_put_whole(out, (int64_t)p->waived);
    wire_put_whole(out, (int64_t)p->broken);
    wire_put_whole(out, (int64_t)p->rule_count);
    for (size_t i = 0; i < p->rule_count; i++)
        put_rule(out, &p->rules[i]);
}

void record_put(struct buf *out, const struct record *r)
{
    wire_put_whole(out, (int64_t)r->kind);
    wire_put_whole(out, r->number);
    wire_put_text(out, text_of(r->name));
    wire_put_text(out, text_of(r->company));
    wire_put_text(out, text_of(r->profile_hash));
    wire_put_whole(out, (int64_t)r->errors);
    wire_put_whole(out, r->condition_met);
    wire_put_whole(out, r->reused);
    wire_put_whole(out, (int64_t)r->pack_count);
    for (size_t i = 0; i < r->pack_count; i++)
        put_pack(out, &r->packs[i]);
    for (size_t i = 0; i < DRAWN_COUNT; i++)
        wire_put_text(out, r->drawn[i]);
    wire_put_text(out, r->notes);
}

/* --- and back --- */

static bool get_bool(struct wire *w)
{
    return wire_whole(w, 0, 1) == 1;
}

static int get_int(struct wire *w)
{
    return (int)wire_whole(w, INT_MIN, INT_MAX);
}

static size_t get_count(struct wire *w)
{
    return (size_t)wire_whole(w, 0, MOST);
}

static struct score get_score(struct wire *w)
{
    struct score s = {.has_score = get_bool(w)};

    s.score = get_int(w);
    s.low = get_int(w);
    s.high = get_int(w);
    s.coverage = get_int(w);
    return s;
}

static struct verdict get_verdict(struct wire *w)
{
    struct verdict v = {.kind = (enum verdict_kind)wire_whole(w, 0, VERDICT_TOO_LITTLE)};

    v.now = get_count(w);
    v.worst = get_count(w);
    v.best = get_count(w);
    v.criticals = get_int(w);
    v.capped = get_bool(w);
    return v;
}

static struct tally get_tally(struct wire *w)
{
    struct tally t = {.earned = wire_whole(w, INT64_MIN, INT64_MAX)};

    t.possible = wire_whole(w, INT64_MIN, INT64_MAX);
    t.applicable = wire_whole(w, INT64_MIN, INT64_MAX);
    t.low = wire_whole(w, INT64_MIN, INT64_MAX);
    t.high = wire_whole(w, INT64_MIN, INT64_MAX);
    return t;
}

static struct rule_result get_rule(struct wire *w)
{
    struct rule_result r = {.outcome = (enum outcome)wire_whole(w, 0, OUTCOME_ERROR)};

    r.span = get_bool(w);
    r.waived = get_bool(w);
    r.severity = get_int(w);
    r.tally = get_tally(w);
    return r;
}

static struct pack_result get_pack(struct wire *w, struct arena *arena)
{
    struct pack_result p = {.score = get_score(w)};

    p.verdict = get_verdict(w);
    p.verdict.coverage = p.score.coverage;
    p.has_fit = get_bool(w);
    p.fit = get_score(w);
    p.waived = get_count(w);
    p.broken = get_count(w);
    p.rule_count = get_count(w);
    struct rule_result *rules = arena_alloc(arena, p.rule_count * sizeof *rules);
    for (size_t i = 0; i < p.rule_count && !w->broken; i++)
        rules[i] = get_rule(w);
    p.rules = rules;
    return p;
}

bool record_get(struct text bytes, struct arena *arena, struct record *out)
{
    struct wire w = {.rest = bytes};
    struct record r = {.kind = (enum record_kind)wire_whole(&w, 0, RECORD_LOST)};

    r.number = wire_whole(&w, 0, INT64_MAX);
    r.name = wire_string(&w);
    r.company = wire_string(&w);
    struct text hash = wire_text(&w);
    if (hash.len > HASH_HEX_LEN)
        return false;
    memcpy(r.profile_hash, hash.at, hash.len);
    r.errors = (size_t)wire_whole(&w, 0, INT64_MAX);
    r.condition_met = get_bool(&w);
    r.reused = get_bool(&w);
    r.pack_count = get_count(&w);
    r.packs = arena_alloc(arena, r.pack_count * sizeof *r.packs);
    for (size_t i = 0; i < r.pack_count && !w.broken; i++)
        r.packs[i] = get_pack(&w, arena);
    for (size_t i = 0; i < DRAWN_COUNT; i++)
        r.drawn[i] = wire_text(&w);
    r.notes = wire_text(&w);
    if (w.broken || w.rest.len > 0)
        return false;
    *out = r;
    return true;
}
