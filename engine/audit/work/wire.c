/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/work/wire.h"

void wire_put_whole(struct buf *out, int64_t value)
{
    buf_put(out, (const char *)&value, sizeof value);
}

void wire_put_text(struct buf *out, struct text text)
{
    wire_put_whole(out, (int64_t)text.len);
    buf_put(out, text.at, text.len);
    buf_putc(out, '\0');
}

size_t wire_open_frame(struct buf *out)
{
    static const struct frame blank;
    size_t at = out->len;

    buf_put(out, (const char *)&blank, sizeof blank);
    return at;
}

void wire_close_frame(struct buf *out, size_t at, int64_t number)
{
    struct frame frame = {FRAME_MARK, (uint32_t)(out->len - at - sizeof frame), number};

    memcpy(out->at + at, &frame, sizeof frame);
}

bool wire_frame(const char *at, struct frame *out)
{
    memcpy(out, at, sizeof *out);
    return out->mark == FRAME_MARK && out->len <= FRAME_MAX;
}

static const char *take(struct wire *wire, size_t len)
{
    const char *at = wire->rest.at;

    if (wire->broken || len > wire->rest.len) {
        wire->broken = true;
        return NULL;
    }
    wire->rest.at += len;
    wire->rest.len -= len;
    return at;
}

int64_t wire_whole(struct wire *wire, int64_t least, int64_t most)
{
    int64_t value = 0;
    const char *at = take(wire, sizeof value);

    if (at)
        memcpy(&value, at, sizeof value);
    if (at && value >= least && value <= most)
        return value;
    wire->broken = true;
    return 0;
}

struct text wire_text(struct wire *wire)
{
    size_t len = (size_t)wire_whole(wire, 0, (int64_t)wire->rest.len);
    const char *at = take(wire, len + 1);

    if (at && at[len] == '\0')
        return (struct text){at, len};
    wire->broken = true;
    return text_of("");
}

const char *wire_string(struct wire *wire)
{
    struct text text = wire_text(wire);

    if (strlen(text.at) != text.len)
        wire->broken = true;
    return text.at;
}
