/* SPDX-License-Identifier: MIT */
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

static bool is_plain(char c)
{
    bool control = ((unsigned char)c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;

    return !control && !escape_of(c);
}

void xml_put(struct buf *out, const char *text)
{
    for (; *text; text++) {
        size_t plain = 0;
        while (text[plain] && is_plain(text[plain]))
            plain++;
        buf_put(out, text, plain);
        text += plain;
        if (!*text)
            return;
        const char *escape = escape_of(*text);
        buf_puts(out, escape ? escape : "?");
    }
}

void xml_attribute(struct buf *out, const char *name, const char *value)
{
    buf_printf(out, " %s=\"", name);
    xml_put(out, value);
    buf_putc(out, '"');
}
