/* SPDX-License-Identifier: MIT
 *
 * Counts the files of folders and archives that are passed over: report/passed_over.h. The same
 * whatever order the system has them in.
 */
#ifndef AUDIT_PASSED_H
#define AUDIT_PASSED_H

#include "base/buf.h"
#include "report/passed_over.h"

/* Of one folder or archive; or of all of them. */
struct passed {
    int64_t count;
    struct buf first; /* by byte; of all: of the first that has any */
};

#define PASSED_INIT ((struct passed){.first = BUF_INIT})

void passed_note(struct passed *passed, const char *path);

/* Adds a folder or archive that has been read to all of them, and empties it. */
void passed_add(struct passed *all, struct passed *one);

void passed_release(struct passed *passed);

#endif
