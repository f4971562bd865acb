/* SPDX-License-Identifier: MIT
 *
 * What an income statement's table says about everybody in it: averages by row become the mean,
 * the middle person, the share of the top, and bounds on who can have been paid a sum. Source:
 * arithmetic.md 4.4. Label: exact, given the company's table. Assumption: no amount is
 * negative, and the table counts everybody it says it counts. Amounts are what was paid out:
 * commissions for a year as a rule; retail profit may be missing, costs are not taken off.
 *
 * Results are exact; round once (money/ratio.h): upper bounds up, lower bounds down, the rest
 * the nearest way. Errors: ERROR_USAGE.
 */
#ifndef MONEY_INCOME_H
#define MONEY_INCOME_H

#include "base/error.h"
#include "money/ratio.h"

enum { INCOME_ROWS_MAX = 64 };

struct income_row {
    decimal share_pct; /* of the people in the table, 0 to 100 */
    decimal average;   /* >= 0, over the table's period (a year) */
    bool has_low, has_high;
    decimal low, high; /* least and most that anybody in the row was paid */
};

struct income_table {
    const struct income_row *rows; /* borrowed; in any order; shares sum to 100 */
    size_t count;                  /* 1 to INCOME_ROWS_MAX */
    int64_t active, all; /* the table counts 'active' of 'all' people; all 0: it counts all */
};

/* One row of the table over all people. */
struct income_people {
    struct ratio share; /* 0 to 1 */
    struct ratio average;
    struct ratio low;
    bool has_high;
    struct ratio high;
};

/* The table over all people, checked: lowest average first, and a row of nothing in front where
 * 'active' are fewer than 'all'. */
struct income {
    struct income_people rows[INCOME_ROWS_MAX + 1];
    size_t count;
    struct ratio mean;
};

/* Refuses shares that do not sum to 100%: "the shares sum to 97%: 3% are missing ...". */
bool income_read(const struct income_table *table, struct income *out, struct error *err);

/* The share, 0 to 1, of people in rows that were paid nothing. More may have been, inside rows
 * with an average. */
struct ratio income_paid_nothing(const struct income *income);

/* The row, from 0, that holds the middle person; where the middle falls between two rows, the
 * lower one. Assumption: nobody in a row was paid more than somebody in the next. */
size_t income_middle(const struct income *income);

struct income_top {
    struct ratio money;   /* share of all the money, 0 to 1; 0 where there is none */
    struct ratio average; /* of these people */
};

/* The top x percent, 0 < x <= 100. A row that is cut counts at its average, so that 'money' is
 * a lower bound there, and exact where x ends between rows. */
bool income_of_top(const struct income *income, decimal pct, struct income_top *out,
                   struct error *err);

/* The share of people, 0 to 1, that was paid at least t: at least 'low', at most 'high' (Markov
 * in each row: sum of s x min(1, a/t); 0 where the row's high is under t, all of it where its
 * low is t or more). */
bool income_at_least(const struct income *income, struct ratio t, struct ratio *low,
                     struct ratio *high, struct error *err);

/* A lower bound of the Gini index, 0 to 1; 0 where nobody was paid anything. */
bool income_gini(const struct income *income, struct ratio *out, struct error *err);

#endif
