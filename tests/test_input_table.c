/* SPDX-License-Identifier: MIT
 *
 * Tables and JSON Lines as inputs: where a company starts and ends, what it is called, and what
 * is broken in its container. What stands in it: test_company.c.
 */
#include "input_fixture.h"

#include "facts_fixture.h"

#define NO_ROW "fault t.csv: the table has no row under its header: it holds no company\n"

struct content_row {
    const char *label, *text, *wanted;
};

static const char *listed_as(const char *file, const char *text, size_t len)
{
    put_bytes(file, text, len);
    return listed(&(struct input_options){0}, (const char *const[4]){file});
}

static void check_contents(const char *file, const struct content_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ROW_TEXT(rows[i].label, listed_as(file, rows[i].text, strlen(rows[i].text)),
                 rows[i].wanted);
    ROWS_END();
}

#define BROKEN                                                                                 \
    "the row is not well-formed: a quote does not end, or stands inside a value; put such a "  \
    "value in double quotes and double those in it"

static void a_table_gives_a_company_a_row(void **state)
{
    static const struct content_row rows[] = {
        {"one row", "a.b,c.d\n1,2\n", "row t.csv:2:2 a.b^c.d^ 1^2^\n"},
        {"two rows", "a.b,c.d\n1,2\n3,4\n",
         "row t.csv:2:2 a.b^c.d^ 1^2^\nrow t.csv:3:3 a.b^c.d^ 3^4^\n"},
        {"no last line end", "a.b,c.d\n1,2", "row t.csv:2:2 a.b^c.d^ 1^2^\n"},
        {"CRLF", "a.b,c.d\r\n1,2\r\n3,4\r\n",
         "row t.csv:2:2 a.b^c.d^ 1^2^\nrow t.csv:3:3 a.b^c.d^ 3^4^\n"},
        {"byte order mark",
         "\xef\xbb\xbf"
         "a.b,c.d\n1,2\n",
         "row t.csv:2:2 a.b^c.d^ 1^2^\n"},
        {"empty lines", "\na.b\n\n1\n  \n\n2\n",
         "row t.csv:4:4 a.b^ 1^\nrow t.csv:7:7 a.b^ 2^\n"},
        {"quotes", "a.b,\"c.d\"\n\"1,5\",\"say \"\"x\"\"\"\n",
         "row t.csv:2:2 a.b^c.d^ 1,5^say \"x\"^\n"},
        {"a line end in quotes", "a.b,c.d\n\"1\n2\",3\n4,5\n",
         "row t.csv:2:2 a.b^c.d^ 1|2^3^\nrow t.csv:4:4 a.b^c.d^ 4^5^\n"},
        {"an empty line in quotes", "a.b\n\"1\n\n2\"\n3\n",
         "row t.csv:2:2 a.b^ 1||2^\nrow t.csv:5:5 a.b^ 3^\n"},
        {"empty cells", "a.b,c.d\n,\n", "row t.csv:2:2 a.b^c.d^ ^^\n"},
        {"blanks around cells", "a.b , c.d\n 1 , 2 \n", "row t.csv:2:2 a.b^c.d^ 1^2^\n"},
        {"too few and too many cells", "a.b,c.d\n1\n1,2,3\n",
         "row t.csv:2:2 a.b^c.d^ 1^\nrow t.csv:3:3 a.b^c.d^ 1^2^3^\n"},
        {"a header alone", "a.b,c.d\n", NO_ROW},
        {"a header without a line end", "a.b", NO_ROW},
        {"a header and empty lines", "\na.b\n\n \n", NO_ROW},
    };

    (void)state;
    check_contents("t.csv", rows, COUNT(rows));
}

