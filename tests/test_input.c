/* SPDX-License-Identifier: MIT
 *
 * Where companies come from: files, folders, patterns, lists, streams. Each row says what is
 * asked for and which companies come, a line each. Tables and archives: test_input_table.c,
 * test_input_archive.c.
 */
#include "input_fixture.h"

struct input_row {
    const char *label;
    const char *paths[4];
    const char *wanted; /* '%' stands for the folder of the test */
};

static void check_rows(const struct input_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ROW_TEXT(rows[i].label, listed(&(struct input_options){0}, rows[i].paths),
                 rows[i].wanted);
    ROWS_END();
}

static void arguments_are_taken_in_their_order(void **state)
{
    static const struct input_row rows[] = {
        {"one file", {"b.ini"}, "file b.ini\n"},
        {"two files", {"b.ini", "a.ini"}, "file b.ini\nfile a.ini\n"},
        {"a file twice", {"a.ini", "a.ini"}, "file a.ini\nfile a.ini\n"},
        {"a file that is not there", {"x.ini"}, "file x.ini\n"},
        {"a folder", {"sub"}, "file sub/c.ini\nfile sub/deep/d.ini\nfile sub/e.ini\n"},
        {"a folder with a slash",
         {"sub/"},
         "file sub/c.ini\nfile sub/deep/d.ini\n"
         "file sub/e.ini\n"},
        {"a file and a folder", {"b.ini", "sub/deep"}, "file b.ini\nfile sub/deep/d.ini\n"},
        {"a pattern", {"?.ini"}, "file a.ini\nfile b.ini\n"},
        {"a pattern in a folder", {"sub/*.ini"}, "file sub/c.ini\nfile sub/e.ini\n"},
        {"a pattern that fits a folder",
         {"su*"},
         "file sub/c.ini\nfile sub/deep/d.ini\n"
         "file sub/e.ini\n"},
        {"a pattern that fits nothing",
         {"x*.ini", "a.ini"},
         "fault x*.ini: no file fits the pattern\nfile a.ini\n"},
        {"a name with a star in it", {"odd/st*r.ini"}, "file odd/st*r.ini\n"},
        {"a folder without profiles",
         {"empty", "a.ini"},
         "fault empty: the folder holds no file that fits *.ini: say --include for others\n"
         "file a.ini\n"},
    };

    (void)state;
    make_folder("sub/deep");
    make_folder("empty");
    make_folder("odd");
    put_file("a.ini", "");
    put_file("b.ini", "");
    put_file("sub/c.ini", "");
    put_file("sub/e.ini", "");
    put_file("sub/note.txt", "");
    put_file("sub/.hidden.ini", "");
    put_file("sub/deep/d.ini", "");
    put_file("empty/note.txt", "");
    put_file("odd/st*r.ini", "");
    put_file("odd/star.ini", "");
    check_rows(rows, COUNT(rows));
}

static void folders_are_sorted_by_byte(void **state)
{
    static const char *const names[] = {"b.ini",        "a.ini",  "B.ini", "a-1.ini", "a/x.ini",
                                        "\xc3\xa4.ini", "10.ini", "9.ini", "a.b.ini"};
    struct input_options none = {0};

    (void)state;
    make_folder("order/a");
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[100];
        snprintf(path, sizeof path, "order/%s", names[i]);
        put_file(path, "");
    }
    assert_string_equal(
        listed(&none, (const char *[4]){"order"}),
        "file order/10.ini\nfile order/9.ini\nfile order/B.ini\nfile order/a/x.ini\n"
        "file order/a-1.ini\nfile order/a.b.ini\nfile order/a.ini\nfile order/b.ini\n"
        "file order/\xc3\xa4.ini\n");
}

