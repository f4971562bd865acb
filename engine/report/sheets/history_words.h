/* SPDX-License-Identifier: MIT
 *
 * What history.c (runs), history_company.c, history_trend.c and history_json.c share.
 */
#ifndef REPORT_HISTORY_WORDS_H
#define REPORT_HISTORY_WORDS_H

#include "report/sheets/history.h"

/* "whole", "stopped", "not finished". */
const char *history_state(const struct past_run *run);

/* What differs between two packs of one name: their files; what rules are worth; which count.
 */
bool history_other_files(const struct past_pack *a, const struct past_pack *b);
bool history_other_points(const struct past_pack *a, const struct past_pack *b);
bool history_other_selection(const struct past_pack *a, const struct past_pack *b);

/* Appends "core 1.0.0 #0123456789, only: RE*". */
void history_put_pack(struct buf *out, const struct past_pack *pack);
void history_put_as_of(struct buf *out, const struct past_run *run); /* ten columns */

/* Appends "well 3, mostly 0, in part 4, hardly 9, too little 2". */
void history_put_standing(struct buf *out, const struct past_standing *standing);

#endif
