/* SPDX-License-Identifier: MIT
 *
 * One company through a loaded pack, to everything said about it.
 */
#ifndef INSIGHT_ASSESS_H
#define INSIGHT_ASSESS_H

#include "lua/rulebook.h"

/* Runs the rules and the figures and settles points, verdict, class and confidence. All of *out
 * lives in 'arena', but for the pack and the profile, which are borrowed. Cannot fail. */
void assess(struct rulebook *book, const struct profile *profile, struct arena *arena,
            struct assessment *out);

/* The same without the figures, for what shows none: they cost more than the rules, and nothing
 * else hangs on them. */
void assess_score(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct assessment *out);

#endif
