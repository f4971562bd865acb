/* SPDX-License-Identifier: MIT
 *
 * Whether a rule's examples notice small changes of its code: those that no example notices
 * are cases that no example has, or changes that change nothing.
 */
#ifndef INSIGHT_MUTATION_H
#define INSIGHT_MUTATION_H

#include "insight/rules/examples.h"
#include "insight/source/source.h"

struct unnoticed {
    int line;
    const char *what; /* "'>' to '>='" */
};

struct rule_mutation {
    bool skipped; /* the examples fail without any change */
    size_t count; /* changes with which the file loads */
    size_t noticed;
    struct unnoticed *unnoticed; /* in the order of the file */
    size_t unnoticed_count;
};

/* Tries each change of the rule with its examples, up to the first that gives something else,
 * and puts the rule back. Lists live in 'arena'; the book grows. */
void rule_mutate(struct rulebook *book, size_t file, struct arena *arena,
                 struct rule_mutation *out);

#endif
