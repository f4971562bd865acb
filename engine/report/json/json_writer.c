/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "report/json/json_writer.h"

/* Whether a byte does not stand for itself within quotes. */
static bool is_special(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

/* Whether eight bytes are ASCII and all stand for themselves: see eight_are_plain() in
 * base/text.c. With the bit of 2 turned over, the quote is below 0x21 as all controls are. */
static bool eight_are_themselves(uint64_t word)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones * 0x80;
    uint64_t controls = (word ^ (ones * 2)) - ones * 0x21;
    uint64_t slashes = (word ^ (ones * '\\')) - ones, deletes = word + ones;

    return ((word | controls | slashes | deletes) & high) == 0;
}

static char *escape(char *to, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";

    *to++ = '\\';
    if (c == '"' || c == '\\') {
        *to++ = (char)c;
        return to;
    }
    *to++ = 'u';
    *to++ = '0';
    *to++ = '0';
    *to++ = digits[c >> 4];
    *to++ = digits[c & 15];
    return to;
}

/* What is left of a text in which something does not stand for itself; and the quote. */
static char *escape_rest(char *to, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (is_special(c))
            to = escape(to, c);
        else
            *to++ = (char)c;
    }
    *to++ = '"';
    return to;
}

/* Fewer than eight bytes. */
static char *quote_few(char *to, const char *text, size_t len)
{
    uint32_t front, back;

    if (len < 4)
        return escape_rest(to, text, len);
    memcpy(&front, text, sizeof front);
    memcpy(&back, text + len - 4, sizeof back);
    if (!eight_are_themselves((uint64_t)front << 32 | back))
        return escape_rest(to, text, len);
    memcpy(to, &front, sizeof front);
    memcpy(to + len - 4, &back, sizeof back);
    to[len] = '"';
    return to + len + 1;
}

/* Nearly all texts are plain: eight bytes a step, and the last eight over those before. */
char *json_quote_at(char *to, const char *text, size_t len)
{
    uint64_t word;

    *to++ = '"';
    if (len < 8)
        return quote_few(to, text, len);
    for (; len >= 8; text += 8, to += 8, len -= 8) {
        memcpy(&word, text, sizeof word);
        if (!eight_are_themselves(word))
            return escape_rest(to, text, len);
        memcpy(to, &word, sizeof word);
    }
    memcpy(&word, text + len - 8, sizeof word);
    if (!eight_are_themselves(word))
        return escape_rest(to, text, len);
    memcpy(to + len - 8, &word, sizeof word);
    to[len] = '"';
    return to + len + 1;
}

/* --- what stands around values --- */

/* Of the comma, the line end and blanks, the quotes, the colon and a blank. */
static size_t head_bytes(const struct json *json)
{
    return 8 + 2 * (size_t)json->depth;
}

static char *new_line_at(const struct json *json, char *to)
{
    size_t blanks = 2 * (size_t)json->depth;

    *to++ = '\n';
    memset(to, ' ', blanks);
    return to + blanks;
}

/* Puts what stands before every value and gives its place, where there is room for 'more'
 * bytes; NULL where there is none. */
static char *start(struct json *json, const char *key, size_t more)
{
    size_t len = key ? strlen(key) : 0;
    char *to = buf_room(json->out, head_bytes(json) + ESCAPE_BYTES * len + more);
    bool first = json->first;

    json->first = false;
    if (!to)
        return NULL;
    if (!first)
        *to++ = ',';
    if (json->depth > 0 && !json->one_line)
        to = new_line_at(json, to);
    if (!key)
        return to;
    to = json_quote_at(to, key, len);
    *to++ = ':';
    if (!json->one_line)
        *to++ = ' ';
    return to;
}

void json_open(struct json *json, const char *key, char bracket)
{
    if (json->depth == 0)
        json->first = true;
    char *to = start(json, key, 1);
    if (to) {
        *to++ = bracket;
        buf_end(json->out, to);
    }
    json->depth++;
    json->first = true;
}

void json_close(struct json *json, char bracket)
{
    bool empty = json->first;
    char *to = buf_room(json->out, head_bytes(json));

    json->depth--;
    json->first = false;
    if (!to)
        return;
    if (!empty && !json->one_line)
        to = new_line_at(json, to);
    *to++ = bracket;
    buf_end(json->out, to);
}

/* --- values --- */

/* A value that needs no quotes. */
static inline void put_bare(struct json *json, const char *key, const char *at, size_t len)
{
    char *to = start(json, key, len);

    if (!to)
        return;
    memcpy(to, at, len);
    buf_end(json->out, to + len);
}

void json_text(struct json *json, const char *key, const char *value)
{
    if (!value) {
        json_none(json, key);
        return;
    }
    size_t len = strlen(value);
    char *to = start(json, key, ESCAPE_BYTES * len + 2);
    if (to)
        buf_end(json->out, json_quote_at(to, value, len));
}

void json_whole(struct json *json, const char *key, int64_t value)
{
    char *to = start(json, key, WHOLE_MAX_BYTES);

    if (to)
        buf_end(json->out, whole_at(to, value));
}

void json_bool(struct json *json, const char *key, bool value)
{
    if (value)
        put_bare(json, key, "true", 4);
    else
        put_bare(json, key, "false", 5);
}

void json_none(struct json *json, const char *key)
{
    put_bare(json, key, "null", 4);
}

void json_thousandths(struct json *json, const char *key, int64_t value)
{
    int64_t magnitude = value < 0 ? -value : value, part = magnitude % 1000;
    char *to = start(json, key, WHOLE_MAX_BYTES + 5);

    if (!to)
        return;
    if (value < 0)
        *to++ = '-';
    to = whole_at(to, magnitude / 1000);
    *to++ = '.';
    *to++ = (char)('0' + part / 100);
    *to++ = (char)('0' + part / 10 % 10);
    *to++ = (char)('0' + part % 10);
    buf_end(json->out, to);
}

void json_members(struct json *json, struct text members)
{
    put_bare(json, NULL, members.at, members.len);
}

void json_again(struct json *json, const char *key, size_t at)
{
    size_t len = json->out->len - at;
    char *to = start(json, key, len);

    if (!to)
        return;
    memcpy(to, json->out->at + at, len);
    buf_end(json->out, to + len);
}

void json_decimal(struct json *json, const char *key, decimal value)
{
    char *to = start(json, key, 0);

    if (!to)
        return;
    buf_end(json->out, to);
    decimal_put(json->out, value, false);
}
