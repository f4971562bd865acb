/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/xml.h"

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

/* U+FFFE or U+FFFF in UTF-8. */
static bool is_no_character(const char *at)
{
    return *at == '\xEF' &&
           (strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0);
}

static bool is_plain(const char *at)
{
    bool control = ((unsigned char)*at < 0x20 && *at != '\n' && *at != '\t') || *at == 0x7F;

    return !control && !escape_of(*at) && !is_no_character(at);
}

void xml_put(struct buf *out, const char *text)
{
    for (; *text; text++) {
        size_t plain = 0;
        while (text[plain] && is_plain(text + plain))
            plain++;
        buf_put(out, text, plain);
        text += plain;
        if (!*text)
            return;
        const char *escape = escape_of(*text);
        buf_puts(out, escape ? escape : "?");
        text += is_no_character(text) ? 2 : 0;
    }
}

void xml_attribute(struct buf *out, const char *name, const char *value)
{
    buf_printf(out, " %s=\"", name);
    xml_put(out, value);
    buf_putc(out, '"');
}
