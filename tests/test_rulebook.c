/* SPDX-License-Identifier: MIT
 *
 * Faults of a pack: each named with its file, its line where there is one, and what to do.
 */
#define _XOPEN_SOURCE 700 /* symlink, mkfifo */
#include "pack_writer.h"

/* A rule of which one field can be replaced. */
#define RULE(title, cites, points, worst, facts, monotone, rest)                               \
    "return { title = " title ", why = 'W', cites = " cites ", points = " points               \
    ", worst = " worst ",\nfacts = " facts ", ask = 'A?', monotone = " monotone                \
    ", examples = {},\n" rest " }\n"
#define CHECK "check = function(c) return pass('x') end"
#define SOUND                                                                                  \
    RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }", "{ ['a.n'] = 'up' }", CHECK)
#define BANDS "{ { name = 'well', from = 50 }, { name = 'hardly', from = 0 } }"
#define THEME "{ id = 't', title = 'T', score = 'company', points = 30 }"
#define PACK(themes, bands, rest)                                                              \
    "return { name = 'test', version = '1', title = 'A test', themes = { " themes              \
    " },\nbands = " bands ", " rest " }\n"
#define RULES "rules = { 't/H_rule.lua' }"
#define FACT(fields) "{ 'a.n', meaning = 'm', find = 'f', ask = 'a?', " fields " }"
#define FACTS(list) "return { sections = { { 'a', 'A' } }, facts = { " list " } }"
#define SOURCE(id) "{ '" id "', title = 'T', date = '2020', kind = 'P' }"

struct fault_row {
    const char *file, *text; /* what is written in place of the sound file */
    const char *where;       /* inside the pack; NULL for 'file' */
    int line;
    const char *says;
};

