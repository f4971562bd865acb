/* SPDX-License-Identifier: MIT
 *
 * CSV tables, read back by libcsv in its strict mode.
 */
/* clang-format off: cmocka wants its own headers before itself */
#include "made_up.h"
/* clang-format on */
#include "pack_fixture.h"
#include "rows.h"

#include <csv.h>

#include "report/csv/csv.h"
#include "report/csv/csv_writer.h"

/* --- reading back --- */

enum { MAX_COLUMNS = 100 };

struct table {
    struct arena arena;
    char **cells[400]; /* row by row */
    size_t widths[400];
    size_t rows;
};

static void take_cell(void *at, size_t len, void *context)
{
    struct table *t = context;

    if (!t->cells[t->rows])
        t->cells[t->rows] = arena_alloc(&t->arena, MAX_COLUMNS * sizeof(char *));
    assert_true(t->widths[t->rows] < MAX_COLUMNS);
    t->cells[t->rows][t->widths[t->rows]++] = arena_copy(&t->arena, at, len);
}

static void end_row(int end, void *context)
{
    struct table *t = context;

    (void)end;
    t->rows++;
    assert_true(t->rows < COUNT(t->cells));
}

static void read_back(struct table *t, const struct buf *text)
{
    struct csv_parser parser;

    *t = (struct table){0};
    for (size_t i = 0; i < text->len; i++) /* CRLF, and neither of them alone */
        if ((text->at[i] == '\n') != (i > 0 && text->at[i - 1] == '\r'))
            fail_msg("half a line end at byte %zu", i);
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
    assert_int_equal(csv_parse(&parser, text->at, text->len, take_cell, end_row, t), text->len);
    assert_int_equal(csv_fini(&parser, take_cell, end_row, t), 0);
    csv_free(&parser);
    for (size_t i = 0; i < t->rows; i++)
        assert_int_equal(t->widths[i], t->widths[0]);
}

/* The cell of a row below the named column. */
static const char *cell_of(const struct table *t, size_t row, const char *column)
{
    for (size_t i = 0; i < t->widths[0]; i++)
        if (strcmp(t->cells[0][i], column) == 0)
            return t->cells[row][i];
    fail_msg("no column %s", column);
    return NULL;
}

/* The row whose cell below the column is this. */
static size_t row_with(const struct table *t, const char *column, const char *cell)
{
    for (size_t i = 1; i < t->rows; i++)
        if (strcmp(cell_of(t, i, column), cell) == 0)
            return i;
    fail_msg("no row where %s is %s", column, cell);
    return 0;
}

static struct report_limit limits[] = {{"steps", 20}, {"bytes", 8}};
static const struct report_context context = {
    .version = "9.9", .limits = limits, .limit_count = COUNT(limits)};

static struct csv_sheet sheet_of(const struct pack *const *pack)
{
    return (struct csv_sheet){pack, 1, &context, "steps=20 bytes=8"};
}

/* --- cells --- */

static void text_is_one_cell_and_no_formula(void **state)
{
    static const struct {
        const char *label, *text, *cell;
    } rows[] = {
        {"plain", "Sunleaf Living", "Sunleaf Living"},
        {"empty", "", ""},
        {"formula", "=1+1", "'=1+1"},
        {"plus", "+1", "'+1"},
        {"minus", "-1", "'-1"},
        {"at", "@SUM(A1)", "'@SUM(A1)"},
        {"sign inside", "a=1", "a=1"},
        {"link", "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"after blanks", "  =1", "\"'  =1\""},
        {"after a tab", "\t=1", "\"'\t=1\""},
        {"tab alone", "\tx", "\"'\tx\""},
        {"after a line end", "\r\n=1", "\"'  =1\""},
        {"full width", "＝1", "'＝1"},
        {"full width at", "＠1", "'＠1"},
        {"comma", "a,b", "\"a,b\""},
        {"semicolon", "a;b", "\"a;b\""},
        {"quote", "say \"x\"", "\"say \"\"x\"\"\""},
        {"lone quote", "\"", "\"\"\"\""},
        {"blank around", " a ", "\" a \""},
        {"lines", "a\nb\r\nc", "\"a b  c\""},
        {"markup", "<script>alert(1)</script>", "<script>alert(1)</script>"},
        {"control characters", "a\x01\x1b[31m\x7f", "a??[31m?"},
        {"C1 and reversal",
         "a\xc2\x9b"
         "b\xe2\x80\xaeg",
         "a?b?g"},
        {"right to left", "שלום", "שלום"},
        {"apostrophe of its own", "'x", "'x"},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        struct csv_row row = {.out = &out};
        csv_text(&row, 0, rows[i].text);
        ROW_TEXT(rows[i].label, buf_text(&out), rows[i].cell);
        buf_release(&out);
    }
    ROWS_END();
}

