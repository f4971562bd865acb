/* SPDX-License-Identifier: MIT
 *
 * The core pack from code that the program was built with is the core pack from its text.
 */
#include "pack_fixture.h"

#include <stdlib.h>

#include "base/file.h"
#include "lua/compiled.h"
#include "report/json/json_record.h"

static const char core[] = SOURCE_DIR "/rules/core";

static struct rulebook *open_with(const struct compiled_pack *compiled, const char *dir,
                                  enum rulebook_depth depth)
{
    struct rulebook_options options = {
        .dirs = &dir, .count = 1, .depth = depth, .compiled = compiled};
    struct error err;
    struct rulebook *book = rulebook_open_packs(&options, &err);

    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    return book;
}

/* --- what is known --- */

static void every_file_of_the_core_pack_is_known(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct arena arena = {0};

    assert_string_equal(compiled_core.hash, pack->hash);
    assert_int_equal(compiled_core.count, pack_data_files.count + pack_file_count(pack));
    for (size_t i = 0; i < compiled_core.count; i++) {
        const struct compiled_file *file = &compiled_core.files[i];
        struct error err;
        struct text text;
        if (!file_read(arena_path(&arena, core, file->file), 1 << 20, &arena, &text, ERROR_PACK,
                       &err))
            fail_msg("%s: %s", file->file, err.message);
        assert_ptr_equal(compiled_find(&compiled_core, file->file, text), file);
    }
    arena_release(&arena);
}

static void another_text_or_name_is_not_known(void **state)
{
    const struct compiled_file *file = &compiled_core.files[0];
    struct arena arena = {0};
    char *copy = arena_copy(&arena, file->text.at, file->text.len);
    struct text text = {copy, file->text.len};

    (void)state;
    assert_non_null(compiled_find(&compiled_core, file->file, text));
    assert_null(compiled_find(&compiled_core, compiled_core.files[1].file, text));
    assert_null(compiled_find(&compiled_core, file->file, (struct text){copy, text.len - 1}));
    copy[text.len - 1] ^= 1;
    assert_null(compiled_find(&compiled_core, file->file, text));
    arena_release(&arena);
}

