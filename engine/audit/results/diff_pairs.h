/* SPDX-License-Identifier: MIT
 *
 * Two results side by side: which company is which, their ranks, and the differences one after
 * the other. Both files are read twice, so that memory grows by a small row a company only.
 */
#ifndef AUDIT_DIFF_PAIRS_H
#define AUDIT_DIFF_PAIRS_H

#include "audit/results/diff.h"

struct diff_pairs;

/* Reads both to their ends. Companies are paired by name and pack; of one that stands twice,
 * the first with the first. Results stay the caller's. Errors: ERROR_PROFILE. */
struct diff_pairs *diff_pairs_open(struct result *old, struct result *new, struct error *err);
void diff_pairs_close(struct diff_pairs *pairs);

/* Whether both say their packs' bands, so that companies have ranks (design.md 5). */
bool diff_pairs_are_ranked(const struct diff_pairs *pairs);

enum diff_got { DIFF_COMPANY, DIFF_END, DIFF_FAILED };

/* The next company, in the order of the new result, then those that are gone. Lives until
 * 'arena' is reset. */
enum diff_got diff_pairs_next(struct diff_pairs *pairs, struct arena *arena,
                              struct diff_company *out, struct error *err);

#endif
