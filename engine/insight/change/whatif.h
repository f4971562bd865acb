/* SPDX-License-Identifier: MIT
 *
 * What would change in what is said about a company if some facts were others. Nothing is
 * written; the profile's text is edited in memory.
 */
#ifndef INSIGHT_WHATIF_H
#define INSIGHT_WHATIF_H

#include "base/text.h"
#include "insight/assess.h"

struct change {
    const char *fact;  /* "plan.levels_paid", or a key that is unique */
    const char *value; /* as in a profile; "unknown" takes the fact away */
};

/*
 * Makes the changes in order. The new text lives in 'arena'.
 *
 * Errors: those of profile_edit; ERROR_USAGE where two changes are about one fact.
 */
bool whatif_edit(struct text text, const struct schema *schema, const struct change *changes,
                 size_t count, struct arena *arena, struct text *out, struct error *err);

/* A finding that is not what it was: another outcome or credit. */
struct shift {
    const struct finding *before, *after;
    bool counts; /* in the company score, and so in the sums below */
    struct tally was, is;
};

struct whatif {
    struct assessment before, after;
    struct shift *shifts; /* by how bad they now are, worst first; then by what they lose */
    size_t shift_count;
    int64_t earned, possible; /* after less before, thousandths of points: the sums over the
                                 shifts that count */
};

/* Assesses both profiles and takes the difference; *out lives in 'arena' and borrows the
 * profiles and the pack. Cannot fail. */
void whatif_compare(struct rulebook *book, const struct profile *before,
                    const struct profile *after, struct arena *arena, struct whatif *out);

#endif
