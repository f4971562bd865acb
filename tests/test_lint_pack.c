/* SPDX-License-Identifier: MIT
 *
 * The same for the pack as a whole; faults of the load; and the table of checks.
 */
#include "lint_bench.h"

static void the_pack_as_a_whole_is_checked(void **state)
{
    static const struct lint_row rows[] = {
        {"a source without a date",
         {{"sources.lua", "return { { 'S1', title = 'T', date = ' ', kind = 'P' } }\n"}},
         "sources.lua",
         1,
         "S1",
         "the source has no date"},
        {"a source that nothing cites",
         {{"sources.lua", "return {\n" SOURCE("S1") SOURCE("S2") "}\n"}},
         "sources.lua",
         3,
         "S2",
         "nothing cites the source"},
        {"a source that a comment cites",
         {{"sources.lua", "return {\n" SOURCE("S1") SOURCE("S2") "}\n"},
          {R, "local MOST = 10 -- [S2]\n" SOUND_HEAD READS CHECK EXAMPLES "}\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"a source that is cited and kept for something",
         {{"sources.lua", "return {\n{ 'S1', title = 'T', date = '2020', kind = "
                          "'P',\nserves = { 'x' } } }\n"}},
         "sources.lua",
         3,
         "S1",
         "the source is cited"},
        {"points that do not add up",
         {{"pack.lua", PACK(THEME("t", "company", "25"), "'" R "'\n")}},
         "pack.lua",
         3,
         "t",
         "the rules of the theme have 30 points, not 25"},
        {"points without a score",
         {{"pack.lua", PACK(THEME("t", "none", "30"), "'" R "'\n")}},
         R,
         4,
         "H",
         "its theme 't' has no score"},
        {"a theme without rules",
         {{"pack.lua",
           PACK(THEME("t", "company", "30") THEME("u", "company", "0"), "'" R "'\n")}},
         "pack.lua",
         4,
         "u",
         "the theme has no rules"},
        {"ids that differ in case",
         {{R, TOP HEAD(TITLE, "'S1'", "10", "major") READS CHECK EXAMPLES "}\n"},
          {"t/h_other.lua",
           TOP HEAD("Another", "'S1'", "20", "major") READS CHECK EXAMPLES "}\n"},
          {"pack.lua", PACK(THEME("t", "company", "30"), "'" R "',\n't/h_other.lua'\n")}},
         "pack.lua",
         8,
         "t/h_other.lua",
         "differs from 'H' only in case"},
        {"a fact that nothing reads",
         {{"facts.lua", FACTS(FACT("a.n") FACT("a.m"))}},
         "facts.lua",
         3,
         "a.m",
         "nothing reads the fact"},
        {"a sentence that does not name its rule",
         {{R, TOP HEAD(TITLE, "'S1', 'A1'", "30", "major") READS CHECK EXAMPLES "}\n"},
          {"articles.lua", "return {\n{ 'A1', says = 's', note = 'n' },\n}\n"}},
         R,
         3,
         "H",
         "it cites A1, but articles.lua does not say that it carries it"},
        {"a meaning that judges",
         {{"facts.lua", FACTS("{ 'a.n', type = 'number', find = 'f', ask = 'a?',\nmeaning = "
                              "'how many scams' },\n")}},
         "facts.lua",
         3,
         "a.n",
         "'scam' judges"},
        {"a sentence that judges",
         {{"articles.lua", "return {\n{ 'A1', says = 's',\nnote = 'illegal' },\n}\n"}},
         "articles.lua",
         3,
         "A1",
         "'illegal' judges"},
        {"a source may be called as its authors did",
         {{"sources.lua", "return { { 'S1', title = 'Fraud', date = '2020', kind = 'P' } }\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"a file that is not listed",
         {{"t/X_more.lua", SOUND}},
         "pack.lua",
         6,
         "",
         "'t/X_more.lua' is in the folder but not in 'rules'"},
    };

    (void)state;
    expect_rows(rows, COUNT(rows));
}

/* --- faults of the load --- */

static void faults_of_one_rule_come_together(void **state)
{
    static const struct written written[] = {
        {R, TOP "return {\nwieght = 3,\nwhy = 1, cites = { 'S1', 'S9' },\npoints = '30',\n"
                "worst = 'awful', ask = 'A?',\nfacts = { 'a.n', 'a.q' },\n"
                "monotone = { ['a.n'] = 'down' },\n" CHECK "examples = {\n"
                "{ facts = { ['a.x'] = '1', ['a.y'] = '2' }, expect = 'pass' },\n"
                "{ facts = 7, expect = 'pass' },\n},\n}\n"},
    };
    static const struct {
        int line;
        const char *says;
    } rows[] = {{2, "'title' is missing"},
                {3, "unknown field 'wieght'"},
                {4, "'why' must be text"},
                {4, "cites 'S9'"},
                {5, "'points' must be a whole number"},
                {6, "'worst' must be"},
                {7, "'facts' names 'a.q'"},
                {14, "an example has the fact 'a.x'"},
                {14, "an example has the fact 'a.y'"},
                {2, "an example needs facts"}};
    struct bench b;

    (void)state;
    bench_open(&b, written, COUNT(written));
    for (size_t r = 0; r < COUNT(rows); r++) {
        bool found = false;
        for (size_t i = 0; i < b.lint.count; i++)
            found |= b.lint.list[i].line == rows[r].line &&
                     strstr(b.lint.list[i].message, rows[r].says) == b.lint.list[i].message;
        if (!found)
            print_error("no line %d: %s\n", rows[r].line, rows[r].says);
        assert_true(found);
    }
    bench_close(&b);
}

static void each_check_has_an_id_of_its_own(void **state)
{
    (void)state;
    assert_in_range(lint_check_count, 10, 100);
    for (size_t i = 0; i < lint_check_count; i++) {
        assert_true(*lint_checks[i].id && *lint_checks[i].finds);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(lint_checks[i].id, lint_checks[j].id);
    }
}

static void only_one_check_can_be_run(void **state)
{
    struct temp_pack dir;
    struct arena arena = {0};
    struct lint lint = {0};
    struct error err;

    (void)state;
    temp_open(&dir);
    temp_put(&dir, "facts.lua", FACTS(FACT("a.n") FACT("a.m")));
    struct rulebook *book =
        temp_rule(&dir, "local MOST = 10\n" SOUND_HEAD READS CHECK EXAMPLES "}\n", &err);
    assert_non_null(book);
    lint_add(&lint, book, NULL, "thresholds", &arena);
    assert_int_equal(lint.count, 1);
    lint_add(&lint, book, NULL, "idle-facts", &arena);
    assert_int_equal(lint.count, 2);
    rulebook_close(book);
    arena_release(&arena);
    temp_close(&dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pack_as_a_whole_is_checked),
        cmocka_unit_test(faults_of_one_rule_come_together),
        cmocka_unit_test(each_check_has_an_id_of_its_own),
        cmocka_unit_test(only_one_check_can_be_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
