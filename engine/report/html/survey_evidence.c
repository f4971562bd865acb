/* SPDX-License-Identifier: MIT
 *
 * How good the evidence is, and which findings were set aside.
 */
#include "report/html/survey_part.h"

/* --- data quality --- */

static void put_kinds(struct buf *out, const size_t *by_kind)
{
    const char *comma = "";

    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++) {
        if (by_kind[kind] == 0)
            continue;
        html_put(out, "%s%zu %s", comma, by_kind[kind],
                 kind ? source_kind_name((enum source_kind)kind) : "without a source");
        comma = ", ";
    }
}

static void put_quality(struct buf *out, const struct survey *s, const struct survey_row *row)
{
    const struct html_numbers *n = &row->digest->numbers;
    struct buf day = BUF_INIT;

    buf_puts(out, "<tr><th scope=\"row\">");
    survey_put_link(out, s, row, survey_name(row));
    html_put(out, "</th><td class=\"number\" data-name=\"Known\">%d %%</td>",
             text_down(row->ranked.score.coverage));
    html_put(out,
             "<td class=\"number\" data-name=\"Facts read\">%zu</td>"
             "<td data-name=\"Lines by kind of source\">",
             n->facts_read);
    put_kinds(out, n->by_kind);
    if (n->has_oldest)
        date_put(&day, n->oldest);
    html_put(out,
             "</td><td class=\"seen\" data-name=\"Oldest source\">%s</td>"
             "<td class=\"number\" data-name=\"Conflicts\">%zu</td>"
             "<td class=\"number\" data-name=\"Refused\">%zu</td></tr>\n",
             buf_text(&day), n->conflicts, n->refused);
    buf_release(&day);
}

static void put_passed_over(struct buf *out, const struct survey *s)
{
    struct buf text = BUF_INIT;

    passed_over_put(&text, s->passed);
    html_put_paragraph(out, &text);
    buf_release(&text);
}

/* Sums over all companies. */
static void put_sums(struct buf *out, const struct survey *s)
{
    size_t by_kind[SOURCE_KIND_COUNT] = {0}, assessed = 0, conflicts = 0, refused = 0;

    for (size_t i = 0; i < s->row_count; i++) {
        if (!s->rows[i].digest)
            continue;
        const struct html_numbers *n = &s->rows[i].digest->numbers;
        assessed++;
        conflicts += n->conflicts;
        refused += n->refused;
        for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++)
            by_kind[kind] += n->by_kind[kind];
    }
    html_put(out,
             "<p>%zu companies: %zu facts on which sources differ, %zu asked for and not "
             "given. The lines that findings rest on: ",
             assessed, conflicts, refused);
    put_kinds(out, by_kind);
    buf_puts(out, ".</p>\n");
}

void survey_put_quality(struct buf *out, const struct survey *s)
{
    enum { LISTED = 500 }; /* companies: a page with more is slow to open */
    size_t listed = 0, all = 0;

    for (size_t i = 0; i < s->row_count; i++)
        all += s->rows[i].digest != NULL;
    put_sums(out, s);
    put_passed_over(out, s);
    if (all > LISTED)
        html_put(out,
                 "<p>Listed are the first %d of the ranking; the others have it on their "
                 "own pages.</p>\n",
                 LISTED);
    buf_puts(out,
             "<table class=\"quality sortable\" data-filter=\"Show only companies with\">"
             "<caption>Evidence by company</caption><thead><tr><th scope=\"col\">Company</th>"
             "<th scope=\"col\" class=\"number\">Known</th>"
             "<th scope=\"col\" class=\"number\">Facts read</th>"
             "<th scope=\"col\">Lines by kind of source</th>"
             "<th scope=\"col\">Oldest source</th>"
             "<th scope=\"col\" class=\"number\">Conflicts</th>"
             "<th scope=\"col\" class=\"number\">Refused</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < s->row_count && listed < LISTED; i++) {
        if (!s->rows[i].digest)
            continue;
        put_quality(out, s, &s->rows[i]);
        listed++;
    }
    buf_puts(out, "</tbody></table>\n");
}

/* --- waivers --- */

bool survey_has_waivers(const struct survey *s)
{
    for (size_t i = 0; i < s->row_count; i++)
        if (s->rows[i].digest && s->rows[i].digest->waivers.len > 0)
            return true;
    return false;
}

static void put_waivers(struct buf *out, const struct survey *s, bool lapsed_ones)
{
    struct text cells;
    bool lapsed;

    for (size_t i = 0; i < s->row_count; i++) {
        struct text rest = s->rows[i].digest ? s->rows[i].digest->waivers : text_of("");
        while (html_next_waiver(&rest, &lapsed, &cells)) {
            if (lapsed != lapsed_ones)
                continue;
            buf_puts(out, "<tr><th scope=\"row\">");
            survey_put_link(out, s, &s->rows[i], survey_name(&s->rows[i]));
            buf_puts(out, "</th>");
            buf_put(out, cells.at, cells.len);
            buf_puts(out, "</tr>\n");
        }
    }
}

void survey_put_waivers(struct buf *out, const struct survey *s)
{
    buf_puts(out,
             "<p>Scores count the waived tests all the same.</p>\n<table class=\"waivers "
             "sortable\" data-filter=\"Show only waivers with\"><caption>Findings set aside; "
             "those that do not hold first</caption><thead><tr><th scope=\"col\">Company</th>"
             "<th scope=\"col\">Rule</th><th scope=\"col\">State</th>"
             "<th scope=\"col\">Reason</th><th scope=\"col\">By</th><th scope=\"col\">Until"
             "</th><th scope=\"col\" class=\"number\">Line</th></tr></thead>\n<tbody>\n");
    put_waivers(out, s, true);
    put_waivers(out, s, false);
    buf_puts(out, "</tbody></table>\n");
}
