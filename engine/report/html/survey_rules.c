/* SPDX-License-Identifier: MIT
 *
 * What rules came to: as a map of rules by companies, and rule by rule.
 */
#include <string.h>

#include "report/html/company.h"
#include "report/html/survey_part.h"

/* --- heat map --- */

/* Which columns: all, or the first and the last of those that were assessed. */
struct columns {
    size_t list[SURVEY_COLUMNS];
    size_t count, assessed;
};

static struct columns columns_of(const struct survey *s)
{
    struct columns c = {.count = 0};
    size_t seen = 0;

    for (size_t i = 0; i < s->row_count; i++)
        c.assessed += s->rows[i].digest != NULL;
    for (size_t i = 0; i < s->row_count; i++) {
        if (!s->rows[i].digest)
            continue;
        bool first = seen < SURVEY_COLUMNS / 2;
        bool last = seen + SURVEY_COLUMNS - SURVEY_COLUMNS / 2 >= c.assessed;
        if (c.assessed <= SURVEY_COLUMNS || first || last)
            c.list[c.count++] = i;
        seen++;
    }
    return c;
}

static void put_key(struct buf *out)
{
    buf_puts(out, "<ul class=\"heat-key\">\n");
    for (size_t i = 0; i < html_code_count; i++) {
        char sign[2] = {html_codes[i].sign, '\0'};
        html_put(out, "<li><span class=\"cell %s\">%s</span> %s</li>\n", html_codes[i].class,
                 sign, html_codes[i].means);
    }
    buf_puts(out, "</ul>\n");
}

static void put_heads(struct buf *out, const struct survey *s, const struct columns *c)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct survey_row *row = &s->rows[c->list[i]];
        struct buf number = BUF_INIT;
        buf_printf(&number, "%zu", c->list[i] + 1);
        buf_puts(out, "<th scope=\"col\"><span class=\"hidden\">");
        html_put(out, "%s, number </span>", survey_name(row));
        survey_put_link(out, s, row, buf_text(&number));
        buf_puts(out, "</th>");
        buf_release(&number);
    }
}

static void put_heat_row(struct buf *out, const struct survey *s, const struct columns *c,
                         size_t rule)
{
    html_put(out, "<tr><th scope=\"row\"><span class=\"id\">%s</span> %s</th>",
             s->pack->rules[rule].id, s->pack->rules[rule].title);
    for (size_t i = 0; i < c->count; i++) {
        const struct html_code *code = html_code_of(s->rows[c->list[i]].digest->codes.at[rule]);
        char sign[2] = {code->sign, '\0'};
        html_put(out, "<td class=\"cell %s\">%s</td>", code->class, sign);
    }
    buf_puts(out, "</tr>\n");
}

/* Rules about the reader say nothing of companies. */
static bool is_shown(const struct survey *s, size_t rule)
{
    const struct rule *r = &s->pack->rules[rule];

    return !r->off && s->pack->themes[r->theme].score != SCORE_FIT;
}

void survey_put_heat(struct buf *out, const struct survey *s)
{
    struct columns c = columns_of(s);

    if (c.assessed > c.count)
        html_put(out,
                 "<p>The first %d and the last %d of %zu companies; what each rule came to in "
                 "all of them stands under \"Findings by rule\".</p>\n",
                 SURVEY_COLUMNS / 2, SURVEY_COLUMNS - SURVEY_COLUMNS / 2, c.assessed);
    put_key(out);
    html_put(out,
             "<p>The numbers above are those of the ranking.</p>\n<div class=\"wide\" "
             "tabindex=\"0\" role=\"region\" aria-label=\"Heat map, pack %s\"><table "
             "class=\"heat\"><caption><span class=\"hidden\">What each rule came to in each "
             "company</span></caption><thead><tr><th scope=\"col\">Rule</th>",
             s->pack->name);
    put_heads(out, s, &c);
    buf_puts(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < s->pack->rule_count; i++)
        if (is_shown(s, i))
            put_heat_row(out, s, &c, i);
    buf_puts(out, "</tbody></table></div>\n");
}

