/* SPDX-License-Identifier: MIT
 *
 * Selections of rules: what each expression selects, and what is said of those that make no
 * sense. In a pack made by hand, and in the core pack.
 */
#include "made_up.h"
#include "pack_fixture.h"
#include "rows.h"
#include "score/select.h"

/* R1 R2 company, R3 R4 fit, R5 R6 notes; each reads a fact of its own, R1 also that of R2. */
struct small {
    struct made m;
    struct fact_def facts[MADE_MAX];
};

static const char *const both[] = {"S1", "A7"};

static void make_small(struct small *s)
{
    static const char *const facts[] = {"cost.join_fee", "cost.stock", "plan.levels",
                                        "plan.type",     "fit.hours",  "model.channel"};
    static const int points[] = {40, 20, 20, 10, 0, 0};
    static const enum outcome worst[] = {OUTCOME_CRITICAL, OUTCOME_MAJOR, OUTCOME_MAJOR,
                                         OUTCOME_MINOR,    OUTCOME_INFO,  OUTCOME_INFO};

    make(&s->m, COUNT(facts));
    also_reads(&s->m, 0, 1);
    s->m.pack.schema = (struct schema){.facts = s->facts, .fact_count = COUNT(facts)};
    for (size_t i = 0; i < COUNT(facts); i++) {
        s->facts[i] = (struct fact_def){.name = facts[i]};
        s->m.rules[i].theme = i / 2;
        s->m.rules[i].points = points[i];
        s->m.rules[i].worst = worst[i];
    }
    s->m.rules[0].cites = (struct names){both, 2};
    s->m.rules[4].cites = (struct names){both, 1};
}

/* The ids selected, each with a blank behind it, or what is wrong. */
static void select_into(char *out, size_t size, const char *expression, const struct pack *pack)
{
    struct arena arena = {0};
    struct selection *selection = NULL;
    struct error err = {0};

    out[0] = '\0';
    if (selection_parse(expression, pack, &arena, &selection, &err)) {
        for (size_t i = 0; i < pack->rule_count; i++)
            if (selection_has(selection, pack, &pack->rules[i]))
                snprintf(out + strlen(out), size - strlen(out), "%s ", pack->rules[i].id);
    } else {
        assert_null(selection);
        assert_int_equal(err.kind, ERROR_USAGE);
        snprintf(out, size, "%s", err.message);
    }
    arena_release(&arena);
}

struct row {
    const char *expression, *wanted;
};

static void check_rows(const struct row *rows, size_t count, const struct pack *pack)
{
    char got[1024];

    for (size_t i = 0; i < count; i++) {
        select_into(got, sizeof got, rows[i].expression, pack);
        ROW_TEXT(rows[i].expression, got, rows[i].wanted);
    }
    ROWS_END();
}

static void terms_select_by_id_theme_cite_fact_severity_and_points(void **state)
{
    static const struct row rows[] = {
        {"R2", "R2 "},
        {"r2", "R2 "},
        {"R?", "R1 R2 R3 R4 R5 R6 "},
        {"*", "R1 R2 R3 R4 R5 R6 "},
        {"*4*", "R4 "},
        {"**6", "R6 "},
        {"R*?", "R1 R2 R3 R4 R5 R6 "},
        {"id:R3", "R3 "},
        {"ID : r3", "R3 "},
        {"theme:company", "R1 R2 "},
        {"theme:*t*", "R3 R4 R5 R6 "},
        {"cites:A7", "R1 "},
        {"cites:s?", "R1 R5 "},
        {"reads:cost.stock", "R1 R2 "},
        {"reads:plan.*", "R3 R4 "},
        {"severity<major", "R4 R5 R6 "},
        {"severity <= major", "R2 R3 R4 R5 R6 "},
        {"severity=MAJOR", "R2 R3 "},
        {"Severity>=major", "R1 R2 R3 "},
        {"severity>major", "R1 "},
        {"points>20", "R1 "},
        {"points>=20", "R1 R2 R3 "},
        {"points=20", "R2 R3 "},
        {"points<20", "R4 R5 R6 "},
        {"points<=20", "R2 R3 R4 R5 R6 "},
        {"points\t<\n1", "R5 R6 "},
    };
    struct small s;

    (void)state;
    make_small(&s);
    check_rows(rows, COUNT(rows), &s.m.pack);
}

