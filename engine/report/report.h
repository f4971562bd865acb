/* SPDX-License-Identifier: MIT
 *
 * What all reports need besides the assessment: how the run was made. Reports are drawn into a
 * buf from the one assessment record and print nothing themselves.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "score/assessment.h"

/* One named limit under which the rules ran. */
struct report_limit {
    const char *name;
    long value;
};

struct report_context {
    const char *version;     /* of the program */
    const char *points_file; /* or NULL */
    char points_hash[HASH_HEX_LEN + 1];
    const char *only, *skip; /* which rules count, as given, printable; or NULL */
    bool has_as_of;          /* the day to judge by was given, and is not the profiles' */
    date as_of;
    const struct report_limit *limits;
    size_t limit_count;
};

/* The one sentence that stands under every report. */
extern const char report_disclaimer[];

/* Appends "meets the advice well (decided)" or "so far it meets the advice in part; could
 * become hardly ... mostly"; one on little begins with how little. */
void report_put_verdict(struct buf *buf, const struct pack *pack,
                        const struct verdict *verdict);

const char *
verdict_kind_name(enum verdict_kind kind); /* "decided", "provisional", "too_little" */

/* Thousandths as people are shown them: rounded down, as design.md 5 wants it; the upper end of
 * an interval up, so that it contains. */
int text_down(int thousandths);
int text_up(int thousandths);

/* Appends a fact's value as rules see it: "60%", "20..30%", "refused". */
void report_put_fact(struct buf *buf, const struct assessment *assessment, int fact);

/* Appends what a line of a figure came to: "2,199 USD", "72%", "7 customers", "9 to 12%". */
void report_put_value(struct buf *buf, const struct assessment *assessment,
                      const struct figure *figure, const struct finding *line);

/* The worst finding among the rules of the pack's integrity line, or NULL where none is
 * decided. */
const struct finding *report_integrity(const struct assessment *assessment);

#endif
