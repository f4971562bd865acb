/* SPDX-License-Identifier: MIT
 *
 * A company with some facts changed, again and again: only the rules that read them run, and
 * what one change does to a rule is kept, so that many sets of changes cost little.
 */
#ifndef INSIGHT_TRYOUT_H
#define INSIGHT_TRYOUT_H

#include "lua/rulebook.h"

enum { MOVES_MAX = 3 }; /* facts changed at once */

/* What is said of the company. */
struct stand {
    struct score score;
    struct verdict verdict;
    int criticals; /* findings of the company score that are critical, each counted */
};

/* One fact and what it would be. */
struct move {
    int fact;
    struct fact as;
    struct finding *findings; /* of the rules that read it, filled by the first run */
    struct stand stand;       /* with this move alone, by tryout_move */
};

struct readers {
    size_t *rules; /* numbers of rules that count and read the fact, rising */
    size_t count;
};

struct tryout {
    struct rulebook *book;
    const struct assessment *a; /* borrowed */
    struct arena *arena;
    struct arena scratch; /* of one run */
    struct profile trial;
    struct finding *findings;
    struct readers *readers; /* by fact */
    struct stand now;        /* without changes */
};

/* 'arena' gets what lives as long as the tryout; tryout_close is due. */
void tryout_open(struct tryout *t, struct rulebook *book, const struct assessment *a,
                 struct arena *arena);
void tryout_close(struct tryout *t);

/* Whether the rule is part of the company score. */
bool tryout_counts(const struct tryout *t, size_t rule);

/* Whether the fact may be changed: a rule of the score reads it, and it is not one by which all
 * others are read (currency, as-of day). */
bool tryout_can_change(const struct tryout *t, int fact);

/* What would be said with these changes, of different facts; at most MOVES_MAX. */
struct stand tryout_run(struct tryout *t, struct move *const *moves, size_t count);

/* The same for one, kept in the move. */
void tryout_move(struct tryout *t, struct move *move);

/* The band that stands in the headline; the number of bands where too little is known. */
size_t stand_band(const struct pack *pack, const struct stand *stand);

/* Thousandths of points of the score by which the first is off from the second. */
int stand_distance(const struct stand *a, const struct stand *b);

#endif
