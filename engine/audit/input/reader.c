/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "audit/input/reader.h"

static bool starts_with(struct text text, const char *mark)
{
    return text.len >= strlen(mark) && memcmp(text.at, mark, strlen(mark)) == 0;
}

void reader_start(struct reader *reader, const struct input_options *options, struct feed *feed,
                  enum content content, const char *place)
{
    table_close(reader->table);
    buf_reset(&reader->columns);
    buf_reset(&reader->name);
    *reader = (struct reader){.options = options,
                              .feed = feed,
                              .content = content,
                              .place = place,
                              .line = 1,
                              .columns = reader->columns,
                              .name = reader->name,
                              .message = reader->message};
    if (content == CONTENT_TABLE)
        reader->table = table_open();
    if (content != CONTENT_PROFILE && starts_with(feed_window(feed), "\xEF\xBB\xBF"))
        feed_drop(feed, 3);
}

void reader_release(struct reader *reader)
{
    table_close(reader->table);
    buf_release(&reader->columns);
    buf_release(&reader->name);
    buf_release(&reader->message);
}

/* The place as people read it. */
static const char *place_of(const struct reader *reader)
{
    return reader->place ? reader->place : "standard input";
}

void reader_name_line(struct reader *reader, int line)
{
    buf_reset(&reader->name);
    buf_printf(&reader->name, "%s:%d", place_of(reader), line);
}

bool reader_fault(struct reader *reader, int line, struct company *out, const char *format, ...)
{
    char sentence[ERROR_MESSAGE_MAX];
    va_list args;

    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    text_make_printable(sentence);
    buf_reset(&reader->message);
    buf_puts(&reader->message, sentence);
    *out = (struct company){.name = reader->name.len > 0 ? buf_text(&reader->name)
                                                         : place_of(reader),
                            .form = COMPANY_FAULT,
                            .text = {buf_text(&reader->message), reader->message.len},
                            .line = line};
    return true;
}

bool reader_end(struct reader *reader, struct company *out)
{
    reader->ended = true;
    if (!reader->feed->failed)
        return false;
    buf_reset(&reader->name);
    return reader_fault(reader, 0, out, "%s", reader->feed->err.message);
}

/* Lets go of what the last company stood on. */
static void move_on(struct reader *reader)
{
    feed_drop(reader->feed, reader->taken);
    reader->line += reader->taken_lines;
    reader->taken = 0;
    reader->taken_lines = 0;
}

/* --- one profile --- */

static bool next_whole(struct reader *reader, struct company *out)
{
    while (feed_window(reader->feed).len <= PROFILE_MAX_BYTES && feed_more(reader->feed))
        ;
    struct text text = feed_window(reader->feed);
    if (reader->feed->failed)
        return reader_end(reader, out);
    reader->ended = true;
    if (text.len > PROFILE_MAX_BYTES)
        return reader_fault(reader, 0, out, READER_TOO_LARGE);
    *out = (struct company){
        .name = place_of(reader), .form = COMPANY_TEXT, .text = text, .line = 1};
    return true;
}

/* --- many profiles, '=== NAME' before each --- */

/* Drops what stands before the next header: comments before the first, and what is left of a
 * profile that is too large. */
static bool find_header(struct reader *reader, struct text *line, size_t *whole)
{
    for (;;) {
        if (!feed_line(reader->feed, 0, line, whole)) {
            if (reader->feed->ended || !feed_skip_line(reader->feed))
                return false;
            reader->line++;
        } else if (content_is_header(*line)) {
            return true;
        } else {
            feed_drop(reader->feed, *whole);
            reader->line++;
        }
    }
}

enum lines {
    LINES_WHOLE,
    LINES_LARGE, /* they do not fit */
    LINES_CUT    /* reading failed before the next header */
};

/* Takes the lines up to the next header or the end. */
static enum lines take_lines(struct reader *reader)
{
    struct text line;
    size_t whole;

    while (feed_line(reader->feed, reader->taken, &line, &whole)) {
        if (content_is_header(line))
            return LINES_WHOLE;
        reader->taken += whole;
        reader->taken_lines++;
    }
    if (reader->feed->failed)
        return LINES_CUT;
    return reader->feed->ended ? LINES_WHOLE : LINES_LARGE;
}

static void set_name(struct reader *reader, struct text header)
{
    struct text name = text_trim((struct text){header.at + 3, header.len - 3});

    buf_reset(&reader->name);
    if (name.len == 0)
        reader_name_line(reader, reader->line);
    else if (reader->place)
        buf_printf(&reader->name, "%s/", reader->place);
    buf_put(&reader->name, name.at, name.len);
    text_make_printable(reader->name.at);
}

static bool next_of_stream(struct reader *reader, struct company *out)
{
    struct text header;
    size_t whole;

    if (!find_header(reader, &header, &whole))
        return reader_end(reader, out);
    int first = reader->line;
    bool named = text_trim(header).len > 3;
    set_name(reader, header);
    reader->taken = whole;
    reader->taken_lines = 1;
    enum lines lines = take_lines(reader);
    if (lines == LINES_CUT)
        return reader_end(reader, out);
    struct text all = feed_window(reader->feed);
    struct text text = {all.at + whole, reader->taken - whole};
    if (lines == LINES_LARGE || text.len > PROFILE_MAX_BYTES)
        return reader_fault(reader, first, out, READER_TOO_LARGE);
    if (!named)
        return reader_fault(
            reader, first, out,
            "'===' lacks the name of the profile below it: write '=== acme.ini'");
    *out = (struct company){
        .name = buf_text(&reader->name), .form = COMPANY_TEXT, .text = text, .line = first + 1};
    return true;
}

/* Text in two bytes a character is no fault of each of its lines. */
static bool is_utf16(const struct reader *reader)
{
    struct text window = feed_window(reader->feed);

    return reader->line == 1 && reader->content != CONTENT_PROFILE &&
           (starts_with(window, "\xFF\xFE") || starts_with(window, "\xFE\xFF"));
}

static bool next(struct reader *reader, struct company *out)
{
    if (is_utf16(reader)) {
        reader->ended = true;
        return reader_fault(reader, 1, out, "the file is UTF-16: save it as UTF-8");
    }
    switch (reader->content) {
    case CONTENT_STREAM:
        return next_of_stream(reader, out);
    case CONTENT_TABLE:
        return reader_next_row(reader, out);
    case CONTENT_OBJECTS:
        return reader_next_object(reader, out);
    default:
        return next_whole(reader, out);
    }
}

/* That no company was found must not pass unsaid. */
static bool give_nothing(struct reader *reader, struct company *out)
{
    reader->ended = true;
    buf_reset(&reader->name);
    return reader_fault(reader, 0, out, "%s",
                        reader->content == CONTENT_TABLE
                            ? "the table has no row under its header: it holds no company"
                            : "holds no company: each is a JSON object on a line");
}

bool reader_next(struct reader *reader, struct company *out)
{
    if (reader->ended)
        return false;
    move_on(reader);
    bool there = next(reader, out) || (!reader->given && give_nothing(reader, out));
    reader->given = true;
    return there;
}
