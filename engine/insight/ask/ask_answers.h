/* SPDX-License-Identifier: MIT
 *
 * The answers that ask.c tries for one fact.
 */
#ifndef INSIGHT_ASK_ANSWERS_H
#define INSIGHT_ASK_ANSWERS_H

#include "insight/ask/ask.h"

struct answers {
    struct value list[ASK_ANSWERS_MAX];
    size_t count;
};

/* The ends of what the fact may be, the named values, yes and no, and all that the rules'
 * examples give it; of a range, what lies within it. Numbers rise. Amounts are in the profile's
 * currency, in USD where it has none. Texts live in the pack or in 'arena'. */
void answers_of(const struct pack *pack, const struct profile *profile, int fact,
                struct arena *arena, struct answers *out);

/* The fact as if the profile said that. */
struct fact answer_as_fact(const struct profile *profile, const struct fact_def *def,
                           const struct value *answer);

#endif
