/* SPDX-License-Identifier: MIT
 *
 * Files, lines and their order; what is in a line is read by result_entry.c.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/results/result_reading.h"

struct result {
    const char *where; /* the path, printable */
    FILE *file;
    int64_t offset;     /* of 'start' in the file */
    struct arena arena; /* of the stamp */
    struct stamp stamp;
    struct text first, last; /* lines; in the arena */
    struct buf data;         /* what is read and not used up yet, from 'start' on */
    size_t start;
    int line;                  /* that was read last, from 1 */
    json_t *root;              /* RESULT_SCORE: all of it */
    size_t item;               /* number of the next object */
    struct json_counts counts; /* as the last line says */
    struct json_counts seen;
    char *name; /* of the last company, and how many packs it has yet; owned */
    size_t packs;
    bool ended;
};

/* --- bytes --- */

/* Appends some more; *ended where there is no more. */
static bool fill(struct result *result, bool *ended, struct error *err)
{
    char piece[64 * 1024];
    size_t got = fread(piece, 1, sizeof piece, result->file);

    if (ferror(result->file))
        return error_set(err, ERROR_PROFILE, result->where, 0, "cannot be read: %s",
                         strerror(errno));
    buf_put(&result->data, piece, got);
    *ended = got == 0;
    if (result->data.truncated)
        return error_set(err, ERROR_PROFILE, result->where, 0,
                         "is larger than the limit of %d bytes", BUF_DEFAULT_MAX);
    return true;
}

/* Drops what is used up. */
static void shift(struct result *result)
{
    struct buf *data = &result->data;

    if (result->start == 0)
        return;
    data->len -= result->start;
    memmove(data->at, data->at + result->start, data->len + 1);
    result->start = 0;
}

enum line_got { LINE_WHOLE, LINE_NONE, LINE_FAILED };

static enum line_got bad_line(struct result *result, const char *what, struct error *err)
{
    error_set(err, ERROR_PROFILE, result->where, result->line + 1, "%s", what);
    return LINE_FAILED;
}

/* The next line without its end; borrowed until the next. */
static enum line_got next_line(struct result *result, struct text *out, struct error *err)
{
    struct buf *data = &result->data;
    bool ended = false;

    for (size_t scanned = 0;;) {
        const char *from = buf_text(data) + result->start;
        size_t left = data->len - result->start;
        const char *end = memchr(from + scanned, '\n', left - scanned);
        if (end) {
            *out = (struct text){from, (size_t)(end - from)};
            result->start += out->len + 1;
            result->offset += (int64_t)out->len + 1;
            result->line++;
            return LINE_WHOLE;
        }
        if (ended && left == 0)
            return LINE_NONE;
        if (ended)
            return bad_line(result,
                            "the line is cut off: the audit was interrupted; finish it with "
                            "'--resume', or make it anew",
                            err);
        if (left > RESULT_MAX_LINE)
            return bad_line(result, "the line is longer than any that plumbline writes", err);
        scanned = left;
        shift(result);
        if (!fill(result, &ended, err))
            return LINE_FAILED;
    }
}

/* --- opening --- */

static struct reading reading_of(const struct result *result, struct arena *arena,
                                 struct error *err)
{
    return (struct reading){
        .where = result->where, .line = result->line, .arena = arena, .err = err};
}

/* All of what 'score' wrote, as a tree. */
static bool open_score(struct result *result, struct error *err)
{
    struct reading r = reading_of(result, &result->arena, err);
    bool ended = false;

    while (!ended)
        if (!fill(result, &ended, err))
            return false;
    result->first = (struct text){buf_text(&result->data), result->data.len};
    result->root = reading_parse(&r, result->first);
    if (result->root)
        reading_score_stamp(&r, result->root, &result->stamp);
    return !r.failed;
}

static struct text keep(struct result *result, struct text line)
{
    return (struct text){arena_copy(&result->arena, line.at, line.len), line.len};
}

static bool open_lines(struct result *result, struct error *err)
{
    struct text line;

    if (next_line(result, &line, err) != LINE_WHOLE)
        return false;
    result->first = keep(result, line);
    return stamp_read(line, result->where, &result->arena, &result->stamp, err);
}

