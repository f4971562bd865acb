/* SPDX-License-Identifier: MIT
 *
 * Facts from statements that stand in no INI text: cells of a table, values in JSON. They go
 * the way of the lines of a profile: the same types, the same faults, the same sentences.
 */
#ifndef FACTS_PROFILE_STATEMENTS_H
#define FACTS_PROFILE_STATEMENTS_H

#include "facts/profile.h"

struct profile_statement {
    struct text section; /* "cost", "source S1" */
    struct text key;     /* "join_fee" */
    struct text value;   /* what stands behind '=' in a profile, with its source; no comment */
    int line;
    int column;      /* of both key and value, in whatever unit the caller counts */
    const int *fact; /* what section and key name, by profile_find_facts; NULL: not looked up */
};

/* The number of the fact that each section and key name, whatever the values; FACT_NONE where
 * they name none, which is no fault: there are sources, waivers and rates. */
void profile_find_facts(const struct profile_statement *statements, size_t count,
                        const struct schema *schema, struct arena *arena, int *facts);

/*
 * As profile_parse. Statements of one section must follow one another, or it is opened twice.
 *
 *   hash   becomes the profile's
 */
bool profile_build(const struct profile_statement *statements, size_t count,
                   const char hash[HASH_HEX_LEN + 1], const char *file,
                   const struct schema *schema, const struct profile_options *options,
                   struct arena *arena, struct profile *out, struct faults *faults);

/* Whether sections and keys are known, whatever the values: for the header of a table. */
bool profile_check_names(const struct profile_statement *statements, size_t count,
                         const struct schema *schema, const struct profile_options *options,
                         struct arena *arena, struct faults *faults);

#endif
