/* SPDX-License-Identifier: MIT
 *
 * One test of a rule, row or figure, in every combination of the ends of the ranges it reads,
 * and what the tests come to together.
 */
#include <string.h>

#include "lua/answer.h"
#include "lua/load.h"
#include "lua/recall.h"
#include "lua/running.h"
#include "lua/tracing.h"

/* --- calling --- */

static void answer_of_end(struct runner *r, enum answer_kind kind, enum outcome worst,
                          struct answer *answer)
{
    const struct run *run = &r->run;
    const char *meaning =
        run->pack->schema.facts[run->end_fact].meaning; /* "share ...; 0 if none" */

    *answer = (struct answer){.end.outcome = OUTCOME_UNKNOWN, .missing = run->end_fact};
    if (run->end == END_NOT_APPLICABLE) {
        answer->end.outcome = OUTCOME_NOT_APPLICABLE;
        answer->missing = FACT_NONE;
    } else if (run->end == END_REFUSED && kind != ANSWER_FIGURE) {
        answer->end.outcome = worst < OUTCOME_MAJOR ? worst : OUTCOME_MAJOR;
        answer->end.credit = outcome_credit(answer->end.outcome);
        answer->refused = true;
        answer->end.message.format =
            answer_text(r->arena, arena_printf(r->arena, "asked for and not given: %.*s",
                                               (int)strcspn(meaning, ";"), meaning));
    }
}

/* Calls the test that the runner is at. Returns whether its answer is on the stack. */
static bool call_lua(struct runner *r, int number, struct sandbox_fault *fault)
{
    struct sandbox *box = &r->book->box;

    r->run.end = END_NONE;
    lua_rawgeti(box->L, LUA_REGISTRYINDEX, r->checks->refs[number]);
    lua_rawgeti(box->L, LUA_REGISTRYINDEX,
                r->checks->pure ? r->book->sections_ref : r->book->facts_ref);
    bool ok = sandbox_pcall(box, 1, LUA_MULTRET, fault);
    if (r->run.trace)
        r->run.trace->bytes += box->heap.allocated;
    return ok;
}

/* Takes what the call left. Returns whether it is more than a fault. */
static bool take(struct runner *r, bool ok, const struct sandbox_fault *fault,
                 enum answer_kind kind, enum outcome worst, struct answer *answer)
{
    struct sandbox *box = &r->book->box;

    if (ok) {
        answer_take(box->L, r->arena, kind, worst, answer);
        lua_settop(box->L, 0);
        return true;
    }
    if (fault->signalled) {
        answer_of_end(r, kind, worst, answer);
        return true;
    }
    if (!r->counted && fault->stop != STOP_NONE)
        r->again = true;
    answer_of_fault(fault, r->arena, answer);
    sandbox_restore(box); /* a rule that broke leaves nothing behind */
    return false;
}

/* A call that is counted within a quick run: so it is known what it took. */
static void call_and_learn(struct runner *r, int number, enum answer_kind kind,
                           enum outcome worst, const struct recall **gap, struct answer *answer)
{
    struct sandbox *box = &r->book->box;
    struct run *run = &r->run;
    int64_t before = box->company_left;
    struct sandbox_fault fault;

    run->learns = box->counted = true;
    run->touches = run->path_count = 0;
    bool ok = call_lua(r, number, &fault);
    run->learns = box->counted = false;
    if (!take(r, ok, &fault, kind, worst, answer) || answer->end.outcome == OUTCOME_ERROR)
        return;
    recall_learn(r->book, run, &r->checks->first[number], gap, ok ? answer : NULL,
                 before - box->company_left < LIMITS_TICK);
}

static void call_test(struct runner *r, int number, enum answer_kind kind, enum outcome worst,
                      struct answer *answer)
{
    const struct recall **gap = NULL, *known = NULL;
    struct sandbox_fault fault;

    if (r->recalls && r->checks->pure)
        known = recall_follow(&r->run, &r->checks->first[number], &gap);
    if (known && known->answer) {
        *answer = *known->answer;
    } else if (known) {
        answer_of_end(r, kind, worst, answer);
    } else if (gap && recall_has_room(r->book)) {
        call_and_learn(r, number, kind, worst, gap, answer);
    } else {
        bool ok = call_lua(r, number, &fault);
        take(r, ok, &fault, kind, worst, answer);
    }
}

/* --- putting answers together --- */

