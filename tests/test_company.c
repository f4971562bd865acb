/* SPDX-License-Identifier: MIT
 *
 * A company as it comes from an input, read: the same statements give the same facts whatever
 * they stand in, and a fault has its place in that.
 */
#include "facts_fixture.h"

#include <time.h>
#include <unistd.h>

#include "audit/input/company.h"

static struct company text_company(const char *name, const char *text, int line)
{
    return (struct company){
        .name = name, .form = COMPANY_TEXT, .text = text_of(text), .line = line};
}

/* Reads it into *p; what cannot be read at all is one fault of the line 0. */
static void read_company_by(struct parsed *p, const struct company *company,
                            const struct schema *schema)
{
    struct profile_options options = {.rules = test_rules, .rule_count = COUNT(test_rules)};
    struct error err = {0};

    p->ok = company_read(company, schema, &options, &p->arena, &p->profile, &p->faults, &err);
    if (p->ok)
        return;
    assert_int_equal(err.kind, ERROR_PROFILE);
    assert_int_equal(p->faults.count == 0, err.message[0] != '\0');
    if (err.message[0])
        faults_add(&p->faults, &p->arena, err.line, 0, "%s", err.message);
}

static void read_company(struct parsed *p, const struct company *company)
{
    *p = (struct parsed){.ok = false};
    p->schema = test_schema(&p->arena);
    read_company_by(p, company, &p->schema);
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
        {"a stream that is called .ini", "[plan]\n=== b.ini\n[cost]\n",
         "12:1: '=== NAME' stands between the profiles of a stream: let the file's name not "
         "end in .ini"},
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

/* --- rows and objects --- */

/* A row from "a.b,c.d" and "1,2": no comma may stand in a value here. */
static struct company row_company(struct arena *arena, const char *header, const char *row)
{
    const char *lines[] = {header, row};
    struct text packed[2];

    for (size_t i = 0; i < 2; i++) {
        char *at = arena_printf(arena, "%s,", lines[i]);
        packed[i] = (struct text){at, strlen(at)};
        for (size_t j = 0; j < packed[i].len; j++)
            if (at[j] == ',')
                at[j] = '\0';
    }
    return (struct company){.name = "t.csv:17",
                            .form = COMPANY_ROW,
                            .text = packed[1],
                            .columns = packed[0],
                            .line = 17};
}

static struct company object_company(const char *text)
{
    return (struct company){
        .name = "t.jsonl:17", .form = COMPANY_OBJECT, .text = text_of(text), .line = 17};
}

/* All that was read but for lines, columns and the hash, as text. */
static const char *told(struct parsed *p)
{
    const struct profile *f = &p->profile;
    char *all;

    if (!p->ok)
        return faults_text(p);
    all = arena_printf(&p->arena, "%s %s\n", f->name, f->currency);
    for (size_t i = 0; i < p->schema.fact_count; i++) {
        const struct fact_def *def = &p->schema.facts[i];
        for (size_t j = 0; j < f->facts[i].count; j++) {
            const struct statement *s = &f->facts[i].statements[j];
            all = arena_printf(&p->arena, "%s%s = %s @%s %s\n", all, def->name, s->written,
                               s->source == SOURCE_NONE ? "" : f->sources[s->source].id,
                               s->locator);
        }
        if (f->facts[i].count > 0)
            all = arena_printf(&p->arena, "%s: %s\n", all, fact_text(p, def->name));
    }
    for (size_t i = 0; i < f->source_count; i++)
        all = arena_printf(&p->arena, "%s[source %s] %s %s %s %d %zu\n", all, f->sources[i].id,
                           f->sources[i].title, f->sources[i].url ? f->sources[i].url : "",
                           source_kind_name(f->sources[i].kind), (int)f->sources[i].seen.first,
                           f->sources[i].uses);
    for (size_t i = 0; i < f->waiver_count; i++)
        all = arena_printf(&p->arena, "%s[waive %s] %s %s\n", all, f->waivers[i].rule,
                           f->waivers[i].reason ? f->waivers[i].reason : "",
                           f->waivers[i].lapsed ? f->waivers[i].lapsed : "");
    for (size_t i = 0; i < f->rate_count; i++)
        all = arena_printf(&p->arena, "%s[rates] %s %s %lld\n", all, f->rates[i].from,
                           f->rates[i].to, (long long)f->rates[i].rate);
    return all;
}

static void the_same_statements_give_the_same_facts(void **state)
{
    static const struct {
        const char *label, *ini, *header, *row, *object;
    } rows[] = {
        {"a number", "[company]\nname=A\n[plan]\nlevels = 7\n", "company.name,plan.levels",
         "A,7", "{\"company\": {\"name\": \"A\"}, \"plan\": {\"levels\": 7}}"},
        {"flat names", "[company]\nname=A\n[plan]\nlevels = 7\n", "Company.Name,plan.Levels",
         "A,7", "{\"company.name\": \"A\", \"plan.levels\": \"7\"}"},
        {"a source and a locator",
         "[company]\nname=A\n[cost]\njoin_fee = 99 USD @S1 p.4\n[source S1]\ntitle = The plan\n"
         "kind = court\nseen = 2024\nurl = https://a.org\n",
         "company.name,cost.join_fee,source S1.title,source S1.kind,source S1.seen,source "
         "S1.url",
         "A,99 USD @S1 p.4,The plan,court,2024,https://a.org",
         "{\"company\": {\"name\": \"A\"}, \"cost\": {\"join_fee\": \"99 USD @S1 p.4\"}, "
         "\"source\": {\"S1\": {\"title\": \"The plan\", \"kind\": \"court\", \"seen\": "
         "\"2024\", \"url\": \"https://a.org\"}}}"},
        {"columns in any order",
         "[cost]\njoin_fee = 99 USD @S1\n[plan]\nlevels = 3\n[company]\nname=A\n[source "
         "S1]\ntitle = T\nkind = self\n",
         "source S1.kind,cost.join_fee,plan.levels,company.name,source S1.title",
         "self,99 USD @S1,3,A,T",
         "{\"source S1.kind\": \"self\", \"cost.join_fee\": \"99 USD @S1\", "
         "\"plan\": {\"levels\": 3}, \"source S1\": {\"title\": \"T\"}, \"company.name\": "
         "\"A\"}"},
        {"two sources differ",
         "[company]\nname=A\n[plan]\nlevels = 3 @S1\nlevels = 5 @S2\n[source S1]\ntitle=T\n"
         "[source S2]\ntitle=U\n",
         "company.name,plan.levels,plan.levels,source S1.title,source S2.title",
         "A,3 @S1,5 @S2,T,U",
         "{\"company.name\": \"A\", \"plan.levels\": [\"3 @S1\", \"5 @S2\"], "
         "\"source S1.title\": \"T\", \"source S2.title\": \"U\"}"},
        {"a list", "[company]\nname=A\njurisdictions = US\njurisdictions = GB\n",
         "company.name,company.jurisdictions,company.jurisdictions", "A,US,GB",
         "{\"company\": {\"name\": \"A\", \"jurisdictions\": [\"US\", \"GB\"]}}"},
        {"not known, refused, n/a",
         "[company]\nname=A\n[plan]\nlevels = ?\npublic = refused\n[cost]\njoin_fee = n/a\n",
         "company.name,plan.levels,plan.public,cost.join_fee", "A,?,refused,n/a",
         "{\"company\": {\"name\": \"A\"}, \"plan\": {\"levels\": \"?\", \"public\": "
         "\"refused\"}, \"cost\": {\"join_fee\": \"n/a\"}}"},
        {"not asked", "[company]\nname=A\n", "plan.levels,company.name,cost.join_fee", ",A,",
         "{\"company.name\": \"A\", \"plan\": {}}"},
        {"waivers and rates",
         "[company]\nname=A\ncurrency=EUR\n[cost]\njoin_fee = 10\n[rates]\nEUR = 1.08 USD\n"
         "[waive RE02]\nreason = because\n",
         "company.name,company.currency,cost.join_fee,rates.EUR,waive RE02.reason",
         "A,EUR,10,1.08 USD,because",
         "{\"company\": {\"name\": \"A\", \"currency\": \"EUR\"}, \"cost\": {\"join_fee\": "
         "10}, \"rates\": {\"EUR\": \"1.08 USD\"}, \"waive\": {\"RE02\": {\"reason\": "
         "\"because\"}}}"},
        {"a yes", "[company]\nname=A\n[plan]\npublic = true\n", "company.name,plan.public",
         "A,true", "{\"company.name\": \"A\", \"plan.public\": true}"},
        {"a fraction", "[company]\nname=A\ncurrency=USD\n[cost]\njoin_fee = 49.95\n",
         "company.name,company.currency,cost.join_fee", "A,USD,49.95",
         "{\"company.name\": \"A\", \"company.currency\": \"USD\", \"cost.join_fee\": "
         "49.95}"},
        {"quotes", "[company]\nname = \"A ; #1 @x\"\n", "company.name", "\"A ; #1 @x\"",
         "{\"company.name\": \"\\\"A ; #1 @x\\\"\"}"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed ini, row, object;
        struct arena arena = {0};
        struct company a = text_company("t.ini", rows[i].ini, 1);
        struct company b = row_company(&arena, rows[i].header, rows[i].row);
        struct company c = object_company(rows[i].object);
        read_company(&ini, &a);
        read_company(&row, &b);
        read_company(&object, &c);
        ROW_INT(rows[i].label, ini.ok, true);
        ROW_TEXT(rows[i].label, told(&row), told(&ini));
        ROW_TEXT(rows[i].label, told(&object), told(&ini));
        parsed_release(&ini);
        parsed_release(&row);
        parsed_release(&object);
        arena_release(&arena);
    }
    ROWS_END();
}

/* Rows of several tables in turn, by one reader: each as if it were the first. */
static void columns_are_learned_anew_where_they_change(void **state)
{
    static const char *const rows[][2] = {
        {"company.name,plan.levels", "A,3"},
        {"company.name,plan.levels", "B,4"},
        {"plan.levels,company.name", "4,B"},
        {"plan.levels,company.name", ",B"},
        {"plan.levels,company.name", "4"},
        {"plan.levels,company.name", "4,B,5"},
        {"plan.levels,company.name", "x,B"},
        {"source S1.title,cost.join_fee,source S2.title,source S1.url", ",9 USD @S2,U,"},
        {"source S1.title,cost.join_fee,source S2.title,source S1.url", "T,,U,https://a.org"},
        {"source S1.title,cost.join_fee,source S2.title,source S1.url", ",,U,https://a.org"},
        {"plan.level,plan.levels,plans.levels", "1,2,3"},
        {"plan.level,plan.levels,plans.levels", ",2,"},
        {"plan x.levels,plan.levels,name,.a,a.", "1,2,3,4,5"},
        {"Plan.Levels, plan . levels ,rates.EUR", "1,2,1 USD"},
        {"company.name,company.name", "A,A"},
    };
    struct company_columns known = {.schema = NULL};
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed first, kept = {.schema = schema};
        struct company c = row_company(&arena, rows[i][0], rows[i][1]);
        read_company(&first, &c);
        c.known = &known;
        read_company_by(&kept, &c, &schema);
        ROW_INT(rows[i][1], kept.ok, first.ok);
        ROW_TEXT(rows[i][1], told(&kept), told(&first));
        if (first.ok)
            ROW_TEXT(rows[i][1], kept.profile.hash, first.profile.hash);
        parsed_release(&kept);
        parsed_release(&first);
    }
    company_columns_release(&known);
    arena_release(&arena);
    ROWS_END();
}

static void an_empty_cell_states_nothing_and_null_is_unknown(void **state)
{
    struct arena arena = {0};
    struct company row = row_company(&arena, "plan.levels,plan.public", " ,?");
    struct company object = object_company("{\"plan\": {\"levels\": null, \"public\": \"\"}}");
    struct parsed p;

    (void)state;
    read_company(&p, &row);
    assert_true(p.ok);
    ROW_INT("empty cell", fact_called(&p, "plan.levels")->value.state, FACT_ABSENT);
    ROW_INT("question mark", fact_called(&p, "plan.public")->value.state, FACT_UNKNOWN);
    parsed_release(&p);
    read_company(&p, &object);
    assert_true(p.ok);
    ROW_INT("null", fact_called(&p, "plan.levels")->value.state, FACT_UNKNOWN);
    ROW_INT("empty string", fact_called(&p, "plan.public")->value.state, FACT_UNKNOWN);
    parsed_release(&p);
    arena_release(&arena);
    ROWS_END();
}

static void rows_and_objects_are_called_and_placed_by_their_line(void **state)
{
    struct arena arena = {0};
    struct company companies[] = {
        row_company(&arena, "plan.levels,cost.join_fee", "3,9 USD"),
        object_company("{\"plan.levels\":3, \"cost.join_fee\":\"9 USD\"}")};
    static const char *const names[] = {"t.csv:17", "t.jsonl:17"};
    static const char *const files[] = {"t.csv", "t.jsonl"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct parsed p;
        read_company(&p, &companies[i]);
        assert_true(p.ok);
        ROW_TEXT(names[i], p.profile.name, names[i]);
        ROW_TEXT(names[i], p.profile.file, files[i]);
        const struct statement *s = fact_called(&p, "cost.join_fee")->statements;
        ROW_INT(names[i], s->line, 17);
        ROW_INT(names[i], s->column, 2);
        parsed_release(&p);
    }
    arena_release(&arena);
    ROWS_END();
}

static void broken_rows_say_which_field_and_what_to_write(void **state)
{
    static const struct {
        const char *label, *header, *row, *wanted;
    } rows[] = {
        {"too few", "plan.levels,cost.join_fee,company.name", "3,9 USD",
         "17:0: the row has 2 fields and the header names 3 columns: give each column one, and "
         "put a value with a comma in double quotes"},
        {"too many", "plan.levels", "3,4",
         "17:0: the row has 2 fields and the header names 1 column: give each column one, and "
         "put a value with a comma in double quotes"},
        {"no number", "company.name,plan.levels", "A,many",
         "17:2: plan.levels: 'levels' must be a whole number from 0 to 99, not 'many'"},
        {"an undeclared source", "company.name,plan.levels", "A,3 @S1",
         "17:2: plan.levels: source 'S1' is not declared: add [source S1] with its title, or "
         "put the value in quotes"},
        {"a source without a title", "company.name,source S1.kind", "A,court",
         "17:2: source S1.kind: source 'S1' has no title: write title = ..."},
        {"no kind", "company.name,source S1.kind,source S1.title", "A,coort,T",
         "17:2: source S1.kind: 'kind' must be one of court, regulator, company_doc, "
         "third_party, self, not 'coort'"},
        {"two of them", "plan.levels,plan.public", "x,maybe",
         "17:1: plan.levels: 'levels' must be a whole number from 0 to 99, not 'x'\n"
         "17:2: plan.public: 'public' must be yes or no, not 'maybe'"},
        {"stated twice", "plan.levels,plan.levels", "3,4",
         "17:2: plan.levels: 'levels' is given on line 17 already: delete one, or give each "
         "its "
         "own source (@ID) to record that they differ"},
        {"a control character", "company.name", "A\033",
         "17:1: company.name: has a control character: delete it"},
        {"a line end", "company.name", "A\nB",
         "17:1: company.name: has a line end inside: write it on one line"},
        {"not UTF-8", "company.name", "A\xff",
         "17:1: company.name: is not valid UTF-8: save the file as UTF-8"},
        {"an open quote", "company.name", "\"A",
         "17:1: company.name: the value lacks its closing quote: write \"...\""},
        {"no rate", "rates.EUR", "much",
         "17:1: rates.EUR: is no rate: write what one unit is worth, such as 'EUR = 1.08 USD'"},
        {"a comment is none", "plan.levels", "3 ; three",
         "17:1: plan.levels: 'levels' must be a whole number from 0 to 99, not '3 ; three'"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        struct arena arena = {0};
        struct company c = row_company(&arena, rows[i].header, rows[i].row);
        read_company(&p, &c);
        ROW_TEXT(rows[i].label, faults_text(&p), rows[i].wanted);
        parsed_release(&p);
        arena_release(&arena);
    }
    ROWS_END();
}

static void broken_objects_say_where_and_what_to_write(void **state)
{
    static const struct {
        const char *label, *text, *wanted;
    } rows[] = {
        {"no JSON", "hello",
         "17:5: is no JSON object on a line of its own: '[' or '{' expected near 'hello'"},
        {"cut off", "{\"plan\": {\"levels\": 3",
         "17:21: is no JSON object on a line of its own: '}' expected near end of file"},
        {"a comma too many", "{\"plan.levels\": 3,}",
         "17:19: is no JSON object on a line of its own: string or '}' expected near '}'"},
        {"two objects", "{} {}",
         "17:4: is no JSON object on a line of its own: end of file expected near '{'"},
        {"a list", "[]", "17:1: is a list, not an object: write one {...} a line"},
        {"a number", "7",
         "17:1: is no JSON object on a line of its own: '[' or '{' expected near '7'"},
        {"a key twice", "{\"plan.levels\": 3, \"plan.levels\": 4}",
         "17:32: is no JSON object on a line of its own: duplicate object key near "
         "'\"plan.levels\"'"},
        {"not UTF-8", "{\"company.name\": \"\xff\"}",
         "17:18: is no JSON object on a line of its own: unable to decode byte 0xff near '\"'"},
        {"a NUL", "{\"company.name\": \"\\u0000\"}",
         "17:25: is no JSON object on a line of its own: \\u0000 is not allowed without "
         "JSON_ALLOW_NUL near '\"\\u0000\"'"},
        {"a huge number", "{\"plan.levels\": 99999999999999999999}",
         "17:36: is no JSON object on a line of its own: too big integer near "
         "'99999999999999999999'"},
        {"a line end", "{\"company.name\": \"A\\nB\"}",
         "17:1: company.name: has a line end inside: write it on one line"},
        {"no dot", "{\"name\": \"A\"}",
         "17:1: name: is no section.key: write \"company.name\", or {\"company\": {\"name\": "
         "...}}"},
        {"an unknown key", "{\"plan\": {\"level\": 3}}",
         "17:1: plan.level: unknown key 'level' in [plan]: did you mean 'levels'?"},
        {"an unknown section", "{\"plans\": {\"levels\": 3}}",
         "17:1: plans.levels: unknown section [plans]: did you mean [plan]?"},
        {"a section of a number", "{\"plan\": 3}",
         "17:1: plan: is no section.key: write \"company.name\", or {\"company\": {\"name\": "
         "...}}"},
        {"too deep", "{\"source\": {\"S1\": {\"title\": {\"a\": 1}}}}",
         "17:1: source S1.title: is an object where a value must stand"},
        {"an argument that is none", "{\"plan\": {\"levels\": {\"a\": 1}}}",
         "17:1: plan levels.a: unknown section [plan levels]: did you mean [plan]?"},
        {"a list in a list", "{\"plan.levels\": [[1]]}",
         "17:1: plan.levels: is a list in a list: write one list of values"},
        {"an empty list", "{\"plan.levels\": []}",
         "17:1: plan.levels: is an empty list: leave it out, or write null where it is not "
         "known"},
        {"an object in a list", "{\"plan.levels\": [{}]}",
         "17:1: plan.levels: is an object where a value must stand"},
        {"no number", "{\"company.name\": \"A\", \"plan\": {\"levels\": \"many\"}}",
         "17:2: plan.levels: 'levels' must be a whole number from 0 to 99, not 'many'"},
        {"too many digits", "{\"cost.join_fee\": 0.12345678901234567}",
         "17:1: cost.join_fee: has more digits than a JSON number keeps: write it as a string"},
        {"null for a title", "{\"source S1.title\": null}",
         "17:1: source S1.title: source 'S1' has no title: write title = ..."},
        {"an empty name", "{\"plan\": {\"\": 1}}",
         "17:1: plan.: has no key: a name of 1 to 48 characters is wanted"},
        {"an empty section", "{\"\": {\"levels\": 1}}",
         "17:1: .levels: is no section: a name of 1 to 48 characters stands before the key"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        struct company c = object_company(rows[i].text);
        read_company(&p, &c);
        ROW_TEXT(rows[i].label, faults_text(&p), rows[i].wanted);
        parsed_release(&p);
    }
    ROWS_END();
}

/* A million bytes may hold eighty thousand sections, each of them left and entered again. */
static void many_sections_take_no_longer_than_as_many_keys(void **state)
{
    struct buf text = BUF_INIT;
    struct parsed p;
    clock_t start = clock();

    (void)state;
    for (int i = 0; i < 70000; i++)
        buf_printf(&text, "%s\"s%d.k\":1", i ? "," : "{", i);
    buf_puts(&text, ",\"plan.public\":true,\"s0.l\":1,\"plan.levels\":1}");
    struct company c = object_company(buf_text(&text));
    read_company(&p, &c);
    assert_int_equal(p.faults.count + p.faults.more, 70000);
    assert_true(clock() - start < 10 * (clock_t)CLOCKS_PER_SEC);
    parsed_release(&p);
    buf_release(&text);
}

static void the_hash_is_of_what_the_company_says(void **state)
{
    struct arena arena = {0};
    const char *headers[] = {"plan.levels,company.name", "plan.levels,company.name",
                             "plan.levels,company.title"};
    const char *cells[] = {"3,A", "3,B", "3,A"};
    char hashes[3][HASH_HEX_LEN + 1], wanted[HASH_HEX_LEN + 1];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct company c = row_company(&arena, headers[i], cells[i]);
        struct parsed p;
        read_company(&p, &c);
        assert_true(p.ok);
        memcpy(hashes[i], p.profile.hash, sizeof hashes[i]);
        parsed_release(&p);
    }
    assert_string_not_equal(hashes[0], hashes[1]);
    hash_sha256("plan.levels\0company.name\0"
                "3\0A\0",
                29, wanted);
    assert_string_equal(hashes[0], wanted);
    struct company c = object_company("{\"plan.levels\": 3}");
    struct parsed p;
    read_company(&p, &c);
    hash_sha256("{\"plan.levels\": 3}", 18, wanted);
    assert_string_equal(p.profile.hash, wanted);
    parsed_release(&p);
    arena_release(&arena);
}

static void a_place_is_the_name_without_the_line(void **state)
{
    static const struct {
        const char *name;
        enum company_form form;
        int line;
        const char *place;
    } rows[] = {
        {"a.ini", COMPANY_FILE, 1, "a.ini"},
        {"a:1", COMPANY_FILE, 1, "a:1"},
        {"s.txt/a:2", COMPANY_TEXT, 2, "s.txt/a:2"},
        {"t.csv:17", COMPANY_ROW, 17, "t.csv"},
        {"t:1.csv:17", COMPANY_ROW, 17, "t:1.csv"},
        {"t.jsonl:9", COMPANY_OBJECT, 9, "t.jsonl"},
        {"t.csv:17", COMPANY_FAULT, 17, "t.csv"},
        {"t.csv", COMPANY_FAULT, 1, "t.csv"},
        {"set.tar", COMPANY_FAULT, 0, "set.tar"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c = {.name = rows[i].name, .form = rows[i].form, .line = rows[i].line};
        struct text place = company_place(&c);
        char got[40];
        snprintf(got, sizeof got, "%.*s", (int)place.len, place.at);
        ROW_TEXT(rows[i].name, got, rows[i].place);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_of_the_container),
        cmocka_unit_test(faults_have_their_line_in_the_container),
        cmocka_unit_test(a_file_is_opened_by_the_reader),
        cmocka_unit_test(a_fault_says_its_sentence),
        cmocka_unit_test(the_same_statements_give_the_same_facts),
        cmocka_unit_test(columns_are_learned_anew_where_they_change),
        cmocka_unit_test(an_empty_cell_states_nothing_and_null_is_unknown),
        cmocka_unit_test(rows_and_objects_are_called_and_placed_by_their_line),
        cmocka_unit_test(broken_rows_say_which_field_and_what_to_write),
        cmocka_unit_test(broken_objects_say_where_and_what_to_write),
        cmocka_unit_test(many_sections_take_no_longer_than_as_many_keys),
        cmocka_unit_test(the_hash_is_of_what_the_company_says),
        cmocka_unit_test(a_place_is_the_name_without_the_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