static bool open_file(struct result *result, const char *path, struct error *err)
{
    static const char audit[] = "{\"record\"";
    bool ended = false;

    result->file = fopen(path, "rb");
    if (!result->file)
        return error_set(err, ERROR_PROFILE, result->where, 0, "cannot be opened: %s",
                         strerror(errno));
    while (!ended && result->data.len < sizeof audit)
        if (!fill(result, &ended, err))
            return false;
    const char *start = buf_text(&result->data);
    if (strncmp(start, audit, sizeof audit - 1) == 0)
        return open_lines(result, err);
    if (*start == '{' || *start == '[')
        return open_score(result, err);
    return error_set(err, ERROR_PROFILE, result->where, 1,
                     "is no result: give the JSON Lines of an audit, or what 'plumbline score "
                     "--format json' wrote");
}

struct result *result_open(const char *path, struct error *err)
{
    struct result *result = calloc(1, sizeof *result);

    if (!result)
        out_of_memory();
    result->where = arena_printable(&result->arena, path);
    result->data = (struct buf)BUF_INIT;
    if (open_file(result, path, err))
        return result;
    result_close(result);
    return NULL;
}

void result_close(struct result *result)
{
    if (!result)
        return;
    if (result->file)
        fclose(result->file);
    json_decref(result->root);
    buf_release(&result->data);
    arena_release(&result->arena);
    free(result->name);
    free(result);
}

const struct stamp *result_stamp(const struct result *result)
{
    return &result->stamp;
}

struct text result_first(const struct result *result)
{
    return result->first;
}

struct text result_last(const struct result *result)
{
    return result->last;
}

struct json_counts result_counts(const struct result *result)
{
    return result->counts;
}

/* --- order --- */

static void keep_name(struct result *result, const char *name)
{
    free(result->name);
    result->name = strdup(name);
    if (!result->name)
        out_of_memory();
}

/* Whether the company before has an entry for every pack. */
static bool check_packs(struct result *result, struct reading *r)
{
    if (!result->name || result->packs == result->stamp.pack_count)
        return true;
    return reading_fail(r, "'%.100s' lacks what pack '%.40s' says", result->name,
                        result->stamp.packs[result->packs].name);
}

/* Each company has one entry a pack, in the order of the packs; where it could not be read, an
 * audit has one for all of them. */
static void check_order(struct result *result, struct reading *r, const struct entry *entry)
{
    bool for_all = entry->kind == ENTRY_ERROR && result->stamp.form == RESULT_LINES;

    if (entry->pack == 0) {
        if (!check_packs(result, r))
            return;
        keep_name(result, entry->name);
        result->packs = for_all ? result->stamp.pack_count : 1;
        result->seen.companies++;
        result->seen.assessed += entry->kind == ENTRY_COMPANY;
        return;
    }
    if (!result->name || strcmp(result->name, entry->name) != 0 || result->packs != entry->pack)
        reading_fail(r, "'%.100s' is out of order: pack '%.40s' is missing or stands twice",
                     entry->name, result->stamp.packs[entry->pack].name);
    result->packs++;
}

/* The last line, and nothing after it. */
static bool take_summary(struct result *result, struct reading *r, const json_t *root)
{
    const struct json_counts *said = &result->counts, *seen = &result->seen;

    reading_counts(r, root, &result->arena, &result->counts);
    if (!check_packs(result, r))
        return false;
    if (said->companies != seen->companies || said->assessed != seen->assessed ||
        said->unreadable + said->lost != seen->companies - seen->assessed)
        return reading_fail(r,
                            "the last line counts %" PRId64 " companies, %" PRId64
                            " of them assessed; above stand %" PRId64 " and %" PRId64,
                            said->companies, said->assessed, seen->companies, seen->assessed);
    result->ended = true;
    return !r->failed;
}

/* --- entries --- */

static bool is_record(const json_t *root, const char *kind)
{
    const char *record = json_string_value(json_object_get(root, "record"));

    return record && strcmp(record, kind) == 0;
}

