/* SPDX-License-Identifier: MIT
 *
 * The page about many companies: the sections of users.md 7.2, by one pack after the other.
 * Drawn in pieces, so that no more than one of them is in memory.
 */
#ifndef REPORT_HTML_SURVEY_H
#define REPORT_HTML_SURVEY_H

#include "report/html/digest.h"
#include "report/text/ranking_text.h"

/* Where a page says less of many companies, and says so: our judgement. */
enum {
    SURVEY_SECTIONS_MAX = 50, /* companies in the page; of more, each has a file of its own */
    SURVEY_COLUMNS = 40,      /* of the heat map: half of them the first, half the last */
    SURVEY_MULTIPLES = 24,    /* pictures of money */
    SURVEY_NAMED = 40,        /* companies named under a rule */
    SURVEY_POINTS_NAMED = 200 /* of the scatter, that are links */
};

/* One company in the order of the ranking. */
struct survey_row {
    struct ranked ranked;
    int64_t number; /* of the company in the input, from 0: names its section */
    const struct html_digest *digest; /* NULL unless assessed */
};

struct survey {
    const struct report_context *context;
    const struct pack *pack;
    size_t pack_number, pack_count;
    const struct survey_row *rows;
    size_t row_count; /* of all groups, those with a place first */
    struct ranking_counts counts;
    const char *folder; /* of the companies' files as an address; NULL: they are in the page */
    const char *paths;  /* what was read, as given: for the command */
    const struct passed_over *passed; /* what was not */
};

/* Each appends one section, or nothing where there is nothing to draw. */
typedef void survey_section(struct buf *out, const struct survey *survey);
struct survey_part {
    const char *id, *title;
    survey_section *put;
    bool (*has)(const struct survey *survey); /* NULL: always */
};
extern const struct survey_part survey_parts[];
extern const size_t survey_part_count;

/* Head of the page up to its sections, for all packs. */
void survey_put_head(struct buf *out, const struct survey *surveys, size_t count);

/* One section, with its heading. */
void survey_put_part(struct buf *out, const struct survey *survey,
                     const struct survey_part *part);

/* What stands last: method, how to get it again, the data. 'csv' is the table of companies. */
void survey_put_method(struct buf *out, const struct survey *surveys, size_t count);
void survey_put_reproduce(struct buf *out, const struct survey *surveys, size_t count,
                          struct text csv);

/* The prefix of the ids of a company's section, by the pack with that number. */
void survey_put_prefix(struct buf *out, int64_t number, size_t pack);

#endif
