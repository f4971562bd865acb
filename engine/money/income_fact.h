/* SPDX-License-Identifier: MIT
 *
 * An income table as a fact of type income_rows holds it (facts/value_lists.h).
 */
#ifndef MONEY_INCOME_FACT_H
#define MONEY_INCOME_FACT_H

#include "money/income.h"

/* income_read of the text of such a fact; 'active' and 'all' as in struct income_table. Refuses
 * any text that is not written just as such facts are. */
bool income_read_fact(const char *text, int64_t active, int64_t all, struct income *out,
                      struct error *err);

enum { PEOPLE_DRAWN = 100 };

/* People of a hundred who were paid about the same. */
struct people {
    int count;            /* 1 to 100 */
    struct ratio average; /* 0: paid nothing */
};

/* The table as a hundred people, the least paid first: rows of under one person are joined with
 * the next, and what is left over goes to the largest remainders. Returns how many groups;
 * their counts add up to 100. */
size_t income_as_people(const struct income *income, struct people out[PEOPLE_DRAWN]);

#endif
