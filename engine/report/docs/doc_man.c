/* SPDX-License-Identifier: MIT
 *
 * Documents as a page for man(1). A row of a table is a tagged paragraph: its first cell, and
 * under it the others, which fits a terminal of any width.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "report/docs/doc.h"

/* The code point at *at, and *at past it; *at holds valid UTF-8. */
static uint32_t next_code_point(const char **at)
{
    unsigned char c = (unsigned char)*(*at)++;
    int more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;
    uint32_t point = more == 0 ? c : c & (0x3fu >> more);

    for (; more > 0; more--)
        point = point << 6 | ((unsigned char)*(*at)++ & 0x3fu);
    return point;
}

/* What means something to roff, or comes out as another character, by the name roff has for
 * it. */
static const char *roff_name(char c)
{
    switch (c) {
    case '\\':
        return "\\[rs]";
    case '-':
        return "\\-";
    case '"':
        return "\\[dq]";
    case '\'':
        return "\\[aq]";
    case '`':
        return "\\[ga]";
    case '^':
        return "\\[ha]";
    case '~':
        return "\\[ti]";
    default:
        return NULL;
    }
}

enum { LONG_WORD = 24 };

/* Where a long word such as an address may be broken: after what is no letter, or anyway after
 * so many. */
static bool may_break(const char *word, const char *at, size_t since)
{
    bool is_long = strcspn(word, " \n\t") > LONG_WORD;
    bool part_ends = !is_letter(at[-1]) && !is_digit(at[-1]) && (unsigned char)at[-1] < 0x80;

    return is_long && (part_ends || since >= LONG_WORD) && *at > ' ';
}

static void put_escaped(struct buf *out, const char *text)
{
    const char *end = text + utf8_valid_len(text, strlen(text)), *word = text;
    size_t since = 0; /* characters after the last place to break */

    for (const char *at = text; at < end;) {
        uint32_t point = next_code_point(&at);
        const char *name = point < 0x80 ? roff_name((char)point) : NULL;
        if (name)
            buf_puts(out, name);
        else if (point >= 0x80)
            buf_printf(out, "\\[u%04X]", point);
        else
            buf_putc(out, point < ' ' ? ' ' : (char)point);
        since++;
        if (point <= ' ')
            word = at;
        if (point > ' ' && !may_break(word, at, since))
            continue;
        buf_puts(out, point > ' ' ? "\\:" : "");
        since = 0;
    }
}

/* A dot at the start of a line would be a request; \& before it makes it text, and blanks would
 * break the line. */
static void put_line(struct doc *doc, const char *text)
{
    if (!doc->line_began) {
        buf_puts(doc->out, "\\&");
        text += strspn(text, " ");
    }
    put_escaped(doc->out, text);
}

/* The name of a page, which must not be broken: programs look for it. */
static void put_page_name(struct buf *out, const char *name, bool capitals)
{
    for (; *name; name++) {
        bool small = *name >= 'a' && *name <= 'z';
        if (*name == '-')
            buf_puts(out, "\\-");
        else
            buf_putc(out, capitals && small ? (char)(*name - 'a' + 'A') : *name);
    }
}

/* Pages of the manual are named by the caller, and 'about' stands beside the name; without a
 * name it is the rule book. */
static void man_begin(struct doc *doc, const char *title, const char *about)
{
    const char *name = doc->page ? doc->page : "plumbline-rule-book";

    buf_puts(doc->out, ".TH ");
    put_page_name(doc->out, name, true);
    buf_printf(doc->out, " %d \"\" \"plumbline%s%s\" \"%s\"\n.nh\n.ad l\n.SH NAME\n",
               doc->page ? doc->page_section : 7, doc->version ? " " : "",
               doc->version ? doc->version : "",
               doc->page ? "Manual of plumbline" : "Rule book");
    put_page_name(doc->out, name, false);
    buf_puts(doc->out, " \\- ");
    put_escaped(doc->out, doc->page ? about : title);
    if (!doc->page) {
        buf_puts(doc->out, "\n.SH DESCRIPTION\n\\&");
        put_escaped(doc->out, about);
    }
    buf_putc(doc->out, '\n');
}

