/* SPDX-License-Identifier: MIT
 *
 * What is wrong with a profile: every fault in one pass, each with its line, its column and
 * what to write instead. Faults of values: test_value.c, test_value_number.c.
 */
#include "facts_fixture.h"

struct fault_row {
    const char *label, *text, *faults;
};

static void check_faults(const struct fault_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct parsed p;
        parse(&p, rows[i].text);
        ROW_TEXT(rows[i].label, faults_text(&p), rows[i].faults);
        parsed_release(&p);
    }
    ROWS_END();
}

static void unknown_names_are_told_the_nearest(void **state)
{
    static const struct fault_row rows[] = {
        {"section", "[plans]\nlevels = 1\nother = 2\n",
         "1:1: unknown section [plans]: did you mean [plan]?"},
        {"section, special", "[rate]\nEUR = 1 USD\n",
         "1:1: unknown section [rate]: did you mean [rates]?"},
        {"section, far off", "[whatever]\n", "1:1: unknown section [whatever]"},
        {"section with an argument", "[company X]\nname = A\n",
         "1:1: unknown section [company X]: did you mean [company]?"},
        {"rates with an argument", "[rates 2024]\n",
         "1:1: unknown section [rates 2024]: did you mean [rates]?"},
        {"key", "[cost]\njoin_fe = 9 USD\n",
         "2:1: unknown key 'join_fe' in [cost]: did you mean 'join_fee'?"},
        {"key, shown as it is compared", "[cost]\nJoin-Fees = 9 USD\n",
         "2:1: unknown key 'join_fees' in [cost]: did you mean 'join_fee'?"},
        {"key of another section", "[cost]\nlevels = 3\n",
         "2:1: unknown key 'levels' in [cost]: 'levels' stands in [plan]"},
        {"key, far off", "[cost]\nsomething_else = 3\n",
         "2:1: unknown key 'something_else' in [cost]: 'plumbline schema cost' lists the keys"},
        {"in a source", "[source A]\ntitel = T\n",
         "1:1: source 'A' has no title: write title = ...\n"
         "2:1: unknown key 'titel' in [source]: did you mean 'title'?"},
        {"in a waiver", "[waive RE01]\nreasons = R\n",
         "2:1: unknown key 'reasons' in [waive]: did you mean 'reason'?"},
        {"in a waiver, far off", "[waive RE01]\npermission = R\n",
         "2:1: unknown key 'permission' in [waive]"},
        {"rule", "[waive RE03]\nreason = R\n",
         "1:1: no rule 'RE03' in the pack: did you mean 'RE01'?"},
        {"rule, far off", "[waive everything]\nreason = R\n",
         "1:1: no rule 'everything' in the pack"},
        {"rule missing", "[waive]\nreason = R\n",
         "1:1: a waiver needs the rule it waives: write [waive RE02]"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

#define TABLE "3:1: 'row' is not the whole table: the rows sum to "

static void an_income_table_is_whole_or_refused(void **state)
{
    static const struct fault_row rows[] = {
        {"too little", "[earn]\n\nrow = 58% | 0 USD\nrow = 39% | 5 USD\n",
         TABLE "97%: 3% of the people are missing; add a row for them, of 0 if they were paid "
               "nothing"},
        {"by a millionth", "[earn]\n\nrow = 58% | 0 USD\nrow = 41.999999% | 5 USD\n",
         TABLE "99.999999%: 0.000001% of the people are missing; add a row for them, of 0 if "
               "they were paid nothing"},
        {"too much", "[earn]\n\nrow = 61% | 0 USD\nrow = 40% | 5 USD\n",
         TABLE "101%: 1% are too many; each person belongs in one row"},
        {"whole", "[earn]\n\nrow = 61% | 0 USD\nrow = 39% | 5 USD\n", "sound"},
        {"two currencies, none the company's", "[earn]\nrow = 61% | 0 USD\nrow = 39% | 5 EUR\n",
         "3:1: amounts are in USD and in EUR: say which is the company's own, [company] "
         "currency = USD"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

/* 'count' rows or parts after one another. */
static const char *many_lines(struct arena *arena, const char *line, int count)
{
    struct buf text = BUF_INIT;

    buf_puts(&text, "[plan]\n");
    for (int i = 0; i < count; i++)
        buf_puts(&text, line);
    const char *copy = arena_copy(arena, buf_text(&text), text.len);
    buf_release(&text);
    return copy;
}

static void lists_of_numbers_have_an_end(void **state)
{
    struct parsed p;
    struct arena arena = {0};

    (void)state;
    parse(&p, many_lines(&arena, "level_pct = 1%\n", 100));
    assert_string_equal(faults_text(&p), "sound");
    parsed_release(&p);
    parse(&p, many_lines(&arena, "level_pct = 1%\n", 101));
    assert_string_equal(faults_text(&p), "2:1: 'level_pct' has more than 100 parts");
    parsed_release(&p);
    parse(&p, many_lines(&arena, "[earn]\nrow = 1% | 1 USD\n", 65));
    assert_string_equal(faults_text(&p), "3:1: 'row' has 65 rows: 64 are the most");
    parsed_release(&p);
    arena_release(&arena);
}

static void what_stands_twice_names_the_other_line(void **state)
{
    static const struct fault_row rows[] = {
        {"fact", "[plan]\nlevels = 1\n\nlevels = 2\n",
         "4:1: 'levels' is given on line 2 already: delete one, or give each its own source "
         "(@ID) "
         "to record that they differ"},
        {"fact, one source", "[plan]\nlevels = 1 @A\nlevels = 2\n[source A]\ntitle=A",
         "3:1: 'levels' is given on line 2 already: delete one, or give each its own source "
         "(@ID) "
         "to record that they differ"},
        {"fact, the same source", "[plan]\nlevels = 1 @A\nlevels = 1 @A\n[source A]\ntitle=A",
         "3:1: 'levels' is given on line 2 already: delete one, or give each its own source "
         "(@ID) "
         "to record that they differ"},
        {"source", "[source A]\ntitle = A\n[source A]\ntitle = B\n",
         "3:1: source 'A' is declared twice, first on line 1: give one another id"},
        {"title", "[source A]\ntitle = A\ntitle = B\n",
         "3:1: 'title' is given twice in this section: delete one"},
        {"kind", "[source A]\ntitle = A\nkind = self\nkind = court\n",
         "4:1: 'kind' is given twice in this section: delete one"},
        {"seen", "[source A]\ntitle = A\nseen = 2019\nseen = 2020\n",
         "4:1: 'seen' is given twice in this section: delete one"},
        {"waiver", "[waive RE01]\nreason = R\n[waive re01]\nreason = S\n",
         "3:1: 'RE01' is waived twice, first on line 1: delete one"},
        {"reason", "[waive RE01]\nreason = R\nreason = S\n",
         "3:1: 'reason' is given twice in this section: delete one"},
        {"rate", "[rates]\nEUR = 1 USD\neur = 2 USD\n",
         "3:1: EUR to USD is given twice, first on line 2: delete one"},
        {"rate turned", "[rates]\nEUR = 1 USD\nUSD = 1 EUR\n",
         "3:1: USD to EUR is given twice, first on line 2: delete one"},
        {"two currencies of one company",
         "[source A]\ntitle=a\n[source B]\ntitle=b\n[company]\ncurrency=USD @A\ncurrency=EUR "
         "@B\n",
         "7:1: the currency is EUR here and USD on line 6: an amount can have one only"},
        {"two sources on a line", "[source A]\ntitle=a\n[cost]\njoin_fee = 9 USD @A @B\n",
         "4:12: names two sources: give the other a line of its own"},
        {"amounts of two currencies", "[cost]\njoin_fee = 9 EUR\nrenewal = 7 USD\n",
         "3:1: amounts are in EUR and in USD: say which is the company's own, [company] "
         "currency "
         "= EUR"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

static void sources_waivers_and_rates_are_checked(void **state)
{
#define NO_RATE "2:1: is no rate: write what one unit is worth, such as 'EUR = 1.08 USD'"
#define NO_ID "1:1: a source needs an id that starts with a letter: write [source S1]"
    static const struct fault_row rows[] = {
        {"no id", "[source]\ntitle = A\n", NO_ID},
        {"id of digits", "[source 1]\ntitle = A\n", NO_ID},
        {"id with a blank", "[source A 1]\ntitle = A\n", NO_ID},
        {"id with a tab", "[source A\t1]\ntitle = A\n", NO_ID},
        {"no title", "[source A]\n", "1:1: source 'A' has no title: write title = ..."},
        {"empty title", "[source A]\ntitle =\n",
         "1:1: source 'A' has no title: write title = ..."},
        {"kind", "[source A]\ntitle=A\nkind = newspaper\n",
         "3:8: 'kind' must be one of court, regulator, company_doc, third_party, self, not "
         "'newspaper'"},
        {"seen", "[source A]\ntitle=A\nseen = 13/04/2019\n",
         "3:8: 'seen' '13/04/2019' has slashes: write 2019-04-13"},
        {"url", "[source A]\ntitle=A\nurl = javascript:alert(1)\n",
         "3:7: 'url' must be an address such as 'https://example.org/plan.pdf'"},
        {"a source of a source", "[source A]\ntitle = Post by @acme of 2020\n",
         "2:9: 'title' takes no source: put the value in quotes to keep '@acme'"},
        {"a source of a waiver", "[waive RE01]\nreason = agreed\nby = @maria\n",
         "3:6: 'by' takes no source: put the value in quotes to keep '@maria'"},
        {"undeclared", "[plan]\nlevels = 1 @S9\n",
         "2:10: source 'S9' is not declared: add [source S9] with its title, or put the value "
         "in "
         "quotes"},
        {"undeclared, in case", "[plan]\nlevels = 1 @a\n[source A]\ntitle=A\n",
         "2:10: source 'a' is not declared: add [source a] with its title, or put the value in "
         "quotes"},
        {"rate of nothing", "[rates]\nEUR =\n", NO_RATE},
        {"rate without currency", "[rates]\nEUR = 1.08\n", NO_RATE},
        {"rate of no currency", "[rates]\nEURO = 1.08 USD\n", NO_RATE},
        {"rate of three bytes", "[rates]\n\xe2\x82\xac = 1.08 USD\n", NO_RATE},
        {"rate to no currency", "[rates]\nEUR = 1.08 US$\n", NO_RATE},
        {"rate of zero", "[rates]\nEUR = 0 USD\n", NO_RATE},
        {"rate below zero", "[rates]\nEUR = -1 USD\n", NO_RATE},
        {"rate to itself", "[rates]\nEUR = 1 EUR\n", NO_RATE},
        {"rate of words", "[rates]\nEUR = about 1 USD\n", NO_RATE},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

static void lines_that_are_nothing_say_so(void **state)
{
#define NEITHER "is neither a [section], a 'key = value' line nor a comment"
#define INDENTED                                                                               \
    "starts with a blank, so it would continue the line above: delete the blank, or put the "  \
    "text in quotes on the line above"
    static const struct fault_row rows[] = {
        {"word", "[plan]\nlevels\n", "2:1: " NEITHER},
        {"no key", "[plan]\n= 3\n", "2:1: " NEITHER},
        {"what follows such a line", "[plan]\nlevels\n  3\n  4\nlevels=5", "2:1: " NEITHER},
        {"before a section", "levels = 3\nname = A\n[plan]\nlevels = 4\n",
         "1:1: stands before the first [section]: put it under one\n"
         "2:1: stands before the first [section]: put it under one"},
        {"bracket", "[plan\nlevels = 3\nname = A\n",
         "1:1: the section lacks its closing bracket: write [section]"},
        {"second bracket", "[cost]\n[plan\nlevels = 3\n",
         "2:1: the section lacks its closing bracket: write [section]"},
        {"after a bracket", "[plan] levels = 3\nlevels = 4\n",
         "1:7: only a comment may follow a [section]: start a new line"},
        {"no section", "[]\nlevels = 4\n",
         "1:1: is no section: a name of 1 to 48 characters goes between the brackets"},
        {"quote", "[company]\nname = \"Acme\n",
         "2:8: the value lacks its closing quote: write \"...\""},
        {"after a quote", "[company]\nname = \"Acme\" Ltd\n",
         "2:8: only a source such as '@S1 p.4' may follow the closing quote, not 'Ltd'"},
        {"first line indented", "  [plan]\nlevels = 1\n",
         "1:1: starts with a blank, which a [section] may not: delete the blank"},
        {"indented under a section", "[plan]\n  levels = 1\n",
         "2:1: starts with a blank but there is no value above to continue: delete the blank"},
        {"indented key", "[company]\nname = A\n  site = https://a.org\n", "3:1: " INDENTED},
        {"indented key of words", "[company]\nname = A\n  Self-label of it = B\n",
         "3:1: " INDENTED},
        {"indented section", "[company]\nname = A\n  [plan] ; the plan\nlevels = 1\n",
         "3:1: starts with a blank, which a [section] may not: delete the blank"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

static void a_faulty_line_brings_no_faults_of_others(void **state)
{
    static const struct fault_row rows[] = {
        {"section that cannot be read",
         "[company]\nname=A\n[pl\xff"
         "an]\nlevels=1\nname=B\n",
         "3:4: is not valid UTF-8: save the file as UTF-8"},
        {"line that cannot be read", "[company]\nname=\x01\n  more\n  and more\nname=B\n",
         "2:6: has a control character: delete it"},
        {"source refused", "[source 1]\ntitel = A\ntitel = B\n", NO_ID},
        {"bad value, then its bound", "[company]\nas_of = soon\nfounded = 2019\n",
         "2:9: 'as_of' must be a date such as 2019, 2019-04, 2019-04-30 or '4 Mar 2019', from "
         "1850 to 2100, not 'soon'"},
        {"bad value, then a good one", "[plan]\nlevels = x\nlevels = 2\n",
         "2:10: 'levels' must be a whole number from 0 to 99, not 'x'"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

static void what_a_comment_holds_must_be_text_too(void **state)
{
    static const struct fault_row rows[] = {
        {"under a section", "[company]\n; caf\xe9\nname = A\n",
         "2:6: is not valid UTF-8: save the file as UTF-8"},
        {"under a value", "[company]\nname = A\n; caf\xe9\n",
         "3:6: is not valid UTF-8: save the file as UTF-8"},
        {"after a value", "[company]\nname = A ; caf\xe9\n",
         "2:15: is not valid UTF-8: save the file as UTF-8"},
        {"inside a value", "[company]\nname = A\n ; caf\x02\n  B\n",
         "3:7: has a control character: delete it"},
    };

    (void)state;
    check_faults(rows, COUNT(rows));
}

static void after_a_hundred_faults_the_rest_is_counted(void **state)
{
    struct parsed p;
    struct buf text = BUF_INIT;

    (void)state;
    buf_puts(&text, "[plan]\n");
    for (int i = 0; i < 130; i++)
        buf_printf(&text, "no_such_key_%d = 1\n", i);
    parse(&p, buf_text(&text));
    assert_false(p.ok);
    assert_int_equal(p.faults.count, FAULTS_KEPT);
    assert_int_equal(p.faults.more, 30);
    assert_int_equal(p.faults.list[0].line, 2);
    assert_int_equal(p.faults.list[99].line, 101);
    parsed_release(&p);
    buf_release(&text);
}

static void special_facts_of_another_type_are_ordinary(void **state)
{
    static const char *const names[] = {"company.name", "company.currency", "company.as_of"};
    struct fact_def facts[COUNT(test_facts)];
    struct parsed p = {.ok = false};
    struct profile_options options = {0};

    (void)state;
    memcpy(facts, test_facts, sizeof facts);
    p.schema = test_schema(&p.arena);
    p.schema.facts = facts;
    for (size_t i = 0; i < COUNT(names); i++)
        facts[schema_find_name(&p.schema, names[i])].type = TYPE_BOOL;
    p.ok = profile_parse(text_of("[company]\nname=yes\ncurrency=yes\nas_of=yes\n"), "acme.ini",
                         &p.schema, &options, &p.arena, &p.profile, &p.faults);
    assert_string_equal(faults_text(&p), "sound");
    assert_string_equal(p.profile.name, "acme.ini");
    assert_string_equal(p.profile.currency, "");
    assert_false(p.profile.has_as_of);
    parsed_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_names_are_told_the_nearest),
        cmocka_unit_test(an_income_table_is_whole_or_refused),
        cmocka_unit_test(lists_of_numbers_have_an_end),
        cmocka_unit_test(what_stands_twice_names_the_other_line),
        cmocka_unit_test(sources_waivers_and_rates_are_checked),
        cmocka_unit_test(lines_that_are_nothing_say_so),
        cmocka_unit_test(a_faulty_line_brings_no_faults_of_others),
        cmocka_unit_test(what_a_comment_holds_must_be_text_too),
        cmocka_unit_test(after_a_hundred_faults_the_rest_is_counted),
        cmocka_unit_test(special_facts_of_another_type_are_ordinary),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
