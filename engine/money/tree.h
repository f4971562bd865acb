/* SPDX-License-Identifier: MIT
 *
 * The ideal tree in which everybody recruits exactly k, level by level, and what it does to a
 * population. Source: arithmetic.md 4.7. Label: model. Assumption: the tree is full, which no
 * real one is; real ones do worse for most of their members (money/bounds.h).
 *
 * Level 0 is the founder. 'width' is k, from 2 to 1e12 people. Errors: ERROR_USAGE, a tree of
 * over 9e12 people too.
 */
#ifndef MONEY_TREE_H
#define MONEY_TREE_H

#include "base/error.h"
#include "money/ratio.h"

/* N(d) = (k^(d+1) - 1)/(k - 1): everybody down to level d, the founder too; and k^d, those on
 * it. d from 0 to 100. */
bool tree_size(int64_t width, int64_t depth, int64_t *all, int64_t *bottom, struct error *err);

/* 1 - k^-m, from 0 to 1: the bottom m levels of a deep tree, as a share of all. m from 0. */
bool tree_bottom_share(int64_t width, int64_t levels, struct ratio *out, struct error *err);

/* m = ceil(log_k(R(k-1)/k + 1)): full levels it takes to have R people below; one member in
 * *one_in = k^m has them. R from 0 to 1e12. */
bool tree_levels_needed(int64_t width, int64_t people, int64_t *levels, int64_t *one_in,
                        struct error *err);

/* The deepest full level in a population: largest d with N(d) <= P x share. P from 1 to 1e12,
 * the share that would ever join over 0% to 100%; -1 where that is not even one person. */
bool tree_saturation(int64_t width, int64_t population, decimal joining_pct, int64_t *depth,
                     struct error *err);

/* A binary tree that is filled level by level: of the members, one in *one_in = 2^m, m =
 * ceil(log2(W+1)), has at least W people in the weaker leg. W from 0 to 1e12. */
bool tree_weak_leg_balanced(int64_t people, int64_t *one_in, struct error *err);

/* A binary tree filled at random (model): the share with at least W people in the weaker leg is
 * 1/(2W+1), from 0 to 1. So two thirds have nobody there. */
bool tree_weak_leg_random(int64_t people, struct ratio *share, struct error *err);

/* About log2(n)/2 people: the average weaker leg of a balanced network of n. Binary (double).
 * n from 1 to 1e12. */
bool tree_weak_leg_average(int64_t members, double *out, struct error *err);

#endif
