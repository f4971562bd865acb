/* SPDX-License-Identifier: MIT
 *
 * What past.c (runs), past_company.c, past_names.c and past_trend.c share.
 */
#ifndef AUDIT_PAST_READ_H
#define AUDIT_PAST_READ_H

#include "audit/history/database.h"
#include "audit/history/past.h"

struct past {
    struct arena arena; /* owns this, and all that is read */
    struct database *db;
    const char *path;
    struct past_runs runs;
    struct past_pack *packs;
    size_t pack_count;
};

/* NULL where there is none: then the file is not what it should be. */
const struct past_run *past_run_of(const struct past *past, int64_t number);
const struct past_pack *past_pack_of(const struct past *past, int64_t key);

/* The next number of a row as one between 'low' and 'high': the file may come from anywhere. */
int64_t past_number(struct statement *statement, int column, int64_t low, int64_t high);

/* Reads the companies of a run by one of its packs. */
bool past_standing(struct past *past, const struct past_run *run, const struct past_pack *pack,
                   struct past_standing *out, struct error *err);

/* Says that there is no such company, and which has the nearest name. Returns false. */
bool past_no_company(struct past *past, const char *name, struct error *err);

/* Runs in the order of as-of dates; lives in the past's arena. */
const struct past_run **past_in_order(struct past *past);

enum { PAST_SCORE_MAX = 100000, PAST_POINTS_MAX = 1000000000 }; /* thousandths */

#endif
