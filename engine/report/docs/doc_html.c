/* SPDX-License-Identifier: MIT
 *
 * Documents as one HTML file that asks for nothing else: no script, no font, no picture.
 */
#include "report/docs/doc.h"

/* Colours meet a contrast of 4.5 to 1 in both schemes. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--line:#d0d7de;--soft:#f3f5f7;"
    "--link:#0b57b5;--paper:#fff}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e3e6ea;--dim:#a3acb6;--line:#3b424b;"
    "--soft:#20252b;--link:#86b8ff;--paper:#15181c}}\n"
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}\n"
    "body{margin:0 auto;max-width:54rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);"
    "color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "h1,h2,h3,h4{line-height:1.25;text-wrap:balance}\n"
    "h1{font-size:1.8rem;margin:0 0 .5rem}\n"
    "h2{font-size:1.4rem;margin:3.5rem 0 1rem;padding-top:1rem;border-top:3px solid var(--ink)}"
    "\n"
    "h3{font-size:1.15rem;margin:2.5rem 0 .5rem;padding-top:.75rem;"
    "border-top:1px solid var(--line)}\n"
    "h4{font-size:.95rem;margin:1.25rem 0 .35rem;color:var(--dim)}\n"
    "p{margin:.5rem 0}\n"
    "ul{margin:.5rem 0;padding-left:1.25rem}\n"
    "li{margin:.25rem 0}\n"
    "dt{margin:.6rem 0 0}dd{margin:0 0 .25rem 1.25rem}\n"
    "pre{overflow-x:auto;background:var(--soft);padding:.5rem .75rem;"
    "font:.9em/1.4 ui-monospace,monospace}\n"
    "a{color:var(--link);text-underline-offset:.15em}\n"
    ":target{background:var(--soft);outline:.35rem solid var(--soft)}\n"
    "code{font:.9em/1.4 ui-monospace,monospace;background:var(--soft);padding:.1em .3em;"
    "border-radius:.2em}\n"
    ".wide{overflow-x:auto;margin:.75rem 0}\n"
    "table{border-collapse:collapse;width:100%;font-size:.92rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;"
    "border-bottom:1px solid var(--line);overflow-wrap:break-word}\n"
    "th{color:var(--dim);font-weight:600}\n"
    /* On a phone each row is a card: the name of a column stands before its cell. */
    "@media(max-width:40rem){body{padding:1rem 1rem 3rem}h1{font-size:1.5rem}"
    "table,tbody,tr,td{display:block}thead,td:empty{display:none}"
    "tr{padding:.4rem 0;border-bottom:1px solid var(--line)}td{padding:.1rem 0;border:0}"
    "td:first-child{font-weight:600}"
    "td[data-name]::before{content:attr(data-name) \": \";color:var(--dim)}}\n"
    "@media print{:root{--ink:#000;--dim:#444;--line:#bbb;--soft:#fff;--link:#000;"
    "--paper:#fff}"
    "body{max-width:none;padding:0;font-size:10pt}h1,h2,h3,h4{break-after:avoid}"
    "tr,li{break-inside:avoid}.wide{overflow:visible}code{padding:0}a{text-decoration:none}}\n";

static void put_escaped(struct buf *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        switch (*at) {
        case '&':
            buf_puts(out, "&amp;");
            break;
        case '<':
            buf_puts(out, "&lt;");
            break;
        case '>':
            buf_puts(out, "&gt;");
            break;
        case '"':
            buf_puts(out, "&quot;");
            break;
        case '\'':
            buf_puts(out, "&#39;");
            break;
        default:
            buf_putc(out, (unsigned char)*at < ' ' ? ' ' : *at);
        }
    }
}

/* An address in an attribute. */
static void put_address(struct buf *out, const char *to)
{
    struct buf address = BUF_INIT;

    doc_put_address(&address, to);
    put_escaped(out, buf_text(&address));
    buf_release(&address);
}

