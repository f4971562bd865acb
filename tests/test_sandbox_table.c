/* SPDX-License-Identifier: MIT
 *
 * Which test carries which attack: one row for each of the 52 ways on record to get out of,
 * hang or crash a program that embeds Lua, and for each published flaw that stock Lua 5.4 could
 * share. The rows are in attack_rows.h: a row names rules of tests/hostile/ and how they must
 * end (test_sandbox.c runs them), unit tests by file and function, or cases of tests/cli/. Here
 * it is held that they exist and say so; that the attack fails is their own affair.
 */
#include <glob.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "attack_rows.h"
#include "base/file.h"
#include "pack_fixture.h"

/* --- checks --- */

static int complaints;

__attribute__((format(printf, 2, 3))) static void complain(const char *id, const char *format,
                                                           ...)
{
    va_list args;

    print_error("%s: ", id);
    va_start(args, format);
    vprint_error(format, args);
    va_end(args);
    print_error("\n");
    complaints++;
}

static const char *read_source(struct arena *arena, const char *path)
{
    struct text text;
    struct error err;

    if (!file_read(path, 1 << 20, arena, &text, ERROR_PACK, &err))
        return NULL;
    return arena_copy(arena, text.at, text.len);
}

static void check_hostile(const char *id, const char *name, const char *ends,
                          struct arena *arena)
{
    const char *path = arena_printf(arena, SOURCE_DIR "/tests/hostile/%s.lua", name);
    const char *source = read_source(arena, path);
    const char *said = source ? strstr(source, ends) : NULL;

    if (!source || strncmp(source, "-- ends: ", 9) != 0)
        complain(id, "there is no hostile rule %s", name);
    else if (!said || memchr(source, '\n', (size_t)(said - source)))
        complain(id, "%s does not end in '%s'", name, ends);
}

/* The function stands in the file, and is among those that main() runs. */
static void check_unit(const char *id, const char *name, const char *file, struct arena *arena)
{
    const char *source = read_source(arena, arena_printf(arena, SOURCE_DIR "/tests/%s", file));
    const char *function = arena_printf(arena, "static void %s(void **state)", name);
    const char *run = arena_printf(arena, "(%s)", name);

    if (!source || !strstr(source, function) || !strstr(source, run))
        complain(id, "%s has no test %s", file, name);
}

static void check_case(const char *id, const char *name, struct arena *arena)
{
    struct stat st;
    const char *path = arena_printf(arena, SOURCE_DIR "/tests/cli/%s/cmd", name);

    if (stat(path, &st) != 0)
        complain(id, "there is no case tests/cli/%s", name);
}

static void check_carrier(const char *id, const struct carrier *c, struct arena *arena)
{
    char *words = arena_copy(arena, c->names, strlen(c->names)), *rest;

    for (char *name = strtok_r(words, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
        if (c->ends)
            check_hostile(id, name, c->ends, arena);
        else if (c->file)
            check_unit(id, name, c->file, arena);
        else
            check_case(id, name, arena);
    }
}

static void check_rows(const struct row *rows, size_t count)
{
    struct arena arena = {0};

    complaints = 0;
    for (size_t i = 0; i < count; i++) {
        if (!rows[i].carriers[0].names)
            complain(rows[i].id, "nothing carries '%s'", rows[i].what);
        for (size_t c = 0; c < CARRIERS && rows[i].carriers[c].names; c++)
            check_carrier(rows[i].id, &rows[i].carriers[c], &arena);
    }
    arena_release(&arena);
    assert_int_equal(complaints, 0);
}

static void every_attack_on_record_is_carried_by_a_test(void **state)
{
    (void)state;
    assert_int_equal(COUNT(attacks), ATTACKS);
    for (size_t i = 0; i < COUNT(attacks); i++)
        assert_int_equal(strtol(attacks[i].id, NULL, 10), i + 1);
    check_rows(attacks, COUNT(attacks));
}

static void every_published_flaw_of_lua_is_carried_by_a_test(void **state)
{
    (void)state;
    check_rows(flaws, COUNT(flaws));
}

/* --- what the engine must not call --- */

struct banned {
    const char *call;
    const char *only_in; /* or NULL: nowhere */
};

static void check_calls(const char *path, struct arena *arena)
{
    static const struct banned rows[] = {
        {"lua_sethook(", "sandbox.c"}, {"lua_pcall(", "sandbox.c"},
        {"lua_pcallk(", NULL},         {"lua_newstate(", "sandbox.c"},
        {"luaL_newstate(", NULL},      {"lua_close(", NULL},
        {"luaL_tolstring(", NULL},     {"luaL_len(", NULL},
        {"lua_newthread(", NULL},      {"lua_resume(", NULL},
        {"luaL_openlibs(", NULL},      {"luaL_dostring(", NULL},
        {"luaL_loadfile", NULL},       {"lua_dump(", "pure.c"},
        {"lua_load(", "load_file.c"},  {"luaL_loadbuffer", "load_file.c"},
        {"luaL_loadstring(", NULL},    {"luaL_checkversion_(", NULL},
        {"setlocale(", NULL},
    };
    const char *source = read_source(arena, path), *file = strrchr(path, '/') + 1;

    assert_non_null(source);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (strstr(source, rows[i].call) &&
            !(rows[i].only_in && strcmp(rows[i].only_in, file) == 0))
            complain(file, "calls %s...)", rows[i].call);
}

/* Another hook would take the limit's away, closing a state runs its finalizers, and reading an
 * answer by its metatable runs code of the rule, outside a protected call. */
static void what_could_hang_or_abort_the_host_is_called_nowhere(void **state)
{
    struct arena arena = {0};
    glob_t found;

    (void)state;
    complaints = 0;
    assert_int_equal(glob(SOURCE_DIR "/engine/*/*.[ch]", 0, NULL, &found), 0);
    assert_true(found.gl_pathc > 60);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_calls(found.gl_pathv[i], &arena);
    globfree(&found);
    arena_release(&arena);
    assert_int_equal(complaints, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_attack_on_record_is_carried_by_a_test),
        cmocka_unit_test(every_published_flaw_of_lua_is_carried_by_a_test),
        cmocka_unit_test(what_could_hang_or_abort_the_host_is_called_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
