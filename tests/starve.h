/* SPDX-License-Identifier: MIT
 *
 * An allocator that refuses one request of a sandbox, the n-th, as if memory had run out there.
 */
#ifndef TESTS_STARVE_H
#define TESTS_STARVE_H

#include "lua/load.h"

static struct {
    lua_Alloc original;
    size_t requests; /* so far */
    size_t refuse;   /* this one; 0: none */
} starve;

static inline void *starve_allocate(void *context, void *block, size_t old_size,
                                    size_t new_size)
{
    struct sandbox *box = context;
    bool grows = new_size > (block ? old_size : 0);

    if (!grows || ++starve.requests != starve.refuse)
        return starve.original(context, block, old_size, new_size);
    size_t max = box->heap.max_bytes; /* the sandbox itself refuses, and notes it */
    box->heap.max_bytes = 0;
    void *at = starve.original(context, block, old_size, new_size);
    box->heap.max_bytes = max;
    return at;
}

/* From here on the sandbox asks us. Where it is frozen, freeze it again to keep that. */
static inline void starve_install(struct sandbox *box)
{
    void *context;

    starve.original = lua_getallocf(box->L, &context);
    lua_setallocf(box->L, starve_allocate, context);
}

static inline void starve_at(size_t request)
{
    starve.requests = 0;
    starve.refuse = request;
}

#endif