static void code_is_not_used_where_loading_is_held_tighter(void **state)
{
    static const struct {
        const char *limit;
        bool fits;
    } rows[] = {
        {"steps_per_rule=100000", true},    {"steps_to_load=100000000", true},
        {"steps_to_load=99999999", false},  {"bytes_to_load=67108864", true},
        {"bytes_to_load=1048576", false},   {"text_bytes_to_load=65536", true},
        {"text_bytes_to_load=1024", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct limits limits = limits_standard();
        struct error err;
        assert_true(limits_set(&limits, text_of(rows[i].limit), &err));
        if (compiled_fits(&compiled_core, &limits) != rows[i].fits)
            fail_msg("%s", rows[i].limit);
    }
}

static void code_of_another_lua_is_left_alone(void **state)
{
    struct compiled_file files[] = {{.file = "pack.lua",
                                     .text = compiled_core.files[0].text,
                                     .whole = {"no code", 7},
                                     .lean = {"no code", 7}}};
    struct compiled_pack other = {"another Lua", "no hash", files, COUNT(files)};
    struct rulebook *book = open_with(&other, core, RULEBOOK_LEAN);

    assert_string_equal(files[0].file, compiled_core.files[0].file);
    assert_string_equal(rulebook_pack(book)->hash, rulebook_pack(*state)->hash);
    rulebook_close(book);
}

/* --- what comes of it --- */

static void draw(struct rulebook *book, const char *path, struct buf *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct arena arena = {0};
    struct assessment a;
    struct error err;
    struct text text;

    if (!file_read(path, 1 << 20, &arena, &text, ERROR_PROFILE, &err))
        fail_msg("%s", err.message);
    assess_text(book, text.at, &arena, &a);
    json_company_line(out, pack->name, &a, DETAIL_FULL, NULL, &arena);
    arena_release(&arena);
}

static void assert_same_lines(struct rulebook *x, struct rulebook *y, size_t rule)
{
    struct arena arena = {0};
    bool *a, *b;
    size_t count = rulebook_lines(x, rule, &arena, &a);

    assert_int_equal(rulebook_lines(y, rule, &arena, &b), count);
    assert_memory_equal(a, b, (count + 1) * sizeof *a);
    arena_release(&arena);
}

static void code_and_text_say_the_same(void **state)
{
    static const char *const profiles[] = {
        SOURCE_DIR "/profiles/harbor_soap.ini",
        SOURCE_DIR "/profiles/sunleaf.ini",
        SOURCE_DIR "/profiles/mellin_tea.ini",
    };

    (void)state;
    for (enum rulebook_depth depth = RULEBOOK_LEAN; depth <= RULEBOOK_FULL; depth++) {
        struct rulebook *text = open_with(NULL, core, depth);
        struct rulebook *code = open_with(&compiled_core, core, depth);
        const struct pack *a = rulebook_pack(text), *b = rulebook_pack(code);
        assert_string_equal(a->hash, b->hash);
        assert_int_equal(a->source_count, b->source_count);
        assert_int_equal(a->claim_count, b->claim_count);
        for (size_t i = 0; i < a->rule_count; i++) {
            assert_string_equal(a->rules[i].source, b->rules[i].source);
            assert_int_equal(a->rules[i].example_count, b->rules[i].example_count);
            assert_same_lines(text, code, i);
        }
        for (size_t i = 0; i < COUNT(profiles); i++) {
            struct buf x = BUF_INIT, y = BUF_INIT;
            draw(text, profiles[i], &x);
            draw(code, profiles[i], &y);
            assert_string_equal(buf_text(&x), buf_text(&y));
            buf_release(&x);
            buf_release(&y);
        }
        rulebook_close(text);
        rulebook_close(code);
    }
}

/* --- a pack that was changed --- */

static void replace(const char *path, const char *old, const char *new)
{
    struct arena arena = {0};
    struct error err;
    struct text text;

    assert_true(file_read(path, 1 << 20, &arena, &text, ERROR_PACK, &err));
    const char *at = strstr(text.at, old);
    assert_non_null(at);
    const char *changed =
        arena_printf(&arena, "%.*s%s%s", (int)(at - text.at), text.at, new, at + strlen(old));
    assert_true(file_write(path, changed, strlen(changed), &err));
    arena_release(&arena);
}

static void a_changed_file_is_compiled_from_its_text(void **state)
{
    char dir[] = "/tmp/plumbline-test-XXXXXX", command[256];
    struct arena arena = {0};

    assert_non_null(mkdtemp(dir));
    snprintf(command, sizeof command, "cp -R '%s/.' '%s'", core, dir);
    assert_int_equal(system(command), 0);
    replace(arena_path(&arena, dir, "recruitment/RE07_pressure.lua"),
            "points = ", "points = 1 + ");
    struct rulebook *text = open_with(NULL, dir, RULEBOOK_LEAN);
    struct rulebook *code = open_with(&compiled_core, dir, RULEBOOK_LEAN);
    const struct pack *a = rulebook_pack(text), *b = rulebook_pack(code);
    assert_string_equal(a->hash, b->hash);
    assert_string_not_equal(b->hash, compiled_core.hash);
    int points = pack_rule(rulebook_pack(*state), "RE07")->points;
    assert_int_equal(pack_rule(a, "RE07")->points, points + 1);
    assert_int_equal(pack_rule(b, "RE07")->points, points + 1);
    rulebook_close(text);
    rulebook_close(code);
    snprintf(command, sizeof command, "rm -rf '%s'", dir);
    assert_int_equal(system(command), 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_of_the_core_pack_is_known),
        cmocka_unit_test(another_text_or_name_is_not_known),
        cmocka_unit_test(code_is_not_used_where_loading_is_held_tighter),
        cmocka_unit_test(code_of_another_lua_is_left_alone),
        cmocka_unit_test(code_and_text_say_the_same),
        cmocka_unit_test(a_changed_file_is_compiled_from_its_text),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
