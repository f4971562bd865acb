/* SPDX-License-Identifier: MIT */
#include "report/rules/rule_tests.h"

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static const char *fact_name(const struct rule_result *rule, int fact)
{
    return rule->pack->schema.facts[fact].name;
}

static void put_place(struct buf *out, const char *file, int line)
{
    buf_puts(out, file);
    if (line > 0)
        buf_printf(out, ":%d", line);
    buf_puts(out, ": ");
}

/* --- examples --- */

void rule_tests_put_verdict(struct buf *out, const struct example_result *result)
{
    buf_printf(out, "expected %s, got %s", result->example->expect, result->got);
}

void rule_tests_put_details(struct buf *out, const struct rule_result *rule,
                            const struct example_result *result)
{
    const struct example *example = result->example;

    for (size_t i = 0; i < example->fact_count; i++)
        buf_printf(out, "  given    %s = %s\n", fact_name(rule, example->facts[i].number),
                   example->facts[i].text);
    if (example->fact_count == 0)
        buf_puts(out, "  given    nothing\n");
    for (size_t i = 0; i < result->read_count; i++) {
        buf_printf(out, "  read     %s: %s", fact_name(rule, result->reads[i].fact),
                   result->reads[i].value);
        if (result->reads[i].line > 0)
            buf_printf(out, " (line %d)", result->reads[i].line);
        buf_putc(out, '\n');
    }
    if (result->decided_line > 0)
        buf_printf(out, "  decided  line %d: %.*s\n", result->decided_line,
                   (int)result->decided.len, result->decided.at);
    if (*result->reason)
        buf_printf(out, "  reason   %s\n", result->reason);
    if (example->note)
        buf_printf(out, "  note     %s\n", example->note);
}

static void put_failures(struct buf *out, const struct rule_result *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        const struct example_result *result = &rule->examples[i];
        if (result->passed)
            continue;
        put_place(out, rule->file, result->line);
        buf_printf(out, "%s, example %zu: ", rule->id, i + 1);
        rule_tests_put_verdict(out, result);
        buf_putc(out, '\n');
        rule_tests_put_details(out, rule, result);
    }
}

/* --- properties --- */

void rule_tests_put_breach(struct buf *out, const struct rule_result *rule,
                           const struct breach *breach)
{
    buf_printf(out, "%s, example %zu", property_name(breach->property), breach->example + 1);
    if (breach->fact != FACT_NONE)
        buf_printf(out, ", %s", fact_name(rule, breach->fact));
    buf_printf(out, ": %s", breach->says);
}

static void put_breaches(struct buf *out, const struct rule_result *rule)
{
    const struct rule_properties *p = &rule->properties;

    for (size_t i = 0; i < p->count; i++) {
        put_place(out, rule->file, rule->examples[p->breaches[i].example].line);
        buf_printf(out, "%s, ", rule->id);
        rule_tests_put_breach(out, rule, &p->breaches[i]);
        buf_putc(out, '\n');
    }
    if (p->more > 0)
        buf_printf(out, "%s: %s, and %zu more\n", rule->file, rule->id, p->more);
}

/* --- coverage and changes --- */

static void put_missed(struct buf *out, const struct rule_result *rule)
{
    const struct rule_coverage *c = &rule->coverage;

    for (size_t i = 0; i < c->missed_count; i++) {
        struct text line = text_line(rule->rule->source, c->missed[i]);
        put_place(out, rule->file, c->missed[i]);
        buf_printf(out, "no example runs this line: %.*s\n", (int)line.len, line.at);
    }
    for (size_t i = 0; i < c->outcome_count; i++) {
        if (c->outcomes[i].seen)
            continue;
        put_place(out, rule->file, c->outcomes[i].line);
        buf_printf(out, "no example comes to this '%s'\n", c->outcomes[i].outcome);
    }
    if (rule->rule && rule->count == 0) {
        put_place(out, rule->file, 0);
        buf_printf(out, "%s has no examples\n", rule->id);
    }
}