static void include_and_exclude_choose_by_name_or_path(void **state)
{
    static const struct {
        const char *label;
        const char *includes[3], *excludes[3];
        const char *wanted;
    } rows[] = {
        {"all",
         {"*"},
         {NULL},
         "file pick/a.ini\nfile pick/old/a.ini\nfile pick/old/c.ini\n"
         "text pick/z.conf:1 [plan]|\n"},
        {"an ending", {"*.conf"}, {NULL}, "text pick/z.conf:1 [plan]|\n"},
        {"two", {"*.conf", "c.*"}, {NULL}, "file pick/old/c.ini\ntext pick/z.conf:1 [plan]|\n"},
        {"not one", {NULL}, {"a.ini"}, "file pick/old/c.ini\n"},
        {"not a folder", {NULL}, {"old"}, "file pick/a.ini\n"},
        {"not one in a folder", {NULL}, {"old/a*"}, "file pick/a.ini\nfile pick/old/c.ini\n"},
        {"only in a folder", {"old/*"}, {NULL}, "file pick/old/a.ini\nfile pick/old/c.ini\n"},
        {"hidden by name", {".h*"}, {NULL}, "file pick/.hid.ini\n"},
        {"nothing fits",
         {"x"},
         {NULL},
         "fault pick: the folder holds no file that fits --include\n"},
    };

    (void)state;
    make_folder("pick/old");
    make_folder("pick/.git");
    put_file("pick/a.ini", "");
    put_file("pick/.hid.ini", "");
    put_file("pick/.git/g.ini", "");
    put_file("pick/old/a.ini", "");
    put_file("pick/old/c.ini", "");
    put_file("pick/z.conf", "[plan]\n");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.includes = rows[i].includes,
                                        .excludes = rows[i].excludes};
        while (options.include_count < 3 && rows[i].includes[options.include_count])
            options.include_count++;
        while (options.exclude_count < 3 && rows[i].excludes[options.exclude_count])
            options.exclude_count++;
        ROW_TEXT(rows[i].label, listed(&options, (const char *[4]){"pick"}), rows[i].wanted);
    }
    ROWS_END();
}

static void links_are_followed_but_not_in_a_circle(void **state)
{
    (void)state;
    make_folder("ring/in");
    put_file("ring/a.ini", "");
    put_file("ring/in/b.ini", "");
    assert_int_equal(symlink("a.ini", "ring/l.ini"), 0);
    assert_int_equal(symlink("..", "ring/in/up"), 0);
    assert_int_equal(symlink("nowhere", "ring/z.ini"), 0);
    assert_string_equal(
        listed(&(struct input_options){0}, (const char *[4]){"ring"}),
        "file ring/a.ini\nfile ring/in/b.ini\n"
        "fault ring/in/up: is a link to a folder that it stands in: delete it, or leave it out "
        "with --exclude\nfile ring/l.ini\nfile ring/z.ini\n");
}

static void pipes_are_waited_for_only_where_they_are_named(void **state)
{
    struct input_options all = {.includes = (const char *const[]){"*"}, .include_count = 1};

    (void)state;
    make_folder("pipes");
    put_file("pipes/z.txt", "[plan]\n");
    assert_int_equal(mkfifo("pipes/p.txt", 0666), 0);
    assert_string_equal(listed(&all, (const char *[4]){"pipes"}),
                        "fault pipes/p.txt: is not a regular file (a pipe or a device): leave "
                        "it out with --exclude\ntext pipes/z.txt:1 [plan]|\n");
    set_stdin("=== a\n=== b\n", 12);
    assert_string_equal(listed(&all, (const char *[4]){"/dev/stdin"}),
                        "text /dev/stdin/a:2 \ntext /dev/stdin/b:3 \n");
}

static void folders_too_deep_are_said(void **state)
{
    char path[400] = "deep";
    char wanted[600] = "";

    (void)state;
    for (int i = 0; i < 63; i++)
        snprintf(path + strlen(path), sizeof path - strlen(path), "/d");
    make_folder(path);
    snprintf(wanted, sizeof wanted, "%s/a.ini", path);
    put_file(wanted, "");
    snprintf(wanted, sizeof wanted, "file %s/a.ini\n", path);
    assert_string_equal(listed(&(struct input_options){0}, (const char *[4]){"deep"}), wanted);
    snprintf(path + strlen(path), sizeof path - strlen(path), "/d");
    make_folder(path);
    snprintf(wanted + strlen(wanted), sizeof wanted - strlen(wanted),
             "fault %s: lies more than 64 folders deep: name a folder further down\n", path);
    assert_string_equal(listed(&(struct input_options){0}, (const char *[4]){"deep"}), wanted);
}

/* --- lists --- */

