/* SPDX-License-Identifier: MIT
 *
 * The page of an audit: a taker of records with DRAWN_HTML that keeps what the page says of
 * each company and, for few companies, their sections. Of many, every company has a file of its
 * own in a folder beside the page, written as it comes.
 */
#ifndef AUDIT_PAGE_H
#define AUDIT_PAGE_H

#include "audit/outputs/output.h"
#include "audit/outputs/ranking.h"
#include "report/html/survey.h"
#include "report/json/json_record.h"

struct page_options {
    const struct report_context *context; /* all borrowed until the close */
    const struct pack *const *packs;
    size_t pack_count;
    const char *name;         /* of the page's file: the folder is NAME.companies; NULL: a
                                 stream, beside which no folder can be */
    const char *const *paths; /* that are read, for the command */
    size_t path_count;
    const struct csv_sheet *sheet;
    const char *baseline; /* an earlier result, or NULL; then records have DRAWN_JSONL too */
    enum json_detail detail;
};

struct audit_page;

/* Errors: ERROR_OUTPUT. */
struct audit_page *audit_page_open(const struct page_options *options, struct error *err);

/* A taker's: the page is the context. */
bool audit_page_take(void *page, const struct record *record, struct error *err);

/* Writes the page, once all have been taken. */
bool audit_page_draw(struct audit_page *page, const struct json_counts *counts,
                     struct output *output, struct error *err);

void audit_page_close(struct audit_page *page); /* NULL is taken */

/* What a worker draws of a company by one of the packs: appends to the record's drawing. */
void audit_page_drawing(struct buf *out, const struct assessment *assessment, int64_t number,
                        size_t pack, const struct report_context *context, struct arena *arena);

/* The same of a company that was not assessed. */
void audit_page_drawing_unread(struct buf *out, const struct record *record,
                               const struct faults *faults, const struct error *err);

#endif
