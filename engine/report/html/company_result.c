/* SPDX-License-Identifier: MIT
 *
 * What a company came to: the result, the two facing bars, the themes, its class.
 */
#include "report/html/company_part.h"

/* --- result --- */

static void put_criticals(struct part *part)
{
    const struct assessment *a = part->a;
    bool any = false;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (finding_severity(f) != 3 || !finding_is_of(a, f, SCORE_COMPANY))
            continue;
        buf_puts(part->out, any ? "" : "<ul class=\"criticals\">\n");
        any = true;
        buf_puts(part->out, "<li><span class=\"sign\">!!</span> critical, ");
        part_put_rule_link(part, f->rule->id);
        finding_put_reason(&part->text, f, a->profile->currency);
        html_put(part->out, ": %s</li>\n", buf_text(&part->text));
        buf_reset(&part->text);
    }
    buf_puts(part->out, any ? "</ul>\n" : "");
}

void part_result(struct part *part)
{
    const struct assessment *a = part->a;

    part_open(part, "result", "Result", "");
    svg_scale(part->out, "Score and range, on the scale of the verdicts", &a->score, a->pack);
    sentence_points(&part->text, &a->score);
    html_put_paragraph(part->out, &part->text);
    put_criticals(part);
    if (a->verdict.worst > a->verdict.now)
        sentence_named(&part->text, a, sentence_could_be_critical, finding_could_be_critical);
    html_put_paragraph(part->out, &part->text);
    sentence_named(&part->text, a, sentence_broken, finding_is_broken);
    html_put_paragraph(part->out, &part->text);
    sentence_without_waived(&part->text, a);
    html_put_paragraph(part->out, &part->text);
    buf_puts(part->out, "<p class=\"legend\"><span class=\"swatch sure\"></span> certain "
                        "<span class=\"swatch open\"></span> hangs on an open answer "
                        "<span class=\"swatch rest\"></span> lost "
                        "<span class=\"swatch at\"></span> the score on what is known</p>\n");
    part_close(part);
}

/* --- themes --- */

static void put_score(struct buf *out, const struct score *score)
{
    if (score->has_score)
        html_put(out, "%d", text_down(score->score));
    else
        buf_puts(out, "<abbr title=\"not known yet\">?</abbr>");
}

static void put_range(struct part *part, const struct score *score)
{
    if (score->low == score->high)
        html_put(part->out, "%d", text_down(score->low));
    else
        html_put(part->out, "%d to %d", text_down(score->low), text_up(score->high));
}

static void put_side(struct part *part, size_t theme, bool mirrored)
{
    const char *title = part->a->pack->themes[theme].title;
    struct score score = tally_score(part->a->themes[theme]);

    html_put(part->out, "<div class=\"side\"><p><strong>%s</strong> <span class=\"number\">",
             title);
    put_score(part->out, &score);
    buf_puts(part->out, "</span></p>\n");
    svg_side(part->out, title, &score, mirrored);
    buf_puts(part->out, "\n<p class=\"range\">range ");
    put_range(part, &score);
    buf_puts(part->out, "</p></div>\n");
}

/* The first two headline themes as two facing bars: product focus, recruitment emphasis. */
static void put_facing(struct part *part)
{
    const struct pack *pack = part->a->pack;
    size_t pair[2], count = 0;

    for (size_t i = 0; i < pack->theme_count && count < 2; i++)
        if (pack->themes[i].headline)
            pair[count++] = i;
    if (count < 2 || !pack->facing || theme_is_off(pack, pair[0]) ||
        theme_is_off(pack, pair[1]))
        return;
    part_open(part, "facing", pack->facing, "longer is better, both ways");
    buf_puts(part->out, "<div class=\"facing\">\n");
    put_side(part, pair[0], true);
    put_side(part, pair[1], false);
    buf_puts(part->out, "</div>\n");
    part_close(part);
}

static void put_theme(struct part *part, size_t number)
{
    const struct theme *theme = &part->a->pack->themes[number];
    struct score score = tally_score(part->a->themes[number]);

    html_put(part->out, "<tr><th scope=\"row\">%s</th><td class=\"picture\">", theme->title);
    svg_score(part->out, theme->title, &score);
    buf_puts(part->out, "</td><td class=\"number\" data-name=\"Score\">");
    put_score(part->out, &score);
    buf_puts(part->out, "</td><td class=\"number\" data-name=\"Range\">");
    put_range(part, &score);
    buf_puts(part->out, "</td><td class=\"number\" data-name=\"Points of 100\">");
    sentence_points_of_100(part->out, part->a, theme->score,
                           part->a->themes[number].applicable);
    buf_puts(part->out, "</td></tr>\n");
}

/* The themes of one score: headline themes first. */
static void put_theme_table(struct part *part, enum score_kind kind, const char *caption)
{
    const struct pack *pack = part->a->pack;

    html_put(part->out,
             "<table class=\"themes\"><caption>%s</caption><thead><tr>"
             "<th scope=\"col\">Theme</th><th scope=\"col\">Certain, open and lost</th>"
             "<th scope=\"col\" class=\"number\">Score</th>"
             "<th scope=\"col\" class=\"number\">Range</th>"
             "<th scope=\"col\" class=\"number\">Points of 100</th></tr></thead>\n<tbody>\n",
             caption);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < pack->theme_count; i++)
            if (pack->themes[i].score == kind && pack->themes[i].headline == (pass == 0) &&
                !theme_is_off(pack, i))
                put_theme(part, i);
    buf_puts(part->out, "</tbody></table>\n");
}

void part_themes(struct part *part)
{
    put_facing(part);
    if (pack_points(part->a->pack, SCORE_COMPANY) == 0)
        return;
    part_open(part, "themes", "Themes", "of 100 each");
    put_theme_table(part, SCORE_COMPANY, "How far each theme of the advice is met");
    part_close(part);
}

void part_fit_table(struct part *part)
{
    put_theme_table(part, SCORE_FIT, "How far it fits you");
}

/* --- class --- */

static void put_axes(struct part *part)
{
    const struct classification_def *def = &part->a->pack->classify;

    buf_puts(part->out, "<table class=\"axes\"><caption>The axes of article B</caption><thead>"
                        "<tr><th scope=\"col\">Axis</th><th scope=\"col\">What is known</th>"
                        "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < def->axis_count; i++) {
        sentence_axis(&part->text, part->a, i);
        html_put(part->out, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n",
                 def->axes[i].title, buf_text(&part->text));
        buf_reset(&part->text);
    }
    buf_puts(part->out, "</tbody></table>\n");
}

void part_class(struct part *part)
{
    const struct assessment *a = part->a;
    const struct classification_def *def = &a->pack->classify;

    if (def->class_count == 0)
        return;
    part_open(part, "class", "What kind of business",
              "from its structure, never from its label");
    if (a->class.broken) {
        buf_printf(&part->text, "a test of the classification broke: %s", a->class.broken);
        html_put_paragraph(part->out, &part->text);
    }
    sentence_class(&part->text, a);
    html_put_paragraph(part->out, &part->text);
    sentence_called(&part->text, &def->classes[a->class.class_number]);
    html_put_paragraph(part->out, &part->text);
    sentence_label(&part->text, &a->class);
    html_put_paragraph(part->out, &part->text);
    if (def->axis_count > 0)
        put_axes(part);
    part_close(part);
}
