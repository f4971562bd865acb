/* SPDX-License-Identifier: MIT
 *
 * TAP 14: a test point for each company and pack, its rules as a subtest. Those of companies
 * have no number, which may be left out: a part does not know how many stand before it.
 */
#include <inttypes.h>

#include "report/formats/formats.h"

/* In a description '#' would start a directive, and a line end the next line. */
static void put_description(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '#' || *text == '\\')
            buf_putc(out, '\\');
        buf_putc(out, *text == '\n' ? ' ' : *text);
    }
}

static void put_comment(struct buf *out, const char *text)
{
    buf_puts(out, "    # ");
    for (; *text; text++)
        buf_putc(out, *text == '\n' ? ' ' : *text);
    buf_putc(out, '\n');
}

static void put_rule(struct buf *out, const struct format_part *part, const struct finding *f,
                     size_t number)
{
    enum format_verdict verdict = format_verdict_of(f);
    bool ok = verdict == FORMAT_PASSES || verdict == FORMAT_IS_SKIPPED;
    struct buf reason = BUF_INIT;

    buf_printf(out, "    %sok %zu - %s ", ok ? "" : "not ", number, f->rule->id);
    put_description(out, f->rule->title);
    if (verdict == FORMAT_IS_SKIPPED)
        buf_printf(out, " # SKIP %s",
                   finding_is_waived(f) ? "waived" : outcome_name(f->outcome));
    buf_putc(out, '\n');
    format_put_reason(&reason, part->assessment, f);
    if (reason.len > 0 && (verdict != FORMAT_PASSES || finding_is_waived(f)))
        put_comment(out, buf_text(&reason));
    buf_release(&reason);
}

static bool put_rules(struct buf *out, const struct format_part *part)
{
    const struct assessment *a = part->assessment;
    size_t number = 0;
    bool ok = true;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!assessment_says(a, f))
            continue;
        put_rule(out, part, f, ++number);
        ok = ok && format_verdict_of(f) != FORMAT_FAILS && format_verdict_of(f) != FORMAT_BROKE;
    }
    buf_printf(out, "    1..%zu\n", number);
    return ok;
}

static bool put_unreadable(struct buf *out, const struct format_part *part)
{
    struct buf text = BUF_INIT;

    buf_puts(out, "    not ok 1 - the profile can be read\n");
    if (part->err->message[0])
        put_comment(out, part->err->message);
    for (size_t i = 0; i < part->faults->count; i++) {
        buf_printf(&text, "%d:%d: %s", part->faults->list[i].line, part->faults->list[i].column,
                   part->faults->list[i].message);
        put_comment(out, buf_text(&text));
        buf_reset(&text);
    }
    buf_puts(out, "    1..1\n");
    buf_release(&text);
    return false;
}

static void tap_part(struct buf *out, const struct format_run *run,
                     const struct format_part *part)
{
    buf_puts(out, "# Subtest: ");
    put_description(out, part->name);
    buf_putc(out, '\n');
    bool ok = part->assessment ? put_rules(out, part) : put_unreadable(out, part);
    buf_puts(out, ok ? "ok - " : "not ok - ");
    put_description(out, part->name);
    if (part->assessment && run->pack_count > 1)
        buf_printf(out, ", pack %s", part->assessment->pack->name);
    buf_putc(out, '\n');
}

static void tap_head(struct buf *out, const struct format_run *run)
{
    buf_printf(out, "TAP version 14\n# plumbline %s", run->context->version);
    for (size_t i = 0; i < run->pack_count; i++)
        buf_printf(out, ", pack %s %s %s", run->packs[i]->name, run->packs[i]->version,
                   run->packs[i]->hash);
    buf_putc(out, '\n');
}

static void tap_foot(struct buf *out, const struct format_run *run, int64_t parts)
{
    (void)run;
    buf_printf(out, "1..%" PRId64 "\n", parts);
}

const struct part_format format_tap = {tap_head, tap_part, "", tap_foot, false};
