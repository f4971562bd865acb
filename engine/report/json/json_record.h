/* SPDX-License-Identifier: MIT
 *
 * An audit as JSON Lines: a line that says how the run was made, one for each company and pack
 * in the order of the input, and a last one that counts them. Without the last line the file is
 * not whole. schema/record.schema.json describes every field.
 */
#ifndef REPORT_JSON_RECORD_H
#define REPORT_JSON_RECORD_H

#include "report/json/json.h"
#include "report/passed_over.h"

enum json_detail {
    DETAIL_SUMMARY,  /* scores, verdict, themes */
    DETAIL_FINDINGS, /* and what every rule found, with its line of the ledger */
    DETAIL_FULL,     /* all of the assessment, facts and sources too */
    DETAIL_COUNT
};

extern const char *const json_detail_names[DETAIL_COUNT];
extern const char *const json_score_kinds[]; /* by enum score_kind */

/* What the summary line counts. */
struct json_counts {
    int64_t companies;         /* all that were met */
    int64_t assessed;          /* of these */
    int64_t unreadable;        /* of these: an error record each */
    int64_t lost;              /* of these: the worker died on it */
    int64_t conditions;        /* assessed companies that met a --fail-... condition */
    struct passed_over passed; /* files that are none of these; said by who has the input */
};

/* Each draws one line, with its line end. */
void json_run_line(struct buf *out, const struct pack *const *packs, size_t pack_count,
                   const struct report_context *context, enum json_detail detail);

/* What the lines of a pack's companies have in common, drawn once; lives in the arena. */
struct json_pieces;
const struct json_pieces *json_pieces(const struct pack *pack, struct arena *arena);

/*
 *   name     what the input calls the company: see audit/input/company.h
 *   pieces   of the pack, for those who draw many; or NULL
 */
void json_company_line(struct buf *out, const char *name, const struct assessment *assessment,
                       enum json_detail detail, const struct json_pieces *pieces,
                       struct arena *arena);

/* How such a line starts, whatever the company comes to: up to the profile's hash and the day.
 * A line of the same run that starts like this is still what would be drawn. */
void json_company_start(struct buf *out, const char *name, const struct pack *pack,
                        const struct profile *profile, enum json_detail detail);
void json_error_line(struct buf *out, const char *name, const struct faults *faults,
                     const struct error *err);
void json_summary_line(struct buf *out, const struct json_counts *counts);
/* In its place where the audit was asked to stop: what the lines above hold. */
void json_stopped_line(struct buf *out, const struct json_counts *counts);

#endif
