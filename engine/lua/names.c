/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "base/text.h"
#include "lua/api.h"
#include "lua/names.h"
#include "lua/run.h"

/* Names taken from Lua's base, string and math libraries. string.lower, upper and sub are
 * linear, and what they allocate is charged; tonumber, string.format and those of math are
 * wrapped. */
static const char *const from_base[] = {"assert", "error", "ipairs", "select", "type"};
static const char *const from_string[] = {"lower", "upper", "len", "sub"};
static const char *const from_math[] = {"abs", "ceil", "floor", "max", "min"};

/* Names of Lua that are not offered, with what to use instead. */
static const struct {
    const char *name, *instead;
} absent[] = {
    {"pairs", "write a list and use ipairs: the order of pairs changes from run to run"},
    {"next", "write a list and use ipairs: the order of next changes from run to run"},
    {"pcall", "let the error end the test: it becomes a finding of outcome error"},
    {"xpcall", "let the error end the test: it becomes a finding of outcome error"},
    {"tostring", "put the value into the message with %s, %d or %n"},
    {"print", "return what is to be said with the outcome"},
    {"warn", "return what is to be said with the outcome"},
    {"require", "write the helper in the rule's own file"},
    {"load", "write the function in the rule's own file"},
    {"loadstring", "write the function in the rule's own file"},
    {"loadfile", "write the function in the rule's own file"},
    {"dofile", "write the function in the rule's own file"},
    {"setmetatable", "plain tables are all that rules need"},
    {"getmetatable", "plain tables are all that rules need"},
    {"rawget", "plain tables are all that rules need"},
    {"rawset", "plain tables are all that rules need"},
    {"rawequal", "use =="},
    {"rawlen", "use #"},
    {"collectgarbage", "memory is the host's affair"},
    {"coroutine", "a test is one function that returns"},
    {"debug", "plumbline score FILE --format json shows what a rule read"},
    {"io", "rules read no files: write the value as a fact and read c.section.key"},
    {"os", "rules know no clock, no files and no settings: use asof(), the day of --as-of, and "
           "facts"},
    {"package", "write the helper in the rule's own file"},
    {"table", "write a list as { a, b } and use ipairs"},
    {"utf8", "use string.sub, string.len or contains"},
    {"fail", "use minor, major or critical"},
    {"null", "ask known(\"section.key\") whether a fact is known"},
    {"None", "ask known(\"section.key\") whether a fact is known"},
    {"True", "write true"},
    {"False", "write false"},
    {"c", "write function(c), which gives check and compute the facts"},
    {"_G", "a rule has no globals of its own: use local"},
    {"string.find", "use contains(text, word)"},
    {"string.match", "use contains(text, word)"},
    {"string.gmatch", "use contains(text, word)"},
    {"string.gsub", "use contains(text, word)"},
    {"string.rep", "write the text out"},
    {"string.reverse", "use string.sub"},
    {"string.byte", "use string.sub"},
    {"string.char", "write the text out"},
    {"string.dump", "functions stay in their file"},
    {"string.pack", "use string.format"},
    {"string.unpack", "use string.sub"},
    {"string.packsize", "use string.len"},
    {"math.random", "the same facts give the same result"},
    {"math.randomseed", "the same facts give the same result"},
    {"math.sqrt", "use x ^ 0.5"},
    {"math.tointeger", "use math.floor"},
    {"math.huge", "name a bound"},
    {"math.pi", "name a number"},
};

/* What the host offers besides; api.c has the functions. */
static const char *const offered[] = {
    "assert",
    "error",
    "ipairs",
    "select",
    "tonumber",
    "type",
    "string.format",
    "string.len",
    "string.lower",
    "string.sub",
    "string.upper",
    "math.abs",
    "math.ceil",
    "math.floor",
    "math.max",
    "math.min",
    "any",
    "asof",
    "balance_needed",
    "balance_net",
    "between",
    "bound_average",
    "bound_commission",
    "bound_downline",
    "bound_recruits",
    "break_even",
    "contains",
    "credit",
    "critical",
    "diff",
    "downline_odds",
    "first_year_cost",
    "has",
    "income_average",
    "income_nothing",
    "income_paid",
    "income_top",
    "info",
    "job_income",
    "joiner_odds",
    "known",
    "major",
    "minor",
    "month_profit",
    "monthly_loss",
    "not_applicable",
    "outside_share",
    "pass",
    "positions",
    "ratio",
    "stay_cost",
    "sum",
    "treadmill",
    "unknown",
    "usd",
    "value",
    "year_end",
    "years_between",
};

