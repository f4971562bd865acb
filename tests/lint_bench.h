/* SPDX-License-Identifier: MIT
 *
 * A sound pack of which single files are replaced, and what 'rules check' says of it.
 */
#ifndef TESTS_LINT_BENCH_H
#define TESTS_LINT_BENCH_H

#include "pack_writer.h"

#include "insight/rules/lint.h"

#define TOP "local MOST = 10 -- our judgement\n"
#define TITLE "The number is small"
#define CHECK                                                                                  \
    "check = function(c)\n"                                                                    \
    "  if c.a.n > MOST then return major('many: %n', c.a.n) end\n"                             \
    "  return pass('few: %n', c.a.n)\n"                                                        \
    "end,\n"
#define PASSES "{ facts = { ['a.n'] = '10' }, expect = 'pass' },\n"
#define FAILS "{ facts = { ['a.n'] = '11' }, expect = 'major' },\n"
#define UNKNOWN "{ facts = {}, expect = 'unknown' },\n"
#define EXAMPLES "examples = {\n" PASSES FAILS UNKNOWN "},\n"
#define HEAD(title, cites, points, worst)                                                      \
    "return {\ntitle = '" title "', why = 'W', cites = { " cites " },\npoints = " points       \
    ", worst = '" worst "', ask = 'A?',\n"
#define READS "facts = { 'a.n' },\nmonotone = { ['a.n'] = 'down' },\n"
#define READS_TWO                                                                              \
    "facts = { 'a.n', 'a.m' },\nmonotone = { ['a.n'] = 'down', ['a.m'] = 'down' },\n"
#define SOUND_HEAD HEAD(TITLE, "'S1'", "30", "major")
#define SOUND TOP SOUND_HEAD READS CHECK EXAMPLES "}\n"

#define FACT(name) "{ '" name "', type = 'number', meaning = 'm', find = 'f', ask = 'a?' },\n"
#define FACTS(list) "return { sections = { { 'a', 'A' } }, facts = {\n" list "} }\n"
#define SOURCE(id) "{ '" id "', title = 'T', date = '2020', kind = 'P' },\n"
#define THEME(id, score, points)                                                               \
    "{ id = '" id "', title = 'T', score = '" score "', points = " points " },\n"
#define PACK(themes, rules)                                                                    \
    "return { name = 'test', version = '1', title = 'A test',\nthemes = {\n" themes "},\n"     \
    "bands = { { name = 'well', from = 50 }, { name = 'hardly', from = 0 } },\n"               \
    "rules = {\n" rules "} }\n"
#define R "t/H_rule.lua"

struct written {
    const char *file, *text;
};

struct lint_row {
    const char *label;
    struct written written[3]; /* in place of the sound files, or besides */
    const char *where;         /* NULL: nothing is to be said */
    int line;
    const char *id, *says; /* 'says' is how the message starts */
};

/* --- running --- */

struct bench {
    struct temp_pack dir;
    struct arena arena;
    struct lint lint;
};

static inline void bench_open(struct bench *b, const struct written *written, size_t count)
{
    struct pack_faults faults = {0};
    struct error err = {0};

    *b = (struct bench){0};
    temp_open(&b->dir);
    temp_put(&b->dir, "pack.lua", PACK(THEME("t", "company", "30"), "'" R "'\n"));
    temp_put(&b->dir, "facts.lua", FACTS(FACT("a.n")));
    temp_put(&b->dir, R, SOUND);
    for (size_t i = 0; i < count && written[i].file; i++)
        temp_put(&b->dir, written[i].file, written[i].text);
    const char *dir = b->dir.dir;
    struct rulebook_options options = {.dirs = &dir,
                                       .count = 1,
                                       .depth = RULEBOOK_FULL,
                                       .faults = &faults,
                                       .arena = &b->arena};
    struct rulebook *book = rulebook_open_packs(&options, &err);
    lint_add_faults(&b->lint, &faults, &b->arena);
    if (book)
        lint_add(&b->lint, book, &faults, NULL, &b->arena);
    lint_sort(&b->lint);
    rulebook_close(book);
}

static inline void bench_close(struct bench *b)
{
    arena_release(&b->arena);
    temp_close(&b->dir);
}

static inline bool is_wanted(const struct bench *b, const struct lint_row *row)
{
    char path[256];

    if (!row->where)
        return b->lint.count == 0;
    if (b->lint.count != 1)
        return false;
    const struct lint_note *note = &b->lint.list[0];
    return strcmp(note->file, temp_path(&b->dir, row->where, path, sizeof path)) == 0 &&
           note->line == row->line && strcmp(note->id, row->id) == 0 &&
           strncmp(note->message, row->says, strlen(row->says)) == 0;
}

static inline void expect_rows(const struct lint_row *rows, size_t count)
{
    int failed = 0;

    for (size_t r = 0; r < count; r++) {
        struct bench b;
        bench_open(&b, rows[r].written, COUNT(rows[r].written));
        if (!is_wanted(&b, &rows[r])) {
            failed++;
            print_error("%s: wanted %s:%d: %s: %s, got\n", rows[r].label,
                        rows[r].where ? rows[r].where : "nothing", rows[r].line,
                        rows[r].where ? rows[r].id : "", rows[r].where ? rows[r].says : "");
            for (size_t i = 0; i < b.lint.count; i++)
                print_error("  %s:%d: %s: %s\n", b.lint.list[i].file, b.lint.list[i].line,
                            b.lint.list[i].id, b.lint.list[i].message);
        }
        bench_close(&b);
    }
    assert_int_equal(failed, 0);
}

#endif
