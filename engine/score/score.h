/* SPDX-License-Identifier: MIT
 *
 * Findings to points, scores and a verdict (design.md 5). Pure arithmetic on whole numbers:
 * thousandths of points, thousandths of the score's 0 to 100. Cannot fail.
 *
 * Invariants: low <= score <= high; the entries' sums are the totals; what is learned later
 * about an unknown fact stays inside low..high.
 */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include <stdint.h>

#include "score/finding.h"

/* Thousandths of points, as sums over rules. */
struct tally {
    int64_t earned;     /* over decided rules; a span counts its middle */
    int64_t possible;   /* over decided rules */
    int64_t applicable; /* over all rules but the not applicable */
    int64_t low;        /* earned if every open point is lost */
    int64_t high;       /* earned if every open point is won */
};

/* Thousandths, 0 to 100,000. */
struct score {
    bool has_score; /* false: nothing is decided; low 0, high 100,000 */
    int score, low, high;
    int coverage; /* thousandths of 100 %: 0 to 100,000 */
};

/* What one finding adds to the tally of its theme: a line of the ledger. */
struct tally finding_tally(const struct finding *finding);
struct score tally_score(struct tally tally);

static inline void tally_add(struct tally *sum, struct tally more)
{
    sum->earned += more.earned;
    sum->possible += more.possible;
    sum->applicable += more.applicable;
    sum->low += more.low;
    sum->high += more.high;
}

enum verdict_kind {
    VERDICT_DECIDED, /* the worst and the best case lie in one band */
    VERDICT_PROVISIONAL,
    VERDICT_TOO_LITTLE /* under 20 % coverage and nothing critical or major found */
};

enum { VERDICT_MIN_COVERAGE = 20000 }; /* thousandths of 100 %: our judgement (design.md 5) */

/* Bands are numbers into pack.bands, 0 the best. */
struct verdict {
    enum verdict_kind kind;
    size_t now, worst, best;
    int criticals; /* matters that are decided critical, counted once each: 0, 1 or 2 (or more)
                    */
    bool capped;   /* the gate lowered 'now' */
    int coverage;  /* that of the score: on how much it stands */
};

/* Whether it is a verdict so far on so little that whoever says it says that first. A critical
 * finding weighs by itself, however little else is known. */
bool verdict_is_thin(const struct verdict *verdict);

/*
 *   findings      one per rule of the pack, in its order
 *   lift_waived   leave out what a valid waiver covers, points and gates
 */
struct verdict verdict_of(const struct pack *pack, const struct finding *findings,
                          struct score score, bool lift_waived);

#endif
