/* SPDX-License-Identifier: MIT
 *
 * Small pictures as inline SVG, each with a title and a description for those who do not see
 * it. Lengths are per cent of the width, so that a picture fits a phone and a sheet, and no
 * text in it shrinks. What is certain is solid, what is open is hatched, what is lost is empty:
 * colour only repeats it.
 */
#ifndef REPORT_HTML_SVG_H
#define REPORT_HTML_SVG_H

#include "report/report.h"

/* What pictures share; stands once in a page, before the first. */
void svg_definitions(struct buf *out);

/* A score as a bar with its range. */
void svg_score(struct buf *out, const char *title, const struct score *score);

/* One of two facing bars; 'mirrored' grows to the left. */
void svg_side(struct buf *out, const char *title, const struct score *score, bool mirrored);

/* The same in a row that has the numbers in words: nothing for those who do not see it. */
void svg_score_plain(struct buf *out, const struct score *score);

/* The same larger, on the scale of the bands. */
void svg_scale(struct buf *out, const char *title, const struct score *score,
               const struct pack *pack);

/* An amount, perhaps a range, as a bar on a scale from 0 to 'most'. */
struct svg_amount {
    decimal low, high; /* low <= high; below 0 draws nothing */
    bool paid;         /* drawn as what came in, else as what it costs */
};
void svg_amount(struct buf *out, const char *title, const struct svg_amount *amount,
                decimal most);

/* Groups of people, a figure each; counts add up to a hundred. Each group's figures look
 * different, and the key beside them shows how: svg_person. */
void svg_people(struct buf *out, const char *title, const char *description, const int *counts,
                size_t count);

/* One figure as in that group of so many; for a key. */
void svg_person(struct buf *out, size_t group, size_t count);

enum { SVG_ONE_IN_MAX = 2000 };

/* One of so many as dots, 2 to SVG_ONE_IN_MAX. */
void svg_one_in(struct buf *out, const char *title, int many);

/* --- of many companies: svg_survey.c --- */

/* How many fell short, are in order, are open, and lie beside: parts of a whole. */
enum { SVG_SHARES = 4 };
void svg_shares(struct buf *out, const size_t parts[SVG_SHARES]);

/* Opens a picture of points: per cent across, with a band on the left for those whose share is
 * not known, and money up to 'end'. Its points follow, and a closing tag. */
void svg_scatter_open(struct buf *out, const char *title, const char *description, decimal end);

struct svg_point {
    bool known;     /* its share */
    decimal across; /* 0 to 100 */
    decimal up;
    size_t number;    /* of the point: those in the band stand beside one another by it */
    const char *name; /* shown where one points at it, or NULL */
};
void svg_point(struct buf *out, const struct svg_point *point, decimal end);

#endif
