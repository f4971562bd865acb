/* SPDX-License-Identifier: MIT
 *
 * Records and companies as bytes between processes: what is put comes back, and what is no
 * record is found out, however it came about.
 */
#include "rows.h"

#include "audit/work/job.h"
#include "audit/work/record.h"

/* --- a record with something in every field --- */

static void fill(struct record *r, struct pack_result packs[2], struct rule_result rules[3])
{
    for (int i = 0; i < 3; i++)
        rules[i] = (struct rule_result){
            .outcome = (enum outcome)(OUTCOME_ERROR - i),
            .span = i == 1,
            .waived = i == 2,
            .severity = i,
            .tally = {1000 * i + 1, 1000 * i + 2, 1000 * i + 3, -1000 * i - 4, INT64_MAX - i}};
    for (int i = 0; i < 2; i++)
        packs[i] =
            (struct pack_result){.score = {i == 0, 41250 + i, 40000 + i, 50000 + i, 90000 + i},
                                 .verdict = {VERDICT_TOO_LITTLE, 1, 2, (size_t)i, 2, i == 1},
                                 .has_fit = i == 1,
                                 .fit = {true, 1, 2, 3, 4},
                                 .waived = 5,
                                 .broken = 6,
                                 .rules = rules,
                                 .rule_count = i == 0 ? 3 : 0};
    *r = (struct record){.kind = RECORD_ASSESSED,
                         .number = INT64_MAX,
                         .name = "folder/acme.ini",
                         .company = "Acme & S\xC3\xB6hne",
                         .profile_hash = "0123456789abcdef",
                         .condition_met = true,
                         .packs = packs,
                         .pack_count = 2,
                         .drawn = {text_of("{}\n"), text_of(""), {"a\0b", 3}, text_of("c")},
                         .notes = text_of("one\ntwo\n")};
}

static void put_filled(struct buf *out)
{
    struct record r;
    struct pack_result packs[2];
    struct rule_result rules[3];

    fill(&r, packs, rules);
    record_put(out, &r);
}

/* --- tests --- */

static void a_record_comes_back_as_it_was_put(void **state)
{
    struct record wanted, got = {0};
    struct pack_result packs[2];
    struct rule_result rules[3];
    struct buf bytes = BUF_INIT, again = BUF_INIT;
    struct arena arena = {0};

    (void)state;
    fill(&wanted, packs, rules);
    record_put(&bytes, &wanted);
    assert_true(record_get((struct text){bytes.at, bytes.len}, &arena, &got));
    assert_string_equal(got.name, wanted.name);
    assert_string_equal(got.company, wanted.company);
    assert_string_equal(got.profile_hash, wanted.profile_hash);
    assert_int_equal(got.number, wanted.number);
    assert_int_equal(got.pack_count, 2);
    assert_int_equal(got.packs[1].score.high, 50001);
    assert_false(got.packs[1].score.has_score);
    assert_int_equal(got.packs[0].verdict.kind, VERDICT_TOO_LITTLE);
    assert_int_equal(got.packs[0].rules[2].tally.low, -2004);
    assert_int_equal(got.packs[0].rules[2].outcome, OUTCOME_ERROR - 2);
    assert_int_equal(got.packs[0].rules[0].tally.high, INT64_MAX);
    assert_true(text_equal(got.drawn[2], wanted.drawn[2]));
    assert_true(text_equal(got.notes, wanted.notes));
    record_put(&again, &got); /* all that is left: the same bytes */
    assert_int_equal(again.len, bytes.len);
    assert_memory_equal(again.at, bytes.at, bytes.len);
    buf_release(&bytes);
    buf_release(&again);
    arena_release(&arena);
}

static void a_record_cut_short_or_too_long_is_none(void **state)
{
    struct buf bytes = BUF_INIT;
    struct arena arena = {0};
    struct record got;

    (void)state;
    put_filled(&bytes);
    for (size_t len = 0; len < bytes.len; len++) {
        char *exact = malloc(len + 1); /* so that a step beyond is noticed */
        memcpy(exact, bytes.at, len);
        if (record_get((struct text){exact, len}, &arena, &got))
            fail_msg("%zu of %zu bytes pass for a record", len, bytes.len);
        free(exact);
        arena_reset(&arena);
    }
    buf_putc(&bytes, '\0');
    assert_false(record_get((struct text){bytes.at, bytes.len}, &arena, &got));
    buf_release(&bytes);
    arena_release(&arena);
}

