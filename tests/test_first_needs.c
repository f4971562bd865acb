/* SPDX-License-Identifier: MIT
 *
 * A quick run leaves out what a test certainly comes to: it must find what the whole run finds.
 */
#include "pack_fixture.h"

#include "lua/load.h"
#include "lua/recall.h"
#include "lua/running.h"

/* All facts in one state, and then one of them in another. */
static void write_profile(struct buf *out, const struct schema *schema, const char *all,
                          size_t other, const char *state)
{
    for (size_t s = 0; s < schema->section_count; s++) {
        buf_printf(out, "[%s]\n", schema->sections[s].name);
        for (size_t i = 0; i < schema->fact_count; i++)
            if (strcmp(schema->facts[i].section, schema->sections[s].name) == 0)
                buf_printf(out, "%s = %s\n", schema->facts[i].key, i == other ? state : all);
    }
}

static void check_same(const struct assessment *a, const struct assessment *b)
{
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *x = &a->findings[i], *y = &b->findings[i];
        struct buf said[2] = {BUF_INIT, BUF_INIT};
        finding_put_reason(&said[0], x, "USD");
        finding_put_reason(&said[1], y, "USD");
        bool same =
            finding_same(x, y) && x->refused == y->refused && x->read_count == y->read_count &&
            x->missing_count == y->missing_count &&
            memcmp(x->reads, y->reads, x->read_count * sizeof *x->reads) == 0 &&
            (x->missing_count == 0 ||
             memcmp(x->missing, y->missing, x->missing_count * sizeof *x->missing) == 0) &&
            strcmp(buf_text(&said[0]), buf_text(&said[1])) == 0;
        buf_release(&said[0]);
        buf_release(&said[1]);
        if (!same)
            fail_msg("%s differs", x->rule->id);
    }
    assert_int_equal(a->class.row, b->class.row);
}

static void check_profile(struct rulebook *book, const char *text)
{
    struct arena arena = {0};
    struct assessment quick, counted;

    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS;
    assess_text(book, text, &arena, &quick);
    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    assess_text(book, text, &arena, &counted);
    check_same(&quick, &counted);
    arena_release(&arena);
}

/* Whatever a fact is besides known, alone among others of each state. */
static void what_is_left_out_is_what_the_whole_run_finds(void **state)
{
    static const char *const states[] = {"?", "refused", "n/a"};
    struct rulebook *book = *state;
    const struct schema *schema = &rulebook_pack(book)->schema;
    struct buf text = BUF_INIT;

    check_profile(book, "");
    check_profile(book, "");
    for (size_t i = 0; i < schema->fact_count; i++) {
        for (size_t s = 0; s < COUNT(states); s++) {
            buf_reset(&text);
            write_profile(&text, schema, states[s], i, states[(s + 1 + i % 2) % 3]);
            check_profile(book, buf_text(&text));
        }
    }
    buf_release(&text);
}

/* Else nothing would be left out. */
static void most_tests_read_one_fact_first(void **state)
{
    const struct rulebook *book = *state;
    size_t tests = 0, first = 0;

    for (size_t i = 0; i < book->pack.rule_count; i++) {
        for (size_t t = 0; t < book->checks[i].count; t++) {
            const struct recall *step = book->checks[i].first[t];
            tests++;
            first += step && step->fact != FACT_NONE;
            assert_true(!step || step->fact == FACT_NONE ||
                        rule_reads(&book->pack.rules[i], step->fact));
        }
    }
    if (2 * first < tests)
        fail_msg("only %zu of %zu tests", first, tests);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_out_is_what_the_whole_run_finds),
        cmocka_unit_test(most_tests_read_one_fact_first),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
