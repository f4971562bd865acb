/* SPDX-License-Identifier: MIT
 *
 * Which files that come in are results of the audit: of a list that cannot be read twice, this
 * is seen only then.
 */
#ifndef AUDIT_OVERLAP_H
#define AUDIT_OVERLAP_H

#include "audit/input/input.h"

struct overlap;

/* Looks at the results that exist: what does not, nobody can lose. */
struct overlap *overlap_open(const struct input_options *options);
void overlap_close(struct overlap *overlap); /* NULL is taken */

/* Whether the file is one of them, under whatever name; remembers which. */
bool overlap_meets(struct overlap *overlap, const char *path);

/* Whether the result of that name has been met. */
bool overlap_has(const struct overlap *overlap, const char *result);

#endif
