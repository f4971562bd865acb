/* SPDX-License-Identifier: MIT
 *
 * What changed since an earlier result, as a section of an audit's page: the records of this
 * run are kept as JSON Lines in a temporary file, and at the end both are told apart as
 * 'plumbline diff' does (audit/results/diff.h).
 */
#ifndef AUDIT_PAGE_CHANGES_H
#define AUDIT_PAGE_CHANGES_H

#include "audit/results/diff.h"

struct page_changes;

/* 'old' is the file of an earlier result; 'run_line' the first line of this one's. Borrows
 * 'old'. Errors: ERROR_PROFILE where it is no result; ERROR_OUTPUT. */
struct page_changes *page_changes_open(const char *old, struct text run_line,
                                       struct error *err);

/* The lines of the next record. */
bool page_changes_take(struct page_changes *changes, struct text lines, struct error *err);

/* Appends the section, once all have been taken and 'summary', the last line. */
bool page_changes_draw(struct page_changes *changes, struct text summary, struct buf *out,
                       struct error *err);

/* The same where there is no earlier result. */
void page_changes_draw_none(struct buf *out);

void page_changes_close(struct page_changes *changes); /* NULL is taken */

#endif
