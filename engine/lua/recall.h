/* SPDX-License-Identifier: MIT
 *
 * What tests did before. The functions of a rule that is pure (pure.h) are deterministic: what
 * one asked and answered once, it asks and answers again wherever the profile says the same.
 * Of facts that are yes or no, or one of some words, or not known, it says the same often, so a
 * quick run need not call Lua for tests that ask for no more; and no test need be called that
 * will end at a fact without a value. A counted run always calls, for it says what a test
 * costs.
 */
#ifndef LUA_RECALL_H
#define LUA_RECALL_H

#include "lua/answer.h"
#include "lua/run.h"

struct rulebook;

/* One step of a test. */
struct recall {
    int fact; /* that it asks about now; FACT_NONE: none any more */
    enum run_ask ask;
    const struct recall **next; /* by what the profile says; NULL in it: not known yet. NULL:
                                   whatever it says, only Lua knows */
    /* After the last fact. Neither: only Lua knows. */
    const struct answer *answer;
    enum run_end end; /* with 'end_fact' */
    int end_fact;
};

/* Whether tests may be left out under the limits of the rulebook: what they would take, all
 * together, must be certain to pass none. */
bool recall_is_safe(const struct rulebook *book);

/* A step that asks about the fact. Lives as long as the rulebook. */
const struct recall *recall_step(struct rulebook *book, struct run_question question);

/*
 * Follows the steps from '*first' on, as far as the profile decides them, and notes the facts
 * that they ask about, as the test would. Returns the step that ends the test: with its answer,
 * or else run->end says how; NULL where Lua must be called.
 *
 *   gap   then gets the place of the step that is not known yet, or NULL where none is to learn
 */
const struct recall *recall_follow(struct run *run, const struct recall **first,
                                   const struct recall ***gap);

/* Whether more steps are kept. */
bool recall_has_room(const struct rulebook *book);

/*
 * Fills the gap from the call that was made for it, with run->learns set: by what it asked.
 *
 *   answer     of the test; NULL: it ended as run->end says
 *   is_slight  it took less than LIMITS_TICK steps
 */
void recall_learn(struct rulebook *book, const struct run *run, const struct recall **first,
                  const struct recall **gap, const struct answer *answer, bool is_slight);

#endif
