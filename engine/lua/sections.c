/* SPDX-License-Identifier: MIT
 *
 * What rules see as 'c': one userdata per section, whose keys are facts. Reading one is one
 * call of C.
 */
#include <stdint.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/api.h"

/* What the userdata of a section holds: the facts of its keys, found by where Lua keeps a key,
 * for equal short texts are one. They are keys of upvalue 1 of l_api_key, so they stay. */
struct section {
    size_t slot_count; /* a power of two */
    struct {
        const void *key; /* NULL: free */
        int fact;
    } slots[];
};

static size_t slot_of(const struct section *section, const void *key)
{
    size_t slot = ((uintptr_t)key >> 4) * 0x9E3779B1u;

    for (;; slot++) {
        slot &= section->slot_count - 1;
        if (!section->slots[slot].key || section->slots[slot].key == key)
            return slot;
    }
}

/* By text, for a key that is too long to be the only one, or not there. */
static int l_api_long_key(lua_State *L)
{
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNUMBER)
        return luaL_error(L, "there is no fact '%s' in the section '%s'",
                          lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?",
                          lua_tostring(L, lua_upvalueindex(2)));
    return l_read_fact(L, (int)lua_tointeger(L, 3));
}

/* c.section.key: the userdata of the section and the key. Upvalues: keys to numbers, the
 * section's name. */
static int l_api_key(lua_State *L)
{
    const struct section *section = lua_touserdata(L, 1);
    size_t slot = slot_of(section, lua_topointer(L, 2)); /* a number has none */

    return section->slots[slot].key ? l_read_fact(L, section->slots[slot].fact)
                                    : l_api_long_key(L);
}
static int l_no_write(lua_State *L)
{
    return luaL_error(L, "facts are read-only here");
}

static int l_no_section(lua_State *L)
{
    return luaL_error(L, "there is no section '%s' in the vocabulary",
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

/* Gives the value on top a metatable with these two functions, both on the stack above it;
 * takes them off. [-2, +0, m] */
static void l_set_access(lua_State *L)
{
    lua_createtable(L, 0, 3); /* value index newindex meta */
    lua_insert(L, -3);        /* value meta index newindex */
    lua_setfield(L, -3, "__newindex");
    lua_setfield(L, -2, "__index"); /* value meta */
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2); /* value */
}

/* Room for the keys of a section, at most half of it used. */
static struct section *l_new_section(lua_State *L, const struct schema *schema,
                                     const char *name)
{
    size_t count = 0, slots = 8;

    for (size_t i = 0; i < schema->fact_count; i++)
        count += string_is(schema->facts[i].section, name);
    while (slots < 2 * count)
        slots *= 2;
    size_t bytes = sizeof(struct section) + slots * sizeof((struct section){0}.slots[0]);
    struct section *section = lua_newuserdatauv(L, bytes, 0);
    memset(section, 0, bytes);
    section->slot_count = slots;
    return section;
}

static void l_push_section(lua_State *L, const struct schema *schema, const char *name)
{
    struct section *section = l_new_section(L, schema, name); /* ud */

    lua_createtable(L, 0, 32); /* ud keys */
    for (size_t i = 0; i < schema->fact_count; i++) {
        if (!string_is(schema->facts[i].section, name))
            continue;
        lua_pushstring(L, schema->facts[i].key); /* ud keys key */
        const void *key = lua_topointer(L, -1);
        size_t slot = slot_of(section, key);
        section->slots[slot].key = key;
        section->slots[slot].fact = (int)i;
        lua_pushinteger(L, (lua_Integer)i);
        lua_rawset(L, -3); /* ud keys */
    }
    lua_pushstring(L, name);           /* ud keys name */
    lua_pushcclosure(L, l_api_key, 2); /* ud index */
    lua_pushcfunction(L, l_no_write);  /* ud index newindex */
    l_set_access(L);                   /* ud */
}

/* Gives the table on top what a section that is not there, and every write, ends in. */
static void l_guard_sections(lua_State *L)
{
    lua_pushcfunction(L, l_no_section);
    lua_pushcfunction(L, l_no_write);
    l_set_access(L);
}

void l_push_facts(lua_State *L, const struct schema *schema)
{
    lua_createtable(L, 0, (int)schema->section_count); /* sections */
    for (size_t i = 0; i < schema->section_count; i++) {
        l_push_section(L, schema, schema->sections[i].name);
        lua_setfield(L, -2, schema->sections[i].name);
    }
    l_guard_sections(L);
    lua_createtable(L, 0, 0);         /* sections c */
    lua_pushvalue(L, -2);             /* sections c sections */
    lua_pushcfunction(L, l_no_write); /* sections c sections newindex */
    l_set_access(L);                  /* sections c */
}
