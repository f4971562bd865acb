/* SPDX-License-Identifier: MIT
 *
 * Read from the compiled chunk, as lua_dump writes it: a list of instructions for each
 * function. What a pure function may still leave behind are texts (which nobody can tell from
 * those that are made anew) and garbage. Rules have no metatables, no coroutines and nothing of
 * C that keeps a value, so the instructions that write are the only ones to look for.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lua/pure.h"
#include "lua/sandbox.h"

/* lopcodes.h of Lua 5.4, whose numbers are the same in all its releases. */
enum {
    OP_LOADNIL = 8,
    OP_GETUPVAL = 9,
    OP_SETUPVAL = 10,
    OP_SETTABUP = 15,
    OP_SETTABLE = 16,
    OP_SETFIELD = 18,
    OP_NEWTABLE = 19,
    OP_SELF = 20,
    OP_JMP = 56,
    OP_CALL = 68,
    OP_TAILCALL = 69,
    OP_FORLOOP = 73,
    OP_FORPREP = 74,
    OP_TFORPREP = 75,
    OP_TFORCALL = 76,
    OP_TFORLOOP = 77,
    OP_SETLIST = 78,
    OP_VARARG = 80,
    OP_EXTRAARG = 82
};

/* lundump.h and lobject.h: what a constant is followed by. */
enum { TAG_INTEGER = 0x03, TAG_FLOAT = 0x13, TAG_SHORT_TEXT = 0x04, TAG_LONG_TEXT = 0x14 };

struct dump {
    const unsigned char *at, *end;
    struct arena *arena;
    bool sound;    /* nothing was met yet that is not understood */
    bool writes;   /* to what the function did not make itself */
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
    if (code.count > (size_t)(d->end - d->at) / sizeof(uint32_t)) {
        d->sound = false;
        code.count = 0;
    } else {
        skip(d, code.count * sizeof(uint32_t));
    }
    return code;
}

struct instruction {
    int op, a, b;
    size_t jumps_to; /* another instruction that may be next; the count of all where none is */
};

static struct instruction instruction_at(struct code code, size_t number)
{
    uint32_t word, offset;
    int64_t to = (int64_t)number + 1;

    memcpy(&word, code.at + number * sizeof word, sizeof word);
    struct instruction i = {.op = word & 0x7F, .a = word >> 7 & 0xFF, .b = word >> 16 & 0xFF};
    offset = word >> 15;
    if (i.op == OP_JMP)
        to += (int64_t)(word >> 7) - ((1 << 24) - 1);
    else if (i.op == OP_FORLOOP || i.op == OP_TFORLOOP)
        to -= offset;
    else if (i.op == OP_FORPREP || i.op == OP_TFORPREP)
        to += offset + (i.op == OP_FORPREP);
    else
        to = -1;
    i.jumps_to = to < 0 || (size_t)to > code.count ? code.count : (size_t)to;
    return i;
}

/* --- tables that a function makes for itself --- */

/* Registers, a bit each, of the first 64. Those that are 'own' hold a table that the function
 * has made since it was called: nobody else can tell that it is written to. */
typedef uint64_t registers;

static registers bit(int number)
{
    return number < 64 ? (registers)1 << number : 0;
}

/* What is own after the instruction. Cautious: an instruction that is not known to leave its
 * first register alone gives it another value, and some give one to all above. */
static registers own_after(const struct instruction *i, registers own)
{
    static const char above[] = {OP_LOADNIL, OP_SELF,     OP_CALL,     OP_TAILCALL, OP_FORLOOP,
                                 OP_FORPREP, OP_TFORPREP, OP_TFORCALL, OP_TFORLOOP, OP_VARARG};

    if (i->op == OP_NEWTABLE)
        return own | bit(i->a);
    if ((i->op >= OP_SETTABUP && i->op <= OP_SETFIELD) || i->op == OP_SETLIST ||
        i->op == OP_EXTRAARG || i->op == OP_JMP)
        return own;
    if (memchr(above, i->op, sizeof above))
        return i->a < 64 ? own & (bit(i->a) - 1) : own;
    return own & ~bit(i->a);
}

/* What is own at each instruction by the jumps that lead there; all where none does. One that
 * comes from below is a loop's, into which other values may come. */
static registers *own_by_jumps(struct code code, struct arena *arena)
{
    registers *by_jumps = arena_room(arena, (code.count + 1) * sizeof *by_jumps);

    memset(by_jumps, 0xFF, (code.count + 1) * sizeof *by_jumps);
    for (size_t n = 0; n < code.count; n++) {
        struct instruction i = instruction_at(code, n);
        if (i.jumps_to <= n)
            by_jumps[i.jumps_to] = 0;
    }
    return by_jumps;
}

/* 'env' is the number of the outer variable that holds the environment, or NO_ENV. */
static void look_at_code(struct dump *d, struct code code, int env)
{
    registers *by_jumps = own_by_jumps(code, d->arena), own = 0;

    for (size_t n = 0; n < code.count; n++) {
        struct instruction i = instruction_at(code, n);
        own &= by_jumps[n];
        d->writes |= i.op == OP_SETUPVAL || i.op == OP_SETTABUP ||
                     (i.op >= OP_SETTABLE && i.op <= OP_SETFIELD && !(own & bit(i.a)));
        d->uses_env |= ((i.op == OP_GETUPVAL || i.op == OP_SETUPVAL) && i.b == env) ||
                       (i.op == OP_SETTABUP && i.a == env);
        own = own_after(&i, own);
        by_jumps[i.jumps_to] &= own;
    }
}

/* --- the dump --- */

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
    struct arena arena = {0};
    bool ok = lua_dump(L, write_to_buf, &dumped, 1) == 0;
    size_t len = dumped.len;
    struct dump d = {
        .at = (const unsigned char *)buf_text(&dumped), .arena = &arena, .sound = ok};

    d.end = d.at + len;
    look_at_chunk(&d);
    bool pure = d.sound && !d.writes;
    *only_names = d.sound && !d.uses_env;
    buf_release(&dumped); /* before anything can throw */
    arena_release(&arena);
    l_charge(L, len);
    return pure;
}
