/* SPDX-License-Identifier: MIT
 *
 * What the files that draw a company share. For company*.c only.
 */
#ifndef REPORT_HTML_COMPANY_PART_H
#define REPORT_HTML_COMPANY_PART_H

#include "report/html/company.h"
#include "report/html/markup.h"
#include "report/html/svg.h"
#include "report/sentences.h"

/* A company's part in the making. */
struct part {
    struct buf *out; /* borrowed */
    const struct html_company *company;
    const struct assessment *a;
    struct arena *arena;
    struct buf contents; /* items of the list of its sections */
    struct buf text;     /* a sentence in the making */
};

/* Opens a section, with a heading one level below the company's and a note that may be empty;
 * part_close ends it. */
void part_open(struct part *part, const char *id, const char *heading, const char *note);
void part_close(struct part *part);

/* A heading two levels below the company's; 'note' may be empty. */
void part_heading(struct part *part, const char *heading, const char *note);

/* Appends the id of a rule as a link to its finding. */
void part_put_rule_link(struct part *part, const char *rule);

/* company_result.c */
void part_result(struct part *part);
void part_themes(struct part *part);
void part_fit_table(struct part *part);
void part_class(struct part *part);

/* company_money.c */
void part_figures(struct part *part);

/* company_findings.c */
void part_findings(struct part *part);
void part_fit(struct part *part);
void part_advice(struct part *part);
void part_questions(struct part *part);

/* company_facts.c */
void part_evidence(struct part *part);
void part_facts(struct part *part);
/* A table row for each statement of a fact, under part_fact_head. */
void part_fact_head(struct part *part, const char *caption, const char *class);
void part_fact_rows(struct part *part, int fact);

/* company_method.c */
void part_method(struct part *part);
void part_reproduce(struct part *part);

#endif
