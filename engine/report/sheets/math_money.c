/* SPDX-License-Identifier: MIT
 *
 * Sentences on one's own money and on the group's: break-even, income tables, the balance.
 */
#include <inttypes.h>

#include "report/sheets/math.h"

/* --- break-even --- */

static const char outsiders[] = "nobody is recruited; what is sold goes to people outside the "
                                "network at the full price";

/* How many customers some sales are; says nothing where it is not known what one spends. */
static bool add_customers(struct math_sheet *sheet, const char *key, struct ratio sales,
                          decimal customer, const char *why, struct error *err)
{
    int64_t customers;

    if (customer == 0)
        return true;
    if (!break_even_customers(sales, customer, &customers, err))
        return false;
    math_add(sheet, key, math_whole(sheet->arena, customers), MATH_YOURS, outsiders,
             "regular customer%s %s a month%s, %s",
             customers == 1 ? " who spends" : "s who spend",
             math_money(sheet->arena, ratio_decimal(customer)).shown,
             customers == 1 ? "" : " each", why);
    return true;
}

static bool add_sales(struct math_sheet *sheet, const struct break_even_terms *terms,
                      decimal income, decimal customer, const char *keys[2], const char *why,
                      struct error *err)
{
    struct break_even_sales sales;

    if (!break_even_for(terms, income, &sales, err))
        return false;
    if (!sales.reachable) {
        math_add(sheet, keys[0], math_none("never", "money"), MATH_YOURS, outsiders,
                 "are sales enough %s: a sale brings in nothing", why);
        return true;
    }
    math_add(sheet, keys[0], math_money(sheet->arena, sales.sales), MATH_YOURS, outsiders,
             "a month sold to people outside, %s", why);
    return add_customers(sheet, keys[1], sales.sales, customer, why, err);
}

static bool add_stay(struct math_sheet *sheet, const struct break_even_terms *terms,
                     struct error *err)
{
    struct ratio gross, after_use;

    if (!break_even_stay(terms, &gross, &after_use, err))
        return false;
    math_add(sheet, "stay_in", math_money(sheet->arena, gross), MATH_YOURS, NULL,
             "to stay in for %" PRId64 " month%s: joining, fees, other costs and the required "
             "purchase",
             terms->months, terms->months == 1 ? "" : "s");
    if (terms->required > 0 && terms->value_pct > 0)
        math_add(sheet, "stay_in_after_use", math_money(sheet->arena, after_use), MATH_YOURS,
                 "what you use is worth to you what you pay for it",
                 "of that after the goods you would have bought anyway");
    return true;
}

/* With nothing sold at all. */
static bool add_idle(struct math_sheet *sheet, const struct break_even_terms *terms,
                     struct error *err)
{
    struct ratio profit;

    if (!break_even_profit(terms, 0, &profit, err))
        return false;
    math_add(sheet, "unsold_month", math_money(sheet->arena, profit), MATH_YOURS, NULL,
             "is the result of a month in which nothing is sold");
    return true;
}

bool math_break_even(struct math_sheet *sheet, const struct break_even_terms *terms,
                     const struct math_wishes *wishes, struct error *err)
{
    const char *even[] = {"sales", "customers"};
    const char *job[] = {"job_sales", "job_customers"};
    const char *hope[] = {"expected_sales", "expected_customers"};
    decimal income;

    if (!add_stay(sheet, terms, err) || !add_idle(sheet, terms, err) ||
        !add_sales(sheet, terms, 0, wishes->customer, even, "to break even", err) ||
        !break_even_job(wishes->hours, wishes->wage, &income, err))
        return false;
    const char *as_job =
        arena_printf(sheet->arena, "to earn %s as %s hours a month at %s an hour would",
                     math_money(sheet->arena, ratio_decimal(income)).shown,
                     math_money(sheet->arena, ratio_decimal(wishes->hours)).shown,
                     math_money(sheet->arena, ratio_decimal(wishes->wage)).shown);
    if (income > 0 && !add_sales(sheet, terms, income, wishes->customer, job, as_job, err))
        return false;
    const char *as_hoped =
        arena_printf(sheet->arena, "to earn the %s you expect",
                     math_money(sheet->arena, ratio_decimal(wishes->expected)).shown);
    return wishes->expected == 0 ||
           add_sales(sheet, terms, wishes->expected, wishes->customer, hope, as_hoped, err);
}

/* --- income tables --- */

static const char paid_out[] =
    "the table is the company's and counts what was paid out, before "
    "costs";

/* "fewer than 10 of 100", "at most 9 of 100" where the bound is a whole number. */
static const char *of_hundred(struct arena *arena, struct ratio share)
{
    decimal most = ratio_round(share, 2, RATIO_UP);
    int64_t up = most * 100 / DECIMAL_ONE;
    bool whole = most == ratio_round(share, 2, RATIO_DOWN);

    return arena_printf(arena, "%s %" PRId64 " of the 100", whole ? "at most" : "fewer than",
                        up);
}

static bool add_paid(struct math_sheet *sheet, const struct income *income,
                     const struct math_cost *cost, struct error *err)
{
    struct ratio low, high;
    struct ratio t = ratio_decimal(cost->amount);

    if (!income_at_least(income, t, &low, &high, err))
        return false;
    math_add(sheet, "paid_cost_at_most", math_pct(sheet->arena, high, RATIO_UP), MATH_EXACT,
             paid_out, "is the most that can have been paid the %s it costs to stay in%s: %s",
             math_money(sheet->arena, t).shown,
             cost->after_use ? " (after the goods you would use yourself)" : "",
             of_hundred(sheet->arena, high));
    if (ratio_sign(low) > 0)
        math_add(sheet, "paid_cost_at_least", math_pct(sheet->arena, low, RATIO_DOWN),
                 MATH_EXACT, paid_out, "is the least that were paid it");
    return true;
}

