/* SPDX-License-Identifier: MIT
 *
 * A company as it is given to a worker, and the blocks that companies travel in.
 */
#ifndef AUDIT_JOB_H
#define AUDIT_JOB_H

#include "audit/input/company.h"
#include "audit/work/wire.h"

struct job {
    struct company company;
    struct text earlier; /* its lines in an earlier result, or empty: taken if still true */
    struct text lost;    /* why it cannot be worked on any more, or empty */
};

/* Many in one run of bytes. Names of columns are written only where they change. */
struct job_writer {
    struct buf *out;
    size_t columns_at, columns_len; /* in 'out': those of the job before */
};

struct job_reader {
    struct wire wire;
    struct text columns;
};

void job_put(struct job_writer *writer, const struct job *job);

/* The next, all of it borrowed from the bytes. False at their end, or with wire.broken. */
bool job_get(struct job_reader *reader, struct job *out);

#endif
