/* SPDX-License-Identifier: MIT
 *
 * Whether code can change anything that was there before it ran: then the state has to be put
 * back before the next company, else nothing can have carried over.
 */
#ifndef LUA_PURE_H
#define LUA_PURE_H

#include <stdbool.h>

#include <lua.h>

/*
 * Whether the functions that the chunk on top makes write to no table and to no variable
 * outside of them. The chunk's own code, which runs once, is not asked about. Cautious: of the
 * tables that a function makes for itself, it may write to one while it stands where it was
 * made. [-0, +0, e]
 *
 *   only_names   whether all of the chunk does no more with its environment than read names
 *                from it, so that it needs no guard
 */
bool l_is_pure(lua_State *L, bool *only_names);

#endif
