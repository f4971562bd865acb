/* SPDX-License-Identifier: MIT
 *
 * The figures of the core pack: each keeps to its examples, and moves with each number as
 * 'monotone' says: a range is computed at its ends only, so what lies between must lie between.
 */
#include "insight/rules/examples.h"
#include "insight/rules/lint.h"
#include "pack_fixture.h"
#include "rows.h"

/* --- examples --- */

static void every_figure_gives_what_its_examples_expect(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    assert_int_equal(pack->figure_count, 18);
    for (size_t f = 0; f < pack->figure_count; f++) {
        struct subject subject = subject_of_figure(pack, f);
        for (size_t e = 0; e < subject.count; e++) {
            struct arena arena = {0};
            struct outcome_seen seen;
            example_run(*state, &subject, &subject.examples[e], &arena, &seen, NULL);
            ROW_TEXT(pack->figures[f].rule.id, seen.words, subject.examples[e].expect);
            arena_release(&arena);
        }
    }
    ROWS_END();
}

/* --- monotone --- */

/* An example's value with its number times 'factor'; false where it is none, or leaves the
 * fact's range. */
static bool scale(const struct fact_def *def, const char *text, double factor,
                  struct arena *arena, const char **out)
{
    char *rest;
    double number = strtod(text, &rest) * factor;
    bool whole = def->type == TYPE_INT || def->whole;

    if (!fact_type_is_numeric(def->type) || def->type == TYPE_DATE || rest == text ||
        strstr(text, "..") || number > decimal_to_double(def->max))
        return false;
    *out = whole ? arena_printf(arena, "%.0f%s", number, rest)
                 : arena_printf(arena, "%.2f%s", number, rest);
    return true;
}

/* The figure's lines for an example with one of its facts changed. */
static struct figure_result run_scaled(struct rulebook *book, size_t figure,
                                       const struct example *example, size_t which,
                                       const char *text, struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    struct example changed = *example;
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct profile_options options = {0};
    struct faults faults = {0};
    struct figure_result result = {0};
    struct buf facts = BUF_INIT;

    changed.facts = arena_alloc(arena, example->fact_count * sizeof *changed.facts);
    memcpy(changed.facts, example->facts, example->fact_count * sizeof *changed.facts);
    changed.facts[which].text = text;
    example_put_facts(&facts, &pack->schema, changed.facts, changed.fact_count);
    if (profile_parse(text_of(buf_text(&facts)), "example", &pack->schema, &options, arena,
                      profile, &faults))
        rulebook_run_figure(book, figure, profile, arena, &result);
    buf_release(&facts);
    return result;
}

static size_t compared;

/* Whether each line of 'more' is where 'direction' wants it, both its ends. */
static bool moves_well(enum direction direction, const struct figure_result *less,
                       const struct figure_result *more)
{
    for (size_t i = 0; i < less->count && i < more->count; i++) {
        const struct finding *a = &less->lines[i], *b = &more->lines[i];
        if (a->outcome != OUTCOME_VALUE || b->outcome != OUTCOME_VALUE)
            continue;
        compared++;
        bool up = a->worst.value <= b->worst.value && a->best.value <= b->best.value;
        bool down = a->worst.value >= b->worst.value && a->best.value >= b->best.value;
        if (direction == DIRECTION_UP ? !up : !down)
            return false;
    }
    return true;
}

static void check_fact(struct rulebook *book, size_t figure, const struct example *example,
                       size_t which, enum direction direction)
{
    static const double factors[] = {0, 0.1, 0.5, 0.9, 1, 1.1, 2, 5, 20};
    const struct pack *pack = rulebook_pack(book);
    const struct fact_def *def = &pack->schema.facts[example->facts[which].number];
    struct arena arena = {0};
    struct figure_result before = {0};

    for (size_t i = 0; i < COUNT(factors); i++) {
        const char *text;
        if (!scale(def, example->facts[which].text, factors[i], &arena, &text))
            continue;
        struct figure_result now = run_scaled(book, figure, example, which, text, &arena);
        if (now.count == 0)
            continue;
        if (before.count > 0 && !moves_well(direction, &before, &now))
            ROW_TEXT(pack->figures[figure].rule.id,
                     arena_printf(&arena, "%s = %s moves it the other way", def->name, text),
                     "");
        before = now;
    }
    arena_release(&arena);
}

static void figures_move_as_they_say(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t f = 0; f < pack->figure_count; f++) {
        const struct rule *rule = &pack->figures[f].rule;
        for (size_t e = 0; e < rule->example_count; e++) {
            const struct example *example = &rule->examples[e];
            for (size_t w = 0; w < example->fact_count; w++)
                for (size_t i = 0; i < rule->fact_count; i++)
                    if (rule->facts[i].number == example->facts[w].number &&
                        (rule->facts[i].direction == DIRECTION_UP ||
                         rule->facts[i].direction == DIRECTION_DOWN))
                        check_fact(*state, f, example, w, rule->facts[i].direction);
        }
    }
    assert_true(compared > 1000);
    ROWS_END();
}

/* --- words --- */

/* Titles stand in front of the value, and no group is empty. */
static void figures_have_their_place(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t f = 0; f < pack->figure_count; f++) {
        const struct rule *rule = &pack->figures[f].rule;
        ROW_TEXT(rule->id, lint_judging_word(rule->why) ? "a word that judges" : "", "");
        assert_true(rule->cites.count > 0);
        assert_true((pack->figures[f].label == FIGURE_MODEL) ==
                    (pack->figures[f].assumes != NULL));
    }
    for (size_t g = 0; g < pack->group_count; g++) {
        size_t count = 0;
        for (size_t f = 0; f < pack->figure_count; f++)
            count += pack->figures[f].group == g;
        assert_true(count > 0);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_figure_gives_what_its_examples_expect),
        cmocka_unit_test(figures_move_as_they_say),
        cmocka_unit_test(figures_have_their_place),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
