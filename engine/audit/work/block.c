/* SPDX-License-Identifier: MIT */
#include "audit/work/block.h"
#include "audit/work/job.h"

static struct text earlier_of(const struct block_source *source, const char *name)
{
    return source->earlier ? source->earlier(source->context, name) : text_of("");
}

static bool is_stopped(const struct block_source *source)
{
    return source->stop && *source->stop;
}

bool block_fill(struct block *block, const struct block_source *source, int64_t first,
                size_t most)
{
    size_t at = wire_open_frame(&block->bytes);
    struct job_writer writer = {.out = &block->bytes};
    struct job job = {.lost = text_of("")};

    block->first = first;
    while (block->count < most && block->bytes.len < BLOCK_BYTES && !is_stopped(source) &&
           input_next(source->input, &job.company)) {
        job.earlier = earlier_of(source, job.company.name);
        job_put(&writer, &job);
        block->count++;
    }
    wire_close_frame(&block->bytes, at, first);
    block->state = block->count > 0 ? BLOCK_WAITS : BLOCK_FREE;
    if (block->count == 0)
        block_reset(block);
    return block->count > 0;
}

/* Turns it into one that only says why. */
static bool lose(struct job *job, const char *why)
{
    if (job->lost.len > 0)
        return false;
    job->lost = text_of(why);
    job->earlier = text_of("");
    job->company.text = text_of("");
    return true;
}

bool block_renew(struct block *block, int64_t lost, const char *why)
{
    struct buf bytes = BUF_INIT;
    size_t at = wire_open_frame(&bytes);
    struct job_writer writer = {.out = &bytes};
    struct frame old;
    struct job job;
    bool changed = false;

    wire_frame(block->bytes.at, &old);
    struct job_reader reader = {.wire.rest = {block->bytes.at + sizeof old, old.len},
                                .columns = text_of("")};
    for (int64_t number = old.number; job_get(&reader, &job); number++) {
        if (number < block->first)
            continue;
        if (number == lost)
            changed = lose(&job, why);
        job_put(&writer, &job);
    }
    wire_close_frame(&bytes, at, block->first);
    buf_release(&block->bytes);
    block->bytes = bytes;
    block->state = BLOCK_WAITS;
    return changed;
}

void block_keep(struct block *block, struct text frame)
{
    buf_put(&block->records, frame.at, frame.len);
}

void block_reset(struct block *block)
{
    block->state = BLOCK_FREE;
    block->count = 0;
    block->deaths = 0;
    buf_reset(&block->bytes);
    buf_reset(&block->records);
}

void block_release(struct block *block)
{
    buf_release(&block->bytes);
    buf_release(&block->records);
}
