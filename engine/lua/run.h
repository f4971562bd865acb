/* SPDX-License-Identifier: MIT
 *
 * What is under way while a rule runs: the host's side of the API. Set up by run.c, used by the
 * l_ functions of api.c and facts_api.c.
 */
#ifndef LUA_RUN_H
#define LUA_RUN_H

#include "facts/profile.h"
#include "lua/formats.h"
#include "lua/sandbox.h"
#include "score/pack.h"
#include "score/trace.h"

enum {
    RUN_MAX_RANGES = 3, /* facts evaluated at both ends: 8 combinations (design.md 4) */
    RUN_MAX_PATH = 24
};

enum run_end {
    END_NONE,          /* the test returned by itself */
    END_UNKNOWN,       /* read a fact that is not known */
    END_REFUSED,       /* read an expected fact that was refused */
    END_NOT_APPLICABLE /* read a fact that is n/a */
};

enum run_ask {
    ASK_VALUE, /* c.section.key: ends the test where there is none */
    ASK_KNOWN, /* known() */
    ASK_SIGN   /* any(): whether it is yes, or above zero */
};

struct run_question {
    int fact;
    enum run_ask ask;
};

struct run {
    const struct pack *pack;
    const struct profile *profile;
    const struct rule_fact *facts; /* that the rule may read */
    size_t fact_count;
    int ranges[RUN_MAX_RANGES]; /* facts that are evaluated at both their ends */
    size_t range_count;
    unsigned combination; /* bit n: range n is at its upper end */
    enum run_end end;
    int end_fact; /* the fact that ended the test */
    int *reads;   /* facts read by the rule, each once; room for fact_count */
    size_t read_count;
    size_t touches; /* how often the test asked about a fact, in any way */
    bool needed;    /* it ended because it read a fact that has no value */
    bool learns;    /* the path is wanted */
    struct run_question path[RUN_MAX_PATH]; /* what it asked, until it asked in another way */
    size_t path_count;
    struct formats *formats; /* of messages: see formats.h */
    struct trace *trace;     /* gets what the rule does; NULL: nobody looks on */
    struct arena *trace_arena;
};

static inline struct run *run_of(lua_State *L)
{
    return sandbox_of(L)->host;
}

/* How a test ends that reads the fact: END_NONE where it has a value. */
enum run_end run_end_without(const struct run *run, int fact);

static inline enum run_end run_end_of(const struct run *run, int fact)
{
    return run->profile->facts[fact].value.state == FACT_KNOWN ? END_NONE
                                                               : run_end_without(run, fact);
}

/* Notes that the rule asked about the fact. */
void run_note(struct run *run, int fact);

/* Ends the test; does not return. */
int l_end(lua_State *L, enum run_end end, int fact);

#endif
