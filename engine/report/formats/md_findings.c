/* SPDX-License-Identifier: MIT
 *
 * Findings with the facts they rest on, the advice they come from, and what to ask.
 */
#include "report/formats/md_part.h"

enum { QUESTIONS_SHOWN = 12 };

/* --- one finding --- */

static void put_term(struct md_part *part, const char *term)
{
    doc_open(&part->doc, DOC_ITEM, NULL);
    doc_text(&part->doc, DOC_STRONG, term);
    doc_printf(&part->doc, ": %s", buf_text(&part->text));
    doc_close(&part->doc, DOC_ITEM);
    buf_reset(&part->text);
}

/* A fact it rests on: name, value, line and source. */
static void put_fact(struct md_part *part, int number)
{
    const struct fact *fact = &part->a->profile->facts[number];

    if (fact->value.state == FACT_ABSENT)
        return;
    doc_open(&part->doc, DOC_ITEM, NULL);
    doc_text(&part->doc, DOC_CODE, part->a->pack->schema.facts[number].name);
    report_put_fact(&part->text, part->a, number);
    doc_printf(&part->doc, " = %s", buf_text(&part->text));
    buf_reset(&part->text);
    sentence_place(&part->text, part->a->profile, fact);
    doc_printf(&part->doc, " (%s)", buf_text(&part->text));
    buf_reset(&part->text);
    doc_close(&part->doc, DOC_ITEM);
}

/* "Major, -27 points; the test: Pay comes from sales, not from recruiting." */
static void put_outcome(struct md_part *part, const struct finding *f)
{
    struct buf loss = BUF_INIT;

    sentence_outcome(&part->text, f);
    if (f->outcome == OUTCOME_ERROR)
        buf_printf(&part->text, " in %s", f->rule->file);
    if (f->error_line > 0)
        buf_printf(&part->text, ", line %d", f->error_line);
    sentence_loss(&loss, f);
    if (loss.len > 0)
        buf_printf(&part->text, ", %s points", buf_text(&loss));
    sentence_ends(&part->text, part->a, f);
    buf_printf(&part->text, "; the test: %s", f->rule->title);
    md_sentence(part);
    buf_release(&loss);
}

static void put_finding(struct md_part *part, const struct finding *f)
{
    buf_printf(&part->text, "%s: %s", f->rule->id, finding_is_waived(f) ? "(waived) " : "");
    finding_put_reason(&part->text, f, part->a->profile->currency);
    md_put(part, DOC_PART);
    put_outcome(part, f);
    doc_open(&part->doc, DOC_LIST, NULL);
    for (size_t i = 0; i < f->read_count; i++)
        put_fact(part, f->reads[i]);
    for (size_t i = 0; i < f->rule->cites.count; i++)
        buf_printf(&part->text, "%s%s", i ? ", " : "", f->rule->cites.list[i]);
    if (f->rule->cites.count > 0)
        put_term(part, "Advice");
    if (f->rule->fix) {
        buf_puts(&part->text, f->rule->fix);
        put_term(part, "To pass");
    }
    doc_close(&part->doc, DOC_LIST);
}

/* --- all of them --- */

static void put_notes(struct md_part *part)
{
    bool any = false;

    for (size_t i = 0; i < part->a->pack->rule_count; i++) {
        const struct finding *f = &part->a->findings[i];
        if (!finding_is_note(part->a, f))
            continue;
        if (!any) {
            doc_put(&part->doc, DOC_PARAGRAPH, "Worth knowing, and costs nothing:");
            doc_open(&part->doc, DOC_LIST, NULL);
        }
        any = true;
        buf_printf(&part->text, "%s: ", f->rule->id);
        finding_put_reason(&part->text, f, part->a->profile->currency);
        md_put(part, DOC_ITEM);
    }
    if (any)
        doc_close(&part->doc, DOC_LIST);
}

void md_findings(struct md_part *part)
{
    const struct finding **list;
    size_t count = findings_short(part->a, SCORE_COMPANY, part->arena, &list);
    struct buf note = BUF_INIT;

    buf_puts(&note, count > 0 ? "worst first; points certainly lost of "
                              : "nothing that is known falls short");
    if (count > 0)
        sentence_all_points(&note, part->a->pack);
    md_heading(part, "Findings", buf_text(&note));
    buf_release(&note);
    for (size_t i = 0; i < count; i++)
        put_finding(part, list[i]);
    put_notes(part);
    for (size_t i = 0; i < finding_list_count; i++) {
        if (sentence_listed(&part->text, part->a, &finding_lists[i]) > 0)
            md_sentence(part);
        buf_reset(&part->text);
    }
}

