/* SPDX-License-Identifier: MIT
 *
 * What the readers of rows (company_row.c) and JSON objects (company_object.c) share. Not for
 * other files: company.h is the way in.
 */
#ifndef AUDIT_COMPANY_PARTS_H
#define AUDIT_COMPANY_PARTS_H

#include "audit/input/company.h"
#include "facts/profile_statements.h"

/* What a company is read with, and into. */
struct company_reading {
    const struct company *company;
    const struct schema *schema;
    const struct profile_options *options;
    struct arena *arena;
    struct profile *out;
    struct faults *faults;
    struct profile_statement *statements; /* in the arena */
    size_t count;
};

bool company_read_row(struct company_reading *reading);
bool company_read_object(struct company_reading *reading);

/* "source S1.title" parted at the last dot; false where there is none, or nothing before or
 * after it. */
bool company_part_name(struct text name, struct text *section, struct text *key);

/* Brings statements of one section together; within it their order stays. False where they are
 * together already. */
bool company_group(struct profile_statement *statements, size_t count, struct arena *arena);

/* Builds the profile from the statements. Faults are told by section.key as well: nobody counts
 * columns. */
bool company_build(struct company_reading *reading, const char hash[HASH_HEX_LEN + 1]);

#endif
