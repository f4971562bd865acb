/* SPDX-License-Identifier: MIT
 *
 * The sentences that ask.c (for paper), ask_document.c and ask_json.c share.
 */
#ifndef REPORT_ASK_WORDS_H
#define REPORT_ASK_WORDS_H

#include "report/sheets/ask.h"

/* Appends "Questions about NAME, 2024-05-02". */
void ask_put_title(struct buf *out, const struct ask_drawing *drawing);

/* Appends where the score stands and what the points beside a question mean, or that nothing is
 * open; and that the day is missing. */
void ask_put_opening(struct buf *out, const struct ask_drawing *drawing);

/* Appends "RE01, RE02: up to 12 points; could become critical (RE01)". */
void ask_put_stake(struct buf *out, const struct ask_drawing *drawing,
                   const struct ask_question *question);

/* Appends which two questions go together best; nothing where there is no pair. */
void ask_put_pair(struct buf *out, const struct ask_drawing *drawing);

/* Appends how many questions were left out; nothing where none was. */
void ask_put_rest(struct buf *out, size_t left_out);

#endif
