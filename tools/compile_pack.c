/* SPDX-License-Identifier: MIT
 *
 * Compiles a pack into C source, for the program to be built with: see engine/lua/compiled.h.
 *
 *   compile_pack PACK NAME FILE
 *
 * The pack is opened whole, and so is known to be sound; then each file is compiled as
 * load_file.c does it.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "lua/compiled.h"
#include "lua/load.h"
#include "lua/pure.h"

enum { LINE_BYTES = 24 };

struct writing {
    struct sandbox box; /* what compiles */
    struct arena arena;
    struct buf data;  /* texts and code */
    struct buf table; /* the files */
    size_t count;
};

/* --- C source --- */

static void put_bytes(struct buf *out, const char *label, size_t number, struct text bytes)
{
    buf_printf(out, "static const char %s_%zu[] =", label, number);
    for (size_t i = 0; i < bytes.len; i++) {
        if (i % LINE_BYTES == 0)
            buf_puts(out, i == 0 ? "\n\"" : "\"\n\"");
        unsigned char byte = (unsigned char)bytes.at[i];
        buf_putc(out, '\\');
        for (int shift = 6; shift >= 0; shift -= 3)
            buf_putc(out, (char)('0' + (byte >> shift & 7)));
    }
    buf_puts(out, bytes.len > 0 ? "\";\n" : "\"\";\n");
}

static void put_code(struct writing *w, const char *label, const struct buf *code)
{
    put_bytes(&w->data, label, w->count, (struct text){buf_text(code), code->len});
}

/* --- one file --- */

struct compiling {
    const char *file;
    struct text text;
    struct buf whole, lean;
    bool pure, only_names;
};

static int take_code(lua_State *L, const void *at, size_t len, void *code)
{
    (void)L;
    buf_put(code, at, len);
    return 0;
}

static int l_compile(lua_State *L)
{
    struct compiling *c = lua_touserdata(L, 1);

    l_compile_text(L, c->file, c->text, false);
    c->pure = l_is_pure(L, &c->only_names);
    lua_dump(L, take_code, &c->whole, 0);
    l_compile_text(L, c->file, c->text, true);
    lua_dump(L, take_code, &c->lean, 0);
    return 0;
}

static void put_file(struct writing *w, const struct compiling *c)
{
    bool same = c->whole.len == c->lean.len;

    put_bytes(&w->data, "text", w->count, c->text);
    put_code(w, "whole", &c->whole);
    if (!same)
        put_code(w, "lean", &c->lean);
    buf_printf(&w->table,
               "{\"%s\", {text_%zu, %zu}, {whole_%zu, %zu}, {%s_%zu, %zu}, %d, %d},\n", c->file,
               w->count, c->text.len, w->count, c->whole.len, same ? "whole" : "lean", w->count,
               c->lean.len, c->pure, c->only_names);
    w->count++;
}

static bool write_file(struct writing *w, const char *file, const char *path, struct error *err)
{
    struct compiling c = {.file = file, .whole = BUF_INIT, .lean = BUF_INIT};
    size_t most = (size_t)w->box.limits.pack_source_bytes;
    struct sandbox_fault fault;

    if (!file_read(path, most, &w->arena, &c.text, ERROR_PACK, err))
        return false;
    bool ok = sandbox_call(&w->box, l_compile, &c, &fault);
    if (ok)
        put_file(w, &c);
    else
        error_set(err, ERROR_PACK, path, fault.line, "%s", fault.message);
    buf_release(&c.whole);
    buf_release(&c.lean);
    return ok;
}

/* --- all of them --- */

static bool write_files(struct writing *w, const struct pack *pack, struct error *err)
{
    const char *dir = pack->parts[0].dir;
    bool ok = true;

    for (size_t i = 0; ok && i < pack_data_files.count; i++) {
        const char *file = pack_data_files.list[i];
        const char *path = arena_path(&w->arena, dir, file);
        if (access(path, F_OK) == 0)
            ok = write_file(w, file, path, err);
    }
    for (size_t i = 0; ok && i < pack_file_count(pack); i++) {
        const struct rule *rule = pack_file(pack, i);
        ok = write_file(w, rule->file, pack_rule_path(pack, rule, &w->arena), err);
    }
    return ok;
}

static void put_pack(struct writing *w, const char *name, const char *hash, struct buf *out)
{
    buf_puts(out, "/* Written by tools/compile_pack.c. */\n#include \"lua/compiled.h\"\n");
    buf_put(out, buf_text(&w->data), w->data.len);
    buf_printf(out, "static const struct compiled_file files[] = {\n%s};\n",
               buf_text(&w->table));
    buf_printf(out, "const struct compiled_pack %s = {\n\"%s\",\n\"%s\", files, %zu};\n", name,
               lua_ident, hash, w->count);
}

/* C source that defines a struct compiled_pack called 'name'. */
static bool write_pack(const char *dir, const char *name, struct buf *out, struct error *err)
{
    struct rulebook *book = rulebook_open(dir, RULEBOOK_FULL, err);
    struct limits limits = limits_standard();
    struct writing w = {.data = BUF_INIT, .table = BUF_INIT};

    if (!book)
        return false;
    if (!sandbox_open(&w.box, &limits))
        out_of_memory();
    bool ok = write_files(&w, rulebook_pack(book), err);
    if (ok)
        put_pack(&w, name, rulebook_pack(book)->hash, out);
    sandbox_close(&w.box);
    buf_release(&w.data);
    buf_release(&w.table);
    arena_release(&w.arena);
    rulebook_close(book);
    return ok;
}

/* --- the program --- */

static bool write_source(const char *path, const struct buf *source)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(buf_text(source), 1, source->len, f) == source->len;

    if (f)
        ok &= fclose(f) == 0;
    if (!ok)
        perror(path);
    return ok;
}

int main(int argc, char **argv)
{
    struct buf source = BUF_INIT;
    struct error err;

    if (argc != 4) {
        fputs("usage: compile_pack PACK NAME FILE\n", stderr);
        return 2;
    }
    bool ok = write_pack(argv[1], argv[2], &source, &err);
    if (!ok)
        fprintf(stderr, "%s:%d: %s\n", err.where, err.line, err.message);
    ok = ok && write_source(argv[3], &source);
    buf_release(&source);
    return ok ? 0 : 1;
}
