/* SPDX-License-Identifier: MIT
 *
 * The sheet of questions as Markdown or HTML.
 */
#include "report/sheets/ask_words.h"

enum { DOTS = 72, READER_SHARE = 3 };

struct paper {
    const struct ask_drawing *drawing;
    struct doc doc;
    struct buf text; /* scratch */
    size_t number;   /* of the last question */
    size_t left_out;
};

/* The scratch text as a paragraph; nothing where it is empty. */
static void put_paragraph(struct paper *p)
{
    doc_put(&p->doc, DOC_PARAGRAPH, p->text.len > 0 ? buf_text(&p->text) : NULL);
    buf_reset(&p->text);
}

/* Where the answer is found, after what stands in the scratch text, and a line to write on. */
static void put_answer(struct paper *p, const struct fact_def *def)
{
    buf_printf(&p->text, "Where to find it: %s", def->find);
    put_paragraph(p);
    buf_fill(&p->text, '.', DOTS);
    put_paragraph(p);
}

static void put_question(struct paper *p, const struct ask_question *q)
{
    const struct fact_def *facts = p->drawing->assessment->pack->schema.facts;

    buf_printf(&p->text, "%zu. %s", p->number, facts[q->fact].ask);
    doc_put(&p->doc, DOC_PART, buf_text(&p->text));
    buf_reset(&p->text);
    ask_put_stake(&p->text, p->drawing, q);
    buf_puts(&p->text, ". ");
    put_answer(p, &facts[q->fact]);
    if (q->with == FACT_NONE)
        return;
    buf_printf(&p->text, "And with it: %s ", facts[q->with].ask);
    put_answer(p, &facts[q->with]);
}

static void put_questions(struct paper *p, const char *heading,
                          const struct ask_questions *questions, size_t last)
{
    if (questions->count == 0)
        return;
    doc_put(&p->doc, DOC_SECTION, heading);
    for (size_t i = 0; i < questions->count; i++) {
        if (p->number == last) {
            p->left_out += questions->count - i;
            return;
        }
        p->number++;
        put_question(p, &questions->list[i]);
    }
}

void ask_document(struct buf *out, const struct ask_drawing *d, const struct doc_format *format)
{
    struct paper p = {.drawing = d, .doc = {.format = format, .out = out}, .text = BUF_INIT};
    struct buf title = BUF_INIT;
    size_t share = d->sheet->reader.count > 0 ? READER_SHARE : 0;

    ask_put_title(&title, d);
    ask_put_opening(&p.text, d);
    doc_begin(&p.doc, buf_text(&title), buf_text(&p.text));
    buf_reset(&p.text);
    ask_put_pair(&p.text, d);
    put_paragraph(&p);
    put_questions(&p, "To ask", &d->sheet->company, ASK_DOCUMENT_QUESTIONS - share);
    put_questions(&p, "For yourself: what only you know", &d->sheet->reader,
                  ASK_DOCUMENT_QUESTIONS);
    ask_put_rest(&p.text, p.left_out);
    put_paragraph(&p);
    doc_put(&p.doc, DOC_PARAGRAPH, report_disclaimer);
    doc_end(&p.doc);
    buf_release(&p.text);
    buf_release(&title);
}
