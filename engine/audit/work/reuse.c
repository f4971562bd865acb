/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/results/result.h"
#include "audit/work/reuse.h"
#include "base/hash.h"

/* Where the lines of a company are. */
struct place {
    uint64_t name; /* hash; of two that are the same, the worker sees whose the lines are */
    int64_t at;
    int64_t len; /* bytes; 0: no place */
};

struct reuse {
    FILE *file;
    struct place *places; /* a hash table: 'room' is a power of two */
    size_t count, room;
    int64_t limit; /* bytes of the file that are as they were */
    struct buf found;
};

/* --- the table --- */

static struct place *place_of(struct place *places, size_t room, uint64_t name)
{
    size_t i = (size_t)(name ^ name >> 32) & (room - 1);

    while (places[i].len > 0 && places[i].name != name)
        i = (i + 1) & (room - 1);
    return &places[i];
}

static void grow(struct reuse *r)
{
    size_t room = r->room ? 2 * r->room : 1024;
    struct place *places = calloc(room, sizeof *places);

    if (!places)
        out_of_memory();
    for (size_t i = 0; i < r->room; i++)
        if (r->places[i].len > 0)
            *place_of(places, room, r->places[i].name) = r->places[i];
    free(r->places);
    r->places = places;
    r->room = room;
}

static void add(struct reuse *r, struct place place)
{
    if (2 * (r->count + 1) > r->room)
        grow(r);
    struct place *own = place_of(r->places, r->room, place.name);
    r->count += own->len == 0;
    *own = place;
}

/* --- reading it once --- */

/* The lines of one company, as they come. */
struct scan {
    struct reuse *reuse;
    size_t packs;
    struct place place; /* of the company so far */
    size_t lines;       /* of it */
    struct arena arena; /* of one line */
};

static void on_line(struct scan *s, struct text line, int64_t at, int64_t len)
{
    struct glance glance;

    arena_reset(&s->arena);
    bool company = result_glance(line, &s->arena, &glance) && glance.kind == GLANCE_COMPANY;
    uint64_t name = company ? hash_name(glance.name) : 0;
    if (!company || s->lines == 0 || name != s->place.name) {
        s->place = (struct place){.name = name, .at = at};
        s->lines = 0;
    }
    s->place.len += len;
    s->lines += company;
    if (s->lines < s->packs || !company)
        return;
    add(s->reuse, s->place);
    s->lines = 0;
}

/* The next line without its end, of a file that may be cut off in the middle of one. */
static bool next_line(FILE *file, char **line, size_t *room, struct text *out)
{
    ssize_t n = getline(line, room, file);

    if (n <= 0 || (*line)[n - 1] != '\n')
        return false;
    *out = (struct text){*line, (size_t)n - 1};
    return true;
}

static bool differs(const char *path, struct text line, struct text run_line, struct error *err)
{
    struct arena arena = {0};
    struct stamp then, now;
    struct buf lines = BUF_INIT;
    struct error own;
    const char *what;

    if (!stamp_read(line, path, &arena, &then, &own) ||
        !stamp_read(run_line, path, &arena, &now, &own))
        what = "its first line is not that of an audit";
    else if (!stamp_same(&then, &now, &lines) && lines.len > 0)
        what = arena_copy(&arena, lines.at, strcspn(lines.at, "\n"));
    else
        what = arena_printf(&arena, "--detail: %s then, %s now", json_detail_names[then.detail],
                            json_detail_names[now.detail]);
    error_set(err, ERROR_PROFILE, path, 0, "is of another run: %s", what);
    arena_release(&arena);
    buf_release(&lines);
    return false;
}

static bool read_all(struct reuse *r, const char *path, struct text run_line, size_t packs,
                     struct error *err)
{
    struct scan scan = {.reuse = r, .packs = packs};
    struct text line;
    char *room = NULL;
    size_t size = 0;
    bool ok = true;

    run_line.len--; /* its line end */
    if (next_line(r->file, &room, &size, &line)) {
        ok = text_equal(line, run_line) || differs(path, line, run_line, err);
        int64_t at = (int64_t)line.len + 1;
        for (; ok && next_line(r->file, &room, &size, &line); at += (int64_t)line.len + 1)
            on_line(&scan, line, at, (int64_t)line.len + 1);
        r->limit = at;
    }
    free(room);
    arena_release(&scan.arena);
    return ok;
}

struct reuse *reuse_open(const char *path, struct text run_line, size_t packs,
                         struct error *err)
{
    struct reuse *r = calloc(1, sizeof *r);

    if (!r)
        out_of_memory();
    r->found = (struct buf)BUF_INIT;
    r->file = fopen(path, "rb");
    if (!r->file)
        error_set(err, ERROR_USAGE, path, 0, "cannot be opened: %s", strerror(errno));
    else if (read_all(r, path, run_line, packs, err))
        return r;
    reuse_close(r);
    return NULL;
}

/* --- finding --- */

static bool read_at(int fd, struct buf *out, struct place place)
{
    char chunk[16 * 1024];

    buf_reset(out);
    while ((int64_t)out->len < place.len) {
        int64_t left = place.len - (int64_t)out->len;
        size_t most = left < (int64_t)sizeof chunk ? (size_t)left : sizeof chunk;
        ssize_t n = pread(fd, chunk, most, (off_t)(place.at + (int64_t)out->len));
        if (n <= 0)
            return false;
        buf_put(out, chunk, (size_t)n);
    }
    return true;
}

struct text reuse_find(void *reuse, const char *name)
{
    struct reuse *r = reuse;
    struct place place = {0};

    if (r->room > 0)
        place = *place_of(r->places, r->room, hash_name(name));
    if (place.len == 0 || place.at + place.len > r->limit ||
        !read_at(fileno(r->file), &r->found, place))
        return text_of("");
    return (struct text){r->found.at, r->found.len};
}

void reuse_limit(struct reuse *reuse, int64_t end)
{
    if (end < reuse->limit)
        reuse->limit = end;
}

void reuse_close(struct reuse *reuse)
{
    if (!reuse)
        return;
    if (reuse->file)
        fclose(reuse->file);
    free(reuse->places);
    buf_release(&reuse->found);
    free(reuse);
}
