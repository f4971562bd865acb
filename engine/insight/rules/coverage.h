/* SPDX-License-Identifier: MIT
 *
 * How much of a rule its examples reach.
 */
#ifndef INSIGHT_COVERAGE_H
#define INSIGHT_COVERAGE_H

#include "insight/source/source.h"
#include "lua/rulebook.h"

/* An outcome that the rule's text has, and whether an example came to it. */
struct outcome_reached {
    int line;
    const char *outcome;
    bool seen;
};

struct rule_coverage {
    size_t line_count; /* lines that can run */
    size_t lines_run;
    int *missed; /* lines that never ran, in their order */
    size_t missed_count;
    struct outcome_reached *outcomes; /* each place of an outcome once, in the order of lines */
    size_t outcome_count;
    size_t outcomes_seen;
    /* while it is measured */
    bool *can_run;
    bool *ran; /* both by line, from 1 */
    size_t last_line;
};

/* Of a rule or figure, by its number among the files of the pack; starts with nothing run. All
 * lists live in 'arena'. */
void coverage_start(struct rule_coverage *coverage, struct rulebook *book, size_t file,
                    struct arena *arena);

/* Adds what an example did. */
void coverage_add(struct rule_coverage *coverage, const struct rule *rule,
                  const struct trace *trace);

/* Counts, once all is added. */
void coverage_finish(struct rule_coverage *coverage, struct arena *arena);

#endif
