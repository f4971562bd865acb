/* SPDX-License-Identifier: MIT
 *
 * A growing run of bytes, always NUL-terminated, that may never pass the size it was made with.
 * Reports are drawn into one; nothing below engine/cli/ prints.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

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

void buf_put(struct buf *buf, const char *at, size_t len);
void buf_puts(struct buf *buf, const char *string);
void buf_putc(struct buf *buf, char c);
void buf_fill(struct buf *buf, char c, size_t count); /* 'count' times */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text so far; never NULL. Borrowed until the next call on the buf. */
const char *buf_text(const struct buf *buf);

void buf_reset(struct buf *buf); /* empties, keeps the room */
void buf_release(struct buf *buf);

#endif
