/* SPDX-License-Identifier: MIT
 *
 * Facts of several numbers: a list of percentages, and the rows of an income table. The value
 * holds one text, which rules see and people read; it is made here and taken apart here.
 *
 *   pct_list      "5%, 3%, 2.5%", in the order of the file
 *   income_rows   "61% | 0 USD; 39% | 1150 USD | 1000 USD | 1999 USD": share of the people,
 *                 average a year, and where known the least and the most of anybody in the row
 *                 ("39% | 1150 USD | | 1999 USD")
 */
#ifndef FACTS_VALUE_LISTS_H
#define FACTS_VALUE_LISTS_H

#include "base/buf.h"
#include "base/decimal.h"

enum { PCT_LIST_MAX = 100, INCOME_LINES_MAX = 64 };

struct income_line {
    decimal share_pct; /* of the people in the table */
    decimal average;   /* a year, like low and high */
    decimal low, high; /* low <= average <= high */
    bool has_low, has_high;
    char currency[4];
};

/* What stands between two elements: ", " or "; ". */
#define PCT_LIST_BETWEEN ", "
#define INCOME_LINES_BETWEEN "; "

void income_line_put(struct buf *buf, const struct income_line *line);

/* How many elements the text of a value has; those beyond the most are counted, not given. */
size_t pct_list_parts(const char *text, decimal out[PCT_LIST_MAX]);
size_t income_lines_parts(const char *text, struct income_line out[INCOME_LINES_MAX]);

#endif
