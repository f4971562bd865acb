/* SPDX-License-Identifier: MIT
 *
 * The companies of a table and of JSON Lines.
 */
#include <stdio.h>

#include "audit/input/reader.h"

/* --- the header of a table --- */

/* Says what is wrong with it, once for all rows: none of them is read. */
static bool refuse_header(struct reader *reader, const struct faults *faults,
                          struct company *out)
{
    const struct fault *first = &faults->list[0];
    size_t more = faults->count + faults->more - 1;
    char others[40] = "";

    if (more > 0)
        snprintf(others, sizeof others, "; and %zu more", more);
    reader->ended = true;
    buf_reset(&reader->name);
    return reader_fault(reader, first->line, out, "column %d: %s%s; no row is read",
                        first->column, first->message, others);
}

/* Takes the columns; true where that gives a fault. */
static bool take_header(struct reader *reader, struct company *out)
{
    const struct input_options *options = reader->options;
    static const struct profile_options any = {.rules = NULL};
    struct text row = table_row(reader->table);
    struct arena arena = {0};
    struct faults faults = {0};
    bool refused = false;

    buf_put(&reader->columns, row.at, row.len);
    if (!company_check_columns(row, reader->row_line, options->schema,
                               options->profiles ? options->profiles : &any, &arena, &faults))
        refused = refuse_header(reader, &faults, out);
    arena_release(&arena);
    return refused;
}

/* --- its rows --- */

/* Why a row cannot be read; the lines it took are lost with it. */
static bool refuse_row(struct reader *reader, enum table_state state, struct company *out)
{
    static const char *const sentences[] = {
        [TABLE_QUOTE] =
            ("the row is not well-formed: a quote does not end, or stands inside a value; put "
             "such a value in double quotes and double those in it"),
        [TABLE_RETURN] = "has a carriage return inside: end lines with LF or CRLF",
        [TABLE_NUL] = "has a NUL byte: save the file as plain UTF-8 text",
        [TABLE_LARGE] = READER_TOO_LARGE,
    };
    int last = reader->line - 1;
    bool header = reader->columns.len == 0;
    char lost[60] = "";

    if (last > reader->row_line)
        snprintf(lost, sizeof lost, "; lines %d to %d are not read", reader->row_line, last);
    reader->ended |= header;
    if (header)
        buf_reset(&reader->name);
    else
        reader_name_line(reader, reader->row_line);
    return reader_fault(reader, reader->row_line, out, "%s%s", sentences[state],
                        header ? "; no row is read" : lost);
}

/* Gives the row that has ended; false where it was the header. */
static bool give_row(struct reader *reader, struct company *out)
{
    if (reader->columns.len == 0)
        return take_header(reader, out);
    reader_name_line(reader, reader->row_line);
    *out = (struct company){.name = buf_text(&reader->name),
                            .form = COMPANY_ROW,
                            .text = table_row(reader->table),
                            .columns = {reader->columns.at, reader->columns.len},
                            .line = reader->row_line};
    return true;
}

/* Takes a line too long to be seen whole. */
static enum table_state skip_line(struct reader *reader)
{
    if (!table_in_row(reader->table))
        reader->row_line = reader->line;
    feed_skip_line(reader->feed);
    reader->line++;
    table_restart(reader->table);
    return TABLE_LARGE;
}

static enum table_state take_line(struct reader *reader, struct text line, size_t whole)
{
    enum table_state state = TABLE_OPEN;

    if (!table_in_row(reader->table))
        reader->row_line = reader->line;
    reader->line++;
    if (table_in_row(reader->table) || text_trim(line).len > 0)
        state = table_put(reader->table, (struct text){line.at, whole});
    feed_drop(reader->feed, whole);
    return state;
}

/* What the end of the bytes leaves. */
static bool end_table(struct reader *reader, struct company *out)
{
    if (reader->feed->failed)
        return reader_end(reader, out);
    reader->ended = true;
    enum table_state state = table_end(reader->table);
    if (state == TABLE_ROW)
        return give_row(reader, out);
    if (state != TABLE_OPEN)
        return refuse_row(reader, state, out);
    if (reader->columns.len > 0)
        return false;
    return reader_fault(reader, 1, out,
                        "the table is empty: its first line names the columns, such as "
                        "company.name,cost.join_fee");
}

bool reader_next_row(struct reader *reader, struct company *out)
{
    while (!reader->ended) {
        struct text line;
        size_t whole;
        bool there = feed_line(reader->feed, 0, &line, &whole);
        if (!there && reader->feed->ended)
            return end_table(reader, out);
        enum table_state state = there ? take_line(reader, line, whole) : skip_line(reader);
        if (state == TABLE_ROW && give_row(reader, out))
            return true;
        if (state != TABLE_ROW && state != TABLE_OPEN)
            return refuse_row(reader, state, out);
    }
    return false;
}

/* --- JSON Lines --- */

static bool give_object(struct reader *reader, struct text text, struct company *out)
{
    reader_name_line(reader, reader->line);
    if (text.len > PROFILE_MAX_BYTES)
        return reader_fault(reader, reader->line, out, READER_TOO_LARGE);
    *out = (struct company){.name = buf_text(&reader->name),
                            .form = COMPANY_OBJECT,
                            .text = text,
                            .line = reader->line};
    return true;
}

bool reader_next_object(struct reader *reader, struct company *out)
{
    for (;;) {
        struct text line;
        size_t whole;
        if (feed_line(reader->feed, 0, &line, &whole)) {
            struct text text = text_trim(line);
            reader->taken = whole;
            reader->taken_lines = 1;
            if (text.len > 0)
                return give_object(reader, text, out);
            feed_drop(reader->feed, whole);
            reader->line++;
            reader->taken = 0;
            reader->taken_lines = 0;
        } else if (reader->feed->ended) {
            return reader_end(reader, out);
        } else {
            feed_skip_line(reader->feed);
            reader_name_line(reader, reader->line++);
            return reader_fault(reader, reader->line - 1, out, READER_TOO_LARGE);
        }
    }
}