static enum result_got at_end(struct result *result, struct error *err)
{
    if (result->ended)
        return RESULT_END;
    error_set(err, ERROR_PROFILE, result->where, result->line,
              "ends without its last line, the summary: the audit was interrupted; finish it "
              "with '--resume', or make it anew");
    return RESULT_FAILED;
}

/* One line's tree to an entry; RESULT_END for the summary. */
static enum result_got take(struct result *result, struct reading *r, const json_t *root,
                            struct entry *out)
{
    struct entry entry;

    if (result->ended && !reading_fail(r, "a line stands after the summary, which is the last"))
        return RESULT_FAILED;
    if (is_record(root, "summary"))
        return take_summary(result, r, root) ? RESULT_END : RESULT_FAILED;
    if (is_record(root, "stopped")) /* in its place, where the audit was asked to stop */
        return at_end(result, r->err);
    reading_entry(r, root, &result->stamp, &entry);
    if (!r->failed)
        check_order(result, r, &entry);
    if (r->failed)
        return RESULT_FAILED;
    *out = entry;
    return RESULT_ENTRY;
}

static enum result_got next_of_lines(struct result *result, struct arena *arena,
                                     struct entry *out, struct error *err)
{
    enum result_got got = RESULT_FAILED;
    struct text line;

    do {
        enum line_got line_got = next_line(result, &line, err);
        if (line_got != LINE_WHOLE)
            return line_got == LINE_NONE ? at_end(result, err) : RESULT_FAILED;
        struct reading r = reading_of(result, arena, err);
        json_t *root = reading_parse(&r, line);
        got = root ? take(result, &r, root, out) : RESULT_FAILED;
        json_decref(root);
        if (got == RESULT_END)
            result->last = keep(result, line);
    } while (got == RESULT_END); /* there must be nothing after the summary */
    if (got == RESULT_ENTRY) {
        out->bytes = line;
        out->offset = result->offset - (int64_t)line.len - 1;
    }
    return got;
}

/* The object of a number, from 0. */
static const json_t *object_of(const struct result *result, int64_t number)
{
    return result->stamp.array ? json_array_get(result->root, (size_t)number) : result->root;
}

static enum result_got next_of_score(struct result *result, struct arena *arena,
                                     struct entry *out, struct error *err)
{
    struct reading r = reading_of(result, arena, err);
    size_t count = result->stamp.array ? json_array_size(result->root) : 1;

    r.item = (int)result->item + 1;
    if (result->item == count)
        return check_packs(result, &r) ? RESULT_END : RESULT_FAILED;
    const json_t *root = object_of(result, (int64_t)result->item);
    enum result_got got = take(result, &r, root, out);
    if (got == RESULT_ENTRY) {
        out->bytes = text_of(reading_dump(arena, root));
        out->offset = (int64_t)result->item++;
    }
    return got;
}

/* --- once more --- */

/* Leaves alone where the file is read on, by processes that share it too. */
static bool read_line_at(struct result *result, const struct entry_place *place, char *at,
                         struct error *err)
{
    int fd = fileno(result->file);
    size_t done = 0;

    for (ssize_t got = 1; got > 0 && done < place->len;) {
        got = pread(fd, at + done, place->len - done, (off_t)place->offset + (off_t)done);
        done += got > 0 ? (size_t)got : 0;
    }
    return done == place->len ||
           error_set(err, ERROR_PROFILE, result->where, place->line,
                     "cannot be read a second time: give a file that stays as it is");
}

bool result_again(struct result *result, const struct entry_place *place, struct arena *arena,
                  struct entry *out, struct error *err)
{
    struct reading r = {
        .where = result->where, .line = place->line, .arena = arena, .err = err};

    if (result->stamp.form == RESULT_SCORE) {
        reading_entry(&r, object_of(result, place->offset), &result->stamp, out);
        return !r.failed;
    }
    char *at = arena_alloc(arena, place->len + 1);
    return read_line_at(result, place, at, err) &&
           entry_read((struct text){at, place->len}, result->where, place->line, &result->stamp,
                      arena, out, err);
}

enum result_got result_next(struct result *result, struct arena *arena, struct entry *out,
                            struct error *err)
{
    return result->stamp.form == RESULT_LINES ? next_of_lines(result, arena, out, err)
                                              : next_of_score(result, arena, out, err);
}
