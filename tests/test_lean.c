/* SPDX-License-Identifier: MIT
 *
 * Leaving the examples of a rule out changes nothing but the examples.
 */
#include "pack_fixture.h"

#include "lua/lean.h"

static struct text text_in(const char *string)
{
    return (struct text){string, strlen(string)};
}

static void read_all(struct lean lean, struct buf *out)
{
    size_t size;
    const char *piece;

    while ((piece = lean_read(NULL, &lean, &size)) != NULL && size > 0)
        buf_put(out, piece, size);
}

static void plain_data_is_left_out_and_lines_stay(void **state)
{
#define HEAD "-- a rule\nreturn {\n  title = \"x\",\n  examples = {"
#define TAIL "},\n}\n"
    static const struct {
        const char *label, *source, *left;
    } rows[] = {
        {"one line", HEAD " { facts = {}, expect = \"unknown\" } " TAIL, HEAD TAIL},
        {"lines",
         HEAD
         "\n    { facts = { [\"a.b\"] = \"60%\" }, -- why }\n      expect = true },\n  " TAIL,
         HEAD "\n\n\n" TAIL},
        {"braces and quotes in text", HEAD "\n { note = \"}} \\\" {\" },\n" TAIL,
         HEAD "\n\n" TAIL},
        {"a function call", HEAD " { facts = f() } " TAIL, NULL},
        {"another name", HEAD " { facts = {}, expect = worst } " TAIL, NULL},
        {"a long bracket", HEAD " { note = [[ } ]] } " TAIL, NULL},
        {"a long comment", HEAD " --[[ } ]] " TAIL, NULL},
        {"an open text", HEAD " { note = \"\n\" } " TAIL, NULL},
        {"an open table", HEAD " { { ", NULL},
        {"other indentation", "return {\n examples = {" TAIL, NULL},
        {"no examples", "return {}\n", NULL},
        {"in a table of its own", "local data = {\n  examples = { 1 },\n}\nreturn { data }\n",
         NULL},
        {"twice", HEAD TAIL "\n  examples = { }", NULL},
        {"in a long text", "local s = [[\nreturn {\n  examples = { 1 },\n]]\nreturn {}\n",
         NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        read_all(lean_source(text_in(rows[i].source), true), &out);
        const char *wanted = rows[i].left ? rows[i].left : rows[i].source;
        if (strcmp(buf_text(&out), wanted) != 0)
            fail_msg("%s:\n%s\nnot\n%s", rows[i].label, buf_text(&out), wanted);
        buf_reset(&out);
        read_all(lean_source(text_in(rows[i].source), false), &out);
        assert_string_equal(buf_text(&out), rows[i].source);
        buf_release(&out);
    }
}

static void many_lines_are_counted(void **state)
{
    struct buf source = BUF_INIT, out = BUF_INIT;

    (void)state;
    buf_puts(&source, HEAD);
    buf_fill(&source, '\n', 1000);
    buf_puts(&source, TAIL);
    read_all(lean_source(text_in(buf_text(&source)), true), &out);
    assert_string_equal(buf_text(&out), buf_text(&source));
    buf_release(&source);
    buf_release(&out);
}

static void the_lean_core_pack_is_the_core_pack(void **state)
{
    struct error err;
    struct rulebook *lean = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    const struct pack *a = rulebook_pack(*state), *b = rulebook_pack(lean);
    static const char profile[] =
        "[plan]\nlevels_paid = 2..5\n[recruit]\npays_for_enrollment = yes\n"
        "income_from_recruiting_pct = ~40%\n[cost]\njoin_fee = 99 USD\n";

    assert_string_equal(a->hash, b->hash);
    for (size_t i = 0; i < a->rule_count; i++) {
        assert_int_equal(b->rules[i].example_count, 0);
        assert_true(a->rules[i].example_count > 0);
        assert_int_equal(a->rules[i].points, b->rules[i].points);
    }
    struct arena arena = {0};
    struct assessment x, y;
    assess_text(*state, profile, &arena, &x);
    assess_text(lean, profile, &arena, &y);
    assert_int_equal(x.score.score, y.score.score);
    assert_int_equal(x.score.low, y.score.low);
    assert_int_equal(x.score.high, y.score.high);
    for (size_t i = 0; i < a->rule_count; i++)
        assert_int_equal(x.findings[i].outcome, y.findings[i].outcome);
    arena_release(&arena);
    rulebook_close(lean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_data_is_left_out_and_lines_stay),
        cmocka_unit_test(many_lines_are_counted),
        cmocka_unit_test(the_lean_core_pack_is_the_core_pack),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
