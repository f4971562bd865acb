/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { BLOCK_BYTES = 32 * 1024 };

_Static_assert((sizeof(max_align_t) & (sizeof(max_align_t) - 1)) == 0, "a power of two");

struct arena_block {
    struct arena_block *next;
    size_t used;
    size_t size;
    max_align_t data[];
};

_Noreturn void out_of_memory(void)
{
    fputs("plumbline: out of memory\n", stderr);
    _Exit(70);
}

static struct arena_block *block_open(size_t size)
{
    struct arena_block *block = malloc(sizeof *block + size);

    if (!block)
        out_of_memory();
    *block = (struct arena_block){.size = size};
    return block;
}

void *arena_room(struct arena *arena, size_t size)
{
    const size_t align = sizeof(max_align_t);
    struct arena_block *block = arena->blocks;

    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + align - 1) & ~(align - 1);
    if (!block || block->size - block->used < size) {
        block = block_open(size > BLOCK_BYTES ? size : BLOCK_BYTES);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *at = (char *)block->data + block->used;
    block->used += size;
    return at;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}

char *arena_copy(struct arena *arena, const char *at, size_t len)
{
    char *copy = arena_room(arena, len + 1);

    if (len > 0)
        memcpy(copy, at, len);
    copy[len] = '\0';
    return copy;
}

const char *arena_printable(struct arena *arena, const char *name)
{
    char *copy = arena_copy(arena, name, strlen(name));

    text_make_printable(copy);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

char *arena_path(struct arena *arena, const char *folder, const char *name)
{
    size_t folder_len = strlen(folder), name_len = strlen(name);
    char *path = arena_room(arena, folder_len + name_len + 2);

    memcpy(path, folder, folder_len);
    path[folder_len] = '/';
    memcpy(path + folder_len + 1, name, name_len);
    path[folder_len + 1 + name_len] = '\0';
    return path;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t element_size)
{
    if (count > 0 && (count & (count - 1)) != 0)
        return array; /* not at a power of two: there is room */
    size_t room = count == 0 ? 1 : 2 * count;
    void *bigger = arena_alloc(arena, room * element_size);
    if (count > 0)
        memcpy(bigger, array, count * element_size);
    return bigger;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *keep = arena->blocks;

    while (keep && keep->next) {
        struct arena_block *next = keep->next;
        free(keep);
        keep = next;
    }
    if (keep)
        keep->used = 0;
    arena->blocks = keep;
}

void arena_release(struct arena *arena)
{
    arena_reset(arena);
    free(arena->blocks);
    arena->blocks = NULL;
}
