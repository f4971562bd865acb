/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/buf.h"
#include "cli/answers.h"
#include "facts/profile_edit.h"
#include "facts/profile_read.h"

/* Stands before the first line, so that a key may stand there. */
#define NO_SECTION "answers"

struct answers {
    const struct schema *schema;
    struct arena *arena;
    struct faults *faults;
    struct text profile;
    int *lines;         /* by number of the fact: where it is answered, or 0 */
    const char **lists; /* and what a list has got so far */
};

/* The value as profile_edit takes it: in quotes where it stood in them. */
static const char *value_of(const struct profile_line *line, struct arena *arena)
{
    if (!line->quoted)
        return line->value.len == 0 || text_is(line->value, "?")
                   ? "unknown"
                   : arena_copy(arena, line->value.at, line->value.len);
    struct buf out = BUF_INIT;
    buf_putc(&out, '"');
    for (size_t i = 0; i < line->value.len; i++) {
        char c = line->value.at[i];
        buf_puts(&out, c == '"' || c == '\\' ? "\\" : "");
        buf_putc(&out, c);
    }
    buf_putc(&out, '"');
    const char *quoted = arena_copy(arena, buf_text(&out), out.len);
    buf_release(&out);
    return quoted;
}

static const char *name_of(const struct profile_line *line, struct arena *arena)
{
    bool whole =
        text_is(line->section, NO_SECTION) || memchr(line->key.at, '.', line->key.len) != NULL;

    if (whole)
        return arena_copy(arena, line->key.at, line->key.len);
    return arena_printf(arena, "%.*s.%.*s", (int)line->section.len, line->section.at,
                        (int)line->key.len, line->key.at);
}

static const char *source_of(const struct profile_line *line, struct arena *arena)
{
    if (line->source.len == 0)
        return NULL;
    return arena_printf(arena, "%.*s %.*s", (int)line->source.len, line->source.at,
                        (int)line->locator.len, line->locator.at);
}

/* The line's value; after what other lines of a list gave. */
static const char *whole_value_of(struct answers *a, int fact, const struct profile_line *line)
{
    const struct fact_def *def = &a->schema->facts[fact];
    const char *value = value_of(line, a->arena);

    if (!fact_type_is_list(def->type))
        return value;
    if (a->lists[fact])
        value = arena_printf(a->arena, "%s%s%s", a->lists[fact],
                             def->type == TYPE_INCOME_ROWS ? "; " : ", ", value);
    a->lists[fact] = value;
    return value;
}

static void take_answer(struct answers *a, const struct profile_line *line)
{
    struct buf out = BUF_INIT;
    struct error err;
    int fact = FACT_NONE;
    const char *name = name_of(line, a->arena);
    bool ok = profile_edit_fact(a->schema, name, a->arena, &fact, &err);

    if (ok && a->lines[fact] > 0 && !fact_type_is_list(a->schema->facts[fact].type))
        ok = error_set(&err, ERROR_USAGE, NULL, 0, "'%s' is answered in line %d already",
                       a->schema->facts[fact].name, a->lines[fact] - 1);
    ok = ok && profile_edit(a->profile, a->schema, a->schema->facts[fact].name,
                            whole_value_of(a, fact, line), source_of(line, a->arena), a->arena,
                            &out, &err);
    if (ok) {
        a->lines[fact] = line->line;
        a->profile = (struct text){arena_copy(a->arena, buf_text(&out), out.len), out.len};
    } else {
        faults_add(a->faults, a->arena, line->line, line->column, "%s", err.message);
    }
    buf_release(&out);
}

static void on_line(void *context, const struct profile_line *line)
{
    struct answers *a = context;

    if (line->key.len > 0 && line->argument.len == 0)
        take_answer(a, line);
    else if (line->key.len == 0 && line->argument.len > 0)
        faults_add(a->faults, a->arena, line->line, line->column,
                   "only facts are answered here: write [%.*s %.*s] into the profile",
                   (int)line->section.len, line->section.at, (int)line->argument.len,
                   line->argument.at);
}

bool answers_take(struct text text, const struct schema *schema, struct arena *arena,
                  struct text *profile, struct faults *faults)
{
    struct answers a = {
        .schema = schema, .arena = arena, .faults = faults, .profile = *profile};
    size_t bom = text.len >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct buf all = BUF_INIT;

    buf_puts(&all, "[" NO_SECTION "]\n");
    buf_put(&all, text.at + bom, text.len - bom);
    struct text copy = {arena_copy(arena, buf_text(&all), all.len), all.len};
    buf_release(&all);
    a.lines = arena_alloc(arena, schema->fact_count * sizeof *a.lines);
    a.lists = arena_alloc(arena, schema->fact_count * sizeof *a.lists);
    profile_read(copy, arena, faults, on_line, &a);
    for (size_t i = 0; i < faults->count; i++)
        faults->list[i].line -= faults->list[i].line > 0;
    faults_sort(faults);
    if (faults->count > 0)
        return false;
    *profile = a.profile;
    return true;
}
