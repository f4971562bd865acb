/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/questions.h"
#include "report/text_findings.h"

enum { QUESTIONS_SHOWN = 3 };

/* Where a fact stands: "line 24, S3 p.4". */
void text_put_place(struct buf *out, const struct profile *profile, const struct fact *fact)
{
    for (size_t i = 0; i < fact->count; i++) {
        const struct statement *s = &fact->statements[i];
        buf_printf(out, "%sline %d", i ? "; " : "", s->line);
        if (s->source != SOURCE_NONE)
            buf_printf(out, ", %s%s%s", profile->sources[s->source].id, *s->locator ? " " : "",
                       s->locator);
    }
    if (fact->count == 0)
        buf_puts(out, "given with --as-of");
}

/* --- questions --- */

void text_questions(struct page *page, const struct assessment *a, struct arena *arena)
{
    struct question *list;
    size_t count = questions(a, arena, &list);

    if (count == 0)
        return;
    page_heading(page, "ASK THESE FIRST", "(what each answer could change)");
    for (size_t i = 0; i < count && i < QUESTIONS_SHOWN; i++) {
        buf_printf(page->out, "  %-4s ", list[i].rule->id);
        buf_printf(&page->scratch, "%s (", list[i].rule->ask);
        decimal_put(&page->scratch, list[i].swing * (DECIMAL_ONE / 1000), false);
        buf_printf(&page->scratch, " points%s)",
                   list[i].gate ? ", and it could be critical" : "");
        page_wrap_scratch(page, 7, 7);
    }
    if (count > QUESTIONS_SHOWN) {
        buf_printf(&page->scratch,
                   "%zu more are open: plumbline explain RULE shows each one's "
                   "question",
                   count - QUESTIONS_SHOWN);
        page_wrap_scratch(page, 0, 7);
    }
}

/* --- evidence --- */

static void put_waivers(struct page *page, const struct assessment *a)
{
    if (a->profile->waiver_count > 0)
        page_heading(page, "WAIVERS",
                     "(the result above counts the waived tests all the same)");
    for (size_t i = 0; i < a->profile->waiver_count; i++) {
        const struct waiver *w = &a->profile->waivers[i];
        buf_printf(&page->scratch, "%s%s", w->rule, w->lapsed ? "" : " waived");
        if (w->by)
            buf_printf(&page->scratch, " by %s", w->by);
        if (w->until)
            buf_printf(&page->scratch, " until %s", w->until);
        if (w->lapsed)
            buf_printf(&page->scratch, " does NOT hold, %s", w->lapsed);
        if (w->reason)
            buf_printf(&page->scratch, ": %s", w->reason);
        buf_printf(&page->scratch, " (line %d)", w->line);
        page_wrap_scratch(page, 0, 2);
    }
}

static void put_states(struct page *page, const struct assessment *a, const char *head,
                       bool (*belongs)(const struct assessment *, size_t))
{
    bool first = true;

    for (size_t i = 0; i < a->pack->schema.fact_count; i++) {
        const struct fact *fact = &a->profile->facts[i];
        if (!belongs(a, i))
            continue;
        if (first)
            page_heading(page, head, "");
        first = false;
        buf_printf(&page->scratch, "%s = ", a->pack->schema.facts[i].name);
        for (size_t j = 0; j < fact->count; j++)
            buf_printf(&page->scratch, "%s%s", j ? " / " : "", fact->statements[j].written);
        buf_puts(&page->scratch, " (");
        text_put_place(&page->scratch, a->profile, fact);
        buf_putc(&page->scratch, ')');
        page_wrap_scratch(page, 0, 2);
    }
}

static bool is_conflict(const struct assessment *a, size_t fact)
{
    return a->profile->facts[fact].conflict;
}

static bool is_refused(const struct assessment *a, size_t fact)
{
    return a->profile->facts[fact].value.state == FACT_REFUSED;
}

static bool is_missed(const struct assessment *a, size_t fact)
{
    for (size_t i = 0; i < a->pack->rule_count; i++)
        for (size_t j = 0; j < a->findings[i].missing_count; j++)
            if (a->findings[i].missing[j] == (int)fact)
                return true;
    return false;
}

/* An amount that lacks a rate, where that keeps a rule from being decided. */
static bool is_rate_missed(const struct assessment *a, size_t fact)
{
    return fact_lacks_rate(&a->profile->facts[fact]) && is_missed(a, fact);
}

static void put_confidence(struct page *page, const struct assessment *a)
{
    const struct confidence *c = &a->confidence;
    const char *comma = "";
    size_t lines = 0;

    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++)
        lines += c->by_kind[kind];
    buf_printf(&page->scratch, "%zu fact%s read", c->facts_read,
               c->facts_read == 1 ? " was" : "s were");
    if (lines != c->facts_read)
        buf_printf(&page->scratch, ", from %zu lines", lines);
    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++) {
        if (c->by_kind[kind] == 0)
            continue;
        const char *name = kind ? source_kind_name((enum source_kind)kind) : "without a source";
        buf_printf(&page->scratch, "%s%zu %s", *comma ? comma : ": ", c->by_kind[kind], name);
        comma = ", ";
    }
    if (c->has_oldest) {
        buf_puts(&page->scratch, "; the oldest source was seen on ");
        date_put(&page->scratch, c->oldest);
        buf_printf(&page->scratch, " (%s)", a->pack->schema.facts[c->oldest_fact].name);
    }
    page_wrap_scratch(page, 0, 2);
}

static void put_sources(struct page *page, const struct assessment *a)
{
    if (a->profile->source_count > 0)
        page_heading(page, "SOURCES OF THE FACTS", "(as the file names them)");
    for (size_t i = 0; i < a->profile->source_count; i++) {
        const struct source *source = &a->profile->sources[i];
        buf_printf(page->out, "  %-4s ", source->id);
        buf_puts(&page->scratch, source->title);
        if (source->kind)
            buf_printf(&page->scratch, ", %s", source_kind_name(source->kind));
        if (source->has_seen) {
            buf_puts(&page->scratch, ", seen ");
            date_span_put(&page->scratch, source->seen);
        }
        if (source->url)
            buf_printf(&page->scratch, ", %s", source->url);
        page_wrap_scratch(page, 3 + (strlen(source->id) < 4 ? 4 : strlen(source->id)), 7);
    }
}

void text_evidence(struct page *page, const struct assessment *a)
{
    const struct finding *integrity = report_integrity(a);

    put_waivers(page, a);
    put_states(page, a, "SOURCES DIFFER (both are tried)", is_conflict);
    put_states(page, a, "ASKED FOR AND NOT GIVEN", is_refused);
    put_states(page, a,
               "NO RATE: THESE AMOUNTS CANNOT BE HELD AGAINST OTHERS (write one: [rates] EUR = "
               "1.08 USD)",
               is_rate_missed);
    put_sources(page, a);
    page_heading(page, "HOW GOOD IS THE EVIDENCE", "(never part of the score)");
    put_confidence(page, a);
    if (!integrity)
        return;
    if (finding_severity(integrity) == 0)
        buf_puts(&page->scratch,
                 "integrity, as article A asks (A34): nothing known against it");
    else
        buf_printf(&page->scratch, "integrity, as article A asks (A34): at worst %s (%s)",
                   outcome_name(integrity->outcome), integrity->rule->id);
    page_wrap_scratch(page, 0, 2);
}
