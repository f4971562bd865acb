/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "audit/results/result_reading.h"

const char *reading_dump(struct arena *arena, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(12));

    if (!text)
        out_of_memory();
    const char *copy = arena_copy(arena, text, strlen(text));
    free(text);
    return copy;
}

struct text result_one_line(struct text object, struct arena *arena)
{
    json_t *root = json_loadb(object.at, object.len, 0, NULL);
    struct text line = root ? text_of(reading_dump(arena, root)) : (struct text){"", 0};

    json_decref(root);
    return line;
}

enum { SHOWN_MAX = 80 }; /* bytes of a value */

struct difference {
    struct buf *out;
    struct arena arena;
    char path[256];
};

static const char *shown(struct difference *d, const json_t *value)
{
    if (!value)
        return "missing";
    const char *text = reading_dump(&d->arena, value);
    return strlen(text) <= SHOWN_MAX ? text : json_is_object(value) ? "other" : "longer";
}

static bool find(struct difference *d, json_t *a, json_t *b);

/* The same one step further in. */
static bool find_in(struct difference *d, const char *step, json_t *a, json_t *b)
{
    size_t len = strlen(d->path);

    if (json_equal(a, b))
        return false;
    snprintf(d->path + len, sizeof d->path - len, "%s%s", len > 0 && *step != '[' ? "." : "",
             step);
    find(d, a, b);
    return true;
}

static bool find_key(struct difference *d, json_t *a, json_t *b)
{
    const char *key;
    json_t *value;

    json_object_foreach(a, key,
                        value) if (find_in(d, key, value, json_object_get(b, key))) return true;
    json_object_foreach(b, key,
                        value) if (find_in(d, key, json_object_get(a, key), value)) return true;
    return false;
}

static bool find_item(struct difference *d, json_t *a, json_t *b)
{
    char step[32];

    for (size_t i = 0; i < json_array_size(a) || i < json_array_size(b); i++) {
        snprintf(step, sizeof step, "[%zu]", i);
        if (find_in(d, step, json_array_get(a, i), json_array_get(b, i)))
            return true;
    }
    return false;
}

static bool find(struct difference *d, json_t *a, json_t *b)
{
    if (json_is_object(a) && json_is_object(b))
        return find_key(d, a, b);
    if (json_is_array(a) && json_is_array(b))
        return find_item(d, a, b);
    buf_printf(d->out, "'%s' is %s then, %s now", d->path, shown(d, a), shown(d, b));
    return true;
}

void result_difference(struct text then, struct text now, struct buf *out)
{
    struct difference d = {.out = out};
    json_t *a = json_loadb(then.at, then.len, 0, NULL);
    json_t *b = json_loadb(now.at, now.len, 0, NULL);

    if (!a || !b || json_equal(a, b) || !find(&d, a, b))
        buf_puts(out, "the same values stand there in other words: it was not plumbline that "
                      "wrote them");
    json_decref(a);
    json_decref(b);
    arena_release(&d.arena);
}