static void numbers_are_bare_and_skipped_cells_empty(void **state)
{
    struct buf out = BUF_INIT;
    struct csv_row row = {.out = &out};
    (void)state;

    csv_text(&row, 0, NULL);
    csv_thousandths(&row, 1, 71250);
    csv_thousandths(&row, 2, 5);
    csv_whole(&row, 4, -3);
    csv_decimal(&row, 5, 1234567890000);
    csv_bool(&row, 6, true);
    csv_date(&row, 7, date_of(2019, 4, 30));
    csv_thousandths(&row, 8, -1);
    csv_end(&row, 11);
    assert_string_equal(buf_text(&out),
                        ",71.250,0.005,,-3,1234567.89,yes,2019-04-30,-0.001,,\r\n");
    buf_release(&out);
}

static void a_column_of_one_is_a_row(void **state)
{
    struct buf out = BUF_INIT;
    struct csv_row row = {.out = &out};
    (void)state;

    csv_text(&row, 0, "a");
    csv_end(&row, 1);
    assert_string_equal(buf_text(&out), "a\r\n");
    buf_release(&out);
}

/* --- tables --- */

static const char profile_text[] = "[company]\n"
                                   "name = Sunleaf \"Living\", Ltd\n"
                                   "as_of = 2024-05-02\n"
                                   "[recruit]\n"
                                   "income_from_recruiting_pct = 40..60% @S1 p.4\n"
                                   "[cost]\n"
                                   "starter_kit = 99 USD @S1\n"
                                   "starter_kit = 120 USD @S2\n"
                                   "kit_at_cost = unknown\n"
                                   "[source S1]\n"
                                   "title = Plan, 2023\n"
                                   "kind = company_doc\n"
                                   "seen = 2023-06-01\n"
                                   "[source S2]\n"
                                   "title = -Join page\n";

/* All rows of the table of companies, of one profile. */
static void company_table(struct rulebook *book, const char *text, struct table *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct csv_sheet sheet = sheet_of(&pack);
    struct arena arena = {0};
    struct assessment a;
    struct buf rows = BUF_INIT;

    assess_text(book, text, &arena, &a);
    csv_put_company_head(&rows, &sheet);
    csv_put_company(&rows, &sheet, "set.tar/a.ini", &a);
    read_back(out, &rows);
    buf_release(&rows);
    arena_release(&arena);
}

static void column_names_are_there_once(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct csv_sheet sheet = sheet_of(&pack);
    struct buf heads[3] = {BUF_INIT, BUF_INIT, BUF_INIT};

    csv_put_company_head(&heads[0], &sheet);
    csv_put_findings_head(&heads[1]);
    csv_put_facts_head(&heads[2]);
    for (size_t h = 0; h < COUNT(heads); h++) {
        struct table t;
        read_back(&t, &heads[h]);
        assert_int_equal(t.rows, 1);
        assert_true(t.widths[0] > 20);
        for (size_t i = 0; i < t.widths[0]; i++) {
            assert_true(t.cells[0][i][0] != '\0');
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(t.cells[0][i], t.cells[0][j]);
        }
        arena_release(&t.arena);
        buf_release(&heads[h]);
    }
}

