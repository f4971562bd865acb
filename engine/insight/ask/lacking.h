/* SPDX-License-Identifier: MIT
 *
 * What to ask next where no answer moves the score: the facts that figures wait for.
 */
#ifndef INSIGHT_LACKING_H
#define INSIGHT_LACKING_H

#include "score/assessment.h"

/* The facts that figures miss, those that most figures miss first, then in the order of the
 * report; refused ones too. Returns how many; the list lives in 'arena'. */
size_t facts_lacking(const struct assessment *assessment, struct arena *arena, int **out);

/* Appends the titles of the groups with such figures, in lower case: "the money, promise and
 * arithmetic". */
void facts_lacking_put_groups(struct buf *out, const struct assessment *assessment);

#endif
