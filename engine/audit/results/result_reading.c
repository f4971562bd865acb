/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "audit/results/result_reading.h"

bool reading_fail(struct reading *r, const char *format, ...)
{
    char what[ERROR_MESSAGE_MAX / 2];
    va_list args;

    if (r->failed)
        return false;
    r->failed = true;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    text_make_printable(what);
    return error_set(r->err, ERROR_PROFILE, r->where, r->line, "%s%s: %s",
                     r->item > 0 ? arena_printf(r->arena, "result %d: ", r->item) : "", what,
                     "this is no result as plumbline wrote it; make it anew from the profiles");
}

json_t *reading_parse(struct reading *r, struct text text)
{
    json_error_t fault;
    json_t *root = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &fault);

    if (root)
        return root;
    if (r->line == 0)
        r->line = fault.line;
    reading_fail(r, "no JSON, or cut off, at column %d (%.100s)", fault.column, fault.text);
    return NULL;
}

static json_t *get(struct reading *r, const json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);

    if (!value)
        reading_fail(r, "'%s' is missing", key);
    return value;
}

/* --- texts --- */

/* A text without NUL in it: jansson refuses those. */
static const char *copy(struct reading *r, const json_t *value)
{
    return arena_copy(r->arena, json_string_value(value), json_string_length(value));
}

const char *reading_text(struct reading *r, const json_t *object, const char *key)
{
    const json_t *value = get(r, object, key);

    if (json_is_string(value))
        return copy(r, value);
    reading_fail(r, "'%s' must be a text", key);
    return "";
}

const char *reading_text_or_null(struct reading *r, const json_t *object, const char *key)
{
    return reading_is_null(r, object, key) ? NULL : reading_text(r, object, key);
}

const char *reading_hash(struct reading *r, const json_t *object, const char *key)
{
    const char *hash = reading_text(r, object, key);

    if (strlen(hash) != HASH_HEX_LEN || strspn(hash, "0123456789abcdef") != HASH_HEX_LEN)
        reading_fail(r, "'%s' must be %d hexadecimal digits", key, HASH_HEX_LEN);
    return hash;
}

const char *reading_day(struct reading *r, const json_t *object, const char *key)
{
    const char *day = reading_text_or_null(r, object, key);
    struct date_span span;

    if (day && (date_parse(text_of(day), &span) != DATE_OK || span.first != span.last))
        reading_fail(r, "'%s' must be a day such as 2024-05-02", key);
    return day;
}

struct names reading_names(struct reading *r, const json_t *object, const char *key)
{
    const json_t *array = reading_array(r, object, key), *value;
    const char **list = reading_room(r, array, sizeof *list);
    struct names names = {list, 0};
    size_t i;

    json_array_foreach(array, i, value)
    {
        if (!json_is_string(value))
            reading_fail(r, "'%s' must be a list of texts", key);
        else
            list[names.count++] = copy(r, value);
    }
    return names;
}

int reading_choice(struct reading *r, const json_t *object, const char *key,
                   const char *const *list, int count)
{
    const char *word = reading_text(r, object, key);

    for (int i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    reading_fail(r, "'%s' may not be '%.60s'", key, word);
    return 0;
}

/* --- numbers --- */

int64_t reading_whole(struct reading *r, const json_t *object, const char *key)
{
    const json_t *value = get(r, object, key);

    if (json_is_integer(value))
        return json_integer_value(value);
    reading_fail(r, "'%s' must be a whole number", key);
    return 0;
}

int64_t reading_count(struct reading *r, const json_t *object, const char *key, int64_t max)
{
    int64_t count = reading_whole(r, object, key);

    if (count >= 0 && count <= max)
        return count;
    reading_fail(r, "'%s' must be a whole number from 0 to %" PRId64, key, max);
    return 0;
}

int reading_thousandths(struct reading *r, const json_t *object, const char *key, int max)
{
    const json_t *value = get(r, object, key);
    double number = json_number_value(value) * 1000;

    if (json_is_real(value) && number >= 0 && number <= max &&
        fabs(number - round(number)) < 1e-6)
        return (int)lround(number);
    reading_fail(r, "'%s' must be a number from 0 to %d with three decimals", key, max / 1000);
    return 0;
}

bool reading_bool(struct reading *r, const json_t *object, const char *key)
{
    const json_t *value = get(r, object, key);

    if (!json_is_boolean(value))
        reading_fail(r, "'%s' must be true or false", key);
    return json_is_true(value);
}

bool reading_is_null(struct reading *r, const json_t *object, const char *key)
{
    return json_is_null(get(r, object, key));
}

/* --- objects and arrays --- */

json_t *reading_object(struct reading *r, const json_t *object, const char *key)
{
    json_t *value = get(r, object, key);

    if (!json_is_object(value))
        reading_fail(r, "'%s' must be an object", key);
    return value; /* jansson finds nothing in what is none */
}

const json_t *reading_array(struct reading *r, const json_t *object, const char *key)
{
    const json_t *value = get(r, object, key);

    if (!json_is_array(value))
        reading_fail(r, "'%s' must be a list", key);
    return value;
}

void *reading_room(struct reading *r, const json_t *array, size_t size)
{
    return arena_alloc(r->arena, (json_array_size(array) + 1) * size);
}

/* --- the last line --- */

void reading_counts(struct reading *r, const json_t *root, struct arena *arena,
                    struct json_counts *out)
{
    const char *first = reading_text_or_null(r, root, "first_passed_over");

    *out = (struct json_counts){
        .companies = reading_whole(r, root, "companies"),
        .assessed = reading_whole(r, root, "assessed"),
        .unreadable = reading_whole(r, root, "unreadable"),
        .lost = reading_whole(r, root, "lost"),
        .conditions = reading_whole(r, root, "conditions_met"),
        .passed = {.count = reading_whole(r, root, "passed_over"),
                   .first = first ? arena_copy(arena, first, strlen(first)) : NULL}};
}
