/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <string.h>

#include "report/csv/csv_writer.h"

/* Empty cells up to the column. */
static void go_to(struct csv_row *row, size_t column)
{
    for (; row->column < column; row->column++)
        buf_putc(row->out, ',');
}

/* Whether a spreadsheet could take the text for a formula, now or once someone has cut the
 * blanks off its front. */
static bool is_formula(const char *text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

    if (*text == '\t' || *text == '\r' || *text == '\n')
        return true;
    while (*text > '\0' && *text <= ' ')
        text++;
    for (size_t i = 0; i < COUNT(starts); i++)
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* RFC 4180 wants it for commas, quotes and line ends; some programs for the rest. */
static bool needs_quotes(const char *text)
{
    size_t len = strlen(text);

    return len > 0 && (strpbrk(text, ",;\"\t\r\n") || *text == ' ' || text[len - 1] == ' ');
}

/* How many bytes of the front go out as they are: all but control characters, quotes and what
 * may begin a mark that reverses text. */
static size_t plain_len(const char *text)
{
    size_t len = 0;

    while ((unsigned char)text[len] >= ' ' && (unsigned char)text[len] < 0x7F &&
           text[len] != '"')
        len++;
    return len;
}

/* The other characters, one by one; returns how many bytes the first one has. */
static size_t put_character(struct buf *out, const char *text)
{
    size_t size = 1;

    while (((unsigned char)text[size] & 0xC0) == 0x80)
        size++;
    if (*text == '"')
        buf_puts(out, "\"\"");
    else if (*text == '\n' || *text == '\r')
        buf_putc(out, ' ');
    else if (is_control(text, size))
        buf_putc(out, '?');
    else
        buf_put(out, text, size);
    return size;
}

void csv_text(struct csv_row *row, size_t column, const char *text)
{
    go_to(row, column);
    if (!text)
        return;
    bool quotes = needs_quotes(text);
    buf_puts(row->out, quotes ? "\"" : "");
    buf_puts(row->out, is_formula(text) ? "'" : "");
    for (;;) {
        size_t plain = plain_len(text);
        buf_put(row->out, text, plain);
        text += plain;
        if (!*text)
            break;
        text += put_character(row->out, text);
    }
    buf_puts(row->out, quotes ? "\"" : "");
}

void csv_whole(struct csv_row *row, size_t column, int64_t value)
{
    go_to(row, column);
    buf_printf(row->out, "%" PRId64, value);
}

void csv_thousandths(struct csv_row *row, size_t column, int64_t value)
{
    int64_t magnitude = value < 0 ? -value : value;

    go_to(row, column);
    buf_printf(row->out, "%s%" PRId64 ".%03" PRId64, value < 0 ? "-" : "", magnitude / 1000,
               magnitude % 1000);
}

void csv_decimal(struct csv_row *row, size_t column, decimal value)
{
    go_to(row, column);
    decimal_put(row->out, value, false);
}

void csv_bool(struct csv_row *row, size_t column, bool value)
{
    csv_text(row, column, value ? "yes" : "no");
}

void csv_date(struct csv_row *row, size_t column, date day)
{
    go_to(row, column);
    date_put(row->out, day);
}

void csv_end(struct csv_row *row, size_t columns)
{
    go_to(row, columns - 1);
    buf_puts(row->out, "\r\n");
}
