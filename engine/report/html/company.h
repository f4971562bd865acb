/* SPDX-License-Identifier: MIT
 *
 * One company as part of a page: all that the terminal report says, and every fact with its
 * source, drawn from the assessment alone.
 */
#ifndef REPORT_HTML_COMPANY_H
#define REPORT_HTML_COMPANY_H

#include "base/arena.h"
#include "report/report.h"

struct html_company {
    const struct assessment *assessment;
    const struct report_context *context;
    struct arena *arena; /* of the drawing */
    const char *prefix;  /* of all ids in the part: "" or "c2-" */
    int level;           /* of its heading: 1 or 2 */
    bool alone;          /* the page is about nothing else: method and data stand in it */
};

/* Draws it as one section with a list of its own sections. */
void html_put_company(struct buf *out, const struct html_company *company);

/* A company that could not be read: its name and all that is wrong with it. */
struct html_unreadable {
    const char *name;
    const struct faults *faults;
    const struct error *err; /* its message may be empty */
    const char *prefix;
    int level;
};

void html_put_unreadable(struct buf *out, const struct html_unreadable *unreadable);

/* Appends "Sunleaf Living: so far it hardly meets the advice; ...": what a page is called. */
void html_put_conclusion(struct buf *out, const struct assessment *assessment);

/* Appends how results come about, what the words mean and how to object, under headings of that
 * level. */
void html_put_method(struct buf *out, const struct pack *const *packs, size_t count, int level);

#endif
