/* SPDX-License-Identifier: MIT
 *
 * Any text as the value of any fact: the first byte picks the fact.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "facts/value.h"
#include "lua/rulebook.h"

static const struct schema *vocabulary(void)
{
    static struct rulebook *opened; /* the fuzzer calls one function again and again */
    struct error err;

    if (!opened)
        opened = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    if (!opened)
        abort();
    return &rulebook_pack(opened)->schema;
}

/* A list of numbers reads back as what it was taken for. */
static void expect_same_list(const struct fact_def *def, const char *shown,
                             const struct value *value, struct arena *arena)
{
    bool is_list = def->type == TYPE_PCT_LIST || def->type == TYPE_INCOME_ROWS;
    struct buf fault = BUF_INIT;
    struct value again;

    if (!is_list || value->state != FACT_KNOWN)
        return;
    assert(value_parse(def, text_of(shown), false, "", arena, &again, &fault));
    assert(strcmp(again.text, value->text) == 0);
    buf_release(&fault);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct schema *schema = vocabulary();
    struct arena arena = {0};
    struct buf fault = BUF_INIT, shown = BUF_INIT;
    struct value value;

    if (size == 0)
        return 0;
    const struct fact_def *def = &schema->facts[data[0] % schema->fact_count];
    struct text written = text_trim((struct text){(const char *)data + 1, size - 1});
    if (value_parse(def, written, false, "USD", &arena, &value, &fault)) {
        assert(value.state != FACT_ABSENT && value.lo <= value.hi);
        value_put(&shown, def, &value);
        expect_same_list(def, buf_text(&shown), &value, &arena);
    } else {
        assert(fault.len > 0);
    }
    buf_release(&fault);
    buf_release(&shown);
    arena_release(&arena);
    return 0;
}
