/* SPDX-License-Identifier: MIT
 *
 * One company through the rules.
 */
#include <string.h>

#include "lua/answer.h"
#include "lua/load.h"
#include "lua/run.h"
#include "lua/tracing.h"

/* What the tests of a rule have come to so far. */
struct verdict_so_far {
    bool decided, unknown, not_applicable, refused;
    struct ending worst, best;
    struct message open; /* why it is unknown or not applicable */
    int *missing;
    size_t missing_count;
    struct answer error;
};

struct runner {
    struct rulebook *book;
    struct run run;
    struct arena *arena;
    const struct checks *checks; /* of the rule or row that runs */
    bool counted;
    bool again; /* the quick run decides nothing: run the company again, counted */
};

/* --- calling --- */

static struct answer answer_of_end(struct runner *r, enum outcome worst)
{
    const struct run *run = &r->run;
    struct answer answer = {.outcome = OUTCOME_UNKNOWN, .missing = run->end_fact};
    const char *meaning =
        run->pack->schema.facts[run->end_fact].meaning; /* "share ...; 0 if none" */

    if (run->end == END_NOT_APPLICABLE) {
        answer.outcome = OUTCOME_NOT_APPLICABLE;
        answer.missing = FACT_NONE;
    } else if (run->end == END_REFUSED) {
        answer.outcome = worst < OUTCOME_MAJOR ? worst : OUTCOME_MAJOR;
        answer.credit = outcome_credit(answer.outcome);
        answer.refused = true;
        answer.message.format =
            answer_text(r->arena, arena_printf(r->arena, "asked for and not given: %.*s",
                                               (int)strcspn(meaning, ";"), meaning));
    }
    return answer;
}

static struct answer call_test(struct runner *r, int ref, enum outcome worst, bool row)
{
    struct sandbox *box = &r->book->box;
    struct sandbox_fault fault;
    struct answer answer;

    r->run.end = END_NONE;
    lua_rawgeti(box->L, LUA_REGISTRYINDEX, ref);
    lua_rawgeti(box->L, LUA_REGISTRYINDEX,
                r->checks->pure ? r->book->sections_ref : r->book->facts_ref);
    bool ok = sandbox_pcall(box, 1, LUA_MULTRET, &fault);
    if (r->run.trace)
        r->run.trace->bytes += box->heap.allocated;
    if (ok) {
        answer =
            row ? answer_take_boolean(box->L, r->arena) : answer_take(box->L, r->arena, worst);
        lua_settop(box->L, 0);
        return answer;
    }
    if (fault.signalled)
        return answer_of_end(r, worst);
    if (!r->counted && fault.stop != STOP_NONE)
        r->again = true;
    answer = answer_of_fault(&fault, r->arena);
    sandbox_restore(box); /* a rule that broke leaves nothing behind */
    return answer;
}

/* --- putting answers together --- */

static struct ending ending_of(const struct answer *answer)
{
    return (struct ending){answer->outcome, answer->credit, answer->message};
}

/* By credit; where credit is equal (pass and info), by name. */
static bool is_worse(const struct ending *a, const struct ending *b)
{
    return a->credit < b->credit || (a->credit == b->credit && a->outcome > b->outcome);
}

/* A test that was decided at both ends of its ranges, into the rule's worst and best. */
static void add_decided(struct verdict_so_far *v, const struct ending *low,
                        const struct ending *high)
{
    if (!v->decided || is_worse(low, &v->worst))
        v->worst = *low;
    if (!v->decided || is_worse(high, &v->best))
        v->best = *high;
    v->decided = true;
}

static void add_missing(struct runner *r, struct verdict_so_far *v, int fact)
{
    if (fact == FACT_NONE)
        return;
    for (size_t i = 0; i < v->missing_count; i++)
        if (v->missing[i] == fact)
            return;
    v->missing = arena_grow(r->arena, v->missing, v->missing_count, sizeof *v->missing);
    v->missing[v->missing_count++] = fact;
}

/* One test in every combination of the ends of the ranges it reads. Ranges are found while it
 * runs: a combination that meets a new one doubles what is still to do. */
static void run_test(struct runner *r, int number, int ref, enum outcome worst, bool row,
                     struct verdict_so_far *v)
{
    struct ending low = {0}, high = {0};
    bool decided = false, open = false, beside = false;
    struct message why_open = {0};

    r->run.range_count = 0;
    for (r->run.combination = 0; r->run.combination < 1u << r->run.range_count;
         r->run.combination++) {
        tracing_test(&r->run, number);
        struct answer answer = call_test(r, ref, worst, row);
        tracing_end(&r->run, outcome_name(answer.outcome));
        if (answer.outcome == OUTCOME_ERROR) {
            v->error = answer;
            return;
        }
        struct ending end = ending_of(&answer);
        v->refused |= answer.refused;
        add_missing(r, v, answer.missing);
        if (answer.outcome >= OUTCOME_UNKNOWN) {
            bool unknown = answer.outcome == OUTCOME_UNKNOWN;
            open |= unknown;
            beside |= !unknown;
            why_open = why_open.format ? why_open : answer.message;
            continue;
        }
        low = !decided || is_worse(&end, &low) ? end : low;
        high = !decided || is_worse(&high, &end) ? end : high;
        decided = true;
    }
    /* Where one end is unknown or not applicable, the test is unknown (design.md 4). */
    if (decided && !open && !beside)
        add_decided(v, &low, &high);
    else if (open || decided)
        v->unknown = true;
    else
        v->not_applicable = true;
    v->open = v->open.format ? v->open : why_open;
}

/* The worst a rule can say, as the lower end of a span that an unknown test opens. */
static struct ending worst_of_rule(enum outcome worst)
{
    return (struct ending){.outcome = worst, .credit = outcome_credit(worst)};
}

