/* SPDX-License-Identifier: MIT
 *
 * The companies within one run of bytes: a file, standard input or a member of an archive.
 */
#ifndef AUDIT_READER_H
#define AUDIT_READER_H

#include "audit/company.h"
#include "audit/content.h"
#include "audit/feed.h"
#include "base/buf.h"

struct reader {
    struct feed *feed; /* borrowed */
    enum content content;
    const char *place; /* borrowed: "set.tar.zst/many.txt"; NULL for standard input */
    int line;          /* at the front of the window */
    size_t taken;      /* bytes of the window that the last company stands on */
    int taken_lines;
    bool ended;
    struct buf name;    /* of the company */
    struct buf message; /* of a fault */
};

/* Starts on a feed of which the first bytes have been looked at. 'content' is any but
 * CONTENT_UNTOLD. */
void reader_start(struct reader *reader, struct feed *feed, enum content content,
                  const char *place);

/* As input_next. */
bool reader_next(struct reader *reader, struct company *out);

void reader_release(struct reader *reader);

#endif
