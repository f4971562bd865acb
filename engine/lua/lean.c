/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/lean.h"

static const char opening[] = "\n  examples = {";
static const char returning[] = "\nreturn {";

/* Past the text or comment or word that starts at 'i'; 0 where it is none that plain data has.
 */
static size_t skip_word(struct text s, size_t i)
{
    static const char *const words[] = {"facts", "expect", "note", "true", "false"};
    size_t len = 0;

    while (i + len < s.len && (is_letter(s.at[i + len]) || s.at[i + len] == '_'))
        len++;
    for (size_t w = 0; w < COUNT(words); w++)
        if (text_is((struct text){s.at + i, len}, words[w]))
            return i + len;
    return 0;
}

static size_t skip_text(struct text s, size_t i)
{
    i += 1 + strcspn(s.at + i + 1, "\"\\\n");
    while (i < s.len && s.at[i] == '\\') {
        i += 2;
        i += i < s.len ? strcspn(s.at + i, "\"\\\n") : 0;
    }
    return i < s.len && s.at[i] == '"' ? i + 1 : 0;
}

static size_t skip_comment(struct text s, size_t i)
{
    if (i + 2 >= s.len || s.at[i + 1] != '-' || s.at[i + 2] == '[')
        return 0;
    while (i < s.len && s.at[i] != '\n')
        i++;
    return i;
}

/* Past one token of plain data, or 0. Braces are the caller's. */
static size_t skip_token(struct text s, size_t i)
{
    char c = s.at[i], next = i + 1 < s.len ? s.at[i + 1] : '\0';

    if (c == '"')
        return skip_text(s, i);
    if (c == '-')
        return skip_comment(s, i);
    if (c == '[') /* ["section.key"], but no long bracket */
        return next == '"' ? i + 1 : 0;
    if (strchr(" \t\r\n,=].0123456789", c) && c != '\0')
        return i + 1;
    return skip_word(s, i);
}

/* The place of the brace that closes the table opened before 'from'; 0 where the table is not
 * plain data. */
static size_t closing_brace(struct text s, size_t from)
{
    int depth = 1;

    for (size_t i = from; i < s.len;) {
        depth += (s.at[i] == '{') - (s.at[i] == '}');
        if (depth == 0)
            return i;
        size_t next = s.at[i] == '{' || s.at[i] == '}' ? i + 1 : skip_token(s, i);
        if (next == 0)
            return 0;
        i = next;
    }
    return 0;
}

struct lean lean_source(struct text source, bool without_examples)
{
    struct lean lean = {.head = source};
    const char *at = without_examples ? strstr(source.at, opening) : NULL; /* NUL-terminated */
    const char *table = at ? strstr(source.at, returning) : NULL;

    /* In the table that the file returns, and nowhere else; and no long text may hide either.
     */
    if (!at || !table || table > at || strstr(at + 1, opening) ||
        strstr(table + 1, returning) || strstr(source.at, "[[") || strstr(source.at, "[="))
        return lean;
    size_t from = (size_t)(at - source.at) + strlen(opening);
    size_t to = closing_brace(source, from);
    if (to == 0)
        return lean;
    for (size_t i = from; i < to; i++)
        lean.newlines += source.at[i] == '\n';
    lean.head.len = from;
    lean.tail = (struct text){source.at + to, source.len - to};
    return lean;
}

const char *lean_read(lua_State *L, void *context, size_t *size)
{
    static const char newlines[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    struct lean *lean = context;
    struct text *next = lean->head.len > 0 ? &lean->head : &lean->tail;
    struct text piece = *next;

    (void)L;
    if (next == &lean->tail && lean->newlines > 0) {
        *size = lean->newlines < sizeof newlines - 1 ? lean->newlines : sizeof newlines - 1;
        lean->newlines -= *size;
        return newlines;
    }
    next->len = 0;
    *size = piece.len;
    return piece.len > 0 ? piece.at : NULL;
}
