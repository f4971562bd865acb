/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <string.h>

#include "report/json_writer.h"

static void put_escaped(struct buf *out, const char *text)
{
    buf_putc(out, '"');
    while (*text) {
        size_t plain = 0;
        while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' &&
               text[plain] != '\\' && text[plain] != 0x7F)
            plain++;
        buf_put(out, text, plain);
        text += plain;
        if (!*text)
            break;
        if (*text == '"' || *text == '\\')
            buf_printf(out, "\\%c", *text);
        else
            buf_printf(out, "\\u%04x", (unsigned)(unsigned char)*text);
        text++;
    }
    buf_putc(out, '"');
}

static void new_line(struct json *json)
{
    if (json->one_line)
        return;
    buf_putc(json->out, '\n');
    buf_fill(json->out, ' ', 2 * (size_t)json->depth);
}

/* What stands before every value. */
static void start(struct json *json, const char *key)
{
    if (!json->first)
        buf_putc(json->out, ',');
    if (json->depth > 0)
        new_line(json);
    json->first = false;
    if (!key)
        return;
    put_escaped(json->out, key);
    buf_puts(json->out, json->one_line ? ":" : ": ");
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
    if (!empty)
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
    put_escaped(json->out, value);
}

void json_whole(struct json *json, const char *key, int64_t value)
{
    start(json, key);
    buf_printf(json->out, "%" PRId64, value);
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
    int64_t magnitude = value < 0 ? -value : value;

    start(json, key);
    buf_printf(json->out, "%s%" PRId64 ".%03" PRId64, value < 0 ? "-" : "", magnitude / 1000,
               magnitude % 1000);
}

void json_decimal(struct json *json, const char *key, decimal value)
{
    start(json, key);
    decimal_put(json->out, value, false);
}
