/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>

#include "base/text.h"
#include "lua/sandbox.h"

struct sandbox *sandbox_of(lua_State *L)
{
    void *box;

    lua_getallocf(L, &box);
    return box;
}

/* --- limits --- */

static void on_tick(lua_State *L, lua_Debug *ar);

/* From here on every instruction throws, so that nothing swallows the limit. */
static void trip(struct sandbox *box, enum sandbox_stop why)
{
    if (box->stop == STOP_NONE)
        box->stop = why;
    lua_sethook(box->L, on_tick, LUA_MASKCOUNT, 1);
}

static void charge(struct sandbox *box, int64_t steps)
{
    box->steps_left -= steps;
    if (box->counted && box->steps_left < 0)
        trip(box, STOP_STEPS);
}

static void on_tick(lua_State *L, lua_Debug *ar)
{
    struct sandbox *box = sandbox_of(L);

    (void)ar;
    if (box->late && !box->counted)
        trip(box, STOP_LATE);
    else if (box->stop == STOP_NONE)
        charge(box, SANDBOX_TICK);
    if (box->stop != STOP_NONE)
        luaL_error(L, "stopped");
}

/* In a signal handler: only flags and lua_sethook, which is made for it. */
static void on_late(void *context)
{
    struct sandbox *box = context;

    if (box->counted)
        return;
    box->late = 1;
    lua_sethook(box->L, on_tick, LUA_MASKCOUNT, 1);
}

static void *allocate(void *context, void *block, size_t old_size, size_t new_size)
{
    struct sandbox *box = context;
    size_t old = block ? old_size : 0; /* for a new block Lua passes a type tag there */
    size_t before = box->heap.allocated;
    void *at = heap_resize(&box->heap, block, old, new_size);

    /* Refusing again and again would run a full collection each time: the first one is the last. */
    if (!at && new_size > 0 && box->L)
        trip(box, STOP_BYTES);
    if (box->counted && box->L)
        charge(box, (int64_t)(box->heap.allocated - before) / SANDBOX_BYTES_PER_STEP);
    return at;
}

void l_charge(lua_State *L, size_t bytes)
{
    struct sandbox *box = sandbox_of(L);

    charge(box, (int64_t)(bytes / SANDBOX_BYTES_PER_STEP) + 1);
    if (box->stop != STOP_NONE)
        luaL_error(L, "stopped");
}

/* --- life --- */

static int on_panic(lua_State *L)
{
    (void)L;
    fputs("plumbline: bug: Lua error outside a protected call\n", stderr);
    _Exit(70);
}

bool sandbox_open(struct sandbox *box)
{
    *box = (struct sandbox){.counted = true};
    if (!heap_open(&box->heap, SANDBOX_REGION_BYTES))
        return false;
    box->heap.max_bytes = box->heap.max_block = SANDBOX_LOAD_BYTES;
    box->steps_left = box->company_left = SANDBOX_LOAD_STEPS;
    lua_State *L = lua_newstate(allocate, box);
    if (!L) {
        heap_close(&box->heap);
        return false;
    }
    box->L = L;
    lua_atpanic(L, on_panic);
    box->has_dog = watchdog_open(&box->dog, on_late, box);
    return true;
}

void sandbox_close(struct sandbox *box)
{
    if (box->has_dog)
        watchdog_close(&box->dog);
    heap_close(&box->heap); /* lua_close would run what a hostile pack left */
    box->L = NULL;
}

void sandbox_freeze(struct sandbox *box)
{
    lua_settop(box->L, 0);
    lua_gc(box->L, LUA_GCCOLLECT);
    lua_gc(box->L, LUA_GCCOLLECT);
    lua_sethook(box->L, NULL, 0, 0);
    heap_save(&box->heap);
    box->heap.max_bytes = box->heap.now.bytes + SANDBOX_BYTES;
    box->heap.max_block = SANDBOX_BLOCK_BYTES;
}

void sandbox_restore(struct sandbox *box)
{
    heap_restore(&box->heap);
    lua_sethook(box->L, NULL, 0, 0);
}

void sandbox_start_company(struct sandbox *box, bool counted)
{
    sandbox_restore(box);
    box->counted = counted || !box->has_dog;
    box->company_left = SANDBOX_COMPANY_STEPS;
    box->late = 0;
    if (!box->counted)
        watchdog_start(&box->dog, SANDBOX_QUICK_MS);
}

void sandbox_end_company(struct sandbox *box)
{
    if (box->has_dog)
        watchdog_stop(&box->dog);
}

/* --- calls --- */

/* Lua's strings may hold anything; what leaves here is one line of printable text. */
static void copy_message(struct sandbox *box, struct sandbox_fault *fault)
{
    const char *at = "the error value is not text";
    size_t len = strlen(at), kept = 0;

    /* lua_tolstring converts, and may throw, unless the value already is a string. */
    if (lua_type(box->L, -1) == LUA_TSTRING)
        at = lua_tolstring(box->L, -1, &len);
    len = len < sizeof fault->message ? len : sizeof fault->message - 1;
    len = utf8_valid_len(at, len);
    for (size_t i = 0; i < len; i++)
        fault->message[kept++] = (unsigned char)at[i] < 0x20 || at[i] == 0x7F ? '?' : at[i];
    fault->message[kept] = '\0';
}

static void describe(struct sandbox *box, struct sandbox_fault *fault)
{
    fault->stop = box->stop;
    fault->signalled = box->stop == STOP_NONE && lua_islightuserdata(box->L, -1) &&
                       lua_touserdata(box->L, -1) == box;
    if (box->stop == STOP_STEPS)
        snprintf(fault->message, sizeof fault->message,
                 box->company_left < 0 ? "the rules together took more than %d steps"
                                       : "took more than %d steps",
                 box->company_left < 0 ? SANDBOX_COMPANY_STEPS : SANDBOX_CALL_STEPS);
    else if (box->stop == STOP_BYTES)
        snprintf(fault->message, sizeof fault->message,
                 "took more than %d bytes of memory, or more than %d in one piece",
                 SANDBOX_BYTES, SANDBOX_BLOCK_BYTES);
    else
        copy_message(box, fault);
}

bool sandbox_pcall(struct sandbox *box, int args, int results, struct sandbox_fault *fault)
{
    int64_t most = box->heap.copy ? SANDBOX_CALL_STEPS : SANDBOX_LOAD_STEPS;

    if (most > box->company_left)
        most = box->company_left;
    box->steps_left = most;
    box->stop = STOP_NONE;
    heap_restart(&box->heap);
    if (box->counted)
        lua_sethook(box->L, on_tick, LUA_MASKCOUNT, SANDBOX_TICK);
    int status = lua_pcall(box->L, args, results, 0);
    box->company_left -= most - box->steps_left;
    bool ok = status == LUA_OK && box->stop == STOP_NONE && !box->late;
    if (!ok) {
        if (box->late && !box->counted)
            box->stop = STOP_LATE;
        else if (status == LUA_ERRMEM && box->stop == STOP_NONE)
            box->stop = STOP_BYTES;
        describe(box, fault);
        lua_settop(box->L, 0);
    }
    lua_sethook(box->L, NULL, 0, 0);
    return ok;
}

bool sandbox_call(struct sandbox *box, lua_CFunction l_function, void *argument,
                  struct sandbox_fault *fault)
{
    lua_pushcfunction(box->L, l_function);
    lua_pushlightuserdata(box->L, argument);
    return sandbox_pcall(box, 1, 0, fault);
}

int l_signal(lua_State *L)
{
    lua_pushlightuserdata(L, sandbox_of(L));
    return lua_error(L);
}
