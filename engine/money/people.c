/* SPDX-License-Identifier: MIT */
#include "money/people.h"

/* Some rows together: their share and what they were paid, both of all people. */
struct joined {
    struct ratio share, money;
};

static void join(struct joined *to, struct ratio share, struct ratio money)
{
    to->share = ratio_add(to->share, share);
    to->money = ratio_add(to->money, money);
}

/* Rows as they come, each with those before it that are under one person; what is left at the
 * end goes to the last. */
static size_t join_rows(const struct income *income, struct joined *out)
{
    const struct joined none = {ratio_of(0, 1), ratio_of(0, 1)};
    const struct ratio one = ratio_of(1, PEOPLE_DRAWN);
    struct joined open = none;
    size_t count = 0;

    for (size_t i = 0; i < income->count; i++) {
        const struct income_people *row = &income->rows[i];
        join(&open, row->share, ratio_mul(row->share, row->average));
        if (ratio_cmp(open.share, one) < 0)
            continue;
        out[count++] = open;
        open = none;
    }
    if (count > 0)
        join(&out[count - 1], open.share, open.money);
    return count;
}

size_t income_as_people(const struct income *income, struct people out[PEOPLE_DRAWN])
{
    struct joined rows[INCOME_ROWS_MAX + 1];
    struct ratio left[INCOME_ROWS_MAX + 1];
    size_t count = join_rows(income, rows);
    int drawn = 0;

    for (size_t i = 0; i < count; i++) {
        struct ratio people = ratio_mul(rows[i].share, ratio_of(PEOPLE_DRAWN, 1));
        out[i].count = (int)ratio_whole(people, RATIO_DOWN);
        out[i].average = ratio_div(rows[i].money, rows[i].share);
        left[i] = ratio_sub(people, ratio_of(out[i].count, 1));
        drawn += out[i].count;
    }
    for (; drawn < PEOPLE_DRAWN && count > 0; drawn++) {
        size_t most = 0;
        for (size_t i = 1; i < count; i++)
            if (ratio_cmp(left[i], left[most]) > 0)
                most = i;
        out[most].count++;
        left[most] = ratio_sub(left[most], ratio_of(1, 1));
    }
    return count;
}
