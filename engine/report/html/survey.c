/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include "report/html/company.h"
#include "report/html/page.h"
#include "report/html/survey_part.h"
#include "report/json/json.h"

const struct survey_part survey_parts[] = {
    {"ranking", "Ranking", survey_put_ranking, NULL},
    {"heat", "Heat map", survey_put_heat, NULL},
    {"money", "The money", survey_put_money, survey_has_money},
    {"scatter", "Sold outside, and what must be bought", survey_put_scatter,
     survey_has_scatter},
    {"rules", "Findings by rule", survey_put_rules, NULL},
    {"quality", "Data quality", survey_put_quality, NULL},
    {"waivers", "Waivers", survey_put_waivers, survey_has_waivers},
};
const size_t survey_part_count = COUNT(survey_parts);

/* --- names --- */

const char *survey_name(const struct survey_row *row)
{
    return *row->ranked.company ? row->ranked.company : row->ranked.name;
}

bool survey_is_critical(const struct survey_row *row)
{
    return row->digest && row->ranked.verdict.criticals > 0;
}

void survey_put_prefix(struct buf *out, int64_t number, size_t pack)
{
    buf_printf(out, "c%" PRId64 "-", number + 1);
    if (pack > 0)
        buf_printf(out, "p%zu-", pack + 1);
}

void survey_put_link(struct buf *out, const struct survey *s, const struct survey_row *row,
                     const char *text)
{
    html_put(out, "<a href=\"%s", s->folder ? s->folder : "");
    if (s->folder)
        buf_printf(out, "/%05" PRId64 ".html", row->number + 1);
    buf_putc(out, '#');
    survey_put_prefix(out, row->number, row->digest ? s->pack_number : 0);
    html_put(out, "company\"><bdi>%s</bdi></a>", text);
}

/* --- the head --- */

static size_t count_criticals(const struct survey *s)
{
    size_t count = 0;

    for (size_t i = 0; i < s->row_count; i++)
        count += survey_is_critical(&s->rows[i]);
    return count;
}

static void put_conclusion(struct buf *out, const struct survey *s)
{
    const size_t *groups = s->counts.groups;
    size_t unread = groups[RANKED_UNREADABLE] + groups[RANKED_LOST];

    buf_printf(out, "%zu of %zu %s a critical finding", count_criticals(s), s->counts.companies,
               count_criticals(s) == 1 ? "has" : "have");
    if (groups[RANKED_THIN] > 0)
        buf_printf(out, "; of %zu too little is known to rank them", groups[RANKED_THIN]);
    if (unread > 0)
        buf_printf(out, "; %zu could not be read", unread);
}

static void put_tile(struct buf *out, size_t count, const char *what)
{
    html_put(out, "<li><strong>%zu</strong> %s</li>\n", count, what);
}

static size_t count_lapsed(const struct survey *s)
{
    size_t count = 0;
    bool lapsed;
    struct text cells;

    for (size_t i = 0; i < s->row_count; i++) {
        struct text rest = s->rows[i].digest ? s->rows[i].digest->waivers : text_of("");
        while (html_next_waiver(&rest, &lapsed, &cells))
            count += lapsed;
    }
    return count;
}

static void put_tiles(struct buf *out, const struct survey *s)
{
    buf_puts(out, "<ul class=\"tiles\">\n");
    put_tile(out, s->counts.companies, "companies");
    put_tile(out, count_criticals(s), "have a critical finding");
    put_tile(out, s->counts.groups[RANKED_THIN], "are too thinly known to rank");
    for (size_t i = 0; i < s->pack->band_count; i++) {
        struct buf text = BUF_INIT;
        buf_printf(&text, "so far: %s", s->pack->bands[i].says);
        put_tile(out, s->counts.bands[i], buf_text(&text));
        buf_release(&text);
    }
    put_tile(out, s->counts.groups[RANKED_UNREADABLE] + s->counts.groups[RANKED_LOST],
             "could not be read");
    put_tile(out, count_lapsed(s), "waivers do not hold");
    buf_puts(out, "</ul>\n");
}

/* "rules-2": the sections of further packs have ids of their own. */
static void put_part_id(struct buf *out, const struct survey *s, const struct survey_part *part)
{
    html_put(out, "%s", part->id);
    if (s->pack_number > 0)
        html_put(out, "-%zu", s->pack_number + 1);
}

static void put_title(struct buf *out, const struct survey *s, const struct survey_part *part)
{
    html_put(out, "%s", part->title);
    if (s->pack_count > 1)
        html_put(out, " (pack %s)", s->pack->name);
}

static void put_contents(struct buf *out, const struct survey *surveys, size_t count)
{
    buf_puts(out, "<nav class=\"contents\" aria-label=\"Sections of the audit\">\n<ul>\n");
    for (size_t p = 0; p < count; p++) {
        for (size_t i = 0; i < COUNT(survey_parts); i++) {
            if (survey_parts[i].has && !survey_parts[i].has(&surveys[p]))
                continue;
            buf_puts(out, "<li><a href=\"#");
            put_part_id(out, &surveys[p], &survey_parts[i]);
            buf_puts(out, "\">");
            put_title(out, &surveys[p], &survey_parts[i]);
            buf_puts(out, "</a></li>\n");
        }
    }
    buf_puts(out, "<li><a href=\"#changes\">Changes since an earlier result</a></li>\n");
    if (!surveys->folder)
        buf_puts(out, "<li><a href=\"#companies\">Company by company</a></li>\n");
    buf_puts(out, "<li><a href=\"#method\">Method and limits</a></li>\n"
                  "<li><a href=\"#reproduce\">How to get this result again</a></li>\n"
                  "</ul>\n</nav>\n");
}

