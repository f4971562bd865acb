/* SPDX-License-Identifier: MIT
 *
 * The questions worth asking next, as a sheet to print and write on.
 */
#ifndef REPORT_ASK_H
#define REPORT_ASK_H

#include "insight/ask/ask.h"
#include "report/docs/doc.h"
#include "report/text/text.h"

/* What the sheets are drawn from; all borrowed. */
struct ask_drawing {
    const struct assessment *assessment;
    const struct ask_sheet *sheet;
    const struct report_context *context;
};

/* Two printed pages: what does not fit is counted in a line. */
enum { ASK_TEXT_LINES = 110, ASK_DOCUMENT_QUESTIONS = 14 };

void ask_text(struct buf *out, const struct ask_drawing *drawing,
              const struct text_style *style);

/* As Markdown or as one HTML file. */
void ask_document(struct buf *out, const struct ask_drawing *drawing,
                  const struct doc_format *format);

/* All questions, with everything that is known of them, and a line feed. */
void ask_json(struct buf *out, const struct ask_drawing *drawing);

#endif
