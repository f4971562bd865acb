/* SPDX-License-Identifier: MIT
 *
 * The report's result, scores and class. What stands before is in text_head.c, what follows in
 * text_findings.c.
 */
#include <string.h>

#include "report/text_findings.h"

enum { NAMED = 8 }; /* rules named in one line of the result */

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

/* Names the findings for which 'belongs' holds after a sentence; nothing where there are none.
 */
static void put_named(struct page *page, const struct assessment *a, const char *sentence,
                      bool (*belongs)(const struct finding *))
{
    size_t count = 0;

    buf_puts(&page->scratch, sentence);
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!belongs(f) || !assessment_says(a, f) ||
            a->pack->themes[f->rule->theme].score != SCORE_COMPANY)
            continue;
        if (count++ < NAMED)
            buf_printf(&page->scratch, "%s%s", count > 1 ? ", " : " ", f->rule->id);
    }
    if (count > NAMED)
        buf_printf(&page->scratch, " and %zu more", count - NAMED);
    if (count > 0)
        page_wrap_scratch(page, 0, 8);
    buf_reset(&page->scratch);
}

static bool is_broken(const struct finding *f)
{
    return f->outcome == OUTCOME_ERROR;
}

static void put_points(struct page *page, const struct assessment *a)
{
    const struct score *score = &a->score;
    int coverage = text_down(score->coverage);

    if (score->low == score->high)
        buf_printf(&page->scratch, "%d of 100, and no open answer can change it",
                   text_down(score->low));
    else if (score->has_score)
        buf_printf(&page->scratch,
                   "%d of 100 on what is known; between %d and %d whatever the open "
                   "answers are",
                   text_down(score->score), text_down(score->low), text_up(score->high));
    else
        buf_printf(&page->scratch, "too little for a number; between %d and %d",
                   text_down(score->low), text_up(score->high));
    buf_printf(&page->scratch, "; %d %% of the points are decided", coverage);
    page_wrap_scratch(page, 0, 8);
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
    put_points(page, a);
    put_criticals(page, a);
    if (a->verdict.worst > a->verdict.now)
        put_named(page, a, "an open answer could be critical, which would cap the verdict:",
                  finding_could_be_critical);
    put_named(page, a, "these rules broke and count as not known:", is_broken);
    if (a->waived == 0)
        return;
    buf_printf(&page->scratch, "with the waived tests left out (%zu, see below): ", a->waived);
    report_put_verdict(&page->scratch, a->pack, &a->without_verdict);
    if (a->without.has_score)
        buf_printf(&page->scratch, ", %d of 100", text_down(a->without.score));
    if (a->without.low != a->without.high)
        buf_printf(&page->scratch, ", between %d and %d", text_down(a->without.low),
                   text_up(a->without.high));
    page_wrap_scratch(page, 0, 8);
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

/* What each calls such a structure; nobody said it of this company. */
static void put_called(struct page *page, const struct class_def *class)
{
    const char *names[] = {class->by_a, class->by_b, class->by_regulator};
    static const char *const who[] = {"article A", "article B", "regulators"};
    const char *comma = "the general word for such a structure: ";

    for (size_t i = 0; i < COUNT(names); i++) {
        if (!names[i])
            continue;
        buf_printf(&page->scratch, "%s%s '%s'", comma, who[i], names[i]);
        comma = "; ";
    }
    if (page->scratch.len > 0)
        page_wrap_scratch(page, 0, 2);
}

static void put_label(struct page *page, const struct classification *class)
{
    static const char *const words[] = {"has no such word", "that fits", "that does not fit"};
    char own[64];
    size_t i = 0;

    if (!class->label)
        return;
    for (; class->label->name[i] && i + 1 < sizeof own; i++)
        own[i] = class->label->name[i] == '_' ? ' ' : class->label->name[i];
    own[i] = '\0';
    buf_printf(&page->scratch,
               "it calls itself '%s'. Article A: %s. Article B: %s. Regulators: %s "
               "(CL01)",
               own, words[class->by_a], words[class->by_b], words[class->by_regulator]);
    page_wrap_scratch(page, 0, 2);
}

/* " (A8, B1)": what a statement stands on. */
static void put_ids(struct buf *out, struct names ids)
{
    for (size_t i = 0; i < ids.count; i++)
        buf_printf(out, "%s%s", i ? ", " : " (", ids.list[i]);
    buf_puts(out, ids.count ? ")" : "");
}

static void put_axes(struct page *page, const struct assessment *a)
{
    const struct classification_def *def = &a->pack->classify;

    for (size_t i = 0; i < def->axis_count; i++) {
        const struct axis_result *result = &a->class.axes[i];
        static const char *const sides[] = {"multi-level side", "neither side",
                                            "social media side"};
        buf_printf(page->out, "  %-30s ", def->axes[i].title);
        if (!result->known) {
            buf_puts(page->out, "not known\n");
            continue;
        }
        buf_printf(&page->scratch, "%s: ", sides[result->vote + 1]);
        for (size_t j = 0; j < result->read_count; j++) {
            const char *key = strchr(a->pack->schema.facts[result->reads[j]].name, '.') + 1;
            buf_printf(&page->scratch, "%s%s = ", j ? "; " : "", key);
            report_put_fact(&page->scratch, a, result->reads[j]);
        }
        if (a->class.row < 0) /* the axes decided */
            put_ids(&page->scratch, def->axes[i].cites);
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
    if (a->class.row >= 0)
        buf_printf(&page->scratch, "%s: %s", class->title, def->rows[a->class.row].why);
    else if (a->class.axes_known < (size_t)def->min_axes)
        buf_printf(&page->scratch,
                   "%s: %zu of the %zu axes of article B are known, too few for a vote",
                   class->title, a->class.axes_known, def->axis_count);
    else
        buf_printf(&page->scratch, "%s: the axes of article B add up to %+d", class->title,
                   a->class.sum);
    put_ids(&page->scratch, class->cites);
    page_wrap_scratch(page, 0, 2);
    put_called(page, class);
    put_label(page, &a->class);
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
