/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/rules/coverage.h"

/* Whether the line calls the function of that name. */
static bool line_calls(struct text line, const char *name)
{
    size_t len = strlen(name);

    for (size_t i = 0; i + len < line.len; i++)
        if (strncmp(line.at + i, name, len) == 0 && line.at[i + len] == '(' &&
            (i == 0 || !(is_letter(line.at[i - 1]) || line.at[i - 1] == '_')))
            return true;
    return false;
}

/* --- outcomes --- */

static void add_outcome(struct rule_coverage *c, const struct source_case *sc,
                        struct arena *arena)
{
    size_t at = c->outcome_count;

    for (size_t i = 0; i < c->outcome_count; i++)
        if (c->outcomes[i].line == sc->line && strcmp(c->outcomes[i].outcome, sc->outcome) == 0)
            return;
    c->outcomes = arena_grow(arena, c->outcomes, c->outcome_count, sizeof *c->outcomes);
    for (; at > 0 && c->outcomes[at - 1].line > sc->line; at--)
        c->outcomes[at] = c->outcomes[at - 1];
    c->outcomes[at] = (struct outcome_reached){sc->line, sc->outcome, false};
    c->outcome_count++;
}

/* "major(...)": a call of that outcome in that line. */
static bool is_call_of(const struct trace_event *event, const struct outcome_reached *outcome)
{
    size_t len = strlen(outcome->outcome);

    return event->kind == TRACE_CALL && event->line == outcome->line &&
           strncmp(event->text, outcome->outcome, len) == 0 && event->text[len] == '(';
}

/* An outcome that is kept in a local is called elsewhere: there, that its line ran counts; as
 * it does where the trace was cut. */
static bool is_seen(const struct outcome_reached *outcome, const struct rule *rule,
                    const struct trace *trace)
{
    if (trace->cut || !line_calls(text_line(rule->source, outcome->line), outcome->outcome))
        return (size_t)outcome->line <= trace->line_count && trace->lines[outcome->line];
    for (size_t i = 0; i < trace->count; i++)
        if (is_call_of(&trace->events[i], outcome))
            return true;
    return false;
}

/* --- measuring --- */

/* Whether a line only ends something: "end", "end,", "}" of a call that is returned. A function
 * that ends without a return would run it; those of rules return. */
static bool is_closing(struct text line)
{
    size_t start = line.len >= 3 && strncmp(line.at, "end", 3) == 0 ? 3 : 0;

    if (start == 0 && (line.len == 0 || !strchr(")}", *line.at)))
        return false;
    for (size_t i = start; i < line.len; i++) {
        if (line.at[i] == '-') /* a comment */
            return true;
        if (!strchr(" \t,;)}", line.at[i]))
            return false;
    }
    return true;
}

void coverage_start(struct rule_coverage *coverage, struct rulebook *book, size_t file,
                    struct arena *arena)
{
    const char *source = pack_file(rulebook_pack(book), file)->source;
    struct source_case *cases;
    size_t count = source_cases(text_of(source), arena, &cases);

    *coverage = (struct rule_coverage){0};
    coverage->last_line = rulebook_lines(book, file, arena, &coverage->can_run);
    for (size_t i = 1; i <= coverage->last_line; i++)
        coverage->can_run[i] &= !is_closing(text_line(source, (int)i));
    coverage->ran = arena_alloc(arena, (coverage->last_line + 1) * sizeof *coverage->ran);
    for (size_t i = 0; i < count; i++)
        add_outcome(coverage, &cases[i], arena);
}

void coverage_add(struct rule_coverage *coverage, const struct rule *rule,
                  const struct trace *trace)
{
    for (size_t i = 1; i <= coverage->last_line && i <= trace->line_count; i++)
        coverage->ran[i] |= trace->lines[i];
    for (size_t i = 0; i < coverage->outcome_count; i++)
        coverage->outcomes[i].seen |= is_seen(&coverage->outcomes[i], rule, trace);
}

void coverage_finish(struct rule_coverage *coverage, struct arena *arena)
{
    for (size_t i = 1; i <= coverage->last_line; i++) {
        if (!coverage->can_run[i])
            continue;
        coverage->line_count++;
        coverage->lines_run += coverage->ran[i];
        if (coverage->ran[i])
            continue;
        coverage->missed = arena_grow(arena, coverage->missed, coverage->missed_count,
                                      sizeof *coverage->missed);
        coverage->missed[coverage->missed_count++] = (int)i;
    }
    for (size_t i = 0; i < coverage->outcome_count; i++)
        coverage->outcomes_seen += coverage->outcomes[i].seen;
}
