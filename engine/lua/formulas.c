/* SPDX-License-Identifier: MIT */
#include "lua/formulas.h"

#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "base/text.h"
#include "lua/api.h"
#include "lua/sandbox.h"

/* --- for the formulas --- */

const struct given *formula_given(const struct formula_call *call, const char *name)
{
    const struct field *fields = call->formula->fields;
    size_t i = 0;

    while (i + 1 < FORMULA_MAX_FIELDS && strcmp(fields[i].name, name) != 0)
        i++;
    return &call->given[i];
}

decimal formula_number(const struct formula_call *call, const char *name)
{
    return formula_given(call, name)->number;
}

int64_t formula_whole(const struct formula_call *call, const char *name)
{
    return formula_given(call, name)->whole;
}

void formula_give(struct formula_call *call, size_t number, decimal value)
{
    call->results[number] = (struct formula_result){true, value};
}

void formula_give_money(struct formula_call *call, size_t number, struct ratio value)
{
    formula_give(call, number, ratio_round(value, 6, RATIO_NEAREST));
}

void formula_give_pct(struct formula_call *call, size_t number, struct ratio share,
                      enum ratio_rounding rounding)
{
    formula_give(call, number, ratio_round(share, 4, rounding) * 100);
}

void formula_give_whole(struct formula_call *call, size_t number, int64_t value)
{
    formula_give(call, number, value * DECIMAL_ONE);
}

bool formula_give_double(struct formula_call *call, size_t number, double value,
                         struct error *err)
{
    decimal rounded;

    if (!decimal_from_double(value, &rounded))
        return error_set(err, ERROR_USAGE, NULL, 0, "the numbers are too large together");
    formula_give(call, number, rounded);
    return true;
}

/* --- reading the table --- */

size_t formula_field_count(const struct formula *f)
{
    size_t count = 0;

    while (count < FORMULA_MAX_FIELDS && f->fields[count].name)
        count++;
    return count;
}

static bool has_field(const struct formula *f, const char *name)
{
    for (size_t i = 0; i < formula_field_count(f); i++)
        if (strcmp(f->fields[i].name, name) == 0)
            return true;
    return false;
}

/* Throws for a field the formula does not have: the first by name, for the order of lua_next
 * changes from run to run. */
static void l_check_names(lua_State *L, const struct formula *f)
{
    const char *names[FORMULA_MAX_FIELDS], *unknown = NULL;
    bool nameless = false;

    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) { /* key value */
        l_charge(L, (size_t)8 * LIMITS_BYTES_PER_STEP);
        if (lua_type(L, -2) != LUA_TSTRING) {
            nameless = true;
            continue;
        }
        l_charge(L, lua_rawlen(L, -2));
        const char *name = lua_tostring(L, -2); /* the table holds it */
        if (!has_field(f, name) && (!unknown || strcmp(name, unknown) < 0))
            unknown = name;
    }
    if (nameless)
        luaL_error(L, "%s wants fields by name: %s{ %s = ... }", f->name, f->name,
                   f->fields[0].name);
    if (!unknown)
        return;
    size_t count = formula_field_count(f);
    for (size_t i = 0; i < count; i++)
        names[i] = f->fields[i].name;
    const char *nearest = text_nearest(text_of(unknown), names, count);
    char meant[TEXT_MEANT_MAX];
    luaL_error(L, "%s has no field '%s'%s", f->name, unknown, text_meant(nearest, "", meant));
}

/* The number on top. */
static decimal l_take_number(lua_State *L, const struct formula *f, const char *name)
{
    decimal number;

    if (lua_type(L, -1) != LUA_TNUMBER)
        luaL_error(L, "%s: '%s' must be a number, not %s", f->name, name, luaL_typename(L, -1));
    if (!decimal_from_double(lua_tonumber(L, -1), &number))
        luaL_error(L, "%s: '%s' is not a number between -9e12 and 9e12", f->name, name);
    return number;
}