static void a_broken_row_costs_the_lines_it_takes(void **state)
{
    static const struct content_row rows[] = {
        {"a quote inside", "a.b\nx\"y\nz\n",
         "fault t.csv:2:2: " BROKEN "\nrow t.csv:3:3 a.b^ z^\n"},
        {"a quote that ends too early", "a.b\n\"x\"y\nz\n",
         "fault t.csv:2:2: " BROKEN "\nrow t.csv:3:3 a.b^ z^\n"},
        {"a quote that ends in a later row", "a.b\n\"x\ny\n\"z\"\nw\n",
         "fault t.csv:2:2: " BROKEN "; lines 2 to 4 are not read\nrow t.csv:5:5 a.b^ w^\n"},
        {"a quote that never ends", "a.b\n1\n\"x\ny\n",
         "row t.csv:2:2 a.b^ 1^\nfault t.csv:3:3: " BROKEN "; lines 3 to 4 are not read\n"},
        {"a quote that opens behind a carriage return", "a.b\n1\r\"\n2\n3\"\n4\n",
         "row t.csv:2:2 a.b^ 1^\nrow t.csv:3:3 a.b^ |2|3^\nrow t.csv:5:5 a.b^ 4^\n"},
        {"carriage returns alone", "a.b\n1\r2\n3\n",
         "fault t.csv:2:2: has a carriage return inside: end lines with LF or CRLF\n"
         "row t.csv:3:3 a.b^ 3^\n"},
        {"a quote in the header", "a\"b\n1\n", "fault t.csv:1: " BROKEN "; no row is read\n"},
        {"an old line end in the header", "a.b\r1\r2\n",
         "fault t.csv:1: has a carriage return inside: end lines with LF or CRLF; no row is "
         "read\n"},
        {"nothing", "",
         "fault t.csv:1: the table is empty: its first line names the columns, such as "
         "company.name,cost.join_fee\n"},
        {"nothing but blanks", "\n \n",
         "fault t.csv:1: the table is empty: its first line names the columns, such as "
         "company.name,cost.join_fee\n"},
        {"UTF-16",
         "\xff\xfe"
         "a",
         "fault t.csv:1: the file is UTF-16: save it as UTF-8\n"},
    };

    (void)state;
    check_contents("t.csv", rows, COUNT(rows));
    assert_string_equal(listed_as("t.csv", "a.b\n1\0\n2\n", 9),
                        "fault t.csv:2:2: has a NUL byte: save the file as plain UTF-8 text\n"
                        "row t.csv:3:3 a.b^ 2^\n");
}

static void a_header_is_refused_once(void **state)
{
    static const struct content_row rows[] = {
        {"no dot", "name\n1\n2\n",
         "fault t.csv:1: column 1: 'name' is no section.key: write, say, company.name; no row "
         "is "
         "read\n"},
        {"semicolons", "company.name;plan.levels\n1;2\n",
         "fault t.csv:1: column 1: 'company.name;plan.levels' is no section.key: part the "
         "columns by commas; no row is read\n"},
        {"tabs", "name\tlevels\n1\t2\n",
         "fault t.csv:1: column 1: 'name\tlevels' is no section.key: part the columns by "
         "commas; "
         "no row is read\n"},
        {"no name", "company.name,\n1,2\n",
         "fault t.csv:1: column 2: has no name: the first line names the columns, such as "
         "company.name; no row is read\n"},
        {"an unknown key", "company.name,cost.join_fees\n1,2\n",
         "fault t.csv:1: column 2: unknown key 'join_fees' in [cost]: did you mean "
         "'join_fee'?; "
         "no row is read\n"},
        {"an unknown section", "company.name,costs.join_fee\n1,2\n",
         "fault t.csv:1: column 2: unknown section [costs]: did you mean [cost]?; no row is "
         "read\n"},
        {"two of them", "x.y,company.name,plan.z\n",
         "fault t.csv:1: column 1: unknown section [x]; and 1 more; no row is read\n"},
        {"a source's key", "source S1.title,source S1.urls\n1,2\n",
         "fault t.csv:1: column 2: unknown key 'urls' in [source]: did you mean 'url'?; no row "
         "is read\n"},
        {"no rule to waive", "waive XX.reason\n1\n",
         "fault t.csv:1: column 1: no rule 'XX' in the pack; no row is read\n"},
        {"a waiver's key", "waive RE02.why\n1\n",
         "fault t.csv:1: column 1: unknown key 'why' in [waive]; no row is read\n"},
        {"a rate", "rates.euro\n1\n",
         "fault t.csv:1: column 1: 'euro' in [rates] is no currency: write three letters such "
         "as EUR; no row is read\n"},
        {"all known",
         "Company.Name,company.name,source S1.title,plan.levels,source S1.kind,"
         "rates.EUR,waive RE02.reason\n",
         NO_ROW},
    };
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);
    struct profile_options profiles = {.rules = test_rules, .rule_count = COUNT(test_rules)};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        put_file("t.csv", rows[i].text);
        ROW_TEXT(rows[i].label,
                 listed(&(struct input_options){.schema = &schema, .profiles = &profiles},
                        (const char *const[4]){"t.csv"}),
                 rows[i].wanted);
    }
    arena_release(&arena);
    ROWS_END();
}

