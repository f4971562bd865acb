/* SPDX-License-Identifier: MIT
 *
 * Ten points on which income statements can be held against what FTC staff found missing in 70
 * of them (report of September 2024): what the statement itself says and leaves out.
 */
#include <string.h>

#include "report/sheets/math.h"

enum { POINT_FACTS = 2 };

/* The first fact that is known decides: it holds where its value is one of 'good'. */
static const struct {
    const char *id, *words;
    struct {
        const char *name, *good;
    } facts[POINT_FACTS];
} points[] = {
    {"covers_all",
     "it counts everybody who took part",
     {{"income.covers", "all"}, {"earn.ids_all_participants", "yes"}}},
    {"head_count", "it says how many people it counts", {{"income.head_count", "yes"}}},
    {"unpaid_shown", "it shows how many were paid nothing", {{"income.unpaid_shown", "yes"}}},
    {"costs_stated",
     "it takes costs off, or at least says how much they are",
     {{"earn.ids_expenses", "quantified"}}},
    {"spread_shown",
     "it gives a median or a range beside averages",
     {{"income.spread_shown", "yes"}, {"earn.ids_median", "yes"}}},
    {"real_year",
     "its amounts are those of a real year, not of a month times twelve",
     {{"income.real_year", "yes"}}},
    {"active_defined", "it says what \"active\" means", {{"income.active_defined", "yes"}}},
    {"leavers_given", "it says how many joined and left", {{"income.leavers_given", "yes"}}},
    {"purchases_given",
     "it says what people of each rank bought",
     {{"income.purchases_given", "yes"}}},
    {"typical_first",
     "it begins with what most were paid, not with the best paid",
     {{"income.typical_first", "yes"}}},
};

/* "income.covers = all", with the line of the file. */
static const char *evidence_of(struct math_sheet *sheet, int fact, struct buf *value)
{
    const struct fact *f = &sheet->profile->facts[fact];

    return arena_printf(sheet->arena, "%s = %s, line %d",
                        sheet->profile->schema->facts[fact].name, buf_text(value),
                        f->statements[0].line);
}

/* Whether the fact decides the point. */
static bool decide(struct math_sheet *sheet, const char *name, const char *good,
                   struct math_point *point)
{
    int number = schema_find_name(sheet->profile->schema, name);

    if (number == FACT_NONE)
        return false;
    const struct fact *fact = &sheet->profile->facts[number];
    if (!fact_is_known(fact) || fact->count == 0 || fact->value.lo != fact->value.hi)
        return false;
    struct buf value = BUF_INIT;
    value_put(&value, &sheet->profile->schema->facts[number], &fact->value);
    point->answer = strcmp(buf_text(&value), good) == 0 ? MATH_HOLDS : MATH_FAILS;
    point->evidence = evidence_of(sheet, number, &value);
    buf_release(&value);
    return true;
}

void math_statement(struct math_sheet *sheet)
{
    sheet->points = arena_alloc(sheet->arena, COUNT(points) * sizeof *sheet->points);
    for (size_t i = 0; i < COUNT(points); i++) {
        struct math_point point = {.id = points[i].id,
                                   .words = points[i].words,
                                   .answer = MATH_NOT_KNOWN,
                                   .evidence = points[i].facts[0].name};
        for (size_t j = 0; j < POINT_FACTS && points[i].facts[j].name; j++)
            if (decide(sheet, points[i].facts[j].name, points[i].facts[j].good, &point))
                break;
        sheet->points[sheet->point_count++] = point;
    }
}
