/* SPDX-License-Identifier: MIT
 *
 * One fact changed in the text of a profile: comments, order, blank lines, line ends and all
 * else stay byte for byte.
 */
#ifndef FACTS_PROFILE_EDIT_H
#define FACTS_PROFILE_EDIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/text.h"
#include "facts/schema.h"

/*
 * The number of the fact that 'name' means: "plan.levels_paid", or "levels_paid" where one
 * section alone has such a key; case, blanks and '-' as in profiles.
 *
 * Errors: ERROR_USAGE, with the candidates or the nearest name.
 */
bool profile_edit_fact(const struct schema *schema, const char *name, struct arena *arena,
                       int *number, struct error *err);

/*
 * Appends 'text' to *out with the fact set to 'value'.
 *
 *   text     a profile without faults; an empty one gets its first section
 *   value    as a profile holds it, with quotes or without; they are added where it needs them
 *            ("A ; B"). "unknown" takes the fact away. No provenance, no line breaks.
 *   source   "S1", or "S1 p.4" with a locator; must be declared in the text. NULL: the line
 *            names no source afterwards, not that of the old value either, for it does not say
 *            the new one. A value that is what it was keeps its source.
 *
 * A trailing comment stays on its line; lines that continued the old value go, their comments
 * stay. A key that is absent goes below the last line of its section, a section that is absent
 * to the end.
 *
 * Errors: ERROR_USAGE for the fact, value or source, with what to write; ERROR_PROFILE where
 * several lines state the fact (a list or a conflict; the sentence names them) or the text has
 * faults. *out is untouched then.
 */
bool profile_edit(struct text text, const struct schema *schema, const char *fact,
                  const char *value, const char *source, struct arena *arena, struct buf *out,
                  struct error *err);

#endif
