/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>

#include "cli/audit_progress.h"

#define REDRAW_SECONDS 0.2

static double seconds_between(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

static struct timespec now(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

static void put_count(struct buf *out, int64_t count)
{
    decimal_put(out, count * DECIMAL_ONE, true);
}

/* "45 s", "3 min", "2 h": as exact as such a guess can be. */
static void put_duration(struct buf *out, double seconds)
{
    if (seconds < 90)
        buf_printf(out, "%.0f s", seconds);
    else if (seconds < 5400)
        buf_printf(out, "%.0f min", seconds / 60);
    else
        buf_printf(out, "%.1f h", seconds / 3600);
}

void progress_put(struct buf *out, const struct audit_progress *p, double seconds)
{
    int64_t done = p->counts.companies, errors = p->counts.unreadable + p->counts.lost;
    double rate = seconds > 0 ? (double)done / seconds : 0;

    put_count(out, done);
    if (p->total >= 0) {
        buf_puts(out, " of ");
        put_count(out, p->total);
    }
    if (rate >= 1) {
        buf_puts(out, ", ");
        put_count(out, (int64_t)rate);
        buf_puts(out, " a second");
    }
    if (rate > 0 && p->total > done) {
        buf_puts(out, ", ");
        put_duration(out, (double)(p->total - done) / rate);
        buf_puts(out, " left");
    }
    if (errors > 0) {
        buf_puts(out, ", ");
        put_count(out, errors);
        buf_puts(out, errors == 1 ? " error" : " errors");
    }
}

void progress_open(struct progress_line *line, bool on)
{
    *line = (struct progress_line){.on = on, .start = now()};
    line->last = line->start;
}

void progress_draw(struct progress_line *line, const struct audit_progress *progress)
{
    struct timespec t;
    struct buf text = BUF_INIT;

    if (!line->on || seconds_between(line->last, t = now()) < REDRAW_SECONDS)
        return;
    line->last = t;
    line->shown = true;
    progress_put(&text, progress, seconds_between(line->start, t));
    fprintf(stderr, "\r\033[K%s", buf_text(&text));
    buf_release(&text);
}

void progress_clear(struct progress_line *line)
{
    if (line->shown)
        fputs("\r\033[K", stderr);
    line->shown = false;
}
