/* SPDX-License-Identifier: MIT
 *
 * What a pack says about one of its ids, and its vocabulary as a list and as an empty profile.
 */
#ifndef REPORT_EXPLAIN_H
#define REPORT_EXPLAIN_H

#include "report/text/text_page.h"

/* Explains a rule, fact, source, sentence of the articles, class or axis in full; false where
 * 'id' is none of them. Case does not matter. */
bool explain_id(struct page *page, const struct pack *pack, const char *id);

/* Explains a word of the reports: "critical", "waiver", "bands", "themes"; "words" lists them.
 */
bool explain_word(struct page *page, const struct pack *pack, const char *word);

/* All names that explain_id knows, for "did you mean"; the list lives in 'arena'. */
struct names explain_names(const struct pack *pack, struct arena *arena);

/* The facts of one section, or of all where 'section' is NULL. */
void explain_schema(struct page *page, const struct pack *pack, const char *section);

/* A profile with every key, commented, in which every fact is unknown. */
void explain_template(struct page *page, const struct pack *pack);

#endif
