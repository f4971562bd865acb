/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { DISTANCE_MAX_NAME = 64 };

struct text text_of(const char *string)
{
    return (struct text){string, strlen(string)};
}

bool text_is(struct text text, const char *string)
{
    return strlen(string) == text.len && memcmp(text.at, string, text.len) == 0;
}

bool text_equal(struct text a, struct text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool text_same(struct text a, struct text b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (to_lower(a.at[i]) != to_lower(b.at[i]))
            return false;
    return true;
}

struct text text_trim(struct text text)
{
    while (text.len > 0 && is_blank(text.at[0])) {
        text.at++;
        text.len--;
    }
    while (text.len > 0 && is_blank(text.at[text.len - 1]))
        text.len--;
    return text;
}

struct text text_without_comment(struct text text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool mark = text.at[i] == ';' || text.at[i] == '#';
        if (mark && (i == 0 || is_blank(text.at[i - 1])))
            return text_trim((struct text){text.at, i});
    }
    return text_trim(text);
}

bool text_next_part(struct text *rest, char separator, struct text *part)
{
    if (rest->len == 0)
        return false;
    const char *end = memchr(rest->at, separator, rest->len);
    size_t len = end ? (size_t)(end - rest->at) : rest->len;
    *part = text_trim((struct text){rest->at, len});
    size_t used = end ? len + 1 : len;
    rest->at += used;
    rest->len -= used;
    return true;
}

bool text_next_word(struct text *rest, struct text *word)
{
    struct text text = text_trim(*rest);
    size_t len = 0;

    while (len < text.len && !is_blank(text.at[len]))
        len++;
    *word = (struct text){text.at, len};
    *rest = text_trim((struct text){text.at + len, text.len - len});
    return len > 0;
}

int text_shown(struct text text)
{
    size_t len = text.len < TEXT_SHOWN_MAX ? text.len : TEXT_SHOWN_MAX;

    while (len > 0 && len < text.len && ((unsigned char)text.at[len] & 0xC0) == 0x80)
        len--;
    return (int)len;
}

struct text text_line(const char *string, int number)
{
    for (int line = 1; line < number && *string; line++) {
        string += strcspn(string, "\n");
        string += *string == '\n';
    }
    return text_trim((struct text){string, strcspn(string, "\r\n")});
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char to_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int min3(int a, int b, int c)
{
    int least = a < b ? a : b;

    return least < c ? least : c;
}

int text_distance(struct text a, struct text b, int limit)
{
    int rows[3][DISTANCE_MAX_NAME + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];

    if (a.len > DISTANCE_MAX_NAME || b.len > DISTANCE_MAX_NAME)
        return limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        above[j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            int differs = to_lower(a.at[i - 1]) != to_lower(b.at[j - 1]);
            row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + differs);
            bool swapped =
                i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
            if (swapped && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        int *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b.len] > limit ? limit + 1 : above[b.len];
}

const char *text_nearest(struct text wanted, const char *const *names, size_t count)
{
    int best = wanted.len < 4 ? 1 : (int)wanted.len / 3;
    const char *nearest = NULL;

    for (size_t i = 0; i < count; i++) {
        int distance = text_distance(wanted, text_of(names[i]), best);
        if (distance > best || (nearest && distance == best))
            continue;
        best = distance;
        nearest = names[i];
    }
    return nearest;
}

/* Length of the sequence at 'at', or 0 where it is not valid. */
static size_t utf8_sequence(const unsigned char *at, size_t len)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;

    if (size <= 1 || size > len || at[0] > 0xF4)
        return size == 1 ? 1 : 0;
    uint32_t code = at[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (at[i] & 0x3Fu);
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least[size] || code > 0x10FFFF || surrogate ? 0 : size;
}

size_t utf8_valid_len(const char *at, size_t len)
{
    size_t i = 0;

    while (i < len) {
        size_t size = utf8_sequence((const unsigned char *)at + i, len - i);
        if (size == 0)
            return i;
        i += size;
    }
    return len;
}

size_t text_columns(struct text text)
{
    size_t columns = 0;

    for (size_t i = 0; i < text.len; i++)
        columns += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return columns;
}

size_t utf8_columns(const char *string)
{
    return text_columns(text_of(string));
}

bool is_control(const char *at, size_t len)
{
    unsigned char c = (unsigned char)at[0];
    unsigned char second = len > 1 ? (unsigned char)at[1] : 0;
    unsigned char third = len > 2 ? (unsigned char)at[2] : 0;
    bool c0 = (c < 0x20 && c != '\t') || c == 0x7F;
    bool c1 = c == 0xC2 && second >= 0x80 && second < 0xA0;
    /* U+2028 to U+202E and U+2066 to U+2069 */
    bool reverses = c == 0xE2 && ((second == 0x80 && third >= 0xA8 && third <= 0xAE) ||
                                  (second == 0x81 && third >= 0xA6 && third <= 0xA9));

    return c0 || c1 || reverses;
}

void text_make_printable(char *string)
{
    size_t len = strlen(string), i = 0;

    while (i < len) {
        size_t size = utf8_sequence((const unsigned char *)string + i, len - i);
        if (size == 0 || is_control(string + i, len - i))
            memset(string + i, '?', size ? size : 1);
        i += size ? size : 1;
    }
}
