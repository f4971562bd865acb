/* SPDX-License-Identifier: MIT
 *
 * What running the rules shows: examples that are missing, outcomes that nothing comes to.
 */
#include <stdlib.h>
#include <string.h>

#include "insight/rules/coverage.h"
#include "insight/rules/linting.h"
#include "insight/rules/properties.h"
#include "insight/rules/sweep.h"

/* --- examples --- */

static bool is_credit(const char *expect, int *credit)
{
    if (strncmp(expect, "credit ", 7) != 0)
        return false;
    *credit = (int)(strtod(expect + 7, NULL) * CREDIT_FULL + 0.5);
    return true;
}

static bool expects_good(const struct rule *rule, const char *expect)
{
    int credit;

    (void)rule;
    return strcmp(expect, "pass") == 0 || strcmp(expect, "info") == 0 ||
           (is_credit(expect, &credit) && credit == CREDIT_FULL);
}

static bool expects_worst(const struct rule *rule, const char *expect)
{
    int credit;

    return strcmp(expect, outcome_name(rule->worst)) == 0 ||
           (is_credit(expect, &credit) &&
            outcome_severity(OUTCOME_CREDIT, credit) >= outcome_severity(rule->worst, 0));
}

static bool expects_unknown(const struct rule *rule, const char *expect)
{
    (void)rule;
    return strcmp(expect, "unknown") == 0;
}

struct kind {
    bool (*is)(const struct rule *rule, const char *expect);
    const char *says; /* where no example is */
};

static const struct kind wanted[] = {
    {expects_good, "no example passes: add one that does"},
    {expects_worst, "no example comes to its worst: add one that does"},
    {expects_unknown, "no example is unknown: add one that is, such as { facts = {}, expect = "
                      "\"unknown\" }"},
};

/* Whether the rule's text has its worst outcome; else what it comes to is said by lint_reach.
 */
static bool says_worst(struct linting *l, const struct rule *rule)
{
    struct source_case *cases;
    size_t count = source_cases(text_of(rule->source), l->arena, &cases);

    for (size_t i = 0; i < count; i++)
        if (strcmp(cases[i].outcome, outcome_name(rule->worst)) == 0 ||
            strcmp(cases[i].outcome, outcome_name(OUTCOME_CREDIT)) == 0)
            return true;
    return count == 0;
}

static bool has_kind(const struct rule *rule, const struct kind *kind)
{
    for (size_t i = 0; i < rule->example_count; i++)
        if (kind->is(rule, rule->examples[i].expect))
            return true;
    return false;
}

static void check_kinds(struct linting *l, const struct rule *rule)
{
    int line = lint_line(l, rule, "examples");

    for (size_t w = 0; w < COUNT(wanted); w++) {
        if (wanted[w].is == expects_worst && !says_worst(l, rule))
            continue;
        if (!has_kind(rule, &wanted[w]))
            lint_say_of_rule(l, rule, line, "%s", wanted[w].says);
    }
}

/* Whether a note on the line that breaks says already why. */
static bool is_said(struct linting *l, const struct rule *rule, const struct finding *finding)
{
    return finding->outcome == OUTCOME_ERROR && finding->error_line > 0 &&
           lint_has_said(l, rule, finding->error_line);
}

static bool is_outcome(struct text word)
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        if (i != OUTCOME_VALUE && text_is(word, outcome_name((enum outcome)i)))
            return true;
    return word.len > 7 && memcmp(word.at, "credit ", 7) == 0;
}

/* "pass", "credit 0.4", "major..pass" */
static bool may_be_outcome(const char *expect)
{
    const char *dots = strstr(expect, "..");

    if (!dots)
        return is_outcome(text_of(expect));
    return is_outcome((struct text){expect, (size_t)(dots - expect)}) &&
           is_outcome(text_of(dots + 2));
}

/* Examples whose values are none of their facts, or that do not hold. */
static void check_given(struct linting *l, size_t number)
{
    const struct rule *rule = pack_file(l->pack, number);
    struct subject subject = subject_of_file(l->pack, number);
    int *lines = arena_alloc(l->arena, rule->example_count * sizeof *lines);

    example_lines(text_of(rule->source), 0, rule->example_count, l->arena, lines);
    for (size_t e = 0; e < rule->example_count; e++) {
        struct outcome_seen seen;
        example_run(l->book, &subject, &rule->examples[e], l->arena, &seen, NULL);
        if (subject.kind == SUBJECT_RULE && !may_be_outcome(rule->examples[e].expect))
            lint_say_of_rule(l, rule, lines[e],
                             "example %zu expects '%s', which is no outcome: write pass, info, "
                             "minor, major, critical, 'credit 0.4', unknown, not_applicable or "
                             "error, or two of them as 'major..pass'",
                             e + 1, rule->examples[e].expect);
        else if (!seen.readable)
            lint_say_of_rule(l, rule, lines[e], "example %zu cannot be read: it gives %s",
                             e + 1, seen.words);
        else if (!example_holds(&rule->examples[e], &seen) && !is_said(l, rule, &seen.finding))
            lint_say_of_rule(l, rule, lines[e],
                             "example %zu expects %s, but gives %s: 'plumbline rules test' "
                             "shows why",
                             e + 1, rule->examples[e].expect, seen.words);
    }
}