static void lists_name_files_a_line_each(void **state)
{
    static const struct {
        const char *label, *list;
        size_t len;
        bool nul;
        const char *wanted;
    } rows[] = {
        {"lines", "p.ini\nq.ini\n", 0, false, "file p.ini\nfile q.ini\n"},
        {"no last line end", "p.ini\nq.ini", 0, false, "file p.ini\nfile q.ini\n"},
        {"CRLF and empty lines", "p.ini\r\n\r\n\nq.ini\r\n", 0, false,
         "file p.ini\nfile q.ini\n"},
        {"blanks belong to the name", " p.ini\n", 0, false, "file  p.ini\n"},
        {"an at sign or a dash is a name", "@nolist\n-\n", 0, false,
         "fault @nolist: cannot be opened: No such file or directory\n"
         "fault -: cannot be opened: No such file or directory\n"},
        {"a folder", "lists\n", 0, false, "file lists/r.ini\n"},
        {"a pattern", "[pq].ini\nx*\n", 0, false,
         "file p.ini\nfile q.ini\nfault x*: no file fits the pattern\n"},
        {"NULs", "p.ini\0q.ini\0", 12, true, "file p.ini\nfile q.ini\n"},
        {"NULs, none at the end", "p.ini\0q.ini", 11, true, "file p.ini\nfile q.ini\n"},
        {"a line end in a name", "p\nq.ini\0", 8, true, "file p?q.ini\n"},
        {"NULs where lines are wanted", "p.ini\0q.ini\0", 12, false,
         "fault list:1: has a NUL byte: say --null for a list with NULs between the paths\n"},
        {"nothing", "", 0, false, "fault list: the list names no path\n"},
        {"empty lines alone", "\n\n", 0, false, "fault list:2: the list names no path\n"},
    };

    (void)state;
    make_folder("lists");
    put_file("lists/r.ini", "");
    put_file("p.ini", "");
    put_file("q.ini", "");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.nul_separated = rows[i].nul};
        put_bytes("list", rows[i].list, rows[i].len ? rows[i].len : strlen(rows[i].list));
        ROW_TEXT(rows[i].label, listed(&options, (const char *[4]){"@list"}), rows[i].wanted);
        options.files_from = "list";
        ROW_TEXT(rows[i].label, listed(&options, (const char *[4]){NULL}), rows[i].wanted);
    }
    ROWS_END();
}

static void what_cannot_be_of_use_is_said_at_once(void **state)
{
    static const struct {
        const char *label, *paths[4], *files_from, *wanted;
    } rows[] = {
        {"no path",
         {NULL},
         NULL,
         "usage: : no company is named: give files, folders, archives, tables, '@list' or "
         "'-'\n"},
        {"an empty path", {"a.ini", ""}, NULL, "usage: : one of the paths is empty\n"},
        {"standard input twice",
         {"-", "-"},
         NULL,
         "usage: : standard input ('-') can be read only once: name it once\n"},
        {"as list and as profile",
         {"-"},
         "-",
         "usage: : standard input ('-') can be read only once: name it once\n"},
        {"as two lists",
         {"@-", "a.ini"},
         "-",
         "usage: : standard input ('-') can be read only once: name it once\n"},
        {"no such list",
         {"a.ini", "@none"},
         NULL,
         "usage: none: the list of paths cannot be opened: No such file or directory\n"},
        {"no such list of files",
         {NULL},
         "none",
         "usage: none: the list of paths cannot be opened: No such file or directory\n"},
        {"no name of a list",
         {"@"},
         NULL,
         "usage: @: the list of paths cannot be opened: No such file or directory\n"},
        {"a folder as a list",
         {"@usage"},
         NULL,
         "usage: usage: is a folder, not a list of paths: name it without '@'\n"},
    };

    (void)state;
    make_folder("usage");
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_TEXT(
            rows[i].label,
            listed(&(struct input_options){.files_from = rows[i].files_from}, rows[i].paths),
            rows[i].wanted);
    ROWS_END();
}

/* --- streams --- */

