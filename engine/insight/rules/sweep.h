/* SPDX-License-Identifier: MIT
 *
 * A rule run over its examples and over what lies around them, to see what it can come to.
 */
#ifndef INSIGHT_SWEEP_H
#define INSIGHT_SWEEP_H

#include "insight/rules/examples.h"

enum { SWEEP_MAX_RUNS = 2000 };

struct sweep {
    size_t runs; /* besides the examples */
    bool cut;    /* there were more than SWEEP_MAX_RUNS */
};

/* The smallest difference that people write of a number: one step beside it. Days for dates. */
decimal sweep_step(const struct fact_def *def);

/* Sees one run; false ends the sweep. What it is given lives until it returns. */
typedef bool sweep_fn(void *context, const struct outcome_seen *seen,
                      const struct trace *trace);

/*
 * Runs the examples, then each with one fact of the rule put in its place, then with two. The
 * values of a fact: those of the examples; of a number, its range's ends and one step beside
 * what the examples give; of words and bools, all they may be.
 */
void sweep_rule(struct rulebook *book, size_t rule, sweep_fn *see, void *context,
                struct sweep *out);

#endif