/* Whether an example of a figure comes to a value, in a line of its own or with others. */
static bool expects_value(const struct rule *rule, const char *expect)
{
    (void)rule;
    return is_digit(*expect) || (*expect == '-' && is_digit(expect[1])) || strstr(expect, "; ");
}

static bool expects_open(const struct rule *rule, const char *expect)
{
    (void)rule;
    return strstr(expect, "unknown") != NULL;
}

static void check_figure_kinds(struct linting *l, const struct rule *rule)
{
    static const struct kind kinds[] = {
        {expects_value, "no example comes to a value: add one that does"},
        {expects_open, "no example is unknown: add one that is, such as { facts = {}, expect = "
                       "\"unknown\" }"},
    };

    for (size_t k = 0; k < COUNT(kinds); k++)
        if (!has_kind(rule, &kinds[k]))
            lint_say_of_rule(l, rule, lint_line(l, rule, "examples"), "%s", kinds[k].says);
}

void lint_examples(struct linting *l)
{
    for (size_t i = 0; i < pack_file_count(l->pack); i++) {
        const struct rule *rule = pack_file(l->pack, i);
        bool figure = i >= l->pack->rule_count;
        if (rule->broken)
            continue;
        if (rule->example_count > 0) {
            check_given(l, i);
            if (figure)
                check_figure_kinds(l, rule);
            else
                check_kinds(l, rule);
        } else if (!lint_has_faults(l, rule)) {
            lint_say_of_rule(l, rule, lint_line(l, rule, "examples"),
                             figure ? "it has no examples: add one that comes to a value and "
                                      "one that is unknown"
                                    : "it has no examples: add one that passes, one that comes "
                                      "to its worst and one that is unknown");
        }
    }
}

/* --- reach --- */

struct reach {
    const struct rule *rule;
    struct rule_coverage coverage;
    bool worst;
    bool error; /* it breaks: that is for its examples to show */
};

static bool reaches_all(const struct reach *reach)
{
    for (size_t i = 0; i < reach->coverage.outcome_count; i++)
        if (!reach->coverage.outcomes[i].seen)
            return false;
    return reach->worst;
}

/* What a refusal gives is the engine's answer, not the rule's. */
static bool on_run(void *context, const struct outcome_seen *seen, const struct trace *trace)
{
    struct reach *reach = context;
    const struct finding *f = &seen->finding;

    if (!seen->readable)
        return true;
    coverage_add(&reach->coverage, reach->rule, trace);
    reach->error |= f->outcome == OUTCOME_ERROR;
    if (finding_is_decided(f) && !f->refused)
        reach->worst |=
            f->worst.outcome == reach->rule->worst ||
            outcome_severity(f->worst.outcome, f->worst.credit) >=
                outcome_severity(reach->rule->worst, outcome_credit(reach->rule->worst));
    return !reaches_all(reach);
}

static const char *tried(const struct sweep *sweep, struct arena *arena)
{
    return arena_printf(arena, "no example and none of %zu combinations of values%s",
                        sweep->runs, sweep->cut ? ", the first of more," : "");
}

static void check_reach(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    struct reach reach = {.rule = rule};
    struct sweep sweep;

    coverage_start(&reach.coverage, l->book, number, l->arena);
    sweep_rule(l->book, number, on_run, &reach, &sweep);
    if (reach.error)
        return;
    if (!reach.worst && !says_worst(l, rule))
        lint_say_of_rule(l, rule, lint_line(l, rule, "worst"),
                         "'worst' is %s, but %s comes to it: lower 'worst', or change 'check'",
                         outcome_name(rule->worst), tried(&sweep, l->arena));
    for (size_t i = 0; i < reach.coverage.outcome_count; i++)
        if (!reach.coverage.outcomes[i].seen)
            lint_say_of_rule(l, rule, reach.coverage.outcomes[i].line,
                             "%s comes to this %s: delete it, or mend the condition before it",
                             tried(&sweep, l->arena), reach.coverage.outcomes[i].outcome);
}

void lint_reach(struct linting *l)
{
    for (size_t r = 0; r < l->pack->rule_count; r++)
        if (!lint_has_faults(l, &l->pack->rules[r]) && l->pack->rules[r].example_count > 0)
            check_reach(l, r);
}

/* --- monotone --- */

/* The same fact around another example is no news. */
static bool is_first(const struct rule_properties *properties, size_t number)
{
    const struct breach *breaches = properties->breaches;

    for (size_t i = 0; i < number; i++)
        if (breaches[i].property == PROPERTY_MONOTONE &&
            breaches[i].fact == breaches[number].fact)
            return false;
    return true;
}

void lint_monotone(struct linting *l)
{
    for (size_t r = 0; r < l->pack->rule_count; r++) {
        const struct rule *rule = &l->pack->rules[r];
        struct rule_properties properties;
        if (lint_has_faults(l, rule))
            continue;
        rule_properties_check(l->book, r, l->arena, &properties);
        for (size_t i = 0; i < properties.count; i++) {
            const struct breach *breach = &properties.breaches[i];
            if (breach->property == PROPERTY_MONOTONE && is_first(&properties, i))
                lint_say_of_rule(l, rule, lint_line(l, rule, "monotone"),
                                 "'%s' moves against 'monotone' around example %zu: %s",
                                 l->pack->schema.facts[breach->fact].name, breach->example + 1,
                                 breach->says);
        }
    }
}