const char *const *names_offered(size_t *count)
{
    *count = COUNT(offered);
    return offered;
}

const char *names_instead(const char *name)
{
    size_t len = strcspn(name, ".");

    for (size_t i = 0; i < COUNT(absent); i++)
        if (strcmp(absent[i].name, name) == 0 ||
            (strlen(absent[i].name) == len && memcmp(absent[i].name, name, len) == 0))
            return absent[i].instead;
    return NULL;
}

/* --- errors that name --- */

static int l_read_only(lua_State *L)
{
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";

    return luaL_error(L, "'%s' cannot be set: rules keep nothing, use local", key);
}

static int l_unknown_name(lua_State *L)
{
    const char *prefix = lua_tostring(L, lua_upvalueindex(1));
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    const char *name = lua_pushfstring(L, "%s%s", prefix, key);
    const char *instead = names_instead(name);
    if (instead)
        return luaL_error(L, "'%s' is not available in rules: %s", name, instead);
    const char *nearest = text_nearest(text_of(name), offered, COUNT(offered));
    char meant[TEXT_MEANT_MAX];

    return luaL_error(L, "there is no '%s' in rules%s", name, text_meant(nearest, "", meant));
}

/* --- tables of names --- */

/* Makes reading an unknown key of the table on top an error that names it. [-0, +0, m] */
static void l_close_names(lua_State *L, const char *prefix)
{
    lua_createtable(L, 0, 2);               /* names meta */
    lua_pushstring(L, prefix);              /* names meta prefix */
    lua_pushcclosure(L, l_unknown_name, 1); /* names meta f */
    lua_setfield(L, -2, "__index");         /* names meta */
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2); /* names */
}

/* Leaves an empty table that reads from the one at 'index' and cannot be written. [-0, +1, m]
 */
static void l_push_read_only(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    lua_createtable(L, 0, 0); /* proxy */
    lua_createtable(L, 0, 3); /* proxy meta */
    lua_pushvalue(L, index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, l_read_only);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2); /* proxy */
}

/* Opens a library and leaves its table. [-0, +1, m] */
static void l_open_library(lua_State *L, lua_CFunction open)
{
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
}

/* Copies the listed functions from the table at -1 into the one at -2. [-0, +0, m] */
static void l_copy(lua_State *L, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        lua_getfield(L, -1, list[i]);
        lua_setfield(L, -3, list[i]);
    }
}

/* The same with a function of the host's around one of them. [-0, +0, m] */
static void l_wrap(lua_State *L, const char *name, lua_CFunction around)
{
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, around, 1);
    lua_setfield(L, -3, name);
}

static void l_push_string_names(lua_State *L)
{
    lua_createtable(L, 0, 24);         /* names */
    l_open_library(L, luaopen_string); /* names lib */
    l_copy(L, from_string, COUNT(from_string));
    l_wrap(L, "format", l_api_format);
    lua_pop(L, 1); /* names */
    l_close_names(L, "string.");
    /* ("x"):rep(n) goes through the string metatable: point it at the same names. */
    lua_pushliteral(L, "");   /* names "" */
    lua_createtable(L, 0, 2); /* names "" meta */
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1); /* names */
}

static void l_push_math_names(lua_State *L)
{
    lua_createtable(L, 0, 16);       /* names */
    l_open_library(L, luaopen_math); /* names lib */
    for (size_t i = 0; i < COUNT(from_math); i++)
        l_wrap(L, from_math[i], l_api_of_numbers);
    lua_pop(L, 1); /* names */
    l_close_names(L, "math.");
}

void l_names_open(lua_State *L)
{
    lua_createtable(L, 0, 120);      /* names */
    l_open_library(L, luaopen_base); /* names lib */
    l_copy(L, from_base, COUNT(from_base));
    l_wrap(L, "tonumber", l_api_tonumber);
    lua_pop(L, 1); /* names */
    l_api_open(L);
    l_push_string_names(L); /* names string */
    l_push_read_only(L, -1);
    lua_setfield(L, -3, "string");
    lua_pop(L, 1);
    l_push_math_names(L); /* names math */
    l_push_read_only(L, -1);
    lua_setfield(L, -3, "math");
    lua_pop(L, 1);
    l_close_names(L, ""); /* names */
}

void l_names_environment(lua_State *L, int index)
{
    l_push_read_only(L, index);
}
