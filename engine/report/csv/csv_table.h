/* SPDX-License-Identifier: MIT
 *
 * What the tables of csv.c (companies) and csv_findings.c (findings, facts) share: the first
 * columns, which say what the row is about, and the last, which say how the run was made.
 */
#ifndef REPORT_CSV_TABLE_H
#define REPORT_CSV_TABLE_H

#include "report/csv/csv.h"
#include "report/csv/csv_writer.h"

/* The first columns; a table's own go on from SUBJECT_COUNT. */
enum { SUBJECT_NAME, SUBJECT_COMPANY, SUBJECT_PACK, SUBJECT_COUNT };

/* The last columns, counted from the first of them. */
enum {
    STAMP_PACK_VERSION,
    STAMP_PACK_HASH,
    STAMP_PROFILE_HASH,
    STAMP_AS_OF,
    STAMP_PROGRAM,
    STAMP_POINTS_HASH,
    STAMP_ONLY,
    STAMP_SKIP,
    STAMP_LIMITS,
    STAMP_COUNT
};

/* The row of names: the first columns and the table's own; and the last, from 'column' on. */
struct csv_row csv_start_head(struct buf *out, const char *const *own, size_t count);
void csv_end_head(struct csv_row *row, size_t column);

/* A row about the company: the first columns; and the last, from 'column' on. The assessment
 * is NULL where there is none. */
struct csv_row csv_start(struct buf *out, const char *name,
                         const struct assessment *assessment);
void csv_stamp(struct csv_row *row, size_t column, const struct csv_sheet *sheet,
               const struct assessment *assessment);

#endif
