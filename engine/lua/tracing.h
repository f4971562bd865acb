/* SPDX-License-Identifier: MIT
 *
 * Fills a struct trace while a rule runs: lines and calls through the hook of the limits, reads
 * from facts_api.c. Every function does nothing where the run is not traced.
 */
#ifndef LUA_TRACING_H
#define LUA_TRACING_H

#include "lua/run.h"
#include "score/trace.h"

/* How many lines the text of a rule has. */
size_t tracing_line_count(const char *text);

/* The watch that notes lines and calls into run->trace. */
struct sandbox_watch tracing_watch(struct run *run);

void tracing_test(struct run *run, int number);
void tracing_end(struct run *run, const char *answer);

/* A fact is read or asked about; then what became of it, once it is known. */
void tracing_read(lua_State *L, struct run *run, int fact);
void tracing_value(lua_State *L, struct run *run, int fact); /* on top of the stack */
void tracing_no_value(struct run *run, int fact, enum run_end end);

#endif
