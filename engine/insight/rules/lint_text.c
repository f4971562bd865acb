/* SPDX-License-Identifier: MIT
 *
 * What the text of the rules shows.
 */
#include <string.h>

#include "insight/rules/examples.h"
#include "insight/rules/linting.h"

static struct text source_of(const struct rule *rule)
{
    return rule->source ? text_of(rule->source) : (struct text){"", 0};
}

/* --- names --- */

/* The names that rules see, and after them those that the file declares: "local a, b",
 * "local function c". */
static struct names names_of(struct linting *l, struct text source)
{
    struct names offered = rulebook_names();
    struct token *tokens;
    size_t count = source_tokens(source, l->arena, &tokens);
    const char **list = arena_alloc(l->arena, (offered.count + count) * sizeof *list);
    struct names names = {list, offered.count};
    bool opened = false, declared = false; /* by the token before */

    memcpy(list, offered.list, offered.count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct text text = tokens[i].text;
        bool name = opened && tokens[i].kind == TOKEN_NAME;
        if (name)
            list[names.count++] = arena_copy(l->arena, text.at, text.len);
        opened = text_is(text, "local") || (opened && text_is(text, "function")) ||
                 (declared && text_is(text, ","));
        declared = name;
    }
    return names;
}

static void say_global(struct linting *l, const struct rule *rule,
                       const struct source_mark *mark, struct names names)
{
    const char *instead = rulebook_instead_of(mark->name);
    const char *nearest = text_nearest(text_of(mark->name), names.list, names.count);

    if (instead)
        lint_say_of_rule(l, rule, mark->line, "'%s' is not available in rules: %s", mark->name,
                         instead);
    else if (schema_has_section(&l->pack->schema, text_of(mark->name)))
        lint_say_of_rule(l, rule, mark->line,
                         "there is no '%s' in rules: a fact is read as c.%s.key", mark->name,
                         mark->name);
    else if (nearest)
        lint_say_of_rule(l, rule, mark->line, "there is no '%s' in rules: did you mean '%s'?",
                         mark->name, nearest);
    else
        lint_say_of_rule(l, rule, mark->line,
                         "there is no '%s' in rules: write 'local %s = ...' before it is used",
                         mark->name, mark->name);
}

void lint_globals(struct linting *l)
{
    struct names offered = rulebook_names();

    for (size_t r = 0; r < pack_file_count(l->pack); r++) {
        const struct rule *rule = pack_file(l->pack, r);
        struct source_mark *marks;
        size_t count =
            source_globals(source_of(rule), offered.list, offered.count, l->arena, &marks);
        struct names names = count > 0 ? names_of(l, source_of(rule)) : offered;
        for (size_t i = 0; i < count; i++)
            say_global(l, rule, &marks[i], names);
    }
}

/* --- facts --- */

/* The facts that a rule or figure reads when its examples run. */
static bool *reads_seen(struct linting *l, size_t file)
{
    bool *seen = arena_alloc(l->arena, l->pack->schema.fact_count * sizeof *seen);
    struct subject subject = subject_of_file(l->pack, file);
    struct arena scratch = {0};

    for (size_t e = 0; e < subject.count && !pack_file(l->pack, file)->broken; e++) {
        struct outcome_seen out;
        example_run(l->book, &subject, &subject.examples[e], &scratch, &out, NULL);
        for (size_t i = 0; out.readable && i < out.finding.read_count; i++)
            seen[out.finding.reads[i]] = true;
        arena_reset(&scratch);
    }
    arena_release(&scratch);
    return seen;
}

static bool is_marked(const struct source_mark *marks, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(marks[i].name, name) == 0)
            return true;
    return false;
}

static void check_declared(struct linting *l, size_t number, const struct source_mark *marks,
                           size_t count, bool dynamic)
{
    const struct rule *rule = pack_file(l->pack, number);
    const bool *seen = dynamic ? reads_seen(l, number) : NULL;

    for (size_t i = 0; i < rule->fact_count; i++) {
        int fact = rule->facts[i].number;
        const char *name = l->pack->schema.facts[fact].name;
        if (!is_marked(marks, count, name) && !(seen && seen[fact]))
            lint_say_of_rule(
                l, rule, lint_line(l, rule, arena_printf(l->arena, "facts' names '%s", name)),
                "'%s' is declared in 'facts' but never read: take it out of "
                "'facts', or read it",
                name);
    }
}

