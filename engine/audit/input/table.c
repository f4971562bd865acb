/* SPDX-License-Identifier: MIT
 *
 * Rows by libcsv; a line without quotes, which needs none of its care, is cut at its commas.
 */
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "audit/input/table.h"
#include "base/buf.h"
#include "facts/profile_read.h"

struct table {
    struct csv_parser parser;
    int between_rows; /* its state where none has begun */
    struct buf row;
    size_t fed;    /* bytes since the last row */
    bool whole;    /* the row has ended */
    bool overflow; /* and something follows it on the same line */
};

static void start_parser(struct table *table)
{
    if (csv_init(&table->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        out_of_memory();
    table->between_rows = table->parser.pstate;
    csv_set_blk_size(&table->parser, 4096); /* a field grows by that */
}

struct table *table_open(void)
{
    struct table *table = calloc(1, sizeof *table);

    if (!table)
        out_of_memory();
    table->row = (struct buf)BUF_INIT;
    start_parser(table);
    return table;
}

void table_close(struct table *table)
{
    if (!table)
        return;
    csv_free(&table->parser);
    buf_release(&table->row);
    free(table);
}

static void begin_row(struct table *table)
{
    buf_reset(&table->row);
    table->fed = 0;
    table->whole = table->overflow = false;
}

void table_restart(struct table *table)
{
    csv_free(&table->parser);
    start_parser(table);
    begin_row(table);
}

static void put_field(struct table *table, const char *at, size_t len)
{
    buf_put(&table->row, at, len);
    buf_putc(&table->row, '\0');
}

static void on_field(void *at, size_t len, void *context)
{
    struct table *table = context;

    if (table->whole) {
        table->overflow = true;
        return;
    }
    put_field(table, at, len);
}

static void on_row(int end, void *context)
{
    struct table *table = context;

    (void)end;
    table->overflow |= table->whole;
    table->whole = true;
}

/* Whether the line is a row by itself, without quotes: nearly all are. Gives it without its
 * end. What follows a carriage return may have begun a row that is not known of yet. */
static bool is_plain_row(const struct table *table, struct text line, struct text *row)
{
    if (table->fed > 0 || table->parser.pstate != table->between_rows || line.len == 0 ||
        line.at[line.len - 1] != '\n')
        return false;
    line.len--;
    if (line.len > 0 && line.at[line.len - 1] == '\r')
        line.len--;
    *row = line;
    return text_trim(line).len > 0 && !memchr(line.at, '"', line.len) &&
           !memchr(line.at, '\r', line.len);
}

/* Cuts it as libcsv would: at commas, and blanks off. */
static void cut_row(struct table *table, struct text row)
{
    const char *comma;

    while ((comma = memchr(row.at, ',', row.len)) != NULL) {
        size_t len = (size_t)(comma - row.at);
        struct text field = text_trim((struct text){row.at, len});
        put_field(table, field.at, field.len);
        row.at += len + 1;
        row.len -= len + 1;
    }
    row = text_trim(row);
    put_field(table, row.at, row.len);
    table->whole = true;
}

/* What has come of the lines put so far. */
static enum table_state state_of(struct table *table, bool sound)
{
    if (table->overflow)
        return TABLE_RETURN;
    if (!sound && csv_error(&table->parser) == CSV_EPARSE)
        return TABLE_QUOTE;
    if (!sound)
        out_of_memory();
    if (table->fed > PROFILE_MAX_BYTES)
        return TABLE_LARGE;
    return table->whole ? TABLE_ROW : TABLE_OPEN;
}

/* What is broken is forgotten, but the row stays to be looked at. */
static enum table_state settle(struct table *table, enum table_state state)
{
    if (state != TABLE_OPEN && state != TABLE_ROW)
        table_restart(table);
    return state;
}

enum table_state table_put(struct table *table, struct text line)
{
    struct text row;

    if (table->whole)
        begin_row(table);
    if (memchr(line.at, '\0', line.len))
        return settle(table, TABLE_NUL);
    bool plain = is_plain_row(table, line, &row);
    table->fed += line.len;
    if (plain)
        cut_row(table, row);
    bool sound = plain || csv_parse(&table->parser, line.at, line.len, on_field, on_row,
                                    table) == line.len;
    return settle(table, state_of(table, sound));
}

enum table_state table_end(struct table *table)
{
    if (table->whole)
        begin_row(table);
    bool sound = csv_fini(&table->parser, on_field, on_row, table) == 0;
    return settle(table, state_of(table, sound));
}

bool table_in_row(const struct table *table)
{
    return table->fed > 0 && !table->whole;
}

struct text table_row(const struct table *table)
{
    return (struct text){table->row.at, table->row.len};
}
