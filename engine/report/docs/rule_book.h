/* SPDX-License-Identifier: MIT
 *
 * A pack as a book to read: its themes, each rule with what it reads and what it stands on, the
 * sentences of the articles and what carries them, the classification, all sources.
 */
#ifndef REPORT_RULE_BOOK_H
#define REPORT_RULE_BOOK_H

#include "report/docs/doc.h"
#include "score/pack.h"

/* Draws the whole book. The pack must be loaded in full. Nothing of the machine is in it: the
 * same pack gives the same bytes. */
void rule_book_draw(struct doc *doc, const struct pack *pack);

/* --- for its parts --- */

/* "#" and the id, with 'kind' before it where ids of one kind may be those of another. */
void rule_book_link(struct doc *doc, const char *kind, const char *id, const char *text);

/* Links to what is cited, or to rules and axes: "RE02, PC08, axis:focus". */
void rule_book_ids(struct doc *doc, struct names ids);

/* The back of the book: the sentences of the articles, the classification, the sources. */
void rule_book_articles(struct doc *doc, const struct pack *pack);
void rule_book_classes(struct doc *doc, const struct pack *pack);
void rule_book_sources(struct doc *doc, const struct pack *pack);

/* The figures, by group. */
void rule_book_figures(struct doc *doc, const struct pack *pack);

/* "Question: text" as an item of a list; nothing where there is no text. */
void rule_book_point(struct doc *doc, const char *label, const char *text);

/* What a rule or figure stands on. */
void rule_book_cites(struct doc *doc, const struct pack *pack, struct names cites);

/* The facts that a rule, row or figure reads. */
void rule_book_facts(struct doc *doc, const struct pack *pack, const struct rule_fact *facts,
                     size_t count, bool of_figure);
void rule_book_examples(struct doc *doc, const struct pack *pack,
                        const struct example *examples, size_t count);

#endif
