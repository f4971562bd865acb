/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/load.h"
#include "lua/recall.h"

enum {
    RECALL_MAX_STEPS = 8000, /* of all tests together: some hundred kilobytes */
    SIGNS = FACT_KNOWN + 2   /* why it has no value; that it is above zero, and that not */
};

static const struct recall only_lua_knows = {.fact = FACT_NONE};

static const struct recall *keep(struct rulebook *book, struct recall step)
{
    struct recall *kept = arena_room(&book->arena, sizeof *kept);

    *kept = step;
    book->recalled++;
    return kept;
}

bool recall_has_room(const struct rulebook *book)
{
    return book->recalled < RECALL_MAX_STEPS;
}

bool recall_is_safe(const struct rulebook *book)
{
    const struct sandbox *box = &book->box;

    /* Slight tests allocate less than is kept within a company anyway. */
    return book->runs > 1 && box->limits.steps_per_rule >= LIMITS_QUICK_STEPS &&
           (size_t)box->limits.steps_per_company / 2 >= book->tests * LIMITS_TICK &&
           box->heap.max_bytes - box->heap.saved.bytes >= (size_t)2 * LIMITS_KEEP_BYTES;
}

/* How many steps may follow. */
static size_t branches_of(const struct fact_def *def, enum run_ask ask)
{
    if (ask == ASK_KNOWN)
        return 2;
    if (ask == ASK_SIGN)
        return SIGNS;
    return def->type == TYPE_BOOL ? 2 : def->type == TYPE_ENUM ? def->value_count : 0;
}

const struct recall *recall_step(struct rulebook *book, struct run_question question)
{
    size_t branches = branches_of(&book->pack.schema.facts[question.fact], question.ask);
    struct recall step = {.fact = question.fact, .ask = question.ask};

    if (branches > 0)
        step.next = arena_alloc(&book->arena, branches * sizeof *step.next);
    return keep(book, step);
}

/* --- following --- */

/* The place of what comes after the step; NULL where the profile says more than it tells
 * apart, or the test ends there. */
static const struct recall **place_after(const struct run *run, const struct recall *step)
{
    const struct fact *fact = &run->profile->facts[step->fact];
    const struct value *value = &fact->value;
    bool known = value->state == FACT_KNOWN;

    if (!step->next || (known && (value->lo != value->hi || fact->conflict || fact->no_rate)))
        return NULL;
    if (step->ask == ASK_KNOWN)
        return &step->next[known];
    if (step->ask == ASK_SIGN)
        return &step->next[(int)value->state + (known && value->lo > 0)];
    return known ? &step->next[value->lo] : NULL;
}

/* Whether the test ends at the step, for it wants a value that is not there. */
static bool ends_at(struct run *run, const struct recall *step)
{
    run->end = step->ask == ASK_VALUE ? run_end_of(run, step->fact) : END_NONE;
    run->end_fact = step->fact;
    return run->end != END_NONE;
}

const struct recall *recall_follow(struct run *run, const struct recall **first,
                                   const struct recall ***gap)
{
    const struct recall **place = first, *step = *first;

    *gap = NULL;
    for (; step && step->fact != FACT_NONE; step = *place) {
        bool ends = ends_at(run, step);
        if (!ends && !step->next)
            return NULL;
        run_note(run, step->fact);
        if (ends)
            return step;
        place = place_after(run, step);
        if (!place)
            return NULL;
    }
    if (!step) {
        *gap = place;
        return NULL;
    }
    run->end = step->end;
    run->end_fact = step->end_fact;
    return step->answer || step->end != END_NONE ? step : NULL;
}

/* --- learning --- */

static const struct answer *keep_answer(struct rulebook *book, const struct answer *answer)
{
    struct arena *arena = &book->arena;
    struct answer *kept = arena_room(arena, sizeof *kept);
    struct message *m = &kept->end.message;

    *kept = *answer;
    if (!m->format)
        return kept;
    m->format = arena_copy(arena, m->format, strlen(m->format));
    m->values = arena_room(arena, (size_t)m->value_count * sizeof *m->values);
    for (int i = 0; i < m->value_count; i++) {
        m->values[i] = answer->end.message.values[i];
        if (m->values[i].text)
            m->values[i].text = arena_copy(arena, m->values[i].text, strlen(m->values[i].text));
    }
    return kept;
}

void recall_learn(struct rulebook *book, const struct run *run, const struct recall **first,
                  const struct recall **gap, const struct answer *answer, bool is_slight)
{
    const struct recall **place = first;

    for (size_t i = 0; is_slight && place && i < run->path_count; i++) {
        if (!*place)
            *place = recall_step(book, run->path[i]);
        place = place_after(run, *place);
    }
    /* Whatever it asked besides, the path does not say. */
    bool says_all = is_slight && place && run->touches == run->path_count;
    if (says_all)
        *place = keep(book, (struct recall){.fact = FACT_NONE,
                                            .answer = answer ? keep_answer(book, answer) : NULL,
                                            .end = answer ? END_NONE : run->end,
                                            .end_fact = run->end_fact});
    else if (!*gap)
        *gap = &only_lua_knows;
}
