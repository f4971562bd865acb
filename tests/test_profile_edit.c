/* SPDX-License-Identifier: MIT
 *
 * One fact changed in the text of a profile: what it then says, byte for byte, or the sentence
 * that says why not; and that a fact set to what it is changes nothing that is said.
 */
#include "pack_fixture.h"

#include "facts_fixture.h"

#include "base/file.h"
#include "facts/profile_edit.h"

#define BOM "\xEF\xBB\xBF"
#define SOURCE "[source S1]\ntitle = T\n"

struct edit_row {
    const char *label, *text, *fact, *value, *source, *wanted;
};

static const char *edited(struct arena *arena, const struct edit_row *row)
{
    struct schema schema = test_schema(arena);
    struct buf out = BUF_INIT;
    struct error err = {0};
    const char *result;

    if (profile_edit(text_of(row->text), &schema, row->fact, row->value, row->source, arena,
                     &out, &err))
        result = arena_printf(arena, "%s", buf_text(&out));
    else
        result =
            arena_printf(arena, "%s%d: %s", out.len ? "(touched) " : "", err.line, err.message);
    buf_release(&out);
    return result;
}

static void check_rows(const struct edit_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        ROW_TEXT(rows[i].label, edited(&arena, &rows[i]), rows[i].wanted);
        arena_release(&arena);
    }
    ROWS_END();
}

