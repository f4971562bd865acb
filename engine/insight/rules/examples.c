/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/rules/examples.h"

struct subject subject_of_rule(const struct pack *pack, size_t rule)
{
    const struct rule *r = &pack->rules[rule];

    return (struct subject){SUBJECT_RULE, rule, r->examples, r->example_count};
}

struct subject subject_of_figure(const struct pack *pack, size_t figure)
{
    const struct rule *r = &pack->figures[figure].rule;

    return (struct subject){SUBJECT_FIGURE, figure, r->examples, r->example_count};
}

struct subject subject_of_file(const struct pack *pack, size_t file)
{
    return file < pack->rule_count ? subject_of_rule(pack, file)
                                   : subject_of_figure(pack, file - pack->rule_count);
}

struct subject subject_of_row(const struct pack *pack, size_t row)
{
    const struct class_row *r = &pack->classify.rows[row];

    return (struct subject){SUBJECT_ROW, row, r->examples, r->example_count};
}

/* --- in words --- */

void example_put_facts(struct buf *buf, const struct schema *schema,
                       const struct example_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct fact_def *def = &schema->facts[facts[i].number];
        buf_printf(buf, "[%s]\n%s = %s\n", def->section, def->key, facts[i].text);
    }
}

static void put_ending(struct buf *buf, const struct ending *end)
{
    if (end->outcome == OUTCOME_CREDIT)
        buf_printf(buf, "credit %g", end->credit / 1000.0);
    else if (end->outcome == OUTCOME_VALUE)
        decimal_put(buf, end->value, false);
    else
        buf_puts(buf, outcome_name(end->outcome));
}

void finding_put_outcome(struct buf *buf, const struct finding *finding)
{
    if (!finding_is_decided(finding)) {
        buf_puts(buf, outcome_name(finding->outcome));
        return;
    }
    put_ending(buf, &finding->worst);
    if (finding->span) {
        buf_puts(buf, "..");
        put_ending(buf, &finding->best);
    }
}

static void put_words(struct buf *words, const struct finding *finding)
{
    finding_put_outcome(words, finding);
    if (finding->outcome != OUTCOME_ERROR)
        return;
    buf_puts(words, " (");
    if (finding->error_line > 0)
        buf_printf(words, "line %d: ", finding->error_line);
    message_put(words, &finding->message, "");
    buf_putc(words, ')');
}

static const char *words_of(const struct finding *findings, size_t count, struct arena *arena)
{
    struct buf words = BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        buf_puts(&words, i ? "; " : "");
        put_words(&words, &findings[i]);
    }
    const char *copy = arena_copy(arena, buf_text(&words), words.len);
    buf_release(&words);
    return copy;
}

/* --- running --- */

/* What all lines read, each once. */
static int *all_reads(const struct figure_result *result, struct arena *arena, size_t *count)
{
    int *reads = arena_alloc(arena, result->figure->rule.fact_count * sizeof *reads);

    *count = 0;
    for (size_t i = 0; i < result->count; i++) {
        for (size_t r = 0; r < result->lines[i].read_count; r++) {
            size_t at = 0;
            while (at < *count && reads[at] != result->lines[i].reads[r])
                at++;
            reads[at] = result->lines[i].reads[r];
            *count += at == *count;
        }
    }
    return reads;
}

static void run_figure(struct rulebook *book, size_t number, struct arena *arena,
                       struct outcome_seen *out, struct trace *trace)
{
    struct figure_result result;

    if (trace)
        rulebook_trace_figure(book, number, &out->profile, arena, &result, trace);
    else
        rulebook_run_figure(book, number, &out->profile, arena, &result);
    out->words = words_of(result.lines, result.count, arena);
    if (result.count == 0)
        return;
    bool broke =
        result.lines[result.count - 1].outcome == OUTCOME_ERROR; /* the last that ran */
    out->finding = result.lines[broke ? result.count - 1 : 0];
    out->finding.reads = all_reads(&result, arena, &out->finding.read_count);
}

static void run(struct rulebook *book, const struct subject *subject, struct arena *arena,
                struct outcome_seen *out, struct trace *trace)
{
    if (subject->kind == SUBJECT_FIGURE) {
        run_figure(book, subject->number, arena, out, trace);
        return;
    }
    if (subject->kind == SUBJECT_ROW)
        rulebook_run_row(book, subject->number, &out->profile, arena, &out->finding);
    else if (trace)
        rulebook_trace_rule(book, subject->number, &out->profile, arena, &out->finding, trace);
    else
        rulebook_run_rule(book, subject->number, &out->profile, arena, &out->finding);
    out->words = words_of(&out->finding, 1, arena);
}

void subject_run(struct rulebook *book, const struct subject *subject, const char *facts,
                 struct arena *arena, struct outcome_seen *out, struct trace *trace)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {0};
    struct faults faults = {0};

    *out = (struct outcome_seen){.facts = facts};
    if (trace)
        *trace = (struct trace){0};
    out->readable = profile_parse(text_of(facts), "example", &pack->schema, &options, arena,
                                  &out->profile, &faults);
    if (!out->readable) {
        out->words = arena_printf(arena, "a profile fault (%s)", faults.list[0].message);
        return;
    }
    run(book, subject, arena, out, trace);
}

void example_run(struct rulebook *book, const struct subject *subject,
                 const struct example *example, struct arena *arena, struct outcome_seen *out,
                 struct trace *trace)
{
    struct buf facts = BUF_INIT;

    example_put_facts(&facts, &rulebook_pack(book)->schema, example->facts,
                      example->fact_count);
    const char *text = arena_copy(arena, buf_text(&facts), facts.len);
    buf_release(&facts);
    subject_run(book, subject, text, arena, out, trace);
}

bool example_holds(const struct example *example, const struct outcome_seen *seen)
{
    return strcmp(seen->words, example->expect) == 0;
}
