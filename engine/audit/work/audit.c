/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "audit/work/peer.h"

enum {
    WINDOW_BLOCKS = 3, /* per worker: how far the fastest may be ahead of the slowest */
    RECORDS_BYTES = 128 * 1024, /* of a block, about */
    DEATHS_MAX = 100,           /* of workers in a row on one block, without any gain */
    PATIENCE_MS = 200,          /* until the stop flag is looked at again */
    OTHER_FILES = 64            /* that inputs and results may need beside the workers */
};

struct run {
    const struct audit_options *options;
    struct block_source source;
    struct audit_progress *progress;
    struct error *err;
    struct peer *peers;
    size_t peer_count;
    struct worker_slot *slots; /* seen by all processes */
    struct block *window;      /* a ring: blocks in the order of the input */
    size_t window_size;
    int64_t begun, ended; /* blocks: those from 'ended' on are in the window */
    int64_t companies;    /* that were taken from the input */
    int64_t records;      /* that came back */
    int64_t record_bytes; /* of these */
    bool input_ended;
    bool failed;        /* *err says why */
    enum audit_end end; /* if it failed */
    struct arena arena; /* of one record; others are made of it once */
    struct arena own;
};

static bool fail(struct run *r, enum audit_end end)
{
    r->failed = true;
    r->end = end;
    return false;
}

static struct block *block_at(struct run *r, int64_t number)
{
    return &r->window[(size_t)number % r->window_size];
}

/* --- records in order --- */

static void count(struct run *r, const struct record *record)
{
    struct json_counts *counts = &r->progress->counts;
    int64_t *const kinds[] = {[RECORD_ASSESSED] = &counts->assessed,
                              [RECORD_UNREADABLE] = &counts->unreadable,
                              [RECORD_LOST] = &counts->lost};

    counts->companies++;
    ++*kinds[record->kind];
    counts->conditions += record->condition_met;
    r->progress->reused += record->reused;
}

static bool take(struct run *r, const struct record *record)
{
    const struct audit_options *o = r->options;

    for (size_t i = 0; i < o->taker_count; i++)
        if (!o->takers[i].take(o->takers[i].context, record, r->err))
            return fail(r, AUDIT_FAILED);
    count(r, record);
    return true;
}

/* Takes the records of a block that have come and were kept. */
static bool take_kept(struct run *r, struct block *block)
{
    struct frame frame;
    struct record record;

    for (size_t at = 0; at < block->records.len; at += sizeof frame + frame.len) {
        wire_frame(block->records.at + at, &frame);
        arena_reset(&r->arena);
        record_get((struct text){block->records.at + at + sizeof frame, frame.len}, &r->arena,
                   &record);
        if (!take(r, &record))
            return false;
    }
    buf_reset(&block->records);
    return true;
}

/* Ends the blocks that are done, as far as there is none before them that is not. */
static bool end_blocks(struct run *r)
{
    while (r->ended < r->begun) {
        struct block *oldest = block_at(r, r->ended);
        if (!take_kept(r, oldest))
            return false;
        if (oldest->state != BLOCK_DONE)
            return true;
        block_reset(oldest);
        r->ended++;
    }
    return true;
}

/* --- records as they come --- */

/* One record of the block that the peer is on; false where it is none, or none can be taken.
 */
static bool on_frame(struct run *r, struct peer *peer, const struct frame *frame,
                     const char *at)
{
    struct block *block = peer->block_count > 0 ? peer->blocks[0] : NULL;
    struct record record;

    arena_reset(&r->arena);
    if (!block || frame->number != block->first || peer->whole == 0 ||
        !record_get((struct text){at + sizeof *frame, frame->len}, &r->arena, &record) ||
        record.number != frame->number)
        return false;
    block->first++;
    block->count--;
    block->deaths = 0;
    r->records++;
    r->record_bytes += frame->len;
    if (block->count == 0) {
        block->state = BLOCK_DONE;
        peer_finish_block(peer);
    }
    if (block == block_at(r, r->ended))
        return take(r, &record);
    block_keep(block, (struct text){at, sizeof *frame + frame->len});
    return true;
}

