/* SPDX-License-Identifier: MIT
 *
 * The past of audits, drawn from plain records: the runs, one company over runs, one run, and
 * trends. engine/audit/history/past.h fills them from a history.
 *
 * Scores and points are thousandths. Texts are never NULL unless it says so; they and all lists
 * are borrowed.
 */
#ifndef REPORT_HISTORY_H
#define REPORT_HISTORY_H

#include "report/json/json_record.h"
#include "report/json/json_writer.h"
#include "report/text/text_page.h"

/* A pack as it judged: its files, what its rules were worth, and which counted. */
struct past_pack {
    int64_t key; /* the same for runs that judged alike */
    const char *name, *version, *hash;
    const char *points_hash; /* of --points, or "" */
    const char *only, *skip; /* or "" */
};

struct past_run {
    int64_t number;
    const char *program; /* its version */
    const char *as_of;   /* --as-of, or "" */
    const char *detail, *limits, *options, *inputs;
    const char *state; /* "running": not finished; "stopped", "whole" */
    struct json_counts counts;
    const struct past_pack **packs;
    size_t pack_count;
    size_t place; /* in the order of as-of dates, those without first, then of numbers */
};

struct past_runs {
    struct past_run *list; /* by number */
    size_t count;
};

/* What one rule found; 'outcome' is "" where it has no finding. */
struct past_finding {
    const char *rule, *title;
    const char *outcome; /* of a span, the milder end */
    bool span, waived;
    int severity;
    struct tally tally;
};

/* A rule that does not find what it found before. */
struct past_change {
    struct past_finding was, now; /* rule and title stand in both */
};

/* One company by one pack in one run; or the error that it was. */
struct past_result {
    const struct past_run *run;
    const char *name;  /* what the input called it */
    const char *error; /* "unreadable", "lost"; or NULL, and only then: */
    const char *company;
    const struct past_pack *pack;
    const char *profile_hash;
    struct score score;
    enum verdict_kind verdict;
    const char *band, *worst, *best; /* their names */
    int64_t waived, broken;
    const struct past_result
        *before;                 /* in an earlier run by a pack of the same name, or NULL */
    struct past_change *changes; /* since then */
    size_t change_count;
    const char *notes; /* of an error: what was wrong, a line each */
};

struct past_company {
    const char *name;         /* as asked for */
    struct past_result *list; /* in the order of as-of dates */
    size_t count;
};

struct past_band {
    const char *name;
    int64_t companies;
};

/* All companies by one pack in one run. */
struct past_standing {
    const struct past_run *run;
    const struct past_pack *pack;
    int64_t companies, scored; /* of these; the others have no score: nothing is decided */
    int64_t mean, median;      /* where 'scored' is not 0 */
    struct past_band *bands;   /* so far, best first; without: */
    size_t band_count;
    int64_t too_little;
};

struct past_mover {
    const char *company;
    int64_t was, now;
};

enum { PAST_MOVERS = 5, PAST_ERRORS = 10 }; /* shown at most */

struct past_trend {
    const char *pack;           /* the name of one pack, whatever its version */
    struct past_standing *list; /* in the order of as-of dates */
    size_t count;
    /* The latest whole run that has one before it which judged alike, and the first of those;
     * NULL where there are none. And what stands in both: */
    const struct past_run *first, *last;
    int64_t compared, better, worse;
    int64_t unclear; /* companies whose name stands more than once in one of them: left out */
    struct past_mover up[PAST_MOVERS], down[PAST_MOVERS];
    size_t up_count, down_count;
};

struct past_trends {
    struct past_trend *list; /* one per name of a pack */
    size_t count;
};

struct past_failure {
    const char *name, *error, *notes;
};

struct past_summary {
    const struct past_run *run;
    struct past_standing *standings; /* one per pack */
    size_t standing_count;
    struct past_failure failures[PAST_ERRORS]; /* the first of them */
    size_t failure_count;
};

/* 'version' is the program's. */
void history_runs_text(struct page *page, const char *file, const struct past_runs *runs);
void history_runs_json(struct json *json, const char *version, const struct past_runs *runs);
void history_company_text(struct page *page, const struct past_company *company);
void history_company_json(struct json *json, const char *version,
                          const struct past_company *company);
void history_summary_text(struct page *page, const struct past_summary *summary);
void history_summary_json(struct json *json, const char *version,
                          const struct past_summary *summary);
void history_trends_text(struct page *page, const struct past_trends *trends);
void history_trends_json(struct json *json, const char *version,
                         const struct past_trends *trends);

#endif
