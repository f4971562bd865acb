/* SPDX-License-Identifier: MIT
 *
 * A page of text: wrapping, headings, bars and colour, for all that is drawn for terminals.
 */
#ifndef REPORT_TEXT_PAGE_H
#define REPORT_TEXT_PAGE_H

#include "report/text/text.h"
#include "score/score.h"

struct page {
    struct buf *out; /* borrowed */
    const struct text_style *style;
    struct buf scratch; /* for a sentence in the making */
};

/* What is drawn, not written: one column each, in ASCII or UTF-8 as the style says. */
enum glyph {
    GLYPH_RULE,   /* '=' */
    GLYPH_THIN,   /* '-': a rule within a part */
    GLYPH_SURE,   /* '#': of a bar, certain */
    GLYPH_OPEN,   /* '?': hangs on what is not known */
    GLYPH_LOST,   /* '.': not earned */
    GLYPH_MIDDLE, /* '|': between two bars */
    GLYPH_UNPAID, /* 'o': a person who was paid nothing */
    GLYPH_PAID    /* 'o': one who was paid */
};

const char *page_glyph(const struct page *page, enum glyph glyph);
void page_fill(struct page *page, enum glyph glyph, size_t count);

enum tone { TONE_PLAIN, TONE_HEAD, TONE_GOOD, TONE_BAD };

/* Puts 'text' in a tone; plain where colour is off. */
void page_tone(struct page *page, enum tone tone, const char *text);

/* A blank line and a heading; what stands beside it has lines of its own where it does not fit.
 */
void page_heading(struct page *page, const char *heading, const char *beside);

void page_rule(struct page *page, enum glyph glyph); /* a whole line */

/* Words of 'text' from column 'indent' on, broken at the page's width; the first line goes on
 * from column 'at'. Ends the line. */
void page_wrap(struct page *page, size_t at, size_t indent, const char *text);

/* The same in a tone, every line of it, from where the page is, column 'indent', on. */
void page_wrap_tone(struct page *page, enum tone tone, size_t indent, const char *text);

/* Fills up to column 'column' with blanks, from 'at'. */
void page_pad(struct page *page, size_t at, size_t column);

/* The scratch sentence, wrapped, and away with it. */
void page_wrap_scratch(struct page *page, size_t at, size_t indent);

/* What is certain, open and lost; 'mirrored' grows to the left. */
void page_bar(struct page *page, const struct score *score, size_t width, bool mirrored);

/* Appends " 41" or "  -"; and "35-60", or "41" where nothing is open. */
void text_put_score(struct buf *out, const struct score *score);
void text_put_range(struct buf *out, const struct score *score);

/* Appends the columns of a list under "score  range   known  verdict (worst ... best)", up to
 * where the next begins. Bands by their names. */
void text_put_columns(struct buf *out, const struct score *score, enum verdict_kind kind,
                      const char *band, const char *worst, const char *best);

#endif
