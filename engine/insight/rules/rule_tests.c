/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/file.h"
#include "insight/rules/rule_tests.h"

/* --- how an outcome came about --- */

static void add_read(struct example_result *result, const struct trace_event *event,
                     struct arena *arena)
{
    if (event->kind != TRACE_READ || !event->text)
        return;
    result->reads = arena_grow(arena, result->reads, result->read_count, sizeof *result->reads);
    result->reads[result->read_count++] =
        (struct fact_read){event->number, event->line, event->text};
}

/* The last line that ran before a test ended as the finding does; where none did, the last of
 * all. */
static int deciding_line(const struct trace *trace, const struct finding *finding)
{
    bool decided = finding_is_decided(finding);
    const char *outcome = outcome_name(decided ? finding->worst.outcome : finding->outcome);
    int line = 0, decides = 0;

    for (size_t i = 0; i < trace->count; i++) {
        const struct trace_event *event = &trace->events[i];
        if (event->kind == TRACE_LINE)
            line = event->line;
        if (event->kind == TRACE_END && strcmp(event->text, outcome) == 0)
            decides = line;
    }
    return decides > 0 ? decides : line;
}

static void explain_failure(struct rule_result *rule, struct example_result *result,
                            const struct outcome_seen *seen, const struct trace *trace,
                            struct arena *arena)
{
    struct buf reason = BUF_INIT;

    result->reason = "";
    if (!seen->readable)
        return;
    finding_put_reason(&reason, &seen->finding, seen->profile.currency);
    result->reason = arena_copy(arena, buf_text(&reason), reason.len);
    buf_release(&reason);
    for (size_t i = 0; i < trace->count; i++)
        add_read(result, &trace->events[i], arena);
    if (!rule->rule)
        return;
    result->decided_line = deciding_line(trace, &seen->finding);
    if (result->decided_line > 0)
        result->decided = text_line(rule->rule->source, result->decided_line);
}

/* --- examples --- */

static void run_example(struct rule_tests *tests, struct rulebook *book,
                        const struct subject *subject, struct rule_result *rule,
                        struct example_result *result, struct arena *arena)
{
    struct arena own = {0};
    struct outcome_seen seen;
    struct trace trace;
    bool traced = tests->options.coverage && subject->kind != SUBJECT_ROW;

    example_run(book, subject, result->example, &own, &seen, traced ? &trace : NULL);
    result->passed = example_holds(result->example, &seen);
    result->got = arena_copy(arena, seen.words, strlen(seen.words));
    if (traced)
        coverage_add(&rule->coverage, rule->rule, &trace);
    if (!result->passed) { /* once more, with an arena that lives as long as the result */
        example_run(book, subject, result->example, arena, &seen, &trace);
        explain_failure(rule, result, &seen, &trace, arena);
    }
    rule->failed += !result->passed;
    arena_release(&own);
}

static void run_examples(struct rule_tests *tests, struct rulebook *book,
                         const struct subject *subject, struct text source,
                         struct rule_result *rule, struct arena *arena)
{
    int *lines = arena_alloc(arena, subject->count * sizeof *lines);

    example_lines(source, subject->kind == SUBJECT_ROW ? subject->number : 0, subject->count,
                  arena, lines);
    rule->examples = arena_alloc(arena, subject->count * sizeof *rule->examples);
    rule->count = subject->count;
    for (size_t i = 0; i < subject->count; i++) {
        rule->examples[i].example = &subject->examples[i];
        rule->examples[i].line = lines[i];
        run_example(tests, book, subject, rule, &rule->examples[i], arena);
    }
    tests->passed += rule->count - rule->failed;
    tests->failed += rule->failed;
}

/* --- rules and rows --- */

static struct rule_result *add_result(struct rule_tests *tests, struct arena *arena)
{
    tests->list = arena_grow(arena, tests->list, tests->count, sizeof *tests->list);
    tests->list[tests->count] = (struct rule_result){0};
    return &tests->list[tests->count++];
}

