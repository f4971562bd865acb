/* SPDX-License-Identifier: MIT
 *
 * What one rule or figure did with one company, step by step, beside the lines of its file; and
 * what rules cost over several companies.
 */
#ifndef REPORT_TRACE_REPORT_H
#define REPORT_TRACE_REPORT_H

#include "report/json/json.h"
#include "report/text/text_page.h"
#include "score/trace.h"

/* Findings of one file and how they came about. All borrowed. */
struct traced {
    const struct report_context *context;
    const struct pack *pack;
    const struct profile *profile;
    const struct rule *rule;
    const struct figure *figure;    /* that the rule is of, or NULL */
    const struct finding *findings; /* of a rule one, of a figure one for each line */
    size_t count;
    const struct trace *trace;
    long max_steps; /* of the rule */
};

void trace_text(struct page *page, const struct traced *traced);

/* An object at the top or in an array. Times are left out: no two runs share them. */
void trace_json(struct json *json, const struct traced *traced);

/* What a rule cost over all companies of a run. */
struct rule_cost {
    const struct rule *rule;
    int64_t steps, max_steps; /* of all companies, of the dearest */
    uint64_t bytes;
};

/* The dearest first. */
void rule_costs_sort(struct rule_cost *costs, size_t count);
void rule_costs_text(struct page *page, const struct rule_cost *costs, size_t count,
                     size_t companies, long max_steps);
void rule_costs_json(struct json *json, const struct pack *pack,
                     const struct report_context *context, const struct rule_cost *costs,
                     size_t count, size_t companies);

#endif
