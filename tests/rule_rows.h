/* SPDX-License-Identifier: MIT
 *
 * Rules as rows: a rule and a company as text, and the finding they must give.
 */
#ifndef TESTS_RULE_ROWS_H
#define TESTS_RULE_ROWS_H

#include "insight/rules/examples.h"
#include "pack_writer.h"

struct row {
    const char *label;
    const char *rule;    /* WRITER_RULE */
    const char *company; /* INI */
    const char *outcome; /* "pass", "critical..pass", "credit 0.5", "unknown" ... */
    const char *reason;  /* or NULL for any */
    const char *reads;   /* "a.n a.up", in order; NULL for any */
    const char *missing; /* likewise */
};

static inline const char *outcome_of(const struct finding *f, struct arena *arena)
{
    struct buf buf = BUF_INIT;

    finding_put_outcome(&buf, f);
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

static inline const char *fact_names(const struct pack *pack, const int *facts, size_t count,
                                     struct arena *arena)
{
    const char *names = "";

    for (size_t i = 0; i < count; i++)
        names = arena_printf(arena, "%s%s%s", names, i ? " " : "",
                             pack->schema.facts[facts[i]].name);
    return names;
}

static inline int differs(const struct row *row, const char *what, const char *got,
                          const char *wanted)
{
    if (!wanted || strcmp(got, wanted) == 0)
        return 0;
    print_error("%s: %s is '%s', not '%s'\n", row->label, what, got, wanted);
    return 1;
}

static inline int check_row(const struct row *row)
{
    struct temp_pack dir;
    struct error err = {0};
    struct arena arena = {0};
    struct finding f;
    int failed = 0;

    temp_open(&dir);
    struct rulebook *book = temp_rule(&dir, row->rule, &err);
    if (!book)
        fail_msg("%s: %s:%d: %s", row->label, err.where, err.line, err.message);
    const struct pack *pack = rulebook_pack(book);
    run_text(book, row->company, &arena, &f);
    failed += differs(row, "the outcome", outcome_of(&f, &arena), row->outcome);
    failed += differs(row, "the reason", reason_of(&f, &arena), row->reason);
    failed += differs(row, "what it read", fact_names(pack, f.reads, f.read_count, &arena),
                      row->reads);
    failed += differs(row, "what is missing",
                      fact_names(pack, f.missing, f.missing_count, &arena), row->missing);
    arena_release(&arena);
    rulebook_close(book);
    temp_close(&dir);
    return failed;
}

static inline void check_rows(const struct row *rows, size_t count)
{
    int failed = 0;

    for (size_t i = 0; i < count; i++)
        failed += check_row(&rows[i]);
    assert_int_equal(failed, 0);
}

#define CHECK_ROWS(rows) check_rows(rows, COUNT(rows))

#endif
