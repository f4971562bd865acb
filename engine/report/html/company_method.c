/* SPDX-License-Identifier: MIT
 *
 * How the result came about, how to object to it, and how to get it again.
 */
#include "report/html/company_part.h"
#include "report/json/json.h"

/* --- method --- */

static void put_bands(struct buf *out, const struct pack *pack)
{
    buf_puts(out, "<ul>\n");
    for (size_t i = 0; i < pack->band_count; i++)
        html_put(out, "<li>%s: from %d of 100</li>\n", pack->bands[i].says,
                 pack->bands[i].from / 1000);
    buf_puts(out, "</ul>\n");
}

static void put_words(struct buf *out)
{
    buf_puts(out, "<dl class=\"words\">\n");
    for (size_t i = 0; i < report_word_count; i++)
        html_put(out, "<div><dt>%s</dt><dd>%s</dd></div>\n", report_words[i].word,
                 report_words[i].meaning);
    buf_puts(out, "</dl>\n");
}

static const char method[] =
    "<p>The facts are those of the file, each with its source; nothing was added. Each rule is "
    "a "
    "test that published advice calls for; it gives all, some or none of its points. The score "
    "is the points earned of 100 possible, over the tests that could be decided. Its range is "
    "where it must lie whatever the open answers are. Points and bands are our judgement and "
    "stand in the pack; what is not known is never guessed.</p>\n";

static const char objection[] =
    "<p>Who is named here can object: say which finding (its id is enough), what is wrong with "
    "the fact or the test, and from which public source that can be seen. A fact that is "
    "corrected in the file changes the result at once, and the change can be shown point by "
    "point. A reply may be printed beside the finding; silence is not taken as consent.</p>\n";

void html_put_method(struct buf *out, const struct pack *const *packs, size_t count, int level)
{
    buf_puts(out, method);
    for (size_t i = 0; i < count; i++) {
        html_put(out, "<h%d>The verdicts of the pack %s</h%d>\n", level, packs[i]->name, level);
        put_bands(out, packs[i]);
    }
    html_put(out, "<h%d>Words</h%d>\n", level, level);
    put_words(out);
    html_put(out, "<h%d>How to object <small>right of reply</small></h%d>\n", level, level);
    buf_puts(out, objection);
    html_put(out, "<p><strong>%s</strong></p>\n", report_disclaimer);
}

void part_method(struct part *part)
{
    part_open(part, "method", "Method and limits", "");
    html_put_method(part->out, &part->a->pack, 1, part->company->level + 2);
    part_close(part);
}

/* --- how to get it again --- */

static void put_command(struct part *part)
{
    const struct report_context *c = part->company->context;
    const struct profile *profile = part->a->profile;

    html_put(part->out, "<pre><code>plumbline score %s", profile->file);
    if (c->has_as_of) {
        date_put(&part->text, c->as_of);
        html_put(part->out, " --as-of %s", buf_text(&part->text));
        buf_reset(&part->text);
    }
    if (c->points_file)
        html_put(part->out, " --points %s", c->points_file);
    if (c->only)
        html_put(part->out, " --only '%s'", c->only);
    if (c->skip)
        html_put(part->out, " --skip '%s'", c->skip);
    buf_puts(part->out, " --format json</code></pre>\n");
}

static void put_stamp(struct part *part, const char *name, const char *value, const char *hash)
{
    html_put(part->out,
             "<tr><th scope=\"row\">%s</th><td data-name=\"Version or name\">%s</td>"
             "<td data-name=\"SHA-256\"><code>%s</code></td></tr>\n",
             name, value, hash);
}

static void put_stamps(struct part *part)
{
    const struct report_context *c = part->company->context;
    const struct pack *pack = part->a->pack;

    buf_puts(part->out,
             "<table class=\"stamps\"><caption>What it was made with</caption><thead><tr>"
             "<th scope=\"col\">What</th><th scope=\"col\">Version or name</th>"
             "<th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
    put_stamp(part, "plumbline", c->version, "");
    for (size_t i = 0; i < pack->part_count; i++) {
        buf_printf(&part->text, "%s %s", pack->parts[i].name, pack->parts[i].version);
        put_stamp(part, "pack", buf_text(&part->text), pack->parts[i].hash);
        buf_reset(&part->text);
    }
    if (c->points_file)
        put_stamp(part, "points", c->points_file, c->points_hash);
    put_stamp(part, "profile", part->a->profile->file, part->a->profile->hash);
    if (part->a->profile->has_as_of)
        date_put(&part->text, part->a->profile->as_of);
    put_stamp(part, "judged as of",
              part->text.len > 0 ? buf_text(&part->text) : "no day is given", "");
    buf_reset(&part->text);
    buf_puts(part->out, "</tbody></table>\n");
}

static void put_limits(struct part *part)
{
    const struct report_context *c = part->company->context;

    buf_puts(part->out, "<p>Limits: ");
    for (size_t i = 0; i < c->limit_count; i++) {
        decimal_put(&part->text, c->limits[i].value * DECIMAL_ONE, true);
        html_put(part->out, "%s%s %s", i ? ", " : "", c->limits[i].name, buf_text(&part->text));
        buf_reset(&part->text);
    }
    buf_puts(part->out, ".</p>\n");
}

/* All of the assessment, for programs; readers never see it. */
static void put_data(struct part *part)
{
    struct buf id = BUF_INIT;
    struct json json = {.out = &part->text, .one_line = true};

    json_assessment(&json, part->a, part->company->context, part->arena);
    buf_printf(&id, "%sdata", part->company->prefix);
    html_put_data(part->out, buf_text(&id), buf_text(&part->text), part->text.len);
    buf_reset(&part->text);
    buf_release(&id);
}

void part_reproduce(struct part *part)
{
    part_open(part, "reproduce", "How to get this result again", "");
    put_command(part);
    buf_puts(part->out, "<p>The same file, pack and program give the same bytes. "
                        "<code>plumbline verify</code> says whether a kept result still "
                        "holds. </p>\n");
    put_stamps(part);
    if (!part->company->of_audit) {
        put_limits(part);
        put_data(part);
    }
    part_close(part);
}
