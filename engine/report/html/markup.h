/* SPDX-License-Identifier: MIT
 *
 * Putting HTML together. Markup stands in formats; what comes from a profile, a pack or the
 * user goes through %s, which escapes: there is no other way into a page.
 */
#ifndef REPORT_HTML_MARKUP_H
#define REPORT_HTML_MARKUP_H

#include "base/buf.h"

/* Appends a format of markup: %s text, escaped for content and for attributes in double quotes;
 * %d and %zu whole numbers; %% a per cent sign. There are no other directives. */
void html_put(struct buf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a text as a sentence: its first letter large, a full stop where none stands. Nothing
 * of a text that is empty. */
void html_put_sentence(struct buf *out, const char *text);

/* The same with the text so far in 'scratch' as a paragraph, and away with it; nothing where
 * there is none. */
void html_put_paragraph(struct buf *out, struct buf *scratch);

/* Appends "THE MONEY" as "The money": headings of packs are written for terminals. */
void html_put_heading(struct buf *out, const char *heading);

/* Appends a link where the address is one of the web's, else its text alone: a script in an
 * address must not run. 'url' may be NULL. */
void html_put_link(struct buf *out, const char *url, const char *text);

/* Appends JSON as the content of a script element that no text in it can end. */
void html_put_data(struct buf *out, const char *id, const char *json, size_t len);

#endif
