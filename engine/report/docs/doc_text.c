/* SPDX-License-Identifier: MIT
 *
 * Documents for a terminal: 80 columns, nothing but plain text.
 */
#include <string.h>

#include "report/docs/doc.h"
#include "report/text/text_page.h"

enum { INDENT = 2, LINES_INDENT = 4, TERM_WIDTH = 18 };

/* Where the meanings of the list start. */
static size_t meaning_column(const struct doc *doc)
{
    return INDENT + (doc->term_width ? doc->term_width : TERM_WIDTH) + 1;
}

/* The text of the block, wrapped from column 'at' on, and away with it. */
static void put_block(struct doc *doc, size_t at, size_t indent)
{
    static const struct text_style style = {.width = TEXT_WIDTH};
    struct page page = {.out = doc->out, .style = &style, .scratch = BUF_INIT};

    page_wrap(&page, at, indent, buf_text(&doc->block));
    buf_reset(&doc->block);
}

/* The text of the block so far. */
static struct buf *block_of(struct doc *doc)
{
    if (doc->block.max == 0)
        doc->block = (struct buf)BUF_INIT;
    return &doc->block;
}

/* A blank line before what is no part of the block above. */
static void put_gap(struct doc *doc)
{
    buf_puts(doc->out, doc->at_heading ? "" : "\n");
}

static void text_begin(struct doc *doc, const char *title, const char *about)
{
    buf_puts(block_of(doc), title);
    put_block(doc, 0, 0);
    buf_puts(block_of(doc), about);
    put_block(doc, 0, INDENT);
}

static void text_end(struct doc *doc)
{
    buf_release(&doc->block);
}

static void text_open(struct doc *doc, enum doc_block block, const char *anchor)
{
    (void)anchor; /* nothing leads to a place on a terminal */
    switch (block) {
    case DOC_PARAGRAPH:
    case DOC_LIST:
    case DOC_TERMS:
    case DOC_LINES:
    case DOC_TABLE:
        put_gap(doc);
        break;
    case DOC_CELL:
        buf_puts(block_of(doc), doc->cells > 1 && doc->block.len > 0 ? "; " : "");
        break;
    default:
        break;
    }
}

static void close_heading(struct doc *doc)
{
    put_gap(doc);
    put_block(doc, 0, 0);
}

/* The term stands before its meaning where there is room for it, else above it. */
static void close_term(struct doc *doc)
{
    size_t end = INDENT + utf8_columns(buf_text(&doc->block)), wanted = meaning_column(doc);

    if (end >= wanted) {
        put_block(doc, 0, INDENT);
        end = 0;
    } else {
        buf_printf(doc->out, "%*s%s", INDENT, "", buf_text(&doc->block));
        buf_reset(&doc->block);
    }
    buf_fill(doc->out, ' ', wanted - end);
}

static void text_close(struct doc *doc, enum doc_block block)
{
    size_t column = meaning_column(doc);

    if (block <= DOC_PART)
        close_heading(doc);
    else if (block == DOC_PARAGRAPH)
        put_block(doc, 0, INDENT);
    else if (block == DOC_ITEM) {
        buf_puts(doc->out, "  - ");
        put_block(doc, LINES_INDENT, LINES_INDENT);
    } else if (block == DOC_TERM || (block == DOC_CELL && doc->cells == 0 && !doc->in_head))
        close_term(doc);
    else if (block == DOC_MEANING || block == DOC_ROW)
        put_block(doc, column, column);
    else if (block == DOC_HEAD)
        buf_reset(&doc->block); /* what the cells are shows without it */
    else if (block == DOC_TERMS)
        doc->term_width = 0;
}

static void text_text(struct doc *doc, enum doc_style style, const char *text)
{
    if (style == DOC_LINE)
        buf_printf(doc->out, "%*s%s\n", *text ? LINES_INDENT : 0, "", text);
    else
        buf_puts(block_of(doc), text);
}

static void text_link(struct doc *doc, const char *to, const char *text)
{
    buf_puts(block_of(doc), text);
    if (*to != '#' && strcmp(to, text) != 0)
        buf_printf(block_of(doc), " <%s>", to);
}

const struct doc_format doc_text_page = {text_begin, text_end,  text_open,
                                         text_close, text_text, text_link};
