/* SPDX-License-Identifier: MIT
 *
 * One row of a CSV table, cell by cell: RFC 4180, UTF-8, CRLF. A cell that is not written stays
 * empty. Numbers are bare; text is safe in a spreadsheet: what a program could take for a
 * formula (= + - @ after whatever blanks, their full-width forms, a tab or line end in front)
 * gets a ' before it, a line end becomes a blank, a control character or a mark that reverses
 * text a '?'.
 *
 * Not libcsv's csv_write, which the reader of tables uses: it quotes every cell, so that a
 * number looks like text, and knows neither formulas nor control characters. What is left to
 * do after those is to double a quote.
 */
#ifndef REPORT_CSV_WRITER_H
#define REPORT_CSV_WRITER_H

#include <stdint.h>

#include "base/date.h"

struct csv_row {
    struct buf *out;
    size_t column; /* where the next byte would go */
};

/* Columns count from 0 and are written in ascending order. NULL text: an empty cell. */
void csv_text(struct csv_row *row, size_t column, const char *text);
void csv_whole(struct csv_row *row, size_t column, int64_t value);
void csv_thousandths(struct csv_row *row, size_t column, int64_t value); /* "71.250" */
void csv_decimal(struct csv_row *row, size_t column, decimal value);
void csv_bool(struct csv_row *row, size_t column, bool value); /* "yes", "no" */
void csv_date(struct csv_row *row, size_t column, date day);

/* Ends a row of 'columns' cells. */
void csv_end(struct csv_row *row, size_t columns);

#endif
