/* SPDX-License-Identifier: MIT
 *
 * The folder beside the page of an audit of many companies: a file for each, with its style and
 * script in it (a sixth of it), so that it can be handed over alone. For page.c only.
 */
#ifndef AUDIT_PAGE_FOLDER_H
#define AUDIT_PAGE_FOLDER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/* Its strings live in the arena it was opened with. */
struct page_folder {
    const char *path;    /* NULL: there is none */
    const char *address; /* from the page */
    const char *page;    /* the page's address, from the folder */
};

/* Makes PAGE.companies, or uses it again. Errors of both: ERROR_OUTPUT. */
bool page_folder_open(struct page_folder *folder, const char *page, struct arena *arena,
                      struct error *err);

/* Writes the file of the company with that number, over what an earlier run left there. */
bool page_folder_put(const struct page_folder *folder, int64_t number, const char *name,
                     struct text sections, struct error *err);

/* Takes away what an earlier run of more companies left: it is no part of this one. */
void page_folder_close(const struct page_folder *folder, size_t count);

#endif
