/* SPDX-License-Identifier: MIT
 *
 * One limited Lua state and the only lua_pcall of the program. Everything that touches the Lua
 * stack and may throw runs inside sandbox_call; functions named l_... may throw and own nothing.
 *
 * Limits (design.md 4, sandbox.md): work, counted in VM instructions plus one for every
 * SANDBOX_BYTES_PER_STEP bytes allocated or searched, so that no C function works for nothing;
 * bytes held at once; the size of one block. All stay tripped: once one is hit, every further
 * instruction throws, and no result of that call is accepted. Rules have no pcall, no coroutines,
 * no metatables and no patterns, so nothing they can name swallows an error or runs unbounded.
 *
 * Two manners of running a company: quick (no hook, a CPU timer looks on) and counted (exact). A
 * quick run that the timer or the byte limit stopped decides nothing: the caller restores the
 * state and runs the company again counted.
 */
#ifndef LUA_SANDBOX_H
#define LUA_SANDBOX_H

#include <stdint.h>

#include <lua.h>

#include "base/error.h"
#include "lua/heap.h"
#include "lua/watchdog.h"

enum {
    SANDBOX_COMPANY_STEPS = 20 * 1000 * 1000, /* per company */
    SANDBOX_CALL_STEPS = 500 * 1000,          /* per call of a rule */
    SANDBOX_LOAD_STEPS = 100 * 1000 * 1000,   /* while a pack is loaded */
    SANDBOX_BYTES = 8 * 1024 * 1024,          /* per company, beyond the loaded pack */
    SANDBOX_LOAD_BYTES = 32 * 1024 * 1024,    /* a loaded pack */
    SANDBOX_BLOCK_BYTES = 80 * 1024,          /* one string, table or stack of a running rule */
    SANDBOX_REGION_BYTES = 256 * 1024 * 1024, /* address space; pages cost when touched */
    SANDBOX_BYTES_PER_STEP = 16,
    SANDBOX_QUICK_MS = 5, /* CPU time of a normal company */
    SANDBOX_TICK = 1000   /* instructions between two looks of the count hook */
};

enum sandbox_stop {
    STOP_NONE,
    STOP_STEPS, /* work */
    STOP_BYTES, /* memory, or a single block too large */
    STOP_LATE   /* quick run only: the timer fired */
};

struct sandbox {
    lua_State *L;
    struct heap heap;
    struct watchdog dog;
    bool has_dog;
    bool counted;       /* this run is exact */
    int64_t steps_left; /* of the call, while counted */
    int64_t company_left;
    volatile sig_atomic_t late;
    enum sandbox_stop stop; /* why the last call was stopped */
    void *host;             /* what l_ functions work on; set by the caller */
};

/* What a failed call left. The message is a copy, cut and without control characters. */
struct sandbox_fault {
    enum sandbox_stop stop; /* STOP_NONE: the code itself failed */
    bool signalled;         /* the error value is the address of 'sandbox.signal': see l_signal */
    char message[ERROR_MESSAGE_MAX];
};

/* A state for loading a pack, counted. False where the machine refuses. The sandbox must not move
 * in memory while open. */
bool sandbox_open(struct sandbox *box);
void sandbox_close(struct sandbox *box);

/* From here on the limits are those of running rules, and sandbox_restore comes back here. */
void sandbox_freeze(struct sandbox *box);

/* Puts the state back to where it was frozen and starts a company. */
void sandbox_start_company(struct sandbox *box, bool counted);
void sandbox_end_company(struct sandbox *box);

/* Puts the state back within a company, after a rule that failed. */
void sandbox_restore(struct sandbox *box);

/*
 * Calls the function below its 'args' arguments on top of the stack with fresh call limits; on
 * success its results are on the stack (at most what fits; LUA_MULTRET allowed). On failure the
 * stack is empty.
 */
bool sandbox_pcall(struct sandbox *box, int args, int results, struct sandbox_fault *fault);

/* Runs an l_ function with 'argument' as a light userdata. */
bool sandbox_call(struct sandbox *box, lua_CFunction l_function, void *argument,
                  struct sandbox_fault *fault);

struct sandbox *sandbox_of(lua_State *L);

/* Charges the work of a C function that looked at 'bytes' bytes; may throw. */
void l_charge(lua_State *L, size_t bytes);

/* Ends the call in a way that only the host understands; 'host' says what happened. */
int l_signal(lua_State *L);

#endif
