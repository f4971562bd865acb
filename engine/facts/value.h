/* SPDX-License-Identifier: MIT
 *
 * One value as written in a profile, read by the type its fact has in the vocabulary, never by
 * its look: "25%", "~120 USD", "20..30%", "refused", "4 Mar 2019".
 */
#ifndef FACTS_VALUE_H
#define FACTS_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "facts/schema.h"

enum fact_state {
    FACT_ABSENT,         /* not asked yet; behaves as unknown, listed apart */
    FACT_UNKNOWN,        /* looked for, not found */
    FACT_REFUSED,        /* asked, not answered: evidence of its own */
    FACT_NOT_APPLICABLE, /* n/a */
    FACT_KNOWN
};

const char *fact_state_name(enum fact_state state);

/* What was read. Which members count depends on the type:
 *   int number pct duration   lo, hi: millionths of the fact's unit
 *   money                     lo, hi: millionths of 'currency'
 *   date                      lo, hi: whole days since 1970-01-01 (not millionths)
 *   bool                      lo = hi = 0 or 1
 *   enum                      lo = hi = number of the value
 *   set                       members: bit n is value n
 *   text url currency country_list   text only
 *   pct_list                  text only (value_lists.h)
 *   income_rows               text (value_lists.h); 'currency' of the amounts of one statement
 * lo < hi is a range. */
struct value {
    enum fact_state state;
    bool about; /* written with ~ */
    decimal lo, hi;
    uint32_t members;
    char currency[4]; /* money, income_rows: ISO 4217, NUL-terminated */
    const char *text; /* text kinds: the value; a list's elements in order */
};

enum { ABOUT_PCT = 10 }; /* "~120" is 120 plus or minus 10 %: our judgement */

/*
 * Reads 'written' (trimmed, no comment, no provenance) for 'def'.
 *
 *   currency  of amounts written without one; "" where the profile names none
 *   quoted    the value stood in quotes, so no word in it is a value state
 *
 * On failure returns false and puts one sentence into 'fault': what is wrong and what to write.
 */
bool value_parse(const struct fact_def *def, struct text written, bool quoted,
                 const char *currency, struct arena *arena, struct value *out,
                 struct buf *fault);

/* Appends the value for people: "25%", "99 USD", "20..30%", "2019", "yes". */
void value_put(struct buf *buf, const struct fact_def *def, const struct value *value);

/* Appends what a value of this fact looks like: "a percentage from 0% to 100%". */
void value_describe_type(struct buf *buf, const struct fact_def *def);

#endif
