/* SPDX-License-Identifier: MIT
 *
 * One result of a SARIF document, whatever it is about. Not for other files than sarif.c.
 */
#ifndef REPORT_SARIF_RESULT_H
#define REPORT_SARIF_RESULT_H

#include "report/formats/formats.h"
#include "report/json/json.h"

struct sarif_result {
    const char *rule; /* id */
    int64_t index;    /* of the rule, or -1 */
    const char *kind, *level, *message;
    const char *name;  /* of the company in the input */
    int line;          /* 0: of no line */
    const char *told;  /* what tells it from others of its rule and company, or "" */
    const char *state; /* against an earlier result, or NULL */
    const struct waiver *waiver;
    const char *company, *outcome; /* NULL: of a company that could not be read */
};

/* {"text": ...} */
void sarif_put_message(struct json *json, const char *key, const char *text);

void sarif_put_result(struct json *json, const struct sarif_result *result);

/* Sets kind and level to what a rule says: "major", "span". Only failures have a level; what
 * may be fine or not is open. */
void sarif_set_kind(struct sarif_result *result, const char *outcome, int severity);

#endif
