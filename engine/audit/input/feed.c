/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/input/feed.h"

static void grow(struct feed *feed, size_t room)
{
    char *at = realloc(feed->at, room);

    if (!at)
        out_of_memory();
    feed->at = at;
    feed->room = room;
}

void feed_open(struct feed *feed, feed_read_fn *read, void *context)
{
    if (!feed->at)
        grow(feed, (size_t)2 * FEED_BLOCK);
    feed->read = read;
    feed->context = context;
    feed->start = feed->end = 0;
    feed->ended = feed->failed = false;
}

void feed_release(struct feed *feed)
{
    free(feed->at);
    *feed = (struct feed){0};
}

struct text feed_window(const struct feed *feed)
{
    return (struct text){feed->at + feed->start, feed->end - feed->start};
}

void feed_drop(struct feed *feed, size_t len)
{
    feed->start += len;
}

/* Room for one more block behind what is in the window; false where the window is full. */
static bool make_room(struct feed *feed)
{
    size_t len = feed->end - feed->start;

    if (feed->room - feed->end >= FEED_BLOCK)
        return true;
    if (len > 0 && feed->start > 0)
        memmove(feed->at, feed->at + feed->start, len);
    feed->start = 0;
    feed->end = len;
    if (feed->room - feed->end >= FEED_BLOCK)
        return true;
    if (len + FEED_BLOCK > FEED_MAX)
        return false;
    grow(feed, feed->room * 2 > FEED_MAX ? FEED_MAX : feed->room * 2);
    return true;
}

bool feed_more(struct feed *feed)
{
    size_t got = 0;

    if (feed->ended || !make_room(feed))
        return false;
    feed->failed =
        !feed->read(feed->context, feed->at + feed->end, FEED_BLOCK, &got, &feed->err);
    feed->ended = feed->failed || got == 0;
    feed->end += feed->failed ? 0 : got;
    return !feed->ended;
}

bool feed_part(struct feed *feed, size_t from, char end, struct text *part, size_t *whole)
{
    size_t seen = 0; /* bytes of the part known to hold no end */

    for (;;) {
        struct text window = feed_window(feed);
        size_t there = window.len - from;
        const char *at = window.at + from;
        const char *found = there > seen ? memchr(at + seen, end, there - seen) : NULL;
        seen = there;
        if (!found && feed_more(feed))
            continue;
        if (!found && (!feed->ended || feed->failed || there == 0))
            return false;
        at = feed_window(feed).at + from;
        *part = (struct text){at, found ? (size_t)(found - at) : there};
        *whole = part->len + (found ? 1 : 0);
        return true;
    }
}

bool feed_line(struct feed *feed, size_t from, struct text *line, size_t *whole)
{
    if (!feed_part(feed, from, '\n', line, whole))
        return false;
    if (line->len > 0 && line->at[line->len - 1] == '\r')
        line->len--;
    return true;
}

bool feed_skip_line(struct feed *feed)
{
    for (;;) {
        struct text window = feed_window(feed);
        const char *end = window.len > 0 ? memchr(window.at, '\n', window.len) : NULL;
        if (end) {
            feed_drop(feed, (size_t)(end - window.at) + 1);
            return true;
        }
        feed_drop(feed, window.len);
        if (!feed_more(feed))
            return false;
    }
}

bool feed_read_fd(void *context, char *at, size_t room, size_t *got, struct error *err)
{
    const int *fd = context;
    ssize_t n = read(*fd, at, room);

    if (n < 0) /* by a signal too: only one that asks to stop interrupts */
        return error_set(err, ERROR_PROFILE, NULL, 0, "cannot be read: %s", strerror(errno));
    *got = (size_t)n;
    return true;
}
