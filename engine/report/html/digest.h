/* SPDX-License-Identifier: MIT
 *
 * What the page of an audit keeps of one company by one pack: drawn by the process that scored
 * it, read by the one that draws the page. Bytes between processes of one program.
 */
#ifndef REPORT_HTML_DIGEST_H
#define REPORT_HTML_DIGEST_H

#include "base/text.h"
#include "report/report.h"

/* A number of the company that may be a range. */
struct html_number {
    bool known;
    decimal low, high;
};

struct html_numbers {
    struct html_number cost;    /* what staying in costs, in the company's currency */
    struct html_number typical; /* what was paid, first value of the group's own bars */
    struct html_number across;  /* of the scatter, per cent or in the fact's unit */
    struct html_number up;      /* money in USD */
    struct verdict verdict;     /* all of it: the ranking keeps less */
    char currency[4];
    size_t facts_read, conflicts, refused;
    size_t by_kind[SOURCE_KIND_COUNT];
    bool has_oldest;
    date oldest;
};

struct html_digest {
    struct html_numbers numbers;
    struct text codes;   /* what each rule of the pack came to: html_codes */
    struct text money;   /* its bars, markup; may be empty */
    struct text waivers; /* for html_next_waiver */
};

/* What a rule came to as one sign; the words say what it means. */
struct html_code {
    char sign;
    const char *class; /* of the shade */
    const char *means;
};
extern const struct html_code html_codes[];
extern const size_t html_code_count;
const struct html_code *html_code_of(char sign);

/* Appends the digest; html_get_digest cuts it off the front of *rest again. Texts are borrowed
 * from there. False where there is none. */
void html_put_digest(struct buf *out, const struct assessment *assessment, struct arena *arena);
bool html_get_digest(struct text *rest, struct html_digest *out);

/* Cuts the next waiver off: its cells, markup; false where none is left. */
bool html_next_waiver(struct text *rest, bool *lapsed, struct text *cells);

/* A text with its length in front. */
void html_put_text(struct buf *out, struct text text);
bool html_get_text(struct text *rest, struct text *out);

#endif
