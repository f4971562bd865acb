/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <lauxlib.h>

#include "base/text.h"
#include "lua/sandbox.h"

/* --- limits --- */

static void on_tick(lua_State *L, lua_Debug *ar);

/* The line that runs now, in the innermost function that is written in Lua. Allocates nothing:
 * it may be asked for inside the allocator. */
static int running_line(lua_State *L)
{
    lua_Debug ar;

    for (int level = 0; lua_getstack(L, level, &ar); level++)
        if (lua_getinfo(L, "l", &ar) && ar.currentline > 0)
            return ar.currentline;
    return 0;
}

/* From here on every instruction throws, so that nothing swallows the limit. */
static void trip(struct sandbox *box, enum sandbox_stop why)
{
    if (box->stop == STOP_NONE) {
        box->stop = why;
        box->stop_line = why == STOP_LATE ? 0 : running_line(box->L);
    }
    lua_sethook(box->L, on_tick, LUA_MASKCOUNT, 1);
}

static void charge(struct sandbox *box, int64_t steps)
{
    box->steps_left -= steps;
    if (box->steps_left < box->steps_floor)
        trip(box, box->counted ? STOP_STEPS : STOP_LATE);
}

static void arm(struct sandbox *box)
{
    int64_t weight = 1 + (int64_t)(box->largest / LIMITS_BYTES_PER_WEIGHT);
    int every = weight < LIMITS_TICK && !box->watch ? (int)(LIMITS_TICK / weight) : 1;
    int mask = LUA_MASKCOUNT;

    if (box->watch && box->frozen)
        mask |= LUA_MASKLINE | (box->watch->on_call ? LUA_MASKCALL : 0);
    box->tick_steps = every * weight;
    lua_sethook(box->L, on_tick, mask, every);
}

/* A single instruction can compare two strings, copy the arguments on the stack or walk the
 * whole chain of a table's slot: it touches as much as the largest block at most, and costs
 * that. */
static void weigh(struct sandbox *box, size_t size)
{
    if (size <= LIMITS_SMALL_BYTES || size < 2 * box->largest || box->stop != STOP_NONE)
        return;
    box->largest = size;
    if (box->counted)
        arm(box);
    else
        trip(box, STOP_LATE);
}

static void on_tick(lua_State *L, lua_Debug *ar)
{
    struct sandbox *box = sandbox_of(L);

    if (ar->event != LUA_HOOKCOUNT && box->stop == STOP_NONE) {
        if (ar->event == LUA_HOOKLINE)
            box->watch->on_line(box->watch->context, L, ar);
        else
            box->watch->on_call(box->watch->context, L, ar);
        return;
    }
    if (box->late && !box->counted)
        trip(box, STOP_LATE);
    else if (box->stop == STOP_NONE)
        charge(box, box->tick_steps);
    if (box->stop != STOP_NONE)
        luaL_error(L, "stopped");
}

/* In a signal handler: only flags and lua_sethook, which is made for it. */
static void on_late(void *context)
{
    struct sandbox *box = context;

    if (box->counted || box->ticks++ == 0)
        return; /* nothing to interrupt, or it may just have begun */
    box->late = 1;
    lua_sethook(box->L, on_tick, LUA_MASKCOUNT, 1);
}

static void *allocate(void *context, void *block, size_t old_size, size_t new_size)
{
    struct sandbox *box = context;

    if (new_size == 0) /* costs nothing */
        return heap_resize(&box->heap, block, block ? old_size : 0, 0);
    bool text = !block && old_size == LUA_TSTRING; /* for a new block Lua passes a type tag */
    size_t old = block ? old_size : 0, before = box->heap.allocated;
    bool large = new_size > (text ? box->max_text : box->heap.max_block);
    void *at = large && new_size > old ? NULL : heap_resize(&box->heap, block, old, new_size);
    bool refused = !at;

    if (!box->L)
        return at;
    box->heap.refused |= refused;
    if (refused && box->stop == STOP_NONE)
        box->stop_line = running_line(box->L);
    /* Lua runs a full collection at each refusal. Out of memory, the first one is the last. A
     * block that is too large may be the table of all strings, which Lua need not grow: that
     * only costs. */
    if (refused && !large)
        trip(box, STOP_BYTES);
    if (at && new_size > old)
        weigh(box, new_size);
    charge(box, (int64_t)((refused ? box->heap.now.bytes : box->heap.allocated - before) /
                          LIMITS_BYTES_PER_STEP));
    return at;
}

