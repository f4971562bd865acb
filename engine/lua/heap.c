/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/arena.h"
#include "lua/heap.h"

enum {
    GRAIN = 16,         /* smallest step of the size classes, and the alignment */
    SMALL_CLASSES = 64, /* 16, 32 ... 1,024 */
    SMALL_MAX = GRAIN * SMALL_CLASSES
};

/* Small blocks in steps of 16 bytes, larger ones by powers of two. */
static size_t class_of(size_t size, size_t *room)
{
    size_t class = SMALL_CLASSES;

    if (size <= SMALL_MAX) {
        size_t grains = (size + GRAIN - 1) / GRAIN;
        *room = grains * GRAIN;
        return grains - 1;
    }
    for (*room = (size_t)2 * SMALL_MAX; *room < size; *room *= 2)
        class ++;
    return class;
}

bool heap_open(struct heap *heap, size_t size)
{
    void *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (base == MAP_FAILED)
        return false;
    *heap = (struct heap){.base = base, .size = size};
    return true;
}

void heap_close(struct heap *heap)
{
    if (heap->base)
        munmap(heap->base, heap->size);
    free(heap->copy);
    *heap = (struct heap){0};
}

static void *take(struct heap *heap, size_t size)
{
    size_t room, class = class_of(size, &room);
    void *block = heap->now.free[class];

    if (block) {
        memcpy(&heap->now.free[class], block, sizeof(void *));
        return block;
    }
    if (room > heap->size - heap->now.top)
        return NULL;
    block = heap->base + heap->now.top;
    heap->now.top += room;
    return block;
}

static void give_back(struct heap *heap, void *block, size_t size)
{
    size_t room, class = class_of(size, &room);

    memcpy(block, &heap->now.free[class], sizeof(void *));
    heap->now.free[class] = block;
}

/* Whether growing from 'old_size' to 'new_size' stays within the limits. */
static bool within_limits(struct heap *heap, size_t old_size, size_t new_size)
{
    return new_size <= heap->max_block && heap->now.bytes - old_size <= heap->max_bytes &&
           new_size <= heap->max_bytes - (heap->now.bytes - old_size);
}

void *heap_resize(struct heap *heap, void *block, size_t old_size, size_t new_size)
{
    size_t old_room = 0, new_room = 0;

    if (new_size == 0) {
        if (block && old_size > 0)
            give_back(heap, block, old_size);
        heap->now.bytes -= old_size;
        return NULL;
    }
    if (new_size > old_size) {
        if (!within_limits(heap, old_size, new_size)) {
            heap->refused = true;
            return NULL;
        }
        heap->allocated += new_size - old_size;
    }
    bool same_block =
        block && old_size > 0 && class_of(old_size, &old_room) == class_of(new_size, &new_room);
    if (!same_block) {
        void *moved = take(heap, new_size);
        if (!moved && new_size > old_size) {
            heap->refused = true;
            heap->allocated -= new_size - old_size;
            return NULL;
        }
        if (!moved) /* it stays where it is, with room to spare */
            moved = block;
        else if (block && old_size > 0) {
            memcpy(moved, block, old_size < new_size ? old_size : new_size);
            give_back(heap, block, old_size);
        }
        block = moved;
    }
    heap->now.bytes += new_size - old_size;
    return block;
}

void heap_save(struct heap *heap)
{
    heap->saved = heap->now;
    free(heap->copy);
    heap->copy = malloc(heap->now.top);
    if (!heap->copy)
        out_of_memory();
    memcpy(heap->copy, heap->base, heap->now.top);
}

void heap_restore(struct heap *heap)
{
    memcpy(heap->base, heap->copy, heap->saved.top);
    heap->now = heap->saved;
}
