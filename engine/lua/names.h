/* SPDX-License-Identifier: MIT
 *
 * The names a rule can see: an allow-list, built up from nothing. Reading any other name of
 * Lua's libraries is an error that names its replacement; reading an unknown name is an error
 * with the nearest that exists. All of it is read-only to rules.
 */
#ifndef LUA_NAMES_H
#define LUA_NAMES_H

#include <lua.h>
#include <stddef.h>

/* Leaves the table of names on the stack: the __index of every rule's environment. [-0, +1, m]
 */
void l_names_open(lua_State *L);

/* Leaves a fresh read-only environment over the names at 'index' on the stack. [-0, +1, m] */
void l_names_environment(lua_State *L, int index);

/* The names offered, for .luacheckrc, the documents and "did you mean": "string.format" ... */
const char *const *names_offered(size_t *count);

/* What to use instead of a name of Lua that is not offered; NULL for any other name. */
const char *names_instead(const char *name);

#endif
