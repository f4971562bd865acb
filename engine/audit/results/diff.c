/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "audit/results/diff_part.h"

const char *const cause_names[CAUSE_COUNT] = {"facts",   "mixed",  "rules",
                                              "program", "points", "waivers"};
const char *const diff_status_names[DIFF_STATUS_COUNT] = {
    "same", "changed", "better", "worse", "new", "gone", "unreadable", "readable"};

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* --- facts and sources --- */

static const struct result_fact *fact_of(const struct entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->fact_count; i++)
        if (strcmp(entry->facts[i].name, name) == 0)
            return &entry->facts[i];
    return NULL;
}

static bool same_fact(const struct result_fact *a, const struct result_fact *b)
{
    return a == b || (a && b && same_text(a->state, b->state) && same_text(a->value, b->value));
}

bool diff_fact_changed(const struct diffing *d, const char *name)
{
    return !same_fact(fact_of(d->old->entry, name), fact_of(d->new->entry, name));
}

static void add_text(struct diffing *d, struct diff_text **list, size_t *count,
                     struct diff_text text)
{
    *list = arena_grow(d->arena, *list, *count, sizeof text);
    (*list)[(*count)++] = text;
}

static void compare_fact(struct diffing *d, const struct result_fact *old,
                         const struct result_fact *new)
{
    struct diff_company *out = d->out;
    const char *name = new ? new->name : old->name;

    if (!same_fact(old, new))
        add_text(d, &out->facts, &out->fact_count,
                 (struct diff_text){name, old ? old->value : NULL, new ? new->value : NULL});
    else if (!same_text(old->stated, new->stated))
        add_text(d, &out->sources, &out->source_count,
                 (struct diff_text){name, old->stated, new->stated});
}

static const struct result_source *source_of(const struct entry *entry, const char *id)
{
    for (size_t i = 0; i < entry->source_count; i++)
        if (strcmp(entry->sources[i].id, id) == 0)
            return &entry->sources[i];
    return NULL;
}

static void compare_source(struct diffing *d, const struct result_source *old,
                           const struct result_source *new)
{
    if (!old || !new || strcmp(old->says, new->says) != 0)
        add_text(
            d, &d->out->sources, &d->out->source_count,
            (struct diff_text){arena_printf(d->arena, "source %s", new ? new->id : old->id),
                               old ? old->says : NULL, new ? new->says : NULL});
}

/* Old ones that are gone come last. */
static void compare_facts(struct diffing *d)
{
    const struct entry *old = d->old->entry, *new = d->new->entry;

    for (size_t i = 0; i < new->fact_count; i++)
        compare_fact(d, fact_of(old, new->facts[i].name), &new->facts[i]);
    for (size_t i = 0; i < old->fact_count; i++)
        if (!fact_of(new, old->facts[i].name))
            compare_fact(d, &old->facts[i], NULL);
    for (size_t i = 0; i < new->source_count; i++)
        compare_source(d, source_of(old, new->sources[i].id), &new->sources[i]);
    for (size_t i = 0; i < old->source_count; i++)
        if (!source_of(new, old->sources[i].id))
            compare_source(d, &old->sources[i], NULL);
}

/* --- one company --- */

static enum diff_status status_of(const struct diff_company *c)
{
    bool both = c->score.has_old && c->score.has_new;

    if (both && c->score.old != c->score.new)
        return c->score.new > c->score.old ? DIFF_BETTER : DIFF_WORSE;
    if (c->score.has_old != c->score.has_new || c->finding_count + c->point_count > 0 ||
        c->waiver_count + c->fact_count + c->source_count > 0 || c->profile_changed ||
        c->day_changed || !same_text(c->old_band, c->new_band))
        return DIFF_CHANGED;
    return DIFF_SAME;
}

/* What the company's place hangs on. A pack may have other bands: then the same findings come
 * to another place. */
static void settle_causes(struct diffing *d)
{
    struct diff_company *out = d->out;
    bool any = false, parts = false;

    for (int cause = 0; cause < CAUSE_COUNT; cause++) {
        any = any || out->causes[cause];
        parts = parts || out->score.parts[cause] != 0;
    }
    for (int cause = 0; parts && cause < CAUSE_COUNT; cause++)
        out->causes[cause] = out->score.parts[cause] != 0;
    if (!any && !same_text(out->old_band, out->new_band))
        out->causes[diff_cause_by_hashes(d)] = true;
}

/* Both sides assessed it. */
static bool compare_assessed(struct diffing *d, struct error *err)
{
    const struct entry *old = d->old->entry, *new = d->new->entry;
    struct diff_company *out = d->out;

    out->profile_changed = strcmp(old->hash, new->hash) != 0;
    out->day_changed = !same_text(old->as_of, new->as_of);
    if (d->facts)
        compare_facts(d);
    if (d->findings)
        diff_findings(d);
    if (!diff_parts(d))
        return error_set(err, ERROR_PROFILE, NULL, 0,
                         "the %s result's numbers of '%.200s' do not add up: 'plumbline "
                         "verify' says where",
                         d->broken, new->name);
    settle_causes(d);
    out->status = status_of(out);
    return true;
}

static bool is_assessed(const struct entry *entry)
{
    return entry && entry->kind == ENTRY_COMPANY;
}

/* Only one side has it, or could read it. */
static void compare_halves(const struct entry *old, const struct entry *new,
                           struct diff_company *out)
{
    bool was = is_assessed(old), is = is_assessed(new);

    out->status = !old   ? DIFF_NEW
                  : !new ? DIFF_GONE
                  : was  ? DIFF_UNREADABLE
                  : is   ? DIFF_READABLE
                         : DIFF_SAME;
    if (was)
        out->score =
            (struct diff_score){.has_old = old->score.has_score, .old = old->score.score};
    if (is)
        out->score =
            (struct diff_score){.has_new = new->score.has_score, .new = new->score.score};
}

static const struct stamp_pack *pack_of(const struct diff_side *side)
{
    return side->entry ? &side->stamp->packs[side->entry->pack] : NULL;
}

bool diff_companies(const struct diff_side *old, const struct diff_side *new,
                    struct arena *arena, struct diff_company *out, struct error *err)
{
    const struct entry *was = old->entry, *is = new->entry;
    const struct entry *any = is ? is : was;
    assert(any);
    bool had = is_assessed(was), has = is_assessed(is);
    enum json_detail then = old->stamp->detail, now = new->stamp->detail;
    struct diff_company company = {.name = any->name,
                                   .company = has   ? is->company
                                              : had ? was->company
                                                    : "",
                                   .old_band = had ? was->verdict.band : NULL,
                                   .new_band = has ? is->verdict.band : NULL};
    struct diffing d = {.old = old,
                        .new = new,
                        .old_pack = pack_of(old),
                        .new_pack = pack_of(new),
                        .arena = arena,
                        .out = &company,
                        .facts = (then == DETAIL_FULL) && (now == DETAIL_FULL),
                        .findings = (then != DETAIL_SUMMARY) && (now != DETAIL_SUMMARY)};

    company.pack = has ? d.new_pack->name : had ? d.old_pack->name : "";
    if (!had || !has)
        compare_halves(was, is, &company);
    else if (!compare_assessed(&d, err))
        return false;
    *out = company;
    return true;
}
