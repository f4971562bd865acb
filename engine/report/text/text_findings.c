/* SPDX-License-Identifier: MIT */
#include "report/text/text_findings.h"
#include "report/sentences.h"

enum {
    DETAILED = 12, /* findings shown with message and place, besides all critical ones */
    LISTED = 40,   /* ids named in one list */
    MESSAGE = 17   /* column where messages start */
};

/* --- one finding --- */

/* The facts it rests on, each with value and place. */
static void put_reads(struct page *page, const struct assessment *a, const struct finding *f)
{
    const char *comma = "";

    for (size_t i = 0; i < f->read_count; i++) {
        const struct fact *fact = &a->profile->facts[f->reads[i]];
        if (fact->value.state == FACT_ABSENT)
            continue;
        buf_printf(&page->scratch, "%s%s ", comma, a->pack->schema.facts[f->reads[i]].key);
        if (page->style->verbose)
            report_put_fact(&page->scratch, a, f->reads[i]);
        buf_puts(&page->scratch, page->style->verbose ? " (" : "(");
        sentence_place(&page->scratch, a->profile, fact);
        buf_putc(&page->scratch, ')');
        comma = ", ";
    }
    if (page->scratch.len > 0)
        page_wrap_scratch(page, 0, MESSAGE);
}

/* What the rule stands on and what would pass, where everything was asked for. */
static void put_grounds(struct page *page, const struct rule *rule)
{
    buf_printf(&page->scratch, "test: %s (", rule->title);
    for (size_t i = 0; i < rule->cites.count; i++)
        buf_printf(&page->scratch, "%s%s", i ? ", " : "", rule->cites.list[i]);
    buf_putc(&page->scratch, ')');
    page_wrap_scratch(page, 0, MESSAGE);
    if (!rule->fix)
        return;
    buf_printf(&page->scratch, "to pass: %s", rule->fix);
    page_wrap_scratch(page, 0, MESSAGE);
}

static void put_finding(struct page *page, const struct assessment *a, const struct finding *f)
{
    struct buf loss = BUF_INIT, head = BUF_INIT;
    int severity = finding_severity(f);

    sentence_loss(&loss, f);
    buf_printf(&head, "  %-4s %s %6s ", f->rule->id,
               severity == 3   ? "!!"
               : severity == 2 ? "! "
                               : "  ",
               buf_text(&loss));
    page_tone(page, severity == 3 ? TONE_BAD : TONE_PLAIN, buf_text(&head));
    if (finding_is_waived(f))
        buf_puts(&page->scratch, "(waived) ");
    finding_put_reason(&page->scratch, f, a->profile->currency);
    sentence_ends(&page->scratch, a, f);
    buf_puts(&page->scratch, " [");
    sentence_outcome(&page->scratch, f);
    if (f->outcome == OUTCOME_ERROR)
        buf_printf(&page->scratch, " in %s", f->rule->file);
    if (f->error_line > 0)
        buf_printf(&page->scratch, ", line %d", f->error_line);
    buf_putc(&page->scratch, ']');
    page_wrap_scratch(page, utf8_columns(buf_text(&head)), MESSAGE);
    put_reads(page, a, f);
    if (page->style->verbose)
        put_grounds(page, f->rule);
    buf_release(&head);
    buf_release(&loss);
}

/* --- the rest, by name --- */

static void put_also(struct page *page, const struct finding *const *list, size_t count)
{
    if (count == 0)
        return;
    buf_puts(&page->scratch, "also: ");
    for (size_t i = 0; i < count; i++) {
        buf_printf(&page->scratch, "%s%s ", i ? ", " : "", list[i]->rule->id);
        sentence_loss(&page->scratch, list[i]);
    }
    buf_puts(&page->scratch, " (--verbose shows each)");
    page_wrap_scratch(page, 0, 2);
}

/* "in order: PF01, PF02 ..."; a long list only as a number unless all was asked for. */
static void put_rest(struct page *page, const struct assessment *a,
                     const struct finding_list *list)
{
    size_t count = sentence_listed(&page->scratch, a, list);

    if (count > LISTED && !page->style->verbose) {
        buf_reset(&page->scratch);
        buf_printf(&page->scratch, "%s%zu tests (--verbose lists them)", list->head, count);
    }
    if (count > 0)
        page_wrap_scratch(page, 0, 2);
    buf_reset(&page->scratch);
}

/* What is worth knowing and costs nothing. */
static void put_notes(struct page *page, const struct assessment *a)
{
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!finding_is_note(a, f))
            continue;
        buf_printf(page->out, "  %-4s    note ", f->rule->id);
        finding_put_reason(&page->scratch, f, a->profile->currency);
        page_wrap_scratch(page, 15, MESSAGE);
    }
}

void text_findings(struct page *page, const struct assessment *a, struct arena *arena)
{
    const struct finding **list;
    size_t count = findings_short(a, SCORE_COMPANY, arena, &list), shown = 0;
    struct buf note = BUF_INIT;

    buf_puts(&note, count ? "(worst first; points certainly lost of "
                          : "(nothing that is known falls short)");
    if (count)
        sentence_all_points(&note, a->pack);
    buf_puts(&note, count ? "; !! critical, ! major)" : "");
    page_heading(page, "FINDINGS", buf_text(&note));
    buf_release(&note);
    for (size_t i = 0; i < count; i++) {
        if (!page->style->verbose && shown >= DETAILED && finding_severity(list[i]) < 3)
            break;
        put_finding(page, a, list[i]);
        shown++;
    }
    put_also(page, list + shown, count - shown);
    put_notes(page, a);
    for (size_t i = 0; i < finding_list_count; i++)
        put_rest(page, a, &finding_lists[i]);
}

void text_fit(struct page *page, const struct assessment *a, struct arena *arena)
{
    const struct finding **list;
    size_t count = findings_short(a, SCORE_FIT, arena, &list);

    for (size_t i = 0; i < count; i++)
        put_finding(page, a, list[i]);
}

/* --- the articles' sentences --- */

void text_advice(struct page *page, const struct assessment *a, struct arena *arena)
{
    const struct finding **list;
    size_t count = findings_short(a, SCORE_COMPANY, arena, &list);
    bool first = true;

    for (size_t n = 0; a->pack->articles && n < a->pack->article_count; n++) {
        const struct article *article = &a->pack->articles[n];
        const char *comma = " (";
        for (size_t i = 0; i < count; i++) {
            if (finding_severity(list[i]) < 2 || !names_have(list[i]->rule->cites, article->id))
                continue;
            if (*comma == ' ')
                buf_puts(&page->scratch, article->says);
            buf_printf(&page->scratch, "%s%s", comma, list[i]->rule->id);
            comma = ", ";
        }
        if (*comma == ' ')
            continue;
        if (first)
            page_heading(page, "WHAT THE ARTICLES SAY ABOUT THESE",
                         "(of articles A and B; plumbline explain A15 says what carries it)");
        first = false;
        buf_putc(&page->scratch, ')');
        buf_printf(page->out, "  %-4s ", article->id);
        page_wrap_scratch(page, 7, 7);
    }
}
