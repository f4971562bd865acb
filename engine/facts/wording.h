/* SPDX-License-Identifier: MIT
 *
 * A value and a source from outside as a profile has to hold them: with quotes where it needs
 * them. What is written is read back by profile_read before it is trusted.
 */
#ifndef FACTS_WORDING_H
#define FACTS_WORDING_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "facts/schema.h"

struct wording {
    struct text written; /* as it is to stand in the file */
    struct text value;   /* as it will be read */
    bool quoted;
};

/* Words 'given' for the fact; whether it is a value of the fact is for value_parse to say.
 * Errors: ERROR_USAGE for what is empty, too long or no line of text. */
bool wording_of_value(const struct fact_def *def, const char *given, struct arena *arena,
                      struct wording *out, struct error *err);

/* "S1 p.4" or "@S1 p.4" to id and locator (perhaps empty). Errors: ERROR_USAGE for what would
 * not come back from a line as it is. */
bool wording_of_source(const char *given, struct arena *arena, struct text *id,
                       struct text *locator, struct error *err);

#endif
