/* SPDX-License-Identifier: MIT
 *
 * Whether a result still holds: its numbers add up (audit/results/ledger.h), the profiles it
 * was made from are as they were, and what they come to now is the same, byte for byte.
 */
#ifndef AUDIT_VERIFY_H
#define AUDIT_VERIFY_H

#include "audit/results/result.h"
#include "lua/shelf.h"

struct verify_options {
    struct shelf *shelf;
    const struct report_context *context;
    struct profile_options profiles; /* the day is taken from the result */
    const char *const *paths;        /* of the audit; none: the names in the result */
    size_t path_count;
    struct arena *arena; /* of what the counts point to */
    bool again;          /* the run is the same: what companies come to can be held to it too */
};

struct verify_counts {
    int64_t companies;
    int64_t wrong;     /* of these: something is said about them */
    int64_t assessed;  /* of these, in the result */
    int64_t missing;   /* of those: their profiles are not where the result says */
    const char *first; /* of the missing, in the arena of the options; or NULL */
};

enum { VERIFY_SAID_MAX = 100 }; /* lines; what is beyond is counted */

/*
 * Reads the result to its end. Appends a line for everything that is not as it was, each with
 * the company's name. False with *err set where the result cannot be read, or the paths are of
 * no use.
 */
bool verify_result(const struct verify_options *options, struct result *result,
                   struct verify_counts *counts, struct buf *said, struct error *err);

#endif
