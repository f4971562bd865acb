/* SPDX-License-Identifier: MIT */
#include "money/income_fact.h"

#include <string.h>

#include "facts/value_lists.h"

/* Whether the rows are just what the text says. */
static bool is_own_text(const struct income_line *lines, size_t count, const char *text)
{
    struct buf again = BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        buf_puts(&again, i ? INCOME_LINES_BETWEEN : "");
        income_line_put(&again, &lines[i]);
    }
    bool same = strcmp(buf_text(&again), text) == 0;
    buf_release(&again);
    return same;
}

bool income_read_fact(const char *text, int64_t active, int64_t all, struct income *out,
                      struct error *err)
{
    struct income_line lines[INCOME_LINES_MAX];
    struct income_row rows[INCOME_LINES_MAX];
    size_t count = income_lines_parts(text, lines);

    if (count == 0 || count > INCOME_LINES_MAX || !is_own_text(lines, count, text))
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'rows' must be a fact of type income_rows, such as c.income.row");
    for (size_t i = 0; i < count; i++)
        rows[i] = (struct income_row){lines[i].share_pct, lines[i].average, lines[i].has_low,
                                      lines[i].has_high,  lines[i].low,     lines[i].high};
    struct income_table table = {rows, count, active, all};
    return income_read(&table, out, err);
}
