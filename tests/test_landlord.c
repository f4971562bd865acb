/* SPDX-License-Identifier: MIT
 *
 * The landlord pack: nothing of network marketing in it, and the engine takes it as it takes
 * the core pack.
 */
#include "pack_fixture.h"

#include "insight/rules/examples.h"

static int open_landlord(void **state)
{
    struct error err;
    struct rulebook *book = rulebook_open(SOURCE_DIR "/rules/landlord", RULEBOOK_FULL, &err);

    if (!book)
        fprintf(stderr, "%s:%d: %s\n", err.where, err.line, err.message);
    *state = book;
    return book ? 0 : -1;
}

/* --- examples --- */

static int run_examples(struct rulebook *book, const char *name, struct subject subject)
{
    int failed = 0;

    for (size_t i = 0; i < subject.count; i++) {
        struct arena arena = {0};
        struct outcome_seen seen;
        example_run(book, &subject, &subject.examples[i], &arena, &seen, NULL);
        if (!example_holds(&subject.examples[i], &seen)) {
            print_error("%s, example %zu: expected %s, got %s\n%s", name, i + 1,
                        subject.examples[i].expect, seen.words, seen.facts);
            failed++;
        }
        arena_release(&arena);
    }
    return failed;
}

static void every_example_gives_what_it_expects(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    int failed = 0;

    for (size_t i = 0; i < pack->rule_count; i++)
        failed += run_examples(*state, pack->rules[i].id, subject_of_rule(pack, i));
    assert_int_equal(failed, 0);
}

static bool expects(const struct rule *rule, const char *outcome)
{
    for (size_t i = 0; i < rule->example_count; i++)
        if (strcmp(rule->examples[i].expect, outcome) == 0)
            return true;
    return false;
}

static void every_rule_has_an_example_that_passes_fails_and_is_unknown(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct rule *rule = &pack->rules[i];
        if (!expects(rule, "pass") || !expects(rule, outcome_name(rule->worst)) ||
            !expects(rule, "unknown"))
            fail_msg("%s lacks an example that passes, says its worst, or is unknown",
                     rule->id);
    }
}

/* --- the pack as a whole --- */

static void points_add_up_to_a_hundred(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    assert_int_equal(pack_points(pack, SCORE_COMPANY), 100);
    for (size_t t = 0; t < pack->theme_count; t++) {
        int sum = 0;
        for (size_t i = 0; i < pack->rule_count; i++)
            sum += pack->rules[i].theme == t ? pack->rules[i].points : 0;
        if (sum != pack->themes[t].points)
            fail_msg("theme %s has %d points, not %d", pack->themes[t].id, sum,
                     pack->themes[t].points);
    }
}

static void every_fact_is_read_or_says_what_it_serves(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->schema.fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[i];
        bool read = false;
        for (size_t j = 0; j < pack->rule_count; j++)
            read = read || rule_reads(&pack->rules[j], (int)i);
        if (read == (def->serve_count > 0))
            fail_msg("%s is %s", def->name, read ? "read, so 'serves' has to go" : "idle");
    }
}

static bool is_cited(const struct pack *pack, const char *source)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (names_have(pack->rules[i].cites, source))
            return true;
    return false;
}

static void every_source_is_cited(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->source_count; i++)
        if (!is_cited(pack, pack->sources[i].id))
            fail_msg("nothing cites %s", pack->sources[i].id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_gives_what_it_expects),
        cmocka_unit_test(every_rule_has_an_example_that_passes_fails_and_is_unknown),
        cmocka_unit_test(points_add_up_to_a_hundred),
        cmocka_unit_test(every_fact_is_read_or_says_what_it_serves),
        cmocka_unit_test(every_source_is_cited),
    };

    return cmocka_run_group_tests(tests, open_landlord, close_core);
}
