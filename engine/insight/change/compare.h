/* SPDX-License-Identifier: MIT
 *
 * Companies side by side: which facts and findings differ, whose scores are apart whatever the
 * open answers are, and what a year costs and brings beside a job. Pure data, from assessments
 * by one pack.
 */
#ifndef INSIGHT_COMPARE_H
#define INSIGHT_COMPARE_H

#include "score/assessment.h"

enum { COMPARE_MIN = 2, COMPARE_MAX = 6 };

/* "15 USD/h, 35 h": amounts in millionths of 'currency'. */
struct job {
    decimal wage;  /* an hour */
    decimal hours; /* a month */
    char currency[4];
    decimal month, year; /* what it pays: wage x hours */
};

/* Errors: ERROR_USAGE. */
bool job_parse(const char *given, struct job *out, struct error *err);

/* An amount, or a range, in the company's currency. */
struct amount {
    bool known;
    decimal lo, hi;
};

/* What a year costs and brings the median member. */
struct year {
    struct amount cost;      /* the first year, of the facts with 'first_year' */
    struct amount reward;    /* median, before cost */
    struct amount remainder; /* reward less cost */
    int *missing;            /* facts that are needed and not known */
    size_t missing_count;
};

struct comparison {
    const struct assessment *list; /* borrowed, as many as 'count'; of one pack */
    size_t count;
    const char **names; /* of the companies; with the file where two have one name */
    int *facts; /* that differ: first those that rules of the company score read, each part in
                   the order of the vocabulary */
    size_t fact_count;
    size_t read_count;   /* of 'facts', how many are read */
    size_t facts_same;   /* stated, and alike in all */
    size_t facts_absent; /* known of none */
    size_t *rules;       /* numbers of those whose findings differ, in the pack's order */
    size_t rule_count;
    size_t rules_same;  /* rules that say the same of all */
    struct year *years; /* one per company */
};

/* *out lives in 'arena'. Cannot fail. */
void compare(const struct assessment *list, size_t count, struct arena *arena,
             struct comparison *out);

/* Whether open answers could put either of two scores first, or make them equal. */
bool compare_is_close(const struct score *a, const struct score *b);

/* Whether what is said of a fact is nothing: not asked, or looked for and not found. */
bool compare_is_silent(const struct fact *fact);

#endif
