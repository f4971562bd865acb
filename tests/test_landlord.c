/* SPDX-License-Identifier: MIT
 *
 * The landlord pack: nothing of network marketing in it, and the engine takes it as it takes
 * the core pack.
 */
#include "pack_fixture.h"

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

static void put_profile(struct buf *buf, const struct schema *schema,
                        const struct example *example)
{
    for (size_t i = 0; i < example->fact_count; i++) {
        const struct fact_def *def = &schema->facts[example->facts[i].number];
        buf_printf(buf, "[%s]\n%s = %s\n", def->section, def->key, example->facts[i].text);
    }
}

/* "major" or "major..pass" */
static const char *outcome_of(const struct finding *f, struct arena *arena)
{
    if (!f->span)
        return outcome_name(f->outcome);
    return arena_printf(arena, "%s..%s", outcome_name(f->worst.outcome),
                        outcome_name(f->best.outcome));
}

static int run_example(struct rulebook *book, size_t rule, const struct example *example)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {0};
    struct arena arena = {0};
    struct buf text = BUF_INIT;
    struct profile profile;
    struct faults faults = {0};
    struct finding f;

    put_profile(&text, &pack->schema, example);
    if (!profile_parse(text_of(buf_text(&text)), "example", &pack->schema, &options, &arena,
                       &profile, &faults))
        fail_msg("%s: %s\n%s", pack->rules[rule].id, faults.list[0].message, buf_text(&text));
    rulebook_run_rule(book, rule, &profile, &arena, &f);
    bool wrong = strcmp(outcome_of(&f, &arena), example->expect) != 0;
    if (wrong)
        print_error("%s: expected %s, got %s, '%s'\n%s", pack->rules[rule].id, example->expect,
                    outcome_of(&f, &arena), f.message.format, buf_text(&text));
    buf_release(&text);
    arena_release(&arena);
    return wrong;
}

static void every_example_gives_what_it_expects(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    int wrong = 0;

    for (size_t i = 0; i < pack->rule_count; i++)
        for (size_t j = 0; j < pack->rules[i].example_count; j++)
            wrong += run_example(*state, i, &pack->rules[i].examples[j]);
    assert_int_equal(wrong, 0);
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