static void check_read(struct linting *l, const struct rule *rule,
                       const struct source_mark *mark)
{
    const struct schema *schema = &l->pack->schema;
    int fact = schema_find_name(schema, mark->name);

    if (fact != FACT_NONE && rule_reads(rule, fact))
        return;
    if (fact != FACT_NONE) {
        lint_say_of_rule(l, rule, mark->line,
                         "'%s' is read but not declared: add it to 'facts'", mark->name);
        return;
    }
    const char **names = arena_alloc(l->arena, schema->fact_count * sizeof *names);
    for (size_t i = 0; i < schema->fact_count; i++)
        names[i] = schema->facts[i].name;
    const char *nearest = text_nearest(text_of(mark->name), names, schema->fact_count);
    char meant[TEXT_MEANT_MAX];
    lint_say_of_rule(l, rule, mark->line, "'%s' is read, but facts.lua does not have it%s",
                     mark->name, text_meant(nearest, "", meant));
}

void lint_facts_read(struct linting *l)
{
    for (size_t r = 0; r < pack_file_count(l->pack); r++) {
        const struct rule *rule = pack_file(l->pack, r);
        struct source_mark *marks;
        bool dynamic;
        size_t count = source_fact_reads(source_of(rule), l->arena, &marks, &dynamic);
        if (rule->broken)
            continue; /* which facts it has declared may not be known */
        check_declared(l, r, marks, count, dynamic);
        for (size_t i = 0; i < count; i++)
            check_read(l, rule, &marks[i]);
    }
}

/* --- numbers --- */

/* Of rules: what a figure names is a unit or a count, no limit that a company is held to. */
void lint_thresholds(struct linting *l)
{
    for (size_t r = 0; r < l->pack->rule_count; r++) {
        const struct rule *rule = &l->pack->rules[r];
        struct source_limit *limits;
        size_t count = source_limits(source_of(rule), l->arena, &limits);
        for (size_t i = 0; i < count; i++)
            if (!limits[i].cited)
                lint_say_of_rule(l, rule, limits[i].line,
                                 "where '%s = %s' comes from is not said: name its source in "
                                 "a comment beside it, as [ID], or write 'our judgement'",
                                 limits[i].name, limits[i].value);
    }
}

void lint_bare_numbers(struct linting *l)
{
    for (size_t r = 0; r < pack_file_count(l->pack); r++) {
        const struct rule *rule = pack_file(l->pack, r);
        struct source_mark *marks;
        size_t count = source_bare_numbers(source_of(rule), l->arena, &marks);
        for (size_t i = 0; i < count; i++)
            lint_say_of_rule(l, rule, marks[i].line,
                             "the number %s in a condition has no name: write 'local NAME = "
                             "%s' at the top, with its source",
                             marks[i].name, marks[i].name);
    }
}

/* --- titles --- */

static bool has_title(const struct rule *rule)
{
    return rule->title && *text_trim(text_of(rule->title)).at &&
           text_trim(text_of(rule->title)).len > 0;
}

static void check_title(struct linting *l, const struct rule *rule)
{
    if (!has_title(rule)) {
        if (!lint_has_faults(l, rule))
            lint_say_of_rule(l, rule, lint_line(l, rule, "title"),
                             "the title is empty: state what is true of one that does well");
        return;
    }
    struct text title = text_trim(text_of(rule->title));
    if (title.at[title.len - 1] == '?')
        lint_say_of_rule(l, rule, lint_line(l, rule, "title"),
                         "the title asks: state what is true of one that does well");
}

void lint_titles(struct linting *l)
{
    for (size_t r = 0; r < pack_file_count(l->pack); r++) {
        const struct rule *rule = pack_file(l->pack, r);
        check_title(l, rule);
        for (size_t i = 0; i < r && has_title(rule); i++) {
            const struct rule *other = pack_file(l->pack, i);
            if (!has_title(other) || !text_same(text_of(other->title), text_of(rule->title)))
                continue;
            lint_say_of_rule(l, rule, lint_line(l, rule, "title"),
                             "the title is that of %s: say what is different", other->id);
            break;
        }
    }
}
