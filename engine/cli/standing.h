/* SPDX-License-Identifier: MIT
 *
 * Where a profile in the making stands, and what to ask of it next: facts that can move the
 * score before those that figures lack.
 */
#ifndef CLI_STANDING_H
#define CLI_STANDING_H

#include "cli/questionnaire.h"
#include "score/assessment.h"

/* The profile read and judged; everything lives in 'arena', which standing_look resets. */
struct standing {
    struct arena arena;
    const struct schema *schema;
    struct profile profile;
    struct assessment a;
};

void standing_look(struct standing *standing, const struct questionnaire *q);

/* Appends score, range, how much is known, and the verdict; a line. */
void standing_put(struct buf *out, const struct standing *standing);

/* Whether nothing is stated that an answer could take away. */
bool standing_is_open(const struct standing *standing, int fact);

/*
 * The open facts whose answers could move a score most, 'max' at most; those for the reader
 * last. Returns how many.
 *
 *   asked  by number of the fact: which to leave out; NULL: none
 */
size_t standing_rank(struct standing *standing, const struct questionnaire *q,
                     const bool *asked, int *out, size_t max);

/* The open facts that figures lack, in the order in which the figures stand; no score hangs on
 * them. Otherwise as standing_rank. */
size_t standing_figure_facts(struct standing *standing, const bool *asked, int *out,
                             size_t max);

#endif
