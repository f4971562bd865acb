/* SPDX-License-Identifier: MIT
 *
 * The memory of a Lua state: classes, caps, accounting, and the way back to a snapshot.
 */
#include "pack_fixture.h"

#include "lua/heap.h"

enum { REGION = 1 << 20 };

static int open_heap(void **state)
{
    static struct heap heap;

    if (!heap_open(&heap, REGION))
        return -1;
    heap.max_bytes = heap.max_block = REGION;
    *state = &heap;
    return 0;
}

static int close_heap(void **state)
{
    heap_close(*state);
    return 0;
}

/* The room of a block of 'size' bytes, found out by where the next one starts. */
static size_t room_of(struct heap *heap, size_t size)
{
    size_t before = heap->now.top;

    assert_non_null(heap_resize(heap, NULL, 0, size));
    return heap->now.top - before;
}

static void small_blocks_go_by_16_and_large_ones_by_powers_of_two(void **state)
{
    static const struct {
        size_t size, room;
    } rows[] = {{1, 16},      {16, 16},       {17, 32},       {100, 112},
                {1008, 1008}, {1024, 1024},   {1025, 2048},   {2048, 2048},
                {2049, 4096}, {65536, 65536}, {65537, 131072}};

    for (size_t i = 0; i < COUNT(rows); i++)
        if (room_of(*state, rows[i].size) != rows[i].room)
            fail_msg("%zu bytes do not take %zu", rows[i].size, rows[i].room);
}

static void blocks_are_aligned_and_apart(void **state)
{
    char *blocks[64];

    for (size_t i = 0; i < COUNT(blocks); i++) {
        blocks[i] = heap_resize(*state, NULL, 0, 1 + 7 * i);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        memset(blocks[i], (int)i, 1 + 7 * i);
    }
    for (size_t i = 0; i < COUNT(blocks); i++)
        for (size_t j = 0; j < 1 + 7 * i; j++)
            assert_int_equal(blocks[i][j], i);
}

static void a_freed_block_is_the_next_of_its_class(void **state)
{
    char *a = heap_resize(*state, NULL, 0, 40), *b = heap_resize(*state, NULL, 0, 48);
    size_t top = ((struct heap *)*state)->now.top;

    assert_null(heap_resize(*state, a, 40, 0));
    assert_null(heap_resize(*state, b, 48, 0));
    assert_ptr_equal(heap_resize(*state, NULL, 0, 33), b);
    assert_ptr_equal(heap_resize(*state, NULL, 0, 48), a);
    assert_int_equal(((struct heap *)*state)->now.top, top);
}

static void a_block_stays_within_its_class_and_moves_with_its_bytes_beyond(void **state)
{
    char *at = heap_resize(*state, NULL, 0, 33);

    memcpy(at, "thirty-two bytes and one more...", 33);
    assert_ptr_equal(heap_resize(*state, at, 33, 48), at);
    char *moved = heap_resize(*state, at, 48, 5000);
    assert_ptr_not_equal(moved, at);
    assert_memory_equal(moved, "thirty-two bytes and one more...", 33);
    char *back = heap_resize(*state, moved, 5000, 6);
    assert_memory_equal(back, "thirty", 6);
    assert_ptr_equal(heap_resize(*state, NULL, 0, 5000), moved);
}

/* --- caps --- */

static void the_cap_refuses_and_changes_nothing(void **state)
{
    struct heap *heap = *state;

    heap->max_bytes = 1000;
    char *at = heap_resize(heap, NULL, 0, 900);
    assert_null(heap_resize(heap, NULL, 0, 101));
    assert_true(heap->refused);
    assert_int_equal(heap->now.bytes, 900);
    assert_int_equal(heap->allocated, 900);
    assert_null(heap_resize(heap, at, 900, 1001));
    assert_int_equal(heap->now.bytes, 900);
    assert_ptr_equal(heap_resize(heap, at, 900, 1000) == NULL, false);
    assert_int_equal(heap->now.bytes, 1000);
    heap_restart(heap);
    assert_false(heap->refused);
    assert_int_equal(heap->allocated, 0);
}

static void a_single_block_has_a_cap_of_its_own(void **state)
{
    struct heap *heap = *state;

    heap->max_block = 4096;
    assert_non_null(heap_resize(heap, NULL, 0, 4096));
    assert_null(heap_resize(heap, NULL, 0, 4097));
    assert_true(heap->refused);
    assert_int_equal(heap->now.bytes, 4096);
}

static void huge_requests_are_refused_and_do_not_wrap(void **state)
{
    struct heap *heap = *state;

    heap->max_block = SIZE_MAX;
    heap_resize(heap, NULL, 0, 10);
    assert_null(heap_resize(heap, NULL, 0, SIZE_MAX));
    assert_null(heap_resize(heap, NULL, 0, SIZE_MAX - 9));
    assert_null(heap_resize(heap, NULL, 0, (size_t)REGION + 1));
    assert_int_equal(heap->now.bytes, 10);
}

/* The region is full, so there is no block of the smaller class: the block stays where it is.
 */
