/* SPDX-License-Identifier: MIT
 *
 * What is recalled of a test in place of calling it: it must be what the call would give, and
 * nothing that hangs on more than the facts it read.
 */
#include "rule_rows.h"
#include "trial.h"

#include "lua/load.h"
#include "report/json/json_record.h"

/* --- any company --- */

enum { CASES = 400 };

static void draw(struct trial *t, const struct assessment *a, struct buf *out)
{
    buf_reset(out);
    json_company_line(out, "test", a, DETAIL_FULL, NULL, &t->arena);
}

/* The trials before it are what is recalled. */
static void check_trial(struct trial *t)
{
    struct rulebook *book = t->lab->book;
    struct buf quick = BUF_INIT, counted = BUF_INIT;
    struct assessment a;

    draw(t, &t->a, &quick);
    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    assess(book, &t->profile, &t->arena, &a);
    book->box.limits.steps_per_call = limits_standard().steps_per_call;
    draw(t, &a, &counted);
    if (!text_equal((struct text){quick.at, quick.len}, (struct text){counted.at, counted.len}))
        fail_trial(t, NULL, "a quick run gives\n%s\na counted one\n%s", buf_text(&quick),
                   buf_text(&counted));
    buf_release(&quick);
    buf_release(&counted);
}

static void what_is_recalled_is_what_a_call_gives(void **state)
{
    struct lab *lab = *state;

    try_all(state, CASES, check_trial);
    assert_true(lab->book->recalled > lab->book->pack.rule_count); /* or this tested nothing */
}

/* --- one rule --- */

#define RULE(check)                                                                            \
    WRITER_RULE("'a.yes', 'a.word', 'a.n', 'a.text'", "['a.n'] = 'up'",                        \
                "function(c) " check " end")
#define YES "[a]\nyes = yes\n"
#define NO "[a]\nyes = no\n"

struct recall_row {
    const char *label, *rule;
    const char *companies[3];
    bool recalled; /* of the last company, once it was there before */
};

static void check_same(const struct recall_row *row, const char *company,
                       const struct finding *a, const struct finding *b)
{
    struct arena arena = {0};
    bool same = strcmp(outcome_of(a, &arena), outcome_of(b, &arena)) == 0 &&
                strcmp(reason_of(a, &arena), reason_of(b, &arena)) == 0 &&
                a->error_line == b->error_line && a->refused == b->refused &&
                a->read_count == b->read_count && a->missing_count == b->missing_count;

    for (size_t i = 0; same && i < a->read_count; i++)
        same = a->reads[i] == b->reads[i];
    for (size_t i = 0; same && i < a->missing_count; i++)
        same = a->missing[i] == b->missing[i];
    if (!same)
        fail_msg("%s: of %s it says %s (%s), not %s (%s)", row->label, company,
                 outcome_of(a, &arena), reason_of(a, &arena), outcome_of(b, &arena),
                 reason_of(b, &arena));
    arena_release(&arena);
}

static void check_company(const struct recall_row *row, struct rulebook *book,
                          const char *company)
{
    struct arena arena = {0};
    struct finding quick, counted;

    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    run_text(book, company, &arena, &counted);
    book->box.limits.steps_per_call = limits_standard().steps_per_call;
    run_text(book, company, &arena, &quick);
    check_same(row, company, &quick, &counted);
    arena_release(&arena);
}

static void check_recalled(const struct recall_row *row)
{
    struct temp_pack dir;
    struct error err = {0};

    temp_open(&dir);
    struct rulebook *book = temp_rule(&dir, row->rule, &err);
    if (!book) {
        fail_msg("%s: %s:%d: %s", row->label, err.where, err.line, err.message);
        return;
    }
    for (int round = 0; round < 4; round++)
        for (size_t i = 0; i < COUNT(row->companies) && row->companies[i]; i++)
            check_company(row, book, row->companies[i]);
    /* Whatever is called takes some steps of the company. */
    bool recalled = book->box.company_left == book->box.limits.steps_per_company;
    if (recalled != row->recalled)
        fail_msg("%s: Lua was %s", row->label, recalled ? "not called" : "called");
    rulebook_close(book);
    temp_close(&dir);
}