static void a_company_is_a_row_of_what_it_came_to(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    static const struct {
        const char *column, *cell;
    } rows[] = {
        {"name", "set.tar/a.ini"},
        {"company", "Sunleaf \"Living\", Ltd"},
        {"pack", "core"},
        {"status", "assessed"},
        {"as_of", "2024-05-02"},
        {"plumbline", "9.9"},
        {"limits", "steps=20 bytes=8"},
        {"verdict", "provisional"},
        {"errors", "0"},
        {"error", ""},
        {"points_sha256", ""},
        {"oldest_seen", "2023-06-01"},
        {"waived", "0"},
        {"without_waived_score", ""},
        {"fit_score", ""},
        {"capped", "no"},
    };
    struct table t;

    company_table(*state, profile_text, &t);
    assert_int_equal(t.rows, 2);
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_TEXT(rows[i].column, cell_of(&t, 1, rows[i].column), rows[i].cell);
    ROW_TEXT("pack_sha256", cell_of(&t, 1, "pack_sha256"), pack->hash);
    assert_non_null(strchr(cell_of(&t, 1, "score"), '.'));
    ROWS_END();
    arena_release(&t.arena);
}

static void counts_of_a_company_add_up_to_its_rules(void **state)
{
    static const char *const columns[] = {"critical", "major",          "minor", "met",
                                          "unknown",  "not_applicable", "broken"};
    const struct pack *pack = rulebook_pack(*state);
    long sum = 0, rules = 0;
    struct table t;

    company_table(*state, profile_text, &t);
    for (size_t i = 0; i < COUNT(columns); i++)
        sum += strtol(cell_of(&t, 1, columns[i]), NULL, 10);
    for (size_t i = 0; i < pack->rule_count; i++)
        rules += pack->themes[pack->rules[i].theme].score == SCORE_COMPANY;
    assert_int_equal(sum, rules);
    arena_release(&t.arena);
}

static void what_is_not_known_is_empty_and_says_so(void **state)
{
    struct table t;

    company_table(*state, "[company]\nname = X\n", &t);
    assert_string_equal(cell_of(&t, 1, "status"), "nothing_decided");
    assert_string_equal(cell_of(&t, 1, "score"), "");
    assert_string_equal(cell_of(&t, 1, "low"), "0.000");
    assert_string_equal(cell_of(&t, 1, "high"), "100.000");
    assert_string_equal(cell_of(&t, 1, "verdict"), "too_little");
    assert_string_equal(cell_of(&t, 1, "as_of"), "");
    assert_string_equal(cell_of(&t, 1, "theme_costs"), "");
    assert_string_equal(cell_of(&t, 1, "theme_costs_low"), "0.000");
    arena_release(&t.arena);
}

static void a_hostile_name_is_harmless_and_comes_back(void **state)
{
    static char long_name[10001];
    const struct {
        const char *name, *cell;
    } rows[] = {
        {"=HYPERLINK(\"http://x.test\",\"y\")", "'=HYPERLINK(\"http://x.test\",\"y\")"},
        {"=1+1", "'=1+1"},
        {"\"@SUM(A1:A9)\"", "'@SUM(A1:A9)"},
        {"-2+3", "'-2+3"},
        {"+2", "'+2"},
        {"<script>alert(1)</script>", "<script>alert(1)</script>"},
        {"חברה, בע\"מ", "חברה, בע\"מ"},
        {long_name, long_name},
    };

    memset(long_name, 'n', sizeof long_name - 1);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf text = BUF_INIT;
        struct table t;
        buf_printf(&text, "[company]\nname = %s\n", rows[i].name);
        company_table(*state, buf_text(&text), &t);
        ROW_TEXT(rows[i].name, cell_of(&t, 1, "company"), rows[i].cell);
        arena_release(&t.arena);
        buf_release(&text);
    }
    ROWS_END();
}

