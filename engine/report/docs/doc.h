/* SPDX-License-Identifier: MIT
 *
 * The steps in which a document is drawn, whatever its format: blocks that open and close, and
 * the text within them. doc_text.c, doc_md.c, doc_html.c and doc_man.c each know one format.
 * All text is escaped by the format, so that any text comes out as itself.
 */
#ifndef REPORT_DOC_H
#define REPORT_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* What opens and closes. Text stands in headings, paragraphs, items, terms, meanings and cells
 * only; in lines as DOC_LINE. */
enum doc_block {
    DOC_SECTION, /* headings, from the large to the small */
    DOC_ENTRY,
    DOC_PART,
    DOC_PARAGRAPH,
    DOC_LIST, /* of items */
    DOC_ITEM,
    DOC_TERMS, /* of pairs of a term and its meaning */
    DOC_TERM,
    DOC_MEANING,
    DOC_LINES, /* lines as they are: commands, files */
    DOC_TABLE, /* of rows of cells; the first row is its head */
    DOC_HEAD,
    DOC_ROW,
    DOC_CELL
};

enum doc_style { DOC_PLAIN, DOC_STRONG, DOC_CODE, DOC_LINE /* a whole line of DOC_LINES */ };

struct doc;

struct doc_format {
    void (*begin)(struct doc *doc, const char *title, const char *about);
    void (*end)(struct doc *doc);
    void (*open)(struct doc *doc, enum doc_block block, const char *anchor); /* or NULL */
    void (*close)(struct doc *doc, enum doc_block block);
    void (*text)(struct doc *doc, enum doc_style style, const char *text);
    void (*link)(struct doc *doc, const char *to, const char *text);
};

extern const struct doc_format doc_text_page, doc_md, doc_html, doc_man;

/* One document in the making: set 'format' and 'out', leave the rest zero. */
struct doc {
    const struct doc_format *format;
    struct buf *out;          /* borrowed */
    const char *page;         /* of the manual: its name, "plumbline-score"; or NULL */
    int page_section;         /* 1, 5 or 7 */
    const char *version;      /* of the program, for the foot of a page of the manual */
    const char *const *names; /* of the table's columns */
    size_t name_count;
    size_t cells; /* of the row so far */
    bool in_head, in_table;
    bool line_began;   /* of a block: there is text on it */
    struct buf block;  /* for the terminal: text of the block so far */
    size_t term_width; /* and of the list to come, in columns; 0: as options need it */
    bool at_heading;   /* nothing stands below the last section or entry yet */
};

/* 'title' and 'about', one sentence, head the document. */
void doc_begin(struct doc *doc, const char *title, const char *about);
void doc_end(struct doc *doc);

/* 'anchor': what links of the document go to, or NULL; for headings, items and cells. */
void doc_open(struct doc *doc, enum doc_block block, const char *anchor);
void doc_close(struct doc *doc, enum doc_block block);
void doc_text(struct doc *doc, enum doc_style style, const char *text);
void doc_printf(struct doc *doc, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 'to' is "#ANCHOR" or a web address. Any other is no link: its text stands alone, for a
 * script in an address must not run. */
void doc_link(struct doc *doc, const char *to, const char *text);

/* A block with nothing but one text; nothing at all where the text is NULL, but for a cell. */
void doc_put(struct doc *doc, enum doc_block block, const char *text);

/* A heading, a term with its meaning, a paragraph of code, and lines parted by line ends. */
void doc_section(struct doc *doc, const char *title);
void doc_term(struct doc *doc, const char *term, const char *meaning);
void doc_code(struct doc *doc, const char *text);
void doc_lines(struct doc *doc, const char *text);

/* Opens a table and draws its head; the names must last until it is closed. */
void doc_table(struct doc *doc, const char *const *names, size_t count);

/* --- for the formats --- */

/* Puts an address as it may stand in any of them: what ends a link or a quote is %-written. */
void doc_put_address(struct buf *out, const char *to);

#endif
