/* SPDX-License-Identifier: MIT
 *
 * What one test of a rule answered, taken off the Lua stack after its call and checked like
 * input. Nothing here may throw: strings are read only where they are strings already.
 */
#ifndef LUA_ANSWER_H
#define LUA_ANSWER_H

#include "lua/sandbox.h"
#include "score/finding.h"

/* What is asked: each has answers of its own. */
enum answer_kind {
    ANSWER_RULE,  /* pass() and its like */
    ANSWER_ROW,   /* true or false */
    ANSWER_FIGURE /* value() */
};

/* One answer of one test. */
struct answer {
    struct ending end; /* UNKNOWN, NOT_APPLICABLE, ERROR, what earns credit, or VALUE */
    int missing;       /* the fact that was not known, or FACT_NONE */
    bool refused;
    int error_line;
    const char *error_id; /* for ERROR: see struct finding */
};

/* All texts are copies in 'arena'. What breaks a rule of the API, or is worse than the rule's
 * 'worst', is an answer of outcome error. A row's true is pass, its false critical; 'worst' is
 * for rules. */
void answer_take(lua_State *L, struct arena *arena, enum answer_kind kind, enum outcome worst,
                 struct answer *answer);

/* The error of a test that failed or was stopped. */
void answer_of_fault(const struct sandbox_fault *fault, struct arena *arena,
                     struct answer *answer);

/* Plain text as the format of a message. */
const char *answer_text(struct arena *arena, const char *text);

#endif
