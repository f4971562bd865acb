/* SPDX-License-Identifier: MIT
 *
 * The report's result, scores and class. What stands before is in text_head.c, what follows in
 * text_findings.c.
 */
#include "report/sentences.h"
#include "report/text/text_findings.h"

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

static enum tone verdict_tone(const struct verdict *v)
{
    if (v->kind == VERDICT_DECIDED && v->now == 0)
        return TONE_GOOD;
    return v->criticals ? TONE_BAD : TONE_HEAD;
}

static void put_result(struct page *page, const struct assessment *a)
{
    struct buf verdict = BUF_INIT;

    buf_puts(page->out, "RESULT  ");
    report_put_verdict(&verdict, a->pack, &a->verdict);
    page_wrap_tone(page, verdict_tone(&a->verdict), 8, buf_text(&verdict));
    buf_release(&verdict);
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

/* Each title beside the middle, from which its bar grows; the right one on a line of its own
 * where it would leave the page. */
static void put_facing_titles(struct page *page, size_t middle, const char *left,
                              const char *right)
{
    size_t title = utf8_columns(left), beside = utf8_columns(right);
    bool fits = middle + 3 + beside <= page->style->width;

    page_pad(page, 0, middle > title ? middle - title : 0);
    buf_printf(page->out, "%s %s", left, page_glyph(page, GLYPH_MIDDLE));
    if (fits) {
        buf_printf(page->out, " %s\n", right);
        return;
    }
    buf_putc(page->out, '\n');
    page_pad(page, 0, page->style->width > beside ? page->style->width - beside : 0);
    buf_printf(page->out, "%s\n", right);
}

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
    buf_printf(page->out, " %s ", page_glyph(page, GLYPH_MIDDLE));
    page_bar(page, &right, half, false);
    buf_putc(page->out, ' ');
    text_put_score(page->out, &right);
    buf_putc(page->out, '\n');
    put_facing_titles(page, 6 + half, pack->themes[pair[0]].title, pack->themes[pair[1]].title);
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

/* Under the bars, where there is room for it there. */
static void put_legend(struct page *page)
{
    buf_printf(&page->scratch, "%s certain   %s hangs on an answer   %s lost",
               page_glyph(page, GLYPH_SURE), page_glyph(page, GLYPH_OPEN),
               page_glyph(page, GLYPH_LOST));
    size_t room = page->style->width - utf8_columns(buf_text(&page->scratch));
    page_pad(page, 0, room < TITLE_COLUMNS ? room : TITLE_COLUMNS);
    buf_printf(page->out, "%s\n", buf_text(&page->scratch));
    buf_reset(&page->scratch);
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
    put_legend(page);
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

static void put_errors(struct buf *out, size_t errors)
{
    buf_printf(out, "unreadable: %zu error%s", errors, errors == 1 ? "" : "s");
}

void text_list_unreadable(struct buf *out, const char *file, size_t errors)
{
    struct buf text = BUF_INIT;

    put_errors(&text, errors);
    buf_printf(out, "  -    -         -    %-31s  %s\n", buf_text(&text), file);
    buf_release(&text);
}

/* --- one line --- */

static bool is_critical(const struct finding *f)
{
    return finding_severity(f) == 3;
}

void text_brief(struct buf *out, const struct assessment *a, const struct text_style *style,
                bool by_pack)
{
    struct page page = {.out = out, .style = style, .scratch = BUF_INIT};

    buf_printf(out, "%s%s%s: ", a->profile->name, by_pack ? ", by pack " : "",
               by_pack ? a->pack->name : "");
    report_put_verdict(&page.scratch, a->pack, &a->verdict);
    page_tone(&page, verdict_tone(&a->verdict), buf_text(&page.scratch));
    if (a->score.has_score)
        buf_printf(out, "; %d of 100", text_down(a->score.score));
    if (a->score.low != a->score.high) {
        buf_puts(out, a->score.has_score ? " (" : "; between ");
        buf_printf(out, "%d %s %d%s", text_down(a->score.low),
                   a->score.has_score ? "to" : "and", text_up(a->score.high),
                   a->score.has_score ? ")" : "");
    }
    sentence_named(out, a, "; critical:", is_critical);
    buf_putc(out, '\n');
    buf_release(&page.scratch);
}

void text_brief_unreadable(struct buf *out, const char *file, size_t errors)
{
    buf_printf(out, "%s: ", file);
    put_errors(out, errors);
    buf_putc(out, '\n');
}
