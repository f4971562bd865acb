/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <lua.h>

#include "lua/compiled.h"

bool compiled_fits(const struct compiled_pack *pack, const struct limits *limits)
{
    const struct limits usual = limits_standard();

    return strcmp(pack->lua, lua_ident) == 0 && limits->steps_to_load >= usual.steps_to_load &&
           limits->bytes_to_load >= usual.bytes_to_load &&
           limits->text_bytes_to_load >= usual.text_bytes_to_load;
}

const struct compiled_file *compiled_find(const struct compiled_pack *pack, const char *file,
                                          struct text text)
{
    for (size_t i = 0; i < pack->count; i++) {
        const struct compiled_file *f = &pack->files[i];
        if (f->text.len == text.len && strcmp(f->file, file) == 0)
            return memcmp(f->text.at, text.at, text.len) == 0 ? f : NULL;
    }
    return NULL;
}
