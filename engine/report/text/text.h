/* SPDX-License-Identifier: MIT
 *
 * Assessments for a terminal: drawn in plain ASCII and 80 columns unless told otherwise; colour
 * only repeats what the words say, and blocks only what '#', '?' and '.' do.
 */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "base/arena.h"
#include "report/report.h"

struct text_style {
    size_t width; /* columns, TEXT_NARROWEST or more */
    bool color;
    bool verbose; /* every finding, not only what fell short */
    bool utf8; /* bars, rules and icons in other than ASCII; columns and words are the same */
};

enum { TEXT_WIDTH = 80, TEXT_NARROWEST = 60 };

/* The whole report of one company. */
void text_assessment(struct buf *out, const struct assessment *assessment,
                     const struct report_context *context, const struct text_style *style,
                     struct arena *arena);

/* The head of, and one line in, a list of several companies. */
void text_list_head(struct buf *out, const struct pack *pack,
                    const struct report_context *context);
void text_list_line(struct buf *out, const struct assessment *assessment);

/* The line of a company that could not be read. */
void text_list_unreadable(struct buf *out, const char *file, size_t errors);

/* All that must be seen of one company, in one line: verdict, score, what is critical. With
 * 'by_pack', of which pack. */
void text_brief(struct buf *out, const struct assessment *assessment,
                const struct text_style *style, bool by_pack);
void text_brief_unreadable(struct buf *out, const char *file, size_t errors);

#endif
