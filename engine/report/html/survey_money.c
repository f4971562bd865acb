/* SPDX-License-Identifier: MIT
 *
 * Pictures of money: what staying in costs beside what people were paid, company by company;
 * and what is sold outside against what must be bought.
 */
#include "report/html/survey_part.h"

/* --- small multiples --- */

static bool has_bars(const struct survey_row *row)
{
    return row->digest && row->digest->money.len > 0;
}

bool survey_has_money(const struct survey *s)
{
    for (size_t i = 0; i < s->row_count; i++)
        if (has_bars(&s->rows[i]))
            return true;
    return false;
}

/* What is left of the typical pay after the cost; amounts of one company share a currency. */
static decimal left_over(const struct survey_row *row)
{
    return row->digest->numbers.typical.low - row->digest->numbers.cost.high;
}

/* The companies with bars; of more than there is room for, those that lose most, in the order
 * of the ranking. */
static size_t choose(const struct survey *s, size_t chosen[SURVEY_MULTIPLES], size_t *all)
{
    size_t count = 0;

    *all = 0;
    for (size_t i = 0; i < s->row_count; i++) {
        if (!has_bars(&s->rows[i]))
            continue;
        ++*all;
        if (count < SURVEY_MULTIPLES) {
            chosen[count++] = i;
            continue;
        }
        size_t best = 0;
        for (size_t k = 1; k < count; k++)
            if (left_over(&s->rows[chosen[k]]) > left_over(&s->rows[chosen[best]]))
                best = k;
        if (left_over(&s->rows[i]) >= left_over(&s->rows[chosen[best]]))
            continue;
        for (size_t k = best; k + 1 < count; k++)
            chosen[k] = chosen[k + 1];
        chosen[count - 1] = i;
    }
    return count;
}

void survey_put_money(struct buf *out, const struct survey *s)
{
    size_t chosen[SURVEY_MULTIPLES], all;
    size_t count = choose(s, chosen, &all);

    html_put(out,
             "<p>What it costs to stay in, beside what people were paid, in each company's "
             "currency and on a scale of its own. Of %zu companies enough is known for this",
             all);
    if (all > count)
        html_put(out,
                 "; shown are the %zu where the cost is furthest above the pay, the "
                 "others have it on their own pages",
                 count);
    buf_puts(out,
             ".</p>\n<p class=\"legend\"><span class=\"swatch cost\"></span> what it costs "
             "<span class=\"swatch paid\"></span> what was paid</p>\n"
             "<div class=\"multiples\">\n");
    for (size_t i = 0; i < count; i++) {
        const struct survey_row *row = &s->rows[chosen[i]];
        buf_puts(out, "<div class=\"multiple\"><h3>");
        survey_put_link(out, s, row, survey_name(row));
        buf_puts(out, "</h3>\n");
        buf_put(out, row->digest->money.at, row->digest->money.len);
        buf_puts(out, "</div>\n");
    }
    buf_puts(out, "</div>\n");
}

/* --- scatter --- */

static bool has_point(const struct survey_row *row)
{
    return row->digest && row->digest->numbers.up.known;
}

bool survey_has_scatter(const struct survey *s)
{
    for (size_t i = 0; i < s->row_count; i++)
        if (s->pack->scatter.count == 2 && has_point(&s->rows[i]))
            return true;
    return false;
}

static decimal middle(struct html_number n)
{
    return n.low + (n.high - n.low) / 2;
}

/* The end of the scale: 1, 2 or 5 times a power of ten. */
static decimal round_end(decimal most)
{
    static const int steps[] = {1, 2, 5};
    decimal end = DECIMAL_ONE;

    for (size_t i = 0; end < most && end < DECIMAL_MAX / 10; i++)
        end = i % 3 == 2 ? end / 5 * 10 : end / steps[i % 3] * steps[(i + 1) % 3];
    return end;
}

static void put_points(struct buf *out, const struct survey *s, decimal end, size_t count)
{
    for (size_t i = 0; i < s->row_count; i++) {
        const struct survey_row *row = &s->rows[i];
        if (!has_point(row))
            continue;
        const struct html_numbers *n = &row->digest->numbers;
        struct svg_point point = {.known = n->across.known,
                                  .across = middle(n->across),
                                  .up = middle(n->up),
                                  .number = i};
        if (count <= SURVEY_POINTS_NAMED)
            point.name = survey_name(row);
        svg_point(out, &point, end);
    }
}

static void put_cell(struct buf *out, const struct survey *s, size_t which,
                     const struct html_number *n)
{
    const struct fact_def *def =
        &s->pack->schema
             .facts[schema_find_name(&s->pack->schema, s->pack->scatter.list[which])];
    struct value value = {.state = n->known ? FACT_KNOWN : FACT_UNKNOWN,
                          .lo = n->low,
                          .hi = n->high,
                          .currency = "USD"};
    struct buf text = BUF_INIT;

    value_put(&text, def, &value);
    html_put(out, "<td class=\"number\" data-name=\"%s\">%s</td>", def->key, buf_text(&text));
    buf_release(&text);
}

static void put_table(struct buf *out, const struct survey *s)
{
    buf_puts(out, "<details class=\"points\"><summary>The points as a table</summary>\n"
                  "<table class=\"scattered\"><caption>The points</caption><thead><tr>"
                  "<th scope=\"col\">Company</th><th scope=\"col\" class=\"number\">Across"
                  "</th><th scope=\"col\" class=\"number\">Up</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < s->row_count; i++) {
        if (!has_point(&s->rows[i]))
            continue;
        buf_puts(out, "<tr><th scope=\"row\">");
        survey_put_link(out, s, &s->rows[i], survey_name(&s->rows[i]));
        buf_puts(out, "</th>");
        put_cell(out, s, 0, &s->rows[i].digest->numbers.across);
        put_cell(out, s, 1, &s->rows[i].digest->numbers.up);
        buf_puts(out, "</tr>\n");
    }
    buf_puts(out, "</tbody></table></details>\n");
}

static void put_axis(struct buf *out, const struct survey *s, size_t which, const char *unit)
{
    int number = schema_find_name(&s->pack->schema, s->pack->scatter.list[which]);
    const struct fact_def *def = &s->pack->schema.facts[number];

    html_put(out, "<li>%s: %s (%s)%s</li>\n", which ? "Up" : "Across", def->meaning, def->name,
             unit);
}

void survey_put_scatter(struct buf *out, const struct survey *s)
{
    size_t count = 0, unknown = 0;
    decimal most = 0;
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < s->row_count; i++) {
        if (!has_point(&s->rows[i]))
            continue;
        decimal up = middle(s->rows[i].digest->numbers.up);
        count++;
        unknown += !s->rows[i].digest->numbers.across.known;
        most = up > most ? up : most;
    }
    buf_puts(out, "<ul>\n");
    put_axis(out, s, 0, "; of a range, the middle");
    put_axis(out, s, 1, ", in USD");
    html_put(out,
             "<li>%zu companies have a point; of %zu of them the share is not known: they "
             "stand in the band on the left</li>\n</ul>\n",
             count, unknown);
    buf_printf(&text, "%zu companies, %zu of them in the band of those not known.", count,
               unknown);
    svg_scatter_open(out, "What is sold outside against what must be bought", buf_text(&text),
                     round_end(most));
    put_points(out, s, round_end(most), count);
    buf_puts(out, "</svg>\n");
    buf_release(&text);
    if (count <= SURVEY_POINTS_NAMED)
        put_table(out, s);
}
