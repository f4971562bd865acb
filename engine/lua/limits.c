/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/decimal.h"
#include "lua/limits.h"

#define KIB 1024L
#define MIB (1024L * 1024)
#define MILLION (1000L * 1000)

#define ROW(name, standard, least, most)                                                       \
    {                                                                                          \
#name, offsetof(struct limits, name), standard, least, most                            \
    }

const struct limit_row limit_rows[] = {
    ROW(steps_per_company, 20 * MILLION, 1000, 1000 * MILLION),
    ROW(steps_per_rule, 8 * MILLION, 1000, 1000 * MILLION),
    ROW(steps_per_call, 4 * MILLION, 1000, 1000 * MILLION),
    ROW(steps_to_load, 100 * MILLION, 100 * 1000L, 1000 * MILLION),
    ROW(bytes_per_company, 8 * MIB, 16 * KIB, 64 * MIB),
    ROW(bytes_per_block, 80 * KIB, 4 * KIB, MIB),
    ROW(bytes_to_load, 32 * MIB, MIB, 128 * MIB),
    ROW(text_bytes_to_load, 4 * KIB, KIB, 64 * KIB),
    ROW(message_bytes, 400, 40, 400),
    ROW(findings_per_rule, 1, 1, 1),
    ROW(log_bytes, 0, 0, 0),
    ROW(pack_files, 1000, 10, 10000),
    ROW(pack_source_bytes, 256 * KIB, 4 * KIB, MIB),
};
const size_t limit_row_count = COUNT(limit_rows);

static long *slot(struct limits *limits, const struct limit_row *row)
{
    return (long *)(void *)((char *)limits + row->offset);
}

struct limits limits_standard(void)
{
    struct limits limits;

    for (size_t i = 0; i < limit_row_count; i++)
        *slot(&limits, &limit_rows[i]) = limit_rows[i].standard;
    return limits;
}

long limits_get(const struct limits *limits, const struct limit_row *row)
{
    return *(const long *)(const void *)((const char *)limits + row->offset);
}

static const struct limit_row *find(struct text name)
{
    for (size_t i = 0; i < limit_row_count; i++)
        if (text_is(name, limit_rows[i].name))
            return &limit_rows[i];
    return NULL;
}

static bool unknown(struct text name, struct error *err)
{
    const char *names[COUNT(limit_rows)];
    char meant[TEXT_MEANT_MAX];

    for (size_t i = 0; i < limit_row_count; i++)
        names[i] = limit_rows[i].name;
    const char *nearest = text_nearest(name, names, limit_row_count);
    return error_set(err, ERROR_USAGE, NULL, 0, "there is no limit '%.*s'%s", text_shown(name),
                     name.at, text_meant(nearest, ": 'plumbline version' lists them", meant));
}

bool limits_set(struct limits *limits, struct text assignment, struct error *err)
{
    struct text name, value = assignment;
    decimal number;

    if (!text_next_part(&value, '=', &name) || value.len == 0)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "a limit is written NAME=N, such as steps_per_rule=1,000,000");
    const struct limit_row *row = find(name);
    if (!row)
        return unknown(name, err);
    if (row->least == row->most)
        return error_set(err, ERROR_USAGE, NULL, 0, "the limit '%s' is fixed at %ld", row->name,
                         row->most);
    if (decimal_parse(text_trim(value), &number) != DECIMAL_OK || number % DECIMAL_ONE != 0 ||
        number < row->least * DECIMAL_ONE || number > row->most * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "the limit '%s' must be a whole number from %ld to %ld, not '%.*s'",
                         row->name, row->least, row->most, text_shown(value), value.at);
    *slot(limits, row) = (long)(number / DECIMAL_ONE);
    return true;
}
