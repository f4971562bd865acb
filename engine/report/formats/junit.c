/* SPDX-License-Identifier: MIT
 *
 * JUnit XML: a suite for each company and pack, a case for each rule.
 */
#include "report/formats/formats.h"
#include "report/xml.h"

static void put_case(struct buf *out, const struct format_part *part, const struct finding *f)
{
    static const char *const elements[] = {
        [FORMAT_FAILS] = "failure", [FORMAT_IS_SKIPPED] = "skipped", [FORMAT_BROKE] = "error"};
    const struct assessment *a = part->assessment;
    const char *element = elements[format_verdict_of(f)];
    struct buf text = BUF_INIT;

    buf_puts(out, "    <testcase");
    xml_attribute(out, "classname", a->pack->themes[f->rule->theme].id);
    buf_printf(&text, "%s %s", f->rule->id, f->rule->title);
    xml_attribute(out, "name", buf_text(&text));
    xml_attribute(out, "file", part->name);
    buf_printf(out, " line=\"%d\"", format_line_of(a, f));
    buf_reset(&text);
    format_put_reason(&text, a, f);
    if (element) {
        buf_printf(out, ">\n      <%s", element);
        xml_attribute(out, "message", buf_text(&text));
        if (format_verdict_of(f) != FORMAT_IS_SKIPPED)
            xml_attribute(out, "type", f->span ? "span" : outcome_name(f->outcome));
        buf_puts(out, "/>\n    </testcase>\n");
    } else {
        buf_puts(out, "/>\n");
    }
    buf_release(&text);
}

static void open_suite(struct buf *out, const char *name, const size_t counts[4])
{
    buf_puts(out, "  <testsuite");
    xml_attribute(out, "name", name);
    buf_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n",
               counts[FORMAT_PASSES] + counts[FORMAT_FAILS] + counts[FORMAT_IS_SKIPPED] +
                   counts[FORMAT_BROKE],
               counts[FORMAT_FAILS], counts[FORMAT_BROKE], counts[FORMAT_IS_SKIPPED]);
}

/* The whole file is one case, which is an error. */
static void put_unreadable(struct buf *out, const struct format_part *part)
{
    static const size_t counts[4] = {[FORMAT_BROKE] = 1};
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < part->faults->count; i++)
        buf_printf(&text, "%d:%d: %s\n", part->faults->list[i].line,
                   part->faults->list[i].column, part->faults->list[i].message);
    open_suite(out, part->name, counts);
    buf_puts(out, "    <testcase classname=\"profile\" name=\"the profile can be read\"");
    xml_attribute(out, "file", part->name);
    buf_puts(out, ">\n      <error");
    xml_attribute(out, "message",
                  part->err->message[0] ? part->err->message : part->faults->list[0].message);
    buf_putc(out, '>');
    xml_put(out, buf_text(&text));
    buf_puts(out, "</error>\n    </testcase>\n  </testsuite>\n");
    buf_release(&text);
}

static void junit_part(struct buf *out, const struct format_run *run,
                       const struct format_part *part)
{
    const struct assessment *a = part->assessment;
    size_t counts[4] = {0};
    struct buf name = BUF_INIT;

    if (!a) {
        put_unreadable(out, part);
        return;
    }
    for (size_t i = 0; i < a->pack->rule_count; i++)
        counts[format_verdict_of(&a->findings[i])] +=
            (size_t)assessment_says(a, &a->findings[i]);
    buf_puts(&name, a->profile->name);
    if (run->pack_count > 1)
        buf_printf(&name, ", pack %s", a->pack->name);
    open_suite(out, buf_text(&name), counts);
    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (assessment_says(a, &a->findings[i]))
            put_case(out, part, &a->findings[i]);
    buf_puts(out, "  </testsuite>\n");
    buf_release(&name);
}

static void junit_head(struct buf *out, const struct format_run *run)
{
    buf_puts(out,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plumbline\">\n");
    buf_printf(out, "  <!-- plumbline %s", run->context->version);
    for (size_t i = 0; i < run->pack_count; i++)
        buf_printf(out, "; pack %s %s %s", run->packs[i]->name, run->packs[i]->version,
                   run->packs[i]->hash);
    buf_puts(out, " -->\n");
}

static void junit_foot(struct buf *out, const struct format_run *run, int64_t parts)
{
    (void)run;
    (void)parts;
    buf_puts(out, "</testsuites>\n");
}

const struct part_format format_junit = {junit_head, junit_part, "", junit_foot, false};
