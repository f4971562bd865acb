/* SPDX-License-Identifier: MIT
 *
 * One rule's file as text: names, facts, limits, numbers, words.
 */
#include <string.h>

#include "insight/examples.h"
#include "insight/lint.h"
#include "insight/source.h"
#include "lua/api_help.h"

void lint_globals(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    const char **names = arena_alloc(l->arena, api_help_count * sizeof *names);
    struct source_mark *marks;

    for (size_t i = 0; i < api_help_count; i++)
        names[i] = api_help_rows[i].name;
    size_t count =
        source_globals(text_of(rule->source), names, api_help_count, l->arena, &marks);
    for (size_t i = 0; i < count; i++) {
        const char *nearest = text_nearest(text_of(marks[i].name), names, api_help_count);
        lint_add(l, rule->file, marks[i].line, "rules know no '%s'%s%s%s", marks[i].name,
                 nearest ? ": did you mean '" : ": declare it with local",
                 nearest ? nearest : "", nearest ? "'?" : "");
    }
}

/* --- facts --- */

static bool is_marked(const struct source_mark *marks, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(marks[i].name, name) == 0)
            return true;
    return false;
}

/* Whether an example reads the fact: for names that are made when the rule runs. */
static bool is_read_by_examples(struct linting *l, size_t number, int fact)
{
    struct subject subject = subject_of_rule(l->pack, number);
    bool found = false;

    for (size_t i = 0; i < subject.count && !found; i++) {
        struct arena arena = {0};
        struct outcome_seen seen;
        example_run(l->book, &subject, &subject.examples[i], &arena, &seen, NULL);
        for (size_t j = 0; seen.readable && j < seen.finding.read_count; j++)
            found |= seen.finding.reads[j] == fact;
        arena_release(&arena);
    }
    return found;
}

static int line_of(const struct rule *rule, const char *word)
{
    const char *at = strstr(rule->source, word);
    int line = 1;

    for (const char *c = rule->source; at && c < at; c++)
        line += *c == '\n';
    return at ? line : 0;
}

void lint_facts(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    struct source_mark *marks;
    bool dynamic;
    size_t count = source_fact_reads(text_of(rule->source), l->arena, &marks, &dynamic);

    for (size_t i = 0; i < rule->fact_count; i++) {
        const char *name = l->pack->schema.facts[rule->facts[i].number].name;
        if (!is_marked(marks, count, name) &&
            !(dynamic && is_read_by_examples(l, number, rule->facts[i].number)))
            lint_add(l, rule->file, line_of(rule, name),
                     "'facts' names '%s', which check never reads: delete it there", name);
    }
    for (size_t i = 0; i < count; i++) {
        int fact = schema_find_name(&l->pack->schema, marks[i].name);
        if (fact == FACT_NONE)
            lint_add(l, rule->file, marks[i].line,
                     "check reads '%s', which facts.lua does not have", marks[i].name);
        else if (!rule_reads(rule, fact))
            lint_add(l, rule->file, marks[i].line,
                     "check reads '%s', which 'facts' does not name: add it there",
                     marks[i].name);
    }
}

/* --- limits and numbers --- */

void lint_limits(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    struct source_limit *limits;
    size_t count = source_limits(text_of(rule->source), l->arena, &limits);

    for (size_t i = 0; i < count; i++)
        if (!limits[i].cited)
            lint_add(
                l, rule->file, limits[i].line,
                "the limit %s = %s has no source: name one in a comment beside it, such as "
                "[S59], or say that it is our judgement",
                limits[i].name, limits[i].value);
}

void lint_numbers(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    struct source_mark *marks;
    size_t count = source_bare_numbers(text_of(rule->source), l->arena, &marks);

    for (size_t i = 0; i < count; i++)
        lint_add(l, rule->file, marks[i].line,
                 "%s is a limit without a name: make it a local at the top, with its source "
                 "beside it",
                 marks[i].name);
}

/* --- words --- */

static void check_text(struct linting *l, const struct rule *rule, int line, const char *what,
                       const char *text)
{
    const char *word = text ? lint_forbidden_in(text) : NULL;

    if (word)
        lint_add(l, rule->file, line ? line : line_of(rule, text),
                 "%s says '%s': say what was found, and whether the test is met", what, word);
}

void lint_words(struct linting *l, size_t number)
{
    const struct rule *rule = &l->pack->rules[number];
    struct token *tokens;
    size_t count = source_tokens(text_of(rule->source), l->arena, &tokens);

    check_text(l, rule, 0, "'title'", rule->title);
    check_text(l, rule, 0, "'why'", rule->why);
    check_text(l, rule, 0, "'ask'", rule->ask);
    check_text(l, rule, 0, "'fix'", rule->fix);
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].kind != TOKEN_STRING)
            continue;
        const char *text = arena_copy(l->arena, tokens[i].text.at, tokens[i].text.len);
        bool is_field = strstr(text, rule->title) || strstr(text, rule->why) ||
                        strstr(text, rule->ask) || (rule->fix && strstr(text, rule->fix));
        if (!is_field)
            check_text(l, rule, tokens[i].line, "a message", text);
    }
}
