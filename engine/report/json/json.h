/* SPDX-License-Identifier: MIT
 *
 * Assessments as JSON. schema/plumbline.schema.json describes every field; a test holds the
 * two together.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include "base/error.h"
#include "report/json/json_writer.h"
#include "report/report.h"

enum { JSON_SCHEMA_VERSION = 1 };

/* "2024-05-02", or null where it is not known. */
void json_date(struct json *json, const char *key, bool known, date day);

/* The keys score (null where nothing is decided), low, high and coverage. */
void json_score(struct json *json, const struct score *score);

/* "ledger": [applicable, possible, low, earned, high], as the ledger of an assessment. */
void json_ledger(struct json *json, struct tally tally);

/* Keys that every result carries: of the pack; of the limits. */
void json_pack_keys(struct json *json, const struct pack *pack,
                    const struct report_context *context);
void json_limits(struct json *json, const struct report_context *context);

/* Opens the object of a command that is about no one pack: command, version, form. */
void json_open_plain(struct json *json, const char *command, const char *version);

/* Opens the object that a command besides score writes, with what every result carries. */
void json_open_result(struct json *json, const char *command, const struct pack *pack,
                      const struct report_context *context);

/* The keys of a profile that was read: file, hash, company, currency, day. */
void json_profile(struct json *json, const struct profile *profile);

/* All keys of an assessment but those of the run and of the profile. */
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
