/* SPDX-License-Identifier: MIT
 *
 * The answers of 'plumbline math': each a number, a plain sentence, and what it rests on. A
 * sheet collects them; it is drawn as text or as JSON. The arithmetic is in engine/money.
 *
 * The functions that fill a sheet fail with ERROR_USAGE, as those of engine/money do; nothing
 * in it is of use then. All strings live in the sheet's arena or are constants.
 */
#ifndef REPORT_MATH_H
#define REPORT_MATH_H

#include "base/arena.h"
#include "facts/profile.h"
#include "money/balance.h"
#include "money/break_even.h"
#include "money/income.h"
#include "money/odds.h"
#include "money/plan.h"
#include "report/text/text_page.h"

enum math_label {
    MATH_EXACT, /* an identity, or a bound that holds in any network */
    MATH_YOURS, /* from your numbers */
    MATH_MODEL,
};

struct math_line {
    const char *key;   /* for JSON */
    const char *shown; /* "2,199", "1 in 781" */
    const char *unit;  /* of the value: "money", "pct", "count", "one in", "number" */
    bool has_value;    /* else there is no such number: null */
    decimal value;
    const char *sentence; /* goes on from 'shown' */
    enum math_label label;
    const char *assumption; /* or NULL */
};

/* A number that came from the profile, or did not. */
struct math_input {
    const char *option; /* "other", which would have given it */
    const char *shown;  /* "40", or NULL where the facts do not give it */
    const char *from;   /* "cost.training_12m, ..."; without a number, why */
};

enum math_answer { MATH_FAILS, MATH_HOLDS, MATH_NOT_KNOWN };

/* One of the ten points of an income statement. */
struct math_point {
    const char *id;
    const char *words; /* true of a good statement */
    enum math_answer answer;
    const char *evidence; /* "earn.ids_expenses = none" */
};

struct math_sheet {
    struct arena *arena;           /* borrowed */
    const char *command;           /* "math break-even" */
    const struct profile *profile; /* that numbers were taken from, or NULL; borrowed */
    const struct pack *pack;       /* whose vocabulary it was read by, or NULL; borrowed */
    struct math_input *inputs;
    size_t input_count;
    struct math_line *lines;
    size_t count;
    struct math_point *points; /* of the income statement */
    size_t point_count;
    const char *invitation; /* to say more, or NULL */
};

void math_text(struct page *page, const struct math_sheet *sheet);
void math_json(struct buf *out, const struct math_sheet *sheet, const char *version);

/* --- for the functions that fill a sheet --- */

struct math_number {
    const char *shown, *unit;
    bool has_value;
    decimal value;
};

/* Money to two decimals, per cents to two, whole numbers; the nearest way but where a rounding
 * is asked for. */
struct math_number math_money(struct arena *arena, struct ratio value);
struct math_number math_pct(struct arena *arena, struct ratio share, enum ratio_rounding);
struct math_number math_plain(struct arena *arena, decimal value); /* "84.4" */
struct math_number math_whole(struct arena *arena, int64_t value);
struct math_number math_one_in(struct arena *arena, int64_t value); /* "1 in 781" */
struct math_number math_double(struct arena *arena, double value, int places);
struct math_number math_none(const char *shown, const char *unit);

/* A share from a model, as "1 in N" or in per cent where that says more. */
struct math_number math_chance(struct arena *arena, double share);

void math_add(struct math_sheet *sheet, const char *key, struct math_number number,
              enum math_label label, const char *assumption, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

void math_note_input(struct math_sheet *sheet, const char *option, const char *shown,
                     const char *from);

/* --- one for each command --- */

struct math_wishes {
    decimal customer;    /* what one spends a month; 0: not given */
    decimal hours, wage; /* 0: not given */
    decimal expected;    /* income a month; 0: not given */
};

bool math_break_even(struct math_sheet *sheet, const struct break_even_terms *terms,
                     const struct math_wishes *wishes, struct error *err);

/* What it costs to stay in for the table's time. */
struct math_cost {
    decimal amount; /* 0: not given */
    bool after_use; /* less the goods one would have bought anyway */
};

/* 'top' in per cent. */
bool math_income(struct math_sheet *sheet, const struct income_table *table, decimal top,
                 const struct math_cost *cost, struct error *err);

/* The ten points of an income statement, from what the sheet's profile says of it. */
void math_statement(struct math_sheet *sheet);

/* 'has_outside' tells whether 'outside' is known. */
bool math_balance(struct math_sheet *sheet, const struct balance_terms *terms, bool has_outside,
                  decimal outside, struct error *err);

/* A full plan by the widths of its levels. */
bool math_bounds(struct math_sheet *sheet, const int64_t *widths, size_t levels,
                 struct error *err);

/* B4: what the average member can be paid on what others buy, if 'volume' is what the average
 * member buys a month. */
bool math_commission(struct math_sheet *sheet, const decimal *pcts, size_t levels,
                     decimal volume, struct error *err);

/* What the person expects, before the odds. */
struct math_hope {
    bool has_recruits;
    int64_t recruits;
    decimal income;     /* a month; 0: not said */
    decimal per_person; /* most a month that one person below brings; 0: not known */
};

/* Says it, and how many people below it takes: *people, 0 where that is not known. */
bool math_hope(struct math_sheet *sheet, const struct math_hope *hope, int64_t *people,
               struct error *err);

/* 'people' below, 0 where not given. */
bool math_odds(struct math_sheet *sheet, const struct joiner *joiner, int64_t people,
               struct error *err);

bool math_saturation(struct math_sheet *sheet, int64_t width, int64_t population,
                     decimal joining_pct, struct error *err);

bool math_treadmill(struct math_sheet *sheet, decimal monthly_pct, int64_t downline,
                    struct error *err);

bool math_matrix(struct math_sheet *sheet, int64_t width, const decimal *pcts, size_t levels,
                 decimal volume, struct error *err);
bool math_binary(struct math_sheet *sheet, const struct plan_binary *plan, decimal left,
                 decimal right, struct error *err);
bool math_breakaway(struct math_sheet *sheet, const struct plan_scale *scale,
                    const int64_t *widths, size_t levels, decimal own, struct error *err);

#endif
