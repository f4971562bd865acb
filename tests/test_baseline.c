/* SPDX-License-Identifier: MIT
 *
 * An earlier result to compare with: what it says of a company is found by name, by several
 * processes at once, and what was not met is told in the end.
 */
#include "result_fixture.h"

#include <sys/wait.h>

#include "audit/results/baseline.h"

struct opened {
    struct baseline *baseline;
    struct arena arena;
    const char *path;
    const struct pack *pack;
    struct format_run run;
};

static void open_baseline(struct opened *o, struct rulebook *book, enum json_detail detail)
{
    struct buf text = BUF_INIT;
    struct error err = {0};

    *o = (struct opened){.pack = rulebook_pack(book)};
    o->run = (struct format_run){&fixture_context, &o->pack, 1};
    draw_audit(&text, book, detail);
    o->path = file_with((struct text){text.at, text.len}, &o->arena);
    o->baseline = baseline_open(o->path, &o->run, &err);
    if (!o->baseline)
        fail_msg("%s", err.message);
    buf_release(&text);
}

static void close_baseline(struct opened *o)
{
    baseline_close(o->baseline);
    unlink(o->path);
    arena_release(&o->arena);
}

static struct format_earlier find(struct opened *o, const char *name, const struct pack *pack)
{
    struct format_earlier earlier;
    struct error err = {0};

    if (!baseline_find(o->baseline, name, pack, &o->arena, &earlier, &err))
        fail_msg("%s: %s", name, err.message);
    return earlier;
}

static void what_it_says_of_a_company_is_found_by_name(void **state)
{
    struct opened o;

    for (int detail = DETAIL_FINDINGS; detail <= DETAIL_FULL; detail++) {
        open_baseline(&o, *state, (enum json_detail)detail);
        struct format_earlier earlier = find(&o, "quiet_river.ini", o.pack);
        assert_true(earlier.count >= 66);
        assert_string_equal(earlier.list[0].company, "Quiet River Wellness (invented)");
        assert_string_equal(earlier.list[0].rule, o.pack->rules[0].id);
        assert_string_equal(earlier.list[0].waiver, "");
        assert_int_equal(find(&o, "quiet_river.ini", NULL).count, earlier.count);
        assert_int_equal(find(&o, "nobody.ini", o.pack).count, 0);
        assert_int_equal(find(&o, "", o.pack).count, 0);
        close_baseline(&o);
    }
}

static void a_reason_is_found_without_its_place(void **state)
{
    struct opened o;

    open_baseline(&o, *state, DETAIL_FINDINGS);
    struct format_earlier earlier = find(&o, "broken.ini", o.pack);
    assert_int_equal(earlier.count, 1);
    assert_string_equal(earlier.list[0].rule, format_unreadable);
    assert_string_equal(earlier.list[0].message,
                        "unknown key 'prise' in [cost]: did you mean 'price'?");
    close_baseline(&o);
}

/* What a pack of another name said stands beside the first of the run. */
static void findings_of_a_pack_that_is_gone_go_to_the_first(void **state)
{
    struct pack first, second;
    struct opened o;

    open_baseline(&o, *state, DETAIL_FINDINGS);
    first = second = *o.pack;
    first.name = "mine";
    second.name = "yours";
    const struct pack *packs[] = {&first, &second};
    o.run = (struct format_run){&fixture_context, packs, 2};
    assert_true(find(&o, "sunleaf.ini", &first).count >= 66);
    assert_int_equal(find(&o, "sunleaf.ini", &second).count, 0);
    second.name = o.pack->name;
    assert_int_equal(find(&o, "sunleaf.ini", &first).count, 0);
    assert_true(find(&o, "sunleaf.ini", &second).count >= 66);
    close_baseline(&o);
}

static void what_was_not_met_is_drawn_in_its_order(void **state)
{
    struct buf text = BUF_INIT;
    struct error err = {0};
    struct opened o;
    size_t at = 0;

    open_baseline(&o, *state, DETAIL_FINDINGS);
    baseline_met(o.baseline, "sunleaf.ini");
    baseline_met(o.baseline, "nobody.ini");
    assert_int_equal(baseline_draw_gone(o.baseline, &at, &format_sarif, &text, &err),
                     BASELINE_COMPANY);
    assert_non_null(strstr(buf_text(&text), "\"uri\": \"broken.ini\""));
    assert_non_null(strstr(buf_text(&text), "\"baselineState\": \"absent\""));
    assert_null(strstr(buf_text(&text), "quiet_river.ini"));
    assert_int_equal(baseline_draw_gone(o.baseline, &at, &format_sarif, &text, &err),
                     BASELINE_COMPANY);
    assert_non_null(strstr(buf_text(&text), "quiet_river.ini"));
    assert_null(strstr(buf_text(&text), "sunleaf.ini"));
    assert_int_equal(baseline_draw_gone(o.baseline, &at, &format_sarif, &text, &err),
                     BASELINE_END);
    buf_release(&text);
    close_baseline(&o);
}

/* Forked processes share the file and its place, so none may move it. */
static void processes_may_look_at_the_same_time(void **state)
{
    static const char *const names[] = {"sunleaf.ini", "quiet_river.ini"};
    struct opened o;

    open_baseline(&o, *state, DETAIL_FINDINGS);
    for (int i = 0; i < 4; i++) {
        if (fork() != 0)
            continue;
        int wrong = 0;
        for (int n = 0; n < 50; n++) {
            struct format_earlier earlier;
            struct arena arena = {0};
            struct error err;
            wrong += !baseline_find(o.baseline, names[(n + i) % 2], o.pack, &arena, &earlier,
                                    &err) ||
                     earlier.count < 66;
            arena_release(&arena);
        }
        _exit(wrong > 0);
    }
    for (int i = 0; i < 4; i++) {
        int status = -1;
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    close_baseline(&o);
}

static void a_file_that_changes_under_it_is_an_error(void **state)
{
    struct format_earlier earlier;
    struct error err = {0};
    struct opened o;

    open_baseline(&o, *state, DETAIL_FINDINGS);
    assert_int_equal(truncate(o.path, 4000), 0);
    assert_false(
        baseline_find(o.baseline, "quiet_river.ini", o.pack, &o.arena, &earlier, &err));
    assert_string_equal(err.message,
                        "cannot be read a second time: give a file that stays as it is");
    assert_int_equal(err.line, 4);
    close_baseline(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_says_of_a_company_is_found_by_name),
        cmocka_unit_test(a_reason_is_found_without_its_place),
        cmocka_unit_test(findings_of_a_pack_that_is_gone_go_to_the_first),
        cmocka_unit_test(what_was_not_met_is_drawn_in_its_order),
        cmocka_unit_test(processes_may_look_at_the_same_time),
        cmocka_unit_test(a_file_that_changes_under_it_is_an_error),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
