/* SPDX-License-Identifier: MIT
 *
 * The page of the manual about profiles: how they are written, and every fact of a vocabulary.
 */
#ifndef REPORT_MAN_PROFILE_H
#define REPORT_MAN_PROFILE_H

#include "facts/schema.h"
#include "report/docs/doc.h"

/* Draws all sections of the page; the caller begins and ends it. */
void man_profile_draw(struct doc *doc, const struct schema *schema);

/* --- what it shows, so that tests can hold it against the reader --- */

enum { MAN_TYPE_EXAMPLES = 6 };

struct man_type {
    enum fact_type type;
    const char *says; /* or "" */
    const char *examples[MAN_TYPE_EXAMPLES];
};

extern const struct man_type man_types[TYPE_COUNT];
extern const char man_profile_example[]; /* a whole profile */

#endif
