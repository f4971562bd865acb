/* SPDX-License-Identifier: MIT
 *
 * A pack whose files were compiled when the program was built: what the core pack's start
 * mostly costs. Each file's text stands beside its code, and the code is used only where the
 * file that is read has that very text, byte for byte; so a pack that was changed, or is
 * another, is compiled from what it says. The code is the program's own: none is ever read
 * from a file.
 */
#ifndef LUA_COMPILED_H
#define LUA_COMPILED_H

#include "base/text.h"
#include "lua/limits.h"

struct compiled_file {
    const char *file; /* inside the pack */
    struct text text;
    struct text whole, lean; /* as lua_dump writes it, with all names and lines; lean.h tells
                                what is lean */
    bool pure, only_names;   /* see pure.h */
};

struct compiled_pack {
    const char *lua; /* lua_ident of the Lua that compiled it */
    const char *hash;
    const struct compiled_file *files; /* all that the hash is of */
    size_t count;
};

/* The core pack, as it was when the program was built. Written by tools/compile_pack.c. */
extern const struct compiled_pack compiled_core;

/* Whether the code is that of the Lua that is linked, and loading is not held tighter than
 * usual: then it is the text's affair what the limits allow. */
bool compiled_fits(const struct compiled_pack *pack, const struct limits *limits);

/* The file of that name and text, or NULL. */
const struct compiled_file *compiled_find(const struct compiled_pack *pack, const char *file,
                                          struct text text);

#endif
