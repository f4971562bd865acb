/* SPDX-License-Identifier: MIT
 *
 * One limited Lua state and the only lua_pcall of the program. Everything that touches the Lua
 * stack and may throw runs inside sandbox_call; functions named l_... may throw and own
 * nothing.
 *
 * Limits (design.md 4, sandbox.md): work, counted in VM instructions plus one for every
 * LIMITS_BYTES_PER_STEP bytes allocated or searched, so that no C function works for nothing;
 * bytes held at once; the size of one block. All stay tripped: once one is hit, every further
 * instruction throws, and no result of that call is accepted. Rules have no pcall, no
 * coroutines, no metatables and no patterns, so nothing they can name swallows an error or runs
 * unbounded.
 *
 * Two manners of running a company: quick (no hook, a CPU timer looks on) and counted (exact).
 * A quick run decides only where a counted run certainly gives the same: it was stopped by
 * nothing, made no large block, did little work in C, and was over so soon that no machine can
 * have taken half the steps of a call. Otherwise the caller runs the company again counted. A
 * run that is watched (tracing, coverage) is always counted: Lua has one hook, and this is it.
 */
#ifndef LUA_SANDBOX_H
#define LUA_SANDBOX_H

#include <stdint.h>
#include <string.h>

#include <lua.h>

#include "base/error.h"
#include "lua/heap.h"
#include "lua/limits.h"
#include "lua/watchdog.h"

enum sandbox_stop {
    STOP_NONE,
    STOP_STEPS, /* work */
    STOP_BYTES, /* memory, or a single block too large */
    STOP_LATE   /* quick run only: this has to be counted */
};

/* Looks on while rules run: the hook of the limits calls it, so that both hold. */
struct sandbox_watch {
    void (*on_line)(void *context, lua_State *L, lua_Debug *ar);
    void (*on_call)(void *context, lua_State *L,
                    lua_Debug *ar); /* a function starts; or NULL */
    void *context;
};

struct sandbox {
    lua_State *L;
    struct limits limits;
    const struct sandbox_watch *watch; /* borrowed; NULL: nobody looks on */
    struct heap heap;
    struct watchdog dog;
    bool has_dog;
    bool counted;       /* this run is exact */
    int64_t steps_left; /* of the call */
    int64_t rule_left;
    int64_t company_left;
    int64_t steps_floor; /* below which the call is stopped */
    size_t max_text;     /* bytes of one string */
    size_t floor;   /* largest block, beyond the small ones, that the rule was loaded with */
    size_t largest; /* or made since the last restore; 0 where all are small */
    int64_t tick_steps; /* what a tick of the count hook stands for */
    int64_t started_us;
    volatile sig_atomic_t ticks; /* of the watchdog, in this company */
    volatile sig_atomic_t late;
    enum sandbox_stop stop; /* why the last call was stopped */
    int stop_line;          /* of the rule's file, where; 0 where no code was running */
    bool frozen;            /* rules run; before, a pack is loaded */
    bool touched; /* since the last restore code ran that may have changed the state */
    void *host;   /* what l_ functions work on; set by the caller */
};

/* What a failed call left. The message is a copy, cut and without control characters. */
struct sandbox_fault {
    enum sandbox_stop stop; /* STOP_NONE: the code itself failed */
    int line;       /* where the code was stopped; 0 where the message has it, or nothing */
    bool signalled; /* the error value is the address of 'sandbox.signal': see l_signal */
    char message[ERROR_MESSAGE_MAX];
};

/* A state for loading a pack, counted. False where the machine refuses. The sandbox must not
 * move in memory while open. */
bool sandbox_open(struct sandbox *box, const struct limits *limits);
void sandbox_close(struct sandbox *box);

/* From here on the limits are those of running rules, and sandbox_restore comes back here. */
void sandbox_freeze(struct sandbox *box);

/* Back to loading, from the state as it was frozen, with fresh limits of loading. */
void sandbox_thaw(struct sandbox *box);

/* Starts a company in the state as it was frozen. It is put back unless the run is quick and
 * all that ran since was pure (see pure.h): then what is left are texts and garbage, which no
 * rule can see and which can only make a limit trip early, and so have the company counted. */
void sandbox_start_company(struct sandbox *box, bool counted);

/* Since the company was started. Decides no result: see above. */
int64_t sandbox_elapsed_us(const struct sandbox *box);

/* False where a quick run took so long that it has to be run again counted. */
bool sandbox_end_company(struct sandbox *box);

/* Starts a rule with fresh limits of its own; 'floor' as l_run_chunk gave it, 'pure' as
 * l_is_pure. Puts the state back where the rules before left much behind, so that they take
 * nothing away from this one. */
void sandbox_start_rule(struct sandbox *box, size_t floor, bool pure);

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

/* For sandbox.c: what the error value on top of the stack, or the limit that was passed, comes
 * to; and whether that value is l_signal's. */
void sandbox_describe(struct sandbox *box, struct sandbox_fault *fault);
bool sandbox_signalled(const struct sandbox *box);

/* The state's own memory beside it holds its sandbox. */
static inline struct sandbox *sandbox_of(lua_State *L)
{
    struct sandbox *box;

    memcpy(&box, lua_getextraspace(L), sizeof box);
    return box;
}

/* Throws where a limit is passed, which it trips where nobody did. */
void l_check_steps(lua_State *L);

/* Charges the work of a C function that looked at 'bytes' bytes; may throw. Whatever a rule can
 * make long costs by its length, or a loop around it would run for ever within its steps. */
static inline void l_charge(lua_State *L, size_t bytes)
{
    struct sandbox *box = sandbox_of(L);

    box->steps_left -= (int64_t)(bytes / LIMITS_BYTES_PER_STEP) + 1;
    if (box->steps_left < box->steps_floor || box->stop != STOP_NONE)
        l_check_steps(L);
}

/* Calls the chunk on top of the stack, while a pack is loaded, with the block limit of running
 * rules. '*floor' gets the largest block it made, 0 where all are small. [-1, +1, e] */
void l_run_chunk(lua_State *L, size_t *floor);

/* Ends the call in a way that only the host understands; 'host' says what happened. */
int l_signal(lua_State *L);

#endif
