/* SPDX-License-Identifier: MIT
 *
 * The rules of a pack, or a selection of them, and its figures as a list.
 */
#ifndef REPORT_RULE_LIST_H
#define REPORT_RULE_LIST_H

#include "report/json/json.h"
#include "score/select.h"

/* A line each: id, points, worst outcome, theme, title; then how many and what they are worth.
 * 'selection' may be NULL: all. */
void rule_list_text(struct buf *out, const struct pack *pack,
                    const struct selection *selection);

/* The figures, a line each: id, label, group, title; then how many. Nothing where there are
 * none.
 */
void figure_list_text(struct buf *out, const struct pack *pack);

/* The object of the command, to which rules and figures are added; rules with facts, cites and
 * file, and the figures of several packs, which have the same. */
void rule_list_json_open(struct json *json, const char *version, const struct pack *pack,
                         const struct selection *selection);
void figure_list_json(struct json *json, const struct pack *pack);
void rule_list_json_close(struct json *json);

#endif
