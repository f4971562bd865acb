/* SPDX-License-Identifier: MIT
 *
 * Rows of values as written and as people then read them, or "fault: ..." where they are
 * refused.
 */
#ifndef TESTS_VALUE_ROWS_H
#define TESTS_VALUE_ROWS_H

#include "facts_fixture.h"

struct value_row {
    const char *fact; /* "cost.join_fee", or with the profile's currency: "cost.join_fee EUR" */
    const char *written, *wanted;
};

/* One row, as a call: reads, writes and compares. */
static inline void check_value(const char *name, const char *written, bool quoted,
                               const char *currency, const char *wanted)
{
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);
    struct buf got = BUF_INIT, fault = BUF_INIT;
    struct value value;
    int number = schema_find_name(&schema, name);

    if (number == FACT_NONE)
        fail_msg("no fact %s", name);
    /* a copy to the byte, so that reading past the end shows */
    size_t len = strlen(written);
    char *exact = malloc(len > 0 ? len : 1);
    assert_non_null(exact);
    memcpy(exact, written, len);
    if (value_parse(&schema.facts[number], (struct text){exact, len}, quoted, currency, &arena,
                    &value, &fault))
        value_put(&got, &schema.facts[number], &value);
    else
        buf_printf(&got, "fault: %s", buf_text(&fault));
    free(exact);
    ROW_TEXT(arena_printf(&arena, "%s = %s", name, written), buf_text(&got), wanted);
    buf_release(&got);
    buf_release(&fault);
    arena_release(&arena);
}

static inline void check_values(const struct value_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s", rows[i].fact);
        char *blank = strchr(name, ' ');
        if (blank)
            *blank = '\0';
        check_value(name, rows[i].written, false, blank ? blank + 1 : "", rows[i].wanted);
    }
    ROWS_END();
}

#endif
