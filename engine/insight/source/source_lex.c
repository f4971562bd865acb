/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/source/source.h"

static const char *const keywords[] = {"and",   "break", "do",       "else", "elseif", "end",
                                       "false", "for",   "function", "goto", "if",     "in",
                                       "local", "nil",   "not",      "or",   "repeat", "return",
                                       "then",  "true",  "until",    "while"};

/* The longest first. */
static const char *const operators[] = {
    "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};

static char byte_at(struct text s, size_t i)
{
    return i < s.len ? s.at[i] : '\0';
}

static bool is_space(char c)
{
    return is_blank(c) || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

static bool is_name_byte(char c)
{
    return is_letter(c) || is_digit(c) || c == '_';
}

static size_t line_end(struct text s, size_t i)
{
    while (i < s.len && s.at[i] != '\n')
        i++;
    return i;
}

/* The level of the long bracket that opens at 'i' ("[==[" is 2), or -1. */
static int long_level(struct text s, size_t i)
{
    int level = 0;

    if (byte_at(s, i) != '[')
        return -1;
    while (byte_at(s, i + 1 + (size_t)level) == '=')
        level++;
    return byte_at(s, i + 1 + (size_t)level) == '[' ? level : -1;
}

static size_t long_end(struct text s, size_t i, int level)
{
    for (i += (size_t)level + 2; i < s.len; i++) {
        size_t equals = 0;
        if (s.at[i] != ']')
            continue;
        while (byte_at(s, i + 1 + equals) == '=')
            equals++;
        if (equals == (size_t)level && byte_at(s, i + 1 + equals) == ']')
            return i + equals + 2;
        i += equals;
    }
    return s.len;
}

static size_t string_end(struct text s, size_t i)
{
    char quote = s.at[i++];

    while (i < s.len && s.at[i] != quote && s.at[i] != '\n') {
        bool escape = s.at[i] == '\\';
        bool skips_space = escape && byte_at(s, i + 1) == 'z';
        i += escape ? 2 : 1;
        while (skips_space && i < s.len && is_space(s.at[i]))
            i++;
    }
    if (i >= s.len)
        return s.len;
    return s.at[i] == quote ? i + 1 : i;
}

static size_t number_end(struct text s, size_t i)
{
    bool hex = s.at[i] == '0' && to_lower(byte_at(s, i + 1)) == 'x';

    while (i < s.len && (is_name_byte(s.at[i]) || s.at[i] == '.')) {
        char next = byte_at(s, i + 1);
        bool exponent = to_lower(s.at[i]) == (hex ? 'p' : 'e');
        i += exponent && (next == '+' || next == '-') ? 2 : 1;
    }
    return i;
}

static bool is_keyword(struct text word)
{
    for (size_t i = 0; i < COUNT(keywords); i++)
        if (text_is(word, keywords[i]))
            return true;
    return false;
}

static size_t name_end(struct text s, size_t i)
{
    while (i < s.len && is_name_byte(s.at[i]))
        i++;
    return i;
}

static size_t operator_end(struct text s, size_t i, enum token_kind *kind)
{
    for (size_t k = 0; k < COUNT(operators); k++) {
        size_t len = strlen(operators[k]);
        if (s.len - i >= len && memcmp(s.at + i, operators[k], len) == 0)
            return i + len;
    }
    if (s.at[i] == '\0' || !strchr("+-*/%^#&~|<>=(){}[];:,.", s.at[i]))
        *kind = TOKEN_OTHER;
    return i + 1;
}

/* The end of the token at 'i', which is not white space, and its kind. */
static size_t token_end(struct text s, size_t i, enum token_kind *kind)
{
    char c = s.at[i];
    int level = long_level(s, c == '-' ? i + 2 : i);

    if (c == '-' && byte_at(s, i + 1) == '-') {
        *kind = TOKEN_COMMENT;
        return level >= 0 ? long_end(s, i + 2, level) : line_end(s, i);
    }
    if (c == '"' || c == '\'' || (c == '[' && level >= 0)) {
        *kind = TOKEN_STRING;
        return c == '[' ? long_end(s, i, level) : string_end(s, i);
    }
    if (is_digit(c) || (c == '.' && is_digit(byte_at(s, i + 1)))) {
        *kind = TOKEN_NUMBER;
        return number_end(s, i);
    }
    if (is_name_byte(c)) {
        size_t end = name_end(s, i);
        *kind = is_keyword((struct text){s.at + i, end - i}) ? TOKEN_KEYWORD : TOKEN_NAME;
        return end;
    }
    *kind = TOKEN_OPERATOR;
    return operator_end(s, i, kind);
}

size_t source_tokens(struct text source, struct arena *arena, struct token **out)
{
    struct token *list = NULL;
    size_t count = 0;
    size_t i = byte_at(source, 0) == '#' ? line_end(source, 0) : 0; /* as Lua's loader does */
    int line = 1;

    while (i < source.len) {
        if (is_space(source.at[i])) {
            line += source.at[i++] == '\n';
            continue;
        }
        struct token token = {.line = line, .at = i};
        size_t end = token_end(source, i, &token.kind);
        token.text = (struct text){source.at + i, end - i};
        for (; i < end; i++)
            line += source.at[i] == '\n';
        list = arena_grow(arena, list, count, sizeof *list);
        list[count++] = token;
    }
    *out = list;
    return count;
}
