/* SPDX-License-Identifier: MIT
 *
 * An audit as three CSV tables (csv_writer.h says in what form): companies, findings, facts.
 * Each has a row of column names; every row carries what it was made from, so that rows of
 * several audits can stand in one sheet. What is not known is an empty cell, and the column
 * 'status' or 'state' says why.
 *
 * Scores are 0 to 100, points are points, both with three decimals.
 */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include "base/error.h"
#include "report/report.h"

/* What all rows of an audit share. */
struct csv_sheet {
    const struct pack *const *packs; /* in the order of the shelf */
    size_t pack_count;
    const struct report_context *context;
    const char *limits; /* "steps=20 bytes=8", as a cell of every row has it */
};

/* Borrows the first three; the limits live in 'arena'. */
struct csv_sheet csv_sheet_of(const struct pack *const *packs, size_t pack_count,
                              const struct report_context *context, struct arena *arena);

/* Companies: a row for each and pack; their themes are the last columns, those of all packs.
 * 'name' is what the input calls the company: see audit/input/company.h. */
void csv_put_company_head(struct buf *out, const struct csv_sheet *sheet);
void csv_put_company(struct buf *out, const struct csv_sheet *sheet, const char *name,
                     const struct assessment *assessment);

/* A company that could not be read, or that the process scoring it died on: one row, with the
 * first fault, its place, and how many there are. */
void csv_put_unreadable(struct buf *out, const struct csv_sheet *sheet, const char *name,
                        const struct faults *faults, const struct error *err);
void csv_put_lost(struct buf *out, const struct csv_sheet *sheet, const char *name,
                  const struct error *err);

/* Findings: a row for each rule that is part of what is said. */
void csv_put_findings_head(struct buf *out);
void csv_put_findings(struct buf *out, const struct csv_sheet *sheet, const char *name,
                      const struct assessment *assessment);

/* Facts: a row for each statement in the profile. The packs of a shelf share one vocabulary, so
 * one assessment of a company, that of the first pack, has them all. */
void csv_put_facts_head(struct buf *out);
void csv_put_facts(struct buf *out, const struct csv_sheet *sheet, const char *name,
                   const struct assessment *assessment);

#endif
