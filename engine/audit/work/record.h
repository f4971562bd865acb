/* SPDX-License-Identifier: MIT
 *
 * What one company came to: what a worker sends to the parent, and what every output, the
 * ranking and the history are fed with, in the order of the input.
 */
#ifndef AUDIT_RECORD_H
#define AUDIT_RECORD_H

#include "base/arena.h"
#include "score/score.h"

enum record_kind {
    RECORD_ASSESSED,
    RECORD_UNREADABLE, /* the profile has faults, or cannot be opened */
    RECORD_LOST        /* the worker died on it */
};

/* What workers draw, each into a run of bytes of its own; which of them is asked for. */
enum drawing_kind {
    DRAWN_JSONL,        /* the company's lines, one a pack: report/json/json_record.h */
    DRAWN_CSV,          /* rows, one a pack: report/csv/csv.h */
    DRAWN_CSV_FINDINGS, /* one a finding */
    DRAWN_CSV_FACTS,    /* one a statement of a fact */
    DRAWN_SARIF,        /* parts, one a pack, with what stands between: report/formats */
    DRAWN_JUNIT,
    DRAWN_TAP,
    DRAWN_GITHUB,
    DRAWN_HTML, /* what a page says of it: audit/outputs/page.h */
    DRAWN_COUNT
};

struct rule_result {
    enum outcome outcome;
    bool span;
    bool waived; /* by a waiver that holds */
    int severity;
    struct tally tally; /* its line of the ledger */
};

struct pack_result {
    struct score score;
    struct verdict verdict;
    bool has_fit;
    struct score fit;
    size_t waived;                   /* findings covered by a waiver that holds */
    size_t broken;                   /* rules that broke */
    const struct rule_result *rules; /* one per rule of the pack, in its order */
    size_t rule_count;
};

struct record {
    enum record_kind kind;
    int64_t number;                      /* of the company in the input, from 0 */
    const char *name;                    /* what the input calls it */
    const char *company;                 /* its own name; "" unless assessed */
    char profile_hash[HASH_HEX_LEN + 1]; /* "" unless assessed */
    size_t errors;                       /* of an unreadable profile: how many */
    bool condition_met;                  /* a --fail-... condition */
    bool reused;                         /* taken from an earlier result, not scored again */
    struct pack_result *packs;           /* one per pack of the shelf; none unless assessed */
    size_t pack_count;
    struct text drawn[DRAWN_COUNT];
    struct text notes; /* lines for the user, each with its line end */
};

/* As bytes between processes of one program; and back, out of bytes that stay as long. False
 * where they are no record: the worker is not to be trusted any more. */
void record_put(struct buf *out, const struct record *record);
bool record_get(struct text bytes, struct arena *arena, struct record *out);

#endif
