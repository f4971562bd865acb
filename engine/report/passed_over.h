/* SPDX-License-Identifier: MIT
 *
 * Files that stood where an audit looked for companies and were not read: nobody asked for
 * them by name, and their own names do not fit.
 */
#ifndef REPORT_PASSED_OVER_H
#define REPORT_PASSED_OVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct passed_over {
    int64_t count;
    const char
        *first;  /* of the first folder or archive that holds any, by byte; NULL of none */
    bool chosen; /* what fits was said with --include; else it is *.ini */
};

/* Appends "passed over 3 files that are not *.ini: notes.txt and 2 more; ...", without a full
 * stop; nothing where there are none. */
void passed_over_put(struct buf *out, const struct passed_over *passed);

#endif
