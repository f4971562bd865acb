/* SPDX-License-Identifier: MIT */
#include "report/html/svg.h"
#include "report/html/markup.h"

void svg_definitions(struct buf *out)
{
    buf_puts(out,
             "<svg class=\"definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\" "
             "focusable=\"false\"><defs>"
             "<pattern id=\"open\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
             "patternTransform=\"rotate(45)\"><rect class=\"hatch-back\" width=\"6\" "
             "height=\"6\"/><rect class=\"hatch\" width=\"2.5\" height=\"6\"/></pattern>"
             "<pattern id=\"many\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
             "<circle class=\"dot\" cx=\"5\" cy=\"5\" r=\"2.6\"/></pattern>"
             "<symbol id=\"person\" viewBox=\"0 0 10 16\"><circle cx=\"5\" cy=\"3.2\" "
             "r=\"2.4\"/><path d=\"M1.2 15V9.6a3.8 3 0 0 1 7.6 0V15z\"/></symbol>"
             "<symbol id=\"person-marked\" viewBox=\"0 0 10 16\"><circle cx=\"5\" cy=\"3.2\" "
             "r=\"2.4\"/><path d=\"M1.2 15V9.6a3.8 3 0 0 1 7.6 0V15z\"/>"
             "<path class=\"mark\" d=\"M2.6 11.6h4.8\"/></symbol>"
             "</defs></svg>\n");
}

/* With a width, the picture is scaled as a whole; without, only its lengths are. */
static void open_image(struct buf *out, const char *class, int width, int height,
                       const char *title)
{
    html_put(out, "<svg class=\"%s\" role=\"img\"", class);
    if (width > 0)
        html_put(out, " viewBox=\"0 0 %d %d\"", width, height);
    html_put(out, "><title>%s</title>", title);
}

/* Thousandths of per cent as per cent: "41.25%". */
static void put_percent(struct buf *out, const char *name, int thousandths)
{
    buf_printf(out, " %s=\"%d.%03d%%\"", name, thousandths / 1000, thousandths % 1000);
}

static void put_part(struct buf *out, const char *class, int from, int to, int y, int height)
{
    if (to <= from)
        return;
    html_put(out, "<rect class=\"%s\" y=\"%d\" height=\"%d\"", class, y, height);
    put_percent(out, "x", from);
    put_percent(out, "width", to - from);
    buf_puts(out, "/>");
}

/* --- scores --- */

enum { WHOLE = 100000 };

static void describe_score(struct buf *out, const struct score *score)
{
    buf_puts(out, "<desc>");
    if (score->has_score)
        buf_printf(out, "%d of 100 on what is known. ", text_down(score->score));
    else
        buf_puts(out, "Too little is known for a number. ");
    if (score->low == score->high)
        buf_puts(out, "Nothing is open.</desc>");
    else
        buf_printf(out, "Certain: %d. Open: from %d to %d.</desc>", text_down(score->low),
                   text_down(score->low), text_up(score->high));
}

/* Certain, open and lost from y on, and a line where the score stands. */
static void put_bar(struct buf *out, const struct score *score, bool mirrored, int y,
                    int height)
{
    int low = mirrored ? WHOLE - score->low : score->low;
    int high = mirrored ? WHOLE - score->high : score->high;
    int at = mirrored ? WHOLE - score->score : score->score;

    put_part(out, "rest", 0, WHOLE, y, height);
    put_part(out, "sure", mirrored ? low : 0, mirrored ? WHOLE : low, y, height);
    put_part(out, "open", mirrored ? high : low, mirrored ? low : high, y, height);
    if (!score->has_score)
        return;
    html_put(out, "<line class=\"at\" y1=\"%d\" y2=\"%d\"", y - 3, y + height + 3);
    put_percent(out, "x1", at);
    put_percent(out, "x2", at);
    buf_puts(out, "/>");
}

void svg_score(struct buf *out, const char *title, const struct score *score)
{
    open_image(out, "bar", 0, 0, title);
    describe_score(out, score);
    put_bar(out, score, false, 4, 14);
    buf_puts(out, "</svg>");
}

void svg_score_plain(struct buf *out, const struct score *score)
{
    buf_puts(out, "<svg class=\"bar\" aria-hidden=\"true\">");
    put_bar(out, score, false, 4, 14);
    buf_puts(out, "</svg>");
}

