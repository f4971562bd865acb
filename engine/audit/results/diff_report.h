/* SPDX-License-Identifier: MIT
 *
 * Differences as text and as JSON: a head, the companies one after the other, a tail.
 */
#ifndef AUDIT_DIFF_REPORT_H
#define AUDIT_DIFF_REPORT_H

#include "audit/results/diff.h"

struct diff_head {
    const char *version; /* of the program */
    const char *old_file, *new_file;
    const struct stamp *old, *new;
    bool ranked;
};

struct diff_counts {
    int64_t by_status[DIFF_STATUS_COUNT];
    int64_t moved; /* those whose rank is another */
};

/* Whether there is anything to say about it. */
bool diff_says(const struct diff_company *company);

/* Appends why a company, ranked then and now, has another rank: "rules alone", "facts and
 * points", "others moved: rules alone", or by itself and others. */
void diff_put_rank_cause(struct buf *out, const struct diff_company *company);

/* How the parts are to be read, for these two results. */
const char *diff_attribution(const struct stamp *old, const struct stamp *new);

void diff_text_head(struct buf *out, const struct diff_head *head);
void diff_text_company(struct buf *out, const struct diff_company *company);
void diff_text_tail(struct buf *out, const struct diff_counts *counts);

void diff_json_head(struct json *json, const struct diff_head *head);
void diff_json_company(struct json *json, const struct diff_company *company);
void diff_json_tail(struct json *json, const struct diff_counts *counts);

#endif
