/* SPDX-License-Identifier: MIT
 *
 * Every finding, each to be opened and with an anchor of its own; the advice they rest on; what
 * to ask first.
 */
#include "report/html/company_part.h"

/* --- the advice a finding comes from --- */

static void put_term(struct part *part, const char *term, const char *says)
{
    if (!says || !*says)
        return;
    html_put(part->out, "<dt>%s</dt><dd>", term);
    html_put_sentence(part->out, says);
    buf_puts(part->out, "</dd>\n");
}

static void put_source(struct buf *out, const char *id, const struct pack_source *source)
{
    html_put(out, "<li><span class=\"id\">%s</span> ", id);
    html_put_link(out, source->url, source->title);
    if (source->publisher)
        html_put(out, ", %s", source->publisher);
    if (source->date)
        html_put(out, ", %s", source->date);
    if (source->url)
        html_put(out, " <span class=\"url\">%s</span>", source->url);
    buf_puts(out, "</li>\n");
}

static void put_cite(struct buf *out, const struct pack *pack, const char *id)
{
    const struct article *article = pack_article(pack, id);
    const struct pack_source *source = pack_source(pack, id);

    if (article)
        html_put(out, "<li><span class=\"id\">%s</span> the article says: %s</li>\n", id,
                 article->says);
    else if (source)
        put_source(out, id, source);
    else
        html_put(out, "<li><span class=\"id\">%s</span></li>\n", id);
}

static void put_cites(struct part *part, struct names cites)
{
    if (cites.count == 0)
        return;
    buf_puts(part->out, "<dt>The advice it comes from</dt><dd><ul>\n");
    for (size_t i = 0; i < cites.count; i++)
        put_cite(part->out, part->a->pack, cites.list[i]);
    buf_puts(part->out, "</ul></dd>\n");
}

/* Where all rules are explained elsewhere. */
static void put_ids(struct part *part, struct names cites)
{
    if (cites.count == 0)
        return;
    buf_puts(part->out, "<dt>The advice it comes from</dt><dd>");
    for (size_t i = 0; i < cites.count; i++)
        html_put(part->out, "%s%s", i ? ", " : "", cites.list[i]);
    buf_puts(part->out, "</dd>\n");
}

void html_put_rule(struct buf *out, const struct pack *pack, const struct rule *rule)
{
    struct part part = {.out = out, .text = BUF_INIT};

    buf_puts(out, "<dl>\n");
    put_term(&part, "Why", rule->why);
    put_term(&part, "What would pass", rule->fix);
    put_term(&part, "To ask", rule->ask);
    buf_puts(out, "<dt>The advice it comes from</dt><dd><ul>\n");
    for (size_t i = 0; i < rule->cites.count; i++)
        put_cite(out, pack, rule->cites.list[i]);
    buf_puts(out, "</ul></dd></dl>\n");
}

/* --- one finding --- */

/* How bad it is: a sign and a word, so that no colour is needed. */
static const char *sign_of(const struct finding *f)
{
    static const char *const signs[] = {"", "~", "!", "!!"};

    if (f->outcome == OUTCOME_ERROR)
        return "x";
    if (!finding_is_decided(f))
        return f->outcome == OUTCOME_UNKNOWN ? "?" : "/";
    if (finding_severity(f) > 0)
        return signs[finding_severity(f)];
    return f->span ? "?" : f->outcome == OUTCOME_INFO ? "i" : "+";
}

static void put_summary(struct part *part, const struct finding *f)
{
    html_put(part->out,
             "<summary><span class=\"sign\" aria-hidden=\"true\">%s</span>"
             "<span class=\"id\">%s</span> <span class=\"says\">",
             sign_of(f), f->rule->id);
    finding_put_reason(&part->text, f, part->a->profile->currency);
    html_put(part->out, "%s%s</span> <span class=\"outcome\">",
             finding_is_waived(f) ? "(waived) " : "",
             part->text.len > 0 ? buf_text(&part->text) : f->rule->title);
    buf_reset(&part->text);
    sentence_outcome(&part->text, f);
    html_put(part->out, "%s</span> <span class=\"loss\">", buf_text(&part->text));
    buf_reset(&part->text);
    sentence_loss(&part->text, f);
    html_put(part->out, "%s</span></summary>\n", buf_text(&part->text));
    buf_reset(&part->text);
}

static void put_number(struct buf *out, int64_t thousandths)
{
    decimal_put(out, thousandths * (DECIMAL_ONE / 1000), false);
}

