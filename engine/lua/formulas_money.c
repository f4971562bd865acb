/* SPDX-License-Identifier: MIT
 *
 * One's own money, income tables, the balance of the group: engine/money/break_even.h, income.h
 * and balance.h.
 */
#include "base/text.h"
#include "lua/formulas.h"
#include "money/balance.h"
#include "money/break_even.h"
#include "money/income_fact.h"

/* --- break-even --- */

static struct break_even_terms terms_of(const struct formula_call *call, bool sells)
{
    return (struct break_even_terms){
        .join = formula_number(call, "join"),
        .months = formula_whole(call, "months"),
        .fees = formula_number(call, "fees"),
        .other = formula_number(call, "other"),
        .required = formula_number(call, "required"),
        .value_pct = formula_number(call, "value"),
        .discount_pct = sells ? formula_number(call, "discount") : 0,
        .commission_pct = sells ? formula_number(call, "commission") : 0,
    };
}

static bool run_stay_cost(struct formula_call *call, struct error *err)
{
    struct break_even_terms terms = terms_of(call, false);
    struct ratio gross, after_use;

    if (!break_even_stay(&terms, &gross, &after_use, err))
        return false;
    formula_give_money(call, 0, gross);
    formula_give_money(call, 1, after_use);
    return true;
}

static bool run_break_even(struct formula_call *call, struct error *err)
{
    struct break_even_terms terms = terms_of(call, true);
    const struct given *customer = formula_given(call, "customer");
    struct break_even_sales sales;
    int64_t customers;

    if (!break_even_for(&terms, formula_number(call, "income"), &sales, err))
        return false;
    if (!sales.reachable)
        return true;
    formula_give_money(call, 0, sales.sales);
    if (!customer->is)
        return true;
    if (!break_even_customers(sales.sales, customer->number, &customers, err))
        return false;
    formula_give_whole(call, 1, customers);
    return true;
}

static bool run_month_profit(struct formula_call *call, struct error *err)
{
    struct break_even_terms terms = terms_of(call, true);
    const struct given *hours = formula_given(call, "hours");
    struct ratio profit, hourly;

    if (!break_even_profit(&terms, formula_number(call, "sales"), &profit, err))
        return false;
    formula_give_money(call, 0, profit);
    if (!hours->is)
        return true;
    if (!break_even_hourly(profit, hours->number, &hourly, err))
        return false;
    formula_give_money(call, 1, hourly);
    return true;
}

static bool run_job_income(struct formula_call *call, struct error *err)
{
    decimal income;

    if (!break_even_job(formula_number(call, "hours"), formula_number(call, "wage"), &income,
                        err))
        return false;
    formula_give(call, 0, income);
    return true;
}

/* --- income tables --- */

static bool read_table(const struct formula_call *call, struct income *out, struct error *err)
{
    return income_read_fact(formula_given(call, "rows")->text, formula_whole(call, "active"),
                            formula_whole(call, "all"), out, err);
}

static bool run_income_nothing(struct formula_call *call, struct error *err)
{
    struct income income;

    if (!read_table(call, &income, err))
        return false;
    formula_give_pct(call, 0, income_paid_nothing(&income), RATIO_DOWN);
    return true;
}

static bool run_income_average(struct formula_call *call, struct error *err)
{
    struct income income;

    if (!read_table(call, &income, err))
        return false;
    formula_give_money(call, 0, income.mean);
    formula_give_money(call, 1, income.rows[income_middle(&income)].average);
    return true;
}

static bool run_income_top(struct formula_call *call, struct error *err)
{
    struct income income;
    struct income_top top;

    if (!read_table(call, &income, err) ||
        !income_of_top(&income, formula_number(call, "top"), &top, err))
        return false;
    formula_give_pct(call, 0, top.money, RATIO_DOWN);
    formula_give_money(call, 1, top.average);
    return true;
}

static bool run_income_paid(struct formula_call *call, struct error *err)
{
    struct income income;
    struct ratio low, high;

    if (!read_table(call, &income, err) ||
        !income_at_least(&income, ratio_decimal(formula_number(call, "sum")), &low, &high, err))
        return false;
    formula_give_pct(call, 0, high, RATIO_UP);
    formula_give_pct(call, 1, low, RATIO_DOWN);
    return true;
}

/* --- the balance of the group --- */

