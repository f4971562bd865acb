/* SPDX-License-Identifier: MIT
 *
 * Figures as tables, under the headings of their groups; of an income table, what 100 people
 * were paid.
 */
#include <string.h>

#include "report/formats/md_part.h"

/* --- one figure --- */

static void put_label(struct md_part *part, const struct figure *figure)
{
    buf_printf(&part->text, "%s%s%s", figure_label_name(figure->label),
               figure->assumes ? ": assumes " : "", figure->assumes ? figure->assumes : "");
    md_put(part, DOC_CELL);
}

static void put_line(struct md_part *part, const struct figure_result *result,
                     const struct finding *line)
{
    doc_open(&part->doc, DOC_ROW, NULL);
    doc_put(&part->doc, DOC_CELL, result->figure->rule.title);
    if (line->outcome == OUTCOME_VALUE)
        report_put_value(&part->text, part->a, result->figure, line);
    md_put(part, DOC_CELL);
    sentence_figure(&part->text, part->a, line);
    if (line->outcome == OUTCOME_VALUE)
        sentence_figure_sources(&part->text, part->a, line);
    md_put(part, DOC_CELL);
    put_label(part, result->figure);
    doc_close(&part->doc, DOC_ROW);
}

static void put_needs(struct md_part *part, const struct figure_result *result)
{
    if (result->missing_count == 0)
        return;
    doc_open(&part->doc, DOC_ROW, NULL);
    doc_put(&part->doc, DOC_CELL, result->figure->rule.title);
    doc_put(&part->doc, DOC_CELL, "not yet");
    for (size_t i = 0; i < result->missing_count; i++)
        buf_printf(&part->text, "%s%s", i ? ", " : "needs ",
                   part->a->pack->schema.facts[result->missing[i]].name);
    md_put(part, DOC_CELL);
    put_label(part, result->figure);
    doc_close(&part->doc, DOC_ROW);
}

/* --- groups --- */

static bool is_in(const struct figure_result *result, size_t group)
{
    return result->figure->group == group && !result->figure->rule.off;
}

static void put_people(struct md_part *part, const char *fact)
{
    static const char *const names[] = {"Of 100 people in the table", "What they were paid"};
    struct people people[PEOPLE_DRAWN];
    size_t count = people_in_fact(part->a, fact, people);

    if (count == 0)
        return;
    doc_table(&part->doc, names, COUNT(names));
    for (size_t i = 0; i < count; i++) {
        doc_open(&part->doc, DOC_ROW, NULL);
        buf_printf(&part->text, "%d", people[i].count);
        md_put(part, DOC_CELL);
        sentence_people(&part->text, &people[i], 0);
        md_put(part, DOC_CELL);
        doc_close(&part->doc, DOC_ROW);
    }
    doc_close(&part->doc, DOC_TABLE);
}

static void put_group(struct md_part *part, size_t group)
{
    static const char *const names[] = {"Figure", "Value", "What it says", "How firm"};
    const struct figure_group *own = &part->a->pack->groups[group];

    md_heading(part, own->title, own->note ? own->note : "");
    if (own->people)
        put_people(part, own->people);
    doc_table(&part->doc, names, COUNT(names));
    for (size_t i = 0; i < part->a->pack->figure_count; i++) {
        const struct figure_result *result = &part->a->figures[i];
        if (!is_in(result, group))
            continue;
        for (size_t n = 0; n < result->count; n++)
            if (figure_line_says(&result->lines[n]))
                put_line(part, result, &result->lines[n]);
        put_needs(part, result);
    }
    doc_close(&part->doc, DOC_TABLE);
}

static bool has_lines(const struct assessment *a, size_t group)
{
    for (size_t i = 0; i < a->pack->figure_count; i++)
        for (size_t n = 0; n < a->figures[i].count; n++)
            if (is_in(&a->figures[i], group) && figure_line_says(&a->figures[i].lines[n]))
                return true;
    return false;
}

static bool has_figures(const struct assessment *a, size_t group)
{
    for (size_t i = 0; i < a->pack->figure_count; i++)
        if (is_in(&a->figures[i], group))
            return true;
    return false;
}

void md_figures(struct md_part *part)
{
    const struct assessment *a = part->a;
    const char *comma = "not computed yet, as facts are not known: ";

    for (size_t g = 0; a->figures && g < a->pack->group_count; g++)
        if (has_lines(a, g))
            put_group(part, g);
    for (size_t g = 0; a->figures && g < a->pack->group_count; g++) {
        if (!has_figures(a, g) || has_lines(a, g))
            continue;
        buf_printf(&part->text, "%s%s", comma, a->pack->groups[g].title);
        comma = ", ";
    }
    md_sentence(part);
}
