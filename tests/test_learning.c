/* SPDX-License-Identifier: MIT
 *
 * What is learned never leads out of what could be before (design.md 5): for each rule, for
 * each theme, for the scores and for the verdict.
 *
 * To learn is to state a fact that was absent or unknown, to settle a range on a value or
 * narrower range inside it, or to settle a conflict on one side. That an open question is
 * refused or does not apply is no learning: both may move a result any way. Nor is another
 * currency for the whole profile: [company] currency says how amounts are read.
 */
#include "trial.h"

enum { CASES = 2000, FILLINGS = 2, REMOVALS = 3 };

static void rule_credits(const struct finding *f, int *low, int *high)
{
    bool decided = finding_is_decided(f);

    *low = decided ? f->worst.credit : 0;
    *high = decided ? f->best.credit : CREDIT_FULL;
}

/* Each rule: what is learned never takes it outside what it could be before. */
static void check_rules(const struct trial *t, const struct assessment *less,
                        const struct assessment *more, const char *text)
{
    for (size_t i = 0; i < t->a.pack->rule_count; i++) {
        const struct finding *a = &less->findings[i], *b = &more->findings[i];
        int low_a, high_a, low_b, high_b;
        rule_credits(a, &low_a, &high_a);
        rule_credits(b, &low_b, &high_b);
        bool gone = b->outcome == OUTCOME_NOT_APPLICABLE;
        bool holds = a->outcome == OUTCOME_NOT_APPLICABLE ? gone
                     : finding_is_decided(a)
                         ? finding_is_decided(b) && low_b >= low_a && high_b <= high_a
                         : gone || (low_b >= low_a && high_b <= high_a);
        if (!holds)
            fail_trial(t, text, "%s goes from %s (%d to %d) to %s (%d to %d)", a->rule->id,
                       outcome_name(a->outcome), low_a, high_a, outcome_name(b->outcome), low_b,
                       high_b);
    }
}

static void check_inside(const struct trial *t, struct score less, struct score more,
                         const char *what, const char *text)
{
    if (more.low < less.low || more.high > less.high)
        fail_trial(t, text, "%s: %d to %d goes to %d to %d", what, less.low, less.high,
                   more.low, more.high);
}

/* 'more' is what 'less' comes to once something is learned. */
static void check_learned(const struct trial *t, const struct assessment *less,
                          const struct assessment *more, const char *text)
{
    const struct verdict *a = &less->verdict, *b = &more->verdict;

    check_rules(t, less, more, text);
    check_inside(t, less->score, more->score, "company", text);
    check_inside(t, less->fit, more->fit, "fit", text);
    for (size_t i = 0; i < t->a.pack->theme_count; i++)
        check_inside(t, tally_score(less->themes[i]), tally_score(more->themes[i]),
                     t->a.pack->themes[i].id, text);
    if (b->best < a->best || b->worst > a->worst)
        fail_trial(t, text, "bands %zu to %zu go to %zu to %zu", a->best, a->worst, b->best,
                   b->worst);
    if (a->kind == VERDICT_DECIDED && (b->kind != VERDICT_DECIDED || b->now != a->now))
        fail_trial(t, text, "a decided verdict changes");
    if (b->criticals < a->criticals)
        fail_trial(t, text, "%d criticals become %d", a->criticals, b->criticals);
}

static void remove_facts(struct trial *t)
{
    size_t count = maker_schema(&t->lab->maker)->fact_count;

    for (int i = 0; i < REMOVALS; i++) {
        size_t fact = chance_below(&t->chance, count);
        struct draft d = draft_copy(&t->draft, &t->arena);
        struct buf text = BUF_INIT;
        struct profile profile;
        struct assessment a;
        while (!slot_is_known(&d.slots[fact])) /* the currency is, at least */
            fact = (fact + 1) % count;
        if (maker_schema(d.maker)->facts[fact].type != TYPE_CURRENCY) {
            d.slots[fact] = (struct slot){chance_is(&t->chance, 50) ? "unknown" : NULL, NULL};
            draft_read(&d, &t->draft, &text, &t->arena, &profile);
            assess(t->lab->book, &profile, &t->arena, &a);
            check_learned(t, &a, &t->a, buf_text(&text));
        }
        buf_release(&text);
    }
}