/* Whether the best paid 'pct' are whole rows, which makes their share of the money exact. */
static bool ends_between_rows(const struct income *income, decimal pct)
{
    struct ratio left = ratio_pct(pct);

    for (size_t i = income->count; i > 0 && ratio_fits(left) && ratio_sign(left) > 0; i--)
        left = ratio_sub(left, income->rows[i - 1].share);
    return ratio_fits(left) && ratio_sign(left) == 0;
}

static void add_top(struct math_sheet *sheet, const struct income *income, decimal top,
                    const struct income_top *best)
{
    struct arena *arena = sheet->arena;
    bool exact = ends_between_rows(income, top);
    enum ratio_rounding rounding = exact ? RATIO_NEAREST : RATIO_DOWN;
    struct math_number share = math_pct(arena, best->money, rounding);

    if (share.value >= 10 * DECIMAL_ONE) /* for people; the value stays */
        share.shown =
            arena_printf(arena, "%" PRId64 "%%",
                         (int64_t)(ratio_round(best->money, 2, rounding) * 100 / DECIMAL_ONE));
    math_add(sheet, "top_share", share, MATH_EXACT, paid_out,
             "of all the money%s went to the top %s, %s each", exact ? "" : ", at least,",
             math_pct(arena, ratio_pct(top), RATIO_NEAREST).shown,
             math_money(arena, best->average).shown);
}

/* Where a row was paid nothing on average, nobody in it was paid anything. */
static void add_middle(struct math_sheet *sheet, const struct income *income)
{
    struct ratio average = income->rows[income_middle(income)].average;
    bool nothing = ratio_sign(average) == 0;

    math_add(
        sheet, "middle", math_money(sheet->arena, average), nothing ? MATH_EXACT : MATH_MODEL,
        nothing ? "nobody in a row was paid more than somebody in the next"
                : "everybody in a row was paid its average",
        "was paid to the middle person%s", nothing ? "" : ", going by the average of the row");
}

bool math_income(struct math_sheet *sheet, const struct income_table *table, decimal top,
                 const struct math_cost *cost, struct error *err)
{
    struct arena *arena = sheet->arena;
    struct income income;
    struct income_top best;
    struct ratio gini;
    struct error no_gini;

    if (!income_read(table, &income, err) || !income_of_top(&income, top, &best, err))
        return false;
    struct ratio nothing = income_paid_nothing(&income);
    decimal of_100 = ratio_round(nothing, 4, RATIO_DOWN) * 100;
    if (of_100 > 0) /* a bound of 0 says nothing */
        math_add(sheet, "paid_nothing", math_pct(arena, nothing, RATIO_DOWN), MATH_EXACT,
                 paid_out, "of 100 %s, at least %s %s paid nothing",
                 table->all > 0 ? "who took part" : "in the table",
                 math_plain(arena, of_100).shown, of_100 == DECIMAL_ONE ? "was" : "were");
    add_middle(sheet, &income);
    math_add(sheet, "mean", math_money(arena, income.mean), MATH_EXACT, paid_out,
             "is the average of all");
    add_top(sheet, &income, top, &best);
    if (income_gini(&income, &gini, &no_gini)) /* the longest fractions: it may be too large */
        math_add(
            sheet, "gini_at_least",
            math_double(arena, decimal_to_double(ratio_round(gini, 2, RATIO_DOWN)), 2),
            MATH_EXACT, paid_out,
            "is the Gini index at least: 0 if all are paid the same, 1 if one is paid all");
    return cost->amount == 0 || add_paid(sheet, &income, cost, err);
}

/* --- the balance of the group --- */

bool math_balance(struct math_sheet *sheet, const struct balance_terms *terms, bool has_outside,
                  decimal outside, struct error *err)
{
    static const char group[] = "the sums of all members; recruiting moves money between them "
                                "and adds none";
    struct ratio idle, needed, net, share;
    bool reachable, known;

    if (!balance_net(terms, 0, &idle, err) ||
        !balance_needed(terms, &reachable, &needed, err) ||
        !balance_net(terms, outside, &net, err) ||
        !balance_outside_share(terms, outside, &known, &share, err))
        return false;
    math_add(sheet, "net_without_outside", math_money(sheet->arena, idle), MATH_EXACT, group,
             "a month is the result of the average member if nobody outside buys");
    math_add(sheet, "outside_needed",
             reachable ? math_money(sheet->arena, needed) : math_none("never", "money"),
             MATH_EXACT, group,
             reachable ? "a month per member must be sold outside, or the average member loses"
                       : "are sales outside enough: they bring in nothing");
    if (!has_outside)
        return true;
    math_add(sheet, "net", math_money(sheet->arena, net), MATH_EXACT, group,
             "a month is the result of the average member with %s sold outside",
             math_money(sheet->arena, ratio_decimal(outside)).shown);
    math_add(sheet, "outside_share",
             known ? math_pct(sheet->arena, share, RATIO_NEAREST) : math_none("none", "pct"),
             MATH_EXACT, group, "of the paid volume comes from people outside");
    return true;
}
