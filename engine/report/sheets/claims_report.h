/* SPDX-License-Identifier: MIT
 *
 * What recruiters are known to say, as found in a text.
 */
#ifndef REPORT_CLAIMS_REPORT_H
#define REPORT_CLAIMS_REPORT_H

#include "insight/claims.h"
#include "report/report.h"
#include "report/text/text_page.h"

struct claims_report {
    const struct report_context *context;
    const char *file; /* printable */
    const struct pack *pack;
    const struct claim_findings *found;
    struct arena *arena; /* for quotes in the making */
};

enum { CLAIMS_QUOTE_MAX_BYTES = 400 }; /* of a sentence; a longer one is cut */

/* The sentences in the order of the text, each with its claims; a claim is told in full where
 * it is met first. */
void claims_text(struct page *page, const struct claims_report *report);

/* One claim in full, by its id; false where there is none. */
bool explain_claim(struct page *page, const struct pack *pack, const char *id);

/* The same as an object: "findings" point by id into "claims", which tells each one once. */
void claims_json(struct buf *out, const struct claims_report *report);

#endif
