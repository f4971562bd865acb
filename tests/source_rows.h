/* SPDX-License-Identifier: MIT
 *
 * Rows of rule files as text, and what is wanted of each as one line of words.
 */
#ifndef TESTS_SOURCE_ROWS_H
#define TESTS_SOURCE_ROWS_H

#include "rows.h"

#include "base/buf.h"
#include "insight/source/source.h"

/* A rule with this text before the table and this check. */
#define RULE(before, check) before "\nreturn {\n  title = \"a < b\",\n  check = " check ",\n}\n"
#define TEST(body) "function(c) " body " end"

struct row {
    const char *label, *source, *wanted;
};

static inline void run_rows(const struct row *rows, size_t count,
                            void (*say)(struct text, struct arena *, struct buf *))
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        struct buf got = BUF_INIT;
        size_t len = strlen(rows[i].source);
        /* without a NUL behind it: a byte read beyond the end is found */
        char *exact = malloc(len > 0 ? len : 1);
        assert_non_null(exact);
        memcpy(exact, rows[i].source, len);
        say((struct text){exact, len}, &arena, &got);
        ROW_TEXT(rows[i].label, buf_text(&got), rows[i].wanted);
        buf_release(&got);
        arena_release(&arena);
        free(exact);
    }
    ROWS_END();
}

#endif
