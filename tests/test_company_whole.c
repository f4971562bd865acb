/* SPDX-License-Identifier: MIT
 *
 * Every sample profile and fixture as a profile in a stream, as a row and as two kinds of JSON
 * object: the same assessment, but for lines and columns.
 */
#include "rows.h"

#include <glob.h>

#include <jansson.h>

#include "audit/input/company.h"
#include "base/file.h"
#include "facts/profile_read.h"
#include "insight/assess.h"
#include "report/json/json.h"

/* A profile's statements, one by one. */
struct copy {
    struct arena arena;
    struct buf columns, cells;
    json_t *nested, *flat;
};

static void put_value(struct buf *out, const struct profile_line *line)
{
    buf_puts(out, line->quoted ? "\"" : "");
    for (size_t i = 0; i < line->value.len; i++) {
        char c = line->value.at[i];
        buf_puts(out, line->quoted && (c == '"' || c == '\\') ? "\\" : "");
        buf_putc(out, c);
    }
    buf_puts(out, line->quoted ? "\"" : line->value.len == 0 ? "?" : "");
    if (line->source.len > 0)
        buf_printf(out, " @%.*s %.*s", (int)line->source.len, line->source.at,
                   (int)line->locator.len, line->locator.at);
}

/* Adds to a list where the key is there already. */
static void put_json(json_t *object, const char *key, const char *value)
{
    json_t *old = json_object_get(object, key);

    if (old && !json_is_array(old)) {
        json_t *list = json_array();
        json_array_append(list, old);
        json_object_set_new(object, key, list);
        old = list;
    }
    if (old)
        json_array_append_new(old, json_string(value));
    else
        json_object_set_new(object, key, json_string(value));
}

static json_t *section_of(json_t *object, const char *name)
{
    if (!json_object_get(object, name))
        json_object_set_new(object, name, json_object());
    return json_object_get(object, name);
}

static void on_line(void *context, const struct profile_line *line)
{
    struct copy *c = context;
    struct buf value = BUF_INIT;
    const char *section =
        arena_printf(&c->arena, "%.*s%s%.*s", (int)line->section.len, line->section.at,
                     line->argument.len ? " " : "", (int)line->argument.len, line->argument.at);
    const char *key = arena_copy(&c->arena, line->key.at, line->key.len);

    if (line->key.len == 0)
        return;
    const char *name = arena_printf(&c->arena, "%s.%s", section, key);
    put_value(&value, line);
    buf_put(&c->columns, name, strlen(name) + 1);
    buf_put(&c->cells, value.at, value.len + 1);
    put_json(section_of(c->nested, section), key, value.at);
    put_json(c->flat, name, value.at);
    buf_release(&value);
}

/* What is said about the company, lines and columns taken out; or what is wrong with it. */
static const char *said(struct rulebook *book, const struct company *company,
                        struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct faults faults = {0};
    struct error err = {0};
    struct profile profile;
    struct assessment a;
    struct buf out = BUF_INIT, plain = BUF_INIT;
    struct json json = {.out = &out};

    if (!company_read(company, &pack->schema, &options, arena, &profile, &faults, &err))
        return arena_printf(arena, "fault: %s",
                            faults.count > 0 ? faults.list[0].message : err.message);
    assess(book, &profile, arena, &a);
    json_open(&json, NULL, '{');
    json_assessment_keys(&json, &a, arena);
    json_close(&json, '}');
    for (const char *at = buf_text(&out); *at; at++) {
        buf_putc(&plain, *at);
        if (strncmp(at, "\"line\"", 6) == 0 || strncmp(at, "\"column\"", 8) == 0)
            at += strcspn(at, "0123456789") +
                  strspn(at + strcspn(at, "0123456789"), "0123456789");
    }
    const char *text = arena_copy(arena, plain.at, plain.len);
    buf_release(&out);
    buf_release(&plain);
    return text;
}

static void check_profile(struct rulebook *book, const char *path)
{
    struct copy c = {.columns = BUF_INIT, .cells = BUF_INIT};
    struct faults faults = {0};
    struct error err;
    struct text text;

    c.nested = json_object();
    c.flat = json_object();
    assert_true(file_read(path, PROFILE_MAX_BYTES, &c.arena, &text, ERROR_PROFILE, &err));
    profile_read(text, &c.arena, &faults, on_line, &c);
    assert_int_equal(faults.count, 0);
    char *nested = json_dumps(c.nested, JSON_COMPACT), *flat = json_dumps(c.flat, 0);
    struct company rows[] = {
        {.name = path, .form = COMPANY_FILE, .path = path, .line = 1},
        {.name = "s/a.ini", .form = COMPANY_TEXT, .text = text, .line = 1001},
        {.name = "t.csv:7",
         .form = COMPANY_ROW,
         .text = {c.cells.at, c.cells.len},
         .columns = {c.columns.at, c.columns.len},
         .line = 7},
        {.name = "t.jsonl:8", .form = COMPANY_OBJECT, .text = text_of(nested), .line = 8},
        {.name = "t.jsonl:9", .form = COMPANY_OBJECT, .text = text_of(flat), .line = 9},
    };
    const char *wanted = said(book, &rows[0], &c.arena);
    assert_true(strlen(wanted) > 10000);
    for (size_t i = 1; i < COUNT(rows); i++)
        ROW_TEXT(arena_printf(&c.arena, "%s as %s", path, rows[i].name),
                 said(book, &rows[i], &c.arena), wanted);
    free(nested);
    free(flat);
    json_decref(c.nested);
    json_decref(c.flat);
    buf_release(&c.columns);
    buf_release(&c.cells);
    arena_release(&c.arena);
}

static void whatever_a_profile_stands_in_it_is_assessed_the_same(void **state)
{
    struct error err;
    struct rulebook *book = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    glob_t files;

    (void)state;
    assert_non_null(book);
    assert_int_equal(glob(SOURCE_DIR "/profiles/*.ini", 0, NULL, &files), 0);
    assert_int_equal(glob(SOURCE_DIR "/tests/fixtures/*.ini", GLOB_APPEND, NULL, &files), 0);
    assert_true(files.gl_pathc > 20);
    for (size_t i = 0; i < files.gl_pathc; i++)
        check_profile(book, files.gl_pathv[i]);
    globfree(&files);
    rulebook_close(book);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_a_profile_stands_in_it_is_assessed_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