static void html_begin(struct doc *doc, const char *title, const char *about)
{
    struct buf *out = doc->out;

    buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'\">\n<title>");
    put_escaped(out, title);
    buf_puts(out, "</title>\n<style>\n");
    buf_puts(out, style);
    buf_puts(out, "</style>\n</head>\n<body>\n<header>\n<h1>");
    put_escaped(out, title);
    buf_puts(out, "</h1>\n<p>");
    put_escaped(out, about);
    buf_puts(out, "</p>\n</header>\n<main>\n");
}

static void html_end(struct doc *doc)
{
    buf_puts(doc->out, "</main>\n</body>\n</html>\n");
}

/* What opens a block; a closing '>' follows its id. */
static const char *const tags[] = {
    [DOC_SECTION] = "h2", [DOC_ENTRY] = "h3",  [DOC_PART] = "h4",     [DOC_PARAGRAPH] = "p",
    [DOC_LIST] = "ul",    [DOC_ITEM] = "li",   [DOC_TERMS] = "dl",    [DOC_TERM] = "dt",
    [DOC_MEANING] = "dd", [DOC_LINES] = "pre", [DOC_TABLE] = "table", [DOC_HEAD] = "tr",
    [DOC_ROW] = "tr",     [DOC_CELL] = "td"};

static const char *tag_of(const struct doc *doc, enum doc_block block)
{
    return block == DOC_CELL && doc->in_head ? "th" : tags[block];
}

static void html_open(struct doc *doc, enum doc_block block, const char *anchor)
{
    struct buf *out = doc->out;

    buf_puts(out, block == DOC_TABLE ? "<div class=\"wide\" tabindex=\"0\">" : "");
    buf_puts(out, block == DOC_HEAD ? "<thead>" : "");
    buf_printf(out, "<%s", tag_of(doc, block));
    buf_puts(out, block == DOC_CELL && doc->in_head ? " scope=\"col\"" : "");
    if (block == DOC_CELL && !doc->in_head && doc->cells > 0 && doc->cells < doc->name_count) {
        buf_puts(out, " data-name=\"");
        put_escaped(out, doc->names[doc->cells]);
        buf_putc(out, '"');
    }
    if (anchor) {
        buf_puts(out, " id=\"");
        put_address(out, anchor);
        buf_putc(out, '"');
    }
    buf_putc(out, '>');
    buf_puts(out, block == DOC_LIST || block == DOC_TERMS || block == DOC_TABLE ? "\n" : "");
}

static void html_close(struct doc *doc, enum doc_block block)
{
    struct buf *out = doc->out;

    buf_puts(out, block == DOC_TABLE ? "</tbody>" : "");
    buf_printf(out, "</%s>", tag_of(doc, block));
    buf_puts(out, block == DOC_HEAD ? "</thead>\n<tbody>" : "");
    buf_puts(out, block == DOC_TABLE ? "</div>" : "");
    buf_puts(out, block == DOC_CELL ? "" : "\n");
}

static void html_text(struct doc *doc, enum doc_style style_of, const char *text)
{
    static const char *const names[] = {
        [DOC_PLAIN] = "", [DOC_STRONG] = "strong", [DOC_CODE] = "code", [DOC_LINE] = ""};
    const char *name = names[style_of];

    if (*name)
        buf_printf(doc->out, "<%s>", name);
    put_escaped(doc->out, text);
    if (*name)
        buf_printf(doc->out, "</%s>", name);
    buf_puts(doc->out, style_of == DOC_LINE ? "\n" : "");
}

static void html_link(struct doc *doc, const char *to, const char *text)
{
    buf_puts(doc->out, "<a href=\"");
    put_address(doc->out, to);
    buf_puts(doc->out, "\">");
    put_escaped(doc->out, text);
    buf_puts(doc->out, "</a>");
}

const struct doc_format doc_html = {html_begin, html_end,  html_open,
                                    html_close, html_text, html_link};
