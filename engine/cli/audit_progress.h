/* SPDX-License-Identifier: MIT
 *
 * How far an audit is: one line on a terminal that is drawn again and again, and taken away
 * before anything else is written.
 */
#ifndef CLI_AUDIT_PROGRESS_H
#define CLI_AUDIT_PROGRESS_H

#include <time.h>

#include "audit/work/audit.h"

struct progress_line {
    bool on;
    bool shown;
    struct timespec start, last; /* of the run; when it was drawn */
};

/* 'on': whether there is a terminal to draw on. */
void progress_open(struct progress_line *line, bool on);
void progress_draw(struct progress_line *line, const struct audit_progress *progress);
void progress_clear(struct progress_line *line);

/* Appends "1,200 of 40,000, 8,400 a second, 5 s left, 3 errors". */
void progress_put(struct buf *out, const struct audit_progress *progress, double seconds);

#endif
