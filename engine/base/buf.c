/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

char *buf_reserve(struct buf *buf, size_t more)
{
    if (more > buf->max - buf->len) {
        buf->truncated = true;
        return NULL;
    }
    size_t room = buf->room ? buf->room : 256;
    while (room <= buf->len + more)
        room *= 2;
    if (room > buf->room) {
        char *at = realloc(buf->at, room);
        if (!at)
            out_of_memory();
        buf->at = at;
        buf->room = room;
    }
    return buf->at + buf->len;
}

void buf_fill(struct buf *buf, char c, size_t count)
{
    while (count-- > 0)
        buf_putc(buf, c);
}

void buf_put_whole(struct buf *buf, int64_t value)
{
    char digits[24], *at = digits + sizeof digits;
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        *--at = (char)('0' + magnitude % 10);
        magnitude /= 10;
    } while (magnitude > 0);
    if (value < 0)
        *--at = '-';
    buf_put(buf, at, (size_t)(digits + sizeof digits - at));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *to = len > 0 ? buf_reserve(buf, (size_t)len) : NULL;
    if (to) {
        vsnprintf(to, (size_t)len + 1, format, again);
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