static struct balance_terms balance_of(const struct formula_call *call)
{
    return (struct balance_terms){.discount_pct = formula_number(call, "discount"),
                                  .payout_pct = formula_number(call, "payout"),
                                  .own = formula_number(call, "own"),
                                  .value_pct = formula_number(call, "value"),
                                  .costs = formula_number(call, "costs")};
}

static bool run_balance_net(struct formula_call *call, struct error *err)
{
    struct balance_terms terms = balance_of(call);
    struct ratio net;

    if (!balance_net(&terms, formula_number(call, "outside"), &net, err))
        return false;
    formula_give_money(call, 0, net);
    return true;
}

static bool run_balance_needed(struct formula_call *call, struct error *err)
{
    struct balance_terms terms = balance_of(call);
    struct ratio needed;
    bool reachable;

    if (!balance_needed(&terms, &reachable, &needed, err))
        return false;
    if (reachable)
        formula_give_money(call, 0, needed);
    return true;
}

static bool run_outside_share(struct formula_call *call, struct error *err)
{
    struct balance_terms terms = {.discount_pct = formula_number(call, "discount"),
                                  .own = formula_number(call, "own")};
    struct ratio share;
    bool known;

    if (!balance_outside_share(&terms, formula_number(call, "outside"), &known, &share, err))
        return false;
    if (known)
        formula_give_pct(call, 0, share, RATIO_NEAREST);
    return true;
}

/* --- all of them --- */

#define STAYING                                                                                \
    {"join", FIELD_NUMBER, false}, {"months", FIELD_WHOLE, false},                             \
        {"fees", FIELD_NUMBER, true}, {"other", FIELD_NUMBER, true},                           \
        {"required", FIELD_NUMBER, false},                                                     \
    {                                                                                          \
        "value", FIELD_NUMBER, false                                                           \
    }
#define SELLING                                                                                \
    STAYING, {"discount", FIELD_NUMBER, false},                                                \
    {                                                                                          \
        "commission", FIELD_NUMBER, false                                                      \
    }
#define TABLE                                                                                  \
    {"rows", FIELD_ROWS, false}, {"active", FIELD_WHOLE, true},                                \
    {                                                                                          \
        "all", FIELD_WHOLE, true                                                               \
    }
#define BALANCE                                                                                \
    {"discount", FIELD_NUMBER, false}, {"payout", FIELD_NUMBER, false},                        \
        {"own", FIELD_NUMBER, false}, {"value", FIELD_NUMBER, false},                          \
    {                                                                                          \
        "costs", FIELD_NUMBER, false                                                           \
    }

enum { FEW_SUMS = 20000, A_TABLE = 100000 }; /* steps, for the longest fractions there are */

const struct formula formulas_of_money[] = {
    {"stay_cost", run_stay_cost, 2, FEW_SUMS, {STAYING}},
    {"break_even",
     run_break_even,
     2,
     FEW_SUMS,
     {SELLING, {"income", FIELD_NUMBER, true}, {"customer", FIELD_NUMBER, true}}},
    {"month_profit",
     run_month_profit,
     2,
     FEW_SUMS,
     {SELLING, {"sales", FIELD_NUMBER, false}, {"hours", FIELD_NUMBER, true}}},
    {"job_income",
     run_job_income,
     1,
     FEW_SUMS,
     {{"hours", FIELD_NUMBER, false}, {"wage", FIELD_NUMBER, false}}},
    {"income_nothing", run_income_nothing, 1, A_TABLE, {TABLE}},
    {"income_average", run_income_average, 2, A_TABLE, {TABLE}},
    {"income_top", run_income_top, 2, A_TABLE, {TABLE, {"top", FIELD_NUMBER, false}}},
    {"income_paid", run_income_paid, 2, A_TABLE, {TABLE, {"sum", FIELD_NUMBER, false}}},
    {"balance_net", run_balance_net, 1, FEW_SUMS, {BALANCE, {"outside", FIELD_NUMBER, false}}},
    {"balance_needed", run_balance_needed, 1, FEW_SUMS, {BALANCE}},
    {"outside_share",
     run_outside_share,
     1,
     FEW_SUMS,
     {{"discount", FIELD_NUMBER, false},
      {"own", FIELD_NUMBER, false},
      {"outside", FIELD_NUMBER, false}}},
};
const size_t formulas_of_money_count = COUNT(formulas_of_money);
