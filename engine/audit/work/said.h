/* SPDX-License-Identifier: MIT
 *
 * Lines for people about what stands in a file that may hold anything: whatever it is, it stays
 * one line, and printable.
 */
#ifndef AUDIT_SAID_H
#define AUDIT_SAID_H

#include <stdarg.h>

#include "base/buf.h"

enum { SAID_MAX = 2048 }; /* bytes of a line; what is beyond is cut off */

void said_line(struct buf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void said_line_v(struct buf *out, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

#endif
