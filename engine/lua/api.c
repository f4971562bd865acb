/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem: linear, where strstr on 'a...ab' is not promised to be */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/api.h"
#include "lua/run.h"
#include "lua/tracing.h"

int l_charge_args(lua_State *L)
{
    int count = lua_gettop(L);

    l_charge(L, (size_t)count * 8 * LIMITS_BYTES_PER_STEP);
    return count;
}

int l_end(lua_State *L, enum run_end end, int fact)
{
    struct run *run = run_of(L);

    run->end = end;
    run->end_fact = fact;
    tracing_no_value(run, fact, end);
    return l_signal(L);
}

/* --- outcomes --- */

const char api_outcomes[API_OUTCOMES] = "";

enum outcome api_outcome_at(const void *address, int *credit)
{
    uintptr_t number = (uintptr_t)address - (uintptr_t)api_outcomes;

    *credit = 0;
    if (number < OUTCOME_COUNT) {
        *credit = outcome_credit((enum outcome)number);
        return (enum outcome)number;
    }
    if (number >= API_OUTCOMES)
        return OUTCOME_COUNT;
    *credit = (int)(number - OUTCOME_COUNT);
    return OUTCOME_CREDIT;
}

/* Returns the outcome and then all arguments: nothing is formatted before it is shown. */
static int l_return_outcome(lua_State *L, enum outcome outcome)
{
    lua_pushlightuserdata(L, (void *)&api_outcomes[outcome]);
    lua_insert(L, 1);
    return lua_gettop(L);
}

#define L_API_OUTCOME(name, outcome)                                                           \
    static int l_api_##name(lua_State *L)                                                      \
    {                                                                                          \
        return l_return_outcome(L, outcome);                                                   \
    }
L_API_OUTCOME(pass, OUTCOME_PASS)
L_API_OUTCOME(info, OUTCOME_INFO)
L_API_OUTCOME(minor, OUTCOME_MINOR)
L_API_OUTCOME(major, OUTCOME_MAJOR)
L_API_OUTCOME(critical, OUTCOME_CRITICAL)
L_API_OUTCOME(unknown, OUTCOME_UNKNOWN)
L_API_OUTCOME(not_applicable, OUTCOME_NOT_APPLICABLE)

static int l_api_credit(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TNUMBER);
    double share = lua_tonumber(L, 1);

    if (!(share >= 0 && share <= 1)) /* false for NaN too */
        return luaL_error(L, "credit must be from 0 to 1");
    lua_pushlightuserdata(
        L, (void *)&api_outcomes[OUTCOME_COUNT + (int)(share * CREDIT_FULL + 0.5)]);
    lua_replace(L, 1);
    return lua_gettop(L);
}

/* --- exact arithmetic --- */

decimal l_check_decimal(lua_State *L, int index)
{
    decimal value;

    if (lua_type(L, index) != LUA_TNUMBER)
        luaL_error(L, "argument %d must be a number, not %s", index, luaL_typename(L, index));
    if (!decimal_from_double(lua_tonumber(L, index), &value))
        luaL_error(L, "argument %d is not a number between -9e12 and 9e12", index);
    return value;
}

static int l_return_decimal(lua_State *L, decimal value)
{
    lua_pushnumber(L, decimal_to_double(value));
    return 1;
}

/* Both are within DECIMAL_MAX; the bound is tested before two of them could overflow. */
static decimal l_add(lua_State *L, decimal a, decimal b)
{
    if (b > 0 ? a > DECIMAL_MAX - b : a < -DECIMAL_MAX - b)
        luaL_error(L, "the sum or difference is too large");
    return a + b;
}

/* What a figure comes to; the number is put second, exact in millionths. */
static int l_api_value(lua_State *L)
{
    lua_pushnumber(L, decimal_to_double(l_check_decimal(L, 1)));
    lua_replace(L, 1);
    return l_return_outcome(L, OUTCOME_VALUE);
}

static int l_api_sum(lua_State *L)
{
    decimal sum = 0;

    int count = l_charge_args(L);
    for (int i = 1; i <= count; i++)
        sum = l_add(L, sum, l_check_decimal(L, i));
    return l_return_decimal(L, sum);
}

static int l_api_diff(lua_State *L)
{
    return l_return_decimal(L, l_add(L, l_check_decimal(L, 1), -l_check_decimal(L, 2)));
}

static int l_api_ratio(lua_State *L)
{
    decimal result, a = l_check_decimal(L, 1), b = l_check_decimal(L, 2);

    if (b == 0)
        return luaL_error(L, "ratio by zero: test the divisor first");
    if (!decimal_mul_div(a, DECIMAL_ONE, b, &result))
        return luaL_error(L, "the ratio is too large");
    return l_return_decimal(L, result);
}

