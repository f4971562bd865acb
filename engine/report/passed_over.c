/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include "report/passed_over.h"

void passed_over_put(struct buf *out, const struct passed_over *passed)
{
    int64_t count = passed->count;

    if (count == 0)
        return;
    if (count == 1)
        buf_printf(out, "passed over a file that %s: %s",
                   passed->chosen ? "does not fit --include" : "is not *.ini", passed->first);
    else
        buf_printf(out, "passed over %" PRId64 " files that %s: %s and %" PRId64 " more", count,
                   passed->chosen ? "do not fit --include" : "are not *.ini", passed->first,
                   count - 1);
    buf_puts(out, passed->chosen ? "; say --include again for others"
                                 : "; say --include for others");
}
