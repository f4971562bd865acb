/* SPDX-License-Identifier: MIT
 *
 * The memory of one Lua state: a private region with size classes, a cap that stays tripped,
 * and a snapshot that the whole state can be put back to by one copy. That is how nothing
 * carries over from company to company (design.md 4): not by trusting rules, but by
 * construction. A hostile state is never closed, its region is dropped.
 *
 * Deterministic: the same requests give the same answers, whatever ran before.
 */
#ifndef LUA_HEAP_H
#define LUA_HEAP_H

#include <stdbool.h>
#include <stddef.h>

enum { HEAP_CLASSES = 96 };

struct heap_mark {
    size_t top;               /* bytes of the region in use, free blocks included */
    size_t bytes;             /* bytes handed out, as asked for */
    void *free[HEAP_CLASSES]; /* per size class, linked through the blocks */
};

struct heap {
    char *base;       /* the region; owned */
    size_t size;      /* of the region */
    size_t max_bytes; /* handed out at once */
    size_t max_block; /* of a single request */
    size_t allocated; /* bytes handed out since heap_restart, never lowered: what work costs */
    bool refused;     /* a request was refused since heap_restart */
    struct heap_mark now;
    struct heap_mark saved;
    char *copy; /* of the region up to saved.top; owned; NULL before heap_save */
};

/* Reserves 'size' bytes of address space; pages cost memory when touched. False when there is
 * no room for it. */
bool heap_open(struct heap *heap, size_t size);
void heap_close(struct heap *heap);

/* The contract of lua_Alloc. A shrinking block never fails. */
void *heap_resize(struct heap *heap, void *block, size_t old_size, size_t new_size);

/* Keeps the state as it is now, in place of what was kept before. */
void heap_save(struct heap *heap);

/* Puts every byte back to what it was at heap_save. Nothing may be running in the region. */
void heap_restore(struct heap *heap);

/* Starts counting anew: what was refused and allocated so far is forgotten. */
static inline void heap_restart(struct heap *heap)
{
    heap->allocated = 0;
    heap->refused = false;
}

#endif
