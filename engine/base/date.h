/* SPDX-License-Identifier: MIT
 *
 * Calendar dates as days since 1970-01-01 (proleptic Gregorian). No clock is ever read.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/decimal.h"
#include "base/text.h"

typedef int32_t date; /* days since 1970-01-01 */

struct date_span {
    date first;
    date last; /* included; equal to first for a full date */
};

enum date_fault {
    DATE_OK,
    DATE_NOT_A_DATE,
    DATE_NO_SUCH_DAY, /* 2019-02-30 */
    DATE_SLASHES,     /* 03/04/2019: two readings */
};

/* Reads "2019", "2019-04", "2019-04-30" or "4 Mar 2019"; a year or month is the span of its
 * days. Years 1000 to 9999. */
enum date_fault date_parse(struct text text, struct date_span *out);

/* For DATE_SLASHES: writes both readings as ISO dates, each "?" where no such day exists. */
void date_slash_readings(struct text text, char day_first[16], char month_first[16]);

date date_of(int year, int month, int day);
void date_put(struct buf *buf, date day);                   /* "2019-04-30" */
void date_span_put(struct buf *buf, struct date_span span); /* "2019", "2019-04", ... */

/* Full years from 'a' to 'b' plus the part of the year begun, exactly whole on anniversaries;
 * negative where b is earlier. 29 February counts its anniversary on 1 March. */
decimal date_years_between(date a, date b);

#endif