void l_check_steps(lua_State *L)
{
    struct sandbox *box = sandbox_of(L);

    charge(box, 0);
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

/* The limits of loading a pack. */
static void limit_load(struct sandbox *box)
{
    box->frozen = false;
    box->counted = true;
    box->heap.max_bytes = box->heap.max_block = (size_t)box->limits.bytes_to_load;
    box->max_text = (size_t)box->limits.text_bytes_to_load;
    box->steps_left = box->rule_left = box->company_left = box->limits.steps_to_load;
}

bool sandbox_open(struct sandbox *box, const struct limits *limits)
{
    *box = (struct sandbox){.limits = *limits};
    if (!heap_open(&box->heap, LIMITS_REGION_BYTES))
        return false;
    limit_load(box);
    lua_State *L = lua_newstate(allocate, box);
    if (!L) {
        heap_close(&box->heap);
        return false;
    }
    box->L = L;
    memcpy(lua_getextraspace(L), &box, sizeof box);
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
    lua_sethook(box->L, NULL, 0, 0);
    box->floor = box->largest = 0;
    heap_save(&box->heap);
    box->frozen = true;
    box->touched = false;
    box->heap.max_bytes = box->heap.now.bytes + (size_t)box->limits.bytes_per_company;
    box->heap.max_block = box->max_text = (size_t)box->limits.bytes_per_block;
}

void sandbox_thaw(struct sandbox *box)
{
    box->floor = 0;
    sandbox_restore(box);
    limit_load(box);
}

void sandbox_restore(struct sandbox *box)
{
    heap_restore(&box->heap);
    lua_sethook(box->L, NULL, 0, 0);
    box->largest = box->floor;
    box->touched = false;
}

static int64_t now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t sandbox_elapsed_us(const struct sandbox *box)
{
    return now_us() - box->started_us;
}

/* Whether what ran since the last restore holds on to much, or to a large block. */
static bool is_bloated(const struct sandbox *box)
{
    return box->heap.now.bytes > box->heap.saved.bytes + LIMITS_KEEP_BYTES ||
           box->largest != box->floor;
}

void sandbox_start_company(struct sandbox *box, bool counted)
{
    bool quick = !counted && box->has_dog && !box->watch &&
                 box->limits.steps_per_call >= LIMITS_QUICK_STEPS;

    box->counted = true; /* a signal of the run before means nothing now */
    box->company_left = box->limits.steps_per_company;
    box->late = box->ticks = 0;
    box->started_us = now_us();
    quick = quick && watchdog_start(&box->dog, LIMITS_QUICK_MS);
    if (!quick || box->touched || is_bloated(box))
        sandbox_restore(box);
    lua_sethook(box->L, NULL, 0, 0); /* a late signal may have set it */
    box->floor = box->largest = 0;
    box->counted = !quick;
}

bool sandbox_end_company(struct sandbox *box)
{
    if (box->counted)
        return true;
    box->counted = true; /* signals mean nothing until the next one starts */
    return sandbox_elapsed_us(box) <= LIMITS_ACCEPT_US;
}

void sandbox_start_rule(struct sandbox *box, size_t floor, bool pure)
{
    if (is_bloated(box))
        sandbox_restore(box);
    box->floor = box->largest = floor;
    box->rule_left = box->limits.steps_per_rule;
    box->touched |= !pure;
}

/* --- calls --- */

bool sandbox_pcall(struct sandbox *box, int args, int results, struct sandbox_fault *fault)
{
    int64_t most = box->frozen ? box->limits.steps_per_call : box->limits.steps_to_load;

    if (most > box->rule_left)
        most = box->rule_left;
    if (most > box->company_left)
        most = box->company_left;
    box->steps_left = most;
    /* Half of them is left for the instructions, which nobody counts in a quick run. */
    box->steps_floor = box->counted ? 0 : box->limits.steps_per_call / 2;
    box->stop = STOP_NONE;
    box->stop_line = 0;
    heap_restart(&box->heap);
    if (box->counted)
        arm(box);
    else if (box->late || box->largest > 0)
        trip(box, STOP_LATE);
    int status = lua_pcall(box->L, args, results, 0);
    box->rule_left -= most - box->steps_left;
    box->company_left -= most - box->steps_left;
    bool ok = status == LUA_OK && box->stop == STOP_NONE && !(box->late && !box->counted);
    if (!ok) {
        if (box->late && !box->counted)
            box->stop = STOP_LATE;
        else if (box->stop == STOP_NONE && box->heap.refused && !sandbox_signalled(box))
            box->stop = STOP_BYTES; /* Lua's own words for it depend on who asked for memory */
        sandbox_describe(box, fault);
        lua_settop(box->L, 0);
    }
    if (!ok || box->counted) /* else nothing set it, or a signal that came after */
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

void l_run_chunk(lua_State *L, size_t *floor)
{
    struct sandbox *box = sandbox_of(L);
    size_t max_block = box->heap.max_block;

    box->heap.max_block = (size_t)box->limits.bytes_per_block;
    box->largest = 0; /* what reading the source took is out of reach of the chunk */
    arm(box);
    lua_call(L, 0, 1);
    *floor = box->largest;
    box->largest = 0;
    arm(box);
    box->heap.max_block = max_block;
}

int l_signal(lua_State *L)
{
    lua_pushlightuserdata(L, sandbox_of(L));
    return lua_error(L);
}
