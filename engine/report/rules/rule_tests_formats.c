/* SPDX-License-Identifier: MIT
 *
 * The tests of rules for machines: TAP, JUnit XML, JSON.
 */
#include "report/rules/rule_tests.h"
#include "report/xml.h"

/* --- shared: one example, one rule as JSON, which is YAML too --- */

static void put_failure(struct json *json, const struct rule_result *rule,
                        const struct example_result *result)
{
    struct buf line = BUF_INIT;

    json_text(json, "got", result->got);
    json_open(json, "read", '[');
    for (size_t i = 0; i < result->read_count; i++) {
        const struct fact_read *read = &result->reads[i];
        json_open(json, NULL, '{');
        json_text(json, "fact", rule->pack->schema.facts[read->fact].name);
        json_text(json, "value", read->value);
        json_whole(json, "line", read->line);
        json_close(json, '}');
    }
    json_close(json, ']');
    buf_put(&line, result->decided.at, result->decided.len);
    if (result->decided_line > 0) {
        json_whole(json, "decided_line", result->decided_line);
        json_text(json, "decided", buf_text(&line));
    }
    json_text(json, "reason", result->reason);
    buf_release(&line);
}

static void put_example(struct json *json, const struct rule_result *rule,
                        const struct example_result *result)
{
    const struct example *example = result->example;

    json_open(json, NULL, '{');
    json_whole(json, "line", result->line);
    json_open(json, "given", '{');
    for (size_t i = 0; i < example->fact_count; i++)
        json_text(json, rule->pack->schema.facts[example->facts[i].number].name,
                  example->facts[i].text);
    json_close(json, '}');
    json_text(json, "expected", example->expect);
    json_bool(json, "passed", result->passed);
    if (!result->passed)
        put_failure(json, rule, result);
    if (example->note)
        json_text(json, "note", example->note);
    json_close(json, '}');
}

static void put_breach(struct json *json, const struct rule_result *rule,
                       const struct breach *breach)
{
    json_open(json, NULL, '{');
    json_text(json, "property", property_name(breach->property));
    json_whole(json, "example", (int64_t)breach->example + 1);
    json_text(json, "fact",
              breach->fact == FACT_NONE ? NULL : rule->pack->schema.facts[breach->fact].name);
    json_text(json, "says", breach->says);
    json_close(json, '}');
}

static void put_breaches(struct json *json, const struct rule_result *rule)
{
    json_open(json, "breaches", '[');
    for (size_t i = 0; i < rule->properties.count; i++)
        put_breach(json, rule, &rule->properties.breaches[i]);
    json_close(json, ']');
    json_whole(json, "more_breaches", (int64_t)rule->properties.more);
}

/* --- JSON --- */

