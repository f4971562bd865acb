/* SPDX-License-Identifier: MIT
 *
 * Each check of 'rules check' says its one sentence of a pack that breaks it and nothing else,
 * and none says anything of a sound one.
 */
#include "pack_writer.h"

#include "insight/lint.h"

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

static void bench_open(struct bench *b, const struct written *written, size_t count)
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

static void bench_close(struct bench *b)
{
    arena_release(&b->arena);
    temp_close(&b->dir);
}

static bool is_wanted(const struct bench *b, const struct lint_row *row)
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

static void expect_rows(const struct lint_row *rows, size_t count)
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

/* --- rules --- */

static void the_text_of_a_rule_is_checked(void **state)
{
    static const struct lint_row rows[] = {
        {"sound", {{R, SOUND}}, NULL, 0, NULL, NULL},
        {"a name that is not there",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return passs('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         9,
         "H",
         "there is no 'passs' in rules: did you mean 'pass'?"},
        {"a fact that is declared and not read",
         {{R, TOP SOUND_HEAD READS_TWO CHECK EXAMPLES "}\n"},
          {"facts.lua", FACTS(FACT("a.n") FACT("a.m"))}},
         R,
         5,
         "H",
         "'a.m' is declared in 'facts' but never read"},
        {"a fact that is read and not declared",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return pass('few', c.a.m)\n"
                                   "end,\n" EXAMPLES "}\n"},
          {"facts.lua", FACTS(FACT("a.n") "{ 'a.m', type = 'number', meaning = 'm', find = "
                                          "'f', ask = 'a?', serves = { 'x' } },\n")}},
         R,
         9,
         "H",
         "'a.m' is read but not declared: add it to 'facts'"},
        {"a fact that is read and not there",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return pass('few', c.a.nn)\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         9,
         "H",
         "'a.nn' is read, but facts.lua does not have it: did you mean 'a.n'?"},
        {"a limit without a source",
         {{R, "local MOST = 10\n" SOUND_HEAD READS CHECK EXAMPLES "}\n"}},
         R,
         1,
         "H",
         "where 'MOST = 10' comes from is not said"},
        {"a limit that cites",
         {{R, "local MOST = 10 -- the cap [S1]\n" SOUND_HEAD READS CHECK EXAMPLES "}\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"a number without a name",
         {{R, SOUND_HEAD READS "check = function(c)\n"
                               "  if c.a.n > 10 then return major('x') end\n"
                               "  return pass('few')\n"
                               "end,\n" EXAMPLES "}\n"}},
         R,
         7,
         "H",
         "the number 10 in a condition has no name"},
        {"a title that asks",
         {{R, TOP HEAD("Is it small?", "'S1'", "30", "major") READS CHECK EXAMPLES "}\n"}},
         R,
         3,
         "H",
         "the title asks"},
        {"a title of blanks",
         {{R, TOP HEAD("  ", "'S1'", "30", "major") READS CHECK EXAMPLES "}\n"}},
         R,
         3,
         "H",
         "the title is empty"},
        {"a title given twice",
         {{R, TOP HEAD(TITLE, "'S1'", "10", "major") READS CHECK EXAMPLES "}\n"},
          {"t/I_other.lua",
           TOP HEAD("The Number is small", "'S1'", "20", "major") READS CHECK EXAMPLES "}\n"},
          {"pack.lua", PACK(THEME("t", "company", "30"), "'" R "',\n't/I_other.lua'\n")}},
         "t/I_other.lua",
         3,
         "I",
         "the title is that of H"},
        {"a message that judges",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('this is FRAUD') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "'fraud' judges"},
    };

    (void)state;
    expect_rows(rows, COUNT(rows));
}

static void what_a_rule_does_is_checked(void **state)
{
#define WITH(check, examples)                                                                  \
    TOP SOUND_HEAD READS "check = function(c)\n" check "end,\nexamples = {\n" examples "},\n}" \
                         "\n"
#define LIMIT "  if c.a.n > MOST then return major('x') end\n"
    static const struct lint_row rows[] = {
        {"no example passes",
         {{R, WITH(LIMIT "  return pass('few')\n", FAILS UNKNOWN)}},
         R,
         11,
         "H",
         "no example passes"},
        {"no example comes to the worst",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES UNKNOWN)}},
         R,
         11,
         "H",
         "no example comes to its worst"},
        {"no example is unknown",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES FAILS)}},
         R,
         11,
         "H",
         "no example is unknown"},
        {"an example that does not hold",
         {{R, WITH(LIMIT "  return pass('few')\n",
                   PASSES FAILS UNKNOWN "{ facts = { ['a.n'] = '11' }, expect = 'pass' },\n")}},
         R,
         15,
         "H",
         "example 4 expects pass, but gives major"},
        {"no examples at all",
         {{R, WITH(LIMIT "  return pass('few')\n", "")}},
         R,
         11,
         "H",
         "it has no examples"},
        {"an example that cannot be read",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES FAILS UNKNOWN
                   "{ facts = { ['a.n'] = 'ten' }, expect = 'pass' },\n")}},
         R,
         15,
         "H",
         "example 4 cannot be read"},
        {"an outcome that nothing comes to",
         {{R, WITH(LIMIT "  if c.a.n > MOST then return minor('y') end\n  return pass('few')\n",
                   PASSES FAILS UNKNOWN)}},
         R,
         9,
         "H",
         "no example and none of"},
        {"a worst that no outcome is",
         {{R, TOP HEAD(TITLE, "'S1'", "30", "critical") READS CHECK EXAMPLES "}\n"}},
         R,
         4,
         "H",
         "'worst' is critical, but no example and none of"},
        {"an outcome beside the examples",
         {{R, "local LEAST = 1 -- our judgement\n" TOP SOUND_HEAD READS
              "check = function(c)\n" LIMIT
              "  if c.a.n < LEAST then return info('y') end\n  return pass('few')\n"
              "end,\nexamples = {\n" FAILS UNKNOWN
              "{ facts = { ['a.n'] = '1' }, expect = 'pass' },\n},\n}\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"an outcome that two facts come to together",
         {{R, TOP SOUND_HEAD READS_TWO
           "check = function(c)\n" LIMIT "  if c.a.n == MOST and c.a.m > MOST then\n"
           "    return minor('y')\n  end\n  return pass('few')\nend,\nexamples = {\n"
           "{ facts = { ['a.n'] = '1' }, expect = 'pass' },\n" FAILS UNKNOWN
           "{ facts = { ['a.n'] = '9.99', ['a.m'] = '10' }, expect = 'pass' },\n},\n}\n"},
          {"facts.lua", FACTS(FACT("a.n") FACT("a.m"))}},
         NULL,
         0,
         NULL,
         NULL},
        {"a direction that does not hold",
         {{R, TOP SOUND_HEAD
           "facts = { 'a.n' },\nmonotone = { ['a.n'] = 'up' },\n" CHECK EXAMPLES "}\n"}},
         R,
         6,
         "H",
         "'a.n' moves against 'monotone' around example 1"},
    };

    (void)state;
    expect_rows(rows, COUNT(rows));
}

/* --- the pack --- */

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
        cmocka_unit_test(the_text_of_a_rule_is_checked),
        cmocka_unit_test(what_a_rule_does_is_checked),
        cmocka_unit_test(the_pack_as_a_whole_is_checked),
        cmocka_unit_test(faults_of_one_rule_come_together),
        cmocka_unit_test(each_check_has_an_id_of_its_own),
        cmocka_unit_test(only_one_check_can_be_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
