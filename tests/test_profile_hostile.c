/* SPDX-License-Identifier: MIT
 *
 * Profiles that nobody writes by accident: each ends in clear faults, quickly, and touches no
 * memory that is not its own (the debug build runs under ASan).
 */
#include "facts_fixture.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_SECONDS = 5 }; /* of processor time, under ASan, on a slow machine */

/* The first faults of 'text' as "line:column: message" lines, and how many more there are. */
static void check_bytes(const char *label, struct text text, size_t shown, const char *wanted,
                        size_t more)
{
    struct parsed p;
    char *exact = malloc(text.len > 0 ? text.len : 1);
    clock_t start = clock();

    assert_non_null(exact);
    memcpy(exact, text.at, text.len);
    parse_bytes(&p, (struct text){exact, text.len}, NULL);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    free(exact);
    size_t all = p.faults.count + p.faults.more;
    p.faults.count = p.faults.count < shown ? p.faults.count : shown;
    p.faults.more = 0;
    ROW_TEXT(label, faults_text(&p), wanted);
    ROW_INT(label, (long long)(all - p.faults.count), (long long)more);
    if (seconds > MOST_SECONDS)
        ROW_INT(label, (long long)seconds, MOST_SECONDS);
    parsed_release(&p);
}

static void bytes_that_are_no_text_are_named(void **state)
{
#define NUL "has a NUL byte: save the file as plain UTF-8 text"
#define CONTROL "has a control character: delete it"
#define UTF8 "is not valid UTF-8: save the file as UTF-8"
    static const struct {
        const char *label;
        struct text text;
        const char *faults;
    } rows[] = {
#define BYTES(literal) {literal, sizeof(literal) - 1}
        {"NUL in a value", BYTES("[company]\nname = A\0B\n"), "2:9: " NUL},
        {"NUL alone", BYTES("\0"), "1:1: " NUL},
        {"NUL in a name", BYTES("[com\0pany]\n"), "1:5: " NUL},
        {"NUL in a comment", BYTES("[plan]\n;\0\n"), "2:2: " NUL},
        {"NUL in a continuation", BYTES("[company]\nname = A\n B\0\n"), "3:3: " NUL},
        {"UTF-16, little end first", BYTES("\xff\xfe[\0p\0]\0"),
         "1:1: the file is UTF-16: save it as UTF-8"},
        {"UTF-16, big end first", BYTES("\xfe\xff\0[\0p\0]"),
         "1:1: the file is UTF-16: save it as UTF-8"},
        {"UTF-16 without a mark", BYTES("[\0p\0]\0"), "1:2: " NUL},
        {"half a byte order mark", BYTES("\xef\xbb"), "1:1: " UTF8},
        {"two byte order marks", BYTES("\xef\xbb\xbf\xef\xbb\xbf[plan]\n"),
         "1:1: is neither a [section], a 'key = value' line nor a comment"},
        {"Latin-1", BYTES("[company]\nname = Caf\xe9\n"), "2:11: " UTF8},
        {"overlong", BYTES("[company]\nname = \xc0\xaf\n"), "2:8: " UTF8},
        {"surrogate", BYTES("[company]\nname = \xed\xa0\x80\n"), "2:8: " UTF8},
        {"cut at the end", BYTES("[company]\nname = \xe2\x82"), "2:8: " UTF8},
        {"escape", BYTES("[company]\nname = \x1b[31mred\n"), "2:8: " CONTROL},
        {"bell", BYTES("[company]\nname = \a\n"), "2:8: " CONTROL},
        {"delete", BYTES("[company]\nname = a\x7f\n"), "2:9: " CONTROL},
        {"vertical tab", BYTES("[company]\nname = a\vb\n"), "2:9: " CONTROL},
        {"old Macintosh", BYTES("[company]\rname = A\r"),
         "1:10: has a carriage return inside: end lines with LF or CRLF"},
        {"CR CR LF", BYTES("[company]\r\r\n"),
         "1:10: has a carriage return inside: end lines with LF or CRLF"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_bytes(rows[i].label, rows[i].text, 3, rows[i].faults, 0);
    ROWS_END();
}

static void odd_brackets_and_signs_are_refused(void **state)
{
#define NO_SECTION "1:1: is no section: a name of 1 to 48 characters goes between the brackets"
#define OPEN "1:1: the section lacks its closing bracket: write [section]"
    static const struct {
        const char *label, *text, *faults;
    } rows[] = {
        {"equals", "=", "1:1: is neither a [section], a 'key = value' line nor a comment"},
        {"equals, many", "=====\n",
         "1:1: is neither a [section], a 'key = value' line nor a "
         "comment"},
        {"equals in a section", "[plan]\n=\n",
         "2:1: is neither a [section], a 'key = value' line "
         "nor a comment"},
        {"colon", ":\n", "1:1: is neither a [section], a 'key = value' line nor a comment"},
        {"open", "[", OPEN},
        {"many open", "[[[[[[[[\n", OPEN},
        {"close", "]\n", "1:1: is neither a [section], a 'key = value' line nor a comment"},
        {"empty", "[]\n", NO_SECTION},
        {"blank", "[ \t ]\n", NO_SECTION},
        {"twice open", "[[plan]]\n",
         "1:8: only a comment may follow a [section]: start a new "
         "line"},
        {"twice open, once closed", "[[plan]\n",
         "1:1: unknown section [[plan]: did you mean "
         "[plan]?"},
        {"twice closed", "[plan]]\n",
         "1:7: only a comment may follow a [section]: start a new "
         "line"},
        {"comment inside", "[plan ; x]\n",
         "1:1: unknown section [plan ; x]: did you mean [plan]?"},
        {"equals inside", "[a=b]\n", "1:1: unknown section [a=b]"},
        {"bracket in a key", "[plan]\na]b = 1\n",
         "2:1: unknown key 'a]b' in [plan]: 'plumbline schema plan' lists the keys"},
        {"format", "[plan]\n%s%n = %d\n",
         "2:1: unknown key '%s%n' in [plan]: 'plumbline schema plan' lists the keys"},
        {"quote alone", "[company]\nname = \"\n",
         "2:8: the value lacks its closing quote: write \"...\""},
        {"escaped quote", "[company]\nname = \"\\\"\n",
         "2:8: the value lacks its closing quote: write \"...\""},
        {"backslash last", "[company]\nname = \"\\\n",
         "2:8: the value lacks its closing quote: write \"...\""},
        {"at sign", "[company]\nname = @\n", "sound"},
        {"wave", "[plan]\nlevels = ~\n",
         "2:10: 'levels' must be a whole number from 0 to 99, not "
         "'~'"},
        {"dots", "[plan]\nlevels = ....\n",
         "2:10: 'levels' must be a whole number from 0 to 99, "
         "not '.'"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_bytes(rows[i].label, text_of(rows[i].text), 3, rows[i].faults, 0);
    ROWS_END();
}

static void names_may_have_48_characters(void **state)
{
    static const struct {
        const char *label;
        const char *form; /* %s is the name */
        int length;
        const char *faults;
    } rows[] = {
        {"section of 48", "[%s]\n", 48,
         "1:1: unknown section [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]"},
        {"section of 49", "[%s]\n", 49, NO_SECTION},
        {"section of 60", "[%s]\n", 60, NO_SECTION},
        {"source of 60", "[source %s]\ntitle = T\n", 60, NO_SECTION},
        {"key of 48", "[plan]\n%s = 1\n", 48,
         "2:1: unknown key 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' in [plan]: "
         "'plumbline schema plan' lists the keys"},
        {"key of 49", "[plan]\n%s = 1\n", 49,
         "2:1: the key is longer than 48 characters: 'plumbline schema' lists the keys"},
        {"key of 60", "[plan]\n%s = 1\n", 60,
         "2:1: the key is longer than 48 characters: 'plumbline schema' lists the keys"},
        {"source of 41", "[source %s]\ntitle = T\n", 41, "sound"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        char name[64] = "", text[100];
        const char *at = strstr(rows[i].form, "%s");
        memset(name, 'a', (size_t)rows[i].length);
        snprintf(text, sizeof text, "%.*s%s%s", (int)(at - rows[i].form), rows[i].form, name,
                 at + 2);
        check_bytes(rows[i].label, text_of(text), 3, rows[i].faults, 0);
    }
    ROWS_END();
}

/* --- much of everything --- */

/* 'start', then 'piece' again and again up to 'bytes', then 'end'. */
struct flood {
    const char *label, *start, *piece, *end;
    size_t bytes;
    const char *faults; /* the first */
    size_t more;
};

static void check_flood(const struct flood *f)
{
    struct buf text = BUF_INIT;

    buf_puts(&text, f->start);
    while (text.len + strlen(f->piece) + strlen(f->end) <= f->bytes)
        buf_puts(&text, f->piece);
    buf_puts(&text, f->end);
    check_bytes(f->label, text_of(buf_text(&text)), 1, f->faults, f->more);
    buf_release(&text);
}

static void long_values_are_whole_up_to_64_kib(void **state)
{
#define LONG_LINE "is longer than 65,536 bytes: shorten it"
#define LONG_VALUE "makes the value longer than 65,536 bytes: shorten it"
    static const struct flood rows[] = {
        {"a line of 65,536", "[company]\nname = ", "x", "\n", 65536 + 11, "sound", 0},
        {"a line of 65,537", "[company]\nname = ", "x", "\n", 65537 + 11, "2:0: " LONG_LINE, 0},
        {"a line of 70 KB", "[company]\nname = ", "x", "\n", 70000, "2:0: " LONG_LINE, 0},
        {"a comment of 70 KB", "[company]\n;", "x", "\n", 70000, "2:0: " LONG_LINE, 0},
        {"a section of 70 KB", "[", "x", "]\nname = A\n", 70000, "1:0: " LONG_LINE, 0},
        {"a long line and its tail", "[company]\nname = ", "x", "\n  tail\n  tail\n", 70000,
         "2:0: " LONG_LINE, 0},
        {"5,000 continuation lines", "[company]\nname = A\n", " b\n", "", 15019, "sound", 0},
        {"20,000 continuation lines", "[company]\nname = A\n", "  continued\n", "", 240019,
         "6556:0: " LONG_VALUE, 0},
        {"blanks", "[company]\nname = A\n", " \n", "", 1000000, "sound", 0},
        {"comments", "[company]\nname = A\n", "  ; c\n", "", 1000000, "sound", 0},
        {"quotes", "[company]\nname = \"", "\\\"", "\"\n", 65000, "sound", 0},
        {"commas", "[plan]\npay = fees", ",", "\n", 65000, "sound", 0},
        {"countries", "[company]\njurisdictions = US", ",GB", "\n", 65000, "sound", 0},
        {"digits", "[plan]\nlevels = ", "9", "\n", 65000,
         "2:10: 'levels' '999999999999999999999999999999999999999999999999999999999999' is too "
         "large",
         0},
        {"zeros", "[plan]\nlevels = ", "0", "7\n", 65000, "sound", 0},
        {"decimals", "[plan]\nfactor = 1.", "0", "\n", 65000, "sound", 0},
        {"thousands", "[plan]\nfactor = 1", ",000", "\n", 65000,
         "2:10: 'factor' '1,000,000,000,000,000,000,000,000,000,000,000,000,000,000,00' is too "
         "large",
         0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_flood(&rows[i]);
    ROWS_END();
}

static void a_million_bytes_of_anything_are_read_quickly(void **state)
{
#define MIB 1048576
#define TWICE                                                                                  \
    "is given on line 2 already: delete one, or give each its own source (@ID) to "            \
    "record that they differ"
    static const struct flood rows[] = {
        {"one key", "[plan]\nlevels = 1\n", "levels = 1\n", "", 1000000, "3:1: 'levels' " TWICE,
         90906},
        {"one key of a set", "[plan]\n", "pay=fees\n", "", MIB,
         "1002:1: 'pay' is given more than 1000 times", 115506},
        {"one bad value", "[plan]\n", "levels=x\n", "", MIB,
         "2:8: 'levels' must be a whole number from 0 to 99, not 'x'", 116506},
        {"one unknown key", "[plan]\n", "levelss=1\n", "", MIB,
         "2:1: unknown key 'levelss' in [plan]: did you mean 'levels'?", 104855},
        {"no keys", "[plan]\n", "=\n", "", MIB,
         "2:1: is neither a [section], a 'key = value' line nor a comment", 524283},
        {"75,000 sources", "", "[source S]\n", "", 75000 * 11,
         "2:1: source 'S' is declared twice, first on line 1: give one another id", 75000 - 1},
        {"unknown sections", "", "[companies_of_the_world]\n", "", MIB,
         "1:1: unknown section [companies_of_the_world]", 41942},
        {"unknown rules", "", "[waive RULE_OF_THUMB]\n", "", MIB,
         "1:1: no rule 'RULE_OF_THUMB' in the pack", 47661},
        {"unknown keys of a source", "[source S]\ntitle=T\n", "tittle=T\n", "", MIB,
         "3:1: unknown key 'tittle' in [source]: did you mean 'title'?", 116505},
        {"rates", "[rates]\nEUR=1 USD\n", "EUR=1 USD\n", "", MIB,
         "3:1: EUR to USD is given twice, first on line 2: delete one", 104854},
        {"sources that are not there", "[plan]\n", "pay=fees @Z\n", "", MIB,
         "2:5: source 'Z' is not declared: add [source Z] with its title, or put the value in "
         "quotes",
         173759 /* from the 1,001st on also: given too often */},
        {"open quotes", "[company]\n", "site=\"\n", "", MIB,
         "2:6: the value lacks its closing quote: write \"...\"", 149794},
        {"empty lines", "", "\n", "", MIB, "sound", 0},
        {"over the limit", "", ";\n", "\n", MIB + 1,
         "0:0: is larger than the limit of 1,048,576 bytes", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check_flood(&rows[i]);
    ROWS_END();
}

static void more_sources_than_anybody_has_are_refused(void **state)
{
    struct buf text = BUF_INIT;

    (void)state;
    for (int i = 0; i < 1000; i++)
        buf_printf(&text, "[source S%d]\ntitle=T\n", i);
    buf_puts(&text, "[plan]\nlevels = 1 @S999\n");
    check_bytes("1,000 sources", text_of(buf_text(&text)), 1, "sound", 0);
    for (int i = 1000; i < 40000; i++)
        buf_printf(&text, "[source S%d]\ntitle=T\n", i);
    check_bytes("40,000 sources", text_of(buf_text(&text)), 1,
                "2003:1: there are more than 1000 sources in this file", 38999);
    buf_reset(&text);
    for (int i = 0; i < 1000; i++)
        buf_printf(&text, "[source S%d]\ntitle=T\n", i);
    buf_puts(&text, "[plan]\n");
    for (int i = 0; text.len < 1040000; i++)
        buf_printf(&text, "levels=1@S%d\nlevels=%d @S%d\n", i % 1000, i % 99, i % 1000);
    struct parsed p;
    parse(&p, buf_text(&text));
    assert_false(p.ok);
    parsed_release(&p);
    buf_release(&text);
    ROWS_END();
}

/* --- files --- */

static const char *load(struct parsed *p, const char *path)
{
    struct profile_options options = {0};
    struct error err = {0};

    *p = (struct parsed){.ok = false};
    p->schema = test_schema(&p->arena);
    p->ok = profile_load(path, &p->schema, &options, &p->arena, &p->profile, &p->faults, &err);
    if (p->ok || err.message[0] == '\0')
        return faults_text(p);
    assert_int_equal(err.kind, ERROR_PROFILE);
    return arena_printf(&p->arena, "%s %s", err.where, err.message);
}

static void put_file(const char *path, size_t bytes)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    for (size_t i = 0; i < bytes; i++)
        putc('\n', f);
    assert_int_equal(fclose(f), 0);
}

static void what_is_no_file_is_no_profile(void **state)
{
    char folder[] = "/tmp/plumbline-test-hostile-XXXXXX", path[64];
    static const struct {
        const char *label, *name, *wanted;
    } rows[] = {
        {"missing", "missing.ini", "cannot be opened: No such file or directory"},
        {"folder", ".", "is a folder, not a file"},
        {"FIFO", "fifo", "is not a regular file (a pipe or a device); save it to a file first"},
        {"1 MiB and a byte", "large.ini", "is larger than the limit of 1048576 bytes"},
    };
    struct parsed p;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fifo", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(path, sizeof path, "%s/large.ini", folder);
    put_file(path, 1048577);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char wanted[200];
        snprintf(path, sizeof path, "%s/%s", folder, rows[i].name);
        snprintf(wanted, sizeof wanted, "%s %s", path, rows[i].wanted);
        ROW_TEXT(rows[i].label, load(&p, path), wanted);
        parsed_release(&p);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/full.ini", folder);
    put_file(path, 1048576);
    ROW_TEXT("1 MiB", load(&p, path), "sound");
    ROW_TEXT("1 MiB", p.profile.name, "full.ini");
    parsed_release(&p);
    unlink(path);
    rmdir(folder);
    ROWS_END();
}

static void a_profile_one_may_not_read_says_so(void **state)
{
    char path[] = "/tmp/plumbline-test-secret-XXXXXX";
    struct parsed p;

    (void)state;
    if (geteuid() == 0)
        skip(); /* root may read anything */
    int fd = mkstemp(path);
    assert_true(fd >= 0 && fchmod(fd, 0) == 0);
    close(fd);
    assert_non_null(strstr(load(&p, path), "cannot be opened: Permission denied"));
    parsed_release(&p);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_that_are_no_text_are_named),
        cmocka_unit_test(odd_brackets_and_signs_are_refused),
        cmocka_unit_test(names_may_have_48_characters),
        cmocka_unit_test(long_values_are_whole_up_to_64_kib),
        cmocka_unit_test(a_million_bytes_of_anything_are_read_quickly),
        cmocka_unit_test(more_sources_than_anybody_has_are_refused),
        cmocka_unit_test(what_is_no_file_is_no_profile),
        cmocka_unit_test(a_profile_one_may_not_read_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
