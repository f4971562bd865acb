/* SPDX-License-Identifier: MIT
 *
 * A rule's line put into pack.lua: everything else of the file stays byte for byte.
 */
#include "pack_fixture.h"
#include "report/docs/new_pack.h"

static void a_line_goes_behind_the_last_rule_of_its_theme(void **state)
{
    static const struct {
        const char *label, *source, *wanted;
    } rows[] = {
        {"an empty list", "return { rules = {} }",
         "return { rules = {\n    \"costs/N1_x.lua\",} }"},
        {"no comma at the end", "return { rules = { 'costs/A1_x.lua' } }",
         "return { rules = { 'costs/A1_x.lua',\n    \"costs/N1_x.lua\", } }"},
        {"a comment behind the comma",
         "return {\n  rules = {\n    \"costs/A1_x.lua\", -- why\n  },\n}",
         "return {\n  rules = {\n    \"costs/A1_x.lua\", -- why\n    \"costs/N1_x.lua\",\n  "
         "},\n}"},
        {"a comment behind the last, which has no comma",
         "return {\n  rules = {\n    \"costs/A1_x.lua\" -- why\n  },\n}",
         "return {\n  rules = {\n    \"costs/A1_x.lua\", -- why\n    \"costs/N1_x.lua\",\n  "
         "},\n}"},
        {"a comment over lines",
         "return { rules = {\n\"costs/A1_x.lua\", --[[ a\nb ]] -- c\n} }",
         "return { rules = {\n\"costs/A1_x.lua\", --[[ a\nb ]] -- c\n    "
         "\"costs/N1_x.lua\",\n} }"},
        {"a comment of the next rule",
         "return { rules = {\n'costs/A1_x.lua',\n-- B\n'fit/B1_x.lua',\n} }",
         "return { rules = {\n'costs/A1_x.lua',\n    \"costs/N1_x.lua\",\n-- B\n"
         "'fit/B1_x.lua',\n} }"},
        {"an empty list with a comment", "return { rules = { -- none yet\n} }",
         "return { rules = { -- none yet\n    \"costs/N1_x.lua\",\n} }"},
        {"lines that end in CR LF", "return { rules = {\r\n'costs/A1_x.lua', -- a\r\n} }\r\n",
         "return { rules = {\r\n'costs/A1_x.lua', -- a\r\n    \"costs/N1_x.lua\",\r\n} }\r\n"},
        {"the middle of the list",
         "return { rules = {\n\"costs/A1_x.lua\",\n\"fit/B1_x.lua\",\n} }",
         "return { rules = {\n\"costs/A1_x.lua\",\n    "
         "\"costs/N1_x.lua\",\n\"fit/B1_x.lua\",\n} "
         "}"},
        {"a theme without rules", "return { rules = {\n\"fit/B1_x.lua\",\n} }",
         "return { rules = {\n\"fit/B1_x.lua\",\n    \"costs/N1_x.lua\",\n} }"},
        {"the word in a comment",
         "-- rules = { 'x' }\nreturn { rules = { \"costs/A1_x.lua\", } }",
         "-- rules = { 'x' }\nreturn { rules = { \"costs/A1_x.lua\",\n    \"costs/N1_x.lua\", "
         "} }"},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct buf out = BUF_INIT;
        struct error err = {0};
        bool ok = new_rule_list(text_of(rows[i].source), "pack.lua", "costs/N1_x.lua", &arena,
                                &out, &err);
        if (!ok || strcmp(buf_text(&out), rows[i].wanted) != 0) {
            print_error("%s: %s\n", rows[i].label, ok ? buf_text(&out) : err.message);
            failed++;
        }
        buf_release(&out);
        arena_release(&arena);
    }
    assert_int_equal(failed, 0);
}

static void a_list_that_is_not_plain_is_left_to_its_author(void **state)
{
    static const char *const rows[] = {"return { rules = list }",
                                       "return {}",
                                       "return { rules = { a, b } }",
                                       "return { rules = { 'a' .. 'b' } }",
                                       "return { rules = {",
                                       "",
                                       "rules = "};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct buf out = BUF_INIT;
        struct error err = {0};
        assert_false(
            new_rule_list(text_of(rows[i]), "pack.lua", "costs/N1_x.lua", &arena, &out, &err));
        assert_non_null(strstr(err.message, "add \"costs/N1_x.lua\" by hand"));
        assert_int_equal(out.len, 0);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_goes_behind_the_last_rule_of_its_theme),
        cmocka_unit_test(a_list_that_is_not_plain_is_left_to_its_author),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
