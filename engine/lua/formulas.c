/* SPDX-License-Identifier: MIT */
#include <lauxlib.h>

#include "lua/api.h"

static const luaL_Reg functions[] = {
    {NULL, NULL},
};

void l_formulas_open(lua_State *L)
{
    luaL_setfuncs(L, functions, 0);
}
