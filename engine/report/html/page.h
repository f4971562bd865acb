/* SPDX-License-Identifier: MIT
 *
 * A page that is one file and asks for nothing else: style, pictures and script stand in it.
 * It is whole without the script, which sorts, filters and opens what an address points to.
 */
#ifndef REPORT_HTML_PAGE_H
#define REPORT_HTML_PAGE_H

#include "base/buf.h"

/* Up to where the main part starts; 'title' says what the page comes to. */
void html_page_open(struct buf *out, const char *title);

/* 'foot' is the sentence that stands under everything. */
void html_page_close(struct buf *out, const char *foot);

/* page.css and page.js, put into the program when it is built; ASCII. */
extern const char html_style[], html_script[];

#endif
