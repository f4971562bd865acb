/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "insight/change/tryout.h"

size_t stand_band(const struct pack *pack, const struct stand *stand)
{
    return stand->verdict.kind == VERDICT_TOO_LITTLE ? pack->band_count : stand->verdict.now;
}

int stand_distance(const struct stand *a, const struct stand *b)
{
    return abs(a->score.score - b->score.score);
}

bool tryout_counts(const struct tryout *t, size_t rule)
{
    const struct rule *r = &t->a->pack->rules[rule];

    return !r->off && t->a->pack->themes[r->theme].score == SCORE_COMPANY;
}

bool tryout_can_change(const struct tryout *t, int fact)
{
    const char *name = t->trial.schema->facts[fact].name;

    return t->readers[fact].count > 0 && strcmp(name, "company.currency") != 0 &&
           strcmp(name, "company.as_of") != 0;
}

/* --- one run --- */

/* How many of the changes the rule reads, up to two. */
static size_t read_of(const struct rule *rule, struct move *const *moves, size_t count)
{
    size_t reads = 0;

    for (size_t i = 0; i < count && reads < 2; i++)
        reads += rule_reads(rule, moves[i]->fact);
    return reads;
}

/* What the rules say to this change alone; the trial has it already. */
static void fill(struct tryout *t, struct move *move)
{
    const struct readers *readers = &t->readers[move->fact];

    move->findings = arena_alloc(t->arena, readers->count * sizeof *move->findings);
    for (size_t i = 0; i < readers->count; i++)
        rulebook_run_rule(t->book, readers->rules[i], &t->trial, t->arena, &move->findings[i]);
}

/* A rule that reads one of the changes says what it said to it alone. */
static void run_readers(struct tryout *t, struct move *const *moves, size_t count, size_t which)
{
    struct move *move = moves[which];
    const struct readers *readers = &t->readers[move->fact];

    if (count == 1 && !move->findings)
        fill(t, move);
    for (size_t i = 0; i < readers->count; i++) {
        size_t rule = readers->rules[i];
        if (move->findings && read_of(&t->a->pack->rules[rule], moves, count) < 2)
            t->findings[rule] = move->findings[i];
        else
            rulebook_run_rule(t->book, rule, &t->trial, &t->scratch, &t->findings[rule]);
    }
}

static struct stand stand_of(const struct tryout *t)
{
    struct stand stand = {.criticals = 0};
    struct tally sum = {0};

    for (size_t i = 0; i < t->a->pack->rule_count; i++) {
        if (t->a->pack->themes[t->a->pack->rules[i].theme].score != SCORE_COMPANY)
            continue;
        tally_add(&sum, finding_tally(&t->findings[i]));
        stand.criticals += tryout_counts(t, i) && finding_severity(&t->findings[i]) == 3;
    }
    stand.score = tally_score(sum);
    stand.verdict = verdict_of(t->a->pack, t->findings, stand.score, false);
    return stand;
}

static void put_back(struct tryout *t, const struct move *move)
{
    const struct readers *readers = &t->readers[move->fact];

    t->trial.facts[move->fact] = t->a->profile->facts[move->fact];
    for (size_t i = 0; i < readers->count; i++)
        t->findings[readers->rules[i]] = t->a->findings[readers->rules[i]];
}

struct stand tryout_run(struct tryout *t, struct move *const *moves, size_t count)
{
    for (size_t i = 0; i < count; i++)
        t->trial.facts[moves[i]->fact] = moves[i]->as;
    for (size_t i = 0; i < count; i++)
        run_readers(t, moves, count, i);
    struct stand stand = stand_of(t);
    for (size_t i = 0; i < count; i++)
        put_back(t, moves[i]);
    arena_reset(&t->scratch);
    return stand;
}

void tryout_move(struct tryout *t, struct move *move)
{
    move->stand = tryout_run(t, &move, 1);
}

/* --- all of it --- */

static void list_readers(struct tryout *t, int fact)
{
    struct readers *readers = &t->readers[fact];

    for (size_t i = 0; i < t->a->pack->rule_count; i++) {
        if (!tryout_counts(t, i) || !rule_reads(&t->a->pack->rules[i], fact))
            continue;
        readers->rules =
            arena_grow(t->arena, readers->rules, readers->count, sizeof *readers->rules);
        readers->rules[readers->count++] = i;
    }
}

void tryout_open(struct tryout *t, struct rulebook *book, const struct assessment *a,
                 struct arena *arena)
{
    size_t fact_count = a->pack->schema.fact_count, rule_count = a->pack->rule_count;

    *t = (struct tryout){.book = book, .a = a, .arena = arena, .trial = *a->profile};
    t->trial.facts = arena_alloc(arena, fact_count * sizeof *t->trial.facts);
    memcpy(t->trial.facts, a->profile->facts, fact_count * sizeof *t->trial.facts);
    t->findings = arena_alloc(arena, rule_count * sizeof *t->findings);
    memcpy(t->findings, a->findings, rule_count * sizeof *t->findings);
    t->readers = arena_alloc(arena, fact_count * sizeof *t->readers);
    for (size_t i = 0; i < fact_count; i++)
        list_readers(t, (int)i);
    t->now = stand_of(t);
}

void tryout_close(struct tryout *t)
{
    arena_release(&t->scratch);
}
