/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/input/content.h"

enum content content_of_name(const char *name)
{
    static const struct {
        const char *ending;
        enum content content;
    } endings[] = {
        {".ini", CONTENT_PROFILE},    {".csv", CONTENT_TABLE},    {".jsonl", CONTENT_OBJECTS},
        {".ndjson", CONTENT_OBJECTS}, {".tar", CONTENT_ARCHIVE},  {".zip", CONTENT_ARCHIVE},
        {".7z", CONTENT_ARCHIVE},     {".cpio", CONTENT_ARCHIVE}, {".gz", CONTENT_PACKED},
        {".bz2", CONTENT_PACKED},     {".xz", CONTENT_PACKED},    {".zst", CONTENT_PACKED},
        {".lz4", CONTENT_PACKED},     {".lz", CONTENT_PACKED},    {".lzma", CONTENT_PACKED},
        {".Z", CONTENT_PACKED},       {".tgz", CONTENT_ARCHIVE},  {".tbz", CONTENT_ARCHIVE},
        {".tbz2", CONTENT_ARCHIVE},   {".txz", CONTENT_ARCHIVE},  {".tzst", CONTENT_ARCHIVE},
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

bool content_is_packed(enum content content)
{
    return content == CONTENT_ARCHIVE || content == CONTENT_PACKED;
}

bool content_is_header(struct text line)
{
    return line.len >= 3 && memcmp(line.at, "===", 3) == 0 &&
           (line.len == 3 || is_blank(line.at[3]));
}

static bool is_packed(struct text front)
{
    static const struct {
        size_t at, len;
        const char *bytes;
    } marks[] = {
        {0, 4, "PK\3\4"},
        {0, 4, "PK\5\6"},
        {0, 6, "7z\xBC\xAF\x27\x1C"},
        {0, 2, "\x1F\x8B"},
        {0, 2, "\x1F\x9D"},
        {0, 4, "\x28\xB5\x2F\xFD"},
        {0, 6,
         "\xFD"
         "7zXZ\0"},
        {0, 3, "BZh"},
        {0, 4, "\x04\x22\x4D\x18"},
        {0, 3, "\x5D\0\0"},
        {0, 4, "LZIP"},
        {0, 6, "070701"},
        {0, 6, "070707"},
        {257, 5, "ustar"},
    };

    for (size_t i = 0; i < COUNT(marks); i++)
        if (front.len >= marks[i].at + marks[i].len &&
            memcmp(front.at + marks[i].at, marks[i].bytes, marks[i].len) == 0)
            return true;
    return false;
}

/* Whether the line can be the header of a table, and nothing in a profile: all its names have
 * a dot. */
static bool is_table_header(struct text line)
{
    struct text name;

    if (line.len == 0 || line.at[0] == '[' || memchr(line.at, '=', line.len))
        return false;
    while (text_next_part(&line, ',', &name))
        if (name.len == 0 || !memchr(name.at, '.', name.len))
            return false;
    return true;
}

enum content content_of_bytes(struct text front)
{
    struct text line = first_line(front);

    if (is_packed(front))
        return CONTENT_PACKED;
    if (content_is_header(line))
        return CONTENT_STREAM;
    if (line.len > 0 && line.at[0] == '{')
        return CONTENT_OBJECTS;
    return is_table_header(line) ? CONTENT_TABLE : CONTENT_PROFILE;
}
