/* SPDX-License-Identifier: MIT
 *
 * The things that grow: buf, arena, and the lists of faults that live in one; and errors.
 */
#include "rows.h"

#include <inttypes.h>
#include <stdalign.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/hash.h"

/* --- buf --- */

static void a_buf_is_always_a_string(void **state)
{
    struct buf buf = BUF_INIT;

    (void)state;
    assert_string_equal(buf_text(&buf), "");
    buf_puts(&buf, "");
    assert_string_equal(buf_text(&buf), "");
    buf_puts(&buf, "ab");
    buf_putc(&buf, 'c');
    buf_fill(&buf, '.', 3);
    buf_fill(&buf, '.', 0);
    buf_put(&buf, "defgh", 2);
    buf_printf(&buf, "%d%s", 42, "!");
    buf_printf(&buf, "%s", "");
    assert_string_equal(buf_text(&buf), "abc...de42!");
    assert_int_equal(buf.len, 11);
    buf_reset(&buf);
    assert_string_equal(buf_text(&buf), "");
    assert_int_equal(buf.len, 0);
    buf_release(&buf);
    assert_string_equal(buf_text(&buf), "");
    assert_int_equal(buf.max, BUF_DEFAULT_MAX);
}

static void a_buf_grows_past_any_room(void **state)
{
    struct buf buf = BUF_INIT;
    static const char piece[] = "0123456789";

    (void)state;
    for (int i = 0; i < 10000; i++)
        i % 2 ? buf_puts(&buf, piece) : buf_printf(&buf, "%s", piece);
    assert_int_equal(buf.len, 100000);
    assert_false(buf.truncated);
    for (size_t i = 0; i < buf.len; i++)
        if (buf.at[i] != piece[i % 10])
            fail_msg("byte %zu is '%c'", i, buf.at[i]);
    buf_release(&buf);
}

static void a_buf_never_passes_its_maximum(void **state)
{
    struct buf buf = {.max = 5};

    (void)state;
    buf_puts(&buf, "abcde");
    assert_false(buf.truncated);
    buf_puts(&buf, "");
    assert_false(buf.truncated);
    buf_putc(&buf, 'f');
    assert_true(buf.truncated);
    assert_string_equal(buf_text(&buf), "abcde");
    buf_reset(&buf);
    assert_false(buf.truncated);
    buf_printf(&buf, "%s", "abcdef"); /* left out whole, not cut */
    assert_true(buf.truncated);
    assert_string_equal(buf_text(&buf), "");
    buf_release(&buf);
}

static void a_buf_takes_nul_bytes(void **state)
{
    struct buf buf = BUF_INIT;

    (void)state;
    buf_put(&buf, "a\0b", 3);
    assert_int_equal(buf.len, 3);
    assert_memory_equal(buf.at, "a\0b", 4);
    buf_release(&buf);
}

static void whole_numbers_are_written_as_printf_does(void **state)
{
    char wanted[32], got[WHOLE_MAX_BYTES + 1];

    (void)state;
    for (uint64_t power = 1; power < UINT64_C(10000000000000000000); power *= 10) {
        const uint64_t factors[] = {1, 2, 7, 9};
        for (size_t i = 0; i < 3 * COUNT(factors); i++) {
            uint64_t value = power * factors[i / 3] + i % 3 - 1;
            for (int sign = 1; sign >= -1; sign -= 2) {
                int64_t number = (int64_t)(value & INT64_MAX) * sign;
                *whole_at(got, number) = '\0';
                snprintf(wanted, sizeof wanted, "%" PRId64, number);
                ROW_TEXT(wanted, got, wanted);
            }
        }
    }
    *whole_at(got, INT64_MIN) = '\0';
    ROW_TEXT("least", got, "-9223372036854775808");
    *whole_at(got, INT64_MAX) = '\0';
    ROW_TEXT("most", got, "9223372036854775807");
    ROWS_END();
}

/* --- arena --- */

