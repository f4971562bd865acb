/* SPDX-License-Identifier: MIT
 *
 * One company through the rules, the rows of the classification and the figures.
 */
#include <string.h>

#include "lua/answer.h"
#include "lua/load.h"
#include "lua/recall.h"
#include "lua/running.h"
#include "lua/tracing.h"

/* Starts a list of facts read. */
static void start_reading(struct runner *r)
{
    r->run.reads = arena_room(r->arena, r->run.fact_count * sizeof *r->run.reads);
    r->run.read_count = 0;
}

/* Prepares the run for a rule, row or figure that may read these facts. */
static void start(struct runner *r, const struct rule_fact *facts, size_t count,
                  struct checks *checks)
{
    r->run.facts = facts;
    r->run.fact_count = count;
    start_reading(r);
    r->checks = checks;
    sandbox_start_rule(&r->book->box, checks->floor, checks->pure);
}

/* A rule of one test that certainly ends at an unknown fact: most of those of a thin profile.
 */
static bool is_unknown_at_once(struct runner *r, struct checks *checks, struct finding *finding)
{
    const struct recall *step = checks->first[0];

    if (!r->recalls || checks->count != 1 || !step || step->fact == FACT_NONE ||
        step->ask != ASK_VALUE || run_end_of(&r->run, step->fact) != END_UNKNOWN)
        return false;
    finding->outcome = OUTCOME_UNKNOWN;
    finding->reads = finding->missing = &step->fact;
    finding->read_count = finding->missing_count = 1;
    return true;
}

static void run_tests(struct runner *r, const struct rule *rule, struct checks *checks,
                      struct finding *finding)
{
    struct verdict_so_far v = {0};

    start(r, rule->facts, rule->fact_count, checks);
    for (size_t i = 0; i < checks->count && !v.error; i++)
        running_test(r, (int)i, ANSWER_RULE, rule->worst, &v);
    running_conclude(r, &v, finding);
}

static void run_rule(struct runner *r, size_t number, struct finding *finding)
{
    const struct rule *rule = &r->book->pack.rules[number];
    struct checks *checks = &r->book->checks[number];

    *finding = (struct finding){.rule = rule, .outcome = OUTCOME_NOT_APPLICABLE};
    if (rule->off)
        return;
    if (!is_unknown_at_once(r, checks, finding))
        run_tests(r, rule, checks, finding);
    for (size_t i = 0; i < r->run.profile->waiver_count; i++)
        if (strcmp(r->run.profile->waivers[i].rule, rule->id) == 0)
            finding->waiver = &r->run.profile->waivers[i];
}

static void run_row(struct runner *r, size_t number, struct finding *finding)
{
    const struct class_row *row = &r->book->pack.classify.rows[number];
    struct checks *checks = &r->book->rows[number];
    struct verdict_so_far v = {0};

    *finding = (struct finding){.outcome = OUTCOME_UNKNOWN};
    start(r, row->facts, row->fact_count, checks);
    running_test(r, 0, ANSWER_ROW, OUTCOME_CRITICAL, &v);
    running_conclude(r, &v, finding);
}

/* The first row that certainly fits. */
static void run_rows(struct runner *r, struct classification *class)
{
    *class = (struct classification){.row = -1};
    for (size_t i = 0; i < r->book->pack.classify.row_count; i++) {
        struct finding f;
        run_row(r, i, &f);
        if (f.outcome == OUTCOME_ERROR && !class->broken)
            class->broken = arena_printf(r->arena, "row %zu, line %d of classify.lua: %s",
                                         i + 1, f.error_line, f.message.format);
        if (f.outcome != OUTCOME_PASS || f.span)
            continue;
        class->row = (int)i;
        class->row_reads = f.reads;
        class->row_read_count = f.read_count;
        return;
    }
}

/* --- figures --- */

/* Adds to what a figure misses: what stopped a line, and of the facts it names those that have
 * no value, so that all are asked for at once. */
static void add_needs(struct runner *r, const struct finding *line, struct verdict_so_far *all)
{
    const struct rule_fact *facts = r->run.facts;

    for (size_t i = 0; i < line->missing_count; i++)
        running_add_missing(r, all, line->missing[i]);
    for (size_t i = 0; i < r->run.fact_count; i++) {
        enum fact_state state = r->run.profile->facts[facts[i].number].value.state;
        if (state != FACT_KNOWN && state != FACT_NOT_APPLICABLE)
            running_add_missing(r, all, facts[i].number);
    }
}

/* Each function is a line by itself, with readings of its own. */
static void run_figure(struct runner *r, size_t number, struct figure_result *result)
{
    const struct figure *figure = &r->book->pack.figures[number];
    struct checks *computes = &r->book->computes[number];
    struct verdict_so_far all = {0};
    bool broke = false;

    *result = (struct figure_result){.figure = figure};
    if (figure->rule.off)
        return;
    result->lines = arena_alloc(r->arena, computes->count * sizeof *result->lines);
    start(r, figure->rule.facts, figure->rule.fact_count, computes);
    for (size_t i = 0; i < computes->count && !broke; i++) {
        struct verdict_so_far v = {0};
        struct finding *line = &result->lines[result->count++];
        *line = (struct finding){.rule = &figure->rule};
        start_reading(r);
        running_test(r, (int)i, ANSWER_FIGURE, OUTCOME_CRITICAL, &v);
        running_conclude(r, &v, line);
        broke = line->outcome == OUTCOME_ERROR;
        if (line->outcome == OUTCOME_UNKNOWN && line->missing_count > 0)
            add_needs(r, line, &all);
    }
    result->missing = all.missing;
    result->missing_count = all.missing_count;
}