static void an_unreadable_company_has_the_first_fault(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct csv_sheet sheet = sheet_of(&pack);
    struct fault list[] = {{3, 7, "'x' is unknown, \"y\""}, {4, 1, "second"}};
    struct faults faults = {list, COUNT(list), 5}, none = {0};
    struct error err = {.message = ""}, io = {.message = "cannot open: no such file"};
    struct buf rows = BUF_INIT;
    struct table t;

    csv_put_company_head(&rows, &sheet);
    csv_put_unreadable(&rows, &sheet, "=a.ini", &faults, &err);
    csv_put_unreadable(&rows, &sheet, "b.ini", &none, &io);
    csv_put_lost(&rows, &sheet, "c.ini", &io);
    read_back(&t, &rows);
    assert_int_equal(t.rows, 4);
    assert_string_equal(cell_of(&t, 1, "name"), "'=a.ini");
    assert_string_equal(cell_of(&t, 1, "status"), "unreadable");
    assert_string_equal(cell_of(&t, 1, "errors"), "7");
    assert_string_equal(cell_of(&t, 1, "error_line"), "3");
    assert_string_equal(cell_of(&t, 1, "error_column"), "7");
    assert_string_equal(cell_of(&t, 1, "error"), "'x' is unknown, \"y\"");
    assert_string_equal(cell_of(&t, 1, "score"), "");
    assert_string_equal(cell_of(&t, 1, "plumbline"), "9.9");
    assert_string_equal(cell_of(&t, 2, "errors"), "1");
    assert_string_equal(cell_of(&t, 2, "error_line"), "");
    assert_string_equal(cell_of(&t, 2, "error"), io.message);
    assert_string_equal(cell_of(&t, 3, "status"), "lost");
    arena_release(&t.arena);
    buf_release(&rows);
}

static void findings_are_a_row_each_and_add_up(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct csv_sheet sheet = sheet_of(&pack);
    struct arena arena = {0};
    struct assessment a;
    struct buf rows = BUF_INIT;
    struct table t;
    double earned = 0;

    assess_text(*state, profile_text, &arena, &a);
    csv_put_findings_head(&rows);
    csv_put_findings(&rows, &sheet, "a.ini", &a);
    read_back(&t, &rows);
    for (size_t i = 1; i < t.rows; i++) {
        bool decided = strcmp(cell_of(&t, i, "status"), "decided") == 0 ||
                       strcmp(cell_of(&t, i, "status"), "partly") == 0;
        assert_int_equal(cell_of(&t, i, "earned")[0] != '\0', decided);
        assert_int_equal(cell_of(&t, i, "severity")[0] != '\0', decided);
        earned += strtod(cell_of(&t, i, "earned"), NULL);
    }
    assert_int_equal((int64_t)(earned * 1000 + 0.5), a.tally.earned);
    size_t re02 = row_with(&t, "rule", "RE02");
    assert_string_equal(cell_of(&t, re02, "status"), "partly");
    assert_string_equal(cell_of(&t, re02, "reads"), "recruit.income_from_recruiting_pct");
    assert_string_equal(cell_of(&t, re02, "theme"), "recruitment");
    size_t open = row_with(&t, "status", "unknown");
    assert_true(cell_of(&t, open, "missing")[0] != '\0');
    arena_release(&t.arena);
    buf_release(&rows);
    arena_release(&arena);
}

static void a_waiver_stands_beside_its_finding(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct csv_sheet sheet = sheet_of(&pack);
    struct arena arena = {0};
    struct assessment a;
    struct buf rows = BUF_INIT;
    struct table t;

    assess_text(*state,
                "[recruit]\nincome_from_recruiting_pct = 60%\n"
                "[waive RE02]\nreason = =seen\nby = A. Analyst\n",
                &arena, &a);
    csv_put_findings_head(&rows);
    csv_put_findings(&rows, &sheet, "a.ini", &a);
    read_back(&t, &rows);
    size_t row = row_with(&t, "rule", "RE02");
    assert_string_equal(cell_of(&t, row, "waiver"), "holds");
    assert_string_equal(cell_of(&t, row, "waiver_reason"), "'=seen");
    assert_string_equal(cell_of(&t, row, "waiver_by"), "A. Analyst");
    assert_string_equal(cell_of(&t, row, "severity"), "critical");
    arena_release(&t.arena);
    buf_release(&rows);
    company_table(*state,
                  "[recruit]\nincome_from_recruiting_pct = 60%\n"
                  "[waive RE02]\nreason = seen\n",
                  &t);
    assert_string_equal(cell_of(&t, 1, "waived"), "1");
    assert_string_equal(cell_of(&t, 1, "critical"), "1");
    assert_string_equal(cell_of(&t, 1, "critical_rules"), "RE02");
    assert_string_equal(cell_of(&t, 1, "without_waived_high"), "100.000");
    arena_release(&t.arena);
    arena_release(&arena);
}

