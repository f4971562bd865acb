/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/content.h"

enum content content_of_name(const char *name)
{
    static const struct {
        const char *ending;
        enum content content;
    } endings[] = {
        {".ini", CONTENT_PROFILE},
    };
    struct text all = text_of(name);

    for (size_t i = 0; i < COUNT(endings); i++) {
        size_t len = strlen(endings[i].ending);
        if (all.len > len &&
            text_same((struct text){all.at + all.len - len, len}, text_of(endings[i].ending)))
            return endings[i].content;
    }
    return CONTENT_UNTOLD;
}

/* The first line that is neither blank nor a comment. */
static struct text first_line(struct text front)
{
    struct text line;

    if (front.len >= 3 && memcmp(front.at, "\xEF\xBB\xBF", 3) == 0)
        front = (struct text){front.at + 3, front.len - 3};
    while (text_next_part(&front, '\n', &line)) {
        while (line.len > 0 && line.at[line.len - 1] == '\r')
            line.len--;
        line = text_trim(line);
        if (line.len > 0 && line.at[0] != ';' && line.at[0] != '#')
            return line;
    }
    return (struct text){"", 0};
}

bool content_is_header(struct text line)
{
    return line.len >= 3 && memcmp(line.at, "===", 3) == 0 &&
           (line.len == 3 || is_blank(line.at[3]));
}

enum content content_of_bytes(struct text front)
{
    struct text line = first_line(front);

    if (content_is_header(line))
        return CONTENT_STREAM;
    return CONTENT_PROFILE;
}
