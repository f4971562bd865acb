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
enum { OP_SETUPVAL = 10, OP_SETTABUP = 15, OP_SETFIELD = 18, OP_MASK = 0x7F };

/* lundump.h and lobject.h: what a constant is followed by. */
enum { TAG_INTEGER = 0x03, TAG_FLOAT = 0x13, TAG_SHORT_TEXT = 0x04, TAG_LONG_TEXT = 0x14 };

struct dump {
    const unsigned char *at, *end;
    bool sound; /* nothing was met yet that is not understood */
    bool writes;
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

static void look_at_code(struct dump *d)
{
    size_t count = take_size(d);
    const unsigned char *code = d->at;

    if (count > (size_t)(d->end - d->at) / sizeof(uint32_t))
        count = SIZE_MAX / sizeof(uint32_t); /* skip() says no */
    skip(d, count * sizeof(uint32_t));
    for (size_t i = 0; d->sound && i < count; i++) {
        uint32_t instruction;
        memcpy(&instruction, code + i * sizeof instruction, sizeof instruction);
        unsigned op = instruction & OP_MASK;
        d->writes |= op == OP_SETUPVAL || (op >= OP_SETTABUP && op <= OP_SETFIELD);
    }
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
static void look_at_function(struct dump *d, bool is_chunk)
{
    skip_text(d);
    take_size(d);
    take_size(d);
    skip(d, 3);
    look_at_code(d);
    if (is_chunk)
        d->writes = false; /* its own code has run before any company comes */
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        skip_constant(d);
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        skip(d, 3); /* where an outer variable is found */
    for (size_t n = take_size(d); d->sound && n > 0; n--)
        look_at_function(d, false);
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
    look_at_function(d, true);
    d->sound &= d->at == d->end;
}

static int write_to_buf(lua_State *L, const void *at, size_t len, void *context)
{
    (void)L;
    buf_put(context, at, len);
    return 0;
}

bool l_is_pure(lua_State *L)
{
    struct buf dumped = BUF_INIT;
    bool ok = lua_dump(L, write_to_buf, &dumped, 1) == 0;
    size_t len = dumped.len;
    struct dump d = {.at = (const unsigned char *)buf_text(&dumped), .sound = ok};

    d.end = d.at + len;
    look_at_chunk(&d);
    bool pure = d.sound && !d.writes;
    buf_release(&dumped); /* before anything can throw */
    l_charge(L, len);
    return pure;
}
