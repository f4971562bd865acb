/* SPDX-License-Identifier: MIT
 *
 * The formulas of arithmetic.md as functions for rules and figures: each takes one table of
 * named fields and gives one to three numbers. What the fields are stands in a row; formulas.c
 * reads them, so that a formula sees checked numbers only.
 *
 * Exact inside. Money is rounded once to millionths, per cents to two decimals, the safe way
 * where they are bounds, people up.
 */
#ifndef LUA_FORMULAS_H
#define LUA_FORMULAS_H

#include "base/error.h"
#include "money/ratio.h"

enum { FORMULA_MAX_FIELDS = 12, FORMULA_MAX_RESULTS = 3, FORMULA_MAX_WIDTHS = 100 };

enum field_kind {
    FIELD_NUMBER, /* money, or a percentage from 0 to 100, in millionths */
    FIELD_WHOLE,  /* a whole number */
    FIELD_ROWS,   /* a fact of type income_rows */
    FIELD_RATES,  /* a fact of type pct_list */
    FIELD_WIDTHS  /* a list of whole numbers */
};

struct field {
    const char *name; /* "join" */
    enum field_kind kind;
    bool optional;
};

/* What one field was given. */
struct given {
    bool is; /* else all of it is 0 */
    decimal number;
    int64_t whole;
    const char *text; /* borrowed from Lua */
};

/* nil where there is no such number. */
struct formula_result {
    bool is;
    decimal value;
};

struct formula_call {
    const struct formula *formula;
    struct given given[FORMULA_MAX_FIELDS]; /* in the order of the formula's fields */
    int64_t widths[FORMULA_MAX_WIDTHS];     /* of the one field that is a list */
    size_t width_count;
    struct formula_result results[FORMULA_MAX_RESULTS];
};

struct formula {
    const char *name;
    bool (*run)(struct formula_call *call, struct error *err);
    size_t results;
    long steps; /* charged a call, beside what its texts are long */
    struct field fields[FORMULA_MAX_FIELDS]; /* up to the first without a name */
};

/* What the field of that name, one of the formula's, was given. */
const struct given *formula_given(const struct formula_call *call, const char *name);
decimal formula_number(const struct formula_call *call, const char *name);
int64_t formula_whole(const struct formula_call *call, const char *name);

/* Results, in their order. */
void formula_give(struct formula_call *call, size_t number, decimal value);
void formula_give_money(struct formula_call *call, size_t number, struct ratio value);
void formula_give_pct(struct formula_call *call, size_t number, struct ratio share,
                      enum ratio_rounding rounding);
void formula_give_whole(struct formula_call *call, size_t number, int64_t value);
/* A double of a model; false with *err set where it is no number of ours. */
bool formula_give_double(struct formula_call *call, size_t number, double value,
                         struct error *err);

/* NULL where there is none of that name. */
const struct formula *formula_find(const char *name);
size_t formula_field_count(const struct formula *formula);

extern const struct formula formulas_of_money[];
extern const size_t formulas_of_money_count;
extern const struct formula formulas_of_networks[];
extern const size_t formulas_of_networks_count;

#endif
