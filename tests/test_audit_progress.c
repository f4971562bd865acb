/* SPDX-License-Identifier: MIT
 *
 * The line that says how far an audit is. That it is drawn and taken away: pty/audit.py.
 */
#include "rows.h"

#include "cli/audit_progress.h"

static void the_line_says_what_is_done_and_what_is_left(void **state)
{
    static const struct {
        const char *label;
        int64_t done, unreadable, lost, total;
        double seconds;
        const char *wanted;
    } rows[] = {
        {"the start", 0, 0, 0, 8, 0.3, "0 of 8"},
        {"no time yet", 5, 0, 0, 8, 0, "5 of 8"},
        {"seconds", 1200, 0, 0, 40000, 0.5, "1,200 of 40,000, 2,400 a second, 16 s left"},
        {"minutes", 1000, 0, 0, 1000000, 1, "1,000 of 1,000,000, 1,000 a second, 17 min left"},
        {"hours", 10, 0, 0, 1000000, 1, "10 of 1,000,000, 10 a second, 27.8 h left"},
        {"slow", 1, 0, 0, 3, 4, "1 of 3, 8 s left"},
        {"nobody knows how many", 1200, 0, 0, -1, 1, "1,200, 1,200 a second"},
        {"the end", 8, 0, 0, 8, 2, "8 of 8, 4 a second"},
        {"more than there were", 9, 0, 0, 8, 3, "9 of 8, 3 a second"},
        {"an error", 4, 1, 0, 8, 2, "4 of 8, 2 a second, 2 s left, 1 error"},
        {"errors of both kinds", 4, 1, 2, -1, 2, "4, 2 a second, 3 errors"},
    };
    struct buf line = BUF_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct audit_progress progress = {.counts = {.companies = rows[i].done,
                                                     .unreadable = rows[i].unreadable,
                                                     .lost = rows[i].lost},
                                          .total = rows[i].total};
        buf_reset(&line);
        progress_put(&line, &progress, rows[i].seconds);
        ROW_TEXT(rows[i].label, buf_text(&line), rows[i].wanted);
    }
    buf_release(&line);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_says_what_is_done_and_what_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
