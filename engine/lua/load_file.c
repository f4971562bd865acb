/* SPDX-License-Identifier: MIT
 *
 * One file of a pack: found inside the pack, read, checked and run for the table it returns.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <lauxlib.h>

#include "base/file.h"
#include "lua/lean.h"
#include "lua/load.h"
#include "lua/names.h"
#include "lua/pure.h"

const char *pack_path(const struct loader *ld, const char *file)
{
    const char *dir = ld->part->dir;

    return *file ? arena_path(ld->arena, dir, file) : dir;
}

bool pack_has_file(const struct loader *ld, const char *file)
{
    struct stat st;

    return lstat(pack_path(ld, file), &st) == 0;
}

static bool is_link(const char *path)
{
    struct stat st;

    return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

/* Whether a link in the file's path leads out of the pack. What cannot be resolved cannot be
 * opened either, and file_read says why. */
static bool leads_out(const struct loader *ld, const char *file)
{
    char dir[PATH_MAX], path[PATH_MAX];
    bool link = is_link(pack_path(ld, file));

    for (const char *slash = file; !link && (slash = strchr(slash, '/')) != NULL; slash++)
        link = is_link(pack_path(ld, arena_copy(ld->arena, file, (size_t)(slash - file))));
    if (!link)
        return false;
    return realpath(ld->part->dir, dir) && realpath(pack_path(ld, file), path) &&
           (strncmp(path, dir, strlen(dir)) != 0 || path[strlen(dir)] != '/');
}

/* A file inside the pack: no way up, none from the root, no link that leads out. */
static void l_check_path(lua_State *L, struct loader *ld, const char *file)
{
    size_t len = strlen(file);

    if (file[0] == '/' || strstr(file, "..") || len < 5 ||
        strcmp(file + len - 4, ".lua") != 0) {
        ld->file = "pack.lua"; /* which lists it */
        ld->text = ld->pack_text;
        l_fail(L, ld, "'%s' is not the path of a .lua file inside the pack", file);
    }
    if (++ld->files > (size_t)ld->book->box.limits.pack_files)
        l_fail(L, ld, "the pack has more than %ld files", ld->book->box.limits.pack_files);
    if (leads_out(ld, file))
        l_fail(L, ld, "'%s' is a link that leads out of the pack", file);
}

/* Whether the escape after a backslash stands for a NUL byte: \0 \x00 \u{0}. */
static bool is_nul_escape(const char *at)
{
    size_t digits = strspn(at, "0123456789");

    if (digits > 0)
        return strncmp(at, "000", digits < 3 ? digits : 3) == 0;
    if (*at == 'x')
        return at[1] == '0' && at[2] == '0';
    return *at == 'u' && at[1] == '{' && at[2] == '0' && at[2 + strspn(at + 2, "0")] == '}';
}

/* The first place of a NUL byte or an escape for one, or NULL. */
static const char *find_nul(struct text source)
{
    const char *end = source.at + source.len;
    const char *nul = memchr(source.at, '\0', source.len);

    if (nul)
        return nul;
    for (const char *at = source.at;
         (at = memchr(at, '\\', (size_t)(end - at))) != NULL && at + 1 < end; at += 2)
        if (is_nul_escape(at + 1))
            return at;
    return NULL;
}

/* Comparing texts of NUL bytes costs 50 times more than others (each is a text of its own to
 * strcoll), and no fact has one; so there are none in rules. */
static void l_check_source(lua_State *L, struct loader *ld, struct text source)
{
    const char *found = find_nul(source);
    int line = 1;

    if (!found)
        return;
    for (const char *at = source.at; at < found; at++)
        line += *at == '\n';
    luaL_error(L, "%s:%d: a NUL byte, or an escape for one, cannot stand here", ld->file, line);
}

