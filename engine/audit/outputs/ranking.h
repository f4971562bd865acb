/* SPDX-License-Identifier: MIT
 *
 * The ranking of an audit (design.md 5): a taker of records that keeps 16 bytes for each
 * company and pack in memory, 32 while they are sorted, and the rest on disk. The order of the
 * records does not matter.
 *
 * Order: the band so far, then score, low, each the best first, then the company's name, byte
 * by byte, and what the input calls it. A company of which too little is known, by its verdict,
 * has no place: such companies follow as a group of their own, the best known first. Those
 * that could not be read, and those that were lost, come last.
 *
 * Ties are of neighbours: a and b, b next in that order, tie when over the rules decided in
 * both (rules of the company score that are worth points, a span at its middle) their scores
 * out of 100 differ by less than 5, or when there is no such rule. A band's border does not
 * keep two from tying. So in a chain of neighbours each ties with the next, and its ends may
 * well be apart: a place is shared only with the one that has it first, as long as that one
 * ties too. Whoever else comes next has the place that the count of those before gives.
 */
#ifndef AUDIT_RANKING_H
#define AUDIT_RANKING_H

#include "audit/outputs/output.h"
#include "audit/work/audit.h"
#include "report/text/ranking_text.h"

struct ranking;

enum { RANKING_TIE = 5 }; /* of 100: our judgement (design.md 5) */

/* For those packs, which are borrowed, and records with one result for each, its rules
 * included. Errors: ERROR_OUTPUT, as there is a temporary file. */
struct ranking *ranking_open(const struct pack *const *packs, size_t pack_count,
                             struct error *err);

/* A taker's: 'ranking' is the context. */
bool ranking_take(void *ranking, const struct record *record, struct error *err);

/* Gets the companies by one pack in their order. False with *err set ends it. */
typedef bool ranking_each(void *context, const struct ranked *ranked, struct error *err);
bool ranking_walk(struct ranking *ranking, size_t pack, ranking_each *each, void *context,
                  struct error *err);

/* How many came to what, by that pack. Borrowed from the ranking. */
struct ranking_counts ranking_count(const struct ranking *ranking, size_t pack);

/* As text, a ranking for each pack, block by block.
 *
 *   stopped   the audit ended before its time: that is said
 *   passed    files that are no companies: the same
 */
bool ranking_draw(struct ranking *ranking, const struct report_context *context,
                  const struct text_style *style, bool stopped,
                  const struct passed_over *passed, struct output *output, struct error *err);

void ranking_close(struct ranking *ranking); /* NULL is taken */

#endif
