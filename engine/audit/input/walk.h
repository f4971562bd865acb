/* SPDX-License-Identifier: MIT
 *
 * The files below a folder, one after the other, each folder's names sorted by byte and its
 * folders entered where they stand. Holds the names of the folders it is in, and no others.
 */
#ifndef AUDIT_WALK_H
#define AUDIT_WALK_H

#include "audit/input/input.h"
#include "audit/input/passed.h"
#include "base/buf.h"

struct walk;

enum { WALK_MAX_DEPTH = 64 }; /* folders within folders */

/* What the next step of looking for files came to. */
struct found {
    const char *path;  /* borrowed until the next step */
    const char *fault; /* why it cannot be looked into, or NULL: then it is a file */
    bool in_folder;    /* found there, not named: what is no regular file is not waited for */
};

/*
 * Starts at the folder 'path'; links are followed, but not into a folder that holds them.
 *
 *   passed   counts the files that are passed over; or NULL
 */
struct walk *walk_open(const char *path, const struct input_options *options,
                       struct passed *passed);

/* The next file, or a folder with a fault: unreadable, or without any file that fits. */
bool walk_next(struct walk *walk, struct found *out);

void walk_close(struct walk *walk);

#endif
