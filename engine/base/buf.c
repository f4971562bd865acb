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

static size_t digits_of(uint64_t value)
{
    size_t digits = 1;

    for (; value >= 10000; value /= 10000)
        digits += 4;
    return digits + (value >= 10) + (value >= 100) + (value >= 1000);
}

char *long_whole_at(char *to, int64_t value)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    if (value < 0)
        *to++ = '-';
    char *end = to + digits_of(magnitude), *at = end;
    for (; magnitude >= 100; magnitude /= 100)
        memcpy(at -= 2, pairs + 2 * (magnitude % 100), 2);
    if (magnitude >= 10)
        memcpy(at - 2, pairs + 2 * magnitude, 2);
    else
        at[-1] = (char)('0' + magnitude);
    return end;
}

void buf_put_whole(struct buf *buf, int64_t value)
{
    char digits[WHOLE_MAX_BYTES];

    buf_put(buf, digits, (size_t)(whole_at(digits, value) - digits));
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
