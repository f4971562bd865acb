/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/sentences.h"
#include "report/text/text_findings.h"

enum { QUESTIONS_SHOWN = 3 };

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
        sentence_swing(&page->scratch, a->pack, &list[i]);
        buf_putc(&page->scratch, ')');
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
        sentence_waiver(&page->scratch, w);
        page_wrap_scratch(page, 0, 2);
    }
}

static void put_facts(struct page *page, const struct assessment *a,
                      const struct fact_list *list)
{
    bool first = true;

    for (size_t i = 0; i < a->pack->schema.fact_count; i++) {
        if (!list->belongs(a, i))
            continue;
        if (first)
            page_heading(page, list->heading, "");
        first = false;
        sentence_fact(&page->scratch, a, i);
        page_wrap_scratch(page, 0, 2);
    }
}

static void put_sources(struct page *page, const struct assessment *a)
{
    if (a->profile->source_count > 0)
        page_heading(page, "SOURCES OF THE FACTS", "(as the file names them)");
    for (size_t i = 0; i < a->profile->source_count; i++) {
        const struct source *source = &a->profile->sources[i];
        buf_printf(page->out, "  %-4s ", source->id);
        sentence_source(&page->scratch, source);
        if (source->url)
            buf_printf(&page->scratch, ", %s", source->url);
        page_wrap_scratch(page, 3 + (strlen(source->id) < 4 ? 4 : strlen(source->id)), 7);
    }
}

void text_evidence(struct page *page, const struct assessment *a)
{
    const struct finding *integrity = report_integrity(a);

    put_waivers(page, a);
    for (size_t i = 0; i < fact_list_count; i++)
        put_facts(page, a, &fact_lists[i]);
    put_sources(page, a);
    page_heading(page, "HOW GOOD IS THE EVIDENCE", "(never part of the score)");
    sentence_confidence(&page->scratch, a);
    page_wrap_scratch(page, 0, 2);
    if (!integrity)
        return;
    sentence_integrity(&page->scratch, integrity);
    page_wrap_scratch(page, 0, 2);
}
