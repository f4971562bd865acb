/* SPDX-License-Identifier: MIT
 *
 * What changed between two results, company by company, and why. Pure arithmetic on what the
 * results say; no profile and no pack is read.
 *
 * How the change of a score is split. The old findings become the new ones in steps, in the
 * order of the causes below, and each step's change of the score, as whole thousandths, is that
 * cause's part; so the parts add up to the change exactly.
 *
 *   facts    findings that came out otherwise, and read a fact that is another now
 *   mixed    the same, where the results do not tell which facts a rule read (detail 'findings'
 *            or 'summary') and both the profile and the pack are others
 *   rules    findings that came out otherwise at the same facts, and rules of another pack that
 *            came or went
 *   program  the same with the same pack: another version, or another limit
 *   points   what rules are worth; rules switched on or off
 *   waivers  of the second score alone: findings that a waiver covers now, or no more
 *
 * With findings alone, a finding that came out otherwise is put down to the facts where only
 * the profile is another, and to the rules where only the pack is. With the summary alone, all
 * of the change is one cause's, or mixed.
 */
#ifndef AUDIT_DIFF_H
#define AUDIT_DIFF_H

#include "audit/results/result.h"

enum cause {
    CAUSE_FACTS,
    CAUSE_MIXED,
    CAUSE_RULES,
    CAUSE_PROGRAM,
    CAUSE_POINTS,
    CAUSE_WAIVERS,
    CAUSE_COUNT
};

extern const char *const cause_names[CAUSE_COUNT];

/* A score then and now, in thousandths. */
struct diff_score {
    bool has_old, has_new; /* else nothing was decided */
    int old, new;
    int parts[CAUSE_COUNT]; /* where both are there; their sum is new - old */
};

enum finding_change {
    FINDING_NEW,    /* bad now, and was not */
    FINDING_GONE,   /* was bad, and is not */
    FINDING_WORSE,  /* worse than it was bad, or earns less */
    FINDING_BETTER, /* better, or earns more */
    FINDING_OTHER   /* neither: what was not known, or does not apply */
};

extern const char *const finding_change_names[];

struct diff_finding {
    const char *rule;
    enum finding_change change;
    const char *old, *new; /* outcomes; NULL: no such rule */
    enum cause cause;
};

/* Points of a rule that is there in both. */
struct diff_points {
    const char *rule;
    int64_t old, new;
};

struct diff_waiver {
    const char *rule;
    enum waiver_state old, new;
};

/* NULL: not stated. */
struct diff_text {
    const char *name;
    const char *old, *new;
};

enum diff_status {
    DIFF_SAME,
    DIFF_CHANGED, /* in something, but the score is neither better nor worse */
    DIFF_BETTER,
    DIFF_WORSE,
    DIFF_NEW,
    DIFF_GONE,
    DIFF_UNREADABLE, /* was assessed, and cannot be read now */
    DIFF_READABLE,   /* the other way round */
    DIFF_STATUS_COUNT
};

extern const char *const diff_status_names[DIFF_STATUS_COUNT];

struct movement;

struct diff_company {
    enum diff_status status;
    const char *name;    /* what the input calls it */
    const char *pack;    /* or "" where it was never assessed */
    const char *company; /* its own name, the newest */
    bool profile_changed, day_changed;
    const char *old_band, *new_band; /* so far; or NULL */
    struct diff_score score;
    bool has_second; /* then or now */
    struct diff_score second;
    struct diff_finding *findings;
    size_t finding_count;
    struct diff_points *points;
    size_t point_count;
    struct diff_waiver *waivers;
    size_t waiver_count;
    struct diff_text *facts; /* as rules see them; of DETAIL_FULL */
    size_t fact_count;
    struct diff_text *sources; /* of facts that are the same, and what sources say of
                                  themselves: no effect on points */
    size_t source_count;
    bool causes[CAUSE_COUNT];  /* of the score's change; where it has none, of any finding's */
    size_t old_rank, new_rank; /* from 1; 0: not ranked */
    size_t own_rank; /* that it would have by its own change, were all others as they were */
    const struct movement *others; /* what moved companies of its pack; NULL: no ranks */
};

/* What changed about the companies of a pack that ranks hang on. */
struct movement {
    const char *pack;
    bool causes[CAUSE_COUNT];
    bool came_or_went;
};

/* One side of a pair; 'entry' is NULL where the company is not there. */
struct diff_side {
    const struct stamp *stamp;
    const struct entry *entry;
};

/* Compares; everything lives in 'arena' or in the entries. Errors: ERROR_PROFILE where the
 * numbers of a side do not add up, so that no parts could. */
bool diff_companies(const struct diff_side *old, const struct diff_side *new,
                    struct arena *arena, struct diff_company *out, struct error *err);

#endif
