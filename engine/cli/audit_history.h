/* SPDX-License-Identifier: MIT
 *
 * '--db': the history that an audit is kept in.
 */
#ifndef CLI_AUDIT_HISTORY_H
#define CLI_AUDIT_HISTORY_H

#include "audit/history/history.h"
#include "cli/audit_files.h"

struct audit_history {
    struct history *history; /* NULL: none is asked for */
};

/* Opens it before anything else is begun; false with *code set after saying why not. */
bool audit_history_open(struct audit_history *history, const struct options *options,
                        int *code);

/* Adds the run, and sets the taker that keeps its records; *count grows by it. */
bool audit_history_start(struct audit_history *history, const struct audit_run *run,
                         struct taker *takers, size_t *count, struct error *err);

/* Writes what is left, unless the audit failed: then the run stays unfinished. Closes. */
bool audit_history_close(struct audit_history *history, enum audit_end end, struct error *err);

#endif
