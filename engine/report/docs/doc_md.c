/* SPDX-License-Identifier: MIT
 *
 * Documents as Markdown, with the tables that GitHub knows.
 */
#include <string.h>

#include "base/text.h"
#include "report/docs/doc.h"

static bool is_word(char c)
{
    return is_letter(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

/* Whether the character at 'at' would mean something where it stands. '_' does within no word,
 * '#' at the end of a heading.
 */
static bool has_meaning(const char *text, const char *at)
{
    if (*at == '#')
        return at > text && is_blank(at[-1]) && !at[strspn(at, "#")];
    if (*at == '_')
        return !(at > text && is_word(at[-1]) && is_word(at[1]));
    return strchr("\\`*{}[]|~", *at) != NULL;
}

/* At the start of a line a few more do: lists, headings, quotes, numbers with a dot. */
static bool opens_block(const char *at)
{
    size_t digits = strspn(at, "0123456789");

    if (digits > 0)
        return (at[digits] == '.' || at[digits] == ')') && at[digits + 1] <= ' ';
    return *at && strchr("#+-=:", *at);
}

static void put_escaped(struct buf *out, const char *text, bool line_began)
{
    const char *at = text;

    if (!line_began)
        at += strspn(at, " \t\n\r"); /* four blanks would make it code */
    if (!line_began && opens_block(at)) {
        size_t digits = strspn(at, "0123456789");
        buf_put(out, at, digits);
        at += digits;
        buf_printf(out, "\\%c", *at++);
    }
    for (; *at; at++) {
        if (*at == '<' || *at == '>' || *at == '&')
            buf_puts(out, *at == '<' ? "&lt;" : *at == '>' ? "&gt;" : "&amp;");
        else if ((unsigned char)*at < ' ')
            buf_putc(out, ' ');
        else if (has_meaning(text, at))
            buf_printf(out, "\\%c", *at);
        else
            buf_putc(out, *at);
    }
}

/* Between more backticks than stand in it in one run. A '|' would end the cell of a table. */
static void put_code(struct doc *doc, const char *text)
{
    size_t longest = 0, run = 0, len = strlen(text);
    bool padded = text[0] == '`' || text[len - 1] == '`';

    for (const char *at = text; *at; at++) {
        run = *at == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    buf_fill(doc->out, '`', longest + 1);
    buf_puts(doc->out, padded ? " " : "");
    for (const char *at = text; *at; at++) {
        if (*at == '|' && doc->in_table)
            buf_putc(doc->out, '\\');
        buf_putc(doc->out, (unsigned char)*at < ' ' ? ' ' : *at);
    }
    buf_puts(doc->out, padded ? " " : "");
    buf_fill(doc->out, '`', longest + 1);
}

/* Four blanks make it code, whatever stands in it. */
static void put_code_line(struct buf *out, const char *text)
{
    buf_puts(out, "    ");
    for (const char *at = text; *at; at++)
        buf_putc(out, (unsigned char)*at < ' ' ? ' ' : *at);
    buf_putc(out, '\n');
}

static void md_text(struct doc *doc, enum doc_style style, const char *text)
{
    if (style == DOC_CODE) {
        put_code(doc, text);
        return;
    }
    if (style == DOC_LINE) {
        put_code_line(doc->out, text);
        return;
    }
    buf_puts(doc->out, style == DOC_STRONG ? "**" : "");
    put_escaped(doc->out, text, doc->line_began || style == DOC_STRONG);
    buf_puts(doc->out, style == DOC_STRONG ? "**" : "");
}

static void md_link(struct doc *doc, const char *to, const char *text)
{
    buf_putc(doc->out, '[');
    put_escaped(doc->out, text, true);
    buf_puts(doc->out, "](");
    doc_put_address(doc->out, to);
    buf_putc(doc->out, ')');
}

static void md_begin(struct doc *doc, const char *title, const char *about)
{
    buf_puts(doc->out, "# ");
    put_escaped(doc->out, title, true);
    buf_puts(doc->out, "\n\n");
    put_escaped(doc->out, about, false);
    buf_puts(doc->out, "\n\n");
}

static void md_end(struct doc *doc)
{
    while (doc->out->len > 1 && doc->out->at[doc->out->len - 2] == '\n')
        doc->out->at[--doc->out->len] = '\0'; /* one line end at the end */
}

static void md_open(struct doc *doc, enum doc_block block, const char *anchor)
{
    static const char *const marks[] = {
        [DOC_SECTION] = "## ", [DOC_ENTRY] = "### ", [DOC_PART] = "#### ", [DOC_PARAGRAPH] = "",
        [DOC_LIST] = "",       [DOC_ITEM] = "- ",    [DOC_TERMS] = "",     [DOC_TERM] = "- ",
        [DOC_MEANING] = ": ",  [DOC_LINES] = "",     [DOC_TABLE] = "",     [DOC_HEAD] = "|",
        [DOC_ROW] = "|",       [DOC_CELL] = " "};

    buf_puts(doc->out, marks[block]);
    if (!anchor)
        return;
    buf_puts(doc->out, "<a id=\"");
    doc_put_address(doc->out, anchor);
    buf_puts(doc->out, "\"></a>");
}

static void md_close(struct doc *doc, enum doc_block block)
{
    static const char *const marks[] = {
        [DOC_SECTION] = "\n\n",   [DOC_ENTRY] = "\n\n", [DOC_PART] = "\n\n",
        [DOC_PARAGRAPH] = "\n\n", [DOC_LIST] = "\n",    [DOC_ITEM] = "\n",
        [DOC_TERMS] = "\n",       [DOC_TERM] = "",      [DOC_MEANING] = "\n",
        [DOC_LINES] = "\n",       [DOC_TABLE] = "\n",   [DOC_HEAD] = "\n",
        [DOC_ROW] = "\n",         [DOC_CELL] = " |"};

    buf_puts(doc->out, marks[block]);
    if (block != DOC_HEAD)
        return;
    for (size_t i = 0; i < doc->cells; i++)
        buf_puts(doc->out, "| --- ");
    buf_puts(doc->out, "|\n");
}

const struct doc_format doc_md = {md_begin, md_end, md_open, md_close, md_text, md_link};
