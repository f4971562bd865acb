/* SPDX-License-Identifier: MIT
 *
 * The report's result, scores and class. What stands before is in text_head.c, what follows in
 * text_findings.c.
 */
#include "report/sentences.h"
#include "report/text_findings.h"

/* --- result --- */

/* What is critical, in words; the verdict is capped by it. */
static void put_criticals(struct page *page, const struct assessment *a)
{
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (finding_severity(f) != 3 || a->pack->themes[f->rule->theme].score != SCORE_COMPANY)
            continue;
        buf_printf(&page->scratch, "critical, %s: ", f->rule->id);
        finding_put_reason(&page->scratch, f, a->profile->currency);
        page_wrap_scratch(page, 0, 8);
    }
}

/* The sentence in the scratch, where there is one. */
static void wrap_sentence(struct page *page, size_t indent)
{
    if (page->scratch.len > 0)
        page_wrap_scratch(page, 0, indent);
}

static void put_named(struct page *page, const struct assessment *a, const char *head,
                      bool (*belongs)(const struct finding *))
{
    sentence_named(&page->scratch, a, head, belongs);
    wrap_sentence(page, 8);
}

static void put_result(struct page *page, const struct assessment *a)
{
    bool good = a->verdict.kind == VERDICT_DECIDED && a->verdict.now == 0;

    buf_puts(page->out, "RESULT  ");
    report_put_verdict(&page->scratch, a->pack, &a->verdict);
    page_tone(page,
              good                   ? TONE_GOOD
              : a->verdict.criticals ? TONE_BAD
                                     : TONE_HEAD,
              buf_text(&page->scratch));
    buf_putc(page->out, '\n');
    buf_reset(&page->scratch);
    sentence_points(&page->scratch, &a->score);
    wrap_sentence(page, 8);
    put_criticals(page, a);
    if (a->verdict.worst > a->verdict.now)
        put_named(page, a, sentence_could_be_critical, finding_could_be_critical);
    put_named(page, a, sentence_broken, finding_is_broken);
    sentence_without_waived(&page->scratch, a);
    wrap_sentence(page, 8);
}

/* --- themes --- */

/* The first two headline themes as two facing bars: product focus, recruitment emphasis. */
static void put_facing(struct page *page, const struct assessment *a)
{
    const struct pack *pack = a->pack;
    size_t pair[2], count = 0;

    for (size_t i = 0; i < pack->theme_count && count < 2; i++)
        if (pack->themes[i].headline)
            pair[count++] = i;
    if (count < 2 || !pack->facing || theme_is_off(pack, pair[0]) ||
        theme_is_off(pack, pair[1]))
        return;
    struct score left = tally_score(a->themes[pair[0]]);
    struct score right = tally_score(a->themes[pair[1]]);
    size_t half = (page->style->width - 13) / 2;
    page_heading(page, pack->facing, "(longer is better, both ways)");
    buf_puts(page->out, "  ");
    text_put_score(page->out, &left);
    buf_putc(page->out, ' ');
    page_bar(page, &left, half, true);
    buf_puts(page->out, " | ");
    page_bar(page, &right, half, false);
    buf_putc(page->out, ' ');
    text_put_score(page->out, &right);
    size_t title = utf8_columns(pack->themes[pair[0]].title);
    buf_putc(page->out, '\n');
    page_pad(page, 0, 6 + half > title ? 6 + half - title : 0);
    buf_printf(page->out, "%s | %s\n", pack->themes[pair[0]].title,
               pack->themes[pair[1]].title);
}

enum { TITLE_COLUMNS = 33, NUMBER_COLUMNS = 14 };

static void put_theme(struct page *page, const struct theme *theme, const struct score *score,
                      size_t bar)
{
    buf_printf(page->out, "  %s", theme->title);
    page_pad(page, 2 + utf8_columns(theme->title), TITLE_COLUMNS);
    page_bar(page, score, bar, false);
    buf_putc(page->out, ' ');
    text_put_score(page->out, score);
    buf_puts(page->out, "  ");
    text_put_range(page->out, score);
    buf_putc(page->out, '\n');
}