static void removing_a_known_fact_never_narrows_the_interval(void **state)
{
    try_all(state, CASES, remove_facts);
}

/* A value or narrower range inside what the fact is known to be. */
static struct slot settle(struct trial *t, const struct profile *p, size_t fact,
                          const struct slot *now)
{
    const struct fact_def *def = &p->schema->facts[fact];
    const struct value *v = &p->facts[fact].statements[0].value;
    decimal step = step_of(def), ends[2];

    if (now->other)
        return (struct slot){chance_is(&t->chance, 50) ? now->text : now->other, NULL};
    if (!fact_type_is_numeric(def->type) || v->lo >= v->hi)
        return *now;
    for (size_t i = 0; i < 2; i++)
        ends[i] = chance_is(&t->chance, 40)
                      ? (chance_is(&t->chance, 50) ? v->lo : v->hi)
                      : v->lo + step * (decimal)chance_below(
                                           &t->chance, (uint64_t)((v->hi - v->lo) / step + 1));
    if (chance_is(&t->chance, 70))
        ends[1] = ends[0];
    return (struct slot){number_text(&t->arena, def, ends[0] < ends[1] ? ends[0] : ends[1],
                                     ends[0] < ends[1] ? ends[1] : ends[0], v->currency),
                         NULL};
}

/* Learns about 'percent' of what is open or not settled. */
static struct draft learn(struct trial *t, const struct draft *from, const struct profile *p,
                          unsigned percent)
{
    struct draft d = draft_copy(from, &t->arena);

    for (size_t i = 0; i < p->schema->fact_count; i++) {
        struct slot *s = &d.slots[i];
        if (p->schema->facts[i].type == TYPE_CURRENCY || !chance_is(&t->chance, percent))
            continue;
        if (slot_is_open(s)) {
            struct slot new = some_slot(d.maker, &t->chance, &t->arena, (int)i);
            *s = slot_is_known(&new) ? new : *s;
        } else if (slot_is_known(s)) {
            *s = settle(t, p, i, s);
        }
    }
    return d;
}

/* Bands in which a verdict was decided and then put to the test. */
static size_t decided[8];

/* Step by step, each inside all that were before it. */
static void fill_in(struct trial *t)
{
    for (int i = 0; i < FILLINGS; i++) {
        struct draft before = t->draft;
        struct profile profile = t->profile;
        struct assessment less = t->a;
        for (int step = 0; step < 2; step++) {
            unsigned percent = step == 1 ? 100 : (unsigned)chance_below(&t->chance, 60);
            struct draft d = learn(t, &before, &profile, percent);
            struct buf text = BUF_INIT;
            struct profile *more = arena_alloc(&t->arena, sizeof *more);
            struct assessment a;
            draft_read(&d, &before, &text, &t->arena, more);
            assess(t->lab->book, more, &t->arena, &a);
            check_learned(t, &less, &a, buf_text(&text));
            check_learned(t, &t->a, &a, buf_text(&text));
            buf_release(&text);
            before = d;
            profile = *more;
            less = a;
        }
    }
    decided[t->a.verdict.now] += t->a.verdict.kind == VERDICT_DECIDED;
}

static void filling_in_unknown_facts_stays_inside_and_keeps_a_decided_verdict(void **state)
{
    const struct lab *lab = *state;

    try_all(state, CASES, fill_in);
    for (size_t i = 0; i < lab->maker.pack->band_count && !getenv("PLUMBLINE_SEED"); i++)
        if (decided[i] == 0)
            fail_msg("no verdict was decided in band %zu, so none was tried", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(removing_a_known_fact_never_narrows_the_interval),
        cmocka_unit_test(filling_in_unknown_facts_stays_inside_and_keeps_a_decided_verdict),
    };

    return cmocka_run_group_tests(tests, open_lab, close_lab);
}
