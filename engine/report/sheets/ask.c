/* SPDX-License-Identifier: MIT
 *
 * The sheet of questions for paper.
 */
#include "report/sheets/ask_words.h"
#include "report/text/text_findings.h"

/* Kept free for what stands under the questions. */
enum { LINES_BELOW = 5, READER_SHARE = 17, INDENT = 4 };

struct sheet {
    const struct ask_drawing *drawing;
    struct page page;
    size_t number; /* of the next question */
    size_t left_out;
};

static size_t lines_in(const struct buf *buf)
{
    size_t count = 0;

    for (size_t i = 0; i < buf->len; i++)
        count += buf->at[i] == '\n';
    return count;
}

/* Where the answer is found, and a line to write it on. */
static void put_answer(struct page *page, const struct fact_def *def)
{
    buf_printf(&page->scratch, "Where to find it: %s", def->find);
    page_wrap_scratch(page, 0, INDENT);
    page_pad(page, 0, INDENT);
    buf_fill(page->out, '.', page->style->width - INDENT);
    buf_putc(page->out, '\n');
}

static void put_question(struct page *page, const struct ask_drawing *d, size_t number,
                         const struct ask_question *q)
{
    const struct fact_def *facts = d->assessment->pack->schema.facts;

    buf_printf(page->out, "%2zu. ", number);
    page_wrap(page, INDENT, INDENT, facts[q->fact].ask);
    put_answer(page, &facts[q->fact]);
    if (q->with != FACT_NONE) {
        buf_printf(&page->scratch, "And with it: %s", facts[q->with].ask);
        page_wrap_scratch(page, 0, INDENT);
        put_answer(page, &facts[q->with]);
    }
    ask_put_stake(&page->scratch, d, q);
    page_wrap_scratch(page, 0, INDENT);
}

/* As many as fit on the lines up to 'last'; the rest is counted. */
static void put_questions(struct sheet *s, const struct ask_questions *questions, size_t last)
{
    struct buf one = BUF_INIT, *out = s->page.out;
    bool full = false;

    for (size_t i = 0; i < questions->count; i++) {
        buf_reset(&one);
        s->page.out = &one;
        buf_putc(&one, '\n');
        put_question(&s->page, s->drawing, s->number, &questions->list[i]);
        s->page.out = out;
        full = full || lines_in(out) + lines_in(&one) > last;
        s->left_out += full;
        s->number += !full;
        if (!full)
            buf_put(out, buf_text(&one), one.len);
    }
    buf_release(&one);
}

/* The scratch sentence below a blank line, if there is one. */
static void put_note(struct page *page)
{
    if (page->scratch.len == 0)
        return;
    buf_putc(page->out, '\n');
    page_wrap_scratch(page, 0, 0);
}

static void put_heading(struct page *page, const struct ask_drawing *d)
{
    text_head(page, d->assessment, d->context);
    ask_put_title(&page->scratch, d);
    page_wrap_scratch(page, 0, 0);
    ask_put_opening(&page->scratch, d);
    put_note(page);
    ask_put_pair(&page->scratch, d);
    put_note(page);
}

void ask_text(struct buf *out, const struct ask_drawing *d, const struct text_style *style)
{
    struct sheet s = {
        .drawing = d, .number = 1, .page = {.out = out, .style = style, .scratch = BUF_INIT}};
    const struct ask_questions *reader = &d->sheet->reader;
    size_t last = ASK_TEXT_LINES - LINES_BELOW;

    put_heading(&s.page, d);
    put_questions(&s, &d->sheet->company, reader->count > 0 ? last - READER_SHARE : last);
    if (reader->count > 0) {
        page_heading(&s.page, "For yourself", "what only you know");
        put_questions(&s, reader, last);
    }
    ask_put_rest(&s.page.scratch, s.left_out);
    put_note(&s.page);
    buf_puts(&s.page.scratch, report_disclaimer);
    put_note(&s.page);
    buf_release(&s.page.scratch);
}
