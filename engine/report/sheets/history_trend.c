/* SPDX-License-Identifier: MIT
 *
 * Trends over runs, as text.
 */
#include <inttypes.h>
#include <stdio.h>

#include "report/sheets/history_words.h"

/* One decimal: in many companies, a tenth is worth a look. Rounded down, so that differences of
 * what is shown add up. */
static int tenths(int64_t thousandths)
{
    return (int)(thousandths / 100);
}

static void put_tenths(struct buf *out, int width, int number)
{
    buf_printf(out, "%*d.%d", width - 2, number / 10, number % 10);
}

static void put_score(struct buf *out, const struct past_standing *s, int64_t score)
{
    if (s->scored > 0)
        put_tenths(out, 6, tenths(score));
    else
        buf_printf(out, "%6s", "-");
}

static void put_standing(struct buf *out, const struct past_standing *s)
{
    buf_printf(out, "%4" PRId64 "  ", s->run->number);
    history_put_as_of(out, s->run);
    buf_printf(out, "  %-12s  %9" PRId64 "  ", history_state(s->run), s->companies);
    put_score(out, s, s->mean);
    buf_puts(out, "  ");
    put_score(out, s, s->median);
    buf_puts(out, "  ");
    history_put_standing(out, s);
    buf_putc(out, '\n');
}

/* Where the pack is another than in the run above, the scores are not of one kind. */
static void put_standings(struct page *page, const struct past_trend *trend)
{
    buf_puts(page->out,
             " run  as of       state         companies    mean  median  verdicts\n");
    for (size_t i = 0; i < trend->count; i++) {
        const struct past_standing *s = &trend->list[i];
        if (i == 0 || s->pack != trend->list[i - 1].pack) {
            buf_puts(&page->scratch, "by ");
            history_put_pack(&page->scratch, s->pack);
            page_wrap_scratch(page, 0, 6);
        }
        put_standing(page->out, s);
    }
}

static void put_movers(struct buf *out, const struct past_mover *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int was = tenths(list[i].was), now = tenths(list[i].now);
        int change = now > was ? now - was : was - now;
        char text[16];
        snprintf(text, sizeof text, "%c%d.%d", now < was ? '-' : '+', change / 10, change % 10);
        buf_printf(out, "%7s", text);
        put_tenths(out, 7, was);
        buf_puts(out, " ->");
        put_tenths(out, 6, now);
        buf_printf(out, "  %s\n", list[i].company);
    }
}

static void put_between(struct page *page, const struct past_trend *t)
{
    struct buf *out = page->out;

    if (!t->first) {
        page_wrap(page, 0, 0,
                  "No two whole runs were judged by the same pack: nothing to compare.");
        return;
    }
    buf_printf(&page->scratch,
               "From run %" PRId64 " to run %" PRId64 ": %" PRId64 " in both, %" PRId64
               " better, %" PRId64 " worse",
               t->first->number, t->last->number, t->compared, t->better, t->worse);
    if (t->unclear > 0)
        buf_printf(&page->scratch,
                   "; %" PRId64 " left out, whose name stands more than once in a run",
                   t->unclear);
    page_wrap_scratch(page, 0, 0);
    put_movers(out, t->up, t->up_count);
    put_movers(out, t->down, t->down_count);
}

void history_trends_text(struct page *page, const struct past_trends *trends)
{
    if (trends->count == 0)
        buf_puts(page->out, "no runs\n");
    for (size_t i = 0; i < trends->count; i++) {
        buf_puts(page->out, i > 0 ? "\n" : "");
        page_tone(page, TONE_HEAD, trends->list[i].pack);
        buf_putc(page->out, '\n');
        put_standings(page, &trends->list[i]);
        put_between(page, &trends->list[i]);
    }
}
