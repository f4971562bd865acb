/* SPDX-License-Identifier: MIT
 *
 * What the examples of a rule show, and which of its outcomes nothing reaches.
 */
#include <string.h>

#include "insight/coverage.h"
#include "insight/examples.h"
#include "insight/lint.h"

enum { SWEEP_MAX_RUNS = 3000, VALUES_MAX = 64 };

static bool expects(const struct rule *rule, const char *outcome)
{
    for (size_t i = 0; i < rule->example_count; i++)
        if (strcmp(rule->examples[i].expect, outcome) == 0)
            return true;
    return false;
}

static bool expects_a_pass(const struct rule *rule)
{
    if (expects(rule, "pass") || expects(rule, "info"))
        return true;
    for (size_t i = 0; i < rule->example_count; i++)
        if (strcmp(rule->examples[i].expect, "credit 1") == 0)
            return true;
    return false;
}

void lint_examples(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    const char *worst = outcome_name(rule->worst);

    if (rule->example_count == 0) {
        lint_add(l, rule->file, 0,
                 "there are no examples: one that passes, one that is %s, one "
                 "that is unknown",
                 worst);
        return;
    }
    if (!expects_a_pass(rule))
        lint_add(l, rule->file, 0, "no example passes: add one with expect = \"pass\"");
    if (!expects(rule, worst))
        lint_add(l, rule->file, 0,
                 "no example says its worst: add one with expect = \"%s\", or lower 'worst'",
                 worst);
    if (rule->fact_count > 0 && !expects(rule, "unknown"))
        lint_add(l, rule->file, 0,
                 "no example is unknown: add { facts = {}, expect = "
                 "\"unknown\" }");
    for (size_t i = 0; i < rule->example_count; i++) {
        struct arena arena = {0};
        struct subject subject = subject_of_rule(l->pack, number);
        struct outcome_seen seen;
        example_run(l->book, &subject, &rule->examples[i], &arena, &seen, NULL);
        if (!example_holds(&rule->examples[i], &seen))
            lint_add(l, rule->file, 0, "example %zu expects %s and gives %s: see rules test",
                     i + 1, rule->examples[i].expect, seen.words);
        arena_release(&arena);
    }
}

/* --- outcomes that nothing reaches --- */

struct sweep {
    struct linting *l;
    size_t number;
    const struct rule *rule;
    struct rule_coverage coverage;
    size_t runs;
};

/* Values that a fact can be given: as texts for a profile. */
struct candidates {
    const char *list[VALUES_MAX];
    size_t count;
};

static void add_value(struct candidates *c, const char *text)
{
    if (c->count < VALUES_MAX)
        c->list[c->count++] = text;
}

static void add_number(struct candidates *c, struct arena *arena, const struct fact_def *def,
                       decimal value)
{
    struct buf buf = BUF_INIT;

    if (value >= def->min && value <= def->max) {
        struct value v = {.state = FACT_KNOWN, .lo = value, .hi = value};
        value_put(&buf, def, &v);
        add_value(c, arena_copy(arena, buf_text(&buf), buf.len));
    }
    buf_release(&buf);
}

/* The ends of a fact's range, its words, and what examples give it. */
static void values_of(const struct sweep *s, int fact, struct arena *arena,
                      struct candidates *c)
{
    const struct fact_def *def = &s->l->pack->schema.facts[fact];

    if (def->type == TYPE_BOOL) {
        add_value(c, "yes");
        add_value(c, "no");
    }
    for (size_t i = 0; i < def->value_count; i++)
        add_value(c, def->values[i]);
    if (fact_type_is_numeric(def->type) && def->type != TYPE_DATE && def->type != TYPE_MONEY) {
        add_number(c, arena, def, def->min);
        add_number(c, arena, def, def->max);
        add_number(c, arena, def, DECIMAL_ONE);
    }
    for (size_t i = 0; i < s->rule->example_count; i++)
        for (size_t j = 0; j < s->rule->examples[i].fact_count; j++)
            if (s->rule->examples[i].facts[j].number == fact)
                add_value(c, s->rule->examples[i].facts[j].text);
}

static void run_facts(struct sweep *s, const struct example_fact *facts, size_t count)
{
    struct subject subject = subject_of_rule(s->l->pack, s->number);
    struct arena arena = {0};
    struct buf text = BUF_INIT;
    struct outcome_seen seen;
    struct trace trace = {.count = 0};

    s->runs++;
    example_put_facts(&text, &s->l->pack->schema, facts, count);
    subject_run(s->l->book, &subject, buf_text(&text), &arena, &seen, &trace);
    if (seen.readable)
        coverage_add(&s->coverage, s->rule, &trace);
    buf_release(&text);
    arena_release(&arena);
}

/* An example with one fact given another value, or given at all. */
static void vary(struct sweep *s, const struct example *example, int fact)
{
    struct arena arena = {0};
    struct candidates c = {.count = 0};
    struct example_fact *facts = arena_alloc(&arena, (example->fact_count + 1) * sizeof *facts);
    size_t at = 0, count = example->fact_count;

    if (count > 0)
        memcpy(facts, example->facts, count * sizeof *facts);
    while (at < count && facts[at].number != fact)
        at++;
    count += at == count;
    values_of(s, fact, &arena, &c);
    for (size_t i = 0; i < c.count && s->runs < SWEEP_MAX_RUNS; i++) {
        facts[at] = (struct example_fact){fact, c.list[i]};
        run_facts(s, facts, count);
    }
    arena_release(&arena);
}

static bool all_reached(struct sweep *s, struct arena *arena)
{
    struct rule_coverage now = s->coverage;

    coverage_finish(&now, arena);
    return now.outcomes_seen == now.outcome_count;
}

void lint_outcomes(struct linting *l, size_t number)
{
    struct arena arena = {0};
    struct sweep s = {.l = l, .number = number, .rule = &l->pack->rules[number]};

    coverage_start(&s.coverage, l->book, number, &arena);
    for (size_t i = 0; i < s.rule->example_count; i++)
        run_facts(&s, s.rule->examples[i].facts, s.rule->examples[i].fact_count);
    for (size_t i = 0; i < s.rule->example_count && !all_reached(&s, &arena); i++)
        for (size_t f = 0; f < s.rule->fact_count; f++)
            vary(&s, &s.rule->examples[i], s.rule->facts[f].number);
    coverage_finish(&s.coverage, &arena);
    for (size_t i = 0; i < s.coverage.outcome_count; i++)
        if (!s.coverage.outcomes[i].seen)
            lint_add(l, s.rule->file, s.coverage.outcomes[i].line,
                     "no example and no sweep reaches this '%s': add an example that does, or "
                     "delete it",
                     s.coverage.outcomes[i].outcome);
    arena_release(&arena);
}
