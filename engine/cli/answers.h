/* SPDX-License-Identifier: MIT
 *
 * Answers given in a file, all at once: 'section.key = value' lines, or as in a profile.
 */
#ifndef CLI_ANSWERS_H
#define CLI_ANSWERS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "facts/schema.h"

/* Puts the answers of 'text' into '*profile', which has no faults; the new text lives in
 * 'arena'. False with 'faults' of 'text', by line, and *profile as it was: an unknown fact, a
 * wrong value, one answered twice that is no list or table. */
bool answers_take(struct text text, const struct schema *schema, struct arena *arena,
                  struct text *profile, struct faults *faults);

#endif
