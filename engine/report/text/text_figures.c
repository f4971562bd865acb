/* SPDX-License-Identifier: MIT
 *
 * Figures under the headings of their groups: value, sentence, sources. Groups of which nothing
 * can be computed yet take one line each, at the end.
 */
#include <string.h>

#include "report/sentences.h"
#include "report/text/text_findings.h"

enum {
    TITLE = 2,      /* column where titles start */
    VALUE_END = 33, /* where values end, right-aligned, */
    SENTENCE = 35   /* and sentences start */
};

/* --- one line --- */

static void put_label(struct buf *out, const struct figure *figure)
{
    buf_printf(out, " (%s%s%s)", figure_label_name(figure->label),
               figure->assumes ? ": assumes " : "", figure->assumes ? figure->assumes : "");
}

/* A title, a value and what is in the scratch. */
static void put_row(struct page *page, const char *title, const char *value)
{
    size_t at = TITLE + utf8_columns(title), width = utf8_columns(value);

    page_pad(page, 0, TITLE);
    buf_puts(page->out, title);
    page_pad(page, at, VALUE_END > width ? VALUE_END - width : 0);
    at = at + width < VALUE_END ? VALUE_END - width : at;
    if (width > 0 && at + width > VALUE_END) {
        buf_putc(page->out, ' ');
        at++;
    }
    buf_puts(page->out, value);
    if (at + width >= SENTENCE) { /* too long for its column */
        buf_putc(page->out, ' ');
        at++;
    }
    page_wrap_scratch(page, at + width, SENTENCE);
}

static void put_line(struct page *page, const struct assessment *a,
                     const struct figure_result *result, const struct finding *line,
                     enum figure_label common)
{
    const struct figure *figure = result->figure;
    const char *title = line == result->lines ? figure->rule.title : "";
    struct buf value = BUF_INIT;

    if (line->outcome == OUTCOME_VALUE) {
        report_put_value(&value, a, figure, line);
        sentence_figure(&page->scratch, a, line);
        sentence_figure_sources(&page->scratch, a, line);
        if (figure->label != common || figure->assumes)
            put_label(&page->scratch, figure);
    } else {
        sentence_figure(&page->scratch, a, line);
    }
    if (page->scratch.len > 0)
        put_row(page, title, buf_text(&value));
    buf_release(&value);
}

/* --- what is missing --- */

/* Facts, in the order in which they are met first. */
struct needs {
    int *facts;
    size_t count;
};

static void add_need(struct needs *needs, int fact)
{
    for (size_t i = 0; i < needs->count; i++)
        if (needs->facts[i] == fact)
            return;
    needs->facts[needs->count++] = fact;
}

static void put_more(struct buf *out, size_t count)
{
    if (count > 0)
        buf_printf(out, " and %zu more", count);
}

/* "needs fit.wage, plan.type and 3 more": what fits one line of so many columns. */
static void put_needs(struct page *page, const struct assessment *a, const struct needs *needs,
                      size_t columns)
{
    enum { AND_MORE = 12 }; /* columns kept for the rest */
    struct buf *out = &page->scratch;

    for (size_t i = 0; i < needs->count; i++) {
        const char *name = a->pack->schema.facts[needs->facts[i]].name;
        bool last = i + 1 == needs->count;
        if (i > 0 && out->len + 2 + strlen(name) + (last ? 0 : AND_MORE) > columns) {
            put_more(out, needs->count - i);
            return;
        }
        buf_printf(out, "%s%s", i ? ", " : "needs ", name);
    }
}

static struct needs no_needs(const struct assessment *a, struct arena *arena)
{
    return (struct needs){arena_alloc(arena, a->pack->schema.fact_count * sizeof(int)), 0};
}

/* --- groups --- */

/* Whether the group has anything to show but what it needs. */
static bool has_lines(const struct assessment *a, size_t group)
{
    for (size_t i = 0; i < a->pack->figure_count; i++)
        for (size_t n = 0; n < a->figures[i].count; n++)
            if (a->figures[i].figure->group == group &&
                figure_line_says(&a->figures[i].lines[n]))
                return true;
    return false;
}

/* The label that stands in the heading: that of the first figure. Others say their own. */
static enum figure_label common_label(const struct assessment *a, size_t group)
{
    size_t i = 0;

    while (a->pack->figures[i].group != group)
        i++;
    return a->pack->figures[i].label;
}

static void put_heading(struct page *page, const struct figure_group *group,
                        enum figure_label label)
{
    struct buf note = BUF_INIT;

    buf_printf(&note, "(%s%s%s)", figure_label_name(label), group->note ? ": " : "",
               group->note ? group->note : "");
    page_heading(page, group->title, buf_text(&note));
    buf_release(&note);
}

static void put_figure(struct page *page, const struct assessment *a,
                       const struct figure_result *result, enum figure_label common)
{
    struct needs needs = {result->missing, result->missing_count};
    bool any = false;

    for (size_t i = 0; i < result->count; i++) {
        put_line(page, a, result, &result->lines[i], common);
        any |= figure_line_says(&result->lines[i]);
    }
    put_needs(page, a, &needs, page->style->width - SENTENCE);
    if (page->scratch.len > 0)
        put_row(page, any ? "" : result->figure->rule.title, "");
}

static void put_group(struct page *page, const struct assessment *a, size_t group,
                      struct arena *arena)
{
    enum figure_label label = common_label(a, group);

    put_heading(page, &a->pack->groups[group], label);
    if (a->pack->groups[group].people)
        text_people(page, a, a->pack->groups[group].people, arena);
    for (size_t i = 0; i < a->pack->figure_count; i++)
        if (a->pack->figures[i].group == group)
            put_figure(page, a, &a->figures[i], label);
}

/* What stops the figures of a group, then what they need besides. */
static struct needs needs_of_group(const struct assessment *a, size_t group,
                                   struct arena *arena)
{
    struct needs needs = no_needs(a, arena);

    for (int all = 0; all < 2; all++) {
        for (size_t i = 0; i < a->pack->figure_count; i++) {
            const struct figure_result *result = &a->figures[i];
            size_t count = all || result->missing_count == 0 ? result->missing_count : 1;
            for (size_t n = 0; n < count && result->figure->group == group; n++)
                add_need(&needs, result->missing[n]);
        }
    }
    return needs;
}

/* One line for a group that has nothing but needs. */
static void put_empty(struct page *page, const struct assessment *a, size_t group, bool *first,
                      struct arena *arena)
{
    enum { COLUMN = 28 };
    const struct figure_group *own = &a->pack->groups[group];
    struct needs needs = needs_of_group(a, group, arena);

    if (needs.count == 0)
        return;
    if (*first)
        page_heading(page, "NOT COMPUTED YET", "");
    *first = false;
    page_pad(page, 0, TITLE);
    buf_puts(page->out, own->title);
    put_needs(page, a, &needs, page->style->width - COLUMN);
    page_wrap_scratch(page, TITLE + utf8_columns(own->title), COLUMN);
}

void text_figures(struct page *page, const struct assessment *a, struct arena *arena)
{
    bool first = true;

    if (!a->figures)
        return;
    for (size_t g = 0; g < a->pack->group_count; g++)
        if (has_lines(a, g))
            put_group(page, a, g, arena);
    for (size_t g = 0; g < a->pack->group_count; g++)
        if (!has_lines(a, g))
            put_empty(page, a, g, &first, arena);
}
