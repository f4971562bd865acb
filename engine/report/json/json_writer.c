/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "report/json/json_writer.h"

/* Bytes that do not stand for themselves within quotes. */
static const bool is_special[256] = {
    [0] = true,  [1] = true,  [2] = true,   [3] = true,    [4] = true,    [5] = true,
    [6] = true,  [7] = true,  [8] = true,   [9] = true,    [10] = true,   [11] = true,
    [12] = true, [13] = true, [14] = true,  [15] = true,   [16] = true,   [17] = true,
    [18] = true, [19] = true, [20] = true,  [21] = true,   [22] = true,   [23] = true,
    [24] = true, [25] = true, [26] = true,  [27] = true,   [28] = true,   [29] = true,
    [30] = true, [31] = true, ['"'] = true, ['\\'] = true, [0x7F] = true,
};

/* Whether eight bytes are ASCII and all stand for themselves: see eight_are_plain() in
 * base/text.c. */
static bool eight_are_themselves(const char *at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t word, quotes, slashes, deletes;

    memcpy(&word, at, sizeof word);
    quotes = word ^ (ones * '"');
    slashes = word ^ (ones * '\\');
    deletes = word ^ (ones * 0x7F);
    return ((word | (word - ones * 0x20) | ((quotes - ones) & ~quotes) |
             ((slashes - ones) & ~slashes) | ((deletes - ones) & ~deletes)) &
            high) == 0;
}

static char *escape(char *to, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";

    *to++ = '\\';
    if (c == '"' || c == '\\') {
        *to++ = (char)c;
        return to;
    }
    to = stpcpy(to, "u00");
    *to++ = digits[c >> 4];
    *to++ = digits[c & 15];
    return to;
}

char *json_quote_at(char *to, const char *text, size_t len)
{
    size_t i = 0;

    *to++ = '"';
    while (i < len) {
        if (i + 8 <= len && eight_are_themselves(text + i)) {
            memcpy(to, text + i, 8);
            to += 8;
            i += 8;
            continue;
        }
        for (size_t end = i + 8 < len ? i + 8 : len; i < end; i++) {
            unsigned char c = (unsigned char)text[i];
            if (is_special[c])
                to = escape(to, c);
            else
                *to++ = (char)c;
        }
    }
    *to++ = '"';
    return to;
}

void json_put_quoted(struct buf *out, const char *text)
{
    size_t len = strlen(text);
    char *to = buf_room(out, ESCAPE_BYTES * len + 2);

    if (to)
        buf_end(out, json_quote_at(to, text, len));
}

static void new_line(struct json *json)
{
    buf_putc(json->out, '\n');
    buf_fill(json->out, ' ', 2 * (size_t)json->depth);
}

/* What stands before every value. */
static void start(struct json *json, const char *key)
{
    size_t len = key ? strlen(key) : 0;

    if (!json->first)
        buf_putc(json->out, ',');
    if (json->depth > 0 && !json->one_line)
        new_line(json);
    json->first = false;
    char *to = key ? buf_room(json->out, ESCAPE_BYTES * len + 4) : NULL;
    if (!to)
        return;
    to = json_quote_at(to, key, len);
    *to++ = ':';
    if (!json->one_line)
        *to++ = ' ';
    buf_end(json->out, to);
}

void json_open(struct json *json, const char *key, char bracket)
{
    if (json->depth == 0)
        json->first = true;
    start(json, key);
    buf_putc(json->out, bracket);
    json->depth++;
    json->first = true;
}

void json_close(struct json *json, char bracket)
{
    bool empty = json->first;

    json->depth--;
    if (!empty && !json->one_line)
        new_line(json);
    buf_putc(json->out, bracket);
    json->first = false;
}

void json_text(struct json *json, const char *key, const char *value)
{
    if (!value) {
        json_none(json, key);
        return;
    }
    start(json, key);
    json_put_quoted(json->out, value);
}

void json_whole(struct json *json, const char *key, int64_t value)
{
    start(json, key);
    buf_put_whole(json->out, value);
}

void json_bool(struct json *json, const char *key, bool value)
{
    start(json, key);
    buf_puts(json->out, value ? "true" : "false");
}

void json_none(struct json *json, const char *key)
{
    start(json, key);
    buf_puts(json->out, "null");
}

void json_thousandths(struct json *json, const char *key, int64_t value)
{
    int64_t magnitude = value < 0 ? -value : value, part = magnitude % 1000;
    char number[WHOLE_MAX_BYTES + 5], *to = number;

    start(json, key);
    if (value < 0)
        *to++ = '-';
    to = whole_at(to, magnitude / 1000);
    *to++ = '.';
    *to++ = (char)('0' + part / 100);
    *to++ = (char)('0' + part / 10 % 10);
    *to++ = (char)('0' + part % 10);
    buf_put(json->out, number, (size_t)(to - number));
}

void json_decimal(struct json *json, const char *key, decimal value)
{
    start(json, key);
    decimal_put(json->out, value, false);
}
