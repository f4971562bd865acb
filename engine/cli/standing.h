/* SPDX-License-Identifier: MIT
 *
 * The profile of a questionnaire as it stands, read and judged, and what is still to be asked.
 */
#ifndef CLI_STANDING_H
#define CLI_STANDING_H

#include "cli/questionnaire.h"
#include "score/assessment.h"

/* Everything in it lives in 'arena', until the next look. */
struct standing {
    struct arena arena;
    const struct schema *schema;
    struct profile profile;
    struct assessment a;
};

/* Reads and judges the questionnaire's text, which has no faults. */
void standing_look(struct standing *standing, const struct questionnaire *q);

/* Appends a line: score, range, how much is known, verdict. */
void standing_put(struct buf *out, const struct standing *standing);

/* Whether nothing is stated that an answer could take away. */
bool standing_is_open(const struct standing *standing, int fact);

/* The next of the facts that are asked before all others, or FACT_NONE. */
int standing_first(const struct standing *standing, const bool *asked);

/*
 * The open facts to ask next, 'max' at most: those that move the score, the most telling first
 * and those for the reader last; and those that the figures lack, as facts_lacking has them.
 *
 *   asked  by number of the fact: leave these out; or NULL
 *   out    room for 'max'
 */
size_t standing_rank(struct standing *standing, const struct questionnaire *q,
                     const bool *asked, int *out, size_t max);
size_t standing_lacking(struct standing *standing, const bool *asked, int *out, size_t max);

#endif