static void a_value_is_replaced_and_all_else_stays(void **state)
{
    static const struct edit_row rows[] = {
        {"plain", "[plan]\nlevels = 1\npublic = yes\n", "plan.levels", "2", NULL,
         "[plan]\nlevels = 2\npublic = yes\n"},
        {"comments and blanks", "; a\n\n[plan] ; b\nlevels\t=  1   ; c\n\n# d\n", "plan.levels",
         "2", NULL, "; a\n\n[plan] ; b\nlevels\t=  2   ; c\n\n# d\n"},
        {"no end of line", "[plan]\nlevels=1", "plan.levels", "2", NULL, "[plan]\nlevels=2"},
        {"colon", "[plan]\nLevels: 1\n", "plan.levels", "2", NULL, "[plan]\nLevels: 2\n"},
        {"CRLF and BOM", BOM "[plan]\r\nlevels = 1 ; c\r\n", "plan.levels", "2", NULL,
         BOM "[plan]\r\nlevels = 2 ; c\r\n"},
        {"empty value", "[plan]\nlevels =\n", "plan.levels", "2", NULL, "[plan]\nlevels = 2\n"},
        {"empty value, no end", "[plan]\nlevels=", "plan.levels", "2", NULL,
         "[plan]\nlevels= 2"},
        {"comment for a value", "[plan]\nlevels = ; not known\n", "plan.levels", "2", NULL,
         "[plan]\nlevels = 2 ; not known\n"},
        {"comment at once after quotes", "[company]\nname = \"A\";b\n", "company.name", "B",
         NULL, "[company]\nname = B ;b\n"},
        {"key of another section", "[cost]\njoin_fee = 1 USD\n[plan]\nlevels = 1\n",
         "plan.levels", "2", NULL, "[cost]\njoin_fee = 1 USD\n[plan]\nlevels = 2\n"},
        {"taken away", "[plan]\nlevels = 1\n", "plan.levels", "unknown", NULL,
         "[plan]\nlevels = unknown\n"},
        {"currency of the file", "[cost]\njoin_fee = 1\n[company]\ncurrency = EUR\n",
         "cost.join_fee", "2", NULL, "[cost]\njoin_fee = 2\n[company]\ncurrency = EUR\n"},
        {"list in one line", "[company]\njurisdictions = US, DE\n", "company.jurisdictions",
         "FR", NULL, "[company]\njurisdictions = FR\n"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void lines_that_continue_the_old_value_go(void **state)
{
    static const struct edit_row rows[] = {
        {"continued", "[company]\nname = A\n  B\n\tC\n[plan]\n", "company.name", "D", NULL,
         "[company]\nname = D\n[plan]\n"},
        {"their comments stay", "[company]\nname = A ; a\n  B ; b\n\n ; c\n  C\n; d\n",
         "company.name", "D", NULL, "[company]\nname = D ; a\n  ; b\n\n ; c\n; d\n"},
        {"value on the second line", "[company]\nname =\n  B\n", "company.name", "D", NULL,
         "[company]\nname = D\n"},
        {"CRLF", "[company]\r\nname = A\r\n  B # b\r\n", "company.name", "D", NULL,
         "[company]\r\nname = D\r\n  # b\r\n"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void provenance_goes_with_the_old_value(void **state)
{
    static const struct edit_row rows[] = {
        {"dropped", SOURCE "[plan]\nlevels = 1 @S1 p.4 ; c\n", "plan.levels", "2", NULL,
         SOURCE "[plan]\nlevels = 2 ; c\n"},
        {"replaced", SOURCE "[plan]\nlevels = 1 @S1 p.4 ; c\n", "plan.levels", "2", "S1 p.5",
         SOURCE "[plan]\nlevels = 2 @S1 p.5 ; c\n"},
        {"kept with the value", SOURCE "[plan]\nlevels = 1 @S1 p.4 ; c\n", "plan.levels", "1",
         NULL, SOURCE "[plan]\nlevels = 1 @S1 p.4 ; c\n"},
        {"of the same value", SOURCE "[plan]\nlevels = 1 @S1 p.4\n", "plan.levels", "1", "S1",
         SOURCE "[plan]\nlevels = 1 @S1\n"},
        {"new", SOURCE "[plan]\nlevels = 1\n", "plan.levels", "2", "@S1",
         SOURCE "[plan]\nlevels = 2 @S1\n"},
        {"of no value", SOURCE "[plan]\nlevels = @S1\n", "plan.levels", "2", NULL,
         SOURCE "[plan]\nlevels = 2\n"},
        {"declared below", "[plan]\nlevels = 1\n" SOURCE, "plan.levels", "2", "S1",
         "[plan]\nlevels = 2 @S1\n" SOURCE},
        {"not declared", "[plan]\nlevels = 1\n", "plan.levels", "2", "S1",
         "0: source 'S1' is not declared in the file: add [source S1] with a line "
         "'title = ...' to it first"},
        {"other case", SOURCE "[plan]\n", "plan.levels", "2", "s1",
         "0: source 's1' is not declared in the file: add [source s1] with a line "
         "'title = ...' to it first"},
        {"no id", SOURCE "[plan]\n", "plan.levels", "2", "4",
         "0: a source is an id, and where in it: 'S1' or 'S1 p.4', not '4'"},
        {"comment in it", SOURCE "[plan]\n", "plan.levels", "2", "S1 ; x",
         "0: a source is an id, and where in it: 'S1' or 'S1 p.4', not 'S1 ; x'"},
        {"two", SOURCE "[plan]\n", "plan.levels", "2", "S1 @S1",
         "0: a source is an id, and where in it: 'S1' or 'S1 p.4', not 'S1 @S1'"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void what_is_absent_is_added(void **state)
{
    static const struct edit_row rows[] = {
        {"end of the section", "[plan]\npublic = yes ; a\n\n; b\n[cost]\n", "plan.levels", "2",
         NULL, "[plan]\npublic = yes ; a\nlevels = 2\n\n; b\n[cost]\n"},
        {"section without lines", "[plan] ; a\n; b\n", "plan.levels", "2", NULL,
         "[plan] ; a\nlevels = 2\n; b\n"},
        {"below a continued line", "[plan]\npublic = yes\n[company]\nname = A\n  B\n\n",
         "company.site", "https://a.com", NULL,
         "[plan]\npublic = yes\n[company]\nname = A\n  B\nsite = https://a.com\n\n"},
        {"last of two", "[plan]\npublic = yes\n[cost]\n[plan]\n[earn]\n", "plan.levels", "2",
         NULL, "[plan]\npublic = yes\n[cost]\n[plan]\nlevels = 2\n[earn]\n"},
        {"no end of line", "[plan]\npublic = yes", "plan.levels", "2", NULL,
         "[plan]\npublic = yes\nlevels = 2"},
        {"no end of line, CRLF", "[plan]\r\npublic = yes", "plan.levels", "2", NULL,
         "[plan]\r\npublic = yes\r\nlevels = 2"},
        {"new section", "[plan]\nlevels = 1\n", "earn.sampled", "2", NULL,
         "[plan]\nlevels = 1\n\n[earn]\nsampled = 2\n"},
        {"new section, no end of line", "[plan]\nlevels = 1", "earn.sampled", "2", NULL,
         "[plan]\nlevels = 1\n\n[earn]\nsampled = 2"},
        {"new section, CRLF", "[plan]\r\n", "earn.sampled", "2", NULL,
         "[plan]\r\n\r\n[earn]\r\nsampled = 2\r\n"},
        {"empty file", "", "plan.levels", "2", NULL, "[plan]\nlevels = 2\n"},
        {"BOM alone", BOM, "plan.levels", "2", NULL, BOM "[plan]\nlevels = 2\n"},
        {"source of that name", "[source plan]\ntitle = T\n", "plan.levels", "2", NULL,
         "[source plan]\ntitle = T\n\n[plan]\nlevels = 2\n"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void values_are_quoted_where_a_profile_needs_it(void **state)
{
    static const struct edit_row rows[] = {
        {"semicolon", "[company]\n", "company.name", "A ; B", NULL,
         "[company]\nname = \"A ; B\"\n"},
        {"semicolon inside a word", "[company]\n", "company.name", "A;B", NULL,
         "[company]\nname = A;B\n"},
        {"hash", "[company]\n", "company.name", "#1 Co", NULL, "[company]\nname = \"#1 Co\"\n"},
        {"at", "[company]\n", "company.name", "Post @acme", NULL,
         "[company]\nname = \"Post @acme\"\n"},
        {"at inside a word", "[company]\n", "company.name", "a@b", NULL,
         "[company]\nname = a@b\n"},
        {"blank in front", "[company]\n", "company.name", " A", NULL,
         "[company]\nname = \" A\"\n"},
        {"blank behind", "[company]\n", "company.name", "A ", NULL,
         "[company]\nname = \"A \"\n"},
        {"quotes given", "[company]\n", "company.name", "\"A ; B\"", NULL,
         "[company]\nname = \"A ; B\"\n"},
        {"the word in quotes", "[company]\n", "company.name", "\"unknown\"", NULL,
         "[company]\nname = \"unknown\"\n"},
        {"quote that does not close", "[company]\n", "company.name", "\"A", NULL,
         "[company]\nname = \"\\\"A\"\n"},
        {"quotes and more", "[company]\n", "company.name", "\"A\" B\\", NULL,
         "[company]\nname = \"\\\"A\\\" B\\\\\"\n"},
        {"quotes inside", "[company]\n", "company.name", "A \"B\"", NULL,
         "[company]\nname = A \"B\"\n"},
        {"equals sign", "[company]\n", "company.name", "A = B", NULL,
         "[company]\nname = A = B\n"},
        {"brackets", "[company]\n", "company.name", "[plan]", NULL,
         "[company]\nname = [plan]\n"},
        {"blanks around a number", "[plan]\n", "plan.levels", " 2 ", NULL,
         "[plan]\nlevels = 2\n"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void names_are_folded_as_in_profiles(void **state)
{
    static const struct edit_row rows[] = {
        {"capitals", "[cost]\nJoin-Fee = 1 USD\n", "COST.JOIN_FEE", "2 USD", NULL,
         "[cost]\nJoin-Fee = 2 USD\n"},
        {"blank and dash", "[cost]\njoin_fee = 1 USD\n", "Cost.join fee", "2 USD", NULL,
         "[cost]\njoin_fee = 2 USD\n"},
        {"key alone", "[cost]\njoin_fee = 1 USD\n", "join-fee", "2 USD", NULL,
         "[cost]\njoin_fee = 2 USD\n"},
        {"misspelt", "[cost]\n", "cost.jion_fee", "2 USD", NULL,
         "0: there is no fact 'cost.jion_fee': did you mean 'cost.join_fee'?"},
        {"misspelt key alone", "[cost]\n", "jion_fee", "2 USD", NULL,
         "0: there is no fact 'jion_fee': did you mean 'join_fee'?"},
        {"unlike any", "[cost]\n", "zzzzzz", "2 USD", NULL,
         "0: there is no fact 'zzzzzz': 'plumbline schema' lists them"},
        {"empty", "[cost]\n", "", "2 USD", NULL,
         "0: there is no fact '': 'plumbline schema' lists them"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void what_cannot_be_said_is_refused(void **state)
{
    static const struct edit_row rows[] = {
        {"conflict", SOURCE "[plan]\nlevels = 1 @S1\nlevels = 2 @S2\n", "plan.levels", "3",
         NULL,
         "0: 'plan.levels' is stated by several lines (4, 5): change them by hand, for one "
         "value cannot stand for all"},
        {"list", "[company]\njurisdictions = US\n;\njurisdictions = DE\n",
         "company.jurisdictions", "FR", NULL,
         "0: 'company.jurisdictions' is stated by several lines (2, 4): change them by hand, "
         "for one value cannot stand for all"},
        {"not a number", "[plan]\n", "plan.levels", "x", NULL,
         "0: 'plan.levels' must be a whole number from 0 to 99, not 'x'"},
        {"out of range", "[plan]\n", "plan.levels", "100", NULL,
         "0: 'plan.levels' must be a whole number from 0 to 99, not '100'"},
        {"empty", "[plan]\n", "plan.levels", "", NULL,
         "0: 'plan.levels' needs a value: write 'unknown' to take the fact away"},
        {"blanks alone", "[plan]\n", "company.name", " \t", NULL,
         "0: 'company.name' needs a value: write 'unknown' to take the fact away"},
        {"two lines", "[plan]\n", "company.name", "A\n[cost]", NULL,
         "0: the value of 'company.name' must be one line of UTF-8 text"},
        {"carriage return", "[plan]\n", "company.name", "A\rB", NULL,
         "0: the value of 'company.name' must be one line of UTF-8 text"},
        {"control character", "[plan]\n", "company.name", "A\x1b[31m", NULL,
         "0: the value of 'company.name' must be one line of UTF-8 text"},
        {"not UTF-8", "[plan]\n", "company.name", "A\xff", NULL,
         "0: the value of 'company.name' must be one line of UTF-8 text"},
        {"text with faults", "[plan]\nlevels\n", "plan.levels", "1", NULL,
         "2: is neither a [section], a 'key = value' line nor a comment"},
    };

    (void)state;
    check_rows(rows, COUNT(rows));
}

static void a_key_of_several_sections_lists_them(void **state)
{
    static struct fact_def facts[] = {FACT("a", "x", TYPE_INT, SPAN(0, 9)),
                                      FACT("b", "x", TYPE_INT, SPAN(0, 9))};
    struct arena arena = {0};
    struct section_def sections[] = {{"a", "A"}, {"b", "B"}};
    struct schema schema = {.sections = sections,
                            .section_count = COUNT(sections),
                            .facts = facts,
                            .fact_count = COUNT(facts)};
    struct error err = {0};
    int number = 7;

    (void)state;
    schema_index(&schema, &arena);
    assert_false(profile_edit_fact(&schema, "x", &arena, &number, &err));
    assert_string_equal(err.message, "'x' stands in several sections: write a.x, b.x");
    assert_true(profile_edit_fact(&schema, "B.X", &arena, &number, &err));
    assert_int_equal(number, 1);
    arena_release(&arena);
}

/* --- shipped profiles --- */

static const char *const shipped[] = {
    "harbor_soap",       "invited_last_night", "larkspur",    "mellin_tea",
    "northlight_social", "peakrise",           "quiet_river", "sunleaf"};

static void assess_bytes(struct rulebook *book, struct text text, struct arena *arena,
                         struct assessment *out)
{
    assess_text(book, arena_copy(arena, text.at, text.len), arena, out);
}

static void expect_same(const struct assessment *a, const struct assessment *b,
                        const char *label)
{
    ROW_INT(label, b->tally.earned, a->tally.earned);
    ROW_INT(label, b->tally.possible, a->tally.possible);
    ROW_INT(label, b->tally.low, a->tally.low);
    ROW_INT(label, b->tally.high, a->tally.high);
    ROW_INT(label, b->fit_tally.earned, a->fit_tally.earned);
    ROW_INT(label, (int)b->class.class_number, (int)a->class.class_number);
    for (size_t i = 0; i < a->pack->rule_count; i++)
        ROW_INT(label, b->findings[i].outcome, a->findings[i].outcome);
}

/* Sets one fact to what its only line says, with its source where it has one. */
static void set_to_itself(struct rulebook *book, struct text text, const struct assessment *a,
                          size_t fact, const char *label)
{
    const struct fact_def *def = &a->pack->schema.facts[fact];
    const struct statement *s = &a->profile->facts[fact].statements[0];
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    struct error err = {0};
    const char *source = NULL;
    struct assessment after;

    if (s->source != SOURCE_NONE)
        source = arena_printf(&arena, "%s %s", a->profile->sources[s->source].id, s->locator);
    const char *written = *s->written ? s->written : "unknown";
    if (!profile_edit(text, &a->pack->schema, def->name, written, source, &arena, &out, &err)) {
        ROW_TEXT(label, err.message, "");
    } else {
        assess_bytes(book, (struct text){out.at, out.len}, &arena, &after);
        expect_same(a, &after, label);
        ROW_INT(label, (long long)after.confidence.facts_read,
                (long long)a->confidence.facts_read);
        ROW_TEXT(label, after.profile->facts[fact].statements[0].written, written);
    }
    buf_release(&out);
    arena_release(&arena);
}

static size_t set_all_to_themselves(struct rulebook *book, const char *name)
{
    struct arena arena = {0};
    struct text text;
    struct error err;
    struct assessment a;
    size_t count = 0;

    assert_true(file_read(arena_printf(&arena, "%s/profiles/%s.ini", SOURCE_DIR, name), 1 << 20,
                          &arena, &text, ERROR_PROFILE, &err));
    assess_bytes(book, text, &arena, &a);
    for (size_t i = 0; i < a.pack->schema.fact_count; i++) {
        if (a.profile->facts[i].count != 1)
            continue;
        set_to_itself(book, text, &a, i,
                      arena_printf(&arena, "%s, %s", name, a.pack->schema.facts[i].name));
        count++;
    }
    arena_release(&arena);
    return count;
}

static void a_fact_set_to_what_it_is_changes_nothing(void **state)
{
    size_t count = 0;

    for (size_t i = 0; i < COUNT(shipped); i++)
        count += set_all_to_themselves(*state, shipped[i]);
    assert_true(count > 300);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_replaced_and_all_else_stays),
        cmocka_unit_test(lines_that_continue_the_old_value_go),
        cmocka_unit_test(provenance_goes_with_the_old_value),
        cmocka_unit_test(what_is_absent_is_added),
        cmocka_unit_test(values_are_quoted_where_a_profile_needs_it),
        cmocka_unit_test(names_are_folded_as_in_profiles),
        cmocka_unit_test(what_cannot_be_said_is_refused),
        cmocka_unit_test(a_key_of_several_sections_lists_them),
        cmocka_unit_test(a_fact_set_to_what_it_is_changes_nothing),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
