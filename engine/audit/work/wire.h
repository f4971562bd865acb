/* SPDX-License-Identifier: MIT
 *
 * Numbers and texts as bytes between processes of one program, in frames that show where they
 * begin, so that a process that went astray is found out.
 */
#ifndef AUDIT_WIRE_H
#define AUDIT_WIRE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/text.h"

/* What stands before the bytes of a frame. */
struct frame {
    uint32_t mark; /* FRAME_MARK */
    uint32_t len;  /* of the bytes behind it, at most FRAME_MAX */
    int64_t number;
};

enum { FRAME_MARK = 0x706c6d62, FRAME_MAX = BUF_DEFAULT_MAX };

void wire_put_whole(struct buf *out, int64_t value);
void wire_put_text(struct buf *out, struct text text);

/* Leaves room for the head of a frame at the end of 'out'; returns where. The second writes the
 * head, once what belongs behind it is there. */
size_t wire_open_frame(struct buf *out);
void wire_close_frame(struct buf *out, size_t at, int64_t number);

/* The head of a frame; false where it is none. */
bool wire_frame(const char *at, struct frame *out);

/* What is left to be read. Of bytes that make no sense, 'broken' is set and zeros are read. */
struct wire {
    struct text rest;
    bool broken;
};

/* A number from 'least' to 'most'. */
int64_t wire_whole(struct wire *wire, int64_t least, int64_t most);

/* Borrowed; a NUL follows it. */
struct text wire_text(struct wire *wire);

/* The same, which holds no NUL itself. */
const char *wire_string(struct wire *wire);

#endif
