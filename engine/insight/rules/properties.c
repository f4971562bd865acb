/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/rules/properties.h"
#include "insight/rules/sweep.h"

enum { VALUES_MAX = 400 };

struct check {
    struct rulebook *book;
    const struct schema *schema;
    const struct rule *rule;
    struct subject subject;
    size_t number; /* of the example */
    const struct example *example;
    struct outcome_seen full; /* what the example gives as it is */
    struct arena *arena;      /* of the result */
    struct arena *scratch;    /* of this example */
    struct rule_properties *out;
};

const char *property_name(enum property property)
{
    static const char *const names[] = {[PROPERTY_ORDER] = "order",
                                        [PROPERTY_LEARNING] = "learning",
                                        [PROPERTY_MONOTONE] = "monotone"};

    return names[property];
}

static void add_breach(struct check *c, enum property property, int fact, const char *says)
{
    struct rule_properties *out = c->out;

    if (out->count == BREACHES_MAX) {
        out->more++;
        return;
    }
    out->breaches = arena_grow(c->arena, out->breaches, out->count, sizeof *out->breaches);
    out->breaches[out->count++] = (struct breach){property, c->number, fact, says};
}

/* --- the order of the facts --- */

static void check_order(struct check *c)
{
    struct example_fact *turned =
        arena_alloc(c->scratch, c->example->fact_count * sizeof *turned);
    struct example other = *c->example;
    struct outcome_seen seen;

    other.facts = turned;
    for (size_t i = 0; i < other.fact_count; i++)
        turned[i] = c->example->facts[other.fact_count - 1 - i];
    example_run(c->book, &c->subject, &other, c->scratch, &seen, NULL);
    c->out->tried++;
    if (strcmp(seen.words, c->full.words) != 0)
        add_breach(c, PROPERTY_ORDER, FACT_NONE,
                   arena_printf(c->arena, "%s in one order of the facts, %s in the other",
                                c->full.words, seen.words));
}

/* --- learning --- */

static void credits_of(const struct finding *f, int *low, int *high)
{
    bool decided = finding_is_decided(f);

    *low = decided ? f->worst.credit : 0;
    *high = decided ? f->best.credit : CREDIT_FULL;
}

/* Whether 'more' is what 'less' may come to once a fact is learned (design.md 5): not
 * applicable stays so, decided stays decided, and the credit stays inside. */
static bool learning_holds(const struct finding *less, const struct finding *more)
{
    int low, high, low_then, high_then;
    bool gone = more->outcome == OUTCOME_NOT_APPLICABLE;

    credits_of(less, &low, &high);
    credits_of(more, &low_then, &high_then);
    bool inside = low_then >= low && high_then <= high;
    if (less->outcome == OUTCOME_NOT_APPLICABLE)
        return gone;
    if (finding_is_decided(less))
        return finding_is_decided(more) && inside;
    return gone || inside;
}

/* Only what was known is learned: an open question that is refused or does not apply may move
 * a result any way. A currency says how amounts are read. */
static bool can_be_learned(const struct check *c, int fact)
{
    return fact_is_known(&c->full.profile.facts[fact]) &&
           c->schema->facts[fact].type != TYPE_CURRENCY;
}

static void check_learning(struct check *c)
{
    for (size_t i = 0; i < c->example->fact_count; i++) {
        struct example other = *c->example;
        struct example_fact *facts = arena_alloc(c->scratch, other.fact_count * sizeof *facts);
        struct outcome_seen seen;
        if (!can_be_learned(c, c->example->facts[i].number))
            continue;
        memcpy(facts, c->example->facts, other.fact_count * sizeof *facts);
        facts[i].text = "unknown";
        other.facts = facts;
        example_run(c->book, &c->subject, &other, c->scratch, &seen, NULL);
        c->out->tried++;
        if (seen.readable && learning_holds(&seen.finding, &c->full.finding) &&
            seen.finding.outcome != OUTCOME_ERROR)
            continue;
        add_breach(c, PROPERTY_LEARNING, facts[i].number,
                   arena_printf(c->arena, "%s while it is unknown, %s once it is %s",
                                seen.words, c->full.words, c->example->facts[i].text));
    }
}

/* --- monotone --- */

struct values {
    decimal list[VALUES_MAX]; /* rising */
    size_t count;
    decimal min, max;
};

static void add_value(struct values *v, decimal value)
{
    size_t at = v->count;

    if (value < v->min || value > v->max || v->count == VALUES_MAX)
        return;
    for (size_t i = 0; i < v->count; i++)
        if (v->list[i] == value)
            return;
    for (; at > 0 && v->list[at - 1] > value; at--)
        v->list[at] = v->list[at - 1];
    v->list[at] = value;
    v->count++;
}

