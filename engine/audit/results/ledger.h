/* SPDX-License-Identifier: MIT
 *
 * Adds a company's result up again from its findings alone: no Lua, no pack, no profile. A
 * digit changed by hand, or by a disk, shows.
 */
#ifndef AUDIT_LEDGER_H
#define AUDIT_LEDGER_H

#include "audit/results/result.h"

/*
 * Appends a line for everything that does not follow: each finding's line of the ledger from
 * its outcome and points, the sums, score and coverage, low <= score <= high, themes, the
 * second score and that of fit, the verdict. Returns how many.
 *
 * The verdict is held to what the record says: bands only where the stamp lists them, and
 * whether two criticals are one matter is known to the pack alone.
 */
size_t ledger_check(const struct stamp_pack *pack, const struct entry *entry,
                    struct buf *faults);

#endif
