/* SPDX-License-Identifier: MIT
 *
 * A company as it comes from an input, read: the same statements give the same facts whatever
 * they stand in, and a fault has its place in that.
 */
#include "facts_fixture.h"

#include <unistd.h>

#include "audit/company.h"

static struct company text_company(const char *name, const char *text, int line)
{
    return (struct company){
        .name = name, .form = COMPANY_TEXT, .text = text_of(text), .line = line};
}

/* Reads it into *p; what cannot be read at all is one fault of the line 0. */
static void read_company(struct parsed *p, const struct company *company)
{
    struct profile_options options = {.rules = test_rules, .rule_count = COUNT(test_rules)};
    struct error err = {0};

    *p = (struct parsed){.ok = false};
    p->schema = test_schema(&p->arena);
    p->ok =
        company_read(company, &p->schema, &options, &p->arena, &p->profile, &p->faults, &err);
    if (p->ok)
        return;
    assert_int_equal(err.kind, ERROR_PROFILE);
    assert_int_equal(p->faults.count == 0, err.message[0] != '\0');
    if (err.message[0])
        faults_add(&p->faults, &p->arena, err.line, 0, "%s", err.message);
}

static void lines_are_those_of_the_container(void **state)
{
    struct company c =
        text_company("many.txt/acme",
                     "[plan]\nlevels = 1 @S1\n[source S1]\ntitle = T\n[waive RE02]\n"
                     "reason = r\n[rates]\nEUR = 1.1 USD\n",
                     101);
    struct parsed p;

    (void)state;
    read_company(&p, &c);
    assert_string_equal(faults_text(&p), "sound");
    ROW_INT("fact", fact_called(&p, "plan.levels")->statements[0].line, 102);
    ROW_INT("source", p.profile.sources[0].line, 103);
    ROW_INT("waiver", p.profile.waivers[0].line, 105);
    ROW_INT("rate", p.profile.rates[0].line, 108);
    ROW_TEXT("name", p.profile.name, "acme");
    ROW_TEXT("file", p.profile.file, "many.txt/acme");
    parsed_release(&p);
    ROWS_END();
}

static void faults_have_their_line_in_the_container(void **state)
{
    static const struct {
        const char *label, *text, *wanted;
    } rows[] = {
        {"a key", "[plan]\nlevel = 1\n",
         "12:1: unknown key 'level' in [plan]: did you mean 'levels'?"},
        {"twice", "[plan]\nlevels = 1\nlevels = 2\n",
         "13:1: 'levels' is given on line 12 already: delete one, or give each its own source "
         "(@ID) to record that they differ"},
        {"a source twice", "[source A]\ntitle = a\n[source A]\ntitle = b\n",
         "13:1: source 'A' is declared twice, first on line 11: give one another id"},
        {"UTF-16", "\xff\xfe[", "11:1: the file is UTF-16: save it as UTF-8"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c = text_company("many.txt/acme", rows[i].text, 11);
        struct parsed p;
        read_company(&p, &c);
        ROW_TEXT(rows[i].label, faults_text(&p), rows[i].wanted);
        parsed_release(&p);
    }
    ROWS_END();
}

static void a_file_is_opened_by_the_reader(void **state)
{
    char path[] = "/tmp/plumbline-test-company-XXXXXX";
    struct company good = {.name = path, .form = COMPANY_FILE, .path = path, .line = 1};
    struct company none = {.name = "none.ini", .form = COMPANY_FILE, .path = "none.ini"};
    struct parsed p;
    int fd = mkstemp(path);

    (void)state;
    assert_int_equal(write(fd, "[plan]\n", 7), 7);
    close(fd);
    read_company(&p, &good);
    unlink(path);
    assert_string_equal(faults_text(&p), "sound");
    assert_string_equal(p.profile.file, path);
    parsed_release(&p);
    read_company(&p, &none);
    assert_string_equal(faults_text(&p), "0:0: cannot be opened: No such file or directory");
    parsed_release(&p);
}

static void a_fault_says_its_sentence(void **state)
{
    struct company c = {
        .name = "set.tar", .form = COMPANY_FAULT, .text = text_of("is broken"), .line = 7};
    struct parsed p;

    (void)state;
    read_company(&p, &c);
    assert_string_equal(faults_text(&p), "7:0: is broken");
    parsed_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_of_the_container),
        cmocka_unit_test(faults_have_their_line_in_the_container),
        cmocka_unit_test(a_file_is_opened_by_the_reader),
        cmocka_unit_test(a_fault_says_its_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
