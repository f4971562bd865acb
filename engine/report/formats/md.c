/* SPDX-License-Identifier: MIT
 *
 * Assessments as Markdown, for an issue or a wiki: one document, a section for each company and
 * pack. Drawn through doc.h, which escapes all text.
 */
#include <string.h>

#include "report/formats/md_part.h"
#include "report/text/text_page.h"

/* --- pieces --- */

/* Whether a heading has no small letter. */
static bool is_shouted(const char *heading)
{
    while (*heading && (*heading < 'a' || *heading > 'z'))
        heading++;
    return !*heading;
}

void md_heading(struct md_part *part, const char *heading, const char *note)
{
    bool lower = is_shouted(heading);

    for (const char *at = heading; *at; at++)
        buf_putc(&part->text, lower && at > heading ? to_lower(*at) : *at);
    if (*note)
        buf_printf(&part->text, " (%s)", note);
    md_put(part, DOC_ENTRY);
}

void md_put(struct md_part *part, enum doc_block block)
{
    doc_put(&part->doc, block, part->text.len > 0 ? buf_text(&part->text) : NULL);
    buf_reset(&part->text);
}

void md_sentence(struct md_part *part)
{
    struct buf *text = &part->text;

    if (text->len == 0)
        return;
    if (*text->at >= 'a' && *text->at <= 'z')
        *text->at = (char)(*text->at - 'a' + 'A');
    if (!strchr(".?!:", text->at[text->len - 1]))
        buf_putc(text, '.');
    md_put(part, DOC_PARAGRAPH);
}

void md_code(struct md_part *part, enum doc_block block, const char *code)
{
    doc_open(&part->doc, block, NULL);
    doc_text(&part->doc, DOC_CODE, code);
    doc_close(&part->doc, block);
}

/* --- the result --- */

static void put_criticals(struct md_part *part)
{
    bool any = false;

    for (size_t i = 0; i < part->a->pack->rule_count; i++) {
        const struct finding *f = &part->a->findings[i];
        if (finding_severity(f) != 3 || !finding_is_of(part->a, f, SCORE_COMPANY))
            continue;
        if (!any)
            doc_open(&part->doc, DOC_LIST, NULL);
        any = true;
        doc_open(&part->doc, DOC_ITEM, NULL);
        doc_text(&part->doc, DOC_STRONG, "Critical");
        finding_put_reason(&part->text, f, part->a->profile->currency);
        doc_printf(&part->doc, ", %s: %s", f->rule->id, buf_text(&part->text));
        buf_reset(&part->text);
        doc_close(&part->doc, DOC_ITEM);
    }
    if (any)
        doc_close(&part->doc, DOC_LIST);
}

static void put_result(struct md_part *part)
{
    const struct assessment *a = part->a;

    report_put_verdict(&part->text, a->pack, &a->verdict);
    doc_open(&part->doc, DOC_PARAGRAPH, NULL);
    doc_text(&part->doc, DOC_STRONG, "Result");
    doc_printf(&part->doc, ": %s.", buf_text(&part->text));
    doc_close(&part->doc, DOC_PARAGRAPH);
    buf_reset(&part->text);
    sentence_points(&part->text, &a->score);
    md_sentence(part);
    sentence_changes(&part->text, a->pack, part->context);
    md_sentence(part);
    put_criticals(part);
    if (a->verdict.worst > a->verdict.now)
        sentence_named(&part->text, a, sentence_could_be_critical, finding_could_be_critical);
    md_sentence(part);
    sentence_named(&part->text, a, sentence_broken, finding_is_broken);
    md_sentence(part);
    sentence_without_waived(&part->text, a);
    md_sentence(part);
}

/* --- themes --- */

void md_theme_head(struct md_part *part)
{
    static const char *const names[] = {"Theme", "0 to 100", "Score", "Range", "Known"};

    doc_table(&part->doc, names, COUNT(names));
}

void md_theme(struct md_part *part, size_t theme)
{
    enum { BAR = 25 };
    static const struct text_style style = {.width = TEXT_WIDTH, .utf8 = true};
    const struct theme *own = &part->a->pack->themes[theme];
    struct score score = tally_score(part->a->themes[theme]);
    struct page bar = {.out = &part->text, .style = &style};

    doc_open(&part->doc, DOC_ROW, NULL);
    doc_open(&part->doc, DOC_CELL, NULL);
    doc_text(&part->doc, own->headline ? DOC_STRONG : DOC_PLAIN, own->title);
    doc_close(&part->doc, DOC_CELL);
    page_bar(&bar, &score, BAR, false);
    md_code(part, DOC_CELL, buf_text(&part->text));
    buf_reset(&part->text);
    if (score.has_score)
        buf_printf(&part->text, "%d", text_down(score.score));
    else
        buf_puts(&part->text, "not known");
    md_put(part, DOC_CELL);
    text_put_range(&part->text, &score);
    md_put(part, DOC_CELL);
    buf_printf(&part->text, "%d %%", text_down(score.coverage));
    md_put(part, DOC_CELL);
    doc_close(&part->doc, DOC_ROW);
}