static void not_binds_closest_then_and_then_or_then_the_comma(void **state)
{
    static const struct row rows[] = {
        {"not R1", "R2 R3 R4 R5 R6 "},
        {"not not R1", "R1 "},
        {"NOT(R1 Or R2)", "R3 R4 R5 R6 "},
        {"not R1 and R2", "R2 "},
        {"not (R1 and R2)", "R1 R2 R3 R4 R5 R6 "},
        {"R1 or R2 and R3", "R1 "},
        {"(R1 or R2) and R2", "R2 "},
        {"R1, R2 and not R2", "R1 "},
        {"R1,R2", "R1 R2 "},
        {"(R1,R2) and theme:company", "R1 R2 "},
        {"R1 or R2, R3 or R4", "R1 R2 R3 R4 "},
        {"theme:company and points>=40 or theme:notes", "R1 R5 R6 "},
        {"R1 and R2", ""},
        {"((((R1))))", "R1 "},
    };
    struct small s;

    (void)state;
    make_small(&s);
    check_rows(rows, COUNT(rows), &s.m.pack);
}

static void what_makes_no_sense_says_where_and_what_to_write(void **state)
{
    static const struct row rows[] = {
        {"", "character 1: a term is missing at the end: write one such as 'R1' or "
             "'theme:company'"},
        {"R1,", "character 4: a term is missing at the end: write one such as 'R1' or "
                "'theme:company'"},
        {"not", "character 4: a term is missing at the end: write one such as 'R1' or "
                "'theme:company'"},
        {"R1 and or R2", "character 8: a term is missing before 'or': write one such as 'R1' "
                         "or 'theme:company'"},
        {",R1", "character 1: a term is missing before ',': write one such as 'R1' or "
                "'theme:company'"},
        {"()", "character 2: a term is missing before ')': write one such as 'R1' or "
               "'theme:company'"},
        {"R1 R2", "character 4: 'and', 'or' or ',' is missing before 'R2'"},
        {"R1 (R2)", "character 4: 'and', 'or' or ',' is missing before '('"},
        {"(R1 R2)", "character 5: 'and', 'or' or ',' is missing before 'R2'"},
        {"R2 or (R1", "character 7: this '(' is not closed: write ')' at its end"},
        {"R1)", "character 3: this ')' has no '(': delete it, or write '('"},
        {"id:R1:R2", "character 6: ':' cannot stand here: delete it"},
        {"R1 && R2", "character 4: '&&' has no meaning here: write 'and'"},
        {"R1|R2", "character 3: '|' has no meaning here: write 'or'"},
        {"!R1", "character 1: '!' has no meaning here: write 'not'"},
        {"R[12]", "character 2: '[' cannot stand in a term: write letters, digits, '_', '.' "
                  "and '-', with '*' for any text and '?' for any character"},
        {"theme:", "character 1: 'theme:' needs a value behind it"},
        {"points>=,", "character 1: 'points>=' needs a value behind it"},
        {"them:company",
         "character 1: no term starts with 'them': did you mean 'theme:', as in "
         "'theme:costs'?"},
        {"pionts>3", "character 1: no term starts with 'pionts': did you mean 'points', as in "
                     "'points>=20'?"},
        {"colour:red", "character 1: no term starts with 'colour': write 'id:', 'theme:', "
                       "'cites:', 'reads:', 'severity' or 'points'"},
        {"theme=company",
         "character 6: 'theme' takes a colon, not '=': write it as 'theme:costs'"},
        {"severity:major", "character 9: 'severity' takes '<', '<=', '=', '>=' or '>', not "
                           "':': write it as 'severity>=major'"},
        {"severity<grave",
         "character 10: a severity is info, minor, major or critical, not 'grave'"},
        {"points>some", "character 8: points are a whole number, not 'some'"},
        {"points>1.5", "character 8: points are a whole number, not '1.5'"},
    };
    struct small s;

    (void)state;
    make_small(&s);
    check_rows(rows, COUNT(rows), &s.m.pack);
}

