/* SPDX-License-Identifier: MIT
 *
 * The inputs of plan arithmetic held to their ranges. The sentences name them as the options of
 * 'plumbline math' do. Errors here and in all of engine/money: ERROR_USAGE.
 */
#ifndef MONEY_CHECK_H
#define MONEY_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/decimal.h"
#include "base/error.h"
#include "money/ratio.h"

/* The largest sum of money and volume, and the largest count of people. */
#define CHECK_MOST INT64_C(1000000000000)

enum check_kind {
    CHECK_MONEY, /* 0 to 1e12 */
    CHECK_PCT,   /* 0% to 100% */
};

struct check {
    const char *name;
    enum check_kind kind;
    decimal value;
};

/* Each in the range of its kind. */
bool check_all(const struct check *checks, size_t count, struct error *err);

/* low <= value <= high: "'months' must be from 1 to 1200, not 0". */
bool check_range(const char *name, decimal value, decimal low, decimal high, const char *unit,
                 struct error *err);
bool check_whole(const char *name, int64_t value, int64_t low, int64_t high, struct error *err);

/* The same for the elements of a list. */
bool check_each_pct(const char *name, const decimal *list, size_t count, struct error *err);
bool check_each_whole(const char *name, const int64_t *list, size_t count, int64_t low,
                      int64_t high, struct error *err);

/* True where every one fits a decimal; else says that the numbers are too large together. */
bool check_fits(const struct ratio *results, size_t count, struct error *err);

#endif
