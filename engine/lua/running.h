/* SPDX-License-Identifier: MIT
 *
 * What run.c (which rules, rows and figures run) and running.c (how one test runs) share.
 */
#ifndef LUA_RUNNING_H
#define LUA_RUNNING_H

#include "lua/answer.h"
#include "lua/rulebook.h"
#include "lua/run.h"

/* What the tests of a rule have come to so far. */
struct verdict_so_far {
    bool decided, unknown, not_applicable, refused;
    struct ending worst, best;
    struct message open; /* why it is unknown or not applicable */
    int *missing;
    size_t missing_count;
    struct answer *error; /* of the test that broke; NULL: none did */
};

struct runner {
    struct rulebook *book;
    struct run run;
    struct arena *arena;
    struct checks *checks; /* of the rule, row or figure that runs */
    bool counted;
    bool recalls; /* what tests did before: see recall.h */
    bool again;   /* the quick run decides nothing: run the company again, counted */
};

/* Runs test 'number' of the runner's checks into *v. */
void running_test(struct runner *r, int number, enum answer_kind kind, enum outcome worst,
                  struct verdict_so_far *v);

/*
 * Finds the fact that each test reads before it asks about anything else. The functions are
 * deterministic, so it is the same for every profile; where it has no value, the test ends
 * there, and a quick run need not call Lua at all. A counted run always does, for it says what
 * the test costs.
 */
void first_needs_find(struct rulebook *book);

/* Adds a fact, unless it is there. */
void running_add_missing(struct runner *r, struct verdict_so_far *v, int fact);

/* What the tests come to, into a finding whose rule is set. */
void running_conclude(struct runner *r, const struct verdict_so_far *v, struct finding *f);

#endif