static void a_stream_holds_many_profiles(void **state)
{
    static const struct {
        const char *label, *text, *wanted; /* as standard input */
    } rows[] = {
        {"one profile", "[plan]\nlevels = 1\n", "text standard input:1 [plan]|levels = 1|\n"},
        {"nothing", "", "fault standard input: is empty: it holds no company\n"},
        {"blank lines", "\n \t\r\n\n", "fault standard input: is empty: it holds no company\n"},
        {"a comment alone", "; no\n", "text standard input:1 ; no|\n"},
        {"two", "=== a.ini\n[plan]\n=== b.ini\n[cost]\n",
         "text a.ini:2 [plan]|\ntext b.ini:4 [cost]|\n"},
        {"CRLF", "=== a.ini\r\n[plan]\r\n=== b.ini\r\n",
         "text a.ini:2 [plan]\r|\ntext b.ini:4 \n"},
        {"no last line end", "=== a\n[plan]", "text a:2 [plan]\n"},
        {"empty ones", "=== a\n=== b\n=== c", "text a:2 \ntext b:3 \ntext c:4 \n"},
        {"comments before", "; mine\n\n=== a\n[plan]\n", "text a:4 [plan]|\n"},
        {"byte order mark", "\xef\xbb\xbf=== a\n[plan]\n", "text a:2 [plan]|\n"},
        {"a name with blanks", "===  the a  \n", "text the a:2 \n"},
        {"a name of a path", "=== x/y.ini\n", "text x/y.ini:2 \n"},
        {"a name with a control character", "=== a\033b\n", "text a?b:2 \n"},
        {"no name", "=== a\n===\n[plan]\n=== c\n",
         "text a:2 \nfault standard input:2:2: '===' lacks the name of the profile below it: "
         "write '=== acme.ini'\ntext c:5 \n"},
        {"more signs are none", "=== a\n==== b\n===c\n", "text a:2 ==== b|===c|\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        set_stdin(rows[i].text, strlen(rows[i].text));
        ROW_TEXT(rows[i].label, listed(&(struct input_options){0}, (const char *[4]){"-"}),
                 rows[i].wanted);
    }
    ROWS_END();
}

static void a_stream_may_be_a_file(void **state)
{
    (void)state;
    put_file("many.txt", "=== a\n[plan]\n=== b\n");
    put_file("one.txt", "[plan]\n");
    assert_string_equal(
        listed(&(struct input_options){0}, (const char *[4]){"many.txt", "one.txt"}),
        "text many.txt/a:2 [plan]|\ntext many.txt/b:4 \ntext one.txt:1 [plan]|\n");
}

/* A stream whose companies have 'sizes' bytes each. */
static void put_sizes(const size_t *sizes, size_t count)
{
    struct buf out = BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        buf_printf(&out, "=== c%zu\n", i);
        for (size_t left = sizes[i]; left > 0;) {
            size_t line = left > 1000 ? 1000 : left;
            buf_fill(&out, 'x', line - 1);
            buf_putc(&out, '\n');
            left -= line;
        }
    }
    put_bytes("sizes.txt", out.at, out.len);
    buf_release(&out);
}

static void a_company_over_a_mebibyte_is_a_fault(void **state)
{
    static const size_t sizes[] = {
        10, PROFILE_MAX_BYTES, 20, PROFILE_MAX_BYTES + 1, 30, (size_t)5 * PROFILE_MAX_BYTES,
        40};
    struct input_options options = {.paths = (const char *const[]){"sizes.txt"},
                                    .path_count = 1};
    struct error err;
    struct company company;

    (void)state;
    put_sizes(sizes, COUNT(sizes));
    struct input *input = input_open(&options, &err);
    assert_non_null(input);
    int line = 1;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char name[40];
        snprintf(name, sizeof name, "sizes.txt/c%zu", i);
        assert_true(input_next(input, &company));
        assert_string_equal(company.name, name);
        bool fits = sizes[i] <= PROFILE_MAX_BYTES;
        assert_int_equal(company.form, fits ? COMPANY_TEXT : COMPANY_FAULT);
        assert_int_equal(company.line, fits ? line + 1 : line);
        if (fits)
            assert_int_equal(company.text.len, sizes[i]);
        line += 1 + (int)((sizes[i] + 999) / 1000);
    }
    assert_false(input_next(input, &company));
    input_close(input);
}

