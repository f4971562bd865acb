/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_edit.h"
#include "facts/profile_read.h"
#include "facts/value.h"
#include "facts/wording.h"

/* --- which fact --- */

/* The name as profiles fold it: lower case, '_' for blank and '-'. */
static struct text fold(const char *name, struct arena *arena)
{
    struct text trimmed = text_trim(text_of(name));
    char *out = arena_copy(arena, trimmed.at, trimmed.len);

    for (size_t i = 0; i < trimmed.len; i++)
        out[i] = is_blank(out[i]) || out[i] == '-' ? '_' : to_lower(out[i]);
    return (struct text){out, trimmed.len};
}

static bool unknown_fact(const struct schema *schema, const char *name, struct text folded,
                         struct arena *arena, struct error *err)
{
    const char **names = arena_alloc(arena, schema->fact_count * sizeof *names);
    bool whole = memchr(folded.at, '.', folded.len) != NULL;
    char meant[TEXT_MEANT_MAX];

    for (size_t i = 0; i < schema->fact_count; i++)
        names[i] = whole ? schema->facts[i].name : schema->facts[i].key;
    const char *nearest = text_nearest(folded, names, schema->fact_count);
    return error_set(err, ERROR_USAGE, NULL, 0, "there is no fact '%.*s'%s",
                     text_shown(text_of(name)), name,
                     text_meant(nearest, ": 'plumbline schema' lists them", meant));
}

bool profile_edit_fact(const struct schema *schema, const char *name, struct arena *arena,
                       int *number, struct error *err)
{
    struct text folded = fold(name, arena);
    int found = schema_find_name(schema, folded.at);
    struct buf candidates = {.max = ERROR_MESSAGE_MAX / 2};
    size_t count = 0;

    for (size_t i = 0; found == FACT_NONE && i < schema->fact_count; i++) {
        if (!text_is(folded, schema->facts[i].key))
            continue;
        buf_printf(&candidates, "%s%s", count++ ? ", " : "", schema->facts[i].name);
        *number = (int)i;
    }
    if (found != FACT_NONE)
        *number = found;
    bool ok = found != FACT_NONE || count == 1;
    if (count > 1)
        error_set(err, ERROR_USAGE, NULL, 0, "'%s' stands in several sections: write %s",
                  folded.at, buf_text(&candidates));
    else if (!ok)
        unknown_fact(schema, name, folded, arena, err);
    buf_release(&candidates);
    return ok;
}

/* --- where it stands --- */

/* What the lines of the text say about the fact. */
struct place {
    const struct schema *schema;
    const struct fact_def *def;
    struct text source; /* looked for */
    struct arena *arena;
    bool declared;        /* it is */
    const char *currency; /* company.currency, or "" */
    struct buf lines;     /* numbers of those that state the fact */
    size_t count;         /* of them */
    struct text piece;    /* of the first: see struct profile_line */
    struct text value;
    bool quoted;
    int line, last_line;
    int section_end; /* last line of the last such section; 0 where there is none */
};

static void take_currency(struct place *place, const struct profile_line *line)
{
    int number = schema_find(place->schema, line->section, line->key);
    const struct fact_def *def = number == FACT_NONE ? NULL : &place->schema->facts[number];
    struct buf ignored = BUF_INIT;
    struct value value;

    if (def && def->type == TYPE_CURRENCY && strcmp(def->name, "company.currency") == 0 &&
        value_parse(def, line->value, line->quoted, "", place->arena, &value, &ignored) &&
        value.state == FACT_KNOWN)
        place->currency = arena_printf(place->arena, "%s", value.text);
    buf_release(&ignored);
}

static void take_statement(struct place *place, const struct profile_line *line)
{
    buf_printf(&place->lines, "%s%d", place->count ? ", " : "", line->line);
    if (place->count++ > 0)
        return;
    place->piece = line->piece;
    place->value = line->value;
    place->quoted = line->quoted;
    place->line = line->line;
    place->last_line = line->last_line;
}

static void on_line(void *context, const struct profile_line *line)
{
    struct place *place = context;

    if (line->key.len == 0 && text_is(line->section, "source"))
        place->declared |= text_equal(line->argument, place->source);
    if (line->argument.len == 0 && line->key.len > 0)
        take_currency(place, line);
    if (line->argument.len > 0 || !text_is(line->section, place->def->section))
        return;
    place->section_end = line->key.len > 0 ? line->last_line : line->line;
    if (text_is(line->key, place->def->key))
        take_statement(place, line);
}

static bool find_place(struct text text, struct place *place, struct error *err)
{
    struct faults faults = {0};

    if (text.len > PROFILE_MAX_BYTES)
        return error_set(err, ERROR_PROFILE, NULL, 0,
                         "is larger than the limit of 1,048,576 bytes");
    profile_read(text, place->arena, &faults, on_line, place);
    faults_sort(&faults);
    if (faults.count > 0)
        return error_set(err, ERROR_PROFILE, NULL, faults.list[0].line, "%s",
                         faults.list[0].message);
    if (place->count > 1)
        return error_set(err, ERROR_PROFILE, NULL, 0,
                         "'%s' is stated by several lines (%s): change them by hand, for one "
                         "value cannot stand for all",
                         place->def->name, buf_text(&place->lines));
    if (place->source.len > 0 && !place->declared)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "source '%.*s' is not declared in the file: add [source %.*s] with a "
                         "line 'title = ...' to it first",
                         text_shown(place->source), place->source.at, text_shown(place->source),
                         place->source.at);
    return true;
}

/* --- the new text --- */

