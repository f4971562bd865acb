/* SPDX-License-Identifier: MIT
 *
 * Assessments for a terminal: plain ASCII, 80 columns unless told otherwise; colour only
 * repeats what the words say.
 */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "base/arena.h"
#include "report/report.h"

struct text_style {
    size_t width; /* columns, 60 or more */
    bool color;
    bool verbose; /* every finding, not only what fell short */
};

enum { TEXT_WIDTH = 80 };

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

#endif
