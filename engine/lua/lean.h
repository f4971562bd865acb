/* SPDX-License-Identifier: MIT
 *
 * Rule files without their examples: a quarter of a pack's text, which scoring does not need
 * and would spend as much of its start on. Only plain data in the table that the file
 * returns is left out, so what is
 * left means the same; anything unusual is compiled whole.
 */
#ifndef LUA_LEAN_H
#define LUA_LEAN_H

#include <lua.h>

#include "base/text.h"

struct lean {
    struct text head; /* up to and with the opening brace of the examples */
    size_t newlines;  /* left out between: later lines keep their numbers */
    struct text tail; /* from the closing brace on */
};

/* All of the source in 'head'; or without its examples, where 'without_examples' is set and
 * they are plain data. */
struct lean lean_source(struct text source, bool without_examples);

/* A lua_Reader over a struct lean, which it uses up. */
const char *lean_read(lua_State *L, void *lean, size_t *size);

#endif
