/* SPDX-License-Identifier: MIT
 *
 * A ranking of companies for a terminal, line by line: how many companies came to what, then
 * those that have a place, then those that have none and why. From 40 columns on; the wider,
 * the more columns.
 */
#ifndef REPORT_RANKING_TEXT_H
#define REPORT_RANKING_TEXT_H

#include "report/passed_over.h"
#include "report/text/text_page.h"

/* In the order in which they are drawn. */
enum ranked_group {
    RANKED_PLACED,
    RANKED_THIN, /* too little is known */
    RANKED_UNREADABLE,
    RANKED_LOST, /* the process that scored it died */
    RANKED_GROUPS
};

/* One line of the ranking. What follows 'errors' stands only where there is an assessment. */
struct ranked {
    enum ranked_group group;
    const char *name;    /* what the input calls it */
    const char *company; /* its own name; "" unless assessed */
    size_t errors;       /* RANKED_UNREADABLE: how many */
    struct score score;
    struct verdict verdict;
    size_t decided;  /* rules of the company score */
    size_t in_order; /* of these: all of the points */
    size_t place;    /* RANKED_PLACED: from 1; shared with the first that has it, if they tie */
    bool ties_before; /* with the line above */
    bool ties_after;  /* with the line below */
};

struct ranking_counts {
    size_t companies;
    size_t groups[RANKED_GROUPS];
    const size_t *bands; /* of RANKED_PLACED: one per band of the pack */
};

/* Start what stands from 'started' on with zeros. */
struct ranking_text {
    struct page page;
    const struct pack *pack;
    const struct report_context *context;
    const struct ranking_counts *counts;
    bool stopped; /* the audit ended before its time */
    const struct passed_over *passed;
    bool started; /* a line of 'group' is drawn */
    enum ranked_group group;
};

void ranking_text_head(struct ranking_text *text);
void ranking_text_line(struct ranking_text *text, const struct ranked *ranked);

/* What was passed over and what the signs mean: once, under all rankings of an audit. */
void ranking_text_foot(struct ranking_text *text);

#endif
