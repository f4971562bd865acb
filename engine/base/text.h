/* SPDX-License-Identifier: MIT
 *
 * Text as pointer and length, and the few things done to it while reading input. ASCII only
 * where case matters; no locale is ever consulted.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* A borrowed slice; not NUL-terminated. */
struct text {
    const char *at;
    size_t len;
};

/* Every finite array's number of elements. */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Space or tab; 0 to 9; A to Z and a to z. Here, for they are asked about every byte. */
static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static inline char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline struct text text_of(const char *string)
{
    return (struct text){string, strlen(string)};
}

/* Inline, so that the length of a literal is known: most texts differ by it. */
static inline bool text_is(struct text text, const char *string)
{
    return strlen(string) == text.len && memcmp(text.at, string, text.len) == 0;
}

/* Inline for looking a name up in a list: most differ in the first byte. */
static inline bool string_is(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0;
}

/* What stands behind the last slash of a path. */
static inline const char *path_last(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

bool text_equal(struct text a, struct text b);

/* The same but for the case of ASCII letters. */
bool text_same_letters(const char *a, const char *b, size_t len);

static inline bool text_same(struct text a, struct text b)
{
    return a.len == b.len && text_same_letters(a.at, b.at, a.len);
}

/* Without the blanks around it. */
static inline struct text text_trim(struct text text)
{
    while (text.len > 0 && is_blank(text.at[0])) {
        text.at++;
        text.len--;
    }
    while (text.len > 0 && is_blank(text.at[text.len - 1]))
        text.len--;
    return text;
}

/* Cuts a comment off, and the blanks around what is left: ';' or '#' at the start or after
 * white space. */
struct text text_without_comment(struct text text);

/* Cuts the front of *rest up to the first 'separator' off and returns it, trimmed; false when
 * *rest is used up. "a, b" gives two parts, "" gives none. */
bool text_next_part(struct text *rest, char separator, struct text *part);

/* The same for words: cuts at runs of white space. "  " gives none. */
bool text_next_word(struct text *rest, struct text *word);

/* A line of a text, from 1, without the blanks around it and the CR of CRLF; empty beyond the
 * last. */
struct text text_line(const char *string, int number);

enum { TEXT_SHOWN_MAX = 60 };

/* How many bytes of a text a message shows, for "%.*s": TEXT_SHOWN_MAX at most, and no part of
 * a UTF-8 character. */
int text_shown(struct text text);

/* How many single-character changes, case aside, turn one name into the other; at most 'limit'
 * + 1. Two neighbours swapped count as one. Names over 64 bytes are 'limit' + 1 apart. */
int text_distance(struct text a, struct text b, int limit);

/* The name in a list that is nearest to 'wanted', or NULL where none is near enough to be worth
 * suggesting (a third of its length, at least one). */
const char *text_nearest(struct text wanted, const char *const *names, size_t count);

/* The end of a sentence about a name that is none: ": did you mean 'x'?", or 'otherwise' where
 * there is no nearest. Written into 'out', which it returns. */
enum { TEXT_MEANT_MAX = 128 };
const char *text_meant(const char *nearest, const char *otherwise, char out[TEXT_MEANT_MAX]);

/* How many bytes from the front are printable ASCII or tabs, which is what
 * nearly all text is made of. */
size_t text_plain_len(const char *at, size_t len);

/* Whether all of it is that, in lines that end with LF. */
bool text_lines_are_plain(struct text text);

/* Bytes of the first invalid UTF-8 sequence from the front, or 'len' where all of it is valid.
 * Overlong forms, surrogates and code points above 10FFFF are invalid (RFC 3629). */
size_t utf8_valid_len(const char *at, size_t len);

/* Replaces control characters (C0 but for the tab, DEL, C1, line separators and the marks that
 * reverse text)
 * and what is not UTF-8 by '?', in place: for names that come from outside and go to a
 * terminal. */
void text_make_printable(char *string);

/* Whether the character at 'at' is one of those; 'len' bytes are left. */
bool is_control(const char *at, size_t len);

/* How many columns of a terminal a UTF-8 text takes: two where a character is wide (Chinese,
 * Japanese, Korean), none where it is drawn upon the one before, one for a tab. */
size_t text_columns(struct text text);
size_t utf8_columns(const char *string);

/* How many bytes from the front fit into so many columns; 'used' is how many of these they
 * take.
 */
size_t text_cut(struct text text, size_t columns, size_t *used);

#endif
