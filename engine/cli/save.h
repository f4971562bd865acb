/* SPDX-License-Identifier: MIT
 *
 * A profile put in the place of what was read, for the commands that change one.
 */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdbool.h>

#include "base/text.h"

/* Whether an existing file may be replaced; says why not. For those who would lose work if they
 * heard of it later. */
bool save_is_possible(const char *file);

/* Writes 'now' to 'file', which must still hold 'before' (NULL: must not exist); who may read
 * it stays. Nothing is written where both are the same. False after saying why not. */
bool save_profile(const char *file, const struct text *before, struct text now);

#endif
