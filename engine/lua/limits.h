/* SPDX-License-Identifier: MIT
 *
 * The limits under which packs load and rules run: one table of names, standard values and
 * bounds. 'plumbline version' and every result show them; '--limit NAME=N' sets them. Apart
 * from sandbox.h so that the layers above can show them without seeing Lua.
 *
 * No limit depends on a clock: the same input meets the same limit on every machine.
 */
#ifndef LUA_LIMITS_H
#define LUA_LIMITS_H

#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

/* Steps are VM instructions plus one for every LIMITS_BYTES_PER_STEP bytes that C functions
 * allocate or look at. */
struct limits {
    long steps_per_company;
    long steps_per_rule; /* all its tests at all ends of ranges */
    long steps_per_call; /* one test once */
    long steps_to_load;
    long bytes_per_company; /* held at once, beyond the loaded pack */
    long bytes_per_block;   /* one string, table or stack */
    long bytes_to_load;
    long text_bytes_to_load; /* one string of a loaded pack */
    long message_bytes;      /* of an outcome */
    long findings_per_rule;  /* fixed: a rule gives one */
    long log_bytes;          /* fixed: rules have no log */
    long pack_files;
    long pack_source_bytes; /* of one Lua file */
};

struct limit_row {
    const char *name;
    size_t offset; /* in struct limits, of a long */
    long standard, least, most;
};

extern const struct limit_row limit_rows[];
extern const size_t limit_row_count;

struct limits limits_standard(void);
long limits_get(const struct limits *limits, const struct limit_row *row);

/* Sets one by "NAME=N". Errors: ERROR_USAGE for an unknown name, no number or out of bounds. */
bool limits_set(struct limits *limits, struct text assignment, struct error *err);

enum {
    LIMITS_BYTES_PER_STEP = 16,
    LIMITS_BYTES_PER_WEIGHT = 64,  /* of the largest block: see weigh() in sandbox.c */
    LIMITS_SMALL_BYTES = 2 * 1024, /* a block up to this size costs nothing to touch */
    LIMITS_KEEP_BYTES = 64 * 1024, /* what rules may leave behind within a company */
    LIMITS_REGION_BYTES = 256 * 1024 * 1024, /* address space; pages cost when touched */
    LIMITS_QUICK_MS = 5,     /* CPU time between two looks at a normal company: the second one
                                interrupts it */
    LIMITS_ACCEPT_US = 1000, /* time within which it cannot have passed any limit of steps */
    LIMITS_QUICK_STEPS = 4 * 1000 * 1000, /* with fewer steps a call, companies are counted */
    LIMITS_TICK = 1000                    /* instructions between two looks of the count hook */
};

#endif
