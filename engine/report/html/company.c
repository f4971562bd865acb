/* SPDX-License-Identifier: MIT */
#include "report/html/company_part.h"

/* --- sections --- */

void part_open(struct part *part, const char *id, const char *heading, const char *note)
{
    const char *prefix = part->company->prefix;
    int level = part->company->level + 1;

    html_put(part->out, "<section class=\"part\" id=\"%s%s\">\n<h%d>", prefix, id, level);
    html_put_heading(part->out, heading);
    if (*note)
        html_put(part->out, " <small>%s</small>", note);
    html_put(part->out, "</h%d>\n", level);
    html_put(&part->contents, "<li><a href=\"#%s%s\">", prefix, id);
    html_put_heading(&part->contents, heading);
    buf_puts(&part->contents, "</a></li>\n");
}

void part_close(struct part *part)
{
    buf_puts(part->out, "</section>\n");
}

void part_heading(struct part *part, const char *heading, const char *note)
{
    int level = part->company->level + 2;

    html_put(part->out, "<h%d>", level);
    html_put_heading(part->out, heading);
    if (*note)
        html_put(part->out, " <small>%s</small>", note);
    html_put(part->out, "</h%d>\n", level);
}

void part_put_rule_link(struct part *part, const char *rule)
{
    html_put(part->out, "<a class=\"id\" href=\"#%s%s\">%s</a>", part->company->prefix, rule,
             rule);
}

/* --- the whole --- */

void html_put_conclusion(struct buf *out, const struct assessment *a)
{
    buf_printf(out, "%s: ", a->profile->name);
    report_put_verdict(out, a->pack, &a->verdict);
}

void html_put_changes(struct buf *out, const struct pack *pack,
                      const struct report_context *context)
{
    struct buf text = BUF_INIT;

    sentence_changes(&text, pack, context);
    if (text.len > 0) {
        buf_puts(out, "<p>");
        html_put_sentence(out, buf_text(&text));
        buf_puts(out, "</p>\n");
    }
    buf_release(&text);
}

/* What stands above the list of sections. */
static void put_head(struct buf *out, const struct html_company *c)
{
    const struct assessment *a = c->assessment;
    struct buf text = BUF_INIT;

    html_put(out, "<h%d id=\"%scompany-h\"><bdi>%s</bdi></h%d>\n<p class=\"verdict\">",
             c->level, c->prefix, a->profile->name, c->level);
    report_put_verdict(&text, a->pack, &a->verdict);
    html_put_sentence(out, buf_text(&text));
    buf_reset(&text);
    buf_puts(out, "</p>\n<p class=\"stamp\">");
    buf_printf(&text, "%s, by the pack %s %s", a->profile->file, a->pack->name,
               a->pack->version);
    if (a->profile->has_as_of) {
        buf_puts(&text, ", as of ");
        date_put(&text, a->profile->as_of);
    }
    html_put(out, "%s</p>\n", buf_text(&text));
    html_put_changes(out, a->pack, c->context);
    buf_release(&text);
}

static void put_sections(struct part *part)
{
    part_result(part);
    part_themes(part);
    part_figures(part);
    part_findings(part);
    part_advice(part);
    part_questions(part);
    part_class(part);
    part_fit(part);
    part_evidence(part);
    part_facts(part);
    if (part->company->alone)
        part_method(part);
    part_reproduce(part);
}

void html_put_company(struct buf *out, const struct html_company *c)
{
    struct buf sections = BUF_INIT;
    struct part part = {.out = &sections,
                        .company = c,
                        .a = c->assessment,
                        .arena = c->arena,
                        .contents = BUF_INIT,
                        .text = BUF_INIT};

    put_sections(&part);
    html_put(out,
             "<article class=\"company\" id=\"%scompany\" aria-labelledby=\"%scompany-h\">\n",
             c->prefix, c->prefix);
    put_head(out, c);
    html_put(out, "<nav class=\"contents\" aria-label=\"Sections: %s (%s, pack %s)\">\n<ul>\n",
             c->assessment->profile->name, c->assessment->profile->file,
             c->assessment->pack->name);
    buf_put(out, buf_text(&part.contents), part.contents.len);
    buf_puts(out, "</ul>\n</nav>\n");
    buf_put(out, buf_text(&sections), sections.len);
    buf_puts(out, "</article>\n");
    buf_release(&sections);
    buf_release(&part.contents);
    buf_release(&part.text);
}

void html_put_unreadable(struct buf *out, const struct html_unreadable *u)
{
    html_put(out,
             "<article class=\"company\" id=\"%scompany\" aria-labelledby=\"%scompany-h\">\n"
             "<h%d id=\"%scompany-h\"><bdi>%s</bdi></h%d>\n"
             "<p class=\"verdict\">The profile could not be read.</p>\n<ul>\n",
             u->prefix, u->prefix, u->level, u->prefix, u->name, u->level);
    if (u->err->message[0])
        html_put(out, "<li>%s</li>\n", u->err->message);
    for (size_t i = 0; i < u->faults->count; i++) {
        const struct fault *fault = &u->faults->list[i];
        if (fault->line > 0)
            html_put(out, "<li>line %d: %s</li>\n", fault->line, fault->message);
        else
            html_put(out, "<li>%s</li>\n", fault->message);
    }
    if (u->faults->more > 0)
        html_put(out, "<li>and %zu more</li>\n", u->faults->more);
    buf_puts(out, "</ul>\n</article>\n");
}
