/* SPDX-License-Identifier: MIT
 *
 * Reading whole regular files with a maximum, and writing a result so that its final name never
 * holds half of it.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/*
 * Reads all of the file at 'path' into 'arena'; the text is followed by a NUL.
 *
 *   max   bytes; a larger file is refused by its size, before anything is read
 *   kind  of the error: which exit code a failure has
 *
 * Errors: 'kind' for what cannot be opened or is not a regular file (folder, FIFO, device): a
 * FIFO is not waited for.
 */
bool file_read(const char *path, size_t max, struct arena *arena, struct text *out,
               enum error_kind kind, struct error *err);

/* The same from an open descriptor, to its end: a pipe or standard input, called 'name'. */
bool file_read_stream(int fd, const char *name, size_t max, struct arena *arena,
                      struct text *out, enum error_kind kind, struct error *err);

/* Whether both names lead to one file that exists. */
bool file_is_same(const char *a, const char *b);

/* Writes to 'path'.partial, then renames; on failure the old file is as it was. What is there
 * and is no regular file (a device, a pipe) is written to instead, never replaced.
 * Errors: ERROR_OUTPUT. */
bool file_write(const char *path, const char *at, size_t len, struct error *err);

#endif
