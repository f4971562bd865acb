/* SPDX-License-Identifier: MIT
 *
 * The core pack keeps its promises: points, articles, idle facts, and each rule its examples.
 */
#include "insight/rules/lint.h"
#include "pack_fixture.h"

#include "insight/rules/examples.h"
#include "insight/rules/lint.h"

/* --- examples --- */

static int run_examples(struct rulebook *book, const char *name, struct subject subject)
{
    int failed = 0;

    for (size_t i = 0; i < subject.count; i++) {
        const struct example *example = &subject.examples[i];
        struct arena arena = {0};
        struct outcome_seen seen;
        example_run(book, &subject, example, &arena, &seen, NULL);
        if (!example_holds(example, &seen)) {
            print_error("%s, example %zu: expected %s, got %s\n%s", name, i + 1,
                        example->expect, seen.words, seen.facts);
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
    for (size_t i = 0; i < pack->classify.row_count; i++)
        failed += run_examples(*state, "classify.lua row", subject_of_row(pack, i));
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
        bool fails = expects(rule, outcome_name(rule->worst));
        if (!(expects(rule, "pass") || expects(rule, "info")) || !fails ||
            !expects(rule, "unknown"))
            fail_msg("%s lacks an example that passes, says its worst, or is unknown",
                     rule->id);
    }
}

/* --- points --- */

static void points_add_up(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    assert_int_equal(pack_points(pack, SCORE_COMPANY), 1000);
    assert_int_equal(pack_points(pack, SCORE_FIT), 100);
    for (size_t t = 0; t < pack->theme_count; t++) {
        int sum = 0;
        for (size_t i = 0; i < pack->rule_count; i++)
            sum += pack->rules[i].theme == t ? pack->rules[i].points : 0;
        if (sum != pack->themes[t].points)
            fail_msg("theme %s has %d points, not %d", pack->themes[t].id, sum,
                     pack->themes[t].points);
    }
}

static void the_catalogue_is_whole(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    static const struct {
        const char *prefix;
        size_t count;
    } rows[] = {{"TR", 8},  {"PC", 8}, {"PF", 12}, {"RE", 10}, {"CE", 10},
                {"EA", 12}, {"SF", 5}, {"SU", 5},  {"CL", 4}};

    for (size_t r = 0; r < COUNT(rows); r++) {
        size_t count = 0;
        for (size_t i = 0; i < pack->rule_count; i++)
            count += strncmp(pack->rules[i].id, rows[r].prefix, 2) == 0;
        assert_int_equal(count, rows[r].count);
    }
    size_t critical = 0;
    for (size_t i = 0; i < pack->rule_count; i++)
        critical += pack->rules[i].worst == OUTCOME_CRITICAL;
    assert_int_equal(critical, 15);
}

/* --- articles --- */

static void every_sentence_of_the_articles_is_carried(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    char id[8];

    for (int i = 1; i <= 37 + 25; i++) {
        snprintf(id, sizeof id, "%c%d", i <= 37 ? 'A' : 'B', i <= 37 ? i : i - 37);
        /* that each carrier exists and cites it is checked when the pack is loaded */
        if (!pack_article(pack, id))
            fail_msg("articles.lua lacks %s", id);
    }
    assert_int_equal(pack->article_count, 62);
}

static void a_rule_that_cites_a_sentence_is_named_by_it(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct rule *rule = &pack->rules[i];
        for (size_t j = 0; j < rule->cites.count; j++) {
            const struct article *article = pack_article(pack, rule->cites.list[j]);
            if (article && !names_have(article->carried_by, rule->id))
                fail_msg("%s cites %s, but articles.lua does not say that it carries it",
                         rule->id, article->id);
        }
    }
}

/* --- facts --- */

static void no_fact_is_idle(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->schema.fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[i];
        bool read = classification_reads(&pack->classify, (int)i);
        for (size_t j = 0; j < pack_file_count(pack); j++)
            read = read || rule_reads(pack_file(pack, j), (int)i);
        if (read == (def->serve_count > 0))
            fail_msg("%s is %s", def->name,
                     read ? "read, so 'serves' has to go"
                          : "read by nothing and serves nothing");
    }
    assert_int_equal(pack->schema.fact_count, 153);
}

/* --- all that rules check knows: words, limits, sources, sums, outcomes --- */

static void rules_check_has_nothing_to_say(void **state)
{
    struct arena arena = {0};
    struct lint lint = {0};

    lint_add(&lint, *state, NULL, NULL, &arena);
    for (size_t i = 0; i < lint.count; i++)
        print_error("%s:%d: %s: %s\n", lint.list[i].file, lint.list[i].line, lint.list[i].id,
                    lint.list[i].message);
    assert_int_equal(lint.count, 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_gives_what_it_expects),
        cmocka_unit_test(every_rule_has_an_example_that_passes_fails_and_is_unknown),
        cmocka_unit_test(points_add_up),
        cmocka_unit_test(the_catalogue_is_whole),
        cmocka_unit_test(every_sentence_of_the_articles_is_carried),
        cmocka_unit_test(a_rule_that_cites_a_sentence_is_named_by_it),
        cmocka_unit_test(no_fact_is_idle),
        cmocka_unit_test(rules_check_has_nothing_to_say),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
