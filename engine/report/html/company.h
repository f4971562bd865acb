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
    bool of_audit;       /* what is said of all companies, rules and limits, stands elsewhere */
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

/* Appends a paragraph that says what was left out or worth other points; nothing where all
 * counts as in the pack. */
void html_put_changes(struct buf *out, const struct pack *pack,
                      const struct report_context *context);

/* Appends why a rule is there, what would pass, and the advice it comes from. */
void html_put_rule(struct buf *out, const struct pack *pack, const struct rule *rule);

/* Appends what staying in costs beside what people were paid, as bars of the first group of
 * figures that has some; nothing where too little of it is known. */
void html_put_money(struct buf *out, const struct assessment *assessment, struct arena *arena);

/* Appends how results come about, what the words mean and how to object, under headings of that
 * level. */
void html_put_method(struct buf *out, const struct pack *const *packs, size_t count, int level);

#endif
