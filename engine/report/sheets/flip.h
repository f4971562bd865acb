/* SPDX-License-Identifier: MIT
 *
 * The fewest facts that would change the verdict, for terminals and as JSON.
 */
#ifndef REPORT_FLIP_H
#define REPORT_FLIP_H

#include "insight/change/flip.h"
#include "report/json/json_writer.h"

void flip_text(struct buf *out, const struct flip *flip);
void flip_json(struct json *json, const char *key, const struct flip *flip);

#endif
