/* SPDX-License-Identifier: MIT
 *
 * An arena: many small things that die together. One per company and one per pack; nothing in
 * the engine frees single objects. Memory is zeroed. Uses nothing else of the engine.
 *
 * Running out of memory is the machine's failure, not the input's (inputs are capped), so it
 * ends the process: one line on stderr, exit code 70 (design.md 7). No allocation here or in
 * buf.h has an error path.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first; the arena owns them */
};

/* Zeroed memory, aligned for any type, that lives until the arena is reset or released. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same without zeros, for what is filled at once. */
void *arena_room(struct arena *arena, size_t size);

/* Copies 'len' bytes and puts a NUL after them. */
char *arena_copy(struct arena *arena, const char *at, size_t len);

/* A copy of a name from outside, fit for a terminal and for JSON: see text_make_printable. */
const char *arena_printable(struct arena *arena, const char *name);

char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "folder/name". */
char *arena_path(struct arena *arena, const char *folder, const char *name);

/* Makes room for one more element in an array of 'count' elements that lives in the arena;
 * doubles at powers of two, so an array grows by calling this before each element is added. */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t element_size);

/* Forgets everything but keeps one block for reuse. */
void arena_reset(struct arena *arena);
void arena_release(struct arena *arena);

/* Says so in one line and ends the process with code 70. */
_Noreturn void out_of_memory(void);

#endif