static void shrinking_never_fails(void **state)
{
    struct heap *heap = *state;
    char *at = heap_resize(heap, NULL, 0, REGION);

    assert_non_null(at);
    memcpy(at, "kept", 4);
    assert_null(heap_resize(heap, NULL, 0, 1));
    assert_true(heap->refused);
    assert_ptr_equal(heap_resize(heap, at, REGION, 100), at);
    assert_memory_equal(at, "kept", 4);
    assert_int_equal(heap->now.bytes, 100);
    assert_true(heap->refused);
    heap_resize(heap, at, 100, 0);
    assert_int_equal(heap->now.bytes, 0);
}

static void growing_in_a_full_region_leaves_the_block_as_it_was(void **state)
{
    struct heap *heap = *state;
    char *at = heap_resize(heap, NULL, 0, 64);

    memcpy(at, "kept", 4);
    while (heap_resize(heap, NULL, 0, 1024)) {
    }
    size_t bytes = heap->now.bytes, allocated = heap->allocated;
    assert_null(heap_resize(heap, at, 64, 1000));
    assert_memory_equal(at, "kept", 4);
    assert_int_equal(heap->now.bytes, bytes);
    assert_int_equal(heap->allocated, allocated);
}

/* --- accounting --- */

struct shadow {
    unsigned char *at;
    size_t size;
    unsigned char fill;
};

static void check_shadow(const struct shadow *s)
{
    for (size_t i = 0; i < s->size; i++)
        assert_int_equal(s->at[i], s->fill);
}

/* Many resizings by a fixed sequence of numbers, with every byte looked after. */
static void churn(struct heap *heap, struct shadow *blocks, size_t count, uint32_t seed)
{
    for (int step = 0; step < 20000; step++) {
        seed = seed * 1664525 + 1013904223;
        struct shadow *s = &blocks[(seed >> 16) % count];
        size_t size = seed >> 8 & 3 ? (seed >> 10) % 300 : (seed >> 10) % 5000;
        check_shadow(s);
        unsigned char *at = heap_resize(heap, s->at, s->size, size);
        if (size > 0 && !at)
            continue;
        for (size_t i = 0; i < s->size && i < size; i++)
            assert_int_equal(at[i], s->fill);
        *s = (struct shadow){at, size, (unsigned char)step};
        if (size > 0)
            memset(at, s->fill, size);
    }
}

static void accounting_comes_back_to_where_it_was(void **state)
{
    struct heap *heap = *state;
    struct shadow blocks[50] = {{0}};

    for (uint32_t seed = 1; seed <= 5; seed++) {
        churn(heap, blocks, COUNT(blocks), seed);
        size_t sum = 0;
        for (size_t i = 0; i < COUNT(blocks); i++)
            sum += blocks[i].size;
        assert_int_equal(heap->now.bytes, sum);
        for (size_t i = 0; i < COUNT(blocks); i++)
            heap_resize(heap, blocks[i].at, blocks[i].size, 0);
        memset(blocks, 0, sizeof blocks);
        assert_int_equal(heap->now.bytes, 0);
    }
}

/* --- snapshot --- */

static void a_restored_heap_is_the_same_and_answers_the_same(void **state)
{
    struct heap *heap = *state;
    char *kept = heap_resize(heap, NULL, 0, 500), *freed = heap_resize(heap, NULL, 0, 48);
    void *first[20], *again[20];

    memset(kept, 'k', 500);
    heap_resize(heap, freed, 48, 0);
    heap_save(heap);
    for (int round = 0; round < 3; round++) {
        void **got = round == 0 ? first : again;
        for (size_t i = 0; i < COUNT(first); i++)
            got[i] = heap_resize(heap, NULL, 0, 48 * (i + 1));
        assert_ptr_equal(got[0], freed);
        memset(kept, 'x', 500);
        heap_resize(heap, kept, 500, 0);
        heap_resize(heap, got[3], 48 * 4, 0);
        heap_restore(heap);
        for (size_t i = 0; i < 500; i++)
            assert_int_equal(kept[i], 'k');
        assert_int_equal(heap->now.bytes, 500);
        assert_memory_equal(&heap->now, &heap->saved, sizeof heap->now);
        if (round > 0)
            assert_memory_equal(first, again, sizeof first);
    }
}

#define HEAP_TEST(test) cmocka_unit_test_setup_teardown(test, open_heap, close_heap)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HEAP_TEST(small_blocks_go_by_16_and_large_ones_by_powers_of_two),
        HEAP_TEST(blocks_are_aligned_and_apart),
        HEAP_TEST(a_freed_block_is_the_next_of_its_class),
        HEAP_TEST(a_block_stays_within_its_class_and_moves_with_its_bytes_beyond),
        HEAP_TEST(the_cap_refuses_and_changes_nothing),
        HEAP_TEST(a_single_block_has_a_cap_of_its_own),
        HEAP_TEST(huge_requests_are_refused_and_do_not_wrap),
        HEAP_TEST(shrinking_never_fails),
        HEAP_TEST(growing_in_a_full_region_leaves_the_block_as_it_was),
        HEAP_TEST(accounting_comes_back_to_where_it_was),
        HEAP_TEST(a_restored_heap_is_the_same_and_answers_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
