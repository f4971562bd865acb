/* SPDX-License-Identifier: MIT */
#include "money/break_even.h"

#include "money/check.h"

enum { MONTHS_MAX = 1200, HOURS_IN_A_MONTH = 744 };

/* The terms as exact shares and sums a month. */
struct exact_terms {
    struct ratio fixed, required;
    struct ratio margin;   /* d + c0 */
    struct ratio at_cost;  /* 1 - d: what a unit of sales cost to buy */
    struct ratio not_used; /* 1 - v */
};

static bool terms_check(const struct break_even_terms *t, struct error *err)
{
    const struct check checks[] = {
        {"join", CHECK_MONEY, t->join},           {"fees", CHECK_MONEY, t->fees},
        {"other", CHECK_MONEY, t->other},         {"required", CHECK_MONEY, t->required},
        {"discount", CHECK_PCT, t->discount_pct}, {"commission", CHECK_PCT, t->commission_pct},
        {"value", CHECK_PCT, t->value_pct},
    };

    return check_all(checks, COUNT(checks), err) &&
           check_whole("months", t->months, 1, MONTHS_MAX, err);
}

static bool terms_exact(const struct break_even_terms *t, struct exact_terms *out,
                        struct error *err)
{
    const struct ratio one = ratio_of(1, 1);

    if (!terms_check(t, err))
        return false;
    struct ratio monthly = ratio_add(ratio_decimal(t->fees), ratio_decimal(t->other));
    struct ratio join = ratio_div(ratio_decimal(t->join), ratio_of(t->months, 1));
    struct ratio discount = ratio_pct(t->discount_pct);
    *out = (struct exact_terms){
        .fixed = ratio_add(join, monthly),
        .required = ratio_decimal(t->required),
        .margin = ratio_add(discount, ratio_pct(t->commission_pct)),
        .at_cost = ratio_sub(one, discount),
        .not_used = ratio_sub(one, ratio_pct(t->value_pct)),
    };
    return true;
}

bool break_even_fixed(const struct break_even_terms *terms, struct ratio *out,
                      struct error *err)
{
    struct exact_terms t;

    if (!terms_exact(terms, &t, err) || !check_fits(&t.fixed, 1, err))
        return false;
    *out = t.fixed;
    return true;
}

bool break_even_stay(const struct break_even_terms *terms, struct ratio *gross,
                     struct ratio *after_use, struct error *err)
{
    struct exact_terms t;
    struct ratio months = ratio_of(terms->months, 1), results[2];

    if (!terms_exact(terms, &t, err))
        return false;
    struct ratio net = ratio_mul(t.required, t.not_used);
    results[0] = ratio_mul(months, ratio_add(t.fixed, t.required));
    results[1] = ratio_mul(months, ratio_add(t.fixed, net));
    if (!check_fits(results, 2, err))
        return false;
    *gross = results[0];
    *after_use = results[1];
    return true;
}

bool break_even_profit(const struct break_even_terms *terms, decimal sales, struct ratio *out,
                       struct error *err)
{
    struct exact_terms t;
    const struct check check = {"sales", CHECK_MONEY, sales};

    if (!terms_exact(terms, &t, err) || !check_all(&check, 1, err))
        return false;
    struct ratio sold = ratio_decimal(sales);
    struct ratio unsold = ratio_sub(t.required, ratio_mul(t.at_cost, sold));
    struct ratio profit = ratio_sub(ratio_mul(sold, t.margin), t.fixed);
    if (!check_fits(&unsold, 1, err))
        return false;
    if (ratio_sign(unsold) > 0)
        profit = ratio_sub(profit, ratio_mul(unsold, t.not_used));
    if (!check_fits(&profit, 1, err))
        return false;
    *out = profit;
    return true;
}

/* The branch below the quota: [need + Q(1-v)] / [(d+c0) + (1-d)(1-v)]. */
static bool below_quota(const struct exact_terms *t, struct ratio need,
                        struct break_even_sales *out, struct error *err)
{
    struct ratio per_sale = ratio_add(t->margin, ratio_mul(t->at_cost, t->not_used));
    struct ratio cost = ratio_add(need, ratio_mul(t->required, t->not_used));
    struct ratio parts[] = {per_sale, cost};

    if (!check_fits(parts, 2, err))
        return false;
    bool free_of_cost = ratio_sign(cost) == 0;
    bool reachable = free_of_cost || ratio_sign(per_sale) > 0;
    struct ratio sales =
        free_of_cost || !reachable ? ratio_of(0, 1) : ratio_div(cost, per_sale);
    if (!check_fits(&sales, 1, err))
        return false;
    *out = (struct break_even_sales){.reachable = reachable, .sales = sales};
    return true;
}

bool break_even_for(const struct break_even_terms *terms, decimal income,
                    struct break_even_sales *out, struct error *err)
{
    struct exact_terms t;
    const struct check check = {"income", CHECK_MONEY, income};

    if (!terms_exact(terms, &t, err) || !check_all(&check, 1, err))
        return false;
    struct ratio need = ratio_add(t.fixed, ratio_decimal(income));
    if (!check_fits(&need, 1, err))
        return false;
    if (ratio_sign(t.margin) == 0) {
        if (ratio_sign(need) == 0)
            return below_quota(&t, need, out, err);
        *out = (struct break_even_sales){.reachable = false, .sales = ratio_of(0, 1)};
        return true;
    }
    struct ratio sales = ratio_div(need, t.margin);
    struct ratio bought = ratio_mul(t.at_cost, sales); /* for them, at member price */
    const struct ratio parts[] = {sales, bought};
    if (!check_fits(parts, 2, err))
        return false;
    if (ratio_cmp(bought, t.required) < 0)
        return below_quota(&t, need, out, err);
    *out = (struct break_even_sales){true, true, sales};
    return true;
}

bool break_even_job(decimal hours, decimal wage, decimal *income, struct error *err)
{
    const struct check check = {"wage", CHECK_MONEY, wage};

    if (!check_range("hours", hours, 0, HOURS_IN_A_MONTH * DECIMAL_ONE, "", err) ||
        !check_all(&check, 1, err))
        return false;
    struct ratio pay = ratio_mul(ratio_decimal(hours), ratio_decimal(wage));
    if (!check_fits(&pay, 1, err))
        return false;
    *income = ratio_round(pay, 6, RATIO_NEAREST);
    return true;
}

bool break_even_customers(struct ratio sales, decimal spend, int64_t *out, struct error *err)
{
    if (!check_range("customer", spend, 1, CHECK_MOST * DECIMAL_ONE, "", err))
        return false;
    struct ratio customers = ratio_div(sales, ratio_decimal(spend));
    if (!check_fits(&customers, 1, err))
        return false;
    *out = ratio_whole(customers, RATIO_UP);
    return true;
}

bool break_even_hourly(struct ratio profit, decimal hours, struct ratio *out, struct error *err)
{
    if (!check_range("hours", hours, 1, HOURS_IN_A_MONTH * DECIMAL_ONE, "", err))
        return false;
    struct ratio hourly = ratio_div(profit, ratio_decimal(hours));
    if (!check_fits(&hourly, 1, err))
        return false;
    *out = hourly;
    return true;
}
