/* SPDX-License-Identifier: MIT
 *
 * Which answers to a fact are tried together with those to another: a few that differ in what
 * comes of them.
 */
#ifndef INSIGHT_FEW_ANSWERS_H
#define INSIGHT_FEW_ANSWERS_H

#include "score/score.h"

enum { FEW_ANSWERS = 5 };

struct few_answer {
    const struct value *answer; /* borrowed */
    struct score score;         /* what came of it */
    int swing;                  /* how far it moved both ends of the range, thousandths */
};

/* Keeps an answer where what came of it is new, in order from the worst; 'few' has room for one
 * more than FEW_ANSWERS. Returns how many there are now. The worst and the best stay. */
size_t few_answers_keep(struct few_answer *few, size_t count, struct few_answer add);

#endif
