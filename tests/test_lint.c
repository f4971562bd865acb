/* SPDX-License-Identifier: MIT
 *
 * 'rules check': each check finds what it is for, in its place, and a sound pack gives it
 * nothing to say.
 */
#include "insight/lint.h"
#include "pack_writer.h"

#define HEAD "return { title = 'The title', why = 'W', cites = { 'S1' }, points = 30,\n"
#define EXAMPLES                                                                               \
    "examples = { { facts = { ['a.n'] = '5' }, expect = 'pass' },\n"                           \
    "{ facts = { ['a.n'] = '11' }, expect = 'critical' },\n"                                   \
    "{ facts = {}, expect = 'unknown' } } }\n"
#define META                                                                                   \
    "worst = 'critical', facts = { 'a.n' }, ask = 'A?', monotone = { ['a.n'] = 'down' },\n"
#define CHECK                                                                                  \
    "check = function(c)\n"                                                                    \
    "  if c.a.n > MOST then return critical('n is %n', c.a.n) end\n"                           \
    "  return pass('n is %n', c.a.n)\n"                                                        \
    "end,\n"
#define LIMIT "local MOST = 10 -- our judgement\n"
#define SOUND LIMIT HEAD META CHECK EXAMPLES

struct lint_row {
    const char *label;
    const char *rule; /* t/H_rule.lua */
    const char *file;
    int line;
    const char *check, *says; /* NULL: nothing is said */
};

