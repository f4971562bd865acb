/* SPDX-License-Identifier: MIT
 *
 * What a ranking needs to know of each company but does not keep in memory: in a temporary file
 * without a name, which is gone with the process.
 */
#ifndef AUDIT_SPILL_H
#define AUDIT_SPILL_H

#include "audit/work/record.h"
#include "base/error.h"

struct spill;

/* One company, as it is read back. Start it with zeros. */
struct spilled {
    struct arena arena; /* of what follows */
    bool loaded;
    int64_t place; /* where it stands in the file */
    struct text bytes;
    enum record_kind kind;
    const char *company, *name; /* as in its record */
    size_t errors;
    struct spilled_pack *packs; /* one per pack; none unless assessed */
    size_t pack_count;
};

struct spilled_pack {
    struct score score;
    struct verdict verdict;
    struct text credits; /* for spilled_credit */
};

/* Errors of all: ERROR_OUTPUT, where the temporary file cannot be made, written or read. */
struct spill *spill_open(struct error *err);

/* Appends what is needed of a record, and says where it stands. */
bool spill_put(struct spill *spill, const struct record *record, int64_t *place,
               struct error *err);

/* Reads one back, unless it is the one that is loaded. */
bool spill_get(struct spill *spill, int64_t place, struct spilled *out, struct error *err);

/* What a rule of a pack earned: the sum of the credits of both ends of its finding, 0 to 2 *
 * CREDIT_FULL; false where it is not decided or worth nothing. */
bool spilled_credit(const struct spilled_pack *pack, size_t rule, int *credit);

void spilled_release(struct spilled *spilled);
void spill_close(struct spill *spill);

#endif
