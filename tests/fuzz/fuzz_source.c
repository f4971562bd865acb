/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a rule file, read as text: the tokens lie inside and in order, and every mutant
 * differs from its source.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "insight/source/source.h"
#include "lua/names.h"

static void check_tokens(struct text source, struct arena *arena)
{
    struct token *tokens;
    size_t count = source_tokens(source, arena, &tokens), end = 0;

    for (size_t i = 0; i < count; i++) {
        assert(tokens[i].at >= end && tokens[i].text.len > 0);
        assert(tokens[i].text.at == source.at + tokens[i].at);
        end = tokens[i].at + tokens[i].text.len;
        assert(end <= source.len);
    }
}

static void check_mutants(struct text source, struct arena *arena)
{
    struct mutant *mutants;
    size_t count = source_mutants(source, arena, &mutants);

    assert(count <= SOURCE_MUTANTS_MAX);
    for (size_t i = 0; i < count; i++)
        assert(mutants[i].source.len != source.len ||
               memcmp(mutants[i].source.at, source.at, source.len) != 0);
}

static void check_lists(struct text source, struct arena *arena)
{
    struct source_case *cases;
    struct source_limit *limits;
    struct source_mark *marks;
    size_t offered_count, count;
    const char *const *offered = names_offered(&offered_count);
    bool dynamic;

    count = source_cases(source, arena, &cases);
    for (size_t i = 0; i < count; i++)
        assert(cases[i].when && cases[i].says && cases[i].line > 0);
    count = source_limits(source, arena, &limits);
    for (size_t i = 0; i < count; i++)
        assert(limits[i].name[0] && limits[i].value[0] && limits[i].comment);
    source_globals(source, offered, offered_count, arena, &marks);
    source_fact_reads(source, arena, &marks, &dynamic);
    source_bare_numbers(source, arena, &marks);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    /* A copy of its own, so that a byte read beyond the end is found. */
    char *copy = malloc(size ? size : 1);

    if (!copy)
        abort();
    if (size > 0)
        memcpy(copy, data, size);
    struct text source = {copy, size};
    check_tokens(source, &arena);
    check_mutants(source, &arena);
    check_lists(source, &arena);
    arena_release(&arena);
    free(copy);
    return 0;
}