static void a_term_that_fits_no_rule_names_the_nearest(void **state)
{
    static const struct row rows[] = {
        {"R1 or RR9", "character 7: no rule has the id 'RR9': 'plumbline rules list' lists the "
                      "rules"},
        {"R9", "character 1: no rule has the id 'R9': did you mean 'R1'?"},
        {"company", "character 1: no rule has the id 'company': did you mean 'theme:company'?"},
        {"compny", "character 1: no rule has the id 'compny': did you mean 'theme:company'?"},
        {"plan.*", "character 1: no rule has the id 'plan.*': did you mean 'reads:plan.*'?"},
        {"A7", "character 1: no rule has the id 'A7': did you mean 'cites:A7'?"},
        {"major", "character 1: no rule has the id 'major': did you mean 'severity=major'?"},
        {"points", "character 1: no rule has the id 'points': did you mean 'points>=20'?"},
        {"theme:compan", "character 7: no rule is of the theme 'compan': did you mean "
                         "'company'?"},
        {"theme:xyz", "character 7: no rule is of the theme 'xyz': 'plumbline explain themes' "
                      "lists them"},
        {"reads:cost.stok", "character 7: no rule reads 'cost.stok': did you mean "
                            "'cost.stock'?"},
        {"cites:A8", "character 7: no rule cites 'A8': did you mean 'A7'?"},
        {"cites:LAW", "character 7: no rule cites 'LAW': 'plumbline rules list --format json' "
                      "shows what each cites"},
        {"severity<info", "character 1: no rule has 'severity<info': at worst they are info to "
                          "critical"},
        {"points > 40", "character 1: no rule has 'points > 40': they are worth 0 to 40 "
                        "points"},
    };
    struct small s;

    (void)state;
    make_small(&s);
    check_rows(rows, COUNT(rows), &s.m.pack);
}

/* 'unit' again and again, 'count' times, then 'last'. */
static const char *repeated(char *out, const char *unit, size_t count, const char *last)
{
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        memcpy(out + i * strlen(unit), unit, strlen(unit) + 1);
    memcpy(out + count * strlen(unit), last, strlen(last) + 1);
    return out;
}

static void depth_and_length_are_bounded(void **state)
{
    static char text[SELECT_MAX_BYTES + 64], closing[SELECT_MAX_DEPTH + 8];
    char got[1024];
    struct small s;

    (void)state;
    make_small(&s);
    repeated(closing, ")", SELECT_MAX_DEPTH, "");
    memmove(closing + 2, closing, strlen(closing) + 1);
    memcpy(closing, "R1", 2);
    select_into(got, sizeof got, repeated(text, "(", SELECT_MAX_DEPTH, closing), &s.m.pack);
    ROW_TEXT("as deep as may be", got, "R1 ");
    select_into(got, sizeof got, repeated(text, "(", SELECT_MAX_DEPTH + 1, closing), &s.m.pack);
    ROW_TEXT("deeper", got,
             "character 101: 'not' and '(' stand more than 100 deep: write it flatter");
    select_into(got, sizeof got, repeated(text, "not ", SELECT_MAX_DEPTH, "R1"), &s.m.pack);
    ROW_TEXT("100 times not", got, "R1 ");
    select_into(got, sizeof got, repeated(text, "not ", SELECT_MAX_DEPTH + 1, "R1"), &s.m.pack);
    ROW_TEXT("101 times not", got,
             "character 401: 'not' and '(' stand more than 100 deep: write it flatter");
    select_into(got, sizeof got, repeated(text, "(R1),", 800, "R2"), &s.m.pack);
    ROW_TEXT("beside is not deep", got, "R1 R2 ");
    select_into(got, sizeof got, repeated(text, " ", SELECT_MAX_BYTES - 2, "R2"), &s.m.pack);
    ROW_TEXT("as long as may be", got, "R2 ");
    select_into(got, sizeof got, repeated(text, " ", SELECT_MAX_BYTES - 1, "R2"), &s.m.pack);
    ROW_TEXT("longer", got, "the expression is longer than 4096 bytes");
    ROWS_END();
}