static void put_coverage(struct buf *out, const struct rule_tests *tests)
{
    size_t lines = 0, run = 0, outcomes = 0, seen = 0, bare = 0;

    for (size_t i = 0; i < tests->count; i++) {
        const struct rule_coverage *c = &tests->list[i].coverage;
        put_missed(out, &tests->list[i]);
        lines += c->line_count;
        run += c->lines_run;
        outcomes += c->outcome_count;
        seen += c->outcomes_seen;
        bare += tests->list[i].rule && tests->list[i].count == 0;
    }
    buf_printf(out, "%zu of %zu lines run (%d %%), %zu of %zu outcomes seen, ", run, lines,
               rule_tests_lines_percent(tests), seen, outcomes);
    buf_printf(out, "%zu rule%s without examples\n", bare, plural(bare));
}

static void put_unnoticed(struct buf *out, const struct rule_result *rule)
{
    const struct rule_mutation *m = &rule->mutation;

    if (m->skipped) {
        put_place(out, rule->file, 0);
        buf_printf(out, "%s is not changed: its examples fail as it is\n", rule->id);
    }
    for (size_t i = 0; i < m->unnoticed_count; i++) {
        put_place(out, rule->file, m->unnoticed[i].line);
        buf_printf(out, "no example notices %s\n", m->unnoticed[i].what);
    }
}

static void put_mutation(struct buf *out, const struct rule_tests *tests)
{
    size_t noticed = 0, count = 0;

    for (size_t i = 0; i < tests->count; i++) {
        const struct rule_mutation *m = &tests->list[i].mutation;
        put_unnoticed(out, &tests->list[i]);
        noticed += m->noticed;
        count += m->count;
    }
    if (count == 0) {
        buf_puts(out, "no mutants were made\n");
        return;
    }
    buf_printf(out, "%zu of %zu mutants noticed (%d %%)\n", noticed, count,
               rule_tests_noticed_percent(tests));
}

void rule_tests_put_reach(struct buf *out, const struct rule_tests *tests)
{
    if (tests->options.coverage)
        put_coverage(out, tests);
    if (tests->options.mutate)
        put_mutation(out, tests);
}

/* --- all --- */

static void put_rule_line(struct buf *out, const struct rule_tests *tests,
                          const struct rule_result *rule)
{
    buf_printf(out, "%-6s %2zu example%s", rule->id, rule->count, plural(rule->count));
    if (rule->failed > 0)
        buf_printf(out, ", %zu failed", rule->failed);
    if (rule->kind != SUBJECT_ROW && tests->options.coverage)
        buf_printf(out, ", %zu of %zu lines, %zu of %zu outcomes", rule->coverage.lines_run,
                   rule->coverage.line_count, rule->coverage.outcomes_seen,
                   rule->coverage.outcome_count);
    if (rule->kind == SUBJECT_RULE && tests->options.properties)
        buf_printf(out, ", %zu runs compared", rule->properties.tried);
    if (rule->kind != SUBJECT_ROW && tests->options.mutate && !rule->mutation.skipped)
        buf_printf(out, ", %zu of %zu mutants noticed", rule->mutation.noticed,
                   rule->mutation.count);
    buf_putc(out, '\n');
}

static void put_sum(struct buf *out, const struct rule_tests *tests)
{
    size_t examples = 0, rows = tests->count - tests->rules - tests->figures;

    for (size_t i = 0; i < tests->count; i++)
        examples += tests->list[i].count;
    buf_printf(out, "%zu rule%s", tests->rules, plural(tests->rules));
    if (tests->figures > 0)
        buf_printf(out, ", %zu figure%s", tests->figures, plural(tests->figures));
    if (rows > 0)
        buf_printf(out, ", %zu row%s of the classification", rows, plural(rows));
    buf_printf(out, ", %zu example%s", examples, plural(examples));
    if (tests->options.properties)
        buf_printf(out, ", properties of %zu rule%s", tests->rules, plural(tests->rules));
    buf_printf(out, "\n%zu passed, %zu failed\n", tests->passed, tests->failed);
}

void rule_tests_text(struct buf *out, const struct rule_tests *tests, bool verbose)
{
    for (size_t i = 0; i < tests->count; i++) {
        if (verbose)
            put_rule_line(out, tests, &tests->list[i]);
        put_failures(out, &tests->list[i]);
        put_breaches(out, &tests->list[i]);
    }
    rule_tests_put_reach(out, tests);
    put_sum(out, tests);
}
