/* SPDX-License-Identifier: MIT
 *
 * Profiles out of thin air, for tests of what must hold for every profile: a draft states some
 * of the facts of the vocabulary, is written as INI text in one manner or another, and is read
 * by the real parser. All from a seed; what a seed makes changes only with the pack and this
 * file.
 */
#ifndef TESTS_PROFILE_MAKER_H
#define TESTS_PROFILE_MAKER_H

#include "pack_fixture.h"

/* --- chance: xorshift64* --- */

struct chance {
    uint64_t state; /* never 0 */
};

static inline struct chance chance_of(uint64_t seed)
{
    return (struct chance){seed * UINT64_C(0x9E3779B97F4A7C15) | 1};
}

static inline uint64_t chance_next(struct chance *c)
{
    c->state ^= c->state >> 12;
    c->state ^= c->state << 25;
    c->state ^= c->state >> 27;
    return c->state * UINT64_C(0x2545F4914F6CDD1D) >> 11;
}

static inline uint64_t chance_below(struct chance *c, uint64_t count)
{
    return chance_next(c) % count;
}

static inline bool chance_is(struct chance *c, unsigned percent)
{
    return chance_below(c, 100) < percent;
}

/* --- values --- */

/* Numbers that rules' examples give a fact: bounds are among them. */
struct points {
    decimal *list;
    size_t count;
};

struct maker {
    const struct pack *pack;
    struct points *points; /* one per fact of the schema */
    struct arena arena;
};

static inline const struct schema *maker_schema(const struct maker *m)
{
    return &m->pack->schema;
}

static inline void point_add(struct maker *m, int fact, decimal value)
{
    struct points *p = &m->points[fact];

    for (size_t i = 0; i < p->count; i++)
        if (p->list[i] == value)
            return;
    p->list = arena_grow(&m->arena, p->list, p->count, sizeof *p->list);
    p->list[p->count++] = value;
}

static inline void points_from(struct maker *m, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < examples[i].fact_count; j++) {
            const struct example_fact *f = &examples[i].facts[j];
            const struct fact_def *def = &maker_schema(m)->facts[f->number];
            struct buf fault = BUF_INIT;
            struct value v;
            if (fact_type_is_numeric(def->type) &&
                value_parse(def, text_of(f->text), false, "USD", &m->arena, &v, &fault) &&
                v.state == FACT_KNOWN) {
                point_add(m, f->number, v.lo);
                point_add(m, f->number, v.hi);
            }
            buf_release(&fault);
        }
    }
}

static inline void maker_open(struct maker *m, const struct pack *pack)
{
    *m = (struct maker){.pack = pack};
    m->points = arena_alloc(&m->arena, pack->schema.fact_count * sizeof *m->points);
    for (size_t i = 0; i < pack->rule_count; i++)
        points_from(m, pack->rules[i].examples, pack->rules[i].example_count);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        points_from(m, pack->classify.rows[i].examples, pack->classify.rows[i].example_count);
}

static inline void maker_release(struct maker *m)
{
    arena_release(&m->arena);
}

/* The ends of a fact's range; days for dates. */
static inline void range_of(const struct fact_def *def, decimal *min, decimal *max)
{
    *min = def->min;
    *max = def->max;
    if (def->type == TYPE_DATE) {
        *min = date_of((int)(def->min / DECIMAL_ONE), 1, 1);
        *max = date_of((int)(def->max / DECIMAL_ONE), 12, 31);
    }
}

/* The smallest difference that people write. */
static inline decimal step_of(const struct fact_def *def)
{
    if (def->type == TYPE_DATE)
        return 1;
    return def->type == TYPE_INT || def->whole ? DECIMAL_ONE : DECIMAL_ONE / 100;
}

/* A number in the fact's range, of a random size. */
static inline decimal random_point(struct chance *c, const struct fact_def *def)
{
    decimal min, max, step = step_of(def), span = 1;

    range_of(def, &min, &max);
    decimal most = (max - min) / step + 1;
    for (uint64_t size = 1 + chance_below(c, 11); size > 0 && span < most; size--)
        span *= 10;
    span = span < most ? span : most;
    return min + step * (decimal)chance_below(c, (uint64_t)span);
}

static inline decimal any_point(const struct maker *m, struct chance *c, int fact)
{
    const struct fact_def *def = &maker_schema(m)->facts[fact];
    const struct points *p = &m->points[fact];
    decimal min, max, step = step_of(def);

    range_of(def, &min, &max);
    if (p->count == 0 || chance_is(c, 25))
        return random_point(c, def);
    if (chance_is(c, 10))
        return chance_is(c, 50) ? min : max;
    decimal at = p->list[chance_below(c, p->count)];
    if (chance_is(c, 30))
        at += chance_is(c, 50) ? step : -step;
    return at < min ? min : at > max ? max : at;
}

/* A number or range as people write it. */
static inline const char *number_text(struct arena *arena, const struct fact_def *def,
                                      decimal lo, decimal hi, const char *currency)
{
    struct value v = {.state = FACT_KNOWN, .lo = lo, .hi = hi};
    struct buf buf = BUF_INIT;

    snprintf(v.currency, sizeof v.currency, "%s", currency);
    value_put(&buf, def, &v);
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

static inline const char *some_number(const struct maker *m, struct chance *c,
                                      struct arena *arena, int fact, const char *currency)
{
    const struct fact_def *def = &maker_schema(m)->facts[fact];
    decimal a = any_point(m, c, fact), b = a;

    if (chance_is(c, 12))
        b = any_point(m, c, fact);
    const char *text = number_text(arena, def, a < b ? a : b, a < b ? b : a, currency);
    if (a == b && def->type != TYPE_DATE && chance_is(c, 5))
        text = arena_printf(arena, "~%s", text);
    return text;
}

static inline const char *some_set(struct chance *c, struct arena *arena,
                                   const struct fact_def *def)
{
    const char *text = def->values[chance_below(c, def->value_count)];

    for (size_t i = 0; i < def->value_count; i++)
        if (chance_is(c, 25))
            text = arena_printf(arena, "%s, %s", text, def->values[i]);
    return text;
}

/* A value of the fact, as written. */
static inline const char *some_value(const struct maker *m, struct chance *c,
                                     struct arena *arena, int fact, const char *currency)
{
    const struct fact_def *def = &maker_schema(m)->facts[fact];

    switch (def->type) {
    case TYPE_BOOL:
        return chance_is(c, 50) ? "yes" : "no";
    case TYPE_ENUM:
        return def->values[chance_below(c, def->value_count)];
    case TYPE_SET:
        return some_set(c, arena, def);
    case TYPE_COUNTRY_LIST:
        return chance_is(c, 50) ? "US" : "US, DE, GB";
    case TYPE_PCT_LIST:
        return chance_is(c, 50) ? "5%" : "10%, 5%, 2.5%";
    case TYPE_INCOME_ROWS:
        return chance_is(c, 50) ? "60% | 0; 40% | 900 | 1 | 5000" : "100% | 12.50";
    case TYPE_CURRENCY:
        return "USD";
    case TYPE_URL:
        return "https://example.org/plan.pdf";
    case TYPE_TEXT:
        return "Some Company";
    default:
        return some_number(m, c, arena, fact, currency);
    }
}

#endif
