/* SPDX-License-Identifier: MIT
 *
 * What one test of a rule answered, taken off the Lua stack after its call and checked like
 * input. Nothing here may throw: strings are read only where they are strings already.
 */
#ifndef LUA_ANSWER_H
#define LUA_ANSWER_H

#include "lua/sandbox.h"
#include "score/finding.h"

/* One answer of one test. */
struct answer {
    enum outcome outcome; /* UNKNOWN, NOT_APPLICABLE, ERROR, or what earns credit */
    int credit;
    struct message message;
    int missing; /* the fact that was not known, or FACT_NONE */
    bool refused;
    int error_line;
    const char *error_id; /* for ERROR: see struct finding */
};

/* All texts are copies in 'arena'. What breaks a rule of the API, or is worse than the rule's
 * 'worst', is an answer of outcome error. */
struct answer answer_take(lua_State *L, struct arena *arena, enum outcome worst);

/* A row of the classification answers true (pass) or false (critical). */
struct answer answer_take_boolean(lua_State *L, struct arena *arena);

/* The error of a test that failed or was stopped. */
struct answer answer_of_fault(const struct sandbox_fault *fault, struct arena *arena);

/* Plain text as the format of a message. */
const char *answer_text(struct arena *arena, const char *text);

#endif
