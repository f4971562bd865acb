/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/text/text_page.h"

const char *page_glyph(const struct page *page, enum glyph glyph)
{
    static const char *const glyphs[][2] = {
        [GLYPH_RULE] = {"=", "\u2550"},   [GLYPH_THIN] = {"-", "\u2500"},
        [GLYPH_SURE] = {"#", "\u2588"},   [GLYPH_OPEN] = {"?", "\u2592"},
        [GLYPH_LOST] = {".", "\u00b7"},   [GLYPH_MIDDLE] = {"|", "\u2502"},
        [GLYPH_UNPAID] = {"o", "\u25cb"}, [GLYPH_PAID] = {"o", "\u25cf"},
    };

    return glyphs[glyph][page->style->utf8];
}

void page_fill(struct page *page, enum glyph glyph, size_t count)
{
    while (count-- > 0)
        buf_puts(page->out, page_glyph(page, glyph));
}

void page_tone(struct page *page, enum tone tone, const char *text)
{
    static const char *const codes[] = {"", "\033[1m", "\033[32m", "\033[1;31m"};

    if (!page->style->color || tone == TONE_PLAIN) {
        buf_puts(page->out, text);
        return;
    }
    buf_printf(page->out, "%s%s\033[0m", codes[tone], text);
}

void page_heading(struct page *page, const char *heading, const char *beside)
{
    size_t columns = utf8_columns(heading) + (*beside ? 2 + utf8_columns(beside) : 0);

    buf_putc(page->out, '\n');
    if (columns > page->style->width) {
        page_wrap_tone(page, TONE_HEAD, 0, heading);
        if (*beside)
            page_wrap(page, 0, 2, beside);
        return;
    }
    page_tone(page, TONE_HEAD, heading);
    if (*beside)
        buf_printf(page->out, "  %s", beside);
    buf_putc(page->out, '\n');
}

void page_rule(struct page *page, enum glyph glyph)
{
    page_fill(page, glyph, page->style->width);
    buf_putc(page->out, '\n');
}

void page_pad(struct page *page, size_t at, size_t column)
{
    if (at < column)
        buf_fill(page->out, ' ', column - at);
}

void page_wrap(struct page *page, size_t at, size_t indent, const char *text)
{
    bool fresh = true; /* nothing stands on this line yet but its indent */

    page_pad(page, at, indent);
    at = at < indent ? indent : at;
    while (*text) {
        size_t len = strcspn(text, " \t");
        size_t columns = text_columns((struct text){text, len});
        if (!fresh && at + 1 + columns > page->style->width) {
            buf_putc(page->out, '\n');
            page_pad(page, 0, indent);
            at = indent;
            fresh = true;
        }
        buf_puts(page->out, fresh ? "" : " ");
        buf_put(page->out, text, len);
        at += columns + !fresh;
        fresh = false;
        text += len;
        text += strspn(text, " \t");
    }
    buf_putc(page->out, '\n');
}

void page_wrap_tone(struct page *page, enum tone tone, size_t indent, const char *text)
{
    struct buf lines = BUF_INIT, line = BUF_INIT;
    struct page plain = {.out = &lines, .style = page->style};
    size_t from = 0;

    page_wrap(&plain, indent, indent, text);
    for (size_t i = 0; i < lines.len; i++) {
        if (lines.at[i] != '\n')
            continue;
        size_t blanks = from > 0 ? indent : 0;
        buf_fill(page->out, ' ', blanks);
        buf_put(&line, lines.at + from + blanks, i - from - blanks);
        page_tone(page, tone, buf_text(&line));
        buf_putc(page->out, '\n');
        buf_reset(&line);
        from = i + 1;
    }
    buf_release(&line);
    buf_release(&lines);
}

void page_wrap_scratch(struct page *page, size_t at, size_t indent)
{
    page_wrap(page, at, indent, buf_text(&page->scratch));
    buf_reset(&page->scratch);
}

void page_bar(struct page *page, const struct score *score, size_t width, bool mirrored)
{
    size_t sure = (size_t)score->low * width / 100000;
    bool open_end =
        score->high > score->low; /* where nothing is open, no rounding may say so */
    size_t end = open_end ? ((size_t)score->high * width + 99999) / 100000 : sure;
    size_t open = end - sure, rest = width - end;

    page_fill(page, mirrored ? GLYPH_LOST : GLYPH_SURE, mirrored ? rest : sure);
    page_fill(page, GLYPH_OPEN, open);
    page_fill(page, mirrored ? GLYPH_SURE : GLYPH_LOST, mirrored ? sure : rest);
}

/* --- scores --- */

void text_put_score(struct buf *out, const struct score *score)
{
    if (score->has_score)
        buf_printf(out, "%3d", text_down(score->score));
    else
        buf_puts(out, "  -");
}

void text_put_range(struct buf *out, const struct score *score)
{
    if (score->low == score->high)
        buf_printf(out, "%d", text_down(score->low)); /* nothing is open */
    else
        buf_printf(out, "%d-%d", text_down(score->low), text_up(score->high));
}

void text_put_columns(struct buf *out, const struct score *score, enum verdict_kind kind,
                      const char *band, const char *worst, const char *best)
{
    struct buf text = BUF_INIT;

    text_put_score(out, score);
    text_put_range(&text, score);
    buf_printf(out, "    %-6s  %3d %%  ", buf_text(&text), text_down(score->coverage));
    buf_reset(&text);
    if (kind == VERDICT_DECIDED)
        buf_printf(&text, "%s, decided", band);
    else
        buf_printf(&text, "%s (%s ... %s)", kind == VERDICT_TOO_LITTLE ? "too little" : band,
                   worst, best);
    buf_printf(out, "%-31s  ", buf_text(&text));
    buf_release(&text);
}
