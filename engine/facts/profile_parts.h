/* SPDX-License-Identifier: MIT
 *
 * What profile_read.c (INI text) and profile_statements.c (statements from elsewhere) share:
 * how a name and a value are understood. Not for other files.
 */
#ifndef FACTS_PROFILE_PARTS_H
#define FACTS_PROFILE_PARTS_H

#include "facts/profile_read.h"

/* Why these bytes cannot be a line, with the column where it starts; NULL if they can. */
const char *line_fault(struct text line, int *column);

/* Copies a name in lower case with '_' for blank and '-'; false where it is too long. */
bool name_fold(struct text text, char out[PROFILE_MAX_NAME + 1]);

/* How many letters from the front are as name_fold leaves them; a name that has others is none.
 */
size_t name_folded_len(struct text text);

/* The place of the quote that ends the quoted text, which starts at 0; 0 where none does. */
size_t value_closing_quote(struct text text);

/* Parts what stands behind '=' into value, source and locator of 'line'; false with a fault
 * where it cannot be understood. */
bool value_split(struct profile_line *line, struct text text, struct arena *arena,
                 struct faults *faults);

#endif
