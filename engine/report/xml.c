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
    return strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0;
}

void xml_put(struct buf *out, const char *text)
{
    for (; *text; text++) {
        const char *escape = escape_of(*text);
        bool control = ((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t') ||
                       (unsigned char)*text == 0x7F;
        if (escape) {
            buf_puts(out, escape);
        } else if (is_no_character(text)) {
            buf_putc(out, '?');
            text += 2;
        } else {
            buf_putc(out, control ? '?' : *text);
        }
    }
}

void xml_attribute(struct buf *out, const char *name, const char *value)
{
    buf_printf(out, " %s=\"", name);
    xml_put(out, value);
    buf_putc(out, '"');
}
