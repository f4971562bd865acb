/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "audit/work/said.h"
#include "base/text.h"

void said_line_v(struct buf *out, const char *format, va_list args)
{
    char line[SAID_MAX];

    vsnprintf(line, sizeof line, format, args);
    text_make_printable(line);
    buf_puts(out, line);
    buf_putc(out, '\n');
}

void said_line(struct buf *out, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    said_line_v(out, format, args);
    va_end(args);
}