static void conclude(struct runner *r, const struct verdict_so_far *v, struct finding *f)
{
    f->reads = r->run.reads;
    f->read_count = r->run.read_count;
    f->missing = v->missing;
    f->missing_count = v->missing_count;
    f->refused = v->refused;
    f->message = v->open;
    if (v->error.outcome == OUTCOME_ERROR) {
        f->outcome = OUTCOME_ERROR;
        f->message = v->error.message;
        f->error_line = v->error.error_line;
        f->error_id = v->error.error_id;
        return;
    }
    if (!v->decided) {
        f->outcome = v->unknown ? OUTCOME_UNKNOWN : OUTCOME_NOT_APPLICABLE;
        return;
    }
    struct ending open = worst_of_rule(f->rule ? f->rule->worst : OUTCOME_CRITICAL);
    f->worst = v->worst;
    f->best = v->best;
    if (v->unknown && is_worse(&open, &f->worst))
        f->worst = open;
    f->outcome = f->best.outcome;
    f->span = f->worst.outcome != f->best.outcome || f->worst.credit != f->best.credit;
}

/* Prepares the run for a rule or row that may read these facts. */
static void start(struct runner *r, const struct rule_fact *facts, size_t count,
                  const struct checks *checks)
{
    r->run.facts = facts;
    r->run.fact_count = count;
    r->run.reads = arena_alloc(r->arena, count * sizeof *r->run.reads);
    r->run.read_count = 0;
    r->checks = checks;
    sandbox_start_rule(&r->book->box, checks->floor, checks->pure);
}

static void run_rule(struct runner *r, size_t number, struct finding *finding)
{
    const struct rule *rule = &r->book->pack.rules[number];
    const struct checks *checks = &r->book->checks[number];
    struct verdict_so_far v = {.error.outcome = OUTCOME_PASS};

    *finding = (struct finding){.rule = rule, .outcome = OUTCOME_NOT_APPLICABLE};
    if (rule->off)
        return;
    start(r, rule->facts, rule->fact_count, checks);
    for (size_t i = 0; i < checks->count && v.error.outcome != OUTCOME_ERROR; i++)
        run_test(r, (int)i, checks->refs[i], rule->worst, false, &v);
    conclude(r, &v, finding);
    for (size_t i = 0; i < r->run.profile->waiver_count; i++)
        if (strcmp(r->run.profile->waivers[i].rule, rule->id) == 0)
            finding->waiver = &r->run.profile->waivers[i];
}

static void run_row(struct runner *r, size_t number, struct finding *finding)
{
    const struct class_row *row = &r->book->pack.classify.rows[number];
    const struct checks *checks = &r->book->rows[number];
    struct verdict_so_far v = {.error.outcome = OUTCOME_PASS};

    *finding = (struct finding){.outcome = OUTCOME_UNKNOWN};
    start(r, row->facts, row->fact_count, checks);
    run_test(r, 0, checks->refs[0], OUTCOME_CRITICAL, true, &v);
    conclude(r, &v, finding);
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

/* --- the whole company --- */

static void run_all(struct runner *r, struct finding *findings, struct classification *class)
{
    for (size_t i = 0; i < r->book->pack.rule_count && !r->again; i++)
        run_rule(r, i, &findings[i]);
    if (!r->again)
        run_rows(r, class);
}

/* What to do with a runner, quick and, if that was stopped, counted. */
enum task { TASK_ALL, TASK_RULE, TASK_ROW };

static void run_task(struct runner *r, enum task task, size_t number, struct finding *findings,
                     struct classification *class)
{
    struct sandbox *box = &r->book->box;

    do {
        r->counted = r->again;
        r->again = false;
        box->host = &r->run;
        sandbox_start_company(box, r->counted);
        r->counted = box->counted; /* where there is no timer, or somebody looks on */
        if (task == TASK_ALL)
            run_all(r, findings, class);
        else if (task == TASK_RULE)
            run_rule(r, number, findings);
        else
            run_row(r, number, findings);
        if (!sandbox_end_company(box))
            r->again = true;
    } while (r->again && !r->counted);
}

static struct runner runner_of(struct rulebook *book, const struct profile *profile,
                               struct arena *arena)
{
    return (struct runner){
        .book = book, .arena = arena, .run = {.pack = &book->pack, .profile = profile}};
}

void rulebook_run(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct finding *findings, struct classification *class)
{
    struct runner r = runner_of(book, profile, arena);

    run_task(&r, TASK_ALL, 0, findings, class);
}

void rulebook_run_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                       struct arena *arena, struct finding *finding)
{
    struct runner r = runner_of(book, profile, arena);

    run_task(&r, TASK_RULE, rule, finding, NULL);
}

void rulebook_run_row(struct rulebook *book, size_t row, const struct profile *profile,
                      struct arena *arena, struct finding *finding)
{
    struct runner r = runner_of(book, profile, arena);

    run_task(&r, TASK_ROW, row, finding, NULL);
}

/* --- traced --- */

void rulebook_trace_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                         struct arena *arena, struct finding *finding, struct trace *trace)
{
    struct runner r = runner_of(book, profile, arena);
    struct sandbox_watch watch = tracing_watch(&r.run);

    *trace = (struct trace){.line_count = tracing_line_count(book->pack.rules[rule].source)};
    trace->lines = arena_alloc(arena, (trace->line_count + 1) * sizeof *trace->lines);
    r.run.trace = trace;
    r.run.trace_arena = arena;
    book->box.watch = &watch;
    run_task(&r, TASK_RULE, rule, finding, NULL);
    book->box.watch = NULL;
    trace->microseconds = sandbox_elapsed_us(&book->box);
    trace->steps = book->box.limits.steps_per_rule - book->box.rule_left;
}
