/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/rules/sweep.h"

enum { VALUES_MAX = 64 };

struct value_list {
    const char *list[VALUES_MAX];
    size_t count;
};

struct sweeping {
    struct rulebook *book;
    const struct schema *schema;
    const struct rule *rule;
    struct subject subject;
    struct value_list *values; /* per fact of the rule */
    sweep_fn *see;
    void *context;
    struct arena arena;   /* of the values */
    struct arena scratch; /* of one run */
    struct sweep *out;
    bool done;
};

/* --- values --- */

decimal sweep_step(const struct fact_def *def)
{
    if (def->type == TYPE_DATE)
        return 1;
    return def->type == TYPE_INT || def->whole ? DECIMAL_ONE : DECIMAL_ONE / 100;
}

static void add_value(struct value_list *v, const char *text)
{
    for (size_t i = 0; i < v->count; i++)
        if (strcmp(v->list[i], text) == 0)
            return;
    if (v->count < VALUES_MAX)
        v->list[v->count++] = text;
}

static void add_number(struct sweeping *s, struct value_list *v, const struct fact_def *def,
                       decimal number, const char *currency)
{
    struct value value = {.state = FACT_KNOWN, .lo = number, .hi = number};
    struct buf buf = BUF_INIT;

    memcpy(value.currency, *currency ? currency : "USD", sizeof value.currency);
    value_put(&buf, def, &value);
    add_value(v, arena_copy(&s->arena, buf_text(&buf), buf.len));
    buf_release(&buf);
}

static void add_beside(struct sweeping *s, struct value_list *v, const struct fact_def *def,
                       const char *written)
{
    struct buf fault = BUF_INIT;
    struct value value;

    if (value_parse(def, text_of(written), false, "USD", &s->arena, &value, &fault) &&
        value.state == FACT_KNOWN) {
        add_number(s, v, def, value.lo - sweep_step(def), value.currency);
        add_number(s, v, def, value.hi + sweep_step(def), value.currency);
    }
    buf_release(&fault);
}

static void add_ends(struct sweeping *s, struct value_list *v, const struct fact_def *def)
{
    bool is_date = def->type == TYPE_DATE;

    add_number(s, v, def, is_date ? date_of((int)(def->min / DECIMAL_ONE), 1, 1) : def->min,
               "");
    add_number(s, v, def, is_date ? date_of((int)(def->max / DECIMAL_ONE), 12, 31) : def->max,
               "");
}

static void list_values(struct sweeping *s, const struct rule_fact *fact, struct value_list *v)
{
    const struct fact_def *def = &s->schema->facts[fact->number];
    bool numeric = fact_type_is_numeric(def->type);

    for (size_t i = 0; i < def->value_count; i++)
        add_value(v, def->values[i]);
    if (def->type == TYPE_BOOL) {
        add_value(v, "yes");
        add_value(v, "no");
    }
    if (numeric)
        add_ends(s, v, def);
    for (size_t e = 0; e < s->rule->example_count; e++) {
        const struct example *example = &s->rule->examples[e];
        for (size_t i = 0; i < example->fact_count; i++) {
            if (example->facts[i].number != fact->number)
                continue;
            add_value(v, example->facts[i].text);
            if (numeric)
                add_beside(s, v, def, example->facts[i].text);
        }
    }
}

/* --- runs --- */

static void run(struct sweeping *s, const struct example *example)
{
    struct outcome_seen seen;
    struct trace trace;

    example_run(s->book, &s->subject, example, &s->scratch, &seen, &trace);
    s->done |= !s->see(s->context, &seen, &trace);
    arena_reset(&s->scratch);
}

/* The example with a fact put in its place. */
static struct example put_fact(const struct example *example, int number, const char *text,
                               struct arena *arena)
{
    struct example other = *example;

    other.facts = arena_alloc(arena, (example->fact_count + 1) * sizeof *other.facts);
    other.fact_count = 0;
    for (size_t i = 0; i < example->fact_count; i++)
        if (example->facts[i].number != number)
            other.facts[other.fact_count++] = example->facts[i];
    other.facts[other.fact_count++] = (struct example_fact){number, text};
    return other;
}

/* Moves the facts of the rule from 'first' on, 'deep' of them at once. */
static void move(struct sweeping *s, const struct example *example, size_t first, int deep)
{
    for (size_t f = first; f < s->rule->fact_count; f++) {
        for (size_t i = 0; i < s->values[f].count && !s->done; i++) {
            struct arena arena = {0};
            struct example other =
                put_fact(example, s->rule->facts[f].number, s->values[f].list[i], &arena);
            if (deep > 1) {
                move(s, &other, f + 1, deep - 1);
            } else if (s->out->runs == SWEEP_MAX_RUNS) {
                s->out->cut = s->done = true;
            } else {
                s->out->runs++;
                run(s, &other);
            }
            arena_release(&arena);
        }
    }
}

void sweep_rule(struct rulebook *book, size_t number, sweep_fn *see, void *context,
                struct sweep *out)
{
    const struct pack *pack = rulebook_pack(book);
    const struct rule *rule = &pack->rules[number];
    struct sweeping s = {.book = book,
                         .schema = &pack->schema,
                         .rule = rule,
                         .subject = subject_of_rule(pack, number),
                         .see = see,
                         .context = context,
                         .out = out};

    *out = (struct sweep){0};
    s.values = arena_alloc(&s.arena, rule->fact_count * sizeof *s.values);
    for (size_t e = 0; e < rule->example_count && !s.done; e++)
        run(&s, &rule->examples[e]);
    for (size_t f = 0; f < rule->fact_count && !s.done; f++)
        list_values(&s, &rule->facts[f], &s.values[f]);
    for (int deep = 1; deep <= 2; deep++)
        for (size_t e = 0; e < rule->example_count && !s.done; e++)
            move(&s, &rule->examples[e], 0, deep);
    arena_release(&s.scratch);
    arena_release(&s.arena);
}