static void json_lines_give_a_company_a_line(void **state)
{
    static const struct content_row rows[] = {
        {"one", "{\"a\":1}\n", "object t.jsonl:1:1 {\"a\":1}\n"},
        {"two", "{}\n{\"a\":1}", "object t.jsonl:1:1 {}\nobject t.jsonl:2:2 {\"a\":1}\n"},
        {"CRLF and empty lines", "\r\n{}\r\n\n \n{}\r\n",
         "object t.jsonl:2:2 {}\nobject t.jsonl:5:5 {}\n"},
        {"byte order mark", "\xef\xbb\xbf{}\n", "object t.jsonl:1:1 {}\n"},
        {"what is no object is told later", "1\n", "object t.jsonl:1:1 1\n"},
        {"nothing", "", "fault t.jsonl: holds no company: each is a JSON object on a line\n"},
        {"nothing but blanks", "\n \n",
         "fault t.jsonl: holds no company: each is a JSON object on a line\n"},
        {"UTF-16", "\xfe\xff{", "fault t.jsonl:1: the file is UTF-16: save it as UTF-8\n"},
    };

    (void)state;
    check_contents("t.jsonl", rows, COUNT(rows));
}

static void a_name_that_says_nothing_leaves_it_to_the_content(void **state)
{
    static const struct content_row rows[] = {
        {"a table", "company.name,plan.levels\nA,1\n",
         "row standard input:2:2 company.name^plan.levels^ A^1^\n"},
        {"a table of one column", "company.name\nA\n",
         "row standard input:2:2 company.name^ A^\n"},
        {"objects", "\n {\"a\":1}\n", "object standard input:2:2 {\"a\":1}\n"},
        {"a profile", "; a.b,c.d\n[plan]\n", "text standard input:1 ; a.b,c.d|[plan]|\n"},
        {"a broken profile", "company.name = A\n", "text standard input:1 company.name = A|\n"},
        {"prose", "hello, world.\n", "text standard input:1 hello, world.|\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        set_stdin(rows[i].text, strlen(rows[i].text));
        ROW_TEXT(rows[i].label, listed(&(struct input_options){0}, (const char *const[4]){"-"}),
                 rows[i].wanted);
    }
    ROWS_END();
}

/* Rows of 'sizes' bytes each, cells in quotes over many lines where 'quoted'. */
static void put_rows(const char *file, const char *header, const size_t *sizes, size_t count,
                     bool quoted)
{
    struct buf out = BUF_INIT;

    buf_puts(&out, header);
    for (size_t i = 0; i < count; i++) {
        buf_puts(&out, quoted ? "\"" : "");
        for (size_t j = 0; j < sizes[i]; j++)
            buf_putc(&out, quoted && j % 1000 == 999 ? '\n' : 'x');
        buf_puts(&out, quoted ? "\"\n" : "\n");
    }
    put_bytes(file, out.at, out.len);
    buf_release(&out);
}

static void a_row_over_a_mebibyte_is_one_fault(void **state)
{
    static const size_t sizes[] = {5, 900000, 5, 1200000, 6, 7000000, 7};
    static const struct {
        const char *label, *file, *header;
        bool quoted;
    } rows[] = {
        {"a table", "large.csv", "a.b\n", false},
        {"objects", "large.jsonl", "", false},
        {"many lines in quotes", "large.csv", "a.b\n", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.paths = &rows[i].file, .path_count = 1};
        struct error err;
        struct company c;
        size_t good = 0, faults = 0;
        put_rows(rows[i].file, rows[i].header, sizes, COUNT(sizes), rows[i].quoted);
        struct input *input = input_open(&options, &err);
        assert_non_null(input);
        while (input_next(input, &c)) {
            good += c.form != COMPANY_FAULT && c.text.len < 1000000;
            faults += c.form == COMPANY_FAULT;
        }
        input_close(input);
        /* where the row has many lines, what follows the limit is read as rows of its own */
        if (!rows[i].quoted)
            ROW_INT(rows[i].label, (long long)good, 5);
        if (!rows[i].quoted)
            ROW_INT(rows[i].label, (long long)faults, 2);
        ROW_INT(rows[i].label, faults >= 2, true);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_gives_a_company_a_row),
        cmocka_unit_test(a_broken_row_costs_the_lines_it_takes),
        cmocka_unit_test(a_header_is_refused_once),
        cmocka_unit_test(json_lines_give_a_company_a_line),
        cmocka_unit_test(a_name_that_says_nothing_leaves_it_to_the_content),
        cmocka_unit_test(a_row_over_a_mebibyte_is_one_fault),
    };

    return cmocka_run_group_tests(tests, open_scratch, close_scratch);
}
