/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/date.h"

struct civil {
    int year, month, day;
};

/* After H. Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years. */
date date_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;

    return era * 146097 + days - 719468;
}

static struct civil civil_of(date day)
{
    int z = day + 719468;
    int era = z / 146097, of_era = z - era * 146097;
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;
    int month = m < 10 ? m + 3 : m - 9;

    return (struct civil){y + era * 400 + (month <= 2), month, of_year - (153 * m + 2) / 5 + 1};
}

static int days_in_month(int year, int month)
{
    int next = month == 12 ? date_of(year + 1, 1, 1) : date_of(year, month + 1, 1);

    return next - date_of(year, month, 1);
}

/* Reads exactly 'len' digits, or fails. */
static bool digits(struct text text, size_t at, size_t len, int *out)
{
    int value = 0;

    if (at + len > text.len)
        return false;
    for (size_t i = at; i < at + len; i++) {
        if (!is_digit(text.at[i]))
            return false;
        value = value * 10 + (text.at[i] - '0');
    }
    *out = value;
    return true;
}

static enum date_fault span_of(int year, int month, int day, struct date_span *out)
{
    if (year < 1000 || month < 0 || month > 12)
        return year < 1000 ? DATE_NOT_A_DATE : DATE_NO_SUCH_DAY;
    if (month == 0) {
        *out = (struct date_span){date_of(year, 1, 1), date_of(year, 12, 31)};
    } else if (day == 0) {
        *out = (struct date_span){date_of(year, month, 1),
                                  date_of(year, month, days_in_month(year, month))};
    } else {
        if (day > days_in_month(year, month))
            return DATE_NO_SUCH_DAY;
        *out = (struct date_span){date_of(year, month, day), date_of(year, month, day)};
    }
    return DATE_OK;
}

static enum date_fault parse_iso(struct text text, struct date_span *out)
{
    int year = 0, month = 0, day = 0;
    bool ok = digits(text, 0, 4, &year);

    if (ok && text.len >= 7)
        ok = text.at[4] == '-' && digits(text, 5, 2, &month) && month > 0;
    if (ok && text.len == 10)
        ok = text.at[7] == '-' && digits(text, 8, 2, &day) && day > 0;
    if (!ok || (text.len != 4 && text.len != 7 && text.len != 10))
        return DATE_NOT_A_DATE;
    return span_of(year, month, day, out);
}

/* "4 Mar 2019", "4 March 2019" */
static enum date_fault parse_worded(struct text text, struct date_span *out)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    struct text rest = text, day_text, month_text, year_text;
    int day = 0, year = 0;

    if (!text_next_word(&rest, &day_text) || !text_next_word(&rest, &month_text) ||
        !text_next_word(&rest, &year_text) || rest.len > 0)
        return DATE_NOT_A_DATE;
    if (day_text.len > 2 || !digits(day_text, 0, day_text.len, &day) || day == 0 ||
        year_text.len != 4 || !digits(year_text, 0, 4, &year) || month_text.len < 3)
        return DATE_NOT_A_DATE;
    for (int month = 1; month <= 12; month++) {
        const char *name = months[month - 1];
        size_t i = 0;
        while (i < month_text.len && to_lower(month_text.at[i]) == name[i])
            i++;
        if (i == month_text.len && (i == 3 || name[i] == '\0'))
            return span_of(year, month, day, out);
    }
    return DATE_NOT_A_DATE;
}

enum date_fault date_parse(struct text text, struct date_span *out)
{
    if (memchr(text.at, '/', text.len))
        return DATE_SLASHES;
    enum date_fault fault = parse_iso(text, out);
    return fault == DATE_NOT_A_DATE ? parse_worded(text, out) : fault;
}

static void put_reading(char out[16], int year, int month, int day)
{
    struct date_span span;

    if (day > 0 && month > 0 && span_of(year, month, day, &span) == DATE_OK)
        snprintf(out, 16, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
    else
        snprintf(out, 16, "?");
}

void date_slash_readings(struct text text, char day_first[16], char month_first[16])
{
    int part[3] = {0};
    struct text rest = text, piece;

    for (int i = 0; i < 3 && text_next_part(&rest, '/', &piece); i++)
        if (piece.len > 4 || !digits(piece, 0, piece.len, &part[i]))
            part[i] = 0;
    if (rest.len > 0)
        part[2] = 0; /* more than three parts */
    put_reading(day_first, part[2], part[1], part[0]);
    put_reading(month_first, part[2], part[0], part[1]);
}

void date_put(struct buf *buf, date day)
{
    struct civil c = civil_of(day);
    char text[] = "0000-00-00";

    if (c.year < 0 || c.year > 9999) {
        buf_printf(buf, "%04d-%02d-%02d", c.year, c.month, c.day);
        return;
    }
    for (int i = 3; i >= 0; i--, c.year /= 10)
        text[i] = (char)('0' + c.year % 10);
    text[5] = (char)('0' + c.month / 10);
    text[6] = (char)('0' + c.month % 10);
    text[8] = (char)('0' + c.day / 10);
    text[9] = (char)('0' + c.day % 10);
    buf_put(buf, text, sizeof text - 1);
}

void date_span_put(struct buf *buf, struct date_span span)
{
    struct civil a = civil_of(span.first), b = civil_of(span.last);
    bool from_first = a.day == 1, to_last = b.day == days_in_month(b.year, b.month);

    if (span.first == span.last) {
        date_put(buf, span.first);
    } else if (from_first && to_last && a.year == b.year && a.month == b.month) {
        buf_printf(buf, "%04d-%02d", a.year, a.month);
    } else if (from_first && to_last && a.year == b.year && a.month == 1 && b.month == 12) {
        buf_printf(buf, "%04d", a.year);
    } else {
        date_put(buf, span.first);
        buf_puts(buf, "..");
        date_put(buf, span.last);
    }
}

/* The day in 'year' on which the anniversary of 'c' falls. */
static date anniversary(struct civil c, int year)
{
    if (c.month == 2 && c.day == 29 && days_in_month(year, 2) == 28)
        return date_of(year, 3, 1);
    return date_of(year, c.month, c.day);
}

decimal date_years_between(date a, date b)
{
    if (b < a)
        return -date_years_between(b, a);
    struct civil from = civil_of(a), to = civil_of(b);
    int years = to.year - from.year;
    if (anniversary(from, from.year + years) > b)
        years--;
    date start = anniversary(from, from.year + years);
    date next = anniversary(from, from.year + years + 1);
    return years * DECIMAL_ONE + (decimal)(b - start) * DECIMAL_ONE / (next - start);
}