/* --- rule by rule --- */

static const char short_signs[] = "#!~Rw", open_signs[] = "?:x";

static bool is_one_of(char sign, const char *signs)
{
    return strchr(signs, sign) != NULL;
}

struct rule_counts {
    size_t by_sign[128];
    size_t fell_short, open, in_order, beside;
};

static void count_rule(const struct survey *s, size_t rule, struct rule_counts *out)
{
    *out = (struct rule_counts){.open = 0};
    for (size_t i = 0; i < s->row_count; i++) {
        if (!s->rows[i].digest)
            continue;
        char sign = s->rows[i].digest->codes.at[rule];
        out->by_sign[(unsigned char)sign & 127]++;
        out->fell_short += is_one_of(sign, short_signs);
        out->open += is_one_of(sign, open_signs);
        out->in_order += sign == '+';
        out->beside += sign == '-';
    }
}

/* The companies that fall short, the worst first; of many, only some. */
static void put_companies(struct buf *out, const struct survey *s, size_t rule,
                          const struct rule_counts *counts)
{
    size_t named = 0;

    buf_puts(out, "<p>Falls short: ");
    for (const char *sign = short_signs; *sign; sign++) {
        for (size_t i = 0; i < s->row_count && named < SURVEY_NAMED; i++) {
            if (!s->rows[i].digest || s->rows[i].digest->codes.at[rule] != *sign)
                continue;
            buf_puts(out, named++ ? ", " : "");
            survey_put_link(out, s, &s->rows[i], survey_name(&s->rows[i]));
            html_put(out, " (%s)", html_code_of(*sign)->means);
        }
    }
    if (counts->fell_short > named)
        html_put(out, " and %zu more", counts->fell_short - named);
    html_put(out, "%s</p>\n", counts->fell_short == 0 ? "none" : "");
}

static void put_counts(struct buf *out, const struct rule_counts *counts)
{
    const char *comma = "";

    buf_puts(out, "<p>");
    for (size_t i = 0; i < html_code_count; i++) {
        size_t count = counts->by_sign[(unsigned char)html_codes[i].sign];
        if (count > 0)
            html_put(out, "%s%zu %s", comma, count, html_codes[i].means);
        comma = count > 0 ? ", " : comma;
    }
    buf_puts(out, "</p>\n");
}

static void put_rule(struct buf *out, const struct survey *s, size_t number)
{
    const struct rule *rule = &s->pack->rules[number];
    struct rule_counts counts;

    count_rule(s, number, &counts);
    html_put(out, "<details class=\"rule\" id=\"rule-%s", rule->id);
    if (s->pack_number > 0)
        html_put(out, "-%zu", s->pack_number + 1);
    html_put(out,
             "\"><summary><span class=\"id\">%s</span> <span class=\"says\">%s</span> "
             "<span class=\"counts\">%zu short, %zu in order, %zu open, %zu n/a</span>",
             rule->id, rule->title, counts.fell_short, counts.in_order, counts.open,
             counts.beside);
    const size_t parts[SVG_SHARES] = {counts.fell_short, counts.in_order, counts.open,
                                      counts.beside};
    svg_shares(out, parts);
    buf_puts(out, "</summary>\n<div class=\"inside\">\n");
    put_counts(out, &counts);
    put_companies(out, s, number, &counts);
    html_put_rule(out, s->pack, rule);
    buf_puts(out, "</div></details>\n");
}

void survey_put_rules(struct buf *out, const struct survey *s)
{
    buf_puts(out, "<p class=\"legend\"><span class=\"swatch short\"></span> falls short "
                  "<span class=\"swatch fine\"></span> in order <span class=\"swatch "
                  "open\"></span> open <span class=\"swatch rest\"></span> not applicable</p>\n"
                  "<div class=\"rules\">\n");
    for (size_t i = 0; i < s->pack->rule_count; i++)
        if (is_shown(s, i))
            put_rule(out, s, i);
    buf_puts(out, "</div>\n");
}
