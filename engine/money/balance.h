/* SPDX-License-Identifier: MIT
 *
 * The money balance of the whole group: the outside-money test, after Koscot and Vander Nat &
 * Keep. Source: arithmetic.md 4.3. Label: exact (an accounting identity over all members), from
 * your numbers. Assumption: none about behaviour; the shares hold for the group as a whole.
 *
 * All money per member and month. Results are exact; round them the nearest way. Errors:
 * ERROR_USAGE.
 */
#ifndef MONEY_BALANCE_H
#define MONEY_BALANCE_H

#include "base/error.h"
#include "money/ratio.h"

struct balance_terms {
    decimal discount_pct; /* d: retail discount, of the retail price */
    decimal payout_pct;   /* C: share of member-price volume paid out as commissions */
    decimal own;          /* w: what a member buys for himself or for the quota */
    decimal value_pct;    /* u: share of w that is used happily */
    decimal costs;        /* E: other costs */
};

/* net = [d + C(1-d)] X - (1 - C - u) w - E of the average member, where people outside pay
 * 'outside' = X at retail price. */
bool balance_net(const struct balance_terms *terms, decimal outside, struct ratio *out,
                 struct error *err);

/* X* = [(1 - C - u) w + E] / [d + C(1-d)]: outside sales from which the average member is not
 * in loss. 0 where no sales are needed; *reachable is false where none are enough. */
bool balance_needed(const struct balance_terms *terms, bool *reachable, struct ratio *out,
                    struct error *err);

/* phi = X(1-d) / [X(1-d) + w], from 0 to 1: the share of paid volume that comes from outside.
 * *known is false where nothing is bought at all. Thresholds belong in packs, with their
 * source. */
bool balance_outside_share(const struct balance_terms *terms, decimal outside, bool *known,
                           struct ratio *out, struct error *err);

#endif