/* Headline themes first, in the articles' words, then the others. */
static void put_themes(struct page *page, const struct assessment *a)
{
    size_t bar = page->style->width - TITLE_COLUMNS - NUMBER_COLUMNS;

    if (pack_points(a->pack, SCORE_COMPANY) == 0)
        return;
    page_heading(page, "THEMES", "");
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < a->pack->theme_count; i++) {
            const struct theme *theme = &a->pack->themes[i];
            struct score score = tally_score(a->themes[i]);
            if (theme->score == SCORE_COMPANY && theme->headline == (pass == 0) &&
                !theme_is_off(a->pack, i))
                put_theme(page, theme, &score, bar);
        }
    }
    page_pad(page, 0, TITLE_COLUMNS);
    buf_puts(page->out, "# certain   ? hangs on an answer   . lost\n");
}

static void put_fit(struct page *page, const struct assessment *a, struct arena *arena)
{
    size_t bar = page->style->width - TITLE_COLUMNS - NUMBER_COLUMNS;

    if (!a->has_fit || pack_points(a->pack, SCORE_FIT) == 0)
        return;
    page_heading(page, "PERSONAL FIT", "(about you, not the company; a score of its own)");
    for (size_t i = 0; i < a->pack->theme_count; i++) {
        struct score score = tally_score(a->themes[i]);
        if (a->pack->themes[i].score == SCORE_FIT && !theme_is_off(a->pack, i))
            put_theme(page, &a->pack->themes[i], &score, bar);
    }
    text_fit(page, a, arena);
}

/* --- class --- */

static void put_axes(struct page *page, const struct assessment *a)
{
    const struct classification_def *def = &a->pack->classify;

    for (size_t i = 0; i < def->axis_count; i++) {
        buf_printf(page->out, "  %-30s ", def->axes[i].title);
        sentence_axis(&page->scratch, a, i);
        page_wrap_scratch(page, 33, 33);
    }
}

static void put_class(struct page *page, const struct assessment *a)
{
    const struct classification_def *def = &a->pack->classify;

    if (def->class_count == 0)
        return;
    const struct class_def *class = &def->classes[a->class.class_number];
    page_heading(page, "WHAT KIND OF BUSINESS", "(from its structure, never from its label)");
    if (a->class.broken) {
        buf_printf(&page->scratch, "a test of the classification broke: %s", a->class.broken);
        page_wrap_scratch(page, 0, 2);
    }
    sentence_class(&page->scratch, a);
    wrap_sentence(page, 2);
    sentence_called(&page->scratch, class);
    wrap_sentence(page, 2);
    sentence_label(&page->scratch, &a->class);
    wrap_sentence(page, 2);
    put_axes(page, a);
}

void text_assessment(struct buf *out, const struct assessment *a,
                     const struct report_context *context, const struct text_style *style,
                     struct arena *arena)
{
    struct page page = {.out = out, .style = style, .scratch = BUF_INIT};

    text_head(&page, a, context);
    put_result(&page, a);
    put_facing(&page, a);
    put_themes(&page, a);
    text_figures(&page, a, arena);
    text_findings(&page, a, arena);
    text_advice(&page, a, arena);
    text_questions(&page, a, arena);
    put_class(&page, a);
    put_fit(&page, a, arena);
    text_evidence(&page, a);
    buf_putc(out, '\n');
    page_wrap(&page, 0, 0, report_disclaimer);
    buf_release(&page.scratch);
}

/* --- lists --- */

void text_list_line(struct buf *out, const struct assessment *a)
{
    const struct verdict *v = &a->verdict;

    text_put_columns(out, &a->score, v->kind, band_name(a->pack, v->now),
                     band_name(a->pack, v->worst), band_name(a->pack, v->best));
    buf_printf(out, "%s\n", a->profile->name);
}

void text_list_unreadable(struct buf *out, const char *file, size_t errors)
{
    struct buf text = BUF_INIT;

    buf_printf(&text, "unreadable: %zu error%s", errors, errors == 1 ? "" : "s");
    buf_printf(out, "  -    -         -    %-31s  %s\n", buf_text(&text), file);
    buf_release(&text);
}
