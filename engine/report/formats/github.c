/* SPDX-License-Identifier: MIT
 *
 * Lines that GitHub's runner turns into annotations of files:
 * "::error file=acme.ini,line=12,title=RE02 Pay comes from sales::pay rests on recruiting".
 */
#include <string.h>

#include "report/formats/formats.h"

/* %, line ends, and in the properties what parts them, are %-written. */
static void put_escaped(struct buf *out, const char *text, bool property)
{
    for (; *text; text++) {
        bool special = strchr("%\r\n", *text) || (property && strchr(":,", *text));
        if (special)
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
        else
            buf_putc(out, *text);
    }
}

static void put_annotation(struct buf *out, const char *level, const char *file, int line,
                           int column, const char *title, const char *message)
{
    buf_printf(out, "::%s file=", level);
    put_escaped(out, file, true);
    if (line > 0)
        buf_printf(out, ",line=%d", line);
    if (column > 0)
        buf_printf(out, ",col=%d", column);
    buf_puts(out, ",title=");
    put_escaped(out, title, true);
    buf_puts(out, "::");
    put_escaped(out, message, false);
    buf_putc(out, '\n');
}

static void put_finding(struct buf *out, const struct format_part *part,
                        const struct finding *f)
{
    enum format_verdict verdict = format_verdict_of(f);
    bool waived = finding_is_waived(f) && finding_severity(f) > 0;
    struct buf title = BUF_INIT, reason = BUF_INIT;

    if (verdict != FORMAT_FAILS && verdict != FORMAT_BROKE && !waived)
        return;
    buf_printf(&title, "%s %s", f->rule->id, f->rule->title);
    buf_printf(&reason, "%s: ", f->span ? "not settled" : outcome_name(f->outcome));
    format_put_reason(&reason, part->assessment, f);
    put_annotation(out,
                   waived                     ? "notice"
                   : finding_severity(f) == 1 ? "warning"
                                              : "error",
                   part->name, format_line_of(part->assessment, f), 0, buf_text(&title),
                   buf_text(&reason));
    buf_release(&title);
    buf_release(&reason);
}

static void put_unreadable(struct buf *out, const struct format_part *part)
{
    static const char title[] = "the profile cannot be read";

    if (part->err->message[0])
        put_annotation(out, "error", part->name, 0, 0, title, part->err->message);
    for (size_t i = 0; i < part->faults->count; i++) {
        const struct fault *fault = &part->faults->list[i];
        put_annotation(out, "error", part->name, fault->line, fault->column, title,
                       fault->message);
    }
}

static void github_part(struct buf *out, const struct format_run *run,
                        const struct format_part *part)
{
    const struct assessment *a = part->assessment;

    (void)run;
    if (!a)
        put_unreadable(out, part);
    for (size_t i = 0; a && i < a->pack->rule_count; i++)
        if (assessment_says(a, &a->findings[i]))
            put_finding(out, part, &a->findings[i]);
}

static void github_head(struct buf *out, const struct format_run *run)
{
    (void)out;
    (void)run;
}

static void github_foot(struct buf *out, const struct format_run *run, int64_t parts)
{
    (void)out;
    (void)run;
    (void)parts;
}

const struct part_format format_github = {github_head, github_part, "", github_foot, false};
