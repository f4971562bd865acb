/* SPDX-License-Identifier: MIT
 *
 * From the arguments of an audit to single files: lists are read line by line, patterns and
 * folders are opened up, in the order in which they are given. What exists is taken as it is
 * written, even with '*' in its name.
 */
#ifndef AUDIT_PATHS_H
#define AUDIT_PATHS_H

#include "audit/input/walk.h"

struct paths;

/* Errors: ERROR_USAGE, as input_open. Opens every list, so that one that cannot be read is said
 * before the work begins.
 *
 *   passed   counts the files of folders that are passed over; or NULL
 */
struct paths *paths_open(const struct input_options *options, struct passed *passed,
                         struct error *err);

/* What 'found.path' points to for standard input: this address, whatever files are called. */
extern const char PATHS_STDIN[];

/* The next file, or what cannot be looked into. Borrowed until the next call. */
bool paths_next(struct paths *paths, struct found *out);

/* Whether reading them again gives the same: no standard input, no list that is a pipe. */
bool paths_can_repeat(const struct input_options *options);

void paths_close(struct paths *paths);

#endif
