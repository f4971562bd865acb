/* SPDX-License-Identifier: MIT
 *
 * What the verdict hangs on: each known fact taken away, each rule's and each theme's points a
 * quarter up and down, one at a time.
 */
#ifndef INSIGHT_SENSITIVITY_H
#define INSIGHT_SENSITIVITY_H

#include "insight/change/tryout.h"

enum { VARIED_PERCENT = 25 };

enum variation_kind { VARY_FACT, VARY_RULE, VARY_THEME, VARY_KIND_COUNT };

struct variation {
    enum variation_kind kind;
    size_t number; /* of the fact, rule or theme */
    int percent;   /* of its points, more or less; 0 for facts, which are taken away */
    struct stand stand;
    bool changes; /* the band of the headline */
};

/* Variations of one kind, the most telling first: those that change the band, then by how far
 * score and range move; what is equal stays in the order of the pack. */
struct variations {
    struct variation *list;
    size_t count, changing;
    int low, high; /* of the scores, with that of no variation */
};

struct sensitivity {
    const struct assessment *a;
    struct stand now;
    struct variations kinds[VARY_KIND_COUNT];
    size_t count, changing; /* of all kinds */
};

/* Cannot fail; *out lives in 'arena' and borrows the assessment. */
void sensitivity(struct rulebook *book, const struct assessment *a, struct arena *arena,
                 struct sensitivity *out);

#endif