static size_t start_of_text(struct text text)
{
    return text.len >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* Where the line after the one at 'from' starts. */
static size_t next_line(struct text text, size_t from)
{
    const char *end = memchr(text.at + from, '\n', text.len - from);

    return end ? (size_t)(end - text.at) + 1 : text.len;
}

/* Where the line starts that follows line 'number'. */
static size_t end_of_line(struct text text, int number)
{
    size_t at = start_of_text(text);

    for (int i = 0; i < number; i++)
        at = next_line(text, at);
    return at;
}

/* The line end of the file: that of its first line. */
static const char *line_end(struct text text)
{
    size_t after = text.len > 0 ? next_line(text, 0) : 0;

    return after > 1 && memcmp(text.at + after - 2, "\r\n", 2) == 0 ? "\r\n" : "\n";
}

static void put_from_to(struct buf *out, struct text text, size_t from, size_t to)
{
    buf_put(out, text.at + from, to - from);
}

/* A line that continued the old value: what is left of it is its comment. */
static void put_comment_of(struct buf *out, struct text text, size_t from, size_t to)
{
    size_t end = to;

    while (end > from && (text.at[end - 1] == '\n' || text.at[end - 1] == '\r'))
        end--;
    struct text line = text_trim((struct text){text.at + from, end - from});
    struct text value = text_without_comment(line);
    struct text comment = text_trim((struct text){
        value.at + value.len, line.len - (size_t)(value.at + value.len - line.at)});
    if (value.len == 0) { /* a comment or an empty line between them */
        put_from_to(out, text, from, to);
    } else if (comment.len > 0) {
        put_from_to(out, text, from, (size_t)(line.at - text.at));
        buf_put(out, comment.at, comment.len);
        put_from_to(out, text, end, to);
    }
}

static void put_replaced(struct buf *out, struct text text, const struct place *place,
                         const char *statement)
{
    size_t from = (size_t)(place->piece.at - text.at), to = from + place->piece.len;
    char before = text.at[from - 1], after = to < text.len ? text.at[to] : '\n';
    size_t at = next_line(text, from);

    put_from_to(out, text, 0, from);
    if (place->piece.len == 0 && !is_blank(before))
        buf_putc(out, ' ');
    buf_puts(out, statement);
    if (!is_blank(after) && after != '\n' && after != '\r')
        buf_putc(out, ' '); /* a comment needs it */
    put_from_to(out, text, to, at);
    for (int line = place->line; line < place->last_line; line++) {
        size_t next = next_line(text, at);
        put_comment_of(out, text, at, next);
        at = next;
    }
    put_from_to(out, text, at, text.len);
}

static void put_added(struct buf *out, struct text text, const struct place *place,
                      const char *statement)
{
    const char *end = line_end(text);
    size_t at = place->section_end ? end_of_line(text, place->section_end) : text.len;
    bool open = at > start_of_text(text) && text.at[at - 1] != '\n';

    put_from_to(out, text, 0, at);
    buf_puts(out, open ? end : "");
    if (!place->section_end)
        buf_printf(out, "%s[%s]%s", at > start_of_text(text) ? end : "", place->def->section,
                   end);
    buf_printf(out, "%s = %s", place->def->key, statement);
    buf_puts(out, open ? "" : end);
    put_from_to(out, text, at, text.len);
}

/* The value is what it was, and nothing else is said to be its source. */
static bool says_so_already(const struct place *place, const struct wording *wording)
{
    return place->count > 0 && place->source.len == 0 && place->quoted == wording->quoted &&
           text_equal(place->value, wording->value);
}

static void put_edited(struct buf *out, struct text text, const struct place *place,
                       const struct wording *wording, struct text locator)
{
    struct buf statement = BUF_INIT;

    buf_put(&statement, wording->written.at, wording->written.len);
    if (place->source.len > 0)
        buf_printf(&statement, " @%.*s", (int)place->source.len, place->source.at);
    if (locator.len > 0)
        buf_printf(&statement, " %.*s", (int)locator.len, locator.at);
    if (says_so_already(place, wording))
        buf_put(out, text.at, text.len);
    else if (place->count > 0)
        put_replaced(out, text, place, buf_text(&statement));
    else
        put_added(out, text, place, buf_text(&statement));
    buf_release(&statement);
}

static bool check_value(const struct fact_def *def, const struct wording *wording,
                        const char *currency, struct arena *arena, struct error *err)
{
    struct buf fault = BUF_INIT;
    struct value ignored;
    bool ok =
        value_parse(def, wording->value, wording->quoted, currency, arena, &ignored, &fault);

    if (!ok && def->type == TYPE_INCOME_ROWS)
        buf_puts(&fault, "; several rows are parted by ';', such as '61% | 0 USD; 39% | 180 "
                         "USD'");
    if (!ok)
        error_set(err, ERROR_USAGE, NULL, 0, "'%s' %s", def->name, buf_text(&fault));
    buf_release(&fault);
    return ok;
}

bool profile_edit(struct text text, const struct schema *schema, const char *fact,
                  const char *value, const char *source, struct arena *arena, struct buf *out,
                  struct error *err)
{
    struct place place = {
        .schema = schema, .arena = arena, .currency = "", .lines = {.max = 80}};
    struct text locator = {"", 0};
    struct wording wording = {.quoted = false};
    int number = FACT_NONE;

    if (!profile_edit_fact(schema, fact, arena, &number, err))
        return false;
    place.def = &schema->facts[number];
    bool ok = wording_of_value(place.def, value, arena, &wording, err) &&
              (!source || wording_of_source(source, arena, &place.source, &locator, err)) &&
              find_place(text, &place, err) &&
              check_value(place.def, &wording, place.currency, arena, err);
    if (ok)
        put_edited(out, text, &place, &wording, locator);
    buf_release(&place.lines);
    return ok;
}
