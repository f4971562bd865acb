/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "report/html/markup.h"
#include "report/xml.h"

void html_put(struct buf *out, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    while (*format) {
        size_t plain = strcspn(format, "%");
        buf_put(out, format, plain);
        format += plain;
        if (!*format)
            break;
        if (strncmp(format, "%zu", 3) == 0) {
            buf_printf(out, "%zu", va_arg(args, size_t));
            format++;
        } else if (format[1] == 's') {
            xml_put(out, va_arg(args, const char *));
        } else if (format[1] == 'd') {
            buf_printf(out, "%d", va_arg(args, int));
        } else {
            buf_putc(out, '%');
        }
        format += 2;
    }
    va_end(args);
}

void html_put_sentence(struct buf *out, const char *text)
{
    size_t len = strlen(text);
    char first[2] = {*text, '\0'};

    if (len == 0)
        return;
    if (*first >= 'a' && *first <= 'z')
        *first = (char)(*first - 'a' + 'A');
    html_put(out, "%s%s%s", first, text + 1, strchr(".?!:", text[len - 1]) ? "" : ".");
}

void html_put_paragraph(struct buf *out, struct buf *scratch)
{
    if (scratch->len == 0)
        return;
    buf_puts(out, "<p>");
    html_put_sentence(out, buf_text(scratch));
    buf_puts(out, "</p>\n");
    buf_reset(scratch);
}

/* Whether a heading has letters, and none of them is small. */
static bool is_shouted(const char *heading)
{
    bool large = false;

    for (; *heading; heading++) {
        if (*heading >= 'a' && *heading <= 'z')
            return false;
        large |= is_letter(*heading);
    }
    return large;
}

void html_put_heading(struct buf *out, const char *heading)
{
    bool lower = is_shouted(heading);

    for (const char *at = heading; *at; at++) {
        char one[2] = {lower && at > heading ? to_lower(*at) : *at, '\0'};
        html_put(out, "%s", one);
    }
}

void html_put_link(struct buf *out, const char *url, const char *text)
{
    if (url && (strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0))
        html_put(out, "<a href=\"%s\" rel=\"noreferrer\">%s</a>", url, text);
    else
        html_put(out, "%s", text);
}

/* '<' stands in no JSON but in texts, where its escape means the same. */
void html_put_data(struct buf *out, const char *id, const char *json, size_t len)
{
    html_put(out, "<script type=\"application/json\" id=\"%s\">", id);
    for (const char *at = json, *end = json + len; at < end;) {
        const char *stop = memchr(at, '<', (size_t)(end - at));
        buf_put(out, at, (size_t)((stop ? stop : end) - at));
        buf_puts(out, stop ? "\\u003c" : "");
        at = stop ? stop + 1 : end;
    }
    buf_puts(out, "</script>\n");
}