static void a_test_is_recalled_where_its_facts_say_all(void **state)
{
    static const struct recall_row rows[] = {
        {"yes or no",
         RULE("if c.a.yes then return pass('y') end return minor('n')"),
         {NO, YES},
         true},
        {"a word",
         RULE(
             "if c.a.word == 'low' then return minor('%s', c.a.word) end return pass('other')"),
         {"[a]\nword = high\n", "[a]\nword = middle\n", "[a]\nword = low\n"},
         true},
        {"a value not met before",
         RULE("if c.a.yes then return pass('y') end "
              "return minor('%d and %s', 4, 'n')"),
         {YES, YES, NO},
         true},
        {"two facts",
         RULE("if c.a.yes and c.a.word == 'low' then return pass('y') end "
              "return critical('n')"),
         {"[a]\nyes = yes\nword = low\n", "[a]\nyes = yes\nword = high\n",
          "[a]\nyes = yes\nword = low\n"},
         true},
        {"the second is not known",
         RULE("if c.a.yes and c.a.word == 'low' then "
              "return pass('y') end return critical('n')"),
         {"[a]\nyes = yes\nword = low\n", NO, YES},
         true},
        {"the second is a number that is not known",
         RULE("if c.a.yes and c.a.n > 1 then return pass('y') end return critical('n')"),
         {"[a]\nyes = yes\nn = 4\n", NO, YES},
         true},
        {"the second is a number",
         RULE("if c.a.yes and c.a.n > 1 then return pass('y') end "
              "return critical('n')"),
         {YES, "[a]\nyes = yes\nn = 1\n", "[a]\nyes = yes\nn = 4\n"},
         false},
        {"the second is text",
         RULE("if c.a.yes then return pass('%s', c.a.text) end "
              "return critical('n')"),
         {YES, "[a]\nyes = yes\ntext = one\n", "[a]\nyes = yes\ntext = two\n"},
         false},
        {"a fact twice",
         RULE("if c.a.yes and c.a.yes then return pass('y') end "
              "return critical('n')"),
         {YES, NO, YES},
         true},
        {"it says unknown",
         RULE("if c.a.yes then return unknown('%s', 'u') end "
              "return not_applicable()"),
         {NO, YES},
         true},
        {"it says not applicable",
         RULE("if c.a.yes then return unknown('u') end "
              "return not_applicable('n')"),
         {YES, NO},
         true},
        {"refused",
         RULE("if c.a.yes then return pass('y') end return minor('n')"),
         {YES, "[a]\nyes = n/a\n", "[a]\nyes = refused\n"},
         true},
        {"two sources that differ",
         RULE("if c.a.yes then return pass('y') end return minor('n')"),
         {YES, NO,
          "[source S1]\ntitle = One\n[source S2]\ntitle = Two\n[a]\nyes = yes @S1\nyes = no "
          "@S2\n"},
         false},
        {"known() first",
         RULE("if known('a.n') and c.a.yes then return pass('y') end "
              "return minor('n')"),
         {YES, "[a]\nyes = yes\nn = 3\n", "[a]\nyes = yes\nn = 3\n"},
         true},
        {"known() after it",
         RULE("if c.a.yes and known('a.n') then return pass('y') end "
              "return minor('n')"),
         {YES, "[a]\nyes = yes\nn = 3\n", YES},
         true},
        {"any() after it",
         RULE("if c.a.yes and any('a.n') then return pass('y') end "
              "return minor('n')"),
         {"[a]\nyes = yes\nn = 0\n", "[a]\nyes = yes\nn = 3\n", "[a]\nyes = yes\nn = 0\n"},
         true},
        {"it remembers",
         "local count = 0\n" RULE("count = count + 1 if c.a.yes then "
                                  "return pass('%d', count) end "
                                  "return minor('n')"),
         {YES, YES, YES},
         false},
        {"it breaks",
         RULE("if c.a.yes then error('broken') end return minor('n')"),
         {NO, YES, YES},
         false},
        {"it takes a while",
         RULE("local n = 0 if c.a.yes then for i = 1, 4000 do n = n + i "
              "end end return pass('%n', n)"),
         {NO, YES, YES},
         false},
        {"a message that is too long",
         RULE("local t = 'x' for i = 1, 9 do t = t .. t end "
              "if c.a.yes then return pass(t) end return minor('n')"),
         {NO, YES, YES},
         false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_recalled(&rows[i]);
}

/* Where what is left out could have passed a limit, nothing is. */
static void narrow_limits_recall_nothing(void **state)
{
    static const char *const narrow[] = {"steps_per_company=1900", "steps_per_rule=1000",
                                         "bytes_per_company=16384"};
    static const char rule[] = RULE("if c.a.yes then return pass('y') end return minor('n')");

    (void)state;
    for (size_t n = 0; n < COUNT(narrow); n++) {
        struct temp_pack dir;
        struct arena arena = {0};
        struct error err = {0};
        struct finding f;
        struct limits limits = limits_standard();
        struct rulebook_options options = {
            .dirs = (const char *const[]){dir.dir}, .count = 1, .limits = &limits};
        temp_open(&dir);
        temp_put(&dir, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
        temp_put(&dir, "t/H_rule.lua", rule);
        assert_true(limits_set(&limits, text_of(narrow[n]), &err));
        struct rulebook *book = rulebook_open_packs(&options, &err);
        if (!book) {
            fail_msg("%s", err.message);
            return;
        }
        for (int round = 0; round < 4; round++)
            run_text(book, YES, &arena, &f);
        if (book->box.company_left == book->box.limits.steps_per_company)
            fail_msg("%s: Lua was not called", narrow[n]);
        rulebook_close(book);
        arena_release(&arena);
        temp_close(&dir);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_recalled_is_what_a_call_gives),
        cmocka_unit_test(a_test_is_recalled_where_its_facts_say_all),
        cmocka_unit_test(narrow_limits_recall_nothing),
    };

    return cmocka_run_group_tests(tests, open_lab, close_lab);
}
