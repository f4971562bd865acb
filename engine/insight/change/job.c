/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/iso.h"
#include "insight/change/compare.h"

enum { WAGE_MAX = 1000000000, HOURS_MAX = 744, MONTHS = 12 };

/* Takes a last character off, and the blanks around it. */
static bool cut_end(struct text *text, char c)
{
    if (text->len == 0 || text->at[text->len - 1] != c)
        return false;
    *text = text_trim((struct text){text->at, text->len - 1});
    return true;
}

static bool read_number(struct text text, int64_t max, decimal *out)
{
    return decimal_parse(text, out) == DECIMAL_OK && *out >= 0 && *out <= max * DECIMAL_ONE;
}

/* "15 USD/h" */
static bool read_wage(struct text text, struct job *job)
{
    if (!cut_end(&text, 'h') || !cut_end(&text, '/') || text.len < 4)
        return false;
    memcpy(job->currency, text.at + text.len - 3, 3);
    text = text_trim((struct text){text.at, text.len - 3});
    return read_number(text, WAGE_MAX, &job->wage);
}

/* "35 h" */
static bool read_hours(struct text text, struct job *job)
{
    return cut_end(&text, 'h') && read_number(text, HOURS_MAX, &job->hours) && job->hours > 0;
}

bool job_parse(const char *given, struct job *out, struct error *err)
{
    struct text text = text_of(given);
    const char *comma = strrchr(given, ','); /* the last: 1,500 has one of its own */
    size_t at = comma ? (size_t)(comma - given) : 0;
    struct job job = {0};

    if (!comma || !read_wage(text_trim((struct text){given, at}), &job) ||
        !read_hours(text_trim((struct text){comma + 1, text.len - at - 1}), &job))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--job' must be a wage an hour and hours a month, such as "
                         "'15 USD/h, 35 h', not '%.*s'",
                         text_shown(text), given);
    if (!iso_is_currency(job.currency))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--job' needs a currency of ISO 4217, such as USD, not '%s'",
                         job.currency);
    if (!decimal_mul_div(job.wage, job.hours, DECIMAL_ONE, &job.month) ||
        !decimal_mul_div(job.wage, job.hours * MONTHS, DECIMAL_ONE, &job.year))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--job' pays more than can be counted");
    *out = job;
    return true;
}
