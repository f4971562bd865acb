/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "lua/formats.h"

/* Whether a message can show the bytes as they are: see text_make_printable. */
static bool is_printable(const char *at, size_t len)
{
    size_t plain = text_plain_len(at, len);

    for (size_t i = plain; i < len; i++)
        if (is_control(at + i, len - i))
            return false;
    return plain == len || utf8_valid_len(at, len) == len;
}

static void keep(struct formats *formats, struct known_format *slot, const char *at, size_t len)
{
    struct known_format format = {.from = at, .len = len};

    if (!is_printable(at, len) || !message_kinds(at, format.kinds))
        return;
    format.text = arena_copy(formats->arena, at, len);
    *slot = format;
    formats->count++;
}

const struct known_format *formats_find(struct formats *formats, const char *at, size_t len)
{
    size_t number = ((uintptr_t)at >> 4) * 0x9E3779B1u;
    struct known_format *slot = &formats->slots[number % FORMATS_SLOTS];

    while (slot->text && slot->from != at)
        slot = &formats->slots[++number % FORMATS_SLOTS];
    if (!slot->text && formats->count < FORMATS_SLOTS / 2)
        keep(formats, slot, at, len);
    return slot->text && slot->len == len && memcmp(slot->text, at, len) == 0 ? slot : NULL;
}
