/* SPDX-License-Identifier: MIT
 *
 * Any text as the value of any fact: the first byte picks the fact.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

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
    } else {
        assert(fault.len > 0);
    }
    buf_release(&fault);
    buf_release(&shown);
    arena_release(&arena);
    return 0;
}
