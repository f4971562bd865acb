/* SPDX-License-Identifier: MIT
 *
 * What one rule did with one company, step by step: for '--trace', for examples that fail and
 * for coverage. Filled by engine/lua/; the limits of rules hold while it is.
 */
#ifndef SCORE_TRACE_H
#define SCORE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TRACE_MAX_EVENTS = 2000 };

enum trace_kind {
    TRACE_TEST, /* a test starts, at one end of each range it reads */
    TRACE_LINE, /* a line runs */
    TRACE_READ, /* a fact is read, or asked about */
    TRACE_CALL, /* a function of the host's is called */
    TRACE_END   /* the test is over */
};

struct trace_event {
    enum trace_kind kind;
    int line;   /* of the rule's file; 0 where there is none */
    int number; /* TEST: of the rule, from 0; READ: the fact */
    /* READ: the value as the rule got it, or why it got none; NULL where it was only asked
     * about. CALL: name and arguments. TEST: which ends, "" without ranges. END: the answer. */
    const char *text;
};

/* All lists live in the arena of the run. */
struct trace {
    struct trace_event *events;
    size_t count;
    bool cut;    /* there were more than TRACE_MAX_EVENTS */
    bool *lines; /* by line of the file, from 1: whether it ran */
    size_t line_count;
    int64_t steps;        /* exact */
    size_t bytes;         /* allocated in all, never lowered */
    int64_t microseconds; /* of the traced run: no two are alike */
};

#endif
