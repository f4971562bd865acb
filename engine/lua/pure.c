/* SPDX-License-Identifier: MIT
 *
 * Read from the compiled chunk, as lua_dump writes it: a list of instructions for each
 * function. What a pure function may still leave behind are texts (which nobody can tell from
 * those that are made anew) and garbage. Rules have no metatables, no coroutines and nothing of
 * C that keeps a value, so the instructions that write are the only ones to look for.
 */
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "lua/pure.h"
#include "lua/sandbox.h"

/* lopcodes.h of Lua 5.4, whose numbers are the same in all its releases. */
enum { OP_GETUPVAL = 9, OP_SETUPVAL = 10, OP_SETTABUP = 15, OP_SETFIELD = 18 };

/* lundump.h and lobject.h: what a constant is followed by. */
enum { TAG_INTEGER = 0x03, TAG_FLOAT = 0x13, TAG_SHORT_TEXT = 0x04, TAG_LONG_TEXT = 0x14 };

struct dump {
    const unsigned char *at, *end;
    bool sound; /* nothing was met yet that is not understood */
    bool writes;
    bool uses_env; /* in another way than to read a name from it */
};

enum { NO_ENV = -1 };

struct code {
    const unsigned char *at;
    size_t count; /* instructions of four bytes */
};

static void skip(struct dump *d, size_t len)
{
    if (len > (size_t)(d->end - d->at)) {
        d->sound = false;
        d->at = d->end;
        return;
    }
    d->at += len;
}

static unsigned char take_byte(struct dump *d)
{
    const unsigned char *at = d->at;

    skip(d, 1);
    return d->sound ? *at : 0;
}

/* Seven bits a byte, the most telling first; the last byte has its high bit set. */
static size_t take_size(struct dump *d)
{
    size_t size = 0;

    while (d->sound) {
        unsigned char byte = take_byte(d);
        size = size << 7 | (byte & 0x7F);
        if (byte & 0x80)
            break;
    }
    return size;
}

static void skip_text(struct dump *d)
{
    size_t size = take_size(d); /* with the NUL that is not written; 0 for none */

    skip(d, size > 0 ? size - 1 : 0);
}

static void skip_constant(struct dump *d)
{
    switch (take_byte(d)) {
    case TAG_INTEGER:
        skip(d, sizeof(lua_Integer));
        break;
    case TAG_FLOAT:
        skip(d, sizeof(lua_Number));
        break;
    case TAG_SHORT_TEXT:
    case TAG_LONG_TEXT:
        skip_text(d);
        break;
    default: /* nil, true, false */
        break;
    }
}

static struct code take_code(struct dump *d)
{
    struct code code = {.count = take_size(d)};

    code.at = d->at;
    if (code.count > (size_t)(d->end - d->at) / sizeof(uint32_t))
        d->sound = false;
    else
        skip(d, code.count * sizeof(uint32_t));
    return code;
}

/* 'env' is the number of the outer variable that holds the environment, or NO_ENV. */
static void look_at_code(struct dump *d, struct code code, int env)
{
    for (size_t i = 0; d->sound && i < code.count; i++) {
        uint32_t instruction;
        memcpy(&instruction, code.at + i * sizeof instruction, sizeof instruction);
        int op = instruction & 0x7F, a = instruction >> 7 & 0xFF, b = instruction >> 16 & 0xFF;
        d->writes |= op == OP_SETUPVAL || (op >= OP_SETTABUP && op <= OP_SETFIELD);
        d->uses_env |= ((op == OP_GETUPVAL || op == OP_SETUPVAL) && b == env) ||
                       (op == OP_SETTABUP && a == env);
    }
}

/* The number of the outer variable that is the outer function's environment. */
static int take_variables(struct dump *d, int outer_env)
{
    int env = NO_ENV, number = 0;

    for (size_t n = take_size(d); d->sound && n > 0; n--, number++) {
        bool is_local = take_byte(d) != 0; /* of the outer function */
        int index = take_byte(d);
        skip(d, 1);
        if (!is_local && index == outer_env)
            env = number;
    }
    return env;
}

/* Line numbers and names: empty where the dump is stripped of them. */
static void skip_debug(struct dump *d)
{
    skip(d, take_size(d));
    for (size_t n = take_size(d); d->sound && n > 0; n--) {
        take_size(d);
        take_size(d);
    }
    for (size_t n = take_size(d); d->sound && n > 0; n--) {
        skip_text(d);
        take_size(d);
        take_size(d);
    }
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        skip_text(d);
}

/* A function and those within it, as deep as the compiler lets them nest. */
static void look_at_function(struct dump *d, bool is_chunk, int outer_env)
{
    skip_text(d);
    take_size(d);
    take_size(d);
    skip(d, 3);
    struct code code = take_code(d);
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        skip_constant(d);
    int env = take_variables(d, outer_env);
    if (is_chunk)
        env = 0; /* its only one */
    look_at_code(d, code, env);
    if (is_chunk)
        d->writes = false; /* its own code has run before any company comes */
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        look_at_function(d, false, env);
    skip_debug(d);
}

static void look_at_chunk(struct dump *d)
{
    static const unsigned char head[] = {0x1B, 'L', 'u', 'a', 0x54, 0};

    if (d->end - d->at < (ptrdiff_t)sizeof head || memcmp(d->at, head, sizeof head) != 0) {
        d->sound = false; /* another Lua, with other instructions */
        return;
    }
    skip(d, sizeof head + 6 + 3 + sizeof(lua_Integer) + sizeof(lua_Number) + 1);
    look_at_function(d, true, NO_ENV);
    d->sound &= d->at == d->end;
}

static int write_to_buf(lua_State *L, const void *at, size_t len, void *context)
{
    (void)L;
    buf_put(context, at, len);
    return 0;
}

bool l_is_pure(lua_State *L, bool *only_names)
{
    struct buf dumped = BUF_INIT;
    bool ok = lua_dump(L, write_to_buf, &dumped, 1) == 0;
    size_t len = dumped.len;
    struct dump d = {.at = (const unsigned char *)buf_text(&dumped), .sound = ok};

    d.end = d.at + len;
    look_at_chunk(&d);
    bool pure = d.sound && !d.writes;
    *only_names = d.sound && !d.uses_env;
    buf_release(&dumped); /* before anything can throw */
    l_charge(L, len);
    return pure;
}
