/* SPDX-License-Identifier: MIT
 *
 * Bytes that come in blocks, seen through a window that is moved and grown: what a file,
 * standard input or a member of an archive holds. The window is bounded, so that no input can
 * make the program grow.
 */
#ifndef AUDIT_FEED_H
#define AUDIT_FEED_H

#include "base/error.h"
#include "base/text.h"
#include "facts/profile_read.h"

enum {
    FEED_BLOCK = 128 * 1024,
    FEED_MAX = PROFILE_MAX_BYTES + 2 * FEED_BLOCK /* bytes in the window */
};

/* Puts up to 'room' bytes at 'at'; *got is 0 at the end. False with *err's message set. */
typedef bool feed_read_fn(void *context, char *at, size_t room, size_t *got, struct error *err);

struct feed {
    feed_read_fn *read;
    void *context;
    char *at; /* owned */
    size_t room, start, end;
    bool ended;  /* nothing more will come */
    bool failed; /* because reading failed: 'err' says why */
    struct error err;
};

/* Starts on other bytes; keeps the room. */
void feed_open(struct feed *feed, feed_read_fn *read, void *context);
void feed_release(struct feed *feed);

/* What is in the window; valid until feed_more. */
struct text feed_window(const struct feed *feed);

/* Reads one block more onto the end of the window; false where there is none, or no room. */
bool feed_more(struct feed *feed);

/* Drops bytes from the front of the window. */
void feed_drop(struct feed *feed, size_t len);

/*
 * The next line from 'from' bytes into the window on: reads on until its end is there.
 *
 *   line   without line end (LF or CRLF)
 *   whole  bytes with it
 *
 * False at the end, where reading failed, or where 'from' and the line do not fit into the
 * window: 'feed->ended' and 'feed->failed' tell which.
 */
bool feed_line(struct feed *feed, size_t from, struct text *line, size_t *whole);

/* The same up to another byte than the line end. */
bool feed_part(struct feed *feed, size_t from, char end, struct text *part, size_t *whole);

/* Drops the rest of the line that does not fit into the window; false where the input ends. */
bool feed_skip_line(struct feed *feed);

/* feed_read_fn on the file descriptor at 'context' (int *). */
bool feed_read_fd(void *context, char *at, size_t room, size_t *got, struct error *err);

#endif
