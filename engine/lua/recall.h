/* SPDX-License-Identifier: MIT
 *
 * What tests did before. The functions of a rule that is pure (pure.h) are deterministic: what
 * one read and answered once, it reads and answers again wherever the profile says the same.
 * Facts that are yes or no, or one of some words, say the same often, so a quick run need not
 * call Lua for tests that read no others; and no test need be called that will end at a fact
 * without a value. A counted run always calls, for it says what a test costs.
 */
#ifndef LUA_RECALL_H
#define LUA_RECALL_H

#include "lua/answer.h"
#include "lua/run.h"

struct rulebook;

/* One step of a test. */
struct recall {
    int fact;                    /* that it reads now; FACT_NONE: none, but gives its answer */
    const struct recall **next;  /* by the value of that fact; NULL in it: not known yet. NULL
                                    for other facts: only Lua knows */
    const struct answer *answer; /* after the last fact; NULL: only Lua knows */
};

/* A first step, that reads the fact. Lives as long as the rulebook. */
const struct recall *recall_start(struct rulebook *book, int fact);

/*
 * Follows the steps from 'first' on, as far as the profile decides them, and notes the facts
 * that they read, as the test would. Returns the step that ends the test: with its answer, or
 * at the fact without a value, then run->end says how; else NULL, and Lua must be called.
 *
 *   gap   then gets the place of the step that is not known yet, or NULL where none is to learn
 */
const struct recall *recall_follow(struct run *run, const struct recall *first,
                                   const struct recall ***gap);

/* Whether more steps are kept. */
bool recall_has_room(const struct rulebook *book);

/*
 * Fills the gap from the call that was made for it, with run->learns set: by what it read.
 *
 *   answer   of the test; NULL: it ended at a fact without a value
 *   is_slight  it took so few steps that leaving it out saves no limit
 */
void recall_learn(struct rulebook *book, const struct run *run, const struct recall *first,
                  const struct recall **gap, const struct answer *answer, bool is_slight);

#endif
