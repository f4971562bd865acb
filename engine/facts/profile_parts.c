/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_parts.h"

const char *line_fault(struct text line, int *column)
{
    if (text_plain_len(line.at, line.len) == line.len)
        return NULL;
    for (size_t i = 0; i < line.len; i++) {
        unsigned char c = (unsigned char)line.at[i];
        *column = (int)i + 1;
        if (c == 0)
            return "has a NUL byte: save the file as plain UTF-8 text";
        if (c == '\r')
            return "has a carriage return inside: end lines with LF or CRLF";
        if (is_control(line.at + i, line.len - i))
            return "has a control character: delete it";
    }
    size_t valid = utf8_valid_len(line.at, line.len);
    *column = (int)valid + 1;
    return valid < line.len ? "is not valid UTF-8: save the file as UTF-8" : NULL;
}

bool name_fold(struct text text, char out[PROFILE_MAX_NAME + 1])
{
    if (text.len > PROFILE_MAX_NAME)
        return false;
    for (size_t i = 0; i < text.len; i++)
        out[i] = is_blank(text.at[i]) || text.at[i] == '-' ? '_' : to_lower(text.at[i]);
    out[text.len] = '\0';
    return true;
}

size_t name_folded_len(struct text text)
{
    size_t len = 0;

    for (; len < text.len; len++) {
        char c = text.at[len];
        if (!((c >= 'a' && c <= 'z') || c == '_' || is_digit(c)))
            break;
    }
    return len;
}

size_t value_closing_quote(struct text text)
{
    for (size_t i = 1; i < text.len; i++) {
        if (text.at[i] == '\\')
            i++;
        else if (text.at[i] == '"')
            return i;
    }
    return 0;
}

static struct text unescape(struct arena *arena, struct text text)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        bool escape = text.at[i] == '\\' && i + 1 < text.len &&
                      (text.at[i + 1] == '"' || text.at[i + 1] == '\\');
        if (escape)
            i++;
        out[len++] = text.at[i];
    }
    return (struct text){out, len};
}

/* Where the provenance starts: white space, '@', a letter; or the end. */
static size_t find_provenance(struct text text, size_t from)
{
    for (size_t i = from; i < text.len; i++) {
        const char *at = memchr(text.at + i, '@', text.len - i);
        if (!at)
            break;
        i = (size_t)(at - text.at);
        bool apart = i == from || is_blank(at[-1]);
        if (apart && i + 1 < text.len && is_letter(at[1]))
            return i;
    }
    return text.len;
}

/* Returns false, so that refusing a value is one line. */
static bool value_fault(const struct profile_line *line, struct arena *arena,
                        struct faults *faults, const char *sentence)
{
    faults_add(faults, arena, line->line, line->value_column, "%s", sentence);
    return false;
}

bool value_split(struct profile_line *now, struct text text, struct arena *arena,
                 struct faults *faults)
{
    size_t from = 0;

    now->quoted = text.len > 0 && text.at[0] == '"';
    if (now->quoted) {
        size_t end = value_closing_quote(text);
        if (end == 0)
            return value_fault(now, arena, faults,
                               "the value lacks its closing quote: write \"...\"");
        now->value = unescape(arena, (struct text){text.at + 1, end - 1});
        from = end + 1;
    }
    size_t at = find_provenance(text, from);
    struct text before = text_trim((struct text){text.at + from, at - from});
    if (!now->quoted) {
        now->value = before;
    } else if (before.len > 0) {
        faults_add(faults, arena, now->line, now->value_column,
                   "only a source such as '@S1 p.4' may follow the closing quote, not '%.*s'",
                   text_shown(before), before.at);
        return false;
    }
    struct text rest = {text.at + at, text.len - at};
    if (text_next_word(&rest, &now->source)) {
        now->source.at++;
        now->source.len--;
        now->locator = rest;
    }
    if (find_provenance(now->locator, 0) < now->locator.len)
        return value_fault(now, arena, faults,
                           "names two sources: give the other a line of its own");
    return true;
}
