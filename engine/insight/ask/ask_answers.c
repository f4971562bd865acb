/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/ask/ask_answers.h"

/* All that was found, before it is thinned out. */
struct answer_list {
    const struct profile *profile;
    const struct fact_def *def;
    struct fact now;
    struct arena *arena;
    decimal min, max;
    struct value *list;
    size_t count;
};

/* --- numbers --- */

static const char *currency_of(const struct profile *profile)
{
    return *profile->currency ? profile->currency : "USD";
}

static bool is_named(const char *name, const struct fact_def *def)
{
    return name && strcmp(name, def->name) == 0;
}

/* Facts that bound one another: neither may pass what is known of the other. Years that stay
 * under a day are left to the parser. */
static void set_bounds(struct answer_list *a)
{
    const struct fact_def *own = a->def;

    for (size_t i = 0; i < a->profile->schema->fact_count; i++) {
        const struct fact_def *other = &a->profile->schema->facts[i];
        const struct value *value = &a->profile->facts[i].value;
        if (!fact_is_known(&a->profile->facts[i]) || other->type != own->type)
            continue;
        if (is_named(own->at_most, other) && value->hi < a->max)
            a->max = value->hi;
        if (is_named(other->at_most, own) && value->lo > a->min)
            a->min = value->lo;
        if (is_named(own->sum_with, other) || is_named(other->sum_with, own))
            a->max -= value->lo;
    }
}

/* What the vocabulary allows, within what is known: a range can only become narrower. */
static void set_limits(struct answer_list *a)
{
    bool is_date = a->def->type == TYPE_DATE;

    a->min = is_date ? date_of((int)(a->def->min / DECIMAL_ONE), 1, 1) : a->def->min;
    a->max = is_date ? date_of((int)(a->def->max / DECIMAL_ONE), 12, 31) : a->def->max;
    set_bounds(a);
    if (fact_is_known(&a->now)) {
        a->min = a->now.value.lo;
        a->max = a->now.value.hi;
    }
}

static void add_number(struct answer_list *a, decimal number)
{
    struct value value = {.state = FACT_KNOWN, .lo = number, .hi = number};
    size_t at = a->count;

    if (number < a->min || number > a->max)
        return;
    for (size_t i = 0; i < a->count; i++)
        if (a->list[i].state == FACT_KNOWN && a->list[i].lo == number)
            return;
    if (a->def->type == TYPE_MONEY)
        memcpy(value.currency, currency_of(a->profile), sizeof value.currency);
    a->list = arena_grow(a->arena, a->list, a->count++, sizeof *a->list);
    for (; at > 0 && a->list[at - 1].lo > number; at--)
        a->list[at] = a->list[at - 1];
    a->list[at] = value;
}

/* An example's amount in the profile's currency; as it stands where no rate is known, for it is
 * only a try. */
static decimal amount_here(const struct answer_list *a, decimal amount, const char *currency)
{
    decimal here;

    if (a->def->type == TYPE_MONEY &&
        profile_convert(a->profile, amount, currency, currency_of(a->profile), &here))
        return here;
    return amount;
}

/* --- other values --- */

static bool same_answer(const struct value *a, const struct value *b)
{
    if (a->state != b->state)
        return false;
    if (a->text && b->text)
        return strcmp(a->text, b->text) == 0;
    return a->lo == b->lo && a->members == b->members;
}

static void add_value(struct answer_list *a, struct value value)
{
    for (size_t i = 0; i < a->count; i++)
        if (same_answer(&a->list[i], &value))
            return;
    a->list = arena_grow(a->arena, a->list, a->count, sizeof *a->list);
    a->list[a->count++] = value;
}

/* Values that are named: each of them, for sets also none and all. */
static void add_named(struct answer_list *a)
{
    const struct fact_def *def = a->def;
    uint32_t all = 0;

    for (size_t i = 0; i < def->value_count; i++) {
        all |= UINT32_C(1) << i;
        if (def->type == TYPE_ENUM)
            add_number(a, (decimal)i);
        else
            add_value(a, (struct value){.state = FACT_KNOWN, .members = UINT32_C(1) << i});
    }
    if (def->type == TYPE_SET) {
        add_value(a, (struct value){.state = FACT_KNOWN});
        add_value(a, (struct value){.state = FACT_KNOWN, .members = all});
    }
}

/* --- examples --- */

static void add_example(struct answer_list *a, const char *written)
{
    struct buf fault = BUF_INIT;
    struct value value;

    if (value_parse(a->def, text_of(written), false, currency_of(a->profile), a->arena, &value,
                    &fault)) {
        bool listed = a->def->type == TYPE_BOOL || a->def->type == TYPE_ENUM ||
                      fact_type_is_numeric(a->def->type);
        if (value.state == FACT_KNOWN && listed) {
            add_number(a, amount_here(a, value.lo, value.currency));
            add_number(a, amount_here(a, value.hi, value.currency));
        } else if (value.state == FACT_KNOWN) {
            add_value(a, value);
        }
    }
    buf_release(&fault);
}

static void add_examples(struct answer_list *a, const struct pack *pack, int fact)
{
    for (size_t r = 0; r < pack->rule_count; r++) {
        const struct rule *rule = &pack->rules[r];
        for (size_t e = 0; e < rule->example_count && rule_reads(rule, fact); e++)
            for (size_t f = 0; f < rule->examples[e].fact_count; f++)
                if (rule->examples[e].facts[f].number == fact)
                    add_example(a, rule->examples[e].facts[f].text);
    }
}

/* --- all of it --- */

void answers_of(const struct pack *pack, const struct profile *profile, int fact,
                struct arena *arena, struct answers *out)
{
    struct answer_list a = {.profile = profile,
                            .def = &profile->schema->facts[fact],
                            .now = profile->facts[fact],
                            .arena = arena,
                            .list = arena_alloc(arena, sizeof *a.list)};

    set_limits(&a);
    if (a.def->type == TYPE_BOOL || a.def->type == TYPE_ENUM) {
        a.min = fact_is_known(&a.now) ? a.now.value.lo : 0;
        a.max = fact_is_known(&a.now) ? a.now.value.hi : SET_MAX_VALUES;
    }
    if (a.def->type == TYPE_BOOL) {
        add_number(&a, 0);
        add_number(&a, 1);
    } else if (fact_type_is_numeric(a.def->type)) {
        add_number(&a, a.min);
        add_number(&a, a.max);
    } else {
        add_named(&a);
    }
    add_examples(&a, pack, fact);
    out->count = a.count < ASK_ANSWERS_MAX ? a.count : ASK_ANSWERS_MAX;
    for (size_t i = 0; i < out->count; i++)
        out->list[i] =
            a.list[a.count <= ASK_ANSWERS_MAX ? i : i * (a.count - 1) / (ASK_ANSWERS_MAX - 1)];
}

struct fact answer_as_fact(const struct profile *profile, const struct fact_def *def,
                           const struct value *answer)
{
    struct fact fact = {.value = *answer, .is_money = def->type == TYPE_MONEY};

    if (fact.is_money) {
        fact.has_usd =
            profile_convert(profile, answer->lo, answer->currency, "USD", &fact.usd_lo);
        fact.usd_hi = fact.usd_lo;
    }
    return fact;
}
