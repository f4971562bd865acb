/* SPDX-License-Identifier: MIT
 *
 * Assessments as JSON. schema/assessment.schema.json describes every field; a test holds the
 * two together.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include "base/error.h"
#include "report/json_writer.h"
#include "report/report.h"

enum { JSON_SCHEMA_VERSION = 1 };

/* The keys score (null where nothing is decided), low, high and coverage. */
void json_score(struct json *json, const struct score *score);

/* One company as an object at 'key' (NULL in an array or at the top). */
void json_assessment(struct json *json, const struct assessment *assessment,
                     const struct report_context *context, struct arena *arena);

/* A company that could not be read: its file and all that is wrong with it. */
void json_unreadable(struct json *json, const struct pack *pack, const char *file,
                     const struct faults *faults, const struct error *err,
                     const struct report_context *context);

#endif
