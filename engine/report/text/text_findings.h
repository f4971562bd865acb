/* SPDX-License-Identifier: MIT
 *
 * The parts of the terminal report around its scores.
 */
#ifndef REPORT_TEXT_FINDINGS_H
#define REPORT_TEXT_FINDINGS_H

#include "report/text/text_page.h"

/* How the run was made: program, pack, points. */
void text_run_head(struct page *page, const struct pack *pack,
                   const struct report_context *context);

/* The same with the file, and the company's name. */
void text_head(struct page *page, const struct assessment *assessment,
               const struct report_context *context);

/* The income table that a fact holds as 100 people, an 'o' each; nothing where it is not known.
 */
void text_people(struct page *page, const struct assessment *assessment, const char *fact,
                 struct arena *arena);

/* The figures, by group. */
void text_figures(struct page *page, const struct assessment *assessment, struct arena *arena);

/* What fell short, the worst first, then the rest by name. */
void text_findings(struct page *page, const struct assessment *assessment, struct arena *arena);

/* What does not fit the reader. */
void text_fit(struct page *page, const struct assessment *assessment, struct arena *arena);

/* The sentences of the articles that critical and major findings stand on, each once. */
void text_advice(struct page *page, const struct assessment *assessment, struct arena *arena);

/* The three questions that matter most. */
void text_questions(struct page *page, const struct assessment *assessment,
                    struct arena *arena);

/* Waivers, conflicts, refusals, errors, integrity, confidence. */
void text_evidence(struct page *page, const struct assessment *assessment);

#endif
