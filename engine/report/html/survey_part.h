/* SPDX-License-Identifier: MIT
 *
 * What the files that draw an audit's page share. For survey*.c only.
 */
#ifndef REPORT_HTML_SURVEY_PART_H
#define REPORT_HTML_SURVEY_PART_H

#include "report/html/markup.h"
#include "report/html/survey.h"
#include "report/html/svg.h"
#include "report/sentences.h"

/* A link to the company's section or file, with that text. */
void survey_put_link(struct buf *out, const struct survey *survey, const struct survey_row *row,
                     const char *text);

/* Its own name, else what the input calls it. */
const char *survey_name(const struct survey_row *row);

bool survey_is_critical(const struct survey_row *row);

/* survey_ranking.c */
void survey_put_ranking(struct buf *out, const struct survey *survey);

/* survey_rules.c */
void survey_put_heat(struct buf *out, const struct survey *survey);
void survey_put_rules(struct buf *out, const struct survey *survey);

/* survey_money.c */
bool survey_has_money(const struct survey *survey);
void survey_put_money(struct buf *out, const struct survey *survey);
bool survey_has_scatter(const struct survey *survey);
void survey_put_scatter(struct buf *out, const struct survey *survey);

/* survey_evidence.c */
void survey_put_quality(struct buf *out, const struct survey *survey);
bool survey_has_waivers(const struct survey *survey);
void survey_put_waivers(struct buf *out, const struct survey *survey);

#endif