static void test_rule(struct rule_tests *tests, struct rulebook *book, size_t number,
                      struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    const struct rule *rule = &pack->rules[number];
    struct subject subject = subject_of_rule(pack, number);
    struct rule_result *result = add_result(tests, arena);

    *result = (struct rule_result){.pack = pack, .rule = rule, .id = rule->id};
    result->file = pack_rule_path(pack, rule, arena);
    tests->rules++;
    if (tests->options.coverage)
        coverage_start(&result->coverage, book, number, arena);
    run_examples(tests, book, &subject, text_of(rule->source), result, arena);
    if (tests->options.coverage)
        coverage_finish(&result->coverage, arena);
    if (tests->options.properties) {
        rule_properties_check(book, number, arena, &result->properties);
        tests->passed += result->properties.count == 0;
        tests->failed += result->properties.count > 0;
    }
    if (tests->options.mutate)
        rule_mutate(book, number, arena, &result->mutation);
}

static void test_figure(struct rule_tests *tests, struct rulebook *book, size_t number,
                        struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    const struct rule *rule = &pack->figures[number].rule;
    struct subject subject = subject_of_figure(pack, number);
    struct rule_result *result = add_result(tests, arena);

    *result = (struct rule_result){
        .pack = pack, .kind = SUBJECT_FIGURE, .rule = rule, .id = rule->id};
    result->file = pack_rule_path(pack, rule, arena);
    tests->figures++;
    if (tests->options.coverage)
        coverage_start(&result->coverage, book, pack->rule_count + number, arena);
    run_examples(tests, book, &subject, text_of(rule->source), result, arena);
    if (tests->options.coverage)
        coverage_finish(&result->coverage, arena);
    if (tests->options.mutate)
        rule_mutate(book, pack->rule_count + number, arena, &result->mutation);
}

static void test_row(struct rule_tests *tests, struct rulebook *book, size_t number,
                     struct text source, struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    struct subject subject = subject_of_row(pack, number);
    struct rule_result *result = add_result(tests, arena);

    *result = (struct rule_result){.pack = pack, .kind = SUBJECT_ROW};
    result->id = arena_printf(arena, "classify row %zu", number + 1);
    result->file = arena_printf(arena, "%s/classify.lua", pack->parts[0].dir);
    run_examples(tests, book, &subject, source, result, arena);
}

/* The text of classify.lua, for the lines of its examples; empty where it cannot be read. */
static struct text classify_source(const struct rulebook *book, struct arena *arena)
{
    struct text text = {"", 0};
    struct error err;
    const char *path =
        arena_printf(arena, "%s/classify.lua", rulebook_pack(book)->parts[0].dir);

    file_read(path, (size_t)rulebook_limits(book)->pack_source_bytes, arena, &text, ERROR_PACK,
              &err);
    return text;
}

void rule_tests_add(struct rule_tests *tests, struct rulebook *book, const bool *wanted,
                    const bool *figures, bool rows, struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);

    for (size_t i = 0; i < pack->rule_count; i++)
        if (!wanted || wanted[i])
            test_rule(tests, book, i, arena);
    for (size_t i = 0; i < pack->figure_count; i++)
        if (!figures || figures[i])
            test_figure(tests, book, i, arena);
    if (!rows || pack->classify.row_count == 0)
        return;
    struct text source = classify_source(book, arena);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        test_row(tests, book, i, source, arena);
}

static int percent(size_t part, size_t whole)
{
    return whole == 0 ? 100 : (int)(part * 100 / whole);
}

int rule_tests_lines_percent(const struct rule_tests *tests)
{
    size_t run = 0, all = 0;

    for (size_t i = 0; i < tests->count; i++) {
        run += tests->list[i].coverage.lines_run;
        all += tests->list[i].coverage.line_count;
    }
    return percent(run, all);
}

int rule_tests_noticed_percent(const struct rule_tests *tests)
{
    size_t noticed = 0, all = 0;

    for (size_t i = 0; i < tests->count; i++) {
        noticed += tests->list[i].mutation.noticed;
        all += tests->list[i].mutation.count;
    }
    return percent(noticed, all);
}