/* Writes the sound pack with one file replaced and expects the fault. */
static int expect_fault(const struct fault_row *row)
{
    struct temp_pack pack;
    struct error err = {0};
    char where[256];
    int failed = 0;

    temp_open(&pack);
    temp_put(&pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    temp_put(&pack, "t/H_rule.lua", SOUND);
    temp_put(&pack, row->file, row->text);
    temp_path(&pack, row->where ? row->where : row->file, where, sizeof where);
    struct rulebook *book = rulebook_open(pack.dir, RULEBOOK_FULL, &err);
    if (book || err.kind != ERROR_PACK || strcmp(err.where, where) != 0 ||
        err.line != row->line || strcmp(err.message, row->says) != 0) {
        print_error("wanted %s:%d: %s\ngot    %s:%d: %s\n", where, row->line, row->says,
                    err.where, err.line, book ? "(it loads)" : err.message);
        failed = 1;
    }
    rulebook_close(book);
    temp_close(&pack);
    return failed;
}

static void expect_faults(const struct fault_row *rows, size_t count)
{
    int failed = 0;

    for (size_t i = 0; i < count; i++)
        failed += expect_fault(&rows[i]);
    assert_int_equal(failed, 0);
}

/* --- rules --- */

#define R "t/H_rule.lua"

static void faults_of_a_rule_name_the_field(void **state)
{
    static const struct fault_row rows[] = {
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "wieght = 3, " CHECK), NULL,
         3, "H: unknown field 'wieght'"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "chek = 1, " CHECK), NULL,
         3, "H: unknown field 'chek': did you mean 'check'?"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "'stray', " CHECK), NULL, 1,
         "H: a field must have a name, such as title"},
        {R, RULE("nil", "{ 'S1' }", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'title' is missing"},
        {R, RULE("7", "{ 'S1' }", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'title' must be text in UTF-8 without control characters, not number"},
        {R, RULE("'\\xFF'", "{ 'S1' }", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'title' must be text in UTF-8 without control characters, not string"},
        {R,
         RULE("'1234567890123456789012345678901234567890123456789012345678901'", "{ 'S1' }",
              "10", "'critical'", "{}", "{}", CHECK),
         NULL, 1, "H: 'title' is longer than 60 characters"},
        {R, RULE("'T'", "{ 'S1' }", "2.5", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'points' must be a whole number from 0 to 1000000"},
        {R, RULE("'T'", "{ 'S1' }", "-1", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'points' must be a whole number from 0 to 1000000"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'terrible'", "{}", "{}", CHECK), NULL, 1,
         "H: 'worst' must be minor, major or critical (info for a rule of no points), not "
         "'terrible'"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'pass'", "{}", "{}", CHECK), NULL, 1,
         "H: 'worst' must be minor, major or critical (info for a rule of no points), not "
         "'pass'"},
        {R, RULE("'T'", "{}", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: a rule without cites can have no points"},
        {R, RULE("'T'", "{ 'S9' }", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: cites 'S9', which is neither in sources.lua nor in articles.lua"},
        {R, RULE("'T'", "{ 'S1', nil, 'S1' }", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: item 2 of 'cites' must be text in UTF-8 without control characters, not nil"},
        {R, RULE("'T'", "'S1'", "10", "'critical'", "{}", "{}", CHECK), NULL, 1,
         "H: 'cites' must be a list { ... }"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "check = 'pass'"), NULL, 3,
         "H: 'check' must be a function, or a list of 1 to 16 functions"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "check = {}"), NULL, 3,
         "H: 'check' must be a function, or a list of 1 to 16 functions"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{}", "{}", "check = { pass, 1 }"),
         NULL, 3, "H: 'check' must hold functions only"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

static void faults_of_the_facts_of_a_rule_name_the_fact(void **state)
{
    static const struct fault_row rows[] = {
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.m' }", "{}", CHECK), NULL, 2,
         "H: 'facts' names 'a.m', which facts.lua does not have: did you mean 'a.n'?"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }", "nil", CHECK), NULL, 1,
         "H: 'monotone' is missing: write monotone = {} where no fact is a number"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }", "{}", CHECK), NULL, 2,
         "H: 'monotone' must say up, down or { none = \"the reason\" } for 'a.n'"},
        {R,
         RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }", "{ ['a.n'] = 'sideways' }",
              CHECK),
         NULL, 2,
         "H: 'monotone' of 'a.n' must be \"up\", \"down\" or { none = \"the reason\" }"},
        {R, RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }", "{ ['a.n'] = {} }", CHECK),
         NULL, 1, "H: 'none' is missing"},
        {R,
         RULE("'T'", "{ 'S1' }", "10", "'critical'", "{ 'a.n' }",
              "{ ['a.n'] = 'up', ['a.nn'] = 'up' }", CHECK),
         NULL, 2, "H: unknown field 'a.nn': did you mean 'a.n'?"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

static void faults_of_lua_have_their_line(void **state)
{
    static const struct fault_row rows[] = {
        {R, "return {\n  title = 'T'\n  why = 'W'\n}\n", NULL, 3,
         "'}' expected (to close '{' at line 1) near 'why': a comma may be missing at the end "
         "of "
         "the line before"},
        {R, "local a = 1\nlocal b = a.c.d\nreturn {}\n", NULL, 2,
         "attempt to index a number value (local 'a')"},
        {R, "\n\nerror('on purpose')\n", NULL, 3, "on purpose"},
        {R, "\nlocal now = os.time()\nreturn {}\n", NULL, 2,
         "'os' is not available in rules: rules know no clock: use asof()"},
        {R, "\nlimit = 5\nreturn {}\n", NULL, 2,
         "'limit' cannot be set: rules keep nothing, use local"},
        {R, "local a = 1\n", NULL, 0, "must return one table"},
        {R, "return 'text'\n", NULL, 1, "must return one table"},
        {R, "return pass\n", NULL, 1, "must return one table"},
        {"facts.lua", "return {\n  facts = pairs({}),\n}\n", NULL, 2,
         "attempt to call a nil value (global 'pairs')"},
        {"pack.lua", "return {\n  title = \"open\n}\n", NULL, 2,
         "unfinished string near '\"open': a text ends on its line, with the quote it began "
         "with"},
        {"sources.lua", "return 1\n", NULL, 1, "must return one table"},
        {"classify.lua", "return { threshold = }\n", NULL, 1, "unexpected symbol near '}'"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

/* --- pack.lua --- */

static void faults_of_the_pack_file_name_the_field(void **state)
{
    static const char *const p = "pack.lua";
    const struct fault_row rows[] = {
        {p, PACK(THEME, BANDS, "rulse = {}, " RULES), NULL, 2,
         "unknown field 'rulse': did you mean 'rules'?"},
        {p, PACK(THEME, BANDS, ""), NULL, 1, "'rules' is missing: a list { ... }"},
        {p, PACK(THEME ", " THEME, BANDS, RULES), NULL, 1, "two themes have the id 't'"},
        {p, PACK("{ id = 't', title = 'T', score = 'people', points = 30 }", BANDS, RULES),
         NULL, 1, "'score' of a theme is company, fit or none, not 'people'"},
        {p, PACK("'t'", BANDS, RULES), NULL, 1, "item 1 must be a table { ... }"},
        {p, PACK(THEME, "{ { name = 'a', from = 0 }, { name = 'b', from = 50 } }", RULES), NULL,
         2, "'bands' must go from the best down"},
        {p, PACK(THEME, "{ { name = 'a', from = 50 }, { name = 'b', from = 50 } }", RULES),
         NULL, 2, "'bands' must go from the best down"},
        {p, PACK(THEME, "{ { name = 'a', from = 50 } }", RULES), NULL, 2,
         "the last of the 'bands' must be from 0"},
        {p, PACK(THEME, "{}", RULES), NULL, 2, "the last of the 'bands' must be from 0"},
        {p, PACK(THEME, BANDS, "rules = { 't/H_rule.lua', 't/H_other.lua' }"), NULL, 1,
         "two rules have the id 'H'"},
        {p, PACK(THEME, BANDS, "rules = { 'H_rule.lua' }"), NULL, 2,
         "'H_rule.lua' is not of the form theme/ID_name.lua"},
        {p, PACK(THEME, BANDS, "rules = { 't/rule.lua' }"), NULL, 2,
         "'t/rule.lua' is not of the form theme/ID_name.lua"},
        {p, PACK(THEME, BANDS, "rules = { 'u/H_rule.lua' }"), NULL, 2,
         "'u/H_rule.lua' stands in a folder that is none of the themes"},
        {p, PACK(THEME, BANDS, RULES ", count_once = { { 'H', 'X' } }"), NULL, 2,
         "'count_once' names 'X', which is no rule of the pack"},
        {p,
         "local list = {}\nfor i = 1, 4001 do list[i] = 't/R' .. i .. '_x.lua' end\n" PACK(
             THEME, BANDS, "rules = list"),
         NULL, 3, "a list may have 4000 items at most"},
        {p,
         "local list = {}\nfor i = 1, 1001 do list[i] = 't/R' .. i .. '_x.lua' end\n" PACK(
             THEME, BANDS, "rules = list"),
         NULL, 3, "the pack has more than 1000 files"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

/* --- facts.lua, sources.lua, articles.lua --- */

static void faults_of_the_vocabulary_name_the_fact(void **state)
{
    static const char *const f = "facts.lua";
    const struct fault_row rows[] = {
        {f, FACTS(FACT("type = 'number'") ", " FACT("type = 'number'")), NULL, 1,
         "a.n: the fact is defined twice"},
        {f, FACTS(FACT("type = 'colour'")), NULL, 1, "a.n: there is no type 'colour'"},
        {f, FACTS(FACT("typ = 'number'")), NULL, 1,
         "a.n: unknown field 'typ': did you mean 'type'?"},
        {f, FACTS("{ 'a.n', type = 'number', find = 'f', ask = 'a?' }"), NULL, 1,
         "a.n: 'meaning' is missing"},
        {f, FACTS("{ 'b.n', type = 'number' }"), NULL, 1,
         "b.n: 'b' is not one of the sections"},
        {f, FACTS("{ 'an', type = 'number' }"), NULL, 1, "an: a fact's name is 'section.key'"},
        {f, FACTS(FACT("type = 'number', range = { 5, 1 }")), NULL, 1,
         "a.n: 'range' must be the smaller number first"},
        {f, FACTS(FACT("type = 'number', range = { 0/0, 1 }")), NULL, 1,
         "a.n: 'range' must be two numbers { min, max }"},
        {f, FACTS(FACT("type = 'enum'")), NULL, 1, "a.n: 'values' is missing: a list { ... }"},
        {f, FACTS(FACT("type = 'enum', values = {}")), NULL, 1, "a.n: 'values' is empty"},
        {f, FACTS(FACT("type = 'date', range = { 0, 9999 }")), NULL, 1,
         "a.n: the 'range' of a date is two years from 1000 to 9999"},
        {f, FACTS("{ 'a.N', type = 'number' }"), NULL, 1,
         "a.N: names are of a-z, 0-9 and _, at most 48 characters each"},
        {f, FACTS("{ 'rates.n', type = 'number' }"), NULL, 1,
         "rates.n: the section 'rates' has a meaning of its own in profiles"},
        {f, FACTS(FACT("type = 'number', unit = '\\27[31m'")), NULL, 1,
         "a.n: 'unit' must be text in UTF-8 without control characters, not string"},
        {f, FACTS(FACT("type = 'duration', unit = 'weeks'")), NULL, 1,
         "a.n: the 'unit' of a duration is hours, days or months"},
        {f, FACTS(FACT("type = 'number', at_most = 'a.m'")), NULL, 1,
         "a.n: 'at_most' names no fact: 'a.m'"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

static void faults_of_the_classification_name_what_is_missing(void **state)
{
#define CLASSES(list)                                                                          \
    "return { classes = { " list " }, rows = {}, axes = {}, labels = {}, "                     \
    "threshold = 4, min_axes = 3 }"
#define CLASS(id) "{ id = '" id "', title = 'T', cites = {} }, "
    static const struct fault_row rows[] = {
        {"classify.lua", CLASSES(CLASS("good")), NULL, 1, "there is no class 'undetermined'"},
        {"classify.lua", CLASSES(CLASS("undetermined") CLASS("mlm")), NULL, 1,
         "there is no class 'social_media_marketing'"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

static void faults_of_sources_and_articles_name_the_id(void **state)
{
    static const struct fault_row rows[] = {
        {"sources.lua", "return { " SOURCE("S1") ", " SOURCE("S1") " }", NULL, 1,
         "S1: the id 'S1' is given twice"},
        {"sources.lua", "return { { 'S1', date = '2020', kind = 'P' } }", NULL, 1,
         "S1: 'title' is missing"},
        {"articles.lua", "return { { 'A1', says = 's', carried_by = { 'X' } } }", NULL, 1,
         "A1: 'X' is neither a rule, a figure nor an axis of the pack"},
        {"articles.lua", "return { { 'A1', says = 's', carried_by = { 'H' } } }", NULL, 1,
         "A1: 'H' does not cite it"},
        {"articles.lua", "return { { 'A1', says = 's' } }", NULL, 1,
         "A1: nothing carries it: give carried_by or note"},
        {"articles.lua", "return { { 'S1', says = 's', note = 'n' } }", NULL, 1,
         "S1: the id 'S1' is given twice"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

/* --- files --- */

static void a_pack_is_its_files_and_no_others(void **state)
{
    static const struct fault_row rows[] = {
        {"t/X_more.lua", SOUND, "pack.lua", 4,
         "'t/X_more.lua' is in the folder but not in 'rules': list it or delete it"},
        {"helper.lua", "return {}", "pack.lua", 4,
         "'helper.lua' is in the folder but not in 'rules': list it or delete it"},
        {"pack.lua", PACK(THEME, BANDS, "rules = { 't/M_missing.lua' }"), "t/M_missing.lua", 0,
         "cannot be opened: No such file or directory"},
        {"pack.lua", PACK(THEME, BANDS, "rules = { 't/../../H_x.lua' }"), NULL, 2,
         "'t/../../H_x.lua' is not of the form theme/ID_name.lua"},
        {"pack.lua", PACK(THEME, BANDS, "rules = { '/etc/H_x.lua' }"), NULL, 2,
         "'/etc/H_x.lua' is not of the form theme/ID_name.lua"},
        {"pack.lua",
         PACK("{ id = '..', title = 'T', score = 'company', points = 30 }", BANDS,
              "rules = { '../H_x.lua' }"),
         NULL, 2, "'../H_x.lua' is not the path of a .lua file inside the pack"},
        {"pack.lua", PACK(THEME, BANDS, "rules = { 't/H_rule.txt' }"), NULL, 2,
         "'t/H_rule.txt' is not the path of a .lua file inside the pack"},
    };

    (void)state;
    expect_faults(rows, COUNT(rows));
}

/* Puts 'make' in the place of t/H_rule.lua and expects the sentence. */
static void expect_refused(int make(const char *path), const char *says)
{
    struct temp_pack pack;
    struct error err = {0};
    char path[256];

    temp_open(&pack);
    temp_put(&pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    assert_int_equal(make(temp_path(&pack, "t/H_rule.lua", path, sizeof path)), 0);
    assert_null(rulebook_open(pack.dir, RULEBOOK_FULL, &err));
    assert_string_equal(err.message, says);
    temp_close(&pack);
}

static int make_link_out(const char *path)
{
    return symlink("/etc/passwd", path);
}

static int make_fifo(const char *path)
{
    return mkfifo(path, 0600);
}

static int make_folder(const char *path)
{
    return mkdir(path, 0700);
}

static void what_is_no_file_of_the_pack_is_not_read(void **state)
{
    (void)state;
    expect_refused(make_link_out, "'t/H_rule.lua' is a link that leads out of the pack");
    expect_refused(make_fifo,
                   "is not a regular file (a pipe or a device); save it to a file first");
    expect_refused(make_folder, "is a folder, not a file");
}

static void a_sound_pack_loads(void **state)
{
    struct temp_pack pack;
    struct error err = {0};

    (void)state;
    temp_open(&pack);
    struct rulebook *book = temp_rule(&pack, SOUND, &err);
    assert_string_equal(err.message, "");
    assert_non_null(book);
    assert_int_equal(rulebook_pack(book)->rule_count, 1);
    assert_string_equal(rulebook_pack(book)->rules[0].id, "H");
    rulebook_close(book);
    temp_close(&pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_pack_loads),
        cmocka_unit_test(faults_of_a_rule_name_the_field),
        cmocka_unit_test(faults_of_the_facts_of_a_rule_name_the_fact),
        cmocka_unit_test(faults_of_lua_have_their_line),
        cmocka_unit_test(faults_of_the_pack_file_name_the_field),
        cmocka_unit_test(faults_of_the_vocabulary_name_the_fact),
        cmocka_unit_test(faults_of_the_classification_name_what_is_missing),
        cmocka_unit_test(faults_of_sources_and_articles_name_the_id),
        cmocka_unit_test(a_pack_is_its_files_and_no_others),
        cmocka_unit_test(what_is_no_file_of_the_pack_is_not_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