static int64_t l_take_whole(lua_State *L, const struct formula *f, const char *name)
{
    decimal number = l_take_number(L, f, name); /* which bounds it, too */

    if (number % DECIMAL_ONE != 0)
        luaL_error(L, "%s: '%s' must be a whole number", f->name, name);
    return number / DECIMAL_ONE;
}

/* The list on top. */
static void l_take_widths(lua_State *L, struct formula_call *call, const char *name)
{
    const struct formula *f = call->formula;
    size_t count = lua_type(L, -1) == LUA_TTABLE ? lua_rawlen(L, -1) : 0;

    if (count == 0 || count > FORMULA_MAX_WIDTHS)
        luaL_error(L, "%s: '%s' must be a list of 1 to %d whole numbers", f->name, name,
                   FORMULA_MAX_WIDTHS);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        call->widths[i] = l_take_whole(L, f, name);
        lua_pop(L, 1);
    }
    call->width_count = count;
}

static void l_take_text(lua_State *L, const struct formula *f, const struct field *field,
                        struct given *given)
{
    if (lua_type(L, -1) != LUA_TSTRING)
        luaL_error(L, "%s: '%s' must be a fact such as %s, not %s", f->name, field->name,
                   field->kind == FIELD_ROWS ? "c.income.row" : "c.plan.level_pct",
                   luaL_typename(L, -1));
    l_charge(L, 16 * lua_rawlen(L, -1));
    given->text = lua_tostring(L, -1); /* the table holds it */
}

static void l_take_field(lua_State *L, struct formula_call *call, size_t number)
{
    const struct formula *f = call->formula;
    const struct field *field = &f->fields[number];
    struct given *given = &call->given[number];

    lua_pushstring(L, field->name);
    if (lua_rawget(L, 1) == LUA_TNIL) { /* table ... value */
        if (!field->optional)
            luaL_error(L, "%s wants the field '%s'", f->name, field->name);
        lua_pop(L, 1);
        return;
    }
    given->is = true;
    if (field->kind == FIELD_NUMBER)
        given->number = l_take_number(L, f, field->name);
    else if (field->kind == FIELD_WHOLE)
        given->whole = l_take_whole(L, f, field->name);
    else if (field->kind == FIELD_WIDTHS)
        l_take_widths(L, call, field->name);
    else
        l_take_text(L, f, field, given);
    lua_pop(L, 1);
}

/* --- calling --- */

static int l_api_formula(lua_State *L)
{
    const struct formula *f = lua_touserdata(L, lua_upvalueindex(1));
    size_t count = formula_field_count(f);
    struct error err;

    l_charge(L, (size_t)f->steps * LIMITS_BYTES_PER_STEP);
    if (lua_type(L, 1) != LUA_TTABLE || lua_gettop(L) > 1)
        return luaL_error(L, "%s wants one table of fields: %s{ %s = ... }", f->name, f->name,
                          f->fields[0].name);
    l_check_names(L, f);
    struct formula_call call = {.formula = f};
    for (size_t i = 0; i < count; i++)
        l_take_field(L, &call, i);
    if (!f->run(&call, &err))
        return luaL_error(L, "%s: %s", f->name, err.message);
    for (size_t i = 0; i < f->results; i++) {
        if (call.results[i].is)
            lua_pushnumber(L, decimal_to_double(call.results[i].value));
        else
            lua_pushnil(L);
    }
    return (int)f->results;
}

static void l_add(lua_State *L, const struct formula *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        lua_pushlightuserdata(L, (void *)&list[i]);
        lua_pushcclosure(L, l_api_formula, 1);
        lua_setfield(L, -2, list[i].name);
    }
}

static const struct formula *find(const struct formula *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return &list[i];
    return NULL;
}

const struct formula *formula_find(const char *name)
{
    const struct formula *found = find(formulas_of_money, formulas_of_money_count, name);

    return found ? found : find(formulas_of_networks, formulas_of_networks_count, name);
}

void l_formulas_open(lua_State *L)
{
    l_add(L, formulas_of_money, formulas_of_money_count);
    l_add(L, formulas_of_networks, formulas_of_networks_count);
}
