/* SPDX-License-Identifier: MIT */
#include "money/balance.h"

#include "money/check.h"

struct parts {
    struct ratio at_cost;   /* 1 - d */
    struct ratio per_sale;  /* d + C(1-d) */
    struct ratio own_costs; /* (1 - C - u) w + E */
};

static bool parts_of(const struct balance_terms *t, decimal outside, struct parts *out,
                     struct error *err)
{
    const struct check checks[] = {
        {"discount", CHECK_PCT, t->discount_pct},
        {"payout", CHECK_PCT, t->payout_pct},
        {"own", CHECK_MONEY, t->own},
        {"value", CHECK_PCT, t->value_pct},
        {"costs", CHECK_MONEY, t->costs},
        {"outside", CHECK_MONEY, outside},
    };
    const struct ratio one = ratio_of(1, 1);

    if (!check_all(checks, COUNT(checks), err))
        return false;
    struct ratio discount = ratio_pct(t->discount_pct), payout = ratio_pct(t->payout_pct);
    struct ratio at_cost = ratio_sub(one, discount);
    struct ratio lost = ratio_sub(ratio_sub(one, payout), ratio_pct(t->value_pct));
    struct ratio own = ratio_mul(lost, ratio_decimal(t->own));
    struct ratio results[] = {at_cost, ratio_add(discount, ratio_mul(payout, at_cost)),
                              ratio_add(own, ratio_decimal(t->costs))};
    if (!check_fits(results, 3, err))
        return false;
    *out = (struct parts){results[0], results[1], results[2]};
    return true;
}

bool balance_net(const struct balance_terms *terms, decimal outside, struct ratio *out,
                 struct error *err)
{
    struct parts p;

    if (!parts_of(terms, outside, &p, err))
        return false;
    struct ratio net = ratio_sub(ratio_mul(p.per_sale, ratio_decimal(outside)), p.own_costs);
    if (!check_fits(&net, 1, err))
        return false;
    *out = net;
    return true;
}

bool balance_needed(const struct balance_terms *terms, bool *reachable, struct ratio *out,
                    struct error *err)
{
    struct parts p;
    struct ratio needed = ratio_of(0, 1);

    if (!parts_of(terms, 0, &p, err))
        return false;
    bool in_loss = ratio_sign(p.own_costs) > 0, can = ratio_sign(p.per_sale) > 0;
    if (in_loss && can)
        needed = ratio_div(p.own_costs, p.per_sale);
    if (!check_fits(&needed, 1, err))
        return false;
    *reachable = can || !in_loss;
    *out = needed;
    return true;
}

bool balance_outside_share(const struct balance_terms *terms, decimal outside, bool *known,
                           struct ratio *out, struct error *err)
{
    struct parts p;

    if (!parts_of(terms, outside, &p, err))
        return false;
    struct ratio sold = ratio_mul(ratio_decimal(outside), p.at_cost);
    struct ratio all = ratio_add(sold, ratio_decimal(terms->own));
    const struct ratio sums[] = {sold, all};
    if (!check_fits(sums, 2, err))
        return false;
    struct ratio share = ratio_sign(all) > 0 ? ratio_div(sold, all) : ratio_of(0, 1);
    if (!check_fits(&share, 1, err))
        return false;
    *known = ratio_sign(all) > 0;
    *out = share;
    return true;
}
