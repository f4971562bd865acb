/* SPDX-License-Identifier: MIT
 *
 * What it takes to get one's money back without recruiting anybody. Source: arithmetic.md 4.5.
 * Label: from your numbers. Assumptions: nobody is recruited; everything sold goes to people
 * outside the network at the full retail price; nothing is handed back; no tax.
 *
 * All money is in one currency. Results are exact; round them once (money/ratio.h), the nearest
 * way, but customers up. Errors: ERROR_USAGE, a number out of its range, or all of them too
 * large together.
 */
#ifndef MONEY_BREAK_EVEN_H
#define MONEY_BREAK_EVEN_H

#include "base/error.h"
#include "money/ratio.h"

struct break_even_terms {
    decimal join;           /* J: once */
    int64_t months;         /* H: looked at, 1 to 1200 */
    decimal fees;           /* F: a month */
    decimal other;          /* T: tools, events, travel, a month */
    decimal required;       /* Q: purchase to stay qualified, at member price, a month */
    decimal discount_pct;   /* d: retail discount, of the retail price */
    decimal commission_pct; /* c0: on own sales, of the retail price */
    decimal value_pct;      /* v: of Q, what you would have bought anyway */
};

/* Sales are at retail price, a month, to people outside. */
struct break_even_sales {
    bool reachable;     /* false: no amount of sales is enough; nothing below holds then */
    bool above_quota;   /* the sales alone fill the required purchase */
    struct ratio sales; /* S* */
};

/* K = J/H + F + T, a month. */
bool break_even_fixed(const struct break_even_terms *terms, struct ratio *out,
                      struct error *err);

/* Cost to stay in over all the months: J + H (Q + F + T); 'after_use' less the share of Q that
 * is used anyway. */
bool break_even_stay(const struct break_even_terms *terms, struct ratio *gross,
                     struct ratio *after_use, struct error *err);

/* profit(S) = S (d + c0) - K - max(0, Q - (1-d) S) (1 - v), a month. */
bool break_even_profit(const struct break_even_terms *terms, decimal sales, struct ratio *out,
                       struct error *err);

/* The least sales whose profit is 'income' a month: 0 to break even, hours times wage to match
 * a job. Both branches of S*. */
bool break_even_for(const struct break_even_terms *terms, decimal income,
                    struct break_even_sales *out, struct error *err);

/* hours times wage, a month; for break_even_for after one rounding to millionths. */
bool break_even_job(decimal hours, decimal wage, decimal *income, struct error *err);

/* ceil(sales / spend): regular customers who spend that much a month; spend > 0. */
bool break_even_customers(struct ratio sales, decimal spend, int64_t *out, struct error *err);

/* profit / hours; hours > 0, a month, 744 at most. */
bool break_even_hourly(struct ratio profit, decimal hours, struct ratio *out,
                       struct error *err);

#endif