/* All records that are whole. False where what came is garbage, or nothing can be taken. */
static bool on_frames(struct run *r, struct peer *peer)
{
    size_t at = 0;
    struct frame frame;
    bool sound = true;

    while (sound && peer->in.len - at >= sizeof frame) {
        sound = wire_frame(peer->in.at + at, &frame);
        if (sound && peer->in.len - at - sizeof frame < frame.len)
            break;
        sound = sound && on_frame(r, peer, &frame, peer->in.at + at);
        at += sound ? sizeof frame + frame.len : 0;
    }
    if (at > 0) {
        memmove(peer->in.at, peer->in.at + at, peer->in.len - at);
        peer->in.len -= at;
    }
    return sound;
}

/* The company it was on is lost, the rest of its blocks waits for another worker. Of one that
 * went astray, it is the company whose record should have come. */
static bool on_death(struct run *r, struct peer *peer, bool astray)
{
    struct block *blocks[PEER_BLOCKS];
    size_t block_count = peer->block_count;
    int64_t lost =
        astray && block_count > 0 ? peer->blocks[0]->first : atomic_load(&peer->slot->company);
    char how[PEER_END_BYTES], why[PEER_END_BYTES + 100];
    bool changed = false;

    memcpy(blocks, peer->blocks, sizeof blocks);
    peer_end(peer, astray, how);
    snprintf(why, sizeof why,
             "the worker process that was on it %s: score it alone to see more", how);
    for (size_t i = 0; i < block_count; i++)
        changed |= block_renew(blocks[i], lost, why);
    if (changed || block_count == 0 || ++blocks[0]->deaths < DEATHS_MAX)
        return true;
    error_set(r->err, ERROR_PROFILE, NULL, 0, "no worker process stays alive: the last %s",
              how);
    return fail(r, AUDIT_BROKEN);
}

static bool on_input(struct run *r, struct peer *peer)
{
    bool alive = peer_receive(peer), sound = on_frames(r, peer);

    if (r->failed)
        return false;
    return (alive && sound) || on_death(r, peer, !sound);
}

/* --- companies to workers --- */

/* How many companies to put into a block: few at first, so that few companies are spread over
 * all workers too, and few where their records are large, for these may have to wait. */
static size_t companies_a_block(const struct run *r)
{
    int64_t most = 1 + r->companies / (4 * (int64_t)r->peer_count);
    int64_t fit =
        r->records > 0 ? 1 + RECORDS_BYTES * r->records / r->record_bytes : BLOCK_COMPANIES;

    most = most < fit ? most : fit;
    return most < BLOCK_COMPANIES ? (size_t)most : BLOCK_COMPANIES;
}

/* The next block that no worker has, or NULL. */
static struct block *next_block(struct run *r)
{
    for (int64_t i = r->ended; i < r->begun; i++)
        if (block_at(r, i)->state == BLOCK_WAITS)
            return block_at(r, i);
    if (r->input_ended || r->begun - r->ended == (int64_t)r->window_size)
        return NULL;
    struct block *block = block_at(r, r->begun);
    if (!block_fill(block, &r->source, r->companies, companies_a_block(r))) {
        r->input_ended = true;
        return NULL;
    }
    r->companies += (int64_t)block->count;
    r->begun++;
    return block;
}

/* Who is to have the next block: the lowest goes first. PEER_BUSY has enough. */
enum { PEER_IDLE, PEER_NOT_THERE, PEER_HAS_ONE, PEER_BUSY };

static int rank_of(const struct peer *peer)
{
    if (peer->pid == 0)
        return PEER_NOT_THERE;
    return peer->block_count == 0            ? PEER_IDLE
           : peer->block_count < PEER_BLOCKS ? PEER_HAS_ONE
                                             : PEER_BUSY;
}

static struct peer *next_peer(struct run *r)
{
    struct peer *best = NULL;
    int rank = PEER_BUSY;

    for (size_t i = 0; i < r->peer_count; i++) {
        if (rank_of(&r->peers[i]) >= rank)
            continue;
        best = &r->peers[i];
        rank = rank_of(best);
    }
    return best;
}

static bool is_anybody_there(const struct run *r)
{
    for (size_t i = 0; i < r->peer_count; i++)
        if (r->peers[i].pid > 0)
            return true;
    return false;
}

/* Gives blocks away as long as somebody takes them. */
static bool give_blocks(struct run *r)
{
    struct peer *peer;
    struct block *block;

    while ((peer = next_peer(r)) && (block = next_block(r))) {
        if (peer->pid == 0 && !peer_start(peer, r->peers, r->peer_count, r->options)) {
            if (is_anybody_there(r))
                return true; /* then it goes on with fewer */
            error_set(r->err, ERROR_PROFILE, NULL, 0, "cannot start a worker process: %s",
                      strerror(errno));
            return fail(r, AUDIT_BROKEN);
        }
        peer_give(peer, block);
    }
    return true;
}