void survey_put_head(struct buf *out, const struct survey *surveys, size_t count)
{
    struct buf title = BUF_INIT;

    buf_printf(&title, "Audit of %zu compan%s: ", surveys->counts.companies,
               surveys->counts.companies == 1 ? "y" : "ies");
    put_conclusion(&title, surveys);
    html_page_open(out, buf_text(&title));
    html_put(out, "<h1>Audit of %zu compan%s</h1>\n", surveys->counts.companies,
             surveys->counts.companies == 1 ? "y" : "ies");
    for (size_t p = 0; p < count; p++) {
        buf_reset(&title);
        if (count > 1)
            buf_printf(&title, "by the pack %s, ", surveys[p].pack->name);
        put_conclusion(&title, &surveys[p]);
        buf_puts(out, "<p class=\"verdict\">");
        html_put_sentence(out, buf_text(&title));
        html_put(out, "</p>\n<p class=\"stamp\">plumbline %s, pack %s %s</p>\n",
                 surveys->context->version, surveys[p].pack->name, surveys[p].pack->version);
        html_put_changes(out, surveys[p].pack, surveys->context);
        put_tiles(out, &surveys[p]);
    }
    put_contents(out, surveys, count);
    buf_release(&title);
}

void survey_put_part(struct buf *out, const struct survey *s, const struct survey_part *part)
{
    if (part->has && !part->has(s))
        return;
    buf_puts(out, "<section class=\"part\" id=\"");
    put_part_id(out, s, part);
    buf_puts(out, "\">\n<h2>");
    put_title(out, s, part);
    buf_puts(out, "</h2>\n");
    part->put(out, s);
    buf_puts(out, "</section>\n");
}

/* --- the end --- */

void survey_put_method(struct buf *out, const struct survey *surveys, size_t count)
{
    buf_puts(out, "<section class=\"part\" id=\"method\">\n<h2>Method and limits</h2>\n");
    for (size_t i = 0; i < count; i++)
        html_put_method(out, &surveys[i].pack, 1, 3);
    buf_puts(out, "</section>\n");
}

static void put_stamps(struct buf *out, const struct survey *surveys, size_t count)
{
    const struct report_context *c = surveys->context;

    html_put(out,
             "<table class=\"stamps\"><caption>What it was made with; the companies' profiles "
             "have their hashes in the data below</caption><thead><tr><th scope=\"col\">What"
             "</th><th scope=\"col\">Version or name</th><th scope=\"col\">SHA-256</th></tr>"
             "</thead>\n<tbody>\n<tr><th scope=\"row\">plumbline</th><td>%s</td><td></td></tr>"
             "\n",
             c->version);
    for (size_t p = 0; p < count; p++)
        for (size_t i = 0; i < surveys[p].pack->part_count; i++)
            html_put(out,
                     "<tr><th scope=\"row\">pack</th><td>%s %s</td><td><code>%s</code></td>"
                     "</tr>\n",
                     surveys[p].pack->parts[i].name, surveys[p].pack->parts[i].version,
                     surveys[p].pack->parts[i].hash);
    if (c->points_file)
        html_put(out,
                 "<tr><th scope=\"row\">points</th><td>%s</td><td><code>%s</code></td></tr>\n",
                 c->points_file, c->points_hash);
    buf_puts(out, "</tbody></table>\n");
}

void survey_put_reproduce(struct buf *out, const struct survey *surveys, size_t count,
                          struct text csv)
{
    const struct report_context *c = surveys->context;
    struct buf text = BUF_INIT;
    struct json json = {.out = &text, .first = true, .one_line = true};

    buf_puts(out, "<section class=\"part\" id=\"reproduce\">\n"
                  "<h2>How to get this result again</h2>\n");
    html_put(out, "<pre><code>plumbline audit %s", surveys->paths);
    if (c->has_as_of) {
        date_put(&text, c->as_of);
        html_put(out, " --as-of %s", buf_text(&text));
        buf_reset(&text);
    }
    if (c->points_file)
        html_put(out, " --points %s", c->points_file);
    if (c->only)
        html_put(out, " --only '%s'", c->only);
    if (c->skip)
        html_put(out, " --skip '%s'", c->skip);
    buf_puts(out, " --jsonl FILE</code></pre>\n<p>The same files, packs and program give the "
                  "same bytes, whatever the number of processes; <code>plumbline verify FILE "
                  "</code> says whether a kept result still holds. This page holds its table "
                  "of companies as CSV.</p>\n");
    put_stamps(out, surveys, count);
    json_text(&json, NULL, csv.at);
    html_put_data(out, "data", buf_text(&text), text.len);
    buf_puts(out, "</section>\n");
    buf_release(&text);
}
