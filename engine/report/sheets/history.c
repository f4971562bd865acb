/* SPDX-License-Identifier: MIT
 *
 * The past as text: runs and one run. One company is drawn in history_company.c, trends in
 * history_trend.c.
 */
#include <inttypes.h>
#include <string.h>

#include "report/sheets/history_words.h"

enum { LABEL_WIDTH = 12 };

const char *history_state(const struct past_run *run)
{
    return strcmp(run->state, "running") == 0 ? "not finished" : run->state;
}

void history_put_pack(struct buf *out, const struct past_pack *pack)
{
    buf_printf(out, "%s %s #%.10s", pack->name, pack->version, pack->hash);
    if (*pack->points_hash)
        buf_printf(out, ", points changed #%.10s", pack->points_hash);
    if (*pack->only)
        buf_printf(out, ", only: %s", pack->only);
    if (*pack->skip)
        buf_printf(out, ", skip: %s", pack->skip);
}

bool history_other_files(const struct past_pack *a, const struct past_pack *b)
{
    return strcmp(a->version, b->version) != 0 || strcmp(a->hash, b->hash) != 0;
}

bool history_other_points(const struct past_pack *a, const struct past_pack *b)
{
    return strcmp(a->points_hash, b->points_hash) != 0;
}

bool history_other_selection(const struct past_pack *a, const struct past_pack *b)
{
    return strcmp(a->only, b->only) != 0 || strcmp(a->skip, b->skip) != 0;
}

/* The text, or "-". */
static const char *dashed(const char *text)
{
    return *text ? text : "-";
}

void history_put_as_of(struct buf *out, const struct past_run *run)
{
    buf_printf(out, "%-10s", dashed(run->as_of));
}

/* --- runs --- */

static void put_run(struct buf *out, const struct past_run *run)
{
    const struct json_counts *c = &run->counts;

    buf_printf(out, "%4" PRId64 "  ", run->number);
    history_put_as_of(out, run);
    buf_printf(out, "  %-12s  %9" PRId64 "  %8" PRId64 "  %10" PRId64 "  %4" PRId64 "  ",
               history_state(run), c->companies, c->assessed, c->unreadable, c->lost);
    for (size_t i = 0; i < run->pack_count; i++) {
        buf_puts(out, i > 0 ? "; " : "");
        history_put_pack(out, run->packs[i]);
    }
    buf_putc(out, '\n');
}

void history_runs_text(struct page *page, const char *file, const struct past_runs *runs)
{
    buf_printf(page->out, "%s: %zu run%s\n", file, runs->count, runs->count == 1 ? "" : "s");
    if (runs->count == 0)
        return;
    buf_puts(page->out, " run  as of       state         companies  assessed  unreadable  lost"
                        "  pack\n");
    for (size_t i = 0; i < runs->count; i++)
        put_run(page->out, &runs->list[i]);
}

/* --- one run --- */

static void put_line(struct page *page, const char *label, const char *text)
{
    buf_printf(page->out, "%-*s", LABEL_WIDTH, label);
    page_wrap(page, LABEL_WIDTH, LABEL_WIDTH, text);
}

static void put_scratch_line(struct page *page, const char *label)
{
    buf_printf(page->out, "%-*s", LABEL_WIDTH, label);
    page_wrap_scratch(page, LABEL_WIDTH, LABEL_WIDTH);
}

static void put_counts(struct page *page, const struct json_counts *c)
{
    buf_printf(&page->scratch, "%" PRId64 ": %" PRId64 " assessed", c->companies, c->assessed);
    if (c->unreadable > 0)
        buf_printf(&page->scratch, ", %" PRId64 " unreadable", c->unreadable);
    if (c->lost > 0)
        buf_printf(&page->scratch, ", %" PRId64 " lost", c->lost);
    if (c->conditions > 0)
        buf_printf(&page->scratch, "; %" PRId64 " met a --fail condition", c->conditions);
    put_scratch_line(page, "companies");
}

void history_put_standing(struct buf *out, const struct past_standing *s)
{
    for (size_t i = 0; i < s->band_count; i++)
        buf_printf(out, "%s%s %" PRId64, i > 0 ? ", " : "", s->bands[i].name,
                   s->bands[i].companies);
    if (s->too_little > 0)
        buf_printf(out, "%stoo little %" PRId64, s->band_count > 0 ? ", " : "", s->too_little);
}

static void put_pack_standing(struct page *page, const struct past_standing *s)
{
    buf_putc(page->out, '\n');
    history_put_pack(&page->scratch, s->pack);
    put_scratch_line(page, "pack");
    if (s->scored > 0)
        buf_printf(&page->scratch, "mean %d.%d, median %d.%d, of %" PRId64 " with a score",
                   (int)(s->mean / 1000), (int)(s->mean / 100 % 10), (int)(s->median / 1000),
                   (int)(s->median / 100 % 10), s->scored);
    else
        buf_puts(&page->scratch, "none: no company has one");
    put_scratch_line(page, "score");
    history_put_standing(&page->scratch, s);
    put_scratch_line(page, "verdicts");
}

/* The first line of what was wrong, which starts with the name of the file it stands in. */
static void put_failure(struct page *page, const struct past_failure *failure)
{
    size_t len = strcspn(failure->notes, "\n");

    if (len > 0)
        buf_put(&page->scratch, failure->notes, len);
    else
        buf_printf(&page->scratch, "%s: %s", failure->name, failure->error);
    page_wrap_scratch(page, 0, 2);
}

static void put_failures(struct page *page, const struct past_summary *summary)
{
    int64_t count = summary->run->counts.unreadable + summary->run->counts.lost;

    if (summary->failure_count == 0)
        return;
    page_heading(page, "NOT ASSESSED", "");
    for (size_t i = 0; i < summary->failure_count; i++)
        put_failure(page, &summary->failures[i]);
    if (count > (int64_t)summary->failure_count)
        buf_printf(page->out, "  and %" PRId64 " more\n",
                   count - (int64_t)summary->failure_count);
}

void history_summary_text(struct page *page, const struct past_summary *summary)
{
    const struct past_run *run = summary->run;

    buf_printf(&page->scratch, "run %" PRId64 ", %s", run->number, history_state(run));
    page_tone(page, TONE_HEAD, buf_text(&page->scratch));
    buf_reset(&page->scratch);
    buf_putc(page->out, '\n');
    buf_printf(&page->scratch, "plumbline %s", run->program);
    put_scratch_line(page, "by");
    put_line(page, "as of", *run->as_of ? run->as_of : "as each profile says");
    put_line(page, "input", dashed(run->inputs));
    put_line(page, "options", dashed(run->options));
    put_line(page, "limits", dashed(run->limits));
    put_counts(page, &run->counts);
    for (size_t i = 0; i < summary->standing_count; i++)
        put_pack_standing(page, &summary->standings[i]);
    put_failures(page, summary);
}
