/* SPDX-License-Identifier: MIT
 *
 * What came of the tests of rules, drawn as text, TAP, JUnit XML and JSON.
 */
#ifndef REPORT_RULE_TESTS_H
#define REPORT_RULE_TESTS_H

#include "insight/rules/rule_tests.h"
#include "report/json/json.h"

/* What failed, then coverage and changes where asked for; the last line is "N passed, N
 * failed". 'verbose' lists each rule. */
void rule_tests_text(struct buf *out, const struct rule_tests *tests, bool verbose);

/* TAP 13: a point per example, and one per rule for its properties. */
void rule_tests_tap(struct buf *out, const struct rule_tests *tests);

/* JUnit XML: a suite per rule, a case per example, and one for its properties. */
void rule_tests_junit(struct buf *out, const struct rule_tests *tests);

/* The object of the command, and a line feed. */
void rule_tests_json(struct json *json, const char *version, const struct rule_tests *tests);

/* --- shared by the formats --- */

/* "expected major, got minor" */
void rule_tests_put_verdict(struct buf *out, const struct example_result *result);

/* The details of a failed example, one a line: given, read, decided, reason. */
void rule_tests_put_details(struct buf *out, const struct rule_result *rule,
                            const struct example_result *result);

/* "monotone, example 3, a.n: at 1 pass, at 2 major" */
void rule_tests_put_breach(struct buf *out, const struct rule_result *rule,
                           const struct breach *breach);

/* The part on coverage and on changes; nothing where neither was asked for. */
void rule_tests_put_reach(struct buf *out, const struct rule_tests *tests);

#endif
