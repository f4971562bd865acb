/* SPDX-License-Identifier: MIT
 *
 * The inside of a worker process: blocks of companies come in, records go out, until there is
 * nobody to send them to. Knows nothing of other workers.
 */
#ifndef AUDIT_WORKER_H
#define AUDIT_WORKER_H

#include <stdatomic.h>

#include "audit/work/audit.h"

/* In memory that the parent sees too. */
struct worker_slot {
    _Atomic int64_t company; /* number of the company it is on, or -1 */
};

/* Reads from and writes to the socket; returns at its end. */
void worker_run(const struct audit_options *options, int fd, struct worker_slot *slot);

#endif
