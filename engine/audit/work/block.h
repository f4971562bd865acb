/* SPDX-License-Identifier: MIT
 *
 * A block of companies on its way: given to a worker as one run of bytes, records come back
 * one by one, and wait here until it is their turn.
 */
#ifndef AUDIT_BLOCK_H
#define AUDIT_BLOCK_H

#include <signal.h>
#include <stdint.h>

#include "audit/input/input.h"
#include "audit/work/wire.h"

enum {
    BLOCK_COMPANIES = 64,
    BLOCK_BYTES = 128 * 1024 /* of companies; the last may pass it */
};

enum block_state {
    BLOCK_FREE,
    BLOCK_WAITS, /* for a worker */
    BLOCK_GIVEN, /* to one */
    BLOCK_DONE   /* all records are back */
};

struct block {
    enum block_state state;
    int64_t first;      /* number of its next company that has no record yet */
    size_t count;       /* companies without one */
    struct buf bytes;   /* a frame of these companies */
    struct buf records; /* frames that came back and were not fetched yet */
    int deaths;         /* of workers in a row that left it as it was */
};

/* Records are not left out, however many wait. */
#define BLOCK_INIT                                                                             \
    {                                                                                          \
        .bytes = BUF_INIT, .records = {.max = SIZE_MAX / 2 }                                   \
    }

/* What a block is made of. */
struct block_source {
    struct input *input;
    /* The lines of that company in an earlier result, which stay until the next call, or empty;
     * may be NULL. */
    struct text (*earlier)(void *context, const char *name);
    void *context;
    const volatile sig_atomic_t *stop; /* or NULL */
};

/* Fills an empty block with at most 'most' companies, the first of which has that number;
 * false where the input has none left. */
bool block_fill(struct block *block, const struct block_source *source, int64_t first,
                size_t most);

/* Makes the block fit to be done again from the first company on that has no record. The
 * company with the number 'lost' is not worked on any more, and 'why' says why; false where
 * there is none, or it was lost before: then nothing has changed. */
bool block_renew(struct block *block, int64_t lost, const char *why);

/* Keeps a record, with the head of its frame, until it is its turn. */
void block_keep(struct block *block, struct text frame);

void block_reset(struct block *block); /* empties, keeps the room */
void block_release(struct block *block);

#endif
