/* SPDX-License-Identifier: MIT
 *
 * What the verdict hangs on, for terminals and as JSON.
 */
#ifndef REPORT_SENSITIVITY_H
#define REPORT_SENSITIVITY_H

#include "insight/change/sensitivity.h"
#include "report/json/json_writer.h"

enum { SENSITIVITY_SHOWN = 10 }; /* of each kind in text, and all that change the verdict */

void sensitivity_text(struct buf *out, const struct sensitivity *s);
void sensitivity_json(struct json *json, const char *key, const struct sensitivity *s);

#endif
