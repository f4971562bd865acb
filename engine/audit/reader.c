/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/reader.h"

#define TOO_LARGE "is larger than the limit of 1,048,576 bytes"

void reader_start(struct reader *reader, struct feed *feed, enum content content,
                  const char *place)
{
    struct buf name = reader->name, message = reader->message;

    name.max = message.max = BUF_DEFAULT_MAX;
    buf_reset(&name);
    buf_reset(&message);
    struct text window = feed_window(feed);
    if (content != CONTENT_PROFILE && window.len >= 3 &&
        memcmp(window.at, "\xEF\xBB\xBF", 3) == 0)
        feed_drop(feed, 3);
    *reader = (struct reader){.feed = feed,
                              .content = content,
                              .place = place,
                              .line = 1,
                              .name = name,
                              .message = message};
}

void reader_release(struct reader *reader)
{
    buf_release(&reader->name);
    buf_release(&reader->message);
}

static const char *place_of(const struct reader *reader)
{
    return reader->place ? reader->place : "standard input";
}

/* Gives a fault in place of a company, named as 'reader->name' says or else as the place. */
static bool give_fault(struct reader *reader, int line, const char *sentence,
                       struct company *out)
{
    buf_reset(&reader->message);
    buf_puts(&reader->message, sentence);
    *out = (struct company){.name = reader->name.len > 0 ? buf_text(&reader->name)
                                                         : place_of(reader),
                            .form = COMPANY_FAULT,
                            .text = {buf_text(&reader->message), reader->message.len},
                            .line = line};
    return true;
}

/* At the end of the bytes: false, or once the reason why they end too early. */
static bool end(struct reader *reader, struct company *out)
{
    reader->ended = true;
    if (!reader->feed->failed)
        return false;
    buf_reset(&reader->name);
    return give_fault(reader, 0, reader->feed->err.message, out);
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
        return end(reader, out);
    reader->ended = true;
    if (text.len > PROFILE_MAX_BYTES)
        return give_fault(reader, 0, TOO_LARGE, out);
    *out = (struct company){
        .name = place_of(reader), .form = COMPANY_TEXT, .text = text, .line = 1};
    return true;
}

/* --- many profiles, '=== NAME' before each --- */

/* Drops what stands before the first header; nothing but comments can. */
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

/* Takes the lines up to the next header; false where they do not fit. */
static bool take_lines(struct reader *reader)
{
    struct text line;
    size_t whole;

    while (feed_line(reader->feed, reader->taken, &line, &whole)) {
        if (content_is_header(line))
            return true;
        reader->taken += whole;
        reader->taken_lines++;
    }
    return reader->feed->ended;
}

static void set_name(struct reader *reader, struct text header)
{
    struct text name = text_trim((struct text){header.at + 3, header.len - 3});

    buf_reset(&reader->name);
    if (name.len == 0)
        buf_printf(&reader->name, "%s:%d", place_of(reader), reader->line);
    else if (reader->place)
        buf_printf(&reader->name, "%s/", reader->place);
    buf_put(&reader->name, name.at, name.len);
    text_make_printable(reader->name.at);
}

static bool next_of_stream(struct reader *reader, struct company *out)
{
    struct text header;
    size_t whole;
    int first = reader->line;

    if (!find_header(reader, &header, &whole))
        return end(reader, out);
    first = reader->line;
    bool named = text_trim(header).len > 3;
    set_name(reader, header);
    reader->taken = whole;
    reader->taken_lines = 1;
    bool fits = take_lines(reader);
    if (reader->feed->failed)
        return end(reader, out);
    struct text all = feed_window(reader->feed);
    struct text text = {all.at + whole, reader->taken - whole};
    if (!fits || text.len > PROFILE_MAX_BYTES)
        return give_fault(reader, first, TOO_LARGE, out);
    if (!named)
        return give_fault(reader, first,
                          "'===' lacks the name of the profile below it: write '=== acme.ini'",
                          out);
    *out = (struct company){
        .name = buf_text(&reader->name), .form = COMPANY_TEXT, .text = text, .line = first + 1};
    return true;
}

bool reader_next(struct reader *reader, struct company *out)
{
    if (reader->ended)
        return false;
    move_on(reader);
    switch (reader->content) {
    case CONTENT_STREAM:
        return next_of_stream(reader, out);
    default:
        return next_whole(reader, out);
    }
}
