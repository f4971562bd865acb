/* SPDX-License-Identifier: MIT
 *
 * What the first year costs: one sum, so that rules and figures cannot differ in it. Which
 * facts it is made of is data of the vocabulary ('first_year').
 */
#include <lauxlib.h>

#include "lua/api.h"
#include "lua/run.h"

/* Known ones first: costs only add up, so once they are too much, the others cannot change
 * that. Then what could still be learned, and last what could not: so learning a cost never
 * takes an answer back. */
enum pass {
    PASS_ONE_VALUE,
    PASS_RANGES,
    PASS_OPEN,
    PASS_REFUSED,
    PASS_NOT_APPLICABLE,
    PASS_COUNT
};

static enum pass pass_of(const struct fact *fact)
{
    if (fact->value.state == FACT_REFUSED)
        return PASS_REFUSED;
    if (fact->value.state == FACT_NOT_APPLICABLE)
        return PASS_NOT_APPLICABLE;
    if (!fact_is_known(fact) || fact->no_rate)
        return PASS_OPEN;
    return fact->value.lo == fact->value.hi ? PASS_ONE_VALUE : PASS_RANGES;
}

/* Adds one cost as often as it is paid. */
static decimal l_add_cost(lua_State *L, decimal sum, int fact, int times)
{
    decimal once, all;

    l_read_fact(L, fact);
    once = l_check_decimal(L, -1);
    lua_pop(L, 1);
    if (!decimal_mul_div(once, times, 1, &all) || all > DECIMAL_MAX - sum)
        luaL_error(L, "the costs are too large together");
    return sum + all;
}

/* Where costs stand in the vocabulary: mostly together. */
struct costs {
    size_t from, to; /* equal: there are none */
};

/* Adds the costs of one pass. */
static void l_add_pass(lua_State *L, struct costs costs, enum pass pass, decimal *sum)
{
    const struct run *run = run_of(L);
    const struct schema *schema = &run->pack->schema;

    l_charge(L, schema->fact_count * LIMITS_BYTES_PER_STEP);
    for (size_t i = costs.from; i < costs.to; i++) {
        int times = schema->facts[i].first_year;
        if (times == 0 || pass_of(&run->profile->facts[i]) != pass)
            continue;
        *sum = l_add_cost(L, *sum, (int)i, times);
    }
}

static struct costs costs_of(const struct schema *schema)
{
    struct costs costs = {0, schema->fact_count};

    while (costs.from < costs.to && schema->facts[costs.from].first_year == 0)
        costs.from++;
    while (costs.from < costs.to && schema->facts[costs.to - 1].first_year == 0)
        costs.to--;
    return costs;
}

int l_api_first_year_cost(lua_State *L)
{
    struct costs costs = costs_of(&run_of(L)->pack->schema);
    bool has_enough = !lua_isnoneornil(L, 1);
    decimal enough = has_enough ? l_check_decimal(L, 1) : 0, sum = 0;

    run_of(L)->touches++; /* which fact is read first hangs on what is known */
    if (costs.from == costs.to)
        return luaL_error(L, "no fact of the vocabulary has 'first_year'");
    for (int pass = 0; pass < PASS_COUNT && !(has_enough && sum > enough); pass++)
        l_add_pass(L, costs, (enum pass)pass, &sum);
    lua_pushnumber(L, decimal_to_double(sum));
    return 1;
}
