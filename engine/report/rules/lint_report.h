/* SPDX-License-Identifier: MIT
 *
 * What 'rules check' found.
 */
#ifndef REPORT_LINT_REPORT_H
#define REPORT_LINT_REPORT_H

#include "insight/rules/lint.h"
#include "report/json/json.h"

/* A line each: "FILE:LINE: ID: SENTENCE"; then how many there are. */
void lint_report_text(struct buf *out, const struct lint *lint);

/* "core 1.0.0: 74 rules, 18 figures, 153 facts, 98 sources: nothing to say", of one part of a
 * pack. */
void lint_report_sound(struct buf *out, const struct rulebook *book, size_t part);

/* The object of the command, and a line feed: what was found, with file, line (null where there
 * is none), id (the same) and message. */
void lint_report_json(struct json *json, const char *version, const struct lint *lint);

#endif
