/* SPDX-License-Identifier: MIT
 *
 * What to ask next: the questions of the rules that are not settled, the most telling first.
 */
#ifndef INSIGHT_QUESTIONS_H
#define INSIGHT_QUESTIONS_H

#include "score/assessment.h"

struct question {
    const struct rule *rule;
    const struct finding *finding;
    int64_t swing; /* thousandths of points between the best and the worst answer */
    bool gate;     /* the answer could be critical, which caps the verdict */
};

/*
 * The questions of all rules of the company score that are unknown or a span, in the order:
 * those that could be critical, then by swing, then in the order of the pack. Returns how many;
 * the list lives in 'arena'.
 */
size_t questions(const struct assessment *assessment, struct arena *arena,
                 struct question **out);

#endif
