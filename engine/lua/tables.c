/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/load.h"

_Noreturn void l_fail(lua_State *L, struct loader *ld, const char *format, ...)
{
    char message[ERROR_MESSAGE_MAX];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    bool what = ld->what && *ld->what;
    error_set(&ld->err, ERROR_PACK, pack_path(ld, ld->file),
              fault_line(ld->text, what ? ld->what : "", message), "%s%s%s",
              what ? ld->what : "", what ? ": " : "", message);
    l_signal(L);
    abort(); /* not reached: l_signal throws, but lua_error's prototype cannot say so */
}

void l_fault(lua_State *L, struct loader *ld, const char *format, ...)
{
    char message[ERROR_MESSAGE_MAX];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (!ld->faults)
        l_fail(L, ld, "%s", message);
    l_charge(L, ld->text.len); /* the line is looked for in all of it */
    load_note(ld, fault_line(ld->text, ld->what, message), message);
}

static bool is_listed(const char *name, const char *const *list)
{
    for (; *list; list++)
        if (string_is(*list, name))
            return true;
    return false;
}

/* The first unknown field by name after 'last': the order of lua_next changes from run to run.
 */
static const char *l_next_unknown(lua_State *L, struct loader *ld, int table,
                                  const char *const *fields, bool items, const char *last)
{
    const char *unknown = NULL;

    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) { /* key value */
        if (lua_type(L, -2) != LUA_TSTRING) {
            if (!items || !lua_isinteger(L, -2))
                l_fail(L, ld, "a field must have a name, such as %s", fields[0]);
            continue;
        }
        const char *name = lua_tostring(L, -2);
        if (!is_listed(name, fields) && strcmp(name, last) > 0 &&
            (!unknown || strcmp(name, unknown) < 0))
            unknown = arena_copy(ld->arena, name, strlen(name));
    }
    return unknown;
}

void l_check_fields(lua_State *L, struct loader *ld, int table, const char *const *fields,
                    bool items)
{
    if (!ld->known)
        l_check_keys(L, ld, table, fields, items);
}

void l_check_keys(lua_State *L, struct loader *ld, int table, const char *const *fields,
                  bool items)
{
    const char *unknown = "";
    size_t count = 0;

    table = lua_absindex(L, table);
    while (fields[count])
        count++;
    while ((unknown = l_next_unknown(L, ld, table, fields, items, unknown)) != NULL) {
        const char *nearest = text_nearest(text_of(unknown), fields, count);
        char meant[TEXT_MEANT_MAX];
        l_fault(L, ld, "unknown field '%s'%s", unknown, text_meant(nearest, "", meant));
        l_charge(L, (size_t)LIMITS_TICK * LIMITS_BYTES_PER_STEP);
    }
}

int l_get(lua_State *L, int table, const char *name)
{
    table = lua_absindex(L, table);
    lua_pushstring(L, name);
    return lua_rawget(L, table);
}

/* A copy of the text on top, which it takes off; NULL where it is no text in UTF-8. */
static const char *l_take_text(lua_State *L, struct loader *ld)
{
    size_t len;

    if (lua_type(L, -1) != LUA_TSTRING)
        return NULL;
    const char *at = lua_tolstring(L, -1, &len);
    size_t plain = ld->known ? len : text_plain_len(at, len);
    if (plain < len && (utf8_valid_len(at, len) < len || memchr(at, '\0', len)))
        return NULL;
    for (size_t i = plain; i < len; i++)
        if (is_control(at + i, len - i))
            return NULL;
    const char *copy = arena_copy(ld->arena, at, len);
    lua_pop(L, 1);
    return copy;
}

const char *l_text(lua_State *L, struct loader *ld, int table, const char *name, bool required)
{
    if (l_get(L, table, name) == LUA_TNIL) {
        if (required)
            l_fault(L, ld, "'%s' is missing", name);
        lua_pop(L, 1);
        return required ? "" : NULL;
    }
    const char *text = l_take_text(L, ld);
    if (text)
        return text;
    l_fault(L, ld, "'%s' must be text in UTF-8 without control characters, not %s", name,
            luaL_typename(L, -1));
    lua_pop(L, 1);
    return required ? "" : NULL;
}

const char *l_item_text(lua_State *L, struct loader *ld, int table, size_t item)
{
    lua_rawgeti(L, table, (lua_Integer)item + 1);
    const char *text = l_take_text(L, ld);
    if (!text)
        l_fail(L, ld, "item %zu must be text in UTF-8 without control characters, not %s",
               item + 1, luaL_typename(L, -1));
    return text;
}

int l_whole(lua_State *L, struct loader *ld, int table, const char *name, int least, int most)
{
    int value = least;

    if (l_get(L, table, name) == LUA_TNIL)
        l_fault(L, ld, "'%s' is missing", name);
    else if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < least ||
             lua_tointeger(L, -1) > most)
        l_fault(L, ld, "'%s' must be a whole number from %d to %d", name, least, most);
    else
        value = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    return value;
}

bool l_bool(lua_State *L, struct loader *ld, int table, const char *name)
{
    int type = l_get(L, table, name);

    if (type != LUA_TNIL && type != LUA_TBOOLEAN)
        l_fault(L, ld, "'%s' must be true or false", name);
    bool value = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return value;
}

size_t l_item_count(lua_State *L, struct loader *ld)
{
    size_t count = lua_rawlen(L, -1);

    if (count > LIST_MAX_ITEMS)
        l_fail(L, ld, "a list may have %d items at most", LIST_MAX_ITEMS);
    l_charge(L, count * LIMITS_BYTES_PER_STEP);
    return count;
}

size_t l_list(lua_State *L, struct loader *ld, int table, const char *name, bool required)
{
    int type = l_get(L, table, name);

    if (type == LUA_TTABLE)
        return l_item_count(L, ld);
    if (type != LUA_TNIL || required)
        l_fault(L, ld, "'%s' %s a list { ... }", name,
                type == LUA_TNIL ? "is missing:" : "must be");
    lua_pop(L, 1);
    lua_createtable(L, 0, 0);
    return 0;
}

void l_item(lua_State *L, struct loader *ld, int list, size_t item)
{
    if (lua_rawgeti(L, list, (lua_Integer)item + 1) != LUA_TTABLE)
        l_fail(L, ld, "item %zu must be a table { ... }", item + 1);
}

struct names l_names(lua_State *L, struct loader *ld, int table, const char *name,
                     bool required)
{
    struct names names = {.count = l_list(L, ld, table, name, required)};
    const char **list = arena_alloc(ld->arena, names.count * sizeof *list);

    size_t kept = 0;

    for (size_t i = 0; i < names.count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        list[kept] = l_take_text(L, ld);
        if (list[kept]) {
            kept++;
            continue;
        }
        l_fault(L, ld,
                "item %zu of '%s' must be text in UTF-8 without control characters, not %s",
                i + 1, name, luaL_typename(L, -1));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return (struct names){list, kept};
}
