/* SPDX-License-Identifier: MIT
 *
 * The fewest facts that would have to be others for another verdict: one, then two, then three.
 */
#ifndef INSIGHT_FLIP_H
#define INSIGHT_FLIP_H

#include "insight/ask/ask_answers.h"
#include "insight/change/tryout.h"

enum {
    FLIP_POOL_OF_TWO = 30,   /* facts among which two are looked for: the most telling */
    FLIP_POOL_OF_THREE = 20, /* and three */
    FLIP_SETS = 3,
    FLIP_LIMIT = 12000 /* runs for one way, all sizes together */
};

enum flip_direction {
    FLIP_BETTER, /* a better band; any band where too little is known */
    FLIP_WORSE,
    FLIP_WAYS
};

/* Facts with what they would be, by their numbers. */
struct flip_set {
    struct move *moves[MOVES_MAX];
    size_t count;
    struct stand stand;
};

struct flip_way {
    bool exists; /* there is a band that way */
    struct flip_set sets[FLIP_SETS];
    size_t set_count;
    size_t size;                 /* of the sets that were looked at last: 1 to MOVES_MAX */
    size_t pools[MOVES_MAX + 1]; /* facts among which sets of that size were looked for */
    size_t runs;
    bool cut; /* FLIP_LIMIT was reached */
};

struct flip {
    const struct assessment *a;
    struct stand now;
    struct flip_way ways[FLIP_WAYS];
};

/*
 * Of one fact all answers of answers_of are tried, known facts too, as if they were open; in
 * twos and threes each with the one that tells most, of facts that tell nothing alone the first
 * and the last; then the values of what was found are made as mild as they can be. Sets are
 * ordered by how little the score moves, then by the vocabulary. No set breaks a bound that
 * facts set each other.
 *
 * Rule of choice: a set counts only if it leads there the way the rules themselves call better
 * or worse. For a better band it may not lower the upper end of the range (a test that falls
 * short can still lift the average of a poor company), for a worse one not raise the lower end
 * (a test that holds in part can still lower the average of a good one). Where too little is
 * known, whatever gives a verdict counts.
 *
 *   book   with its examples (RULEBOOK_FULL): they give answers
 *   arena  gets all of *out, which borrows the assessment
 */
void flip(struct rulebook *book, const struct assessment *a, struct arena *arena,
          struct flip *out);

#endif
