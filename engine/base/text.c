/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

enum { DISTANCE_MAX_NAME = 64 };

bool text_equal(struct text a, struct text b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool text_same_letters(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (to_lower(a[i]) != to_lower(b[i]))
            return false;
    return true;
}

/* Where the first comment of this mark starts; 'len' where there is none. */
static size_t comment_at(struct text text, char mark)
{
    for (size_t i = 0; i < text.len; i++) {
        const char *at = memchr(text.at + i, mark, text.len - i);
        if (!at)
            break;
        i = (size_t)(at - text.at);
        if (i == 0 || is_blank(at[-1]))
            return i;
    }
    return text.len;
}

struct text text_without_comment(struct text text)
{
    text.len = comment_at(text, ';');
    text.len = comment_at(text, '#');
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

/* How many letters both begin with: of two names as near, people mean the one that starts so.
 */
static size_t alike_len(struct text wanted, const char *name)
{
    size_t len = 0;

    while (len < wanted.len && name[len] && to_lower(name[len]) == to_lower(wanted.at[len]))
        len++;
    return len;
}

const char *text_nearest(struct text wanted, const char *const *names, size_t count)
{
    int best = wanted.len < 4 ? 1 : (int)wanted.len / 3;
    const char *nearest = NULL;
    size_t most_alike = 0;

    for (size_t i = 0; i < count; i++) {
        int distance = text_distance(wanted, text_of(names[i]), best);
        size_t alike = alike_len(wanted, names[i]);
        if (distance > best || (nearest && distance == best && alike <= most_alike))
            continue;
        best = distance;
        most_alike = alike;
        nearest = names[i];
    }
    return nearest;
}

const char *text_meant(const char *nearest, const char *otherwise, char out[TEXT_MEANT_MAX])
{
    if (nearest)
        snprintf(out, TEXT_MEANT_MAX, ": did you mean '%s'?", nearest);
    else
        snprintf(out, TEXT_MEANT_MAX, "%s", otherwise);
    return out;
}

/* Whether eight bytes are all from 0x20 to 0x7E: see "Determine if a word has a byte less than
 * n", S. E. Anderson, "Bit Twiddling Hacks". */
static bool eight_are_plain(const char *at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t word, deletes;

    memcpy(&word, at, sizeof word);
    deletes = word ^ (ones * 0x7F);
    return ((word | ((word - ones * 0x20) & ~word) | ((deletes - ones) & ~deletes)) & high) ==
           0;
}

size_t text_plain_len(const char *at, size_t len)
{
    size_t i = 0;

    while (i < len) {
        if (i + 8 <= len && eight_are_plain(at + i)) {
            i += 8;
            continue;
        }
        for (size_t end = i + 8 < len ? i + 8 : len; i < end; i++) {
            unsigned char c = (unsigned char)at[i];
            if ((c < 0x20 && c != '\t') || c >= 0x7F)
                return i;
        }
    }
    return len;
}

/* Looks at every byte, which takes a machine less than to stop at the first that is none. */
bool text_lines_are_plain(struct text text)
{
    unsigned char odd = 0;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        odd |= (unsigned char)((c < 0x20) & (c != '\t') & (c != '\n')) | (c > 0x7E);
    }
    return odd == 0;
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
    size_t i = text_plain_len(at, len);

    while (i < len) {
        size_t size = utf8_sequence((const unsigned char *)at + i, len - i);
        if (size == 0)
            return i;
        i += size;
    }
    return len;
}

/* A tab or a byte that is no UTF-8 takes one column. */
static size_t next_columns(struct text text, size_t *bytes)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.len, &point);

    *bytes = size > 0 ? (size_t)size : 1;
    return size > 0 && point != '\t' ? (size_t)utf8proc_charwidth(point) : 1;
}

size_t text_cut(struct text text, size_t columns, size_t *used)
{
    size_t at = 0, bytes;

    *used = 0;
    while (at < text.len) {
        size_t next = next_columns((struct text){text.at + at, text.len - at}, &bytes);
        if (*used + next > columns)
            break;
        *used += next;
        at += bytes;
    }
    return at;
}

size_t text_columns(struct text text)
{
    size_t columns;

    text_cut(text, SIZE_MAX, &columns);
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
    size_t len = strlen(string), i = text_plain_len(string, len);

    while (i < len) {
        size_t size = utf8_sequence((const unsigned char *)string + i, len - i);
        if (size == 0 || is_control(string + i, len - i))
            memset(string + i, '?', size ? size : 1);
        i += size ? size : 1;
    }
}
