/* SPDX-License-Identifier: MIT
 *
 * Assessments in the forms that build servers read: SARIF 2.1.0, JUnit XML, TAP 14 and GitHub's
 * annotations; and as Markdown. A document is a head, a part for each company and pack, and a
 * foot; each part is drawn from its company alone, so that parts can be drawn apart and put
 * together in order.
 *
 * For build servers a finding is what the rule says of the company: minor and major and
 * critical fail unless a waiver holds, unknown is skipped, a rule that broke is an error.
 */
#ifndef REPORT_FORMATS_H
#define REPORT_FORMATS_H

#include "report/report.h"

/* One company by one pack, or a company that could not be read. */
struct format_part {
    int64_t number;                      /* among all parts, from 0 */
    const char *name;                    /* what the input calls the company: its file */
    const struct assessment *assessment; /* NULL: it could not be read, for */
    const struct faults *faults;         /* these */
    const struct error *err;             /* and this, unless its message is empty */
};

/* How a finding stands to an earlier result: NULL where there is none to compare with. */
typedef const char *format_state_fn(void *context, const char *name,
                                    const struct finding *finding);

struct format_run {
    const struct report_context *context;
    const struct pack *const *packs; /* of all parts */
    size_t pack_count;
    format_state_fn *state; /* SARIF's baselineState; may be NULL */
    void *state_context;
};

struct part_format {
    void (*head)(struct buf *out, const struct format_run *run);
    void (*part)(struct buf *out, const struct format_run *run, const struct format_part *part);
    const char *between; /* two parts that are not empty */
    void (*foot)(struct buf *out, const struct format_run *run, int64_t parts);
};

extern const struct part_format format_sarif, format_junit, format_tap, format_github,
    format_md;

/* --- for the formats --- */

enum format_verdict { FORMAT_PASSES, FORMAT_FAILS, FORMAT_IS_SKIPPED, FORMAT_BROKE };

enum format_verdict format_verdict_of(const struct finding *finding);

/* The line of the profile that the finding rests on first, or 1. */
int format_line_of(const struct assessment *assessment, const struct finding *finding);

/* Appends the reason, with the waiver that holds where there is one. */
void format_put_reason(struct buf *out, const struct assessment *assessment,
                       const struct finding *finding);

#endif
