/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/load.h"
#include "lua/recall.h"

enum { RECALL_MAX_STEPS = 8000 }; /* of all tests together: some hundred kilobytes */

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

const struct recall *recall_start(struct rulebook *book, int fact)
{
    const struct fact_def *def = &book->pack.schema.facts[fact];
    size_t values = def->type == TYPE_BOOL ? 2 : def->type == TYPE_ENUM ? def->value_count : 0;
    struct recall step = {.fact = fact};

    if (values > 0)
        step.next = arena_alloc(&book->arena, values * sizeof *step.next);
    return keep(book, step);
}

/* --- following --- */

/* The place of what comes after a fact that has one value of few, or NULL. */
static const struct recall **place_after(const struct run *run, const struct recall *step)
{
    const struct fact *fact = &run->profile->facts[step->fact];

    if (!step->next || fact->value.state != FACT_KNOWN || fact->value.lo != fact->value.hi ||
        fact->conflict || fact->no_rate)
        return NULL;
    return &step->next[fact->value.lo];
}

const struct recall *recall_follow(struct run *run, const struct recall *first,
                                   const struct recall ***gap)
{
    const struct recall *step = first, **place = NULL;

    *gap = NULL;
    while (step && step->fact != FACT_NONE) {
        run->end = run_end_of(run, step->fact);
        run->end_fact = step->fact;
        if (run->end == END_NONE && !step->next)
            return NULL;
        run_note(run, step->fact);
        if (run->end != END_NONE)
            return step;
        place = place_after(run, step);
        if (!place)
            return NULL;
        step = *place;
    }
    if (!step)
        *gap = place;
    return step && step->answer ? step : NULL;
}

/* --- learning --- */

static const struct recall *keep_answer(struct rulebook *book, const struct answer *answer)
{
    struct arena *arena = &book->arena;
    struct answer *kept = arena_room(arena, sizeof *kept);
    struct message *m = &kept->end.message;

    *kept = *answer;
    if (m->format) {
        m->format = arena_copy(arena, m->format, strlen(m->format));
        m->values = arena_room(arena, (size_t)m->value_count * sizeof *m->values);
        for (int i = 0; i < m->value_count; i++) {
            m->values[i] = answer->end.message.values[i];
            if (m->values[i].text)
                m->values[i].text =
                    arena_copy(arena, m->values[i].text, strlen(m->values[i].text));
        }
    }
    return keep(book, (struct recall){.fact = FACT_NONE, .answer = kept});
}

void recall_learn(struct rulebook *book, const struct run *run, const struct recall *first,
                  const struct recall **gap, const struct answer *answer, bool is_slight)
{
    const struct recall **place = NULL, *step = first;

    for (size_t i = 0; is_slight && i < run->path_count; i++) {
        if (i > 0) {
            if (!*place)
                *place = recall_start(book, run->path[i]);
            step = *place;
        }
        place = place_after(run, step);
        if (!place)
            break;
    }
    /* Whatever it asked besides, the path does not say. */
    if (place && answer && run->touches == run->path_count)
        *place = keep_answer(book, answer);
    else if (!*gap)
        *gap = &only_lua_knows;
}