/* By credit; where credit is equal (pass and info), by name. Of values the lesser. */
static bool is_worse(const struct ending *a, const struct ending *b)
{
    if (a->outcome == OUTCOME_VALUE)
        return a->value < b->value;
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

void running_add_missing(struct runner *r, struct verdict_so_far *v, int fact)
{
    for (size_t i = 0; i < v->missing_count; i++)
        if (v->missing[i] == fact)
            return;
    v->missing = arena_grow(r->arena, v->missing, v->missing_count, sizeof *v->missing);
    v->missing[v->missing_count++] = fact;
}

/* What one test comes to, over the combinations. */
struct ends {
    struct ending low, high;
    bool decided, unknown, not_applicable; /* any of them */
    struct message why;                    /* it is one of the last two */
};

static void add_end(struct ends *ends, const struct ending *end)
{
    if (end->outcome >= OUTCOME_UNKNOWN) {
        ends->unknown |= end->outcome == OUTCOME_UNKNOWN;
        ends->not_applicable |= end->outcome != OUTCOME_UNKNOWN;
        ends->why = ends->why.format ? ends->why : end->message;
        return;
    }
    if (!ends->decided || is_worse(end, &ends->low))
        ends->low = *end;
    if (!ends->decided || is_worse(&ends->high, end))
        ends->high = *end;
    ends->decided = true;
}

/* Where one end is unknown or not applicable, the test is unknown (design.md 4). */
static void add_test(struct verdict_so_far *v, const struct ends *ends)
{
    if (ends->decided && !ends->unknown && !ends->not_applicable)
        add_decided(v, &ends->low, &ends->high);
    else if (ends->unknown || ends->decided)
        v->unknown = true;
    else
        v->not_applicable = true;
    if (!v->open.format)
        v->open = ends->why;
}

/* One test in every combination of the ends of the ranges it reads. Ranges are found while it
 * runs: a combination that meets a new one doubles what is still to do. */
void running_test(struct runner *r, int number, enum answer_kind kind, enum outcome worst,
                  struct verdict_so_far *v)
{
    struct ends ends = {.decided = false};

    r->run.range_count = 0;
    for (r->run.combination = 0; r->run.combination < 1u << r->run.range_count;
         r->run.combination++) {
        struct answer answer;
        if (r->run.trace)
            tracing_test(&r->run, number);
        call_test(r, number, kind, worst, &answer);
        if (r->run.trace)
            tracing_end(&r->run, outcome_name(answer.end.outcome));
        if (answer.end.outcome == OUTCOME_ERROR) {
            v->error = arena_room(r->arena, sizeof answer);
            *v->error = answer;
            return;
        }
        v->refused |= answer.refused;
        if (answer.missing != FACT_NONE)
            running_add_missing(r, v, answer.missing);
        add_end(&ends, &answer.end);
    }
    add_test(v, &ends);
}

/* The worst a rule can say, as the lower end of a span that an unknown test opens. */
static struct ending worst_of_rule(enum outcome worst)
{
    return (struct ending){.outcome = worst, .credit = outcome_credit(worst)};
}

void running_conclude(struct runner *r, const struct verdict_so_far *v, struct finding *f)
{
    f->reads = r->run.reads;
    f->read_count = r->run.read_count;
    f->missing = v->missing;
    f->missing_count = v->missing_count;
    f->refused = v->refused;
    f->message = v->open;
    if (v->error) {
        f->outcome = OUTCOME_ERROR;
        f->message = v->error->end.message;
        f->error_line = v->error->error_line;
        f->error_id = v->error->error_id;
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
    f->span = f->worst.outcome != f->best.outcome || f->worst.credit != f->best.credit ||
              f->worst.value != f->best.value;
}

/* --- what is read first --- */

/* Runs the tests with a profile that says nothing. */
static void find_first(struct runner *r, const struct rule_fact *facts, size_t count,
                       struct checks *checks)
{
    struct sandbox *box = &r->book->box;
    struct answer answer;

    r->book->tests += checks->count;
    r->checks = checks;
    r->run.facts = facts;
    r->run.fact_count = count;
    r->run.reads = arena_alloc(r->arena, count * sizeof *r->run.reads);
    for (size_t i = 0; i < checks->count && checks->pure; i++) {
        sandbox_start_rule(box, checks->floor, true);
        r->run.read_count = r->run.touches = r->run.range_count = 0;
        r->run.needed = false;
        int64_t before = box->company_left;
        call_test(r, (int)i, ANSWER_RULE, OUTCOME_CRITICAL, &answer);
        /* What it does before must be next to nothing, so that leaving it out saves no limit.
         */
        if (r->run.needed && r->run.touches == 1 && before - box->company_left < LIMITS_TICK)
            checks->first[i] =
                recall_step(r->book, (struct run_question){r->run.end_fact, ASK_VALUE});
    }
}

void first_needs_find(struct rulebook *book)
{
    const struct pack *pack = &book->pack;
    struct arena arena = {0};
    struct profile nothing = {.schema = &pack->schema, .file = "", .name = ""};
    struct runner r = {.book = book,
                       .arena = &arena,
                       .run = {.pack = pack, .profile = &nothing, .formats = &book->formats}};

    nothing.facts = arena_alloc(&arena, pack->schema.fact_count * sizeof *nothing.facts);
    book->box.host = &r.run;
    sandbox_start_company(&book->box, true);
    r.counted = true;
    for (size_t i = 0; i < pack->rule_count; i++)
        if (!pack->rules[i].broken)
            find_first(&r, pack->rules[i].facts, pack->rules[i].fact_count, &book->checks[i]);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        find_first(&r, pack->classify.rows[i].facts, pack->classify.rows[i].fact_count,
                   &book->rows[i]);
    for (size_t i = 0; i < pack->figure_count; i++)
        find_first(&r, pack->figures[i].rule.facts, pack->figures[i].rule.fact_count,
                   &book->computes[i]);
    sandbox_end_company(&book->box);
    arena_release(&arena);
}
