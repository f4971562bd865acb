/* SPDX-License-Identifier: MIT */
#include "facts/wording.h"
#include "facts/profile_read.h"

/* The one line of a text made here. */
static void on_only_line(void *context, const struct profile_line *line)
{
    if (line->key.len > 0)
        *(struct profile_line *)context = *line;
}

/* How a profile reads 'written' as a value; false where it could not. */
static bool read_back(struct text written, struct arena *arena, struct profile_line *line)
{
    struct faults faults = {0};
    const char *text = arena_printf(arena, "[x]\nx = %.*s\n", (int)written.len, written.at);

    *line = (struct profile_line){0};
    profile_read(text_of(text), arena, &faults, on_only_line, line);
    return faults.count == 0;
}

static struct text in_quotes(struct text value, struct arena *arena)
{
    char *out = arena_alloc(arena, 2 * value.len + 3);
    size_t len = 0;

    out[len++] = '"';
    for (size_t i = 0; i < value.len; i++) {
        if (value.at[i] == '"' || value.at[i] == '\\')
            out[len++] = '\\';
        out[len++] = value.at[i];
    }
    out[len++] = '"';
    return (struct text){out, len};
}

static bool is_one_line(struct text value)
{
    for (size_t i = 0; i < value.len; i++)
        if (value.at[i] == '\n' || value.at[i] == '\r' ||
            is_control(value.at + i, value.len - i))
            return false;
    return utf8_valid_len(value.at, value.len) == value.len;
}

bool wording_of_value(const struct fact_def *def, const char *given, struct arena *arena,
                      struct wording *out, struct error *err)
{
    struct text value = def->type == TYPE_TEXT ? text_of(given) : text_trim(text_of(given));
    struct profile_line line;

    if (text_trim(value).len == 0)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'%s' needs a value: write 'unknown' to take the fact away",
                         def->name);
    if (value.len > PROFILE_MAX_LINE / 4)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "the value of '%s' is longer than %d bytes: shorten it", def->name,
                         PROFILE_MAX_LINE / 4);
    if (!is_one_line(value))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "the value of '%s' must be one line of UTF-8 text", def->name);
    bool sound = read_back(value, arena, &line) && line.source.len == 0;
    if (sound && (line.quoted || text_equal(line.value, value)))
        *out = (struct wording){value, line.value, line.quoted};
    else
        *out = (struct wording){in_quotes(value, arena), value, true};
    return true;
}

bool wording_of_source(const char *given, struct arena *arena, struct text *id,
                       struct text *locator, struct error *err)
{
    struct text rest = text_trim(text_of(given));
    struct profile_line line = {0};

    if (rest.len > 0 && rest.at[0] == '@')
        rest = (struct text){rest.at + 1, rest.len - 1};
    bool sound =
        rest.len < PROFILE_MAX_LINE / 4 && is_one_line(rest) && text_next_word(&rest, id);
    *locator = text_trim(rest);
    if (sound) {
        const char *both = arena_printf(arena, "1 @%.*s %.*s", (int)id->len, id->at,
                                        (int)locator->len, locator->at);
        sound = read_back(text_of(both), arena, &line) && text_equal(line.source, *id) &&
                text_equal(line.locator, *locator);
    }
    return sound ||
           error_set(err, ERROR_USAGE, NULL, 0,
                     "a source is an id, and where in it: 'S1' or 'S1 p.4', not '%.*s'",
                     text_shown(text_of(given)), given);
}
