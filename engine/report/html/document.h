/* SPDX-License-Identifier: MIT
 *
 * A page about a few companies, one section each by each pack; of one company by one pack, it
 * is the page about that.
 */
#ifndef REPORT_HTML_DOCUMENT_H
#define REPORT_HTML_DOCUMENT_H

#include "report/html/company.h"

/* What the document will hold: known before the first section is drawn. */
struct html_document {
    const struct report_context *context; /* borrowed, like the packs */
    const struct pack *const *packs;      /* of all sections */
    size_t pack_count;
    bool alone;       /* one section in all */
    size_t count;     /* of sections so far */
    struct buf title; /* of the page, where it is alone */
    struct buf contents, sections;
};

void html_document_init(struct html_document *document, const struct report_context *context,
                        const struct pack *const *packs, size_t pack_count, bool alone);

/* The next section, of a company or of one that could not be read. */
void html_document_company(struct html_document *document, const struct assessment *assessment,
                           struct arena *arena);
void html_document_unreadable(struct html_document *document, const char *name,
                              const struct faults *faults, const struct error *err);

/* Appends the whole page. */
void html_document_put(struct buf *out, const struct html_document *document);

void html_document_release(struct html_document *document);

#endif