void svg_side(struct buf *out, const char *title, const struct score *score, bool mirrored)
{
    open_image(out, "half", 0, 0, title);
    describe_score(out, score);
    put_bar(out, score, mirrored, 4, 26);
    buf_puts(out, "</svg>");
}

/* The names of the bands under the part of the scale that is theirs. */
static void put_bands(struct buf *out, const struct pack *pack)
{
    enum { NARROWEST = 15000 }; /* a name fits into so much of a phone's width */
    int to = WHOLE;

    for (size_t i = 0; i < pack->band_count; i++) {
        int from = pack->bands[i].from;
        html_put(out, "<line class=\"tick\" y1=\"34\" y2=\"42\"");
        put_percent(out, "x1", from);
        put_percent(out, "x2", from);
        buf_puts(out, "/>");
        if (to - from >= NARROWEST) {
            buf_puts(out, "<text y=\"54\" text-anchor=\"middle\"");
            put_percent(out, "x", (from + to) / 2);
            html_put(out, ">%s</text>", pack->bands[i].name);
        }
        to = from;
    }
}

void svg_scale(struct buf *out, const char *title, const struct score *score,
               const struct pack *pack)
{
    open_image(out, "scale", 0, 0, title);
    describe_score(out, score);
    put_bar(out, score, false, 6, 26);
    put_bands(out, pack);
    buf_puts(out, "</svg>\n");
}

/* --- amounts --- */

static int share_of(decimal value, decimal most)
{
    decimal share;

    if (value <= 0 || most <= 0 || !decimal_mul_div(value, WHOLE, most, &share))
        return 0;
    return share > WHOLE ? WHOLE : (int)share;
}

void svg_amount(struct buf *out, const char *title, const struct svg_amount *amount,
                decimal most)
{
    int low = share_of(amount->low, most), high = share_of(amount->high, most);

    open_image(out, "bar", 0, 0, title);
    buf_puts(out, "<line class=\"zero\" x1=\"0\" x2=\"0\" y1=\"1\" y2=\"21\"/>");
    put_part(out, amount->paid ? "paid" : "cost", 0, low, 4, 14);
    put_part(out, "open", low, high, 4, 14);
    buf_puts(out, "</svg>");
}

/* --- people --- */

/* Paid nothing: an outline. The others fill from light to solid; the last of several has a
 * mark. */
static void put_person(struct buf *out, size_t group, size_t count)
{
    bool marked = group > 1 && group + 1 == count;
    size_t shade = group < 3 ? group : 3;

    html_put(out, "<use class=\"person shade-%zu\" href=\"#person%s\"", shade,
             marked ? "-marked" : "");
}

void svg_people(struct buf *out, const char *title, const char *description, const int *counts,
                size_t count)
{
    enum { ROW = 20, PEOPLE_ROWS = 5, WIDTH = 14, HEIGHT = 21 };
    int at = 0;

    open_image(out, "people", ROW * WIDTH, PEOPLE_ROWS * HEIGHT, title);
    html_put(out, "<desc>%s</desc>", description);
    for (size_t g = 0; g < count; g++) {
        for (int i = 0; i < counts[g]; i++, at++) {
            put_person(out, g, count);
            html_put(out, " x=\"%d\" y=\"%d\" width=\"11\" height=\"18\"/>",
                     at % ROW * WIDTH + 1, at / ROW * HEIGHT + 1);
        }
    }
    buf_puts(out, "</svg>\n");
}

void svg_person(struct buf *out, size_t group, size_t count)
{
    buf_puts(out, "<svg class=\"key\" viewBox=\"0 0 11 18\" aria-hidden=\"true\">");
    put_person(out, group, count);
    buf_puts(out, " width=\"11\" height=\"18\"/></svg>");
}

void svg_one_in(struct buf *out, const char *title, int many)
{
    enum { ROW = 50, CELL = 10 };
    int rows = many / ROW, rest = many % ROW;

    open_image(out, "dots", ROW * CELL, (rows + (rest > 0)) * CELL, title);
    html_put(out, "<desc>One of %d dots is marked.</desc>", many);
    html_put(out, "<rect width=\"%d\" height=\"%d\" fill=\"url(#many)\"/>", ROW * CELL,
             rows * CELL);
    html_put(out, "<rect y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#many)\"/>",
             rows * CELL, rest * CELL, CELL);
    buf_puts(out, "<circle class=\"one\" cx=\"5\" cy=\"5\" r=\"4.6\"/></svg>\n");
}
