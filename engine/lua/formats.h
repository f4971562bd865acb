/* SPDX-License-Identifier: MIT
 *
 * The formats of messages that rules gave before. A format is nearly always a constant of its
 * rule, so what was found out about it once holds for every company: it is printable, and these
 * are the values it wants.
 */
#ifndef LUA_FORMATS_H
#define LUA_FORMATS_H

#include "base/arena.h"
#include "score/finding.h"

enum { FORMATS_SLOTS = 512 };

struct known_format {
    const char *from; /* where Lua keeps it: another text may come to stand there */
    const char *text; /* a copy; NULL: the slot is free */
    size_t len;
    char kinds[MESSAGE_MAX_VALUES + 1]; /* see message_kinds */
};

struct formats {
    struct arena *arena; /* borrowed; gets the copies, a bounded number of them */
    size_t count;
    struct known_format slots[FORMATS_SLOTS];
};

/* The format, kept now if it was not before; NULL where it is none that can stand in a message
 * as it is, or no more are kept. Lives as long as the arena. */
const struct known_format *formats_find(struct formats *formats, const char *at, size_t len);

#endif