/* Headline themes first, in the articles' words, then the others. */
static void put_themes(struct md_part *part)
{
    const struct pack *pack = part->a->pack;

    if (pack_points(pack, SCORE_COMPANY) == 0)
        return;
    md_heading(part, "Themes", "");
    md_theme_head(part);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < pack->theme_count; i++)
            if (pack->themes[i].score == SCORE_COMPANY && !theme_is_off(pack, i) &&
                pack->themes[i].headline == (pass == 0))
                md_theme(part, i);
    doc_close(&part->doc, DOC_TABLE);
    doc_put(&part->doc, DOC_PARAGRAPH,
            "\u2588 is certain, \u2592 hangs on an open answer, \u00b7 is lost.");
}

/* --- class --- */

static void put_class(struct md_part *part)
{
    static const char *const names[] = {"Axis", "What is known of it"};
    const struct assessment *a = part->a;
    const struct classification_def *def = &a->pack->classify;

    if (def->class_count == 0)
        return;
    md_heading(part, "What kind of business", "from its structure, never from its label");
    if (a->class.broken)
        buf_printf(&part->text, "a test of the classification broke: %s", a->class.broken);
    md_sentence(part);
    sentence_class(&part->text, a);
    md_sentence(part);
    sentence_called(&part->text, &def->classes[a->class.class_number]);
    md_sentence(part);
    sentence_label(&part->text, &a->class);
    md_sentence(part);
    if (def->axis_count == 0)
        return;
    doc_table(&part->doc, names, COUNT(names));
    for (size_t i = 0; i < def->axis_count; i++) {
        doc_open(&part->doc, DOC_ROW, NULL);
        doc_put(&part->doc, DOC_CELL, def->axes[i].title);
        sentence_axis(&part->text, a, i);
        md_put(part, DOC_CELL);
        doc_close(&part->doc, DOC_ROW);
    }
    doc_close(&part->doc, DOC_TABLE);
}

/* --- a company --- */

static void put_company(struct md_part *part, bool by_pack)
{
    buf_puts(&part->text, part->a->profile->name);
    if (by_pack)
        buf_printf(&part->text, ", by pack %s", part->a->pack->name);
    md_put(part, DOC_SECTION);
    put_result(part);
    put_themes(part);
    md_figures(part);
    md_findings(part);
    md_advice(part);
    md_questions(part);
    put_class(part);
    md_fit(part);
    md_evidence(part);
    md_stamps(part);
}

static void put_unreadable(struct md_part *part, const struct format_part *from)
{
    doc_section(&part->doc, from->name);
    buf_puts(&part->text, "this file could not be read, and nothing is said about it");
    md_sentence(part);
    doc_open(&part->doc, DOC_LIST, NULL);
    if (from->err->message[0])
        doc_put(&part->doc, DOC_ITEM, from->err->message);
    for (size_t i = 0; i < from->faults->count; i++) {
        const struct fault *fault = &from->faults->list[i];
        buf_printf(&part->text, "line %d, column %d: %s", fault->line, fault->column,
                   fault->message);
        md_put(part, DOC_ITEM);
    }
    if (from->faults->more > 0) {
        buf_printf(&part->text, "and %zu more", from->faults->more);
        md_put(part, DOC_ITEM);
    }
    doc_close(&part->doc, DOC_LIST);
}

static void md_company(struct buf *out, const struct format_run *run,
                       const struct format_part *from)
{
    struct arena arena = {0};
    struct md_part part = {.doc = {.format = &doc_md, .out = out},
                           .a = from->assessment,
                           .context = run->context,
                           .arena = &arena,
                           .text = BUF_INIT};

    if (from->assessment)
        put_company(&part, run->pack_count > 1);
    else
        put_unreadable(&part, from);
    buf_release(&part.text);
    arena_release(&arena);
}

/* --- the whole --- */

static void md_head(struct buf *out, const struct format_run *run)
{
    struct doc doc = {.format = &doc_md, .out = out};

    (void)run;
    doc_begin(&doc, "Held against published advice", report_disclaimer);
}

static void md_foot(struct buf *out, const struct format_run *run, int64_t parts)
{
    struct doc doc = {.format = &doc_md, .out = out};
    const struct report_context *c = run->context;

    (void)parts;
    doc_section(&doc, "Method");
    doc_put(
        &doc, DOC_PARAGRAPH,
        "The facts are those of the file, each with its source; nothing was added. Each rule "
        "is a test that published advice calls for; it gives all, some or none of its "
        "points. The score is the points earned of 100 possible, over the tests that could "
        "be decided; its range is where it must lie whatever the open answers are. Points "
        "and bands are our judgement and stand in the pack.");
    doc_put(&doc, DOC_PARAGRAPH,
            "Who is named here can object: say which finding (its id is enough), what is wrong "
            "with the fact or the test, and from which public source that can be seen.");
    doc_open(&doc, DOC_PARAGRAPH, NULL);
    doc_text(&doc, DOC_PLAIN, "The rules ran under these limits: ");
    for (size_t i = 0; i < c->limit_count; i++)
        doc_printf(&doc, "%s%s %ld", i ? ", " : "", c->limits[i].name, c->limits[i].value);
    doc_text(&doc, DOC_PLAIN, ".");
    doc_close(&doc, DOC_PARAGRAPH);
    doc_end(&doc);
}

const struct part_format format_md = {md_head, md_company, "", md_foot, false};
