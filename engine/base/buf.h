/* SPDX-License-Identifier: MIT
 *
 * A growing run of bytes, always NUL-terminated, that may never pass the size it was made with.
 * Reports are drawn into one; nothing below engine/cli/ prints.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buf {
    char *at;   /* owned; NULL until something is put */
    size_t len; /* bytes before the NUL */
    size_t room;
    size_t max;     /* BUF_INIT: most bytes it may hold */
    bool truncated; /* something did not fit and was left out whole */
};

enum { BUF_DEFAULT_MAX = 256 * 1024 * 1024 };

#define BUF_INIT                                                                               \
    {                                                                                          \
        .max = BUF_DEFAULT_MAX                                                                 \
    }

/* Makes room for 'more' bytes and a NUL behind what is there and gives the place, which the
 * caller fills and then adds to 'len'; NULL, and 'truncated' set, where the maximum forbids it.
 */
char *buf_reserve(struct buf *buf, size_t more);

/* The same where there mostly is room. 'buf_end' says where the caller came to. */
static inline char *buf_room(struct buf *buf, size_t more)
{
    bool fits = buf->room - buf->len > more && buf->max - buf->len >= more;

    return fits ? buf->at + buf->len : buf_reserve(buf, more);
}

static inline void buf_end(struct buf *buf, char *to)
{
    *to = '\0';
    buf->len = (size_t)(to - buf->at);
}

/* Inline: most of what is drawn are a few bytes, and the length of a literal is known. */
static inline void buf_put(struct buf *buf, const char *at, size_t len)
{
    char *to = buf_room(buf, len);

    if (!to)
        return;
    if (len > 0)
        memcpy(to, at, len);
    buf_end(buf, to + len);
}

static inline void buf_puts(struct buf *buf, const char *string)
{
    buf_put(buf, string, strlen(string));
}

static inline void buf_putc(struct buf *buf, char c)
{
    buf_put(buf, &c, 1);
}

void buf_fill(struct buf *buf, char c, size_t count); /* 'count' times */

enum { WHOLE_MAX_BYTES = 20 }; /* of a whole number, its sign with it */

/* Writes it at 'to' and gives the place behind it; no NUL. Inline, for most have one digit. */
char *long_whole_at(char *to, int64_t value);

static inline char *whole_at(char *to, int64_t value)
{
    if (value < 0 || value > 9)
        return long_whole_at(to, value);
    *to = (char)('0' + value);
    return to + 1;
}

void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text so far; never NULL. Borrowed until the next call on the buf. */
const char *buf_text(const struct buf *buf);

void buf_reset(struct buf *buf); /* empties, keeps the room */
void buf_release(struct buf *buf);

#endif