void md_fit(struct md_part *part)
{
    const struct assessment *a = part->a;
    const struct finding **list;

    if (!a->has_fit || pack_points(a->pack, SCORE_FIT) == 0)
        return;
    md_heading(part, "Personal fit", "about you, not the company; a score of its own");
    md_theme_head(part);
    for (size_t i = 0; i < a->pack->theme_count; i++)
        if (a->pack->themes[i].score == SCORE_FIT && !theme_is_off(a->pack, i))
            md_theme(part, i);
    doc_close(&part->doc, DOC_TABLE);
    size_t count = findings_short(a, SCORE_FIT, part->arena, &list);
    for (size_t i = 0; i < count; i++)
        put_finding(part, list[i]);
}

/* --- the advice --- */

/* Appends " (RE02, PF04)": the findings that stand on it; false, and nothing, where none does.
 */
static bool put_citing(struct buf *out, const struct finding *const *list, size_t count,
                       const char *id)
{
    const char *comma = " (";

    for (size_t i = 0; i < count; i++) {
        if (!names_have(list[i]->rule->cites, id))
            continue;
        buf_printf(out, "%s%s", comma, list[i]->rule->id);
        comma = ", ";
    }
    buf_puts(out, *comma == ',' ? ")" : "");
    return *comma == ',';
}

static void put_articles(struct md_part *part, const struct finding *const *list, size_t count)
{
    const struct pack *pack = part->a->pack;

    for (size_t i = 0; i < pack->article_count; i++) {
        if (!put_citing(&part->text, list, count, pack->articles[i].id))
            continue;
        doc_open(&part->doc, DOC_ITEM, NULL);
        doc_text(&part->doc, DOC_STRONG, pack->articles[i].id);
        doc_printf(&part->doc, ": %s%s", pack->articles[i].says, buf_text(&part->text));
        doc_close(&part->doc, DOC_ITEM);
        buf_reset(&part->text);
    }
}

static void put_sources(struct md_part *part, const struct finding *const *list, size_t count)
{
    const struct pack *pack = part->a->pack;

    for (size_t i = 0; i < pack->source_count; i++) {
        const struct pack_source *source = &pack->sources[i];
        if (!put_citing(&part->text, list, count, source->id))
            continue;
        doc_open(&part->doc, DOC_ITEM, NULL);
        doc_text(&part->doc, DOC_STRONG, source->id);
        doc_text(&part->doc, DOC_PLAIN, ": ");
        doc_link(&part->doc, source->url ? source->url : "", source->title);
        if (source->publisher)
            doc_printf(&part->doc, ", %s", source->publisher);
        if (source->date)
            doc_printf(&part->doc, ", %s", source->date);
        doc_text(&part->doc, DOC_PLAIN, buf_text(&part->text));
        doc_close(&part->doc, DOC_ITEM);
        buf_reset(&part->text);
    }
}

/* Sentences of the articles, then the other sources, that what fell short stands on. */
void md_advice(struct md_part *part)
{
    const struct finding **list;
    size_t count = findings_short(part->a, SCORE_COMPANY, part->arena, &list);

    if (count == 0)
        return;
    md_heading(part, "The advice that these findings come from", "");
    doc_open(&part->doc, DOC_LIST, NULL);
    put_articles(part, list, count);
    put_sources(part, list, count);
    doc_close(&part->doc, DOC_LIST);
}

/* --- questions --- */

void md_questions(struct md_part *part)
{
    struct question *list;
    size_t count = questions(part->a, part->arena, &list);

    if (count == 0)
        return;
    md_heading(part, "Ask these first", "what each answer could change");
    doc_open(&part->doc, DOC_LIST, NULL);
    for (size_t i = 0; i < count && i < QUESTIONS_SHOWN; i++) {
        doc_open(&part->doc, DOC_ITEM, NULL);
        doc_text(&part->doc, DOC_STRONG, list[i].rule->id);
        sentence_swing(&part->text, part->a->pack, &list[i]);
        doc_printf(&part->doc, ": %s (%s)", list[i].rule->ask, buf_text(&part->text));
        doc_close(&part->doc, DOC_ITEM);
        buf_reset(&part->text);
    }
    doc_close(&part->doc, DOC_LIST);
    if (count > QUESTIONS_SHOWN)
        buf_printf(&part->text, "%zu more are open: plumbline ask writes a sheet of them",
                   count - QUESTIONS_SHOWN);
    md_sentence(part);
}
