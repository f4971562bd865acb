/* SPDX-License-Identifier: MIT
 *
 * What is wrong with a pack that loads: what its texts, its sums and its rules' behaviour show
 * (rules check). What is no fault of a rule's form is looked for too, as long as it can be
 * said with certainty.
 */
#ifndef INSIGHT_LINT_H
#define INSIGHT_LINT_H

#include "lua/rulebook.h"

/* One thing to say. */
struct lint_note {
    const char *file; /* path as given on the command line, and inside the pack */
    int line;         /* or 0 */
    const char *id;   /* of the rule, fact, source, sentence or theme; or "" */
    const char *message;
};

struct lint {
    struct lint_note *list; /* lives in the arena it was made with */
    size_t count;
};

struct linting;

/* One kind of thing that is looked for. */
struct lint_check {
    const char *id;
    const char *finds;
    void (*run)(struct linting *l);
};

extern const struct lint_check lint_checks[];
extern const size_t lint_check_count;

/* Adds the faults that were found when packs were loaded. */
void lint_add_faults(struct lint *lint, const struct pack_faults *faults, struct arena *arena);

/*
 * Adds what the checks find in the packs of a book.
 *
 *   faults   of its load; what they have said already is not said again. May be NULL.
 *   only     id of the one check to run; NULL: all
 *
 * Runs rules, so that the book's state is as after any other run.
 */
void lint_add(struct lint *lint, struct rulebook *book, const struct pack_faults *faults,
              const char *only, struct arena *arena);

/* Puts the notes in the order of files and lines, each once. */
void lint_sort(struct lint *lint);

/* The first word in a text that judges where facts should be told ("fraud"), or NULL. 'text'
 * may be NULL. */
const char *lint_judging_word(const char *text);

#endif
