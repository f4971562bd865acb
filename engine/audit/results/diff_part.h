/* SPDX-License-Identifier: MIT
 *
 * What diff.c (who is compared), diff_findings.c (rule by rule) and diff_parts.c (the split of
 * a score) share.
 */
#ifndef AUDIT_DIFF_PART_H
#define AUDIT_DIFF_PART_H

#include "audit/results/diff.h"

enum decision { DECISION_ABSENT, DECISION_NOT_APPLICABLE, DECISION_OPEN, DECISION_DECIDED };

/* What counts of one finding: what it earns at either end, in thousandths of its points. */
struct diff_credit {
    enum decision decision;
    int low, high;
    int64_t points;
    bool waived;
};

/* One rule of the company's score, then and now. */
struct diff_rule {
    const struct result_finding *old, *new; /* or NULL */
    struct diff_credit before, after;
    enum cause cause; /* of the change of its outcome; of its coming or going */
};

struct diffing {
    const struct diff_side *old, *new;
    const struct stamp_pack *old_pack, *new_pack;
    struct arena *arena;
    struct diff_company *out;
    struct diff_rule *rules;
    size_t rule_count;
    bool findings;      /* both sides have them */
    bool facts;         /* both sides say which facts rules read */
    const char *broken; /* the side that does not add up: "old", "new" */
};

/* The cause of a change that no facts read can tell from another. */
enum cause diff_cause_by_hashes(const struct diffing *d);

/* Whether it has a say in the company's score, then or now. */
bool diff_counts(const struct diff_rule *rule);

/* Pairs the findings and lists their changes. */
void diff_findings(struct diffing *d);

/* Splits both scores; false where a side does not add up. */
bool diff_parts(struct diffing *d);

/* Whether a fact of that name is another now. */
bool diff_fact_changed(const struct diffing *d, const char *name);

#endif
