/* SPDX-License-Identifier: MIT
 *
 * The companies within one run of bytes: a file, standard input or a member of an archive.
 */
#ifndef AUDIT_READER_H
#define AUDIT_READER_H

#include "audit/input/content.h"
#include "audit/input/feed.h"
#include "audit/input/input.h"
#include "audit/input/table.h"
#include "base/buf.h"

struct reader {
    const struct input_options *options; /* borrowed, as all pointers but 'table' */
    struct feed *feed;
    enum content content;
    const char *place; /* "set.tar.zst/many.txt"; NULL for standard input */
    int line;          /* at the front of the window */
    size_t taken;      /* bytes of the window that the last company stands on */
    int taken_lines;
    bool ended;
    bool given;          /* a company, or a fault */
    struct table *table; /* CONTENT_TABLE; owned */
    int row_line;        /* on which the row starts that is read */
    struct buf columns;  /* of the table; empty before its header */
    struct buf name;     /* of the company */
    struct buf message;  /* of a fault */
};

#define READER_INIT                                                                            \
    {                                                                                          \
        .columns = BUF_INIT, .name = BUF_INIT, .message = BUF_INIT                             \
    }

/* Starts on a feed whose first bytes have been looked at. 'content' is one that has companies
 * in it: not CONTENT_UNTOLD, not CONTENT_ARCHIVE. */
void reader_start(struct reader *reader, const struct input_options *options, struct feed *feed,
                  enum content content, const char *place);

/* As input_next. */
bool reader_next(struct reader *reader, struct company *out);

void reader_release(struct reader *reader);

/* --- for reader_*.c only --- */

#define READER_TOO_LARGE "is larger than the limit of 1,048,576 bytes"

/* Calls the company by the line it starts on. */
void reader_name_line(struct reader *reader, int line);

/* Gives a fault in place of a company, called by 'reader->name', or by the place where that is
 * empty. Returns true. */
bool reader_fault(struct reader *reader, int line, struct company *out, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* At the end of the bytes: false, or once the reason why they end too early. */
bool reader_end(struct reader *reader, struct company *out);

bool reader_next_row(struct reader *reader, struct company *out);
bool reader_next_object(struct reader *reader, struct company *out);

#endif
