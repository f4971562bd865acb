/* SPDX-License-Identifier: MIT
 *
 * One company over runs, as text.
 */
#include <inttypes.h>
#include <string.h>

#include "report/sheets/history_words.h"

enum { DETAIL_INDENT = 6, WORD_INDENT = 8 };

static void put_points(struct buf *out, int64_t thousandths)
{
    decimal_put(out, thousandths * (DECIMAL_ONE / 1000), false);
}

/* "major 5 of 20", "span 5-20 of 20", "unknown". */
static void put_finding(struct buf *out, const struct past_finding *f)
{
    if (!*f->outcome) {
        buf_puts(out, "no finding");
        return;
    }
    buf_puts(out, f->span ? "span" : f->outcome);
    if (f->tally.possible > 0) {
        buf_putc(out, ' ');
        put_points(out, f->tally.low);
        if (f->tally.high != f->tally.low) {
            buf_putc(out, '-');
            put_points(out, f->tally.high);
        }
        buf_puts(out, " of ");
        put_points(out, f->tally.applicable);
    }
    buf_puts(out, f->waived ? ", waived" : "");
}

static void put_change(struct page *page, const struct past_change *change)
{
    buf_printf(&page->scratch, "%s ", change->now.rule);
    put_finding(&page->scratch, &change->was);
    buf_puts(&page->scratch, " -> ");
    put_finding(&page->scratch, &change->now);
    buf_printf(&page->scratch, ": %s", change->now.title);
    page_wrap_scratch(page, 0, WORD_INDENT);
}

/* What stands behind the difference, as far as is kept. */
static void put_causes(struct buf *out, const struct past_result *r)
{
    const struct past_result *before = r->before;
    const struct {
        const char *what;
        bool changed;
    } causes[] = {
        {"profile", strcmp(r->profile_hash, before->profile_hash) != 0},
        {"pack", history_other_files(r->pack, before->pack)},
        {"points", history_other_points(r->pack, before->pack)},
        {"choice of rules", history_other_selection(r->pack, before->pack)},
        {"as-of date", strcmp(r->run->as_of, before->run->as_of) != 0},
        {"limits", strcmp(r->run->limits, before->run->limits) != 0},
        {"plumbline", strcmp(r->run->program, before->run->program) != 0},
    };
    size_t count = 0;

    buf_printf(out, "since run %" PRId64 ": ", before->run->number);
    for (size_t i = 0; i < COUNT(causes); i++)
        if (causes[i].changed)
            buf_printf(out, "%s%s", count++ > 0 ? ", " : "other ", causes[i].what);
    buf_printf(out, "%s; %zu rule%s found something else", count == 0 ? "all the same" : "",
               r->change_count, r->change_count == 1 ? "" : "s");
}

static void put_assessed(struct page *page, const struct past_result *r)
{
    text_put_columns(page->out, &r->score, r->verdict, r->band, r->worst, r->best);
    buf_printf(page->out, "%s\n", r->name);
    if (!r->before || r->before->pack != r->pack) {
        buf_puts(&page->scratch, "by ");
        history_put_pack(&page->scratch, r->pack);
        page_wrap_scratch(page, 0, DETAIL_INDENT);
    }
    if (!r->before)
        return;
    put_causes(&page->scratch, r);
    page_wrap_scratch(page, 0, DETAIL_INDENT);
    for (size_t i = 0; i < r->change_count; i++)
        put_change(page, &r->changes[i]);
}

static void put_error(struct page *page, const struct past_result *r)
{
    buf_printf(page->out, "  -    -         -    %-31s  %s\n", r->error, r->name);
    for (const char *line = r->notes; *line;) {
        size_t len = strcspn(line, "\n");
        buf_put(&page->scratch, line, len);
        page_wrap_scratch(page, 0, DETAIL_INDENT);
        line += len + (line[len] == '\n');
    }
}

void history_company_text(struct page *page, const struct past_company *company)
{
    page_tone(page, TONE_HEAD, company->name);
    buf_puts(page->out, "\n run  as of       score  range   known  verdict (worst ... best)"
                        "         input\n");
    for (size_t i = 0; i < company->count; i++) {
        const struct past_result *r = &company->list[i];
        buf_printf(page->out, "%4" PRId64 "  ", r->run->number);
        history_put_as_of(page->out, r->run);
        buf_puts(page->out, "  ");
        if (r->error)
            put_error(page, r);
        else
            put_assessed(page, r);
    }
}
