/* SPDX-License-Identifier: MIT */
#include "insight/change/compare.h"

#include <string.h>

bool compare_is_close(const struct score *a, const struct score *b)
{
    return a->low <= b->high && b->low <= a->high;
}

/* --- facts --- */

bool compare_is_silent(const struct fact *fact)
{
    return fact->count == 0 ||
           (!fact->conflict && !fact->no_rate &&
            (fact->value.state == FACT_ABSENT || fact->value.state == FACT_UNKNOWN));
}

static bool same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_value(const struct value *a, const struct value *b)
{
    if (a->state != b->state)
        return false;
    return a->state != FACT_KNOWN ||
           (a->lo == b->lo && a->hi == b->hi && a->members == b->members &&
            same_text(a->currency, b->currency) && same_text(a->text, b->text));
}

/* What is not one value is held against its like line by line. */
static bool same_fact(const struct fact *a, const struct fact *b)
{
    if (compare_is_silent(a) || compare_is_silent(b))
        return compare_is_silent(a) && compare_is_silent(b);
    if (!a->conflict && !a->no_rate && !b->conflict && !b->no_rate)
        return same_value(&a->value, &b->value);
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_value(&a->statements[i].value, &b->statements[i].value))
            return false;
    return true;
}

static bool fact_differs(const struct comparison *c, size_t fact)
{
    for (size_t i = 1; i < c->count; i++)
        if (!same_fact(&c->list[0].profile->facts[fact], &c->list[i].profile->facts[fact]))
            return true;
    return false;
}

/* Which facts rules of the company score read. */
static bool *facts_read(const struct pack *pack, size_t fact_count, struct arena *arena)
{
    bool *read = arena_alloc(arena, fact_count * sizeof *read);

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct rule *rule = &pack->rules[i];
        if (rule->off || pack->themes[rule->theme].score != SCORE_COMPANY)
            continue;
        for (size_t k = 0; k < rule->fact_count; k++)
            read[rule->facts[k].number] = true;
    }
    return read;
}

static void compare_facts(struct comparison *c, struct arena *arena)
{
    const struct profile *first = c->list[0].profile;
    size_t count = first->schema->fact_count;
    const bool *read = facts_read(c->list[0].pack, count, arena);
    bool *differs = arena_alloc(arena, count * sizeof *differs);

    for (size_t i = 0; i < count; i++) {
        differs[i] = fact_differs(c, i);
        if (!differs[i] && compare_is_silent(&first->facts[i]))
            c->facts_absent++;
        else if (!differs[i])
            c->facts_same++;
    }
    c->facts = arena_alloc(arena, count * sizeof *c->facts);
    for (int others = 0; others < 2; others++) {
        for (size_t i = 0; i < count; i++)
            if (differs[i] && read[i] != others)
                c->facts[c->fact_count++] = (int)i;
        if (!others)
            c->read_count = c->fact_count;
    }
}

/* --- findings --- */

static void compare_findings(struct comparison *c, struct arena *arena)
{
    size_t count = c->list[0].pack->rule_count;

    c->rules = arena_alloc(arena, count * sizeof *c->rules);
    for (size_t r = 0; r < count; r++) {
        bool said = false, differs = false;
        for (size_t i = 0; i < c->count; i++) {
            const struct finding *f = &c->list[i].findings[r];
            said |= assessment_says(&c->list[i], f);
            differs |= !finding_same(&c->list[0].findings[r], f);
        }
        if (said && differs)
            c->rules[c->rule_count++] = r;
        else if (said)
            c->rules_same++;
    }
}

/* --- money --- */

/* Adds a times b; what cannot be counted is not known. */
static void add_times(struct amount *sum, const struct amount *more, int times)
{
    decimal lo, hi;

    sum->known = sum->known && more->known && decimal_mul_div(more->lo, times, 1, &lo) &&
                 decimal_mul_div(more->hi, times, 1, &hi) && sum->lo <= DECIMAL_MAX - lo &&
                 sum->hi <= DECIMAL_MAX - hi;
    if (!sum->known)
        return;
    sum->lo += lo;
    sum->hi += hi;
}

static struct amount amount_of(const struct profile *profile, int number, struct year *year,
                               struct arena *arena)
{
    const struct fact *fact = &profile->facts[number];

    if (fact_is_known(fact) && !fact->no_rate)
        return (struct amount){true, fact->value.lo, fact->value.hi};
    year->missing =
        arena_grow(arena, year->missing, year->missing_count, sizeof *year->missing);
    year->missing[year->missing_count++] = number;
    return (struct amount){0};
}

/* The costs are those of first_year_cost() in rules: what the vocabulary says. */
static void fill_year(const struct profile *profile, struct year *year, struct arena *arena)
{
    const struct schema *schema = profile->schema;
    int median = schema_find_name(schema, "earn.median_gross_12m");
    bool any = false;

    year->cost = (struct amount){.known = true};
    for (size_t i = 0; i < schema->fact_count; i++) {
        if (schema->facts[i].first_year == 0)
            continue;
        any = true;
        struct amount cost = amount_of(profile, (int)i, year, arena);
        add_times(&year->cost, &cost, schema->facts[i].first_year);
    }
    year->cost.known &= any;
    if (median != FACT_NONE)
        year->reward = amount_of(profile, median, year, arena);
    if (year->cost.known && year->reward.known)
        year->remainder = (struct amount){true, year->reward.lo - year->cost.hi,
                                          year->reward.hi - year->cost.lo};
}

/* --- all of it --- */

static void fill_names(struct comparison *c, struct arena *arena)
{
    c->names = arena_alloc(arena, c->count * sizeof *c->names);
    for (size_t i = 0; i < c->count; i++) {
        const struct profile *own = c->list[i].profile;
        c->names[i] = own->name;
        for (size_t k = 0; k < c->count; k++)
            if (k != i && strcmp(c->list[k].profile->name, own->name) == 0)
                c->names[i] = arena_printf(arena, "%s (%s)", own->name, own->file);
    }
}

void compare(const struct assessment *list, size_t count, struct arena *arena,
             struct comparison *out)
{
    *out = (struct comparison){.list = list, .count = count};
    fill_names(out, arena);
    compare_facts(out, arena);
    compare_findings(out, arena);
    out->years = arena_alloc(arena, count * sizeof *out->years);
    for (size_t i = 0; i < count; i++)
        fill_year(list[i].profile, &out->years[i], arena);
}