/* The sound pack: one fact, one source, one rule of 30 points. */
static void write_pack(const struct temp_pack *pack, const char *rule)
{
    temp_put(pack, "facts.lua",
             "return { sections = { { 'a', 'Facts' } }, facts = {\n"
             "{ 'a.n', type = 'number', meaning = 'm', find = 'f', ask = 'a?' } } }\n");
    temp_put(pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    temp_put(pack, "t/H_rule.lua", rule);
}

static void lint_temp(const struct temp_pack *pack, struct arena *arena, struct lints *out)
{
    struct error err;
    struct rulebook *book = rulebook_open(pack->dir, RULEBOOK_FULL, &err);

    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    *out = (struct lints){.count = 0};
    lint_part(book, 0, arena, out);
    for (size_t i = 0; i < out->count; i++) /* rules' texts go with the book */
        out->list[i].file = arena_copy(arena, out->list[i].file, strlen(out->list[i].file));
    rulebook_close(book);
}

static int expect_lint(const struct lint_row *row)
{
    struct temp_pack pack;
    struct arena arena = {0};
    struct lints lints;
    bool found = false;

    temp_open(&pack);
    write_pack(&pack, row->rule);
    lint_temp(&pack, &arena, &lints);
    for (size_t i = 0; i < lints.count; i++)
        found |= row->check && strcmp(lints.list[i].check, row->check) == 0 &&
                 strcmp(lints.list[i].file, row->file) == 0 &&
                 lints.list[i].line == row->line && strstr(lints.list[i].message, row->says);
    bool ok = row->check ? found : lints.count == 0;
    for (size_t i = 0; i < lints.count && !ok; i++)
        print_error("%s: %s:%d: %s: %s\n", row->label, lints.list[i].file, lints.list[i].line,
                    lints.list[i].check, lints.list[i].message);
    if (!ok && lints.count == 0)
        print_error("%s: nothing was said\n", row->label);
    arena_release(&arena);
    temp_close(&pack);
    return !ok;
}

#define R "t/H_rule.lua"

static void each_check_finds_what_it_is_for(void **state)
{
    static const struct lint_row rows[] = {
        {"a sound pack", SOUND, NULL, 0, NULL, NULL},
        {"a name that is none",
         LIMIT HEAD META "check = function(c)\n"
                         "  if c.a.n > MOST then return critcal('n') end\n"
                         "  return pass('n')\nend,\n" EXAMPLES,
         R, 5, "globals", "rules know no 'critcal': did you mean 'critical'?"},
        {"a fact that is read and not declared",
         LIMIT HEAD META "check = function(c)\n"
                         "  if c.a.n > MOST then return critical('n') end\n"
                         "  if c.a.n > c.a.m then return pass('x') end\n"
                         "  return pass('n')\nend,\n" EXAMPLES,
         R, 6, "facts", "check reads 'a.m', which facts.lua does not have"},
        {"a fact that is declared and not read",
         HEAD META "check = function()\n  return unknown('later')\nend,\n" EXAMPLES, R, 2,
         "facts", "'facts' names 'a.n', which check never reads"},
        {"a limit without a source", "local MOST = 10\n" HEAD META CHECK EXAMPLES, R, 1,
         "limits", "the limit MOST = 10 has no source"},
        {"a limit without a name",
         HEAD META "check = function(c)\n"
                   "  if c.a.n > 10 then return critical('n') end\n"
                   "  return pass('n')\nend,\n" EXAMPLES,
         R, 4, "numbers", "10 is a limit without a name"},
        {"a word that judges",
         LIMIT HEAD META "check = function(c)\n"
                         "  if c.a.n > MOST then return critical('it is a Scam') end\n"
                         "  return pass('n')\nend,\n" EXAMPLES,
         R, 5, "words", "a message says 'scam'"},
        {"no example that passes",
         LIMIT HEAD META CHECK "examples = { { facts = { ['a.n'] = '11' }, expect = 'critical' "
                               "},\n{ facts = {}, expect = 'unknown' } } }\n",
         R, 0, "examples", "no example passes"},
        {"no example at its worst",
         LIMIT HEAD META CHECK "examples = { { facts = { ['a.n'] = '5' }, expect = 'pass' },\n"
                               "{ facts = {}, expect = 'unknown' } } }\n",
         R, 0, "examples", "no example says its worst"},
        {"no example that is unknown",
         LIMIT HEAD META CHECK "examples = { { facts = { ['a.n'] = '5' }, expect = 'pass' },\n"
                               "{ facts = { ['a.n'] = '11' }, expect = 'critical' } } }\n",
         R, 0, "examples", "no example is unknown"},
        {"no examples", LIMIT HEAD META CHECK "examples = {} }\n", R, 0, "examples",
         "there are no examples"},
        {"an example that does not hold",
         LIMIT HEAD META CHECK "examples = { { facts = { ['a.n'] = '5' }, expect = 'pass' },\n"
                               "{ facts = { ['a.n'] = '12' }, expect = 'minor' },\n"
                               "{ facts = { ['a.n'] = '11' }, expect = 'critical' },\n"
                               "{ facts = {}, expect = 'unknown' } } }\n",
         R, 0, "examples", "example 2 expects minor and gives critical"},
        {"an outcome that nothing reaches",
         LIMIT HEAD META "check = function(c)\n"
                         "  if c.a.n > MOST then return critical('n') end\n"
                         "  if c.a.n > MOST then return major('n') end\n"
                         "  return pass('n')\nend,\n" EXAMPLES,
         R, 6, "outcomes", "no example and no sweep reaches this 'major'"},
        {"points that do not sum",
         LIMIT
         "return { title = 'The title', why = 'W', cites = { 'S1' }, points = 20,\n" META CHECK
             EXAMPLES,
         "pack.lua", 0, "points", "have 20 points together, not the 30"},
        {"a title that asks",
         LIMIT
         "return { title = 'Is it so?', why = 'W', cites = { 'S1' }, points = 30,\n" META CHECK
             EXAMPLES,
         R, 0, "titles", "'title' is a question"},
        {"a source that nothing cites",
         LIMIT "return { title = 'T', why = 'W', cites = {}, points = 0,\n" META CHECK EXAMPLES,
         "sources.lua", 0, "sources", "nothing cites S1"},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        failed += expect_lint(&rows[i]);
    assert_int_equal(failed, 0);
}

static void a_fact_that_nothing_reads_is_said(void **state)
{
    struct temp_pack pack;
    struct arena arena = {0};
    struct lints lints;

    (void)state;
    temp_open(&pack);
    write_pack(&pack, SOUND);
    temp_put(
        &pack, "facts.lua",
        "return { sections = { { 'a', 'Facts' } }, facts = {\n"
        "{ 'a.n', type = 'number', meaning = 'm', find = 'f', ask = 'a?' },\n"
        "{ 'a.kept', type = 'bool', meaning = 'm', find = 'f', ask = 'a?', serves = { 'x' } "
        "},\n"
        "{ 'a.idle', type = 'bool', meaning = 'm', find = 'f', ask = 'a?' } } }\n");
    lint_temp(&pack, &arena, &lints);
    assert_int_equal(lints.count, 1);
    assert_string_equal(lints.list[0].check, "vocabulary");
    assert_non_null(strstr(lints.list[0].message, "nothing reads 'a.idle'"));
    arena_release(&arena);
    temp_close(&pack);
}

static void every_fault_of_a_pack_is_found_in_one_pass(void **state)
{
    struct temp_pack pack;
    struct arena arena = {0};
    struct pack_faults faults = {.count = 0};
    struct error err;
    const char *dir = pack.dir;
    struct rulebook_options options = {
        .dirs = &dir, .count = 1, .depth = RULEBOOK_FULL, .faults = &faults, .arena = &arena};

    (void)state;
    temp_open(&pack);
    temp_put(&pack, "pack.lua",
             WRITER_PACK("'t/A1_x.lua', 't/B1_x.lua', 't/C1_x.lua', 't/D1_x.lua'"));
    temp_put(&pack, "t/A1_x.lua",
             "return {\n  wieght = 3, chek = 1,\n  title = 7,\n"
             "  cites = { 'S9' },\n  points = -1, worst = 'bad',\n"
             "  facts = { 'a.none_such' }, monotone = {}, ask = 'A?', "
             "examples = {},\n  check = function() end }");
    temp_put(&pack, "t/B1_x.lua", "return {");
    temp_put(&pack, "t/C1_x.lua",
             WRITER_RULE("'a.n'", "['a.n'] = 'up'", "function(c) return pass('x') end"));
    temp_put(&pack, "t/E1_x.lua", "return {}");
    struct rulebook *book = rulebook_open_packs(&options, &err);
    assert_non_null(book);
    static const char *const wanted[] = {"A1: unknown field 'chek': did you mean 'check'?",
                                         "A1: unknown field 'wieght'",
                                         "A1: 'title' must be text",
                                         "A1: 'why' is missing",
                                         "A1: 'points' must be",
                                         "A1: 'worst' must be",
                                         "A1: 'facts' names 'a.none_such'",
                                         "A1: cites 'S9'",
                                         "expected",
                                         "cannot be opened",
                                         "'t/E1_x.lua' is in the folder but not in 'rules'"};
    for (size_t w = 0; w < COUNT(wanted); w++) {
        bool found = false;
        for (size_t i = 0; i < faults.count; i++)
            found |= strstr(faults.list[i].message, wanted[w]) != NULL;
        if (!found)
            fail_msg("nothing says: %s", wanted[w]);
    }
    for (size_t i = 0; i < faults.count; i++)
        if (strstr(faults.list[i].message, "wieght"))
            assert_int_equal(faults.list[i].line, 2);
    assert_true(rulebook_pack(book)->rules[1].broken);
    assert_false(rulebook_pack(book)->rules[2].broken);
    rulebook_close(book);
    arena_release(&arena);
    temp_close(&pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_check_finds_what_it_is_for),
        cmocka_unit_test(a_fact_that_nothing_reads_is_said),
        cmocka_unit_test(every_fault_of_a_pack_is_found_in_one_pass),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