/* Reads the file, as a part of what the pack's hash is of. */
static const struct loaded_file *l_read_file(lua_State *L, struct loader *ld, const char *file)
{
    struct loaded_file read = {.file = file};

    l_check_path(L, ld, file);
    ld->file = file;
    ld->text = (struct text){NULL, 0};
    ld->what = "";
    size_t most = (size_t)ld->book->box.limits.pack_source_bytes;
    if (!file_read(pack_path(ld, file), most, ld->arena, &read.text, ERROR_PACK, &ld->err))
        l_signal(L);
    if (ld->compiled)
        read.known = compiled_find(ld->compiled, file, read.text);
    ld->read = arena_grow(ld->arena, ld->read, ld->read_count, sizeof *ld->read);
    ld->read[ld->read_count] = read;
    return &ld->read[ld->read_count++];
}

void l_hash_file(lua_State *L, struct loader *ld, const char *file)
{
    l_read_file(L, ld, file);
}

void load_hash(struct loader *ld, char hex[HASH_HEX_LEN + 1])
{
    struct buf all = BUF_INIT;
    size_t known = 0;

    for (size_t i = 0; i < ld->read_count; i++)
        known += ld->read[i].known != NULL;
    if (known == ld->read_count && known > 0 && known == ld->compiled->count) {
        memcpy(hex, ld->compiled->hash, HASH_HEX_LEN + 1);
        return;
    }
    for (size_t i = 0; i < ld->read_count; i++) {
        const struct loaded_file *read = &ld->read[i];
        buf_put(&all, read->file, strlen(read->file) + 1);
        buf_printf(&all, "%zu:", read->text.len);
        buf_put(&all, read->text.at, read->text.len);
    }
    hash_sha256(buf_text(&all), all.len, hex);
    buf_release(&all);
}

static bool is_rule(const char *file)
{
    return strchr(file, '/') != NULL;
}

void l_compile_text(lua_State *L, const char *file, struct text text, bool lean)
{
    const char *chunk = lua_pushfstring(L, "@%s", file);
    struct lean source = lean_source(text, lean && is_rule(file));

    if (lua_load(L, lean_read, &source, chunk, "t") != LUA_OK)
        lua_error(L); /* chunk f; the message knows file and line */
    lua_remove(L, -2);
}

/* Leaves the file's function and says what is known of it. [-0, +1, e] */
static void l_push_function(lua_State *L, struct loader *ld, const struct loaded_file *read,
                            bool rules_see_names, bool *only_names)
{
    const struct compiled_file *known = read->known;
    bool lean = ld->book->depth == RULEBOOK_LEAN;

    if (!known) {
        l_check_source(L, ld, read->text);
        l_compile_text(L, read->file, read->text, lean);
        ld->pure = rules_see_names && l_is_pure(L, only_names);
        return;
    }
    struct text code = lean ? known->lean : known->whole;
    if (luaL_loadbufferx(L, code.at, code.len, known->file, "b") != LUA_OK)
        lua_error(L);
    ld->pure = rules_see_names && known->pure;
    *only_names = known->only_names;
}

static void l_load(lua_State *L, struct loader *ld, const struct loaded_file *read,
                   bool rules_see_names)
{
    bool only_names = false;

    ld->file = read->file;
    ld->text = read->text;
    ld->known = read->known;
    l_push_function(L, ld, read, rules_see_names, &only_names); /* f */
    if (rules_see_names) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, ld->book->names_ref); /* f names */
        if (!only_names) {
            l_names_environment(L, -1); /* f names env */
            lua_remove(L, -2);
        }
    } else {
        lua_createtable(L, 0, 0); /* plain data: an environment with nothing in it */
    }
    lua_setupvalue(L, -2, 1);   /* f */
    l_run_chunk(L, &ld->floor); /* table */
    if (!lua_istable(L, -1))
        l_fail(L, ld, "must return one table");
}

void l_load_text(lua_State *L, struct loader *ld, const char *file, struct text text,
                 bool rules_see_names)
{
    l_load(L, ld, &(struct loaded_file){.file = file, .text = text}, rules_see_names);
}

void l_load_file(lua_State *L, struct loader *ld, const char *file, bool rules_see_names)
{
    l_load(L, ld, l_read_file(L, ld, file), rules_see_names);
}
