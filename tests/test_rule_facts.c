/* SPDX-License-Identifier: MIT
 *
 * How rules come by facts: states, helpers that read by name, money, dates, sets; and what is
 * noted of it.
 */
#include "rule_rows.h"

#define READS(facts, body)                                                                     \
    WRITER_RULE(facts,                                                                         \
                "['a.n'] = 'up', ['a.up'] = 'up', ['a.told'] = 'up', ['a.none'] = { none = "   \
                "'w' }, ['a.price'] = 'down', ['a.pct'] = 'up', ['company.as_of'] = 'up'",     \
                "function(c) " body " end")
#define ALL                                                                                    \
    "'a.n', 'a.up', 'a.told', 'a.none', 'a.price', 'a.pct', 'a.yes', 'a.word', "               \
    "'a.set', 'a.text', 'company.as_of'"
#define RULE(body) READS(ALL, body)
#define SAY(expression) RULE("local v = " expression " return pass('%s', v)")
#define SAY_NUMBER(expression) RULE("local v = " expression " return pass('%n', v)")
#define SAY_IF(expression)                                                                     \
    RULE("if " expression " then return pass('yes') end return major('no')")

static void a_fact_without_value_ends_the_test(void **state)
{
    static const struct row rows[] = {
        {"absent", SAY_NUMBER("c.a.n"), "", "unknown", "", "a.n", "a.n"},
        {"unknown", SAY_NUMBER("c.a.n"), "[a]\nn = ?\n", "unknown", "", "a.n", "a.n"},
        {"n/a", SAY_NUMBER("c.a.n"), "[a]\nn = n/a\n", "not_applicable", NULL, "a.n", ""},
        {"refused", SAY_NUMBER("c.a.n"), "[a]\nn = refused\n", "unknown", NULL, "a.n", "a.n"},
        {"refused, expected", SAY_NUMBER("c.a.told"), "[a]\ntold = refused\n", "major",
         "asked for and not given: m", "a.told", "a.told"},
        {"what comes after is not read", SAY_NUMBER("c.a.n + c.a.up"), "[a]\nup = 1\n",
         "unknown", "", "a.n", "a.n"},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void known_asks_first(void **state)
{
    static const struct row rows[] = {
        {"known", SAY_IF("known('a.n')"), "[a]\nn = 1\n", "pass", NULL, "a.n", ""},
        {"absent", SAY_IF("known('a.n')"), "", "major", NULL, "a.n", ""},
        {"refused", SAY_IF("known('a.told')"), "[a]\ntold = refused\n", "major", NULL, "a.told",
         ""},
        {"a range that can be tried", SAY_IF("known('a.n')"), "[a]\nn = 1..2\n", "pass", NULL,
         "a.n", ""},
        {"a range that cannot", SAY_IF("known('a.none')"), "[a]\nnone = 1..2\n", "major", NULL,
         "a.none", ""},
        {"no such fact", SAY_IF("known('a.nn')"), "", "error", "there is no fact 'a.nn'", "",
         ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void any_is_true_as_soon_as_one_is(void **state)
{
#define ANY SAY_IF("any('a.n', 'a.yes', 'a.told')")
    static const struct row rows[] = {
        {"one", ANY, "[a]\nn = 1\n", "pass", NULL, "a.n a.yes a.told", ""},
        {"one beside a refusal", ANY, "[a]\nyes = yes\ntold = refused\n", "pass", NULL, NULL,
         ""},
        {"none", ANY, "[a]\nn = 0\nyes = no\ntold = 0\n", "major", "no", "a.n a.yes a.told",
         ""},
        {"none, one n/a", ANY, "[a]\nn = 0\nyes = n/a\ntold = 0\n", "major", "no", NULL, ""},
        {"open", ANY, "[a]\nn = 0\ntold = 0\n", "unknown", NULL, NULL, "a.yes"},
        {"refused", ANY, "[a]\nn = 0\nyes = no\ntold = refused\n", "major",
         "asked for and not given: m", NULL, "a.told"},
        {"open before refused", ANY, "[a]\nn = 0\ntold = refused\n", "unknown", NULL, NULL,
         "a.yes"},
        {"a range above zero", ANY, "[a]\nn = 1..2\n", "pass", NULL, NULL, ""},
        {"a range from zero", ANY, "[a]\nn = 0..2\nyes = no\ntold = 0\n", "unknown", NULL, NULL,
         "a.n"},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void between_takes_bounds_for_what_is_open(void **state)
{
#define BETWEEN(bounds)                                                                        \
    RULE("local v = between('a.up', " bounds ") if v < 10 then return critical('%n', v) end "  \
         "return pass('%n', v)")
    static const struct row rows[] = {
        {"known", BETWEEN("0, 100"), "[a]\nup = 20\n", "pass", "20", "a.up", ""},
        {"known beside the bounds", BETWEEN("0, 5"), "[a]\nup = 20\n", "pass", "20", NULL, ""},
        {"absent", BETWEEN("0, 100"), "", "critical..pass", "0", "a.up", ""},
        {"bounds that decide", BETWEEN("50, 100"), "", "pass", "50", "a.up", ""},
        {"bounds that are one", BETWEEN("7, 7"), "[a]\nup = ?\n", "critical", "7", NULL, ""},
        {"a range is cut", BETWEEN("12, 100"), "[a]\nup = 5..50\n", "pass", "12", NULL, ""},
        {"bounds in the range", BETWEEN("0, 100"), "[a]\nup = 5..50\n", "critical..pass", "5",
         NULL, ""},
        {"refused", BETWEEN("0, 100"), "[a]\nup = refused\n", "unknown", NULL, "a.up", "a.up"},
        {"n/a", BETWEEN("0, 100"), "[a]\nup = n/a\n", "not_applicable", NULL, "a.up", ""},
        {"no direction", RULE("return pass('%n', between('a.none', 0, 1))"), "", "unknown",
         NULL, "a.none", "a.none"},
        {"wrong order", BETWEEN("2, 1"), "", "error",
         "between() wants a fact that is a number and two bounds, the smaller first", NULL,
         NULL},
        {"not a number", BETWEEN("0/0, 1"), "", "error",
         "between() wants a fact that is a number and two bounds, the smaller first", NULL,
         NULL},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void usd_converts_or_is_unknown(void **state)
{
#define USD                                                                                    \
    RULE("local v = usd('a.price') if v > 100 then return minor('%n', v) end "                 \
         "return pass('%n', v)")
    static const struct row rows[] = {
        {"dollars", USD, "[a]\nprice = 99 USD\n", "pass", "99", "a.price", ""},
        {"euros with a rate", USD, "[rates]\nEUR = 1.10 USD\n[a]\nprice = 100 EUR\n", "minor",
         "110", "a.price", ""},
        {"euros without", USD, "[a]\nprice = 100 EUR\n", "unknown", NULL, "a.price", "a.price"},
        {"a range", USD, "[a]\nprice = 50..150 USD\n", "minor..pass", "150", "a.price", ""},
        {"absent", USD, "", "unknown", NULL, "a.price", "a.price"},
        {"not money", RULE("return pass('%n', usd('a.n'))"), "[a]\nn = 1\n", "error",
         "usd() wants a fact of money, not 'a.n'", NULL, NULL},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void values_are_what_the_design_says(void **state)
{
    static const struct row rows[] = {
        {"pct", SAY_NUMBER("c.a.pct"), "[a]\npct = 33.33%\n", "pass", "33.33", "a.pct", ""},
        {"on the line", SAY_IF("sum(0.1, 0.2) == 0.3 and diff(0.3, 0.1) == 0.2"), "", "pass",
         NULL, "", ""},
        {"ratio", SAY_NUMBER("ratio(1, 3)"), "", "pass", "0.33", "", ""},
        {"enum", SAY("c.a.word"), "[a]\nword = high\n", "pass", "high", "a.word", ""},
        {"text", SAY("c.a.text"), "[a]\ntext = some words\n", "pass", "some words", NULL, ""},
        {"has", SAY_IF("has(c.a.set, 'x')"), "[a]\nset = x, y\n", "pass", NULL, "a.set", ""},
        {"has not a part", SAY_IF("has(c.a.set, 'x')"), "[a]\nset = xy, y\n", "major", NULL,
         NULL, ""},
        {"has not two", SAY_IF("has(c.a.set, 'x,y')"), "[a]\nset = x, y\n", "major", NULL, NULL,
         ""},
        {"has not nothing", SAY_IF("has(c.a.set, '')"), "[a]\nset = x, y\n", "major", NULL,
         NULL, ""},
        {"contains", SAY_IF("contains(c.a.text, 'me wo')"), "[a]\ntext = some words\n", "pass",
         NULL, NULL, ""},
        {"contains no pattern", SAY_IF("contains(c.a.text, 's.me')"),
         "[a]\ntext = some words\n", "major", NULL, NULL, ""},
        {"years", SAY_NUMBER("years_between(asof(), year_end(2030))"),
         "[company]\nas_of = 2020-12-31\n", "pass", "10", "company.as_of", ""},
        {"no date", SAY_NUMBER("years_between(asof(), year_end(2030))"), "", "unknown", NULL,
         "company.as_of", "company.as_of"},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void reads_are_noted_once_in_their_order(void **state)
{
    static const struct row rows[] = {
        {"order", RULE("local s = c.a.up + c.a.n + c.a.up return pass('%n', s)"),
         "[a]\nn = 1\nup = 2\n", "pass", "5", "a.up a.n", ""},
        {"by name too",
         RULE("if known('a.yes') and any('a.up', 'a.n') then return pass('%n', "
              "c.a.n) end return major('no')"),
         "[a]\nn = 1\nup = 2\nyes = no\n", "pass", "1", "a.yes a.up a.n", ""},
        {"over the ends of a range",
         RULE("if c.a.up > 5 then return pass('%n', c.a.n) end "
              "return pass('%n', c.a.pct)"),
         "[a]\nn = 1\nup = 2..9\npct = 3%\n", "pass", NULL, "a.up a.pct a.n", ""},
    };

    (void)state;
    CHECK_ROWS(rows);
}

static void a_rule_in_error_leaves_the_others_alone(void **state)
{
    struct temp_pack dir;
    struct error err = {0};

    (void)state;
    temp_open(&dir);
    temp_put(&dir, "pack.lua", WRITER_PACK("'t/A_x.lua', 't/B_x.lua', 't/C_x.lua'"));
    temp_put(&dir, "t/A_x.lua", RULE("return pass('%n', c.a.n)"));
    temp_put(&dir, "t/B_x.lua", RULE("local n = c.a.n\nerror('broken')"));
    temp_put(&dir, "t/C_x.lua", RULE("return pass('%n', c.a.up)"));
    struct rulebook *book = rulebook_open(dir.dir, RULEBOOK_FULL, &err);
    assert_non_null(book);
    for (int i = 0; i < 3; i++) {
        struct arena arena = {0};
        struct finding f[3];
        run_text(book, "[a]\nn = 1\nup = 2\n", &arena, f);
        assert_string_equal(reason_of(&f[0], &arena), "1");
        assert_int_equal(f[1].outcome, OUTCOME_ERROR);
        assert_int_equal(f[1].error_line, 3);
        assert_string_equal(reason_of(&f[1], &arena), "broken");
        assert_int_equal(f[1].read_count, 1);
        assert_string_equal(reason_of(&f[2], &arena), "2");
        arena_release(&arena);
    }
    rulebook_close(book);
    temp_close(&dir);
}

/* A rule's outcome is its own, whatever is worth nothing and whatever ran before. */
static void a_rule_that_is_off_does_not_run(void **state)
{
    struct temp_pack dir;
    struct error err = {0};
    struct arena arena = {0};
    struct finding f;

    (void)state;
    temp_open(&dir);
    struct rulebook *book = temp_rule(&dir, RULE("error('it ran')"), &err);
    rulebook_set_points(book, &rulebook_pack(book)->rules[0], 0);
    run_text(book, "[a]\nn = 1\n", &arena, &f);
    assert_int_equal(f.outcome, OUTCOME_NOT_APPLICABLE);
    arena_release(&arena);
    rulebook_close(book);
    temp_close(&dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fact_without_value_ends_the_test),
        cmocka_unit_test(known_asks_first),
        cmocka_unit_test(any_is_true_as_soon_as_one_is),
        cmocka_unit_test(between_takes_bounds_for_what_is_open),
        cmocka_unit_test(usd_converts_or_is_unknown),
        cmocka_unit_test(values_are_what_the_design_says),
        cmocka_unit_test(reads_are_noted_once_in_their_order),
        cmocka_unit_test(a_rule_in_error_leaves_the_others_alone),
        cmocka_unit_test(a_rule_that_is_off_does_not_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
