/* SPDX-License-Identifier: MIT
 *
 * Assessments in the forms that build servers read: SARIF 2.1.0, JUnit XML, TAP 14 and GitHub's
 * annotations; and as Markdown. A document is a head, a part for each company and pack, and a
 * foot; each part is drawn from its company alone, so that parts can be drawn apart and put
 * together in order.
 *
 * For build servers a finding is what the rule says of the company: minor and major and
 * critical fail, or are skipped where a waiver holds; unknown is skipped, a rule that broke is
 * an error.
 */
#ifndef REPORT_FORMATS_H
#define REPORT_FORMATS_H

#include "report/report.h"

/* What an earlier result says of a company: a finding, or one reason why it could not be read.
 */
struct format_was {
    const char *rule;    /* id; of a reason: format_unreadable */
    const char *company; /* its own name; of a reason: "" */
    const char *outcome; /* "major", "span"; of a reason: "error" */
    int severity;
    const char *waiver; /* "holds", "lapsed", or "" */
    const char *message;
};

struct format_earlier {
    const struct format_was *list;
    size_t count;
};

/* One company by one pack, or a company that could not be read. */
struct format_part {
    const char *name;                    /* what the input calls the company: its file */
    const struct assessment *assessment; /* NULL: it could not be read, for */
    const struct faults *faults;         /* these */
    const struct error *err;             /* and this, unless its message is empty */
    /* NULL: there is nothing to compare with. A company that is there no more has this alone.
     */
    const struct format_earlier *earlier;
};

struct format_run {
    const struct report_context *context;
    const struct pack *const *packs; /* of all parts */
    size_t pack_count;
};

struct part_format {
    void (*head)(struct buf *out, const struct format_run *run);
    void (*part)(struct buf *out, const struct format_run *run, const struct format_part *part);
    const char *between; /* two parts that are not empty */
    void (*foot)(struct buf *out, const struct format_run *run, int64_t parts);
    bool compares; /* looks at what an earlier result says */
};

extern const struct part_format format_sarif, format_junit, format_tap, format_github,
    format_md;

/* Appends a part that is drawn, or some; 'more' where others that are not empty go before. */
void format_join(const struct part_format *format, struct buf *out, bool more,
                 struct text part);

extern const char format_unreadable[]; /* stands for the id of a rule */

/* --- for the formats --- */

enum format_verdict { FORMAT_PASSES, FORMAT_FAILS, FORMAT_IS_SKIPPED, FORMAT_BROKE };

enum format_verdict format_verdict_of(const struct finding *finding);

/* The line of the profile that the finding rests on first, or 1. */
int format_line_of(const struct assessment *assessment, const struct finding *finding);

/* Appends the reason, with the waiver that holds where there is one. */
void format_put_reason(struct buf *out, const struct assessment *assessment,
                       const struct finding *finding);

#endif
