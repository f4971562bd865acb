/* SPDX-License-Identifier: MIT
 *
 * Any fact of any sound profile set to any value. The first byte chooses the fact, the rest of
 * the first line is the value, what follows is the profile. Asserted: the value reads back, and
 * the other facts say what they said.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "facts/profile_edit.h"
#include "insight/assess.h"

static struct rulebook *book(void)
{
    static struct rulebook *opened; /* the fuzzer calls one function again and again */
    struct error err;

    if (!opened)
        opened = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    if (!opened)
        abort();
    return opened;
}

static bool parse(struct text text, struct arena *arena, struct profile *out)
{
    const struct pack *pack = rulebook_pack(book());
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct faults faults = {0};

    return profile_parse(text, "fuzz.ini", &pack->schema, &options, arena, out, &faults);
}

static void expect_same_lines(const struct fact *a, const struct fact *b)
{
    assert(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert(strcmp(a->statements[i].written, b->statements[i].written) == 0);
        assert(strcmp(a->statements[i].locator, b->statements[i].locator) == 0);
        assert(a->statements[i].source == b->statements[i].source);
    }
}

static void check(struct text text, size_t fact, const char *value, struct arena *arena)
{
    const struct schema *schema = &rulebook_pack(book())->schema;
    struct profile before, after;
    struct buf out = BUF_INIT;
    struct error err = {0};

    if (!parse(text, arena, &before))
        return;
    if (!profile_edit(text, schema, schema->facts[fact].name, value, NULL, arena, &out, &err)) {
        assert(*err.message && out.len == 0);
    } else if (parse((struct text){out.at, out.len}, arena, &after)) {
        for (size_t i = 0; i < schema->fact_count; i++)
            if (i != fact)
                expect_same_lines(&before.facts[i], &after.facts[i]);
        assert(after.source_count == before.source_count);
        assert(after.facts[fact].count == 1);
        const struct statement *s = after.facts[fact].statements;
        assert(s->source == SOURCE_NONE ||
               strcmp(s->written, before.facts[fact].statements[0].written) == 0);
        const char *end = strrchr(value, '"');
        bool quoted = *value == '"' && end > value; /* perhaps; then other bytes are read */
        struct text wanted = text_trim(text_of(value));
        assert(quoted || schema->facts[fact].type == TYPE_TEXT || text_is(wanted, s->written));
        assert(quoted || schema->facts[fact].type != TYPE_TEXT ||
               strcmp(value, s->written) == 0);
    }
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = (const char *)data,
               *end = size > 1 ? memchr(at + 1, '\n', size - 1) : NULL;
    struct arena arena = {0};

    if (!end)
        return 0;
    const char *value = arena_copy(&arena, at + 1, (size_t)(end - at) - 1);
    check((struct text){end + 1, size - (size_t)(end + 1 - at)},
          data[0] % rulebook_pack(book())->schema.fact_count, value, &arena);
    arena_release(&arena);
    return 0;
}
