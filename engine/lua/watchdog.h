/* SPDX-License-Identifier: MIT
 *
 * A CPU timer that interrupts a Lua state which runs longer than normal. It decides nothing:
 * the interrupted company is run again under an exact count (design.md 4), so no result depends
 * on a clock.
 */
#ifndef LUA_WATCHDOG_H
#define LUA_WATCHDOG_H

#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

/* Called in a signal handler, so it may do little: see lua_sethook in Lua's own lua.c. */
typedef void watchdog_fn(void *context);

struct watchdog {
    timer_t timer;
    pid_t owner; /* timers do not follow into a forked worker */
    bool runs;
    watchdog_fn *fn;
    void *context;
};

/* False where the system has no CPU timers; the caller then counts always. The watchdog must
 * not move in memory while open. */
bool watchdog_open(struct watchdog *dog, watchdog_fn *fn, void *context);

/* Calls 'fn' again and again after so much CPU time, from the first call on, whether or not
 * there is something to interrupt: setting a timer for each company costs more than a signal
 * now and then. False where there is no timer. */
bool watchdog_start(struct watchdog *dog, long milliseconds);
void watchdog_close(struct watchdog *dog);

#endif