/* "22.5 of 45", "from 0 to 45, of 45 open". */
static void put_points(struct part *part, const struct finding *f)
{
    struct tally t = finding_tally(f);

    if (t.applicable == 0) {
        buf_puts(&part->text, f->rule->points == 0 ? "none: it is a note"
                                                   : "none: it is left out of the sum");
    } else {
        put_number(&part->text, t.low);
        if (t.low != t.high) {
            buf_puts(&part->text, " to ");
            put_number(&part->text, t.high);
        }
        buf_puts(&part->text, " of ");
        put_number(&part->text, t.applicable);
    }
    put_term(part, "Points", buf_text(&part->text));
    buf_reset(&part->text);
}

/* What stands behind the values, where one was tried at two ends or a rule broke. */
static void put_remarks(struct part *part, const struct finding *f)
{
    sentence_ends(&part->text, part->a, f);
    put_term(part, "Note", buf_text(&part->text) + (part->text.len > 0));
    buf_reset(&part->text);
    if (f->outcome == OUTCOME_ERROR) {
        buf_printf(&part->text, "the rule broke in %s", f->rule->file);
        if (f->error_line > 0)
            buf_printf(&part->text, ", line %d", f->error_line);
        buf_puts(&part->text, "; its points count as not known");
    }
    put_term(part, "Broken", buf_text(&part->text));
    buf_reset(&part->text);
    if (f->waiver)
        sentence_waiver(&part->text, f->waiver);
    put_term(part, "Waiver", buf_text(&part->text));
    buf_reset(&part->text);
}

static void put_missing(struct part *part, const struct finding *f)
{
    for (size_t i = 0; i < f->missing_count; i++) {
        const struct fact_def *def = &part->a->pack->schema.facts[f->missing[i]];
        buf_printf(&part->text, "%s%s (%s)", i ? "; " : "", def->meaning, def->name);
    }
    put_term(part, "Not known", buf_text(&part->text));
    buf_reset(&part->text);
}

/* In one line: the table of all facts stands below. */
static void put_reads_briefly(struct part *part, const struct finding *f)
{
    for (size_t i = 0; i < f->read_count; i++) {
        const struct fact *fact = &part->a->profile->facts[f->reads[i]];
        if (fact->count == 0)
            continue;
        buf_printf(&part->text, "%s%s ", part->text.len > 0 ? "; " : "",
                   part->a->pack->schema.facts[f->reads[i]].name);
        report_put_fact(&part->text, part->a, f->reads[i]);
        buf_puts(&part->text, " (");
        sentence_place(&part->text, part->a->profile, fact);
        buf_putc(&part->text, ')');
    }
    if (part->text.len > 0)
        html_put(part->out, "<dt>Facts that it read</dt><dd>%s</dd>\n", buf_text(&part->text));
    buf_reset(&part->text);
}

static void put_reads(struct part *part, const struct finding *f)
{
    bool any = false;

    for (size_t i = 0; i < f->read_count; i++) {
        if (part->a->profile->facts[f->reads[i]].count == 0)
            continue;
        if (!any)
            part_fact_head(part, "Facts that it read", "facts small");
        any = true;
        part_fact_rows(part, f->reads[i]);
    }
    buf_puts(part->out, any ? "</tbody></table>\n" : "");
}

static void put_finding(struct part *part, const struct finding *f)
{
    static const char *const severities[] = {"", " minor", " major", " critical"};

    html_put(part->out, "<details class=\"finding%s%s\" id=\"%s%s\">\n",
             severities[finding_severity(f)], finding_fell_short(f) ? " short" : "",
             part->company->prefix, f->rule->id);
    put_summary(part, f);
    buf_puts(part->out, "<div class=\"inside\"><dl>\n");
    put_term(part, "Test", f->rule->title);
    put_term(part, "Why", f->rule->why);
    put_points(part, f);
    put_remarks(part, f);
    put_missing(part, f);
    put_term(part, "What would pass", f->rule->fix);
    if (part->company->of_audit) {
        put_reads_briefly(part, f);
        put_ids(part, f->rule->cites);
        buf_puts(part->out, "</dl></div></details>\n");
        return;
    }
    put_term(part, "To ask", f->rule->ask);
    put_cites(part, f->rule->cites);
    buf_puts(part->out, "</dl>\n");
    put_reads(part, f);
    buf_puts(part->out, "</div></details>\n");
}

/* --- all of them --- */

static bool is_note(const struct finding *f)
{
    return f->outcome == OUTCOME_INFO && !f->span;
}

static bool is_open_span(const struct finding *f)
{
    return finding_is_decided(f) && f->span;
}

