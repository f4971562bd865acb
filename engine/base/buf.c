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

/* Both digits of a number below 100. */
static char *pair_at(char *to, unsigned value)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";

    memcpy(to, pairs + 2 * (size_t)value, 2);
    return to + 2;
}

/* A number below 100, or below 10,000, without zeros before it. */
static char *short_at(char *to, unsigned value)
{
    if (value >= 10)
        return pair_at(to, value);
    *to = (char)('0' + value);
    return to + 1;
}

static char *middling_at(char *to, unsigned value)
{
    if (value < 100)
        return short_at(to, value);
    return pair_at(short_at(to, value / 100), value % 100);
}

static char *magnitude_at(char *to, uint64_t value)
{
    if (value < 10000)
        return middling_at(to, (unsigned)value);
    unsigned last = (unsigned)(value % 10000);
    value /= 10000;
    to = value < 10000 ? middling_at(to, (unsigned)value) : magnitude_at(to, value);
    return pair_at(pair_at(to, last / 100), last % 100);
}

char *long_whole_at(char *to, int64_t value)
{
    if (value >= 0)
        return magnitude_at(to, (uint64_t)value);
    *to = '-';
    return magnitude_at(to + 1, 0 - (uint64_t)value);
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
