/* SPDX-License-Identifier: MIT
 *
 * What a change of facts would change, for terminals and as JSON.
 */
#ifndef REPORT_WHATIF_H
#define REPORT_WHATIF_H

#include "insight/whatif.h"
#include "report/json_writer.h"
#include "report/report.h"

/* Appends "plan.levels_paid: 99 -> 5" and a line feed. */
void whatif_put_fact(struct buf *out, const struct whatif *whatif, int fact);

/* Appends "score: 12 (10-20) -> 15 (12-22)" and a line feed; "-" where there is no score. */
void whatif_put_score(struct buf *out, const struct whatif *whatif);

/* All of it: the facts, score, coverage, verdict and findings. 'facts' are the numbers of those
 * changed, in the order given. */
void whatif_text(struct buf *out, const struct whatif *whatif, const int *facts,
                 size_t fact_count);
void whatif_json(struct json *json, const struct whatif *whatif, const int *facts,
                 size_t fact_count, const struct report_context *context);

#endif
