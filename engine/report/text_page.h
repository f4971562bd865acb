/* SPDX-License-Identifier: MIT
 *
 * A page of text: wrapping, headings, bars and colour, for all that is drawn for terminals.
 */
#ifndef REPORT_TEXT_PAGE_H
#define REPORT_TEXT_PAGE_H

#include "report/text.h"
#include "score/score.h"

struct page {
    struct buf *out; /* borrowed */
    const struct text_style *style;
    struct buf scratch; /* for a sentence in the making */
};

enum tone { TONE_PLAIN, TONE_HEAD, TONE_GOOD, TONE_BAD };

/* Puts 'text' in a tone; plain where colour is off. */
void page_tone(struct page *page, enum tone tone, const char *text);

/* A blank line and a heading. */
void page_heading(struct page *page, const char *heading, const char *beside);

void page_rule(struct page *page, char c);

/* Words of 'text' from column 'indent' on, broken at the page's width; the first line goes on
 * from column 'at'. Ends the line. */
void page_wrap(struct page *page, size_t at, size_t indent, const char *text);

/* Fills up to column 'column' with blanks, from 'at'. */
void page_pad(struct page *page, size_t at, size_t column);

/* The scratch sentence, wrapped, and away with it. */
void page_wrap_scratch(struct page *page, size_t at, size_t indent);

/* '#' certain, '?' hangs on what is not known, '.' not earned; 'mirrored' grows to the left. */
void page_bar(struct page *page, const struct score *score, size_t width, bool mirrored);

/* Appends " 41" or "  -"; and "35-60", or "41" where nothing is open. */
void text_put_score(struct buf *out, const struct score *score);
void text_put_range(struct buf *out, const struct score *score);

/* Appends the columns of a list under "score  range   known  verdict (worst ... best)", up to
 * where the next begins. Bands by their names. */
void text_put_columns(struct buf *out, const struct score *score, enum verdict_kind kind,
                      const char *band, const char *worst, const char *best);

#endif
