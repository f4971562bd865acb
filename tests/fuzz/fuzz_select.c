/* SPDX-License-Identifier: MIT
 *
 * Any text as a selection of the rules of a small pack: it is read, or refused with a sentence
 * and a place; what is read has an opposite.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "score/select.h"

static const char *const cited[] = {"A11", "S59"};

static struct fact_def facts[] = {{.name = "cost.join_fee"}, {.name = "plan.levels_paid"}};
static struct rule_fact read_facts[] = {{.number = 0}, {.number = 1}};

static struct theme themes[] = {{.id = "costs"}, {.id = "recruitment"}};
static struct rule rules[] = {
    {.id = "RE01", .theme = 1, .points = 36, .worst = OUTCOME_CRITICAL, .cites = {cited, 2}},
    {.id = "RE02",
     .theme = 1,
     .points = 20,
     .worst = OUTCOME_MAJOR,
     .facts = read_facts,
     .fact_count = 2},
    {.id = "CE01", .points = 8, .worst = OUTCOME_MINOR, .cites = {cited, 1}},
    {.id = "CE10", .worst = OUTCOME_INFO, .facts = read_facts, .fact_count = 1},
};
static const struct pack pack = {.schema = {.facts = facts, .fact_count = 2},
                                 .themes = themes,
                                 .theme_count = 2,
                                 .rules = rules,
                                 .rule_count = COUNT(rules)};

/* Where there is room for it. */
static void check_opposite(const char *text, const struct selection *selection,
                           struct arena *arena)
{
    struct selection *opposite;
    struct error err;

    if (!selection_parse(arena_printf(arena, "not (%s)", text), &pack, arena, &opposite, &err))
        return;
    for (size_t i = 0; i < pack.rule_count; i++)
        assert(selection_has(selection, &pack, &rules[i]) !=
               selection_has(opposite, &pack, &rules[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct selection *selection;
    struct error err = {0};
    const char *text = arena_copy(&arena, (const char *)data, size);

    if (selection_parse(text, &pack, &arena, &selection, &err)) {
        assert(err.message[0] == '\0');
        check_opposite(text, selection, &arena);
    } else {
        assert(err.message[0] != '\0' && err.column >= 0 &&
               (size_t)err.column <= strlen(text) + 1);
    }
    arena_release(&arena);
    return 0;
}
