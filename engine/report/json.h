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

/* "ledger": [applicable, possible, low, earned, high], as the ledger of an assessment. */
void json_ledger(struct json *json, struct tally tally);

/* The keys that every result carries: program, schema, pack, limits; and two of them alone. */
void json_run(struct json *json, const struct pack *pack, const struct report_context *context);
void json_pack(struct json *json, const char *key, const struct pack *pack,
               const struct report_context *context);
void json_limits(struct json *json, const struct report_context *context);

/* All keys of an assessment but those of the run. */
void json_assessment_keys(struct json *json, const struct assessment *assessment,
                          struct arena *arena);

/* The keys errors and more of a company that could not be read. */
void json_faults(struct json *json, const struct faults *faults, const struct error *err);

/* One company as an object at 'key' (NULL in an array or at the top). */
void json_assessment(struct json *json, const struct assessment *assessment,
                     const struct report_context *context, struct arena *arena);

/* A company that could not be read: its file and all that is wrong with it. */
void json_unreadable(struct json *json, const struct pack *pack, const char *file,
                     const struct faults *faults, const struct error *err,
                     const struct report_context *context);

#endif
