/* SPDX-License-Identifier: MIT */
#include "report/formats/formats.h"

const char format_unreadable[] = "unreadable";

void format_join(const struct part_format *format, struct buf *out, bool more, struct text part)
{
    if (part.len > 0 && more)
        buf_puts(out, format->between);
    buf_put(out, part.at, part.len);
}

enum format_verdict format_verdict_of(const struct finding *f)
{
    if (f->outcome == OUTCOME_ERROR)
        return FORMAT_BROKE;
    if (!finding_is_decided(f))
        return FORMAT_IS_SKIPPED;
    if (finding_severity(f) == 0)
        return FORMAT_PASSES;
    return finding_is_waived(f) ? FORMAT_IS_SKIPPED : FORMAT_FAILS;
}

int format_line_of(const struct assessment *a, const struct finding *f)
{
    for (size_t i = 0; i < f->read_count; i++) {
        const struct fact *fact = &a->profile->facts[f->reads[i]];
        if (fact->count > 0 && fact->statements[0].line > 0)
            return fact->statements[0].line;
    }
    return 1;
}

void format_put_reason(struct buf *out, const struct assessment *a, const struct finding *f)
{
    size_t before = out->len;

    finding_put_reason(out, f, a->profile->currency);
    if (out->len == before && !finding_is_decided(f)) {
        buf_puts(out, outcome_name(f->outcome));
        for (size_t i = 0; i < f->missing_count; i++)
            buf_printf(out, "%s %s", i ? "," : ":", a->pack->schema.facts[f->missing[i]].name);
    }
    if (finding_is_waived(f))
        buf_printf(out, " (waived%s%s%s%s: %s)", f->waiver->by ? " by " : "",
                   f->waiver->by ? f->waiver->by : "", f->waiver->until ? " until " : "",
                   f->waiver->until ? f->waiver->until : "", f->waiver->reason);
}
