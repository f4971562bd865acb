/* SPDX-License-Identifier: MIT */
#include "insight/ask/lacking.h"

size_t facts_lacking(const struct assessment *a, struct arena *arena, int **out)
{
    size_t fact_count = a->pack->schema.fact_count, count = 0;
    size_t *figures = arena_alloc(arena, fact_count * sizeof *figures); /* by number */
    int *list = arena_alloc(arena, fact_count * sizeof *list);

    for (size_t i = 0; i < a->pack->figure_count; i++) {
        const struct figure_result *figure = &a->figures[i];
        for (size_t m = 0; m < figure->missing_count; m++)
            if (figures[figure->missing[m]]++ == 0)
                list[count++] = figure->missing[m];
    }
    for (size_t i = 1; i < count; i++) {
        int fact = list[i];
        size_t at = i;
        for (; at > 0 && figures[fact] > figures[list[at - 1]]; at--)
            list[at] = list[at - 1];
        list[at] = fact;
    }
    *out = list;
    return count;
}

static bool group_lacks(const struct assessment *a, size_t group)
{
    for (size_t i = 0; i < a->pack->figure_count; i++)
        if (a->figures[i].missing_count > 0 && a->pack->figures[i].group == group)
            return true;
    return false;
}

void facts_lacking_put_groups(struct buf *out, const struct assessment *a)
{
    size_t count = 0;

    for (size_t g = 0; g < a->pack->group_count; g++) {
        if (!group_lacks(a, g))
            continue;
        buf_puts(out, count++ ? ", " : "");
        for (const char *at = a->pack->groups[g].title; *at; at++)
            buf_putc(out, to_lower(*at));
    }
}
