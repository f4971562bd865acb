/* SPDX-License-Identifier: MIT
 *
 * The core pack's rules read as text say what the pack says of them once they are loaded.
 */
#include "pack_fixture.h"
#include "rows.h"

#include "insight/source/source.h"
#include "lua/names.h"

static bool marks_have(const struct source_mark *marks, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(marks[i].name, name) == 0)
            return true;
    return false;
}

static void core_uses_no_globals_and_no_bare_numbers(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    size_t offered_count;
    const char *const *offered = names_offered(&offered_count);

    for (size_t r = 0; r < pack->rule_count; r++) {
        struct arena arena = {0};
        struct text source = text_of(pack->rules[r].source);
        struct source_mark *marks;
        size_t count = source_globals(source, offered, offered_count, &arena, &marks);
        ROW_TEXT(pack->rules[r].id, count > 0 ? marks[0].name : "", "");
        count = source_bare_numbers(source, &arena, &marks);
        ROW_TEXT(pack->rules[r].id, count > 0 ? marks[0].name : "", "");
        arena_release(&arena);
    }
    ROWS_END();
}

static void core_reads_the_facts_it_declares(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    size_t whole = 0;

    for (size_t r = 0; r < pack->rule_count; r++) {
        const struct rule *rule = &pack->rules[r];
        struct arena arena = {0};
        struct source_mark *marks;
        bool dynamic;
        size_t count = source_fact_reads(text_of(rule->source), &arena, &marks, &dynamic);
        for (size_t m = 0; m < count; m++) {
            bool declared = false;
            for (size_t f = 0; f < rule->fact_count; f++)
                declared |=
                    strcmp(pack->schema.facts[rule->facts[f].number].name, marks[m].name) == 0;
            ROW_TEXT(rule->id, declared ? "" : marks[m].name, "");
        }
        whole += !dynamic;
        for (size_t f = 0; f < rule->fact_count && !dynamic; f++) {
            const char *name = pack->schema.facts[rule->facts[f].number].name;
            ROW_TEXT(rule->id, marks_have(marks, count, name) ? "" : name, "");
        }
        arena_release(&arena);
    }
    ROWS_END();
    assert_int_equal(whole, pack->rule_count - 3); /* CE08, SF02 and RE01 make names */
}

static void core_cites_every_limit(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    size_t limits = 0;

    for (size_t r = 0; r < pack->rule_count; r++) {
        struct arena arena = {0};
        struct source_limit *list;
        size_t count = source_limits(text_of(pack->rules[r].source), &arena, &list);
        for (size_t i = 0; i < count; i++)
            ROW_TEXT(pack->rules[r].id, list[i].cited ? "" : list[i].name, "");
        limits += count;
        arena_release(&arena);
    }
    ROWS_END();
    assert_true(limits > 80);
}

/* Each test of each rule has its cases, and each says something. */
static void core_is_put_into_words(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t r = 0; r < pack->rule_count; r++) {
        const struct rule *rule = &pack->rules[r];
        struct arena arena = {0};
        struct source_case *cases;
        size_t count = source_cases(text_of(rule->source), &arena, &cases), tests = 0;
        for (size_t i = 0; i < count; i++) {
            tests += i == 0 || cases[i].test != cases[i - 1].test;
            bool kept = strcmp(rule->id, "SU01") == 0 && cases[i].test == 0;
            ROW_INT(rule->id, cases[i].when[0] != '\0' || kept, true);
            ROW_INT(rule->id, cases[i].says[0] != '\0' || kept, true);
        }
        ROW_INT(rule->id, (long long)tests, (long long)rule->test_count);
        arena_release(&arena);
    }
    ROWS_END();
}

static void core_has_mutants_in_the_order_of_its_lines(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t r = 0; r < pack->rule_count; r++) {
        struct arena arena = {0};
        struct mutant *mutants;
        struct text source = text_of(pack->rules[r].source);
        size_t count = source_mutants(source, &arena, &mutants);
        ROW_INT(pack->rules[r].id, count >= 2, true);
        for (size_t i = 1; i < count; i++)
            ROW_INT(pack->rules[r].id, mutants[i - 1].line <= mutants[i].line, true);
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(core_uses_no_globals_and_no_bare_numbers),
        cmocka_unit_test(core_reads_the_facts_it_declares),
        cmocka_unit_test(core_cites_every_limit),
        cmocka_unit_test(core_is_put_into_words),
        cmocka_unit_test(core_has_mutants_in_the_order_of_its_lines),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