static void statements_of_facts_are_a_row_each(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct csv_sheet sheet = sheet_of(&pack);
    static const struct {
        size_t row;
        const char *column, *cell;
    } rows[] = {
        {1, "fact", "company.name"},
        {1, "value", "Sunleaf \"Living\", Ltd"},
        {1, "from", ""},
        {2, "fact", "company.as_of"},
        {2, "from", "2024-05-02"},
        {2, "to", "2024-05-02"},
        {4, "fact", "cost.starter_kit"},
        {4, "value", "99 USD"},
        {4, "from", "99"},
        {4, "to", "99"},
        {4, "unit", "USD"},
        {4, "conflict", "yes"},
        {4, "source_kind", "company_doc"},
        {4, "source_seen", "2023-06-01"},
        {4, "line", "7"},
        {5, "from", "120"},
        {5, "source_title", "'-Join page"},
        {5, "source_kind", ""},
        {6, "fact", "cost.kit_at_cost"},
        {6, "state", "unknown"},
        {6, "value", ""},
        {6, "from", ""},
        {6, "written", "unknown"},
        {3, "from", "40"},
        {3, "to", "60"},
        {3, "unit", "%"},
        {3, "locator", "p.4"},
        {3, "source_title", "Plan, 2023"},
    };
    struct arena arena = {0};
    struct assessment a;
    struct buf text = BUF_INIT;
    struct table t;

    assess_text(*state, profile_text, &arena, &a);
    csv_put_facts_head(&text);
    csv_put_facts(&text, &sheet, "a.ini", &a);
    read_back(&t, &text);
    assert_int_equal(t.rows, 7);
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_TEXT(rows[i].column, cell_of(&t, rows[i].row, rows[i].column), rows[i].cell);
    ROWS_END();
    arena_release(&t.arena);
    buf_release(&text);
    arena_release(&arena);
}

static void themes_of_all_packs_are_columns_once(void **state)
{
    static struct theme second[] = {{.id = "company", .score = SCORE_COMPANY},
                                    {.id = "exit", .score = SCORE_COMPANY}};
    struct made m;
    struct pack other = {.name = "other", .themes = second, .theme_count = COUNT(second)};
    const struct pack *packs[] = {&m.pack, &other};
    struct arena arena = {0};
    struct csv_sheet sheet = csv_sheet_of(packs, COUNT(packs), &context, &arena);
    struct buf head = BUF_INIT;
    (void)state;

    make(&m, 1);
    csv_put_company_head(&head, &sheet);
    const char *themes = strstr(buf_text(&head), ",theme_");
    assert_string_equal(sheet.limits, "steps=20 bytes=8");
    arena_release(&arena);
    assert_non_null(themes);
    assert_memory_equal(themes,
                        ",theme_company,theme_company_low,theme_company_high,"
                        "theme_exit,theme_exit_low,theme_exit_high,pack_version,",
                        strlen(",theme_company,theme_company_low,theme_company_high,"
                               "theme_exit,theme_exit_low,theme_exit_high,pack_version,"));
    buf_release(&head);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_one_cell_and_no_formula),
        cmocka_unit_test(numbers_are_bare_and_skipped_cells_empty),
        cmocka_unit_test(a_column_of_one_is_a_row),
        cmocka_unit_test(column_names_are_there_once),
        cmocka_unit_test(a_company_is_a_row_of_what_it_came_to),
        cmocka_unit_test(counts_of_a_company_add_up_to_its_rules),
        cmocka_unit_test(what_is_not_known_is_empty_and_says_so),
        cmocka_unit_test(a_hostile_name_is_harmless_and_comes_back),
        cmocka_unit_test(an_unreadable_company_has_the_first_fault),
        cmocka_unit_test(findings_are_a_row_each_and_add_up),
        cmocka_unit_test(a_waiver_stands_beside_its_finding),
        cmocka_unit_test(statements_of_facts_are_a_row_each),
        cmocka_unit_test(themes_of_all_packs_are_columns_once),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