static void a_record_with_any_byte_changed_is_read_within_its_bounds(void **state)
{
    struct buf bytes = BUF_INIT;
    struct arena arena = {0};
    struct record got;
    size_t refused = 0;

    (void)state;
    put_filled(&bytes);
    for (size_t i = 0; i < bytes.len; i++) {
        static const char values[] = {'\0', '\x01', '\x7f', '\xff'};
        for (size_t v = 0; v < COUNT(values); v++) {
            char old = bytes.at[i];
            bytes.at[i] = values[v];
            refused += !record_get((struct text){bytes.at, bytes.len}, &arena, &got);
            bytes.at[i] = old;
            arena_reset(&arena);
        }
    }
    assert_true(refused > bytes.len); /* counts, kinds, flags and lengths are all checked */
    buf_release(&bytes);
    arena_release(&arena);
}

static void garbage_is_no_frame(void **state)
{
    static const struct {
        const char *label;
        struct frame frame;
        bool sound;
    } rows[] = {
        {"a frame", {FRAME_MARK, 10, 3}, true},
        {"an empty one", {FRAME_MARK, 0, 0}, true},
        {"zeros", {0, 0, 0}, false},
        {"another mark", {FRAME_MARK + 1, 10, 3}, false},
        {"far too long", {FRAME_MARK, 0xffffffff, 3}, false},
    };
    struct frame got;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_INT(rows[i].label, wire_frame((const char *)&rows[i].frame, &got), rows[i].sound);
    ROWS_END();
}

static void put_jobs(struct buf *out)
{
    static const char one[] = "a.b\0a.c", two[] = "a.d";
    struct job_writer writer = {.out = out};
    const struct text columns[] = {{one, sizeof one}, {one, sizeof one}, {two, sizeof two}};

    for (int i = 0; i < 3; i++) {
        struct job row = {.company = {.name = "t.csv:2",
                                      .form = COMPANY_ROW,
                                      .text = text_of("1"),
                                      .columns = columns[i],
                                      .line = 2 + i},
                          .earlier = text_of("{}\n"),
                          .lost = text_of(i == 1 ? "it was ended" : "")};
        struct job file = {.company = {.name = "a.ini",
                                       .form = COMPANY_FILE,
                                       .path = "x/a.ini",
                                       .text = text_of(""),
                                       .columns = text_of(""),
                                       .line = 1},
                           .earlier = text_of(""),
                           .lost = text_of("")};
        job_put(&writer, &row);
        job_put(&writer, &file);
    }
}

static void companies_come_back_each_with_its_columns(void **state)
{
    struct buf bytes = BUF_INIT;
    struct job job;
    int i = 0;

    (void)state;
    put_jobs(&bytes);
    struct job_reader reader = {.wire.rest = {bytes.at, bytes.len}, .columns = text_of("")};
    for (; job_get(&reader, &job); i++) {
        const struct company *c = &job.company;
        if (i % 2 == 1) {
            assert_int_equal(c->form, COMPANY_FILE);
            assert_string_equal(c->path, "x/a.ini");
            assert_int_equal(c->columns.len, 0);
            continue;
        }
        assert_int_equal(c->form, COMPANY_ROW);
        assert_null(c->path);
        assert_string_equal(c->columns.at, i < 4 ? "a.b" : "a.d");
        assert_int_equal(c->columns.len, i < 4 ? 8 : 4);
        assert_int_equal(c->line, 2 + i / 2);
        assert_int_equal(job.lost.len, i == 2 ? 12 : 0);
        assert_string_equal(job.earlier.at, "{}\n");
    }
    assert_int_equal(i, 6);
    assert_false(reader.wire.broken);
    buf_release(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_comes_back_as_it_was_put),
        cmocka_unit_test(a_record_cut_short_or_too_long_is_none),
        cmocka_unit_test(a_record_with_any_byte_changed_is_read_within_its_bounds),
        cmocka_unit_test(garbage_is_no_frame),
        cmocka_unit_test(companies_come_back_each_with_its_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