static void put_coverage(struct json *json, const struct rule_coverage *c)
{
    json_open(json, "coverage", '{');
    json_whole(json, "lines", (int64_t)c->line_count);
    json_whole(json, "lines_run", (int64_t)c->lines_run);
    json_open(json, "missed", '[');
    for (size_t i = 0; i < c->missed_count; i++)
        json_whole(json, NULL, c->missed[i]);
    json_close(json, ']');
    json_open(json, "outcomes", '[');
    for (size_t i = 0; i < c->outcome_count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "line", c->outcomes[i].line);
        json_text(json, "outcome", c->outcomes[i].outcome);
        json_bool(json, "seen", c->outcomes[i].seen);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_mutation(struct json *json, const struct rule_mutation *m)
{
    json_open(json, "mutants", '{');
    json_bool(json, "skipped", m->skipped);
    json_whole(json, "tried", (int64_t)m->count);
    json_whole(json, "noticed", (int64_t)m->noticed);
    json_open(json, "unnoticed", '[');
    for (size_t i = 0; i < m->unnoticed_count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "line", m->unnoticed[i].line);
        json_text(json, "what", m->unnoticed[i].what);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_rule(struct json *json, const struct rule_tests *tests,
                     const struct rule_result *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "id", rule->id);
    json_text(json, "file", rule->file);
    json_open(json, "examples", '[');
    for (size_t i = 0; i < rule->count; i++)
        put_example(json, rule, &rule->examples[i]);
    json_close(json, ']');
    if (rule->kind != SUBJECT_ROW && tests->options.coverage)
        put_coverage(json, &rule->coverage);
    if (rule->kind == SUBJECT_RULE && tests->options.properties)
        put_breaches(json, rule);
    if (rule->kind != SUBJECT_ROW && tests->options.mutate)
        put_mutation(json, &rule->mutation);
    json_close(json, '}');
}

void rule_tests_json(struct json *json, const char *version, const struct rule_tests *tests)
{
    json_open_plain(json, "rules test", version);
    json_whole(json, "passed", (int64_t)tests->passed);
    json_whole(json, "failed", (int64_t)tests->failed);
    json_open(json, "rules", '[');
    for (size_t i = 0; i < tests->count; i++)
        put_rule(json, tests, &tests->list[i]);
    json_close(json, ']');
    json_close(json, '}');
    buf_putc(json->out, '\n');
}

/* --- TAP --- */

/* A YAML block: JSON in flow style, indented by one level. */
static void open_block(struct buf *out, struct json *json)
{
    *json = (struct json){.out = out, .depth = 1, .first = true};
    buf_puts(out, "  ---");
}

static void close_block(struct buf *out)
{
    buf_puts(out, "\n  ...\n");
}

static void tap_examples(struct buf *out, const struct rule_result *rule, size_t *point)
{
    struct json json;

    for (size_t i = 0; i < rule->count; i++) {
        const struct example_result *result = &rule->examples[i];
        buf_printf(out, "%sok %zu - %s example %zu: ", result->passed ? "" : "not ", ++*point,
                   rule->id, i + 1);
        if (result->passed) {
            buf_printf(out, "%s\n", result->example->expect);
            continue;
        }
        rule_tests_put_verdict(out, result);
        buf_putc(out, '\n');
        open_block(out, &json);
        json_open(&json, NULL, '{');
        json_text(&json, "file", rule->file);
        json_whole(&json, "line", result->line);
        json_open(&json, "examples", '[');
        put_example(&json, rule, result);
        json_close(&json, ']');
        json_close(&json, '}');
        close_block(out);
    }
}

static void tap_properties(struct buf *out, const struct rule_result *rule, size_t *point)
{
    bool passed = rule->properties.count == 0;
    struct json json;

    buf_printf(out, "%sok %zu - %s properties\n", passed ? "" : "not ", ++*point, rule->id);
    if (passed)
        return;
    open_block(out, &json);
    json_open(&json, NULL, '{');
    json_text(&json, "file", rule->file);
    put_breaches(&json, rule);
    json_close(&json, '}');
    close_block(out);
}

/* Each line behind a '#'. */
static void put_comments(struct buf *out, const struct rule_tests *tests)
{
    struct buf reach = BUF_INIT;
    struct text line;

    rule_tests_put_reach(&reach, tests);
    struct text rest = text_of(buf_text(&reach));
    while (text_next_part(&rest, '\n', &line))
        if (line.len > 0)
            buf_printf(out, "# %.*s\n", (int)line.len, line.at);
    buf_release(&reach);
}

void rule_tests_tap(struct buf *out, const struct rule_tests *tests)
{
    size_t point = 0;

    buf_printf(out, "TAP version 13\n1..%zu\n", tests->passed + tests->failed);
    for (size_t i = 0; i < tests->count; i++) {
        tap_examples(out, &tests->list[i], &point);
        if (tests->list[i].rule && tests->options.properties)
            tap_properties(out, &tests->list[i], &point);
    }
    put_comments(out, tests);
}

/* --- JUnit --- */

static void open_case(struct buf *out, const struct rule_result *rule, const char *name)
{
    buf_puts(out, "    <testcase");
    xml_attribute(out, "classname", rule->id);
    xml_attribute(out, "name", name);
    xml_attribute(out, "file", rule->file);
}

static void put_failed(struct buf *out, const char *message, const struct buf *details)
{
    buf_puts(out, ">\n      <failure");
    xml_attribute(out, "message", message);
    buf_putc(out, '>');
    xml_put(out, buf_text(details));
    buf_puts(out, "</failure>\n    </testcase>\n");
}

static void junit_example(struct buf *out, const struct rule_result *rule, size_t number)
{
    const struct example_result *result = &rule->examples[number];
    struct buf text = BUF_INIT, details = BUF_INIT;

    buf_printf(&text, "example %zu: %s", number + 1, result->example->expect);
    open_case(out, rule, buf_text(&text));
    buf_printf(out, " line=\"%d\"", result->line);
    if (result->passed) {
        buf_puts(out, "/>\n");
    } else {
        buf_reset(&text);
        rule_tests_put_verdict(&text, result);
        rule_tests_put_details(&details, rule, result);
        put_failed(out, buf_text(&text), &details);
    }
    buf_release(&text);
    buf_release(&details);
}

static void junit_properties(struct buf *out, const struct rule_result *rule)
{
    struct buf details = BUF_INIT;

    open_case(out, rule, "properties");
    for (size_t i = 0; i < rule->properties.count; i++) {
        rule_tests_put_breach(&details, rule, &rule->properties.breaches[i]);
        buf_putc(&details, '\n');
    }
    if (details.len > 0)
        put_failed(out, "a property does not hold", &details);
    else
        buf_puts(out, "/>\n");
    buf_release(&details);
}

void rule_tests_junit(struct buf *out, const struct rule_tests *tests)
{
    bool properties = tests->options.properties;

    buf_printf(out,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<testsuites tests=\"%zu\" failures=\"%zu\">\n",
               tests->passed + tests->failed, tests->failed);
    for (size_t i = 0; i < tests->count; i++) {
        const struct rule_result *rule = &tests->list[i];
        bool more = rule->kind == SUBJECT_RULE && properties;
        buf_puts(out, "  <testsuite");
        xml_attribute(out, "name", rule->id);
        buf_printf(out, " tests=\"%zu\" failures=\"%zu\">\n", rule->count + more,
                   rule->failed + (more && rule->properties.count > 0));
        for (size_t e = 0; e < rule->count; e++)
            junit_example(out, rule, e);
        if (more)
            junit_properties(out, rule);
        buf_puts(out, "  </testsuite>\n");
    }
    buf_puts(out, "</testsuites>\n");
}
