/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

/* Makes room for 'more' bytes and a NUL; false where the maximum forbids it. */
static bool make_room(struct buf *buf, size_t more)
{
    if (more > buf->max - buf->len) {
        buf->truncated = true;
        return false;
    }
    if (buf->len + more < buf->room)
        return true;
    size_t room = buf->room ? buf->room : 256;
    while (room <= buf->len + more)
        room *= 2;
    char *at = realloc(buf->at, room);
    if (!at)
        out_of_memory();
    buf->at = at;
    buf->room = room;
    return true;
}

void buf_put(struct buf *buf, const char *at, size_t len)
{
    if (!make_room(buf, len))
        return;
    if (len > 0)
        memcpy(buf->at + buf->len, at, len);
    buf->len += len;
    buf->at[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *string)
{
    buf_put(buf, string, strlen(string));
}

void buf_putc(struct buf *buf, char c)
{
    buf_put(buf, &c, 1);
}

void buf_fill(struct buf *buf, char c, size_t count)
{
    while (count-- > 0)
        buf_putc(buf, c);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0 && make_room(buf, (size_t)len)) {
        vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

const char *buf_text(const struct buf *buf)
{
    return buf->at ? buf->at : "";
}

void buf_reset(struct buf *buf)
{
    buf->len = 0;
    buf->truncated = false;
    if (buf->at)
        buf->at[0] = '\0';
}

void buf_release(struct buf *buf)
{
    free(buf->at);
    *buf = (struct buf){.max = buf->max};
}
