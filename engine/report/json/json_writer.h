/* SPDX-License-Identifier: MIT
 *
 * Writes JSON (RFC 8259) into a buf: commas and escapes, keys in the order given, numbers
 * without exponent; two blanks a level, or all in one line. The same calls give the same bytes.
 */
#ifndef REPORT_JSON_WRITER_H
#define REPORT_JSON_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/decimal.h"

struct json {
    struct buf *out; /* borrowed */
    int depth;
    bool first;    /* nothing stands yet in the innermost object or array */
    bool one_line; /* no blanks and no line ends, as JSON Lines want it */
};

/* 'key' is NULL inside arrays and at the top. */
void json_open(struct json *json, const char *key, char bracket);      /* '{' or '[' */
void json_close(struct json *json, char bracket);                      /* '}' or ']' */
void json_text(struct json *json, const char *key, const char *value); /* NULL gives null */
void json_whole(struct json *json, const char *key, int64_t value);
void json_bool(struct json *json, const char *key, bool value);
void json_none(struct json *json, const char *key);

/* A number with three decimals from its thousandths: 41250 is 41.250. */
void json_thousandths(struct json *json, const char *key, int64_t value);

/* A decimal the shortest exact way: 33.33. */
void json_decimal(struct json *json, const char *key, decimal value);

/* The value again, at another key of the same object, that begins at this place of the buffer
 * and goes to its end: what both ends of a finding mostly are. */
void json_again(struct json *json, const char *key, size_t at);

/* Members that were drawn before, in one line and with commas between them. */
void json_members(struct json *json, struct text members);

enum { ESCAPE_BYTES = 6 }; /* "\u0007": the most that a byte becomes */

/* Puts a text in quotes, escaped, where there is room: for each byte ESCAPE_BYTES, and two for
 * the quotes. Gives the place behind it. */
char *json_quote_at(char *to, const char *text, size_t len);

#endif
