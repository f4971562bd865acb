/* SPDX-License-Identifier: MIT
 *
 * What the files that draw a company as Markdown share. For md*.c only.
 */
#ifndef REPORT_MD_PART_H
#define REPORT_MD_PART_H

#include "report/docs/doc.h"
#include "report/formats/formats.h"
#include "report/sentences.h"

/* One company's part in the making. */
struct md_part {
    struct doc doc;
    const struct assessment *a;
    const struct report_context *context;
    struct arena *arena;
    struct buf text; /* a sentence in the making; every call that puts it empties it */
};

/* A heading below the company's, in small letters where it is all capitals; 'note' may be
 * empty. */
void md_heading(struct md_part *part, const char *heading, const char *note);

/* The text as a block; nothing where it is empty, but for a cell. */
void md_put(struct md_part *part, enum doc_block block);

/* The text as a paragraph that is a sentence: a capital first, a full stop last. */
void md_sentence(struct md_part *part);

/* A cell or an item with an id in it, as code. */
void md_code(struct md_part *part, enum doc_block block, const char *code);

/* A row of the table of themes under md_theme_head. */
void md_theme_head(struct md_part *part);
void md_theme(struct md_part *part, size_t theme);

/* md_figures.c */
void md_figures(struct md_part *part);

/* md_findings.c */
void md_findings(struct md_part *part);
void md_advice(struct md_part *part);
void md_questions(struct md_part *part);
void md_fit(struct md_part *part);

/* md_evidence.c */
void md_evidence(struct md_part *part);
void md_stamps(struct md_part *part);

#endif