/* --- dates, sets, text --- */

static date l_check_date(lua_State *L, int index)
{
    lua_Integer day = lua_isinteger(L, index) ? lua_tointeger(L, index) : 0;

    if (!lua_isinteger(L, index) || day < date_of(1000, 1, 1) || day > date_of(9999, 12, 31))
        luaL_error(L, "argument %d must be a date: a date fact, asof() or year_end(year)",
                   index);
    return (date)day;
}

static int l_api_years_between(lua_State *L)
{
    return l_return_decimal(L, date_years_between(l_check_date(L, 1), l_check_date(L, 2)));
}

static int l_api_year_end(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TNUMBER);
    double year = lua_tonumber(L, 1);

    if (!(year >= 1000 && year <= 9999) || year != floor(year))
        return luaL_error(L, "year_end wants a whole year from 1000 to 9999");
    lua_pushinteger(L, date_of((int)year, 12, 31));
    return 1;
}

/* A set is its members in the order of the vocabulary, each between commas: ",a,b,". */
static int l_api_has(lua_State *L)
{
    size_t set_len, len;
    const char *set = luaL_checklstring(L, 1, &set_len);
    const char *member = luaL_checklstring(L, 2, &len);
    struct text rest = {set, set_len}, part;
    bool found = false;

    l_charge(L, LIMITS_BYTES_PER_STEP * set_len);
    while (!found && text_next_part(&rest, ',', &part))
        found = len > 0 && part.len == len && memcmp(part.at, member, len) == 0;
    lua_pushboolean(L, found);
    return 1;
}

static int l_api_contains(lua_State *L)
{
    size_t text_len, len;
    const char *text = luaL_checklstring(L, 1, &text_len);
    const char *word = luaL_checklstring(L, 2, &len);

    l_charge(L, 4 * (text_len + len));
    lua_pushboolean(L, memmem(text, text_len, word, len) != NULL);
    return 1;
}

/* Goes on as the function of Lua's that this one wraps, in its place: so errors name the line
 * of the rule. */
static int l_original(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

int l_api_format(lua_State *L)
{
    size_t len;
    const char *format = luaL_checklstring(L, 1, &len);
    int top = lua_gettop(L);

    l_charge_args(L);
    for (const char *at = format; (at = memchr(at, '%', len - (size_t)(at - format))); at++) {
        at += 1 + strspn(at + 1, "-+ #0123456789.");
        if (*at == '\0' || !strchr("sdfgxX%i", *at))
            return luaL_error(L, "string.format knows %%s %%d %%f %%g here, not %%%c",
                              *at ? *at : ' ');
    }
    for (int i = 2; i <= top; i++) {
        int type = lua_type(L, i);
        l_charge(L, type == LUA_TSTRING ? lua_rawlen(L, i) : 0);
        if (type != LUA_TSTRING && type != LUA_TNUMBER)
            return luaL_error(L, "string.format wants text and numbers here, not %s",
                              lua_typename(L, type));
    }
    return l_original(L);
}

/* A function of Lua's that takes numbers, as upvalue. Lua would read a text as a number each
 * time it is called, however long the text is. */
int l_api_of_numbers(lua_State *L)
{
    int count = l_charge_args(L);
    for (int i = 1; i <= count; i++)
        if (lua_type(L, i) != LUA_TNUMBER)
            return luaL_error(L, "argument %d must be a number, not %s", i,
                              luaL_typename(L, i));
    return l_original(L);
}

/* tonumber with the original as upvalue: it reads all of its text. */
int l_api_tonumber(lua_State *L)
{
    l_charge(L, lua_type(L, 1) == LUA_TSTRING ? 16 * lua_rawlen(L, 1) : 0);
    return l_original(L);
}

static const luaL_Reg functions[] = {
    {"pass", l_api_pass},
    {"info", l_api_info},
    {"minor", l_api_minor},
    {"major", l_api_major},
    {"critical", l_api_critical},
    {"credit", l_api_credit},
    {"unknown", l_api_unknown},
    {"not_applicable", l_api_not_applicable},
    {"sum", l_api_sum},
    {"diff", l_api_diff},
    {"ratio", l_api_ratio},
    {"years_between", l_api_years_between},
    {"year_end", l_api_year_end},
    {"has", l_api_has},
    {"contains", l_api_contains},
    {"value", l_api_value},
    {"first_year_cost", l_api_first_year_cost},
    {NULL, NULL},
};

void l_api_open(lua_State *L)
{
    luaL_setfuncs(L, functions, 0);
    l_facts_api_open(L);
    l_formulas_open(L);
}
