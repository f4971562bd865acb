/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include "report/html/markup.h"
#include "report/html/svg.h"

enum {
    WHOLE = 100000, /* thousandths of per cent */
    HEIGHT = 330,   /* pixels of a scatter; */
    TOP = 24,       /* where its scale ends */
    BOTTOM = 290,   /* and starts */
    BAND = 12000    /* how wide the band of those not known is */
};

static void put_percent(struct buf *out, const char *name, int64_t thousandths)
{
    buf_printf(out, " %s=\"%" PRId64 ".%03" PRId64 "%%\"", name, thousandths / 1000,
               thousandths % 1000);
}

void svg_shares(struct buf *out, const size_t parts[SVG_SHARES])
{
    static const char *const classes[SVG_SHARES] = {"short", "fine", "open", "rest"};
    int64_t all = 0, at = 0;

    for (int i = 0; i < SVG_SHARES; i++)
        all += (int64_t)parts[i];
    buf_puts(out, "<svg class=\"shares\" aria-hidden=\"true\">");
    for (int i = 0; all > 0 && i < SVG_SHARES; i++) {
        int64_t end = at + (int64_t)parts[i];
        if (parts[i] > 0) {
            html_put(out, "<rect class=\"%s\" height=\"14\"", classes[i]);
            put_percent(out, "x", at * WHOLE / all);
            put_percent(out, "width", end * WHOLE / all - at * WHOLE / all);
            buf_puts(out, "/>");
        }
        at = end;
    }
    buf_puts(out, "</svg>");
}

/* --- scatter --- */

static int height_of(decimal up, decimal end)
{
    decimal height;

    if (!decimal_mul_div(up, BOTTOM - TOP, end, &height))
        return BOTTOM;
    return BOTTOM - (int)height;
}

static void put_text(struct buf *out, int64_t x, int y, const char *anchor, const char *text)
{
    html_put(out, "<text y=\"%d\" text-anchor=\"%s\"", y, anchor);
    put_percent(out, "x", x);
    html_put(out, ">%s</text>", text);
}

/* A thin line up at x. */
static void put_line(struct buf *out, int64_t x)
{
    html_put(out, "<line class=\"grid\" y1=\"%d\" y2=\"%d\"", TOP, BOTTOM);
    put_percent(out, "x1", x);
    put_percent(out, "x2", x);
    buf_puts(out, "/>");
}

/* Where a share stands: right of the band, with some room at both ends. */
static int64_t place_of(decimal across)
{
    enum { ROOM = 3000 };
    int64_t from = BAND + ROOM, to = WHOLE - ROOM;

    return from + across * (to - from) / (100 * DECIMAL_ONE);
}

void svg_scatter_open(struct buf *out, const char *title, const char *description, decimal end)
{
    static const char *const shares[] = {"0%", "25%", "50%", "75%", "100%"};
    struct buf text = BUF_INIT;

    html_put(out,
             "<svg class=\"scatter\" role=\"img\" height=\"%d\"><title>%s</title>"
             "<desc>%s</desc><rect class=\"band\" y=\"%d\" height=\"%d\"",
             HEIGHT, title, description, TOP, BOTTOM - TOP);
    put_percent(out, "width", BAND);
    buf_puts(out, "/>");
    put_text(out, BAND / 2, BOTTOM + 18, "middle", "?");
    for (int i = 0; i < 5; i++) {
        int64_t x = place_of(25 * DECIMAL_ONE * i);
        put_line(out, x);
        put_text(out, x, BOTTOM + 18, "middle", shares[i]);
    }
    for (int i = 0; i < 3; i++) {
        int y = BOTTOM - i * (BOTTOM - TOP) / 2;
        html_put(out, "<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>", y, y);
        decimal_put(&text, end / 2 * i, true);
        buf_puts(&text, i == 2 ? " USD" : "");
        put_text(out, 300, y - 4, "start", buf_text(&text));
        buf_reset(&text);
    }
    buf_puts(out, "\n");
    buf_release(&text);
}

void svg_point(struct buf *out, const struct svg_point *point, decimal end)
{
    enum { BESIDE = 37, PLACES = 80 }; /* prime to one another: neighbours are far apart */
    int64_t x = point->known ? place_of(point->across)
                             : 2000 + (int64_t)(point->number * BESIDE % PLACES) *
                                          (BAND - 4000) / PLACES;

    html_put(out, "<circle class=\"point%s\" r=\"5\" cy=\"%d\"", point->known ? "" : " unknown",
             height_of(point->up, end));
    put_percent(out, "cx", x);
    if (point->name)
        html_put(out, "><title>%s</title></circle>\n", point->name);
    else
        buf_puts(out, "/>\n");
}
