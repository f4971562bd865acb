/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/history/uri.h"
#include "base/buf.h"
#include "base/text.h"

const char *uri_of_file(struct arena *arena, const char *path, const char *query)
{
    struct buf uri = BUF_INIT;

    buf_puts(&uri, *path == '/' ? "file:" : "file:./");
    for (const char *at = path; *at; at++) {
        if (is_letter(*at) || is_digit(*at) || strchr("/._-", *at))
            buf_putc(&uri, *at);
        else
            buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*at);
    }
    buf_puts(&uri, query);
    const char *copy = arena_copy(arena, buf_text(&uri), uri.len);
    buf_release(&uri);
    return copy;
}
