/* SPDX-License-Identifier: MIT
 *
 * What pay plans pay for a group that is given. Source: arithmetic.md 4.1 and 4.7; the
 * breakaway scale and its golden case: P16, M9, M9b, M23 there. Label: from your numbers; where
 * the group is a full tree: model, assumption: the tree is full.
 *
 * Volumes and pay are money a month; percentages from 0 to 100. Results are exact; round them
 * the nearest way. Errors: ERROR_USAGE.
 */
#ifndef MONEY_PLAN_H
#define MONEY_PLAN_H

#include "base/error.h"
#include "money/ratio.h"

enum { PLAN_LEVELS_MAX = 100, PLAN_STEPS_MAX = 64 };

/* Unilevel: V x sum of n_j c_j, where n_j people on level j buy V each. 'people' and 'pcts'
 * have 'levels' elements, the nearest level first. */
bool plan_unilevel(const int64_t *people, const decimal *pcts, size_t levels, decimal volume,
                   struct ratio *out, struct error *err);

/* Matrix w x d, full: V x sum of c_j w^j; d is the count of 'pcts'. */
bool plan_matrix(int64_t width, const decimal *pcts, size_t levels, decimal volume,
                 struct ratio *out, struct error *err);

struct plan_binary {
    decimal pct;   /* of the weaker leg's volume */
    decimal cap;   /* most that is paid a month; 0: no cap */
    bool flushing; /* what is not paid is lost, not carried over */
};

/* Binary: pct of the weaker leg, capped; *left and *right become what is carried over: both
 * less the weaker leg's volume, or nothing where the plan flushes. */
bool plan_binary(const struct plan_binary *plan, decimal *left, decimal *right,
                 struct ratio *pay, struct error *err);

/* Binary by cycles: 'pay' for each full 'per_side' (over 0) of volume on both sides. */
bool plan_cycles(decimal per_side, decimal pay, decimal left, decimal right, int64_t *cycles,
                 struct ratio *out, struct error *err);

/* A step of a breakaway plan's scale. */
struct plan_step {
    decimal points; /* group volume from which it holds, in points */
    decimal pct;
};

struct plan_scale {
    const struct plan_step *steps; /* borrowed; lowest first, points and pct rising */
    size_t count;                  /* 1 to PLAN_STEPS_MAX */
    decimal money_per_point;       /* volume in money that one point stands for, over 0 */
    decimal override_pct;          /* of the volume of legs that reach the last step */
};

/* One member: bonus = GV r(GV) - sum over legs GV_j r(GV_j) + override. 'own' and 'legs' are
 * points; GV is their sum. Assumption: a leg on the last step breaks away but still counts in
 * GV, as in the court cases. */
bool plan_breakaway(const struct plan_scale *scale, decimal own, const decimal *legs,
                    size_t leg_count, struct ratio *out, struct error *err);

struct plan_level {
    int64_t people;
    decimal points; /* group volume of each */
    struct ratio bonus;
};

/* A full tree where those on level j have widths[j] people each below them: "6-4-2" has three
 * widths and four levels, the leader on level 0. Everybody buys 'own' points.
 *
 * levels   room for 'width_count' + 1
 * members  everybody, the leader too
 * total    all bonuses
 * gaining  members whose bonus is over the price of their own purchase */
struct plan_tree {
    struct plan_level *levels;
    int64_t members, gaining;
    struct ratio total;
};

bool plan_breakaway_tree(const struct plan_scale *scale, const int64_t *widths,
                         size_t width_count, decimal own, struct plan_tree *out,
                         struct error *err);

#endif
