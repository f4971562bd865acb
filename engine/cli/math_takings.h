/* SPDX-License-Identifier: MIT
 *
 * Which option of 'plumbline math' comes from which facts of a profile, as a table.
 */
#ifndef CLI_MATH_TAKINGS_H
#define CLI_MATH_TAKINGS_H

#include <stdbool.h>
#include <stddef.h>

enum { TAKEN_FACTS = 5 };

enum how {
    HOW_SUM,      /* of the facts */
    HOW_A_MONTH,  /* their sum over 12 months, for one */
    HOW_OTHER,    /* the same, less the monthly fee that is a part of it */
    HOW_PER_WEEK, /* hours a week, for a month */
    HOW_REST,     /* 100% less the fact */
    HOW_NEXT,     /* one more than the fact */
    HOW_PART_OF,  /* the first as a share of the second, 100% at most */
    HOW_TEXT,     /* a list as it stands */
    HOW_ROWS,     /* of an income table, each an option */
    HOW_COUNT,    /* as HOW_SUM, where the table leaves people out */
};

/* One option and the facts it comes from. */
struct taking {
    const char *command, *option;
    const char *facts[TAKEN_FACTS];
    enum how how;
    bool needed;
    const char *unless; /* options that make it needless */
};

extern const struct taking takings[];
extern const size_t taking_count;

#endif
