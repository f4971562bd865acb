/* SPDX-License-Identifier: MIT
 *
 * Companies side by side, for terminals and as JSON: the same rows for all.
 */
#ifndef REPORT_COMPARE_H
#define REPORT_COMPARE_H

#include "insight/change/compare.h"
#include "report/json/json_writer.h"
#include "report/text/text_page.h"

struct compare_report {
    const struct comparison *comparison;
    const struct job *job; /* a column of its own, or NULL */
    const struct report_context *context;
    struct arena *arena;
};

/* In blocks of three columns. */
void compare_text(struct buf *out, const struct compare_report *report,
                  const struct text_style *style);
void compare_json(struct json *json, const struct compare_report *report);

/* Appends the value of a fact, or "not known". */
void compare_put_fact(struct buf *out, const struct profile *profile, int fact);

/* Appends "critical to minor", "credit 0.4" or what else the finding came to. */
void compare_put_outcome(struct buf *out, const struct finding *finding);

/* Appends "1,240 USD". */
void compare_put_money(struct buf *out, decimal amount, const char *currency);

/* Says why the job's pay and the company's amounts are not one currency, or what the pay is in
 * the company's; appends nothing where they share one. */
void compare_put_currency(struct buf *out, const struct job *job,
                          const struct comparison *comparison, size_t company);

#endif
