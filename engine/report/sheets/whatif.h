/* SPDX-License-Identifier: MIT
 *
 * What a change of facts would change, for terminals and as JSON.
 */
#ifndef REPORT_WHATIF_H
#define REPORT_WHATIF_H

#include "insight/change/whatif.h"
#include "report/json/json_writer.h"
#include "report/report.h"

/* Appends "plan.levels_paid: 99 -> 5" and a line feed. */
void whatif_put_fact(struct buf *out, const struct whatif *whatif, int fact);

/* Appends "score: 12 (10-20) -> 15 (12-22)" and a line feed; "-" where there is no score. */
void whatif_put_score(struct buf *out, const struct whatif *whatif);

/* Appends a fact's value as the file says it. */
void whatif_put_value(struct buf *out, const struct profile *profile, int fact);

/* Appends "12 (10-20)". */
void whatif_put_range(struct buf *out, const struct score *score);

/* What stands above all: company, pack and the facts that are changed. The JSON object stays
 * open. */
void whatif_put_head(struct buf *out, const struct whatif *whatif, const int *facts,
                     size_t fact_count);
void whatif_json_head(struct json *json, const struct whatif *whatif, const int *facts,
                      size_t fact_count, const struct report_context *context);

/* A score with its range, coverage and verdict. */
void whatif_json_side(struct json *json, const char *key, const struct pack *pack,
                      const struct score *score, const struct verdict *verdict);

/* All of it: the facts, score, coverage, verdict and findings. 'facts' are the numbers of those
 * changed, in the order given. */
void whatif_text(struct buf *out, const struct whatif *whatif, const int *facts,
                 size_t fact_count);
void whatif_json(struct json *json, const struct whatif *whatif, const int *facts,
                 size_t fact_count, const struct report_context *context);

#endif
