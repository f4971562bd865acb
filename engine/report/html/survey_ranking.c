/* SPDX-License-Identifier: MIT
 *
 * Companies in their order: a bar and a range each, neighbours that tie marked as such.
 */
#include <string.h>

#include "report/html/survey_part.h"

static const char *const group_words[] = {
    [RANKED_THIN] = "too little is known",
    [RANKED_UNREADABLE] = "could not be read",
    [RANKED_LOST] = "the process that scored it died",
};

/* "2=": its place, and whether others share it. */
static void put_place(struct buf *out, const struct ranked *r)
{
    if (r->group == RANKED_PLACED)
        html_put(out, "<td class=\"number\" data-name=\"Place\" data-key=\"%zu\">%zu%s</td>",
                 r->place, r->place, r->ties_before || r->ties_after ? "=" : "");
    else
        buf_puts(out, "<td class=\"number\" data-key=\"999999\"></td>");
}

static void put_numbers(struct buf *out, const struct score *score)
{
    buf_puts(out, "<td class=\"number\" data-name=\"Score\">");
    if (score->has_score)
        html_put(out, "%d", text_down(score->score));
    else
        buf_puts(out, "?");
    buf_puts(out, "</td><td class=\"number\" data-name=\"Range\">");
    if (score->low == score->high)
        html_put(out, "%d", text_down(score->low));
    else
        html_put(out, "%d to %d", text_down(score->low), text_up(score->high));
    html_put(out, "</td><td class=\"number\" data-name=\"Known\">%d %%</td>",
             text_down(score->coverage));
}

static void put_verdict(struct buf *out, const struct survey *s, const struct survey_row *row)
{
    const struct verdict *v = &row->digest->numbers.verdict;

    buf_puts(out, "<td data-name=\"Verdict\">");
    if (v->kind == VERDICT_TOO_LITTLE)
        buf_puts(out, "too little is known");
    else
        html_put(out, "%s", band_name(s->pack, v->now));
    if (v->kind == VERDICT_DECIDED)
        buf_puts(out, ", decided");
    else
        html_put(out, " (%s ... %s)", band_name(s->pack, v->worst),
                 band_name(s->pack, v->best));
    if (survey_is_critical(row))
        html_put(out, " <span class=\"sign\">!!</span> %d critical%s", v->criticals,
                 v->criticals > 1 ? " or more" : "");
    buf_puts(out, "</td>");
}

static void put_row(struct buf *out, const struct survey *s, size_t number)
{
    const struct survey_row *row = &s->rows[number];
    const struct ranked *r = &row->ranked;

    buf_puts(out, r->ties_after ? "<tr class=\"tied\">" : "<tr>");
    html_put(out, "<td class=\"number\" data-name=\"No.\">%zu</td>", number + 1);
    put_place(out, r);
    buf_puts(out, "<th scope=\"row\">");
    survey_put_link(out, s, row, survey_name(row));
    buf_puts(out, "</th>");
    if (row->digest) {
        buf_puts(out, "<td class=\"picture\">");
        svg_score_plain(out, &r->score);
        buf_puts(out, "</td>");
        put_numbers(out, &r->score);
        put_verdict(out, s, row);
    } else {
        html_put(out, "<td></td><td></td><td></td><td></td><td>%s</td>", group_words[r->group]);
    }
    buf_puts(out, "</tr>\n");
}

void survey_put_ranking(struct buf *out, const struct survey *s)
{
    buf_puts(out,
             "<p>By the verdict so far, then by score. Places with = are shared: such "
             "neighbours are under 5 points of 100 apart over the tests decided in both, or "
             "have none in common. Those of which too little is known follow without a "
             "place.</p>\n<p class=\"legend\"><span class=\"swatch sure\"></span> certain "
             "<span class=\"swatch open\"></span> hangs on an open answer <span class=\"swatch "
             "rest\"></span> lost <span class=\"swatch at\"></span> the score on what is "
             "known</p>\n<table class=\"ranking sortable\" data-filter=\"Show only companies "
             "with\"><caption>The ranking</caption><thead><tr>"
             "<th scope=\"col\" class=\"number\">No.</th>"
             "<th scope=\"col\" class=\"number\">Place</th><th scope=\"col\">Company</th>"
             "<th scope=\"col\">Certain, open, lost</th>"
             "<th scope=\"col\" class=\"number\">Score</th>"
             "<th scope=\"col\" class=\"number\">Range</th>"
             "<th scope=\"col\" class=\"number\">Known</th><th scope=\"col\">Verdict</th></tr>"
             "</thead>\n<tbody>\n");
    for (size_t i = 0; i < s->row_count; i++)
        put_row(out, s, i);
    buf_puts(out, "</tbody></table>\n");
}
