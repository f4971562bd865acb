/* SPDX-License-Identifier: MIT
 *
 * Stubs for editors of Lua: a pack's facts, the names that rules see and the fields of a rule
 * file, as LuaCATS annotations (lua-language-server).
 */
#ifndef LUA_LUACATS_H
#define LUA_LUACATS_H

#include "base/buf.h"
#include "score/pack.h"

/* Appends a Lua file that defines nothing when run but the stubs. */
void luacats_put(struct buf *out, const struct pack *pack);

#endif