static void man_end(struct doc *doc)
{
    (void)doc;
}

/* The first cell is the tag; the others go on under it, a line each, but for the empty ones. */
static void open_cell(struct doc *doc)
{
    static const char broken[] = ".br\n";
    const struct buf *out = doc->out;
    size_t len = strlen(broken);

    if (doc->cells == 0)
        return;
    if (doc->in_head)
        buf_puts(doc->out, "; ");
    else if (doc->cells > 1 && strcmp(buf_text(out) + out->len - len, broken) != 0)
        buf_puts(doc->out, broken);
}

static void man_open(struct doc *doc, enum doc_block block, const char *anchor)
{
    static const char *const marks[] = {
        [DOC_SECTION] = ".SH \"", [DOC_ENTRY] = ".SS \"",
        [DOC_PART] = ".PP\n\\fB", [DOC_PARAGRAPH] = ".PP\n",
        [DOC_LIST] = "",          [DOC_ITEM] = ".IP \\(bu 2\n",
        [DOC_TERMS] = "",         [DOC_TERM] = ".TP\n",
        [DOC_MEANING] = "",       [DOC_LINES] = ".PP\n.RS 4\n.nf\n",
        [DOC_TABLE] = "",         [DOC_HEAD] = ".PP\n(",
        [DOC_ROW] = ".TP 4\n",    [DOC_CELL] = ""};

    (void)anchor; /* a page of man has none */
    bool begins =
        doc->at_heading && (block == DOC_PARAGRAPH || block == DOC_LINES || block == DOC_HEAD);
    buf_puts(doc->out, marks[block] + (begins ? strlen(".PP\n") : 0));
    if (block == DOC_CELL)
        open_cell(doc);
}

static void close_cell(struct doc *doc)
{
    if (!doc->in_head && (doc->line_began || doc->cells == 0))
        buf_puts(doc->out, doc->line_began ? "\n" : "\\&\n");
}

static void man_close(struct doc *doc, enum doc_block block)
{
    static const char *const marks[] = {[DOC_SECTION] = "\"\n", [DOC_ENTRY] = "\"\n",
                                        [DOC_PART] = "\\fR\n",  [DOC_PARAGRAPH] = "\n",
                                        [DOC_LIST] = "",        [DOC_ITEM] = "\n",
                                        [DOC_TERMS] = "",       [DOC_TERM] = "\n",
                                        [DOC_MEANING] = "\n",   [DOC_LINES] = ".fi\n.RE\n",
                                        [DOC_TABLE] = "",       [DOC_HEAD] = ")\n",
                                        [DOC_ROW] = "",         [DOC_CELL] = ""};

    buf_puts(doc->out, marks[block]);
    if (block == DOC_CELL)
        close_cell(doc);
}

static void man_text(struct doc *doc, enum doc_style style, const char *text)
{
    if (style == DOC_LINE) {
        buf_puts(doc->out, "\\&"); /* blanks at the start count here */
        put_escaped(doc->out, text);
        buf_putc(doc->out, '\n');
        return;
    }
    if (style == DOC_PLAIN) {
        put_line(doc, text);
        return;
    }
    buf_puts(doc->out, "\\fB");
    put_line(doc, text);
    buf_puts(doc->out, "\\fR");
}

static void man_link(struct doc *doc, const char *to, const char *text)
{
    put_line(doc, text);
    if (*to == '#' || strcmp(to, text) == 0)
        return;
    buf_puts(doc->out, " <");
    put_escaped(doc->out, to);
    buf_putc(doc->out, '>');
}

const struct doc_format doc_man = {man_begin, man_end, man_open, man_close, man_text, man_link};