static void arena_memory_is_zeroed_and_aligned(void **state)
{
    struct arena arena = {0};

    (void)state;
    for (int round = 0; round < 3; round++) {
        for (size_t size = 0; size < 3000; size += 7) {
            unsigned char *at = arena_alloc(&arena, size);
            assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
            for (size_t i = 0; i < size; i++)
                if (at[i])
                    fail_msg("byte %zu of %zu is not zero", i, size);
            memset(at, 0xAA, size);
        }
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static void an_arena_gives_blocks_of_any_size(void **state)
{
    struct arena arena = {0};

    (void)state;
    char *small = arena_copy(&arena, "small", 5);
    const size_t size = (size_t)1024 * 1024;
    char *large = arena_alloc(&arena, size);
    memset(large, 'x', size);
    assert_string_equal(small, "small");
    assert_string_equal(arena_copy(&arena, "cut here", 3), "cut");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    assert_string_equal(arena_printf(&arena, "%s %d", "line", 7), "line 7");
    char *wide = arena_printf(&arena, "%100000d", 1);
    assert_int_equal(strlen(wide), 100000);
    arena_release(&arena);
    assert_null(arena.blocks);
    arena_release(&arena);
    arena_reset(&arena);
}

static void an_array_in_an_arena_grows_one_by_one(void **state)
{
    struct arena arena = {0};
    int *array = NULL;

    (void)state;
    for (size_t i = 0; i < 5000; i++) {
        array = arena_grow(&arena, array, i, sizeof *array);
        array[i] = (int)i;
    }
    for (int i = 0; i < 5000; i++)
        assert_int_equal(array[i], i);
    arena_release(&arena);
}

/* --- errors and faults --- */

static void an_error_is_a_place_and_a_sentence(void **state)
{
    struct error err = {.line = 9, .column = 9};
    char name[1200];

    (void)state;
    assert_false(error_set(&err, ERROR_PACK, "a.lua", 7, "'%s' is odd", "x"));
    assert_int_equal(err.kind, ERROR_PACK);
    assert_string_equal(err.where, "a.lua");
    assert_int_equal(err.line, 7);
    assert_int_equal(err.column, 0);
    assert_string_equal(err.message, "'x' is odd");
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(error_set(&err, ERROR_USAGE, name, 0, "%s%s", name, name));
    assert_int_equal(strlen(err.where), sizeof err.where - 1);
    assert_int_equal(strlen(err.message), ERROR_MESSAGE_MAX - 1);
    assert_false(error_set(&err, ERROR_USAGE, NULL, 0, "no place"));
    assert_string_equal(err.where, "");
}

static void a_hundred_faults_are_kept_and_the_rest_counted(void **state)
{
    struct arena arena = {0};
    struct faults faults = {0};

    (void)state;
    for (int i = 0; i < 250; i++)
        faults_add(&faults, &arena, 250 - i, 1, "fault %d", i);
    assert_int_equal(faults.count, FAULTS_KEPT);
    assert_int_equal(faults.more, 150);
    faults_sort(&faults);
    assert_int_equal(faults.list[0].line, 151);
    assert_string_equal(faults.list[0].message, "fault 99");
    assert_string_equal(faults.list[99].message, "fault 0");
    arena_release(&arena);
}

static void faults_are_sorted_by_place_and_then_as_they_came(void **state)
{
    static const struct fault rows[] = {{3, 1, "e"}, {1, 5, "b"}, {1, 0, "a"},
                                        {3, 1, "f"}, {2, 9, "d"}, {2, 1, "c"}};
    struct arena arena = {0};
    struct faults faults = {0};
    struct buf order = BUF_INIT;

    (void)state;
    faults_sort(&faults);
    for (size_t i = 0; i < COUNT(rows); i++)
        faults_add(&faults, &arena, rows[i].line, rows[i].column, "%s", rows[i].message);
    faults_sort(&faults);
    for (size_t i = 0; i < faults.count; i++)
        buf_puts(&order, faults.list[i].message);
    assert_string_equal(buf_text(&order), "abcdef");
    buf_release(&order);
    arena_release(&arena);
}

/* --- hash --- */

static void a_hash_is_the_sha256_everybody_knows(void **state)
{
    static const struct {
        const char *text, *hex;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    };
    char hex[HASH_HEX_LEN + 1];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        hash_sha256(rows[i].text, strlen(rows[i].text), hex);
        ROW_TEXT(rows[i].text, hex, rows[i].hex);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_buf_is_always_a_string),
        cmocka_unit_test(a_buf_grows_past_any_room),
        cmocka_unit_test(a_buf_never_passes_its_maximum),
        cmocka_unit_test(a_buf_takes_nul_bytes),
        cmocka_unit_test(whole_numbers_are_written_as_printf_does),
        cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
        cmocka_unit_test(an_arena_gives_blocks_of_any_size),
        cmocka_unit_test(an_array_in_an_arena_grows_one_by_one),
        cmocka_unit_test(an_error_is_a_place_and_a_sentence),
        cmocka_unit_test(a_hundred_faults_are_kept_and_the_rest_counted),
        cmocka_unit_test(faults_are_sorted_by_place_and_then_as_they_came),
        cmocka_unit_test(a_hash_is_the_sha256_everybody_knows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
