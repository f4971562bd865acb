/* SPDX-License-Identifier: MIT
 *
 * The figures under the headings of their groups, and the pictures drawn from them: people of a
 * hundred, what it costs beside what was paid, one in so many.
 */
#include <string.h>

#include "report/html/company_part.h"

/* --- people --- */

static void describe_people(struct part *part, const struct people *people, size_t count)
{
    buf_puts(&part->text, "Of 100 people in the table");
    for (size_t i = 0; i < count; i++) {
        buf_printf(&part->text, "%s %d ", i ? ";" : ",", people[i].count);
        sentence_people(&part->text, &people[i], 0);
    }
    buf_putc(&part->text, '.');
}

static void put_people(struct part *part, const struct people *people, size_t count)
{
    int counts[PEOPLE_DRAWN];

    for (size_t i = 0; i < count; i++)
        counts[i] = people[i].count;
    describe_people(part, people, count);
    buf_puts(part->out, "<figure class=\"hundred\">\n");
    svg_people(part->out, "What 100 people were paid", buf_text(&part->text), counts, count);
    buf_reset(&part->text);
    buf_puts(part->out, "<figcaption>Of 100 people in the table,\n<ul class=\"key\">\n");
    for (size_t i = 0; i < count; i++) {
        buf_puts(part->out, "<li>");
        svg_person(part->out, i, count);
        sentence_people(&part->text, &people[i], 0);
        html_put(part->out, " <strong>%d</strong> %s</li>\n", people[i].count,
                 buf_text(&part->text));
        buf_reset(&part->text);
    }
    buf_puts(part->out, "</ul></figcaption></figure>\n");
}

/* --- bars --- */

/* Amounts that stand on one scale. */
struct bars {
    struct part *part;
    decimal most;
    bool draws; /* else only looks for the largest */
};

static void put_bar(struct bars *bars, const char *of, const char *shown, const char *says,
                    const struct svg_amount *amount)
{
    if (amount->high > bars->most)
        bars->most = amount->high;
    if (!bars->draws)
        return;
    html_put(bars->part->out, "<div class=\"amount\"><p>%s%s<strong>%s</strong>%s %s</p>\n", of,
             *of ? ": " : "", shown, *of ? ":" : "", says);
    svg_amount(bars->part->out, shown, amount, bars->most);
    buf_puts(bars->part->out, "</div>\n");
}

/* Each value of a figure in money. What another group computes is what it costs. */
static void put_figure_bars(struct bars *bars, size_t group, const struct figure_result *result)
{
    const struct assessment *a = bars->part->a;
    struct buf *text = &bars->part->text, shown = BUF_INIT;
    bool own = result->figure->group == group;

    for (size_t i = 0; i < result->count; i++) {
        const struct finding *line = &result->lines[i];
        if (line->outcome != OUTCOME_VALUE || strcmp(result->figure->unit, "money") != 0)
            continue;
        decimal low = line->worst.value, high = line->best.value;
        struct svg_amount amount = {low < high ? low : high, low < high ? high : low, own};
        report_put_value(&shown, a, result->figure, line);
        sentence_figure(text, a, line);
        put_bar(bars, own ? "" : result->figure->rule.title, buf_text(&shown), buf_text(text),
                &amount);
        buf_reset(text);
        buf_reset(&shown);
    }
    buf_release(&shown);
}

/* The best paid of the hundred. */
static void put_best_paid(struct bars *bars, const struct people *best)
{
    decimal amount = ratio_round(best->average, 0, RATIO_NEAREST);
    struct buf *text = &bars->part->text, shown = BUF_INIT;

    decimal_put(&shown, amount, true);
    if (*bars->part->a->profile->currency)
        buf_printf(&shown, " %s", bars->part->a->profile->currency);
    buf_printf(text, "a year, about, was paid to the best paid %d of 100", best->count);
    put_bar(bars, "", buf_text(&shown), buf_text(text),
            &(struct svg_amount){amount, amount, true});
    buf_reset(text);
    buf_release(&shown);
}

static bool has_value(const struct figure_result *result)
{
    for (size_t i = 0; i < result->count; i++)
        if (result->lines[i].outcome == OUTCOME_VALUE)
            return true;
    return false;
}

/* The group's bars, where at least two of their figures have a value. */
static void put_bars(struct part *part, size_t group, const struct people *best)
{
    const struct pack *pack = part->a->pack;
    struct names bars = pack->groups[group].bars;
    struct bars drawing = {part, 0, false};
    size_t known = 0;

    for (size_t i = 0; i < pack->figure_count; i++)
        known += names_have(bars, pack->figures[i].rule.id) && has_value(&part->a->figures[i]);
    if (known < 2)
        return;
    buf_puts(part->out,
             "<div class=\"amounts\">\n<p class=\"legend\"><span class=\"swatch cost\">"
             "</span> what it costs <span class=\"swatch paid\"></span> what was "
             "paid; one scale for all</p>\n");
    for (int pass = 0; pass < 2; pass++) {
        drawing.draws = pass == 1;
        for (size_t i = 0; i < pack->figure_count; i++)
            if (names_have(bars, pack->figures[i].rule.id))
                put_figure_bars(&drawing, group, &part->a->figures[i]);
        if (best)
            put_best_paid(&drawing, best);
    }
    buf_puts(part->out, "</div>\n");
}

/* --- one in so many --- */

