/* SPDX-License-Identifier: MIT */
#include "insight/rules/mutation.h"

/* The examples are those of the rule as it is: a change must not change them. */
static bool is_noticed(struct rulebook *book, const struct subject *subject)
{
    struct arena arena = {0};
    bool noticed = false;

    for (size_t i = 0; i < subject->count && !noticed; i++) {
        struct outcome_seen seen;
        example_run(book, subject, &subject->examples[i], &arena, &seen, NULL);
        noticed = !example_holds(&subject->examples[i], &seen);
        arena_reset(&arena);
    }
    arena_release(&arena);
    return noticed;
}

static void try_mutant(struct rulebook *book, size_t file, const struct subject *subject,
                       const struct mutant *mutant, struct arena *arena,
                       struct rule_mutation *out)
{
    struct error err;

    if (!rulebook_replace_file(book, file, mutant->source, &err))
        return;
    out->count++;
    if (is_noticed(book, subject)) {
        out->noticed++;
        return;
    }
    out->unnoticed =
        arena_grow(arena, out->unnoticed, out->unnoticed_count, sizeof *out->unnoticed);
    out->unnoticed[out->unnoticed_count++] = (struct unnoticed){mutant->line, mutant->what};
}

void rule_mutate(struct rulebook *book, size_t file, struct arena *arena,
                 struct rule_mutation *out)
{
    struct subject subject = subject_of_file(rulebook_pack(book), file);
    struct text source = text_of(pack_file(rulebook_pack(book), file)->source);
    struct mutant *mutants;
    struct error err;

    *out = (struct rule_mutation){0};
    out->skipped = is_noticed(book, &subject);
    if (out->skipped)
        return;
    size_t count = source_mutants(source, arena, &mutants);
    for (size_t i = 0; i < count; i++)
        try_mutant(book, file, &subject, &mutants[i], arena, out);
    rulebook_replace_file(book, file, source, &err);
}
