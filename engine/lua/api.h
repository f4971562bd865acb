/* SPDX-License-Identifier: MIT
 *
 * What the host offers to rules: outcomes, exact sums, dates, sets, text (api.c) and the facts
 * (facts_api.c). Each function is one l_api_NAME in the table at the bottom of its file.
 */
#ifndef LUA_API_H
#define LUA_API_H

#include <lua.h>

#include "base/decimal.h"
#include "score/finding.h"

/* What an outcome function returns first, so that a result cannot be mistaken: the address of
 * one of these, as a light userdata. The outcomes, then each credit that credit() can give. */
enum { API_OUTCOMES = OUTCOME_COUNT + CREDIT_FULL + 1 };
extern const char api_outcomes[API_OUTCOMES];

/* The outcome behind such an address, with what it earns; OUTCOME_COUNT where it is none. */
enum outcome api_outcome_at(const void *address, int *credit);

/* Adds all functions to the table on top. [-0, +0, m] */
void l_api_open(lua_State *L);
void l_facts_api_open(lua_State *L);
void l_formulas_open(lua_State *L);

/* string.format with the original as upvalue: no addresses, no tables. */
int l_api_format(lua_State *L);

/* Others of Lua's functions as upvalue: numbers only, and tonumber. */
int l_api_of_numbers(lua_State *L);
int l_api_tonumber(lua_State *L);

/* The number at 'index' in millionths. Throws where it is none, or beyond 9e12. */
decimal l_check_decimal(lua_State *L, int index);

/* Leaves the value of a fact that the rule declares; ends the test where it has none.
 * Returns 1.
 * [-0, +1, e] */
int l_read_fact(lua_State *L, int fact);

/* first_year_cost: cost_api.c. */
int l_api_first_year_cost(lua_State *L);

/* Charges some steps for each argument of the running function, for a rule may give thousands;
 * returns how many there are. */
int l_charge_args(lua_State *L);

/* Leaves the facts of the pack's vocabulary on the stack: the sections, and 'c', which reads
 * from them and cannot be written to. [-0, +2, m] */
struct schema;
void l_push_facts(lua_State *L, const struct schema *schema);

#endif
