/* SPDX-License-Identifier: MIT
 *
 * The text of a profile: names, comments, quotes, continuation, provenance, line ends. What the
 * facts then say together: test_profile_facts.c; what is wrong: test_profile_faults.c.
 */
#include "facts_fixture.h"

struct text_row {
    const char *label, *text;
    const char *fact, *wanted; /* the fact that is looked at, as people read it */
};

static void check_texts(const struct text_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct parsed p;
        parse(&p, rows[i].text);
        ROW_TEXT(rows[i].label, p.ok ? fact_text(&p, rows[i].fact) : faults_text(&p),
                 rows[i].wanted);
        parsed_release(&p);
    }
    ROWS_END();
}

static void names_are_blind_to_case_blanks_and_dashes(void **state)
{
    static const struct text_row rows[] = {
        {"as in the vocabulary", "[cost]\njoin_fee = 9 USD\n", "cost.join_fee",
         "9 USD (9 USD)"},
        {"capitals", "[COST]\nJOIN_FEE = 9 USD\n", "cost.join_fee", "9 USD (9 USD)"},
        {"blank", "[Cost]\nJoin fee = 9 USD\n", "cost.join_fee", "9 USD (9 USD)"},
        {"dash", "[cost]\njoin-fee = 9 USD\n", "cost.join_fee", "9 USD (9 USD)"},
        {"tab", "[cost]\njoin\tfee\t=\t9 USD\n", "cost.join_fee", "9 USD (9 USD)"},
        {"blanks in brackets", "[ cost ]\njoin_fee=9 USD", "cost.join_fee", "9 USD (9 USD)"},
        {"colon", "[cost]\njoin_fee: 9 USD\n", "cost.join_fee", "9 USD (9 USD)"},
        {"section again", "[cost]\n[plan]\nlevels=1\n[cost]\njoin_fee=9 USD", "cost.join_fee",
         "9 USD (9 USD)"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void comments_start_a_line_or_follow_white_space(void **state)
{
    static const struct text_row rows[] = {
        {"semicolon line", "; a\n[plan]\n;b\nlevels = 1\n", "plan.levels", "1"},
        {"hash line", "# a\n[plan]\n#b\nlevels = 1\n", "plan.levels", "1"},
        {"indented comment", "[plan]\n   ; no value\nlevels = 1\n", "plan.levels", "1"},
        {"after the section", "[plan] ; the plan\nlevels = 1\n", "plan.levels", "1"},
        {"after the section, at once", "[plan]; the plan\nlevels = 1\n", "plan.levels", "1"},
        {"after the value", "[plan]\nlevels = 1 ; one\n", "plan.levels", "1"},
        {"after a tab", "[plan]\nlevels = 1\t# one\n", "plan.levels", "1"},
        {"in place of the value", "[plan]\nlevels = ; not known\n", "plan.levels", "unknown"},
        {"inside a word", "[company]\nname = A;B#C\n", "company.name", "A;B#C"},
        {"inside quotes", "[company]\nname = \"A ; B # C\" ; D\n", "company.name", "A ; B # C"},
        {"at once after quotes", "[company]\nname = \"A\";D\n", "company.name", "A"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void quotes_carry_anything_but_themselves(void **state)
{
    static const struct text_row rows[] = {
        {"plain", "[company]\nname = \"Acme\"\n", "company.name", "Acme"},
        {"blanks at the ends", "[company]\nname = \"  Acme \"\n", "company.name", "  Acme "},
        {"a quote", "[company]\nname = \"A \\\"B\\\" C\"\n", "company.name", "A \"B\" C"},
        {"a backslash", "[company]\nname = \"A \\\\ B\"\n", "company.name", "A \\ B"},
        {"another escape is none", "[company]\nname = \"A\\nB\"\n", "company.name", "A\\nB"},
        {"an address", "[company]\nname = \"me @home\"\n", "company.name", "me @home"},
        {"a state", "[company]\nname = \"unknown\"\n", "company.name", "unknown"},
        {"quotes further in", "[company]\nname = The \"A\" Co\n", "company.name",
         "The \"A\" Co"},
        {"over two lines", "[company]\nname = \"A\n  B\"\n", "company.name", "A B"},
        {"a number", "[plan]\nlevels = \"7\"\n", "plan.levels", "7"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void indented_lines_continue_the_value(void **state)
{
    static const struct text_row rows[] = {
        {"one", "[company]\nname = A\n  B\n", "company.name", "A B"},
        {"tab", "[company]\nname = A\n\tB\n", "company.name", "A B"},
        {"three", "[company]\nname = A\n B\n  C\n   D\n", "company.name", "A B C D"},
        {"from nothing", "[company]\nname =\n  A\n", "company.name", "A"},
        {"with comments between", "[company]\nname = A ; x\n; y\n\n  # z\n  B ; w\n",
         "company.name", "A B"},
        {"a list", "[company]\njurisdictions = US,\n  GB,\n  VN\n", "company.jurisdictions",
         "US, GB, VN"},
        {"its source", "[company]\nname = A\n  @S1 p.4\n[source S1]\ntitle=T", "company.name",
         "A"},
        {"prose with a colon", "[company]\nname = A\n  note: B\n", "company.name", "A note: B"},
        {"equals after a comma", "[company]\nname = A\n  B, C = D\n", "company.name",
         "A B, C = D"},
        {"part in brackets", "[company]\nname = A\n  [sic] B\n", "company.name", "A [sic] B"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void line_ends_and_marks_of_editors_change_nothing(void **state)
{
    static const struct text_row rows[] = {
        {"CRLF", "[plan]\r\nlevels = 7\r\n", "plan.levels", "7"},
        {"mixed", "[plan]\r\nlevels = 7\n\r\n", "plan.levels", "7"},
        {"no end", "[plan]\nlevels = 7", "plan.levels", "7"},
        {"byte order mark", "\xef\xbb\xbf[plan]\nlevels = 7", "plan.levels", "7"},
        {"mark and CRLF", "\xef\xbb\xbf[plan]\r\nlevels = 7\r\n", "plan.levels", "7"},
        {"CRLF continuation", "[company]\r\nname = A\r\n  B\r\n", "company.name", "A B"},
        {"blanks at the end", "[plan]  \nlevels = 7 \t \n", "plan.levels", "7"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void an_empty_profile_is_sound(void **state)
{
    static const char *const rows[] = {"",         "\n\n",        "; nothing\n", "\xef\xbb\xbf",
                                       "[plan]\n", "[rates]\n\n", "[plan]",      "  \n\t\n"};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        parse(&p, rows[i]);
        ROW_TEXT(rows[i], faults_text(&p), "sound");
        for (size_t j = 0; j < p.schema.fact_count; j++)
            ROW_INT(rows[i], p.profile.facts[j].value.state, FACT_ABSENT);
        ROW_TEXT(rows[i], p.profile.name, "acme.ini");
        parsed_release(&p);
    }
    ROWS_END();
}

/* --- where a value comes from --- */

static void provenance_is_a_source_and_a_place_in_it(void **state)
{
    static const struct {
        const char *label, *value, *written, *source, *locator;
    } rows[] = {
        {"none", "9 USD", "9 USD", "", ""},
        {"source", "9 USD @S1", "9 USD", "S1", ""},
        {"page", "9 USD @S1 p.4", "9 USD", "S1", "p.4"},
        {"long locator", "9 USD @S1  p.4,  table 2", "9 USD", "S1", "p.4,  table 2"},
        {"tabs", "9 USD\t@S1\tp.4", "9 USD", "S1", "p.4"},
        {"comment", "9 USD @S1 p.4 ; seen", "9 USD", "S1", "p.4"},
        {"after quotes", "\"9 USD\" @S1 p.4", "9 USD", "S1", "p.4"},
        {"at once after quotes", "\"9 USD\"@S1", "9 USD", "S1", ""},
        {"of an unknown", "@S2 not found there", "", "S2", "not found there"},
        {"of a refusal", "refused @S2", "refused", "S2", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        char text[200];
        snprintf(text, sizeof text,
                 "[cost]\njoin_fee = %s\n[source S1]\ntitle=A\n[source S2]\n"
                 "title=B\n",
                 rows[i].value);
        parse(&p, text);
        ROW_TEXT(rows[i].label, faults_text(&p), "sound");
        if (p.ok) {
            const struct statement *s = fact_called(&p, "cost.join_fee")->statements;
            bool cites = s->source != SOURCE_NONE;
            ROW_TEXT(rows[i].label, s->written, rows[i].written);
            ROW_TEXT(rows[i].label, cites ? p.profile.sources[s->source].id : "",
                     rows[i].source);
            ROW_TEXT(rows[i].label, s->locator, rows[i].locator);
        }
        parsed_release(&p);
    }
    ROWS_END();
}

static void an_at_sign_inside_a_word_is_no_source(void **state)
{
    static const struct text_row rows[] = {
        {"mail", "[company]\nname = info@example.org\n", "company.name", "info@example.org"},
        {"a digit", "[company]\nname = open @9\n", "company.name", "open @9"},
        {"alone", "[company]\nname = this @ that\n", "company.name", "this @ that"},
        {"url", "[company]\nsite = https://a.org/@me\n", "company.site", "https://a.org/@me"},
        {"undeclared", "[company]\nname = me @home now\n", "company.name",
         "2:8: source 'home' is not declared: add [source home] with its title, or put the "
         "value "
         "in quotes"},
    };

    (void)state;
    check_texts(rows, COUNT(rows));
}

static void a_source_has_title_url_date_and_kind(void **state)
{
    static const char text[] =
        "[source S1]\ntitle = The plan ; 2nd\nurl = https://a.org/x?y=1&z#t\nseen = 2024-04\n"
        "kind = Company doc\n[source b_2]\nTitle = \"B ; b\"\n[plan]\nlevels = 1 @S1\n"
        "public = yes @S1 p.2\n[source C]\ntitle = C\nkind = third-party\nseen = ?\n";
    struct parsed p;

    (void)state;
    parse(&p, text);
    assert_string_equal(faults_text(&p), "sound");
    assert_int_equal(p.profile.source_count, 3);
    const struct source *s = p.profile.sources;
    ROW_TEXT("id", s[0].id, "S1");
    ROW_TEXT("title", s[0].title, "The plan");
    ROW_TEXT("url", s[0].url, "https://a.org/x?y=1&z#t");
    ROW_INT("seen", s[0].has_seen, true);
    ROW_INT("first day", s[0].seen.first, date_of(2024, 4, 1));
    ROW_INT("last day", s[0].seen.last, date_of(2024, 4, 30));
    ROW_TEXT("kind", source_kind_name(s[0].kind), "company_doc");
    ROW_INT("line", s[0].line, 1);
    ROW_INT("uses", (long long)s[0].uses, 2);
    ROW_TEXT("id", s[1].id, "b_2");
    ROW_TEXT("title", s[1].title, "B ; b");
    ROW_INT("no url", s[1].url == NULL, true);
    ROW_INT("not seen", s[1].has_seen, false);
    ROW_TEXT("no kind", source_kind_name(s[1].kind), "");
    ROW_INT("no uses", (long long)s[1].uses, 0);
    ROW_TEXT("kind", source_kind_name(s[2].kind), "third_party");
    ROW_INT("unknown day", s[2].has_seen, false);
    parsed_release(&p);
    ROWS_END();
}

static void statements_know_their_line_and_column(void **state)
{
    static const char text[] =
        "\xef\xbb\xbf; one\n[plan]\n\nlevels = 1\n[company]\nname = A\n  B\n"
        "[plan]\npublic = yes\n";
    struct parsed p;

    (void)state;
    parse(&p, text);
    assert_string_equal(faults_text(&p), "sound");
    ROW_INT("levels", fact_called(&p, "plan.levels")->statements[0].line, 4);
    ROW_INT("name", fact_called(&p, "company.name")->statements[0].line, 6);
    ROW_INT("public", fact_called(&p, "plan.public")->statements[0].line, 9);
    ROW_INT("column", fact_called(&p, "plan.public")->statements[0].column, 1);
    ROW_TEXT("file", p.profile.file, "folder/acme.ini");
    parsed_release(&p);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_blind_to_case_blanks_and_dashes),
        cmocka_unit_test(comments_start_a_line_or_follow_white_space),
        cmocka_unit_test(quotes_carry_anything_but_themselves),
        cmocka_unit_test(indented_lines_continue_the_value),
        cmocka_unit_test(line_ends_and_marks_of_editors_change_nothing),
        cmocka_unit_test(an_empty_profile_is_sound),
        cmocka_unit_test(provenance_is_a_source_and_a_place_in_it),
        cmocka_unit_test(an_at_sign_inside_a_word_is_no_source),
        cmocka_unit_test(a_source_has_title_url_date_and_kind),
        cmocka_unit_test(statements_know_their_line_and_column),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