/* --- the run --- */

/* Waits for something to happen, and sees to it. */
static bool attend(struct run *r, struct pollfd *polled)
{
    bool impatient = r->options->stop || r->options->progress;

    for (size_t i = 0; i < r->peer_count; i++) {
        const struct peer *peer = &r->peers[i];
        short events = (short)(POLLIN | (peer_wants_to_send(peer) ? POLLOUT : 0));
        polled[i] = (struct pollfd){.fd = peer->pid > 0 ? peer->fd : -1, .events = events};
    }
    if (poll(polled, (nfds_t)r->peer_count, impatient ? PATIENCE_MS : -1) <= 0)
        return true; /* time is up, or a signal came */
    for (size_t i = 0; i < r->peer_count; i++) {
        if (polled[i].revents & POLLOUT)
            peer_send(&r->peers[i]);
        if ((polled[i].revents & ~POLLOUT) && (!on_input(r, &r->peers[i]) || !end_blocks(r)))
            return false;
    }
    return true;
}

static enum audit_end run_all(struct run *r)
{
    const struct audit_options *o = r->options;
    struct pollfd *polled = arena_alloc(&r->own, r->peer_count * sizeof *polled);

    for (;;) {
        if (!give_blocks(r))
            return r->end;
        if (o->stop && *o->stop)
            return AUDIT_STOPPED;
        if (r->input_ended && r->ended == r->begun)
            return AUDIT_DONE;
        if (o->progress && !o->progress(o->progress_context, r->progress, r->err))
            return AUDIT_FAILED;
        if (!attend(r, polled))
            return r->end;
    }
}

/* Each takes an open file: more than there may be would leave none for the input, and poll()
 * takes no longer list. */
static size_t workers_of(int wanted)
{
    struct rlimit files;
    rlim_t most = AUDIT_MAX_WORKERS;

    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < most + OTHER_FILES)
        most = files.rlim_cur > OTHER_FILES ? files.rlim_cur - OTHER_FILES : 1;
    return wanted < 1 ? 1 : (rlim_t)wanted < most ? (size_t)wanted : (size_t)most;
}

static bool open_run(struct run *r, int workers)
{
    signal(SIGCHLD, SIG_DFL); /* ignored, as it may have been handed down, nobody can wait */
    r->peer_count = workers_of(workers);
    r->window_size = r->peer_count * WINDOW_BLOCKS;
    r->peers = arena_alloc(&r->own, r->peer_count * sizeof *r->peers);
    r->window = arena_alloc(&r->own, r->window_size * sizeof *r->window);
    r->slots = mmap(NULL, r->peer_count * sizeof *r->slots, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (r->slots == MAP_FAILED)
        return error_set(r->err, ERROR_PROFILE, NULL, 0, "no memory to share with workers: %s",
                         strerror(errno));
    for (size_t i = 0; i < r->peer_count; i++) {
        r->peers[i].slot = &r->slots[i];
        r->peers[i].in = (struct buf){.max = SIZE_MAX / 2}; /* FRAME_MAX bounds it */
    }
    for (size_t i = 0; i < r->window_size; i++)
        r->window[i] = (struct block)BLOCK_INIT;
    return true;
}

static void close_run(struct run *r, bool done)
{
    char how[PEER_END_BYTES];

    for (size_t i = 0; i < r->peer_count; i++) {
        if (r->peers[i].pid > 0)
            peer_end(&r->peers[i], !done, how);
        buf_release(&r->peers[i].in);
    }
    for (size_t i = 0; i < r->window_size; i++)
        block_release(&r->window[i]);
    munmap(r->slots, r->peer_count * sizeof *r->slots);
    arena_release(&r->arena);
    arena_release(&r->own);
}

enum audit_end audit_run(const struct audit_options *options, struct input *input,
                         struct audit_progress *progress, struct error *err)
{
    struct run r = {
        .options = options,
        .source = {input, options->earlier, options->earlier_context, options->stop},
        .progress = progress,
        .err = err};

    *progress = (struct audit_progress){.total = progress->total};
    if (!open_run(&r, options->workers)) {
        arena_release(&r.own);
        return AUDIT_BROKEN;
    }
    enum audit_end end = run_all(&r);
    close_run(&r, end == AUDIT_DONE);
    return end;
}
