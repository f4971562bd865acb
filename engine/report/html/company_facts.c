/* SPDX-License-Identifier: MIT
 *
 * What the result rests on: waivers, lists of facts of which something must be said, how good
 * the evidence is, the sources; and every fact with its line and source.
 */
#include <string.h>

#include "report/html/company_part.h"

/* --- facts --- */

void part_fact_head(struct part *part, const char *caption, const char *class)
{
    html_put(part->out,
             "<table class=\"%s\"><caption>%s</caption><thead><tr><th scope=\"col\">Fact</th>"
             "<th scope=\"col\">Value</th><th scope=\"col\" class=\"number\">Line</th>"
             "<th scope=\"col\">Source</th><th scope=\"col\">Seen</th></tr></thead>\n<tbody>\n",
             class, caption);
}

static void put_source(struct part *part, const struct statement *s)
{
    if (s->source == SOURCE_NONE) {
        buf_puts(part->out, "<td data-name=\"Source\">no source given</td>"
                            "<td class=\"seen\" data-name=\"Seen\"></td>");
        return;
    }
    const struct source *source = &part->a->profile->sources[s->source];
    html_put(part->out, "<td data-name=\"Source\"><span class=\"id\">%s</span> ", source->id);
    if (!part->company->of_audit) /* else the table of sources is enough */
        html_put_link(part->out, source->url, source->title);
    html_put(part->out, "%s%s</td><td class=\"seen\" data-name=\"Seen\">",
             *s->locator && !part->company->of_audit ? ", " : "", s->locator);
    if (source->has_seen)
        date_span_put(&part->text, source->seen);
    html_put(part->out, "%s</td>", buf_text(&part->text));
    buf_reset(&part->text);
}

void part_fact_rows(struct part *part, int number)
{
    const struct fact_def *def = &part->a->pack->schema.facts[number];
    const struct fact *fact = &part->a->profile->facts[number];

    for (size_t i = 0; i < fact->count; i++) {
        const struct statement *s = &fact->statements[i];
        value_put(&part->text, def, &s->value);
        html_put(part->out, "<tr><th scope=\"row\"><code>%s.<wbr>%s</code>", def->section,
                 def->key);
        if (!part->company->of_audit)
            html_put(part->out, " <span class=\"meaning\">%s</span>", def->meaning);
        html_put(part->out,
                 "</th><td data-name=\"Value\"><bdi>%s</bdi></td>"
                 "<td class=\"number\" data-name=\"Line\">%d</td>",
                 buf_text(&part->text), s->line);
        buf_reset(&part->text);
        put_source(part, s);
        buf_puts(part->out, "</tr>\n");
    }
}

/* Also those that are not known, as far as the file says so; the rest were not asked yet. */
void part_facts(struct part *part)
{
    const struct assessment *a = part->a;
    size_t stated = 0;

    for (size_t i = 0; i < a->pack->schema.fact_count; i++)
        stated += a->profile->facts[i].count > 0;
    part_open(part, "facts", "All facts", "");
    html_put(part->out,
             "<p>%zu of the %zu facts that a profile may state; the others were not asked "
             "yet.</p>\n",
             stated, a->pack->schema.fact_count);
    if (stated > 0) {
        part_fact_head(part, "Every fact with the line of the file and the source",
                       "facts sortable");
        for (size_t i = 0; i < a->pack->schema.fact_count; i++)
            part_fact_rows(part, (int)i);
        buf_puts(part->out, "</tbody></table>\n");
    }
    part_close(part);
}

/* --- evidence --- */

static void put_waivers(struct part *part)
{
    const struct profile *profile = part->a->profile;

    if (profile->waiver_count == 0)
        return;
    part_open(part, "waivers", "Waivers",
              "the result above counts the waived tests all the same");
    buf_puts(part->out, "<ul>\n");
    for (int pass = 0; pass < 2; pass++) { /* those that do not hold first */
        for (size_t i = 0; i < profile->waiver_count; i++) {
            if (!profile->waivers[i].lapsed != (pass == 1))
                continue;
            sentence_waiver(&part->text, &profile->waivers[i]);
            html_put(part->out, "<li>%s</li>\n", buf_text(&part->text));
            buf_reset(&part->text);
        }
    }
    buf_puts(part->out, "</ul>\n");
    part_close(part);
}

/* "SOURCES DIFFER (both are tried)": what stands in brackets goes beside the heading. */
static void open_list(struct part *part, const char *id, const char *heading)
{
    const char *note = strstr(heading, " (");
    size_t len = note ? (size_t)(note - heading) : strlen(heading);
    size_t inside = note && strlen(note) > 3 ? strlen(note) - 3 : 0;

    part_open(part, id, arena_copy(part->arena, heading, len),
              note ? arena_copy(part->arena, note + 2, inside) : "");
    buf_puts(part->out, "<ul>\n");
}

static void put_fact_list(struct part *part, const struct fact_list *list, size_t number)
{
    struct buf id = BUF_INIT;
    bool any = false;

    buf_printf(&id, "list-%zu", number + 1);
    for (size_t i = 0; i < part->a->pack->schema.fact_count; i++) {
        if (!list->belongs(part->a, i))
            continue;
        if (!any)
            open_list(part, buf_text(&id), list->heading);
        any = true;
        sentence_fact(&part->text, part->a, i);
        html_put(part->out, "<li>%s</li>\n", buf_text(&part->text));
        buf_reset(&part->text);
    }
    buf_puts(part->out, any ? "</ul>\n" : "");
    if (any)
        part_close(part);
    buf_release(&id);
}

static void put_source_row(struct part *part, const struct source *source)
{
    html_put(part->out, "<tr><th scope=\"row\">%s</th><td data-name=\"Title\">", source->id);
    html_put_link(part->out, source->url, source->title);
    if (source->url)
        html_put(part->out, " <span class=\"url\">%s</span>", source->url);
    html_put(part->out,
             "</td><td data-name=\"Kind\">%s</td><td class=\"seen\" data-name=\"Seen\">",
             source->kind ? source_kind_name(source->kind) : "");
    if (source->has_seen)
        date_span_put(&part->text, source->seen);
    html_put(part->out, "%s</td></tr>\n", buf_text(&part->text));
    buf_reset(&part->text);
}

static void put_sources(struct part *part)
{
    const struct profile *profile = part->a->profile;

    if (profile->source_count == 0)
        return;
    part_open(part, "sources", "Sources of the facts", "as the file names them");
    buf_puts(part->out,
             "<table class=\"sources\"><caption>Sources</caption><thead><tr>"
             "<th scope=\"col\">Id</th><th scope=\"col\">Title</th><th scope=\"col\">Kind</th>"
             "<th scope=\"col\">Seen</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < profile->source_count; i++)
        put_source_row(part, &profile->sources[i]);
    buf_puts(part->out, "</tbody></table>\n");
    part_close(part);
}

void part_evidence(struct part *part)
{
    const struct finding *integrity = report_integrity(part->a);

    put_waivers(part);
    for (size_t i = 0; i < fact_list_count; i++)
        put_fact_list(part, &fact_lists[i], i);
    part_open(part, "evidence", "How good is the evidence", "never part of the score");
    sentence_confidence(&part->text, part->a);
    html_put_paragraph(part->out, &part->text);
    if (integrity)
        sentence_integrity(&part->text, integrity);
    html_put_paragraph(part->out, &part->text);
    part_close(part);
    put_sources(part);
}
