/* SPDX-License-Identifier: MIT
 *
 * The core pack for tests, loaded once per executable.
 */
#ifndef TESTS_PACK_FIXTURE_H
#define TESTS_PACK_FIXTURE_H

/* clang-format off: cmocka wants these before itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
/* clang-format on */

#include "insight/assess.h"

/* Opens the core pack into *state, or fails the group. For cmocka_run_group_tests. */
static inline int open_core(void **state)
{
    struct error err;
    struct rulebook *book = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_FULL, &err);

    if (!book)
        fprintf(stderr, "%s:%d: %s\n", err.where, err.line, err.message);
    *state = book;
    return book ? 0 : -1;
}

static inline int close_core(void **state)
{
    rulebook_close(*state);
    return 0;
}

/* Assesses a profile given as text, which must be sound. */
static inline void assess_text(struct rulebook *book, const char *text, struct arena *arena,
                               struct assessment *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct faults faults = {0};

    if (!profile_parse(text_of(text), "test.ini", &pack->schema, &options, arena, profile,
                       &faults))
        fail_msg("line %d: %s\nin\n%s", faults.list[0].line, faults.list[0].message, text);
    assess(book, profile, arena, out);
}

/* The finding of a rule. */
static inline const struct finding *finding_of(const struct assessment *a, const char *rule)
{
    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (strcmp(a->findings[i].rule->id, rule) == 0)
            return &a->findings[i];
    fail_msg("no rule %s", rule);
    return NULL;
}

#endif
