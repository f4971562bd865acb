/* SPDX-License-Identifier: MIT
 *
 * The members of an archive, one after the other in its order, streamed by libarchive: nothing
 * is unpacked to disk, so no name in it can do harm. What is packed but no archive
 * ("companies.csv.gz") is its one member.
 *
 * Known gap: libarchive 3.6 does not hold the bytes of gzip against its check sum; bzip2, xz,
 * zip and 7z are held, zstd and lz4 where they have one.
 */
#ifndef AUDIT_MEMBERS_H
#define AUDIT_MEMBERS_H

#include "audit/input/feed.h"
#include "audit/input/input.h"
#include "audit/input/passed.h"

struct members;

struct member {
    const char
        *path; /* in the archive, without slashes before it; "" for what is only packed */
    const char *fault; /* why it, or the archive where 'path' is "", cannot be read; or NULL */
};

/*
 * Starts on a feed whose first bytes have been looked at.
 *
 *   fd      that it reads; moved about in, where that is possible (zip, 7z)
 *   passed  counts the members that are passed over, by their names in the archive
 */
struct members *members_open(struct feed *feed, int fd, const struct input_options *options,
                             struct passed *passed);

/* The next that the options take; false after the last. Borrowed until the next call. */
bool members_next(struct members *members, struct member *out);

/* feed_read_fn on a struct members: the bytes of the member. */
bool members_read(void *context, char *at, size_t room, size_t *got, struct error *err);

void members_close(struct members *members);

#endif