static void the_total_is_known_where_names_tell_it(void **state)
{
    static const struct {
        const char *label, *path;
        int64_t wanted;
    } rows[] = {
        {"a file", "a.ini", 1}, {"a folder", "sub", 3},      {"a list", "@total", 4},
        {"a fault", "x*", 1},   {"standard input", "-", -1}, {"a stream", "many.txt", -1},
    };

    (void)state;
    put_file("total", "a.ini\nsub\n");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.paths = &rows[i].path, .path_count = 1};
        struct error err;
        struct input *input = input_open(&options, &err);
        assert_non_null(input);
        ROW_INT(rows[i].label, input_total(input), rows[i].wanted);
        input_close(input);
    }
    ROWS_END();
}

/* --- what is passed over --- */

static void files_that_do_not_fit_are_counted(void **state)
{
    static const struct {
        const char *label;
        const char *paths[4];
        const char *includes[2], *excludes[2], *results[2];
        int64_t wanted;
        const char *first;
    } rows[] = {
        {"a file alone", {"over/a.ini"}, {NULL}, {NULL}, {NULL}, 0, NULL},
        {"a file that is named", {"over/b.txt"}, {NULL}, {NULL}, {NULL}, 0, NULL},
        {"a folder", {"over"}, {NULL}, {NULL}, {NULL}, 5, "over/B.csv"},
        {"its last folder", {"over/z"}, {NULL}, {NULL}, {NULL}, 2, "over/z/a.ini.bak"},
        {"two folders", {"over/z", "over"}, {NULL}, {NULL}, {NULL}, 7, "over/z/a.ini.bak"},
        {"with --include", {"over"}, {"*.txt"}, {NULL}, {NULL}, 5, "over/B.csv"},
        {"without --exclude", {"over"}, {NULL}, {"B*"}, {NULL}, 4, "over/a.ini.bak"},
        {"not in an excluded folder", {"over"}, {NULL}, {"z"}, {NULL}, 3, "over/B.csv"},
        {"no result", {"over"}, {NULL}, {NULL}, {"./over/B.csv"}, 4, "over/a.ini.bak"},
        {"not in a folder of results", {"over"}, {NULL}, {NULL}, {"over/z"}, 3, "over/B.csv"},
    };

    (void)state;
    make_folder("over/z");
    make_folder("over/.git");
    put_file("over/.git/c.txt", "");
    put_file("over/.DS_Store", "");
    put_file("over/a.ini", "");
    put_file("over/b.txt", "");
    put_file("over/B.csv", "");
    put_file("over/a.ini.bak", "");
    put_file("over/z/notes", "");
    put_file("over/z/a.ini.bak", "");
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.includes = rows[i].includes,
                                        .include_count = rows[i].includes[0] != NULL,
                                        .excludes = rows[i].excludes,
                                        .exclude_count = rows[i].excludes[0] != NULL,
                                        .results = rows[i].results,
                                        .result_count = rows[i].results[0] != NULL};
        struct passed_over passed = passed_by(&options, rows[i].paths);
        ROW_INT(rows[i].label, passed.count, rows[i].wanted);
        ROW_TEXT(rows[i].label, passed.first ? first_passed : "none",
                 rows[i].first ? rows[i].first : "none");
        ROW_INT(rows[i].label, passed.chosen, rows[i].includes[0] != NULL);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_are_taken_in_their_order),
        cmocka_unit_test(folders_are_sorted_by_byte),
        cmocka_unit_test(include_and_exclude_choose_by_name_or_path),
        cmocka_unit_test(links_are_followed_but_not_in_a_circle),
        cmocka_unit_test(pipes_are_waited_for_only_where_they_are_named),
        cmocka_unit_test(folders_too_deep_are_said),
        cmocka_unit_test(lists_name_files_a_line_each),
        cmocka_unit_test(what_cannot_be_of_use_is_said_at_once),
        cmocka_unit_test(a_stream_holds_many_profiles),
        cmocka_unit_test(a_stream_may_be_a_file),
        cmocka_unit_test(a_company_over_a_mebibyte_is_a_fault),
        cmocka_unit_test(the_total_is_known_where_names_tell_it),
        cmocka_unit_test(files_that_do_not_fit_are_counted),
    };

    return cmocka_run_group_tests(tests, open_scratch, close_scratch);
}
