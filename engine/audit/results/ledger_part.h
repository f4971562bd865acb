/* SPDX-License-Identifier: MIT
 *
 * What ledger.c (points and sums) and ledger_verdict.c (bands and gates) share.
 */
#ifndef AUDIT_LEDGER_PART_H
#define AUDIT_LEDGER_PART_H

#include "audit/results/ledger.h"

struct ledger {
    const struct stamp_pack *pack;
    const struct entry *entry;
    struct buf *out; /* a line for each fault */
    size_t count;    /* of them */
};

void ledger_fault(struct ledger *c, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The verdict on the headline score, or on the second one. */
void ledger_verdict(struct ledger *c, const char *whose, bool lift_waived);

#endif