static void put_one_in(struct part *part, const struct figure_result *result)
{
    const struct finding *line = result->lines;
    decimal many = result->count > 0 ? line->worst.value : 0;
    bool drawn = result->count > 0 && line->outcome == OUTCOME_VALUE && !line->span &&
                 strcmp(result->figure->unit, "one in") == 0 && many >= 2 * DECIMAL_ONE &&
                 many <= SVG_ONE_IN_MAX * DECIMAL_ONE;

    if (!drawn)
        return;
    report_put_value(&part->text, part->a, result->figure, line);
    buf_puts(part->out, "<figure class=\"one-in\">\n");
    svg_one_in(part->out, result->figure->rule.title, (int)(many / DECIMAL_ONE));
    html_put(part->out, "<figcaption>%s: <strong>%s</strong></figcaption></figure>\n",
             result->figure->rule.title, buf_text(&part->text));
    buf_reset(&part->text);
}

/* --- one figure --- */

static void put_label(struct part *part, const struct figure *figure)
{
    html_put(part->out, "<td>%s%s%s</td></tr>\n", figure_label_name(figure->label),
             figure->assumes ? ": assumes " : "", figure->assumes ? figure->assumes : "");
}

/* A row's head; repeated for those who do not see that the row above has it. */
static void put_title(struct part *part, const struct figure *figure, bool first)
{
    html_put(part->out, "<tr><th scope=\"row\"><span class=\"%s\">%s</span></th>",
             first ? "title" : "hidden", figure->rule.title);
}

static bool says_something(const struct finding *line)
{
    return line->outcome == OUTCOME_VALUE || line->message.format;
}

static void put_line(struct part *part, const struct figure_result *result,
                     const struct finding *line, bool first)
{
    put_title(part, result->figure, first);
    buf_puts(part->out, "<td class=\"number\">");
    if (line->outcome == OUTCOME_VALUE)
        report_put_value(&part->text, part->a, result->figure, line);
    html_put(part->out, "%s</td><td>", buf_text(&part->text));
    buf_reset(&part->text);
    sentence_figure(&part->text, part->a, line);
    if (line->outcome == OUTCOME_VALUE)
        sentence_figure_sources(&part->text, part->a, line);
    html_put(part->out, "%s</td>", buf_text(&part->text));
    buf_reset(&part->text);
    put_label(part, result->figure);
}

static void put_needs(struct part *part, const struct figure_result *result, bool any)
{
    if (result->missing_count == 0)
        return;
    put_title(part, result->figure, !any);
    buf_puts(part->out, "<td class=\"number\">not yet</td><td>");
    for (size_t i = 0; i < result->missing_count; i++)
        html_put(part->out, "%s%s", i ? ", " : "needs ",
                 part->a->pack->schema.facts[result->missing[i]].name);
    buf_puts(part->out, "</td>");
    put_label(part, result->figure);
}

static void put_figure(struct part *part, const struct figure_result *result)
{
    bool any = false;

    for (size_t i = 0; i < result->count; i++) {
        if (!says_something(&result->lines[i]))
            continue;
        put_line(part, result, &result->lines[i], !any);
        any = true;
    }
    put_needs(part, result, any);
}

/* --- groups --- */

static bool is_in(const struct figure_result *result, size_t group)
{
    return result->figure->group == group && !result->figure->rule.off;
}

static void put_pictures(struct part *part, size_t group)
{
    const struct figure_group *own = &part->a->pack->groups[group];
    struct people people[PEOPLE_DRAWN];
    size_t count = own->people ? people_in_fact(part->a, own->people, people) : 0;

    if (count > 0)
        put_people(part, people, count);
    put_bars(part, group, count > 0 ? &people[count - 1] : NULL);
    for (size_t i = 0; i < part->a->pack->figure_count; i++)
        if (is_in(&part->a->figures[i], group))
            put_one_in(part, &part->a->figures[i]);
}

static void put_group(struct part *part, size_t group)
{
    const struct figure_group *own = &part->a->pack->groups[group];
    struct buf id = BUF_INIT;

    buf_printf(&id, "figures-%s", own->id);
    part_open(part, buf_text(&id), own->title, own->note ? own->note : "");
    buf_release(&id);
    put_pictures(part, group);
    buf_puts(part->out, "<table class=\"figures\"><caption>");
    html_put_heading(part->out, own->title);
    buf_puts(part->out,
             ": what was computed</caption><thead><tr><th scope=\"col\">Figure</th>"
             "<th scope=\"col\" class=\"number\">Value</th><th scope=\"col\">What it says</th>"
             "<th scope=\"col\">How firm</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < part->a->pack->figure_count; i++)
        if (is_in(&part->a->figures[i], group))
            put_figure(part, &part->a->figures[i]);
    buf_puts(part->out, "</tbody></table>\n");
    part_close(part);
}

static bool has_figures(const struct assessment *a, size_t group)
{
    for (size_t i = 0; i < a->pack->figure_count; i++)
        if (is_in(&a->figures[i], group))
            return true;
    return false;
}

void part_figures(struct part *part)
{
    for (size_t g = 0; part->a->figures && g < part->a->pack->group_count; g++)
        if (has_figures(part->a, g))
            put_group(part, g);
}

void html_put_money(struct buf *out, const struct assessment *a, struct arena *arena)
{
    struct part part = {.out = out, .a = a, .arena = arena, .text = BUF_INIT};
    struct people people[PEOPLE_DRAWN];

    for (size_t g = 0; a->figures && g < a->pack->group_count; g++) {
        const struct figure_group *group = &a->pack->groups[g];
        if (group->bars.count == 0)
            continue;
        size_t count = group->people ? people_in_fact(a, group->people, people) : 0;
        put_bars(&part, g, count > 0 ? &people[count - 1] : NULL);
        break;
    }
    buf_release(&part.text);
}
