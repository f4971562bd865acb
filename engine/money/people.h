/* SPDX-License-Identifier: MIT
 *
 * An income table as a hundred people, to be drawn.
 */
#ifndef MONEY_PEOPLE_H
#define MONEY_PEOPLE_H

#include "money/income.h"

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