static void add_written(struct check *c, struct values *v, int fact, const char *written)
{
    const struct fact_def *def = &c->schema->facts[fact];
    struct buf fault = BUF_INIT;
    struct value value;
    decimal step = sweep_step(def);

    if (value_parse(def, text_of(written), false, "USD", c->scratch, &value, &fault) &&
        value.state == FACT_KNOWN) {
        for (int beside = -1; beside <= 1; beside++) {
            add_value(v, value.lo + beside * step);
            add_value(v, value.hi + beside * step);
        }
    }
    buf_release(&fault);
}

/* The ends of the fact's range, and what the rule's examples give it with one step beside. */
static void values_of(struct check *c, int fact, struct values *v)
{
    const struct fact_def *def = &c->schema->facts[fact];

    *v = (struct values){.min = def->min, .max = def->max};
    if (def->type == TYPE_DATE) {
        v->min = date_of((int)(def->min / DECIMAL_ONE), 1, 1);
        v->max = date_of((int)(def->max / DECIMAL_ONE), 12, 31);
    }
    add_value(v, v->min);
    add_value(v, v->max);
    for (size_t e = 0; e < c->rule->example_count; e++)
        for (size_t i = 0; i < c->rule->examples[e].fact_count; i++)
            if (c->rule->examples[e].facts[i].number == fact)
                add_written(c, v, fact, c->rule->examples[e].facts[i].text);
}

static const char *written(struct check *c, int fact, decimal value)
{
    struct value v = {.state = FACT_KNOWN, .lo = value, .hi = value};
    struct buf buf = BUF_INIT;
    const char *own = c->full.profile.currency;

    memcpy(v.currency, *own ? own : "USD", sizeof v.currency);
    value_put(&buf, &c->schema->facts[fact], &v);
    const char *copy = arena_copy(c->arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return copy;
}

/* What the rule says of the example with the fact moved; false where that is no outcome of its
 * own, or the profile is refused because facts bound one another. */
static bool find(struct check *c, int fact, const char *value, struct outcome_seen *out)
{
    struct example other = *c->example;
    struct example_fact *facts =
        arena_alloc(c->scratch, (other.fact_count + 1) * sizeof *facts);

    other.facts = facts;
    other.fact_count = 0;
    for (size_t i = 0; i < c->example->fact_count; i++)
        if (c->example->facts[i].number != fact)
            facts[other.fact_count++] = c->example->facts[i];
    facts[other.fact_count++] = (struct example_fact){fact, value};
    example_run(c->book, &c->subject, &other, c->scratch, out, NULL);
    return out->readable && finding_is_decided(&out->finding) && !out->finding.refused;
}

static bool is_against(enum direction direction, int from, int to)
{
    return (direction == DIRECTION_UP && to < from) ||
           (direction == DIRECTION_DOWN && to > from);
}

/* Both ends of a span must keep the direction; steps on which another number of facts is
 * missing are no steps between values. */
static bool keeps(enum direction direction, const struct finding *from,
                  const struct finding *to)
{
    return from->missing_count != to->missing_count ||
           (!is_against(direction, from->worst.credit, to->worst.credit) &&
            !is_against(direction, from->best.credit, to->best.credit));
}

static void sweep(struct check *c, const struct rule_fact *fact)
{
    struct values values;
    struct outcome_seen last = {0}, seen;
    const char *last_value = NULL;

    values_of(c, fact->number, &values);
    for (size_t i = 0; i < values.count; i++) {
        const char *value = written(c, fact->number, values.list[i]);
        if (!find(c, fact->number, value, &seen))
            continue;
        c->out->tried += last_value != NULL;
        if (last_value && !keeps(fact->direction, &last.finding, &seen.finding))
            add_breach(c, PROPERTY_MONOTONE, fact->number,
                       arena_printf(c->arena, "at %s %s, at %s %s, against '%s'", last_value,
                                    last.words, value, seen.words,
                                    fact->direction == DIRECTION_UP ? "up" : "down"));
        last = seen;
        last_value = value;
    }
}

static void check_monotone(struct check *c)
{
    for (size_t i = 0; i < c->rule->fact_count; i++)
        if (c->rule->facts[i].direction == DIRECTION_UP ||
            c->rule->facts[i].direction == DIRECTION_DOWN)
            sweep(c, &c->rule->facts[i]);
}

/* --- all --- */

void rule_properties_check(struct rulebook *book, size_t rule, struct arena *arena,
                           struct rule_properties *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct arena scratch = {0};
    struct check c = {.book = book,
                      .schema = &pack->schema,
                      .rule = &pack->rules[rule],
                      .subject = subject_of_rule(pack, rule),
                      .arena = arena,
                      .scratch = &scratch,
                      .out = out};

    *out = (struct rule_properties){0};
    for (c.number = 0; c.number < c.subject.count; c.number++) {
        c.example = &c.subject.examples[c.number];
        example_run(book, &c.subject, c.example, &scratch, &c.full, NULL);
        if (c.full.readable) {
            check_order(&c);
            check_learning(&c);
            check_monotone(&c);
        }
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}
