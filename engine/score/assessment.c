/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "score/assessment.h"

const char *band_name(const struct pack *pack, size_t band)
{
    return pack->bands[band].name;
}

static const struct theme *theme_of(const struct assessment *a, const struct finding *f)
{
    return &a->pack->themes[f->rule->theme];
}

bool assessment_says(const struct assessment *a, const struct finding *f)
{
    return !f->rule->off && (theme_of(a, f)->score != SCORE_FIT || a->has_fit);
}

static void tally_all(struct assessment *a, struct arena *arena, struct tally *without)
{
    a->themes = arena_alloc(arena, a->pack->theme_count * sizeof *a->themes);
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        struct tally tally = finding_tally(f);
        bool counts = theme_of(a, f)->score == SCORE_COMPANY;
        tally_add(&a->themes[f->rule->theme], tally);
        if (counts && finding_is_waived(f))
            a->waived++;
        else if (counts)
            tally_add(without, tally);
    }
    for (size_t i = 0; i < a->pack->theme_count; i++) {
        enum score_kind kind = a->pack->themes[i].score;
        if (kind != SCORE_NONE)
            tally_add(kind == SCORE_FIT ? &a->fit_tally : &a->tally, a->themes[i]);
    }
}

/* Whether the profile says anything about the reader but that it is not known. */
static bool fit_is_stated(const struct assessment *a)
{
    for (size_t i = 0; i < a->pack->schema.fact_count; i++)
        if (a->profile->facts[i].value.state > FACT_UNKNOWN &&
            strcmp(a->pack->schema.facts[i].section, "fit") == 0)
            return true;
    return false;
}

/* --- confidence --- */

static void weigh_statement(struct assessment *a, int number, const struct statement *statement)
{
    struct confidence *c = &a->confidence;
    const struct source *source =
        statement->source == SOURCE_NONE ? NULL : &a->profile->sources[statement->source];

    c->by_kind[source ? source->kind : SOURCE_UNSTATED]++;
    if (!source || !source->has_seen || (c->has_oldest && source->seen.last >= c->oldest))
        return;
    c->has_oldest = true;
    c->oldest = source->seen.last;
    c->oldest_fact = number;
}

static void weigh_fact(struct assessment *a, int number)
{
    const struct fact *fact = &a->profile->facts[number];

    if (!fact_is_known(fact) || fact->count == 0)
        return;
    a->confidence.facts_read++;
    for (size_t i = 0; i < fact->count; i++)
        weigh_statement(a, number, &fact->statements[i]);
}

static void weigh_evidence(struct assessment *a, struct arena *arena)
{
    bool *seen = arena_alloc(arena, a->pack->schema.fact_count * sizeof *seen);

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!finding_is_decided(f) || theme_of(a, f)->score != SCORE_COMPANY)
            continue;
        for (size_t j = 0; j < f->read_count; j++) {
            if (!seen[f->reads[j]])
                weigh_fact(a, f->reads[j]);
            seen[f->reads[j]] = true;
        }
    }
}

void assessment_complete(struct assessment *a, struct arena *arena)
{
    struct tally without = {0};

    tally_all(a, arena, &without);
    a->score = tally_score(a->tally);
    a->verdict = verdict_of(a->pack, a->findings, a->score, false);
    a->without = a->score;
    a->without_verdict = a->verdict;
    if (a->waived > 0) {
        a->without = tally_score(without);
        a->without_verdict = verdict_of(a->pack, a->findings, a->without, true);
    }
    a->has_fit = fit_is_stated(a);
    a->fit = tally_score(a->fit_tally);
    classify(a->pack, a->profile, arena, &a->class);
    weigh_evidence(a, arena);
}