/* --- the whole company --- */

/* Where what was found goes; what is NULL is not run. */
struct results {
    struct finding *findings;
    struct classification *class;
    struct figure_result *figures;
};

/* Figures last: what they use up takes nothing from the score. */
static void run_all(struct runner *r, const struct results *out)
{
    for (size_t i = 0; i < r->book->pack.rule_count && !r->again; i++)
        run_rule(r, i, &out->findings[i]);
    if (!r->again)
        run_rows(r, out->class);
    for (size_t i = 0; out->figures && i < r->book->pack.figure_count && !r->again; i++)
        run_figure(r, i, &out->figures[i]);
}

/* What to do with a runner, quick and, if that was stopped, counted. */
enum task { TASK_ALL, TASK_RULE, TASK_ROW, TASK_FIGURE };

static void run_task(struct runner *r, enum task task, size_t number, const struct results *out)
{
    struct sandbox *box = &r->book->box;

    do {
        r->counted = r->again;
        r->again = false;
        box->host = &r->run;
        sandbox_start_company(box, r->counted);
        r->counted = box->counted; /* where there is no timer, or somebody looks on */
        r->recalls = !r->counted && recall_is_safe(r->book);
        if (task == TASK_ALL)
            run_all(r, out);
        else if (task == TASK_RULE)
            run_rule(r, number, out->findings);
        else if (task == TASK_ROW)
            run_row(r, number, out->findings);
        else
            run_figure(r, number, out->figures);
        if (!sandbox_end_company(box))
            r->again = true;
    } while (r->again && !r->counted);
}

static struct runner runner_of(struct rulebook *book, const struct profile *profile,
                               struct arena *arena)
{
    return (struct runner){
        .book = book,
        .arena = arena,
        .run = {.pack = &book->pack, .profile = profile, .formats = &book->formats}};
}

void rulebook_run(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct finding *findings, struct classification *class,
                  struct figure_result *figures)
{
    struct runner r = runner_of(book, profile, arena);
    struct results out = {findings, class, figures};

    if (book->runs == 1) /* there are several: it pays */
        first_needs_find(book);
    book->runs += book->runs < 2;
    run_task(&r, TASK_ALL, 0, &out);
}

void rulebook_run_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                       struct arena *arena, struct finding *finding)
{
    struct runner r = runner_of(book, profile, arena);
    struct results out = {.findings = finding};

    run_task(&r, TASK_RULE, rule, &out);
}

void rulebook_run_row(struct rulebook *book, size_t row, const struct profile *profile,
                      struct arena *arena, struct finding *finding)
{
    struct runner r = runner_of(book, profile, arena);
    struct results out = {.findings = finding};

    run_task(&r, TASK_ROW, row, &out);
}

void rulebook_run_figure(struct rulebook *book, size_t figure, const struct profile *profile,
                         struct arena *arena, struct figure_result *result)
{
    struct runner r = runner_of(book, profile, arena);
    struct results out = {.figures = result};

    run_task(&r, TASK_FIGURE, figure, &out);
}

/* --- traced --- */

static void trace_task(struct rulebook *book, enum task task, size_t number,
                       const struct profile *profile, struct arena *arena,
                       const struct results *out, struct trace *trace)
{
    struct runner r = runner_of(book, profile, arena);
    struct sandbox_watch watch = tracing_watch(&r.run);
    const struct rule *rule =
        task == TASK_FIGURE ? &book->pack.figures[number].rule : &book->pack.rules[number];

    *trace = (struct trace){.line_count = tracing_line_count(rule->source)};
    trace->lines = arena_alloc(arena, (trace->line_count + 1) * sizeof *trace->lines);
    r.run.trace = trace;
    r.run.trace_arena = arena;
    book->box.watch = &watch;
    run_task(&r, task, number, out);
    book->box.watch = NULL;
    trace->microseconds = sandbox_elapsed_us(&book->box);
    trace->steps = book->box.limits.steps_per_rule - book->box.rule_left;
}

void rulebook_trace_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                         struct arena *arena, struct finding *finding, struct trace *trace)
{
    struct results out = {.findings = finding};

    trace_task(book, TASK_RULE, rule, profile, arena, &out, trace);
}

void rulebook_trace_figure(struct rulebook *book, size_t figure, const struct profile *profile,
                           struct arena *arena, struct figure_result *result,
                           struct trace *trace)
{
    struct results out = {.figures = result};

    trace_task(book, TASK_FIGURE, figure, profile, arena, &out, trace);
}