static bool is_unknown(const struct finding *f)
{
    return f->outcome == OUTCOME_UNKNOWN;
}

static bool is_in_order(const struct finding *f)
{
    return finding_is_decided(f) && !f->span && f->outcome != OUTCOME_INFO;
}

static bool is_beside(const struct finding *f)
{
    return f->outcome == OUTCOME_NOT_APPLICABLE;
}

static const struct finding_group {
    const char *heading, *note;
    bool (*belongs)(const struct finding *);
} groups[] = {
    {"Worth knowing", "costs nothing", is_note}, {"Partly known", "", is_open_span},
    {"Not known yet", "", is_unknown},           {"In order", "", is_in_order},
    {"Not applicable", "", is_beside},
};

static void put_group(struct part *part, const struct finding_group *group)
{
    const struct assessment *a = part->a;
    bool any = false;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!assessment_says(a, f) || finding_is_of(a, f, SCORE_FIT) || finding_fell_short(f) ||
            !group->belongs(f))
            continue;
        if (!any)
            part_heading(part, group->heading, group->note);
        any = true;
        put_finding(part, f);
    }
}

void part_findings(struct part *part)
{
    const struct finding **list;
    size_t count = findings_short(part->a, SCORE_COMPANY, part->arena, &list);

    part_open(part, "findings", "Findings", "");
    html_put(part->out, "<div class=\"findings\">\n");
    buf_puts(&part->text, count > 0 ? "worst first; !! critical, ! major, ~ minor; points "
                                      "certainly lost on the right, of "
                                    : "nothing that is known");
    if (count > 0)
        sentence_all_points(&part->text, part->a->pack);
    part_heading(part, "What falls short", buf_text(&part->text));
    buf_reset(&part->text);
    for (size_t i = 0; i < count; i++)
        put_finding(part, list[i]);
    for (size_t i = 0; i < COUNT(groups); i++)
        put_group(part, &groups[i]);
    buf_puts(part->out, "</div>\n");
    part_close(part);
}

void part_fit(struct part *part)
{
    const struct assessment *a = part->a;

    if (!a->has_fit || pack_points(a->pack, SCORE_FIT) == 0)
        return;
    part_open(part, "fit", "Personal fit", "about you, not the company; a score of its own");
    part_fit_table(part);
    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (finding_is_of(a, &a->findings[i], SCORE_FIT))
            put_finding(part, &a->findings[i]);
    part_close(part);
}

/* --- the articles' sentences --- */

/* One sentence with the findings that stand on it; false where none does. */
static bool put_article(struct part *part, const struct article *article,
                        const struct finding *const *list, size_t count)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        if (finding_severity(list[i]) < 2 || !names_have(list[i]->rule->cites, article->id))
            continue;
        if (!any)
            html_put(part->out, "<li><span class=\"id\">%s</span> %s: ", article->id,
                     article->says);
        buf_puts(part->out, any ? ", " : "");
        part_put_rule_link(part, list[i]->rule->id);
        any = true;
    }
    buf_puts(part->out, any ? "</li>\n" : "");
    return any;
}

void part_advice(struct part *part)
{
    const struct pack *pack = part->a->pack;
    const struct finding **list;
    size_t count = findings_short(part->a, SCORE_COMPANY, part->arena, &list);
    size_t worse = 0;

    for (size_t i = 0; i < count; i++)
        worse += finding_severity(list[i]) >= 2;
    if (worse == 0 || pack->article_count == 0)
        return;
    part_open(part, "advice", "What the articles say about these",
              "the sentences that critical and major findings stand on");
    buf_puts(part->out, "<ul class=\"plain\">\n");
    for (size_t n = 0; n < pack->article_count; n++)
        put_article(part, &pack->articles[n], list, count);
    buf_puts(part->out, "</ul>\n");
    part_close(part);
}

/* --- questions --- */

void part_questions(struct part *part)
{
    struct question *list;
    size_t count = questions(part->a, part->arena, &list);

    if (count == 0)
        return;
    part_open(part, "questions", "Ask these first", "what each answer could change");
    buf_puts(part->out, "<ol class=\"questions\">\n");
    for (size_t i = 0; i < count; i++) {
        html_put(part->out, "<li>%s <span class=\"swing\">", list[i].rule->ask);
        sentence_swing(&part->text, part->a->pack, &list[i]);
        html_put(part->out, "%s, ", buf_text(&part->text));
        buf_reset(&part->text);
        part_put_rule_link(part, list[i].rule->id);
        buf_puts(part->out, "</span></li>\n");
    }
    buf_puts(part->out, "</ol>\n");
    part_close(part);
}
