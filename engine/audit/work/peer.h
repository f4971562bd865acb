/* SPDX-License-Identifier: MIT
 *
 * A worker process as the parent sees it: a socket, the blocks it was given, and how it ended.
 * Never blocks, but for a process that is about to end.
 */
#ifndef AUDIT_PEER_H
#define AUDIT_PEER_H

#include <sys/types.h>

#include "audit/work/block.h"
#include "audit/work/worker.h"

enum { PEER_BLOCKS = 2 /* one to work on, one that is there when it is done */ };

struct peer {
    pid_t pid; /* 0: none runs */
    int fd;    /* nonblocking */
    struct worker_slot *slot;
    struct block *blocks[PEER_BLOCKS]; /* in the order given; records come in this order */
    size_t block_count;
    size_t whole; /* of these blocks, sent whole */
    size_t sent;  /* bytes of the next */
    struct buf in;
};

/* Forks. 'others' are all peers, this one among them. False with errno set. */
bool peer_start(struct peer *peer, const struct peer *others, size_t count,
                const struct audit_options *options);

bool peer_wants_to_send(const struct peer *peer);
void peer_give(struct peer *peer, struct block *block);

/* Sends what it takes at once. That it is dead shows when receiving. */
void peer_send(struct peer *peer);

/* Appends what has come to peer->in; false where nothing will come any more. */
bool peer_receive(struct peer *peer);

/* Takes the first block off, once all its records are there. */
void peer_finish_block(struct peer *peer);

enum { PEER_END_BYTES = 200 };

/* Waits for its end, which is near: 'kill_it' brings it about. Says how it ended: "was ended by
 * SIGSEGV". Its blocks are the caller's again. */
void peer_end(struct peer *peer, bool kill_it, char how[PEER_END_BYTES]);

#endif
