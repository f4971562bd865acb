/* SPDX-License-Identifier: MIT
 *
 * What json.c (the run, scores, class), json_findings.c (facts, findings, questions),
 * json_pieces.c (what is drawn once for all companies) and json_record.c (lines of an audit)
 * share.
 */
#ifndef REPORT_JSON_DRAWING_H
#define REPORT_JSON_DRAWING_H

#include "report/json/json.h"

struct drawing {
    struct json *json;
    const struct assessment *a;
    struct buf text;                  /* scratch */
    const struct json_pieces *pieces; /* or NULL */
};

/* The scratch text so far as a value, and away with it. */
void drawing_put_scratch(struct drawing *d, const char *key);

/* The keys of a rule's finding that say the same of every company: those in front of what was
 * found, and those behind it. */
void drawing_put_front(struct drawing *d, const struct rule *rule);
void drawing_put_back(struct drawing *d, const struct rule *rule);

/* All keys of an assessment. */
void drawing_put_assessment(struct drawing *d, struct arena *arena);

void json_names(struct json *json, const char *key, struct names names);
void drawing_put_fact_names(struct drawing *d, const char *key, const int *facts, size_t count);

void drawing_put_verdict(struct drawing *d, const struct verdict *v, bool lift_waived);
void drawing_put_second_scores(struct drawing *d);
void drawing_put_findings(struct drawing *d);
void drawing_put_figures(struct drawing *d);
void drawing_put_questions(struct drawing *d, struct arena *arena);
void drawing_put_waivers(struct drawing *d);
void drawing_put_facts(struct drawing *d);
void drawing_put_sources(struct drawing *d);
void drawing_put_rates(struct drawing *d);

#endif