static void the_place_counts_characters_and_the_column_bytes(void **state)
{
    struct arena arena = {0};
    struct selection *selection;
    struct error err;
    struct small s;

    (void)state;
    make_small(&s);
    assert_false(selection_parse("R1 or \xc3\xa9", &s.m.pack, &arena, &selection, &err));
    assert_int_equal(err.column, 7);
    assert_int_equal(strncmp(err.message, "character 7: '\xc3\xa9' ", 17), 0);
    assert_false(selection_parse("R1 or \xff\xfe", &s.m.pack, &arena, &selection, &err));
    assert_int_equal(err.column, 7);
    arena_release(&arena);
}

static void an_empty_pack_has_no_rule_to_select(void **state)
{
    static const struct row rows[] = {
        {"*", "character 1: no rule has the id '*': 'plumbline rules list' lists the rules"},
        {"points<9", "character 1: no rule has 'points<9': they are worth 0 to 0 points"},
        {"", "character 1: a term is missing at the end: write one such as 'RE02'"},
    };
    struct pack pack = {0};

    (void)state;
    check_rows(rows, COUNT(rows), &pack);
}

static void the_core_pack_is_selected_as_its_files_say(void **state)
{
    static const struct row rows[] = {
        {"re0? and severity=critical", "RE01 RE02 RE05 "},
        {"theme:track_record and points>=16", "TR01 TR02 TR03 TR04 TR06 "},
        {"theme:model", "CL01 CL02 CL03 CL04 "},
        {"points=0", "TR08 CL01 CL02 CL03 CL04 "},
        {"severity<minor and not theme:model", "TR08 "},
        {"PF1? and not (PF11, PF12)", "PF10 "},
        {"reads:product.exists", "PF01 "},
        {"theme:product and cites:S18 and PF01", "PF01 "},
    };

    check_rows(rows, COUNT(rows), rulebook_pack(*state));
}

/* Every rule is in exactly one of an expression and its opposite. */
static void not_selects_the_rest_of_the_core_pack(void **state)
{
    static const char *const rows[] = {"RE*", "cites:A*", "reads:plan.*", "points>=14",
                                       "severity<major"};
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct selection *in, *out;
        struct error err;
        size_t count = 0;
        assert_true(selection_parse(rows[i], pack, &arena, &in, &err));
        assert_true(selection_parse(arena_printf(&arena, "not (%s)", rows[i]), pack, &arena,
                                    &out, &err));
        for (size_t r = 0; r < pack->rule_count; r++) {
            count += selection_has(in, pack, &pack->rules[r]);
            assert_int_not_equal(selection_has(in, pack, &pack->rules[r]),
                                 selection_has(out, pack, &pack->rules[r]));
        }
        assert_in_range(count, 1, pack->rule_count - 1);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_select_by_id_theme_cite_fact_severity_and_points),
        cmocka_unit_test(not_binds_closest_then_and_then_or_then_the_comma),
        cmocka_unit_test(what_makes_no_sense_says_where_and_what_to_write),
        cmocka_unit_test(a_term_that_fits_no_rule_names_the_nearest),
        cmocka_unit_test(depth_and_length_are_bounded),
        cmocka_unit_test(the_place_counts_characters_and_the_column_bytes),
        cmocka_unit_test(an_empty_pack_has_no_rule_to_select),
        cmocka_unit_test(the_core_pack_is_selected_as_its_files_say),
        cmocka_unit_test(not_selects_the_rest_of_the_core_pack),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
