/* SPDX-License-Identifier: MIT
 *
 * The line of a fault that was found in a table, which knows no lines: looked for in the text
 * of the file, by the words that the fault quotes.
 */
#include "lua/fault_line.h"

#include <string.h>

enum { WORD_MAX = 120 };

/* A place in a file's text; NULL for none. */
struct place {
    const char *at, *end;
};

static bool is_word_char(char c)
{
    return is_letter(c) || is_digit(c) || c == '_' || c == '.';
}

/* Past a comment of one line that starts here. */
static const char *past_comment(const char *at, const char *end)
{
    if (end - at < 2 || at[0] != '-' || at[1] != '-')
        return at;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    return stop ? stop : end;
}

static bool stands_here(struct place from, const char *start, const char *word, size_t len)
{
    const char *at = from.at;

    return (size_t)(from.end - at) >= len && memcmp(at, word, len) == 0 &&
           (at == start || !is_word_char(at[-1]) || !is_word_char(*word)) &&
           (at + len == from.end || !is_word_char(at[len]) || !is_word_char(word[len - 1]));
}

/* Whether the word that ends at 'at' is given a value: 'word = ' or '["word"] = '. */
static bool is_given(const char *at, const char *end)
{
    while (at < end && strchr(" \t\"'])", *at))
        at++;
    return at < end && *at == '=' && (at + 1 == end || at[1] != '=');
}

/* The first place of the word outside comments; with 'given' one where it is given a value
 * before others. */
static struct place find_word(struct place from, const char *start, const char *word,
                              bool given)
{
    struct place first = {NULL, from.end};
    size_t len = strlen(word);

    if (len == 0)
        return first;
    for (; from.at < from.end; from.at++) {
        from.at = past_comment(from.at, from.end);
        if (!stands_here(from, start, word, len))
            continue;
        if (given && is_given(from.at + len, from.end))
            return from;
        if (!first.at)
            first.at = from.at;
    }
    return first;
}

/* The next text between single quotes of the message, or false. */
static bool next_quoted(const char **message, char word[WORD_MAX])
{
    for (const char *open; (open = strchr(*message, '\'')) != NULL;) {
        const char *close = strchr(open + 1, '\'');
        if (!close)
            return false;
        size_t len = (size_t)(close - open) - 1;
        *message = close + 1;
        if (len == 0 || len >= WORD_MAX)
            continue;
        memcpy(word, open + 1, len);
        word[len] = '\0';
        return true;
    }
    return false;
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* Where the item called 'what' starts: "{ 'a.n', ..."; else the first place of it in quotes. */
static struct place find_item(struct text text, const char *what)
{
    struct place from = {text.at, text.at + text.len}, first = {NULL, from.end};
    size_t len = strlen(what);

    for (; len > 0 && from.at < from.end; from.at++) {
        from.at = past_comment(from.at, from.end);
        if (!stands_here(from, text.at, what, len) || from.at == text.at ||
            !is_quote(from.at[-1]) || from.at + len == from.end || !is_quote(from.at[len]))
            continue;
        const char *before = from.at - 1;
        while (before > text.at && strchr(" \t\n\"'", *before))
            before--;
        if (*before == '{')
            return from;
        if (!first.at)
            first.at = from.at;
    }
    return first;
}

/* Where the file's table starts. */
static struct place find_return(struct text text)
{
    struct place from = {text.at, text.at + text.len};

    for (const char *at = text.at; at + 6 < from.end; at++)
        if ((at == text.at || at[-1] == '\n') && memcmp(at, "return", 6) == 0)
            return (struct place){at, from.end};
    return (struct place){NULL, from.end};
}

static int line_of(struct text text, const char *at)
{
    int line = 1;

    for (const char *c = text.at; c < at; c++)
        line += *c == '\n';
    return line;
}

int fault_line(struct text text, const char *what, const char *message)
{
    char word[WORD_MAX];

    if (!text.at)
        return 0;
    struct place item = find_item(text, what);
    struct place base = item.at ? item : find_return(text);
    struct place from = {item.at ? item.at : text.at, text.at + text.len}, found = {NULL, NULL};
    for (bool named = false; next_quoted(&message, word);) {
        if (strncmp(message, " is missing", 11) == 0)
            break;
        struct place place = find_word(from, text.at, word, !named);
        if (!place.at)
            continue;
        found = place;
        if (strncmp(message, " names '", 8) != 0)
            break;
        from.at = place.at; /* what the field names stands behind it */
        named = true;
    }
    if (found.at)
        return line_of(text, found.at);
    return base.at ? line_of(text, base.at) : 0;
}
