/* SPDX-License-Identifier: MIT
 *
 * The rule book holds all of a pack, and what a pack says does no harm in any format; the stubs
 * are Lua and name what rules see.
 */
#include "pack_writer.h"

#include <lauxlib.h>

#include "insight/source/source.h"
#include "lua/api_help.h"
#include "lua/luacats.h"
#include "lua/names.h"
#include "report/docs/rule_book.h"

static const struct {
    const char *name;
    const struct doc_format *format;
} formats[] = {{"md", &doc_md}, {"html", &doc_html}, {"man", &doc_man}};

static const char *draw(const struct doc_format *format, const struct pack *pack,
                        struct buf *out)
{
    struct doc doc = {.format = format, .out = out};

    rule_book_draw(&doc, pack);
    return buf_text(out);
}

/* The text as the reader sees it: without what the format puts in. Blanks count once. */
static void read_back(const struct doc_format *format, const char *text, struct buf *out)
{
    static const struct {
        const char *written, *read;
    } rows[] = {{"&lt;", "<"},     {"&gt;", ">"},    {"&quot;", "\""}, {"&#39;", "'"},
                {"&amp;", "&"},    {"\\[rs]", "\\"}, {"\\[dq]", "\""}, {"\\[aq]", "'"},
                {"\\[ga]", "`"},   {"\\[ha]", "^"},  {"\\[ti]", "~"},  {"\\-", "-"},
                {"\\:", ""},       {"\\&", ""},      {"\\fB", ""},     {"\\fR", ""},
                {"\\[u00A0]", " "}};

    while (*text) {
        size_t i = 0;
        while (i < COUNT(rows) && strncmp(text, rows[i].written, strlen(rows[i].written)) != 0)
            i++;
        if (format == &doc_md && *text == '\\' && text[1]) {
            buf_putc(out, text[1]);
            text += 2;
        } else if (i < COUNT(rows)) {
            buf_puts(out, rows[i].read);
            text += strlen(rows[i].written);
        } else {
            buf_putc(out, *text++);
        }
    }
}

static void expect_text(const char *format, const char *book, const char *what, const char *id)
{
    if (what && !strstr(book, what))
        fail_msg("%s: '%s' of %s is missing", format, what, id);
}

static void expect_rule(const char *format, const char *book, const struct pack *pack,
                        const struct rule *rule)
{
    const char *const texts[] = {rule->id,  rule->title, rule->why,
                                 rule->ask, rule->fix,   outcome_name(rule->worst)};

    for (size_t i = 0; i < COUNT(texts); i++)
        expect_text(format, book, texts[i], rule->id);
    for (size_t i = 0; i < rule->fact_count; i++) {
        expect_text(format, book, pack->schema.facts[rule->facts[i].number].name, rule->id);
        expect_text(format, book, pack->schema.facts[rule->facts[i].number].meaning, rule->id);
    }
    for (size_t i = 0; i < rule->example_count; i++) {
        expect_text(format, book, rule->examples[i].note, rule->id);
        for (size_t j = 0; j < rule->examples[i].fact_count; j++)
            expect_text(format, book, rule->examples[i].facts[j].text, rule->id);
    }
}

static void expect_source(const char *format, const char *book, const struct rule *rule)
{
    struct arena arena = {0};
    struct source_case *cases;
    struct source_limit *limits;
    size_t case_count = source_cases(text_of(rule->source), &arena, &cases);
    size_t limit_count = source_limits(text_of(rule->source), &arena, &limits);

    assert_int_not_equal(case_count, 0);
    for (size_t i = 0; i < case_count; i++)
        expect_text(format, book, cases[i].when, rule->id);
    for (size_t i = 0; i < limit_count; i++) {
        expect_text(format, book, limits[i].name, rule->id);
        expect_text(format, book, limits[i].value, rule->id);
        expect_text(format, book, limits[i].comment, rule->id);
    }
    arena_release(&arena);
}

static void expect_whole(const char *format, const char *book, const struct pack *pack)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        expect_rule(format, book, pack, &pack->rules[i]);
    for (size_t i = 0; i < pack->rule_count; i++)
        expect_source(format, book, &pack->rules[i]);
    for (size_t i = 0; i < pack->theme_count; i++)
        expect_text(format, book, pack->themes[i].title, pack->themes[i].id);
    for (size_t i = 0; i < pack->article_count; i++) {
        expect_text(format, book, pack->articles[i].id, "the articles");
        expect_text(format, book, pack->articles[i].says, pack->articles[i].id);
        expect_text(format, book, pack->articles[i].note, pack->articles[i].id);
    }
    for (size_t i = 0; i < pack->source_count; i++) {
        expect_text(format, book, pack->sources[i].id, "the sources");
        expect_text(format, book, pack->sources[i].title, pack->sources[i].id);
        expect_text(format, book, pack->sources[i].publisher, pack->sources[i].id);
        expect_text(format, book, pack->sources[i].note, pack->sources[i].id);
    }
    for (size_t i = 0; i < pack->classify.axis_count; i++)
        expect_text(format, book, pack->classify.axes[i].title, pack->classify.axes[i].id);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        expect_text(format, book, pack->classify.rows[i].why, "the rows");
}

static void the_core_book_is_whole_in_every_format(void **state)
{
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < COUNT(formats); i++) {
        struct buf out = BUF_INIT, read = BUF_INIT;
        read_back(formats[i].format, draw(formats[i].format, pack, &out), &read);
        expect_whole(formats[i].name, buf_text(&read), pack);
        assert_null(strstr(buf_text(&out), SOURCE_DIR));
        assert_null(strstr(buf_text(&out), pack->hash));
        buf_release(&out);
        buf_release(&read);
    }
}

/* Every "#id" that is linked to is there once. */
static void links_lead_somewhere(void **state)
{
    struct buf out = BUF_INIT;
    char anchor[128];

    for (const char *at = draw(&doc_html, rulebook_pack(*state), &out);
         (at = strstr(at, "href=\"#")); at++) {
        snprintf(anchor, sizeof anchor, " id=\"%.*s\"", (int)strcspn(at + 7, "\""), at + 7);
        const char *found = strstr(buf_text(&out), anchor);
        if (!found || strstr(found + 1, anchor))
            fail_msg("there is not one%s", anchor);
    }
    buf_release(&out);
}

/* --- a pack of nasty texts --- */

#define NASTY "<script>alert(1)</script> | a\\\\b & \\\"c\\\" 'd' `e` *f* _g_ [h](i) -j ~k ^l"
#define SEEN "<script>alert(1)</script> | a\\b & \"c\" 'd' `e` *f* _g_ [h](i) -j ~k ^l"

static const char nasty_rule[] =
    "return { title = '.dot \\\\f<b>x|y</b>', why = '.so /etc/passwd', cites = { 'S1', 'S2' "
    "},\n"
    "points = 30, worst = 'critical', facts = { 'a.yes' }, ask = '\\'ask <i>it</i>',\n"
    "fix = \"" NASTY "\", monotone = {}, check = function() return pass('p') end,\n"
    "examples = { { facts = { ['a.yes'] = 'yes' }, expect = 'pass', note = '``|' } } }\n";

static const char nasty_sources[] =
    "return { { 'S1', title = 'T|<u>', date = '2020', kind = 'P',\n"
    "url = 'javascript:alert(2)' },\n"
    "{ 'S2', title = 'T2', date = '2020', kind = 'P',\n"
    "url = 'https://example.org/\\\"><script>a|b)' } }\n";

static struct rulebook *open_nasty(struct temp_pack *pack)
{
    struct error err;

    temp_open(pack);
    temp_put(pack, "sources.lua", nasty_sources);
    struct rulebook *book = temp_rule(pack, nasty_rule, &err);
    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    return book;
}

static void nasty_texts_come_out_as_themselves(void **state)
{
    struct temp_pack temp;
    struct rulebook *book = open_nasty(&temp);
    const char *const wanted[] = {".dot \\f<b>x|y</b>", ".so /etc/passwd", "'ask <i>it</i>",
                                  SEEN, "T|<u>"};

    (void)state;
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct buf out = BUF_INIT, read = BUF_INIT;
        read_back(formats[i].format, draw(formats[i].format, rulebook_pack(book), &out), &read);
        for (size_t j = 0; j < COUNT(wanted); j++)
            expect_text(formats[i].name, buf_text(&read), wanted[j], "the rule");
        buf_release(&out);
        buf_release(&read);
    }
    rulebook_close(book);
    temp_close(&temp);
}

static void nasty_texts_do_no_harm(void **state)
{
    static const struct {
        const struct doc_format *format;
        const char *never;
    } rows[] = {
        {&doc_html, "<script"},   {&doc_html, "<b>"},   {&doc_html, "javascript:"},
        {&doc_html, "T|<u>"},     {&doc_md, "<script"}, {&doc_md, "<b>"},
        {&doc_md, "javascript:"}, {&doc_md, "T|"},      {&doc_md, "[h](i)"},
        {&doc_man, "\n.dot"},     {&doc_man, "\n.so"},  {&doc_man, "\n'ask"},
        {&doc_man, "\\f<"},
    };
    struct temp_pack temp;
    struct rulebook *book = open_nasty(&temp);

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        if (strstr(draw(rows[i].format, rulebook_pack(book), &out), rows[i].never))
            fail_msg("row %zu: '%s' is there", i, rows[i].never);
        buf_release(&out);
    }
    rulebook_close(book);
    temp_close(&temp);
}

/* Bars that end no cell are written \|; each row of a table has as many as its head. */
static void markdown_rows_keep_their_cells(void **state)
{
    struct temp_pack temp;
    struct rulebook *book = open_nasty(&temp);
    struct buf out = BUF_INIT;
    size_t wanted = 0, rows = 0;

    (void)state;
    for (const char *line = draw(&doc_md, rulebook_pack(book), &out); *line;
         line += strcspn(line, "\n"), line += *line == '\n') {
        size_t bars = 0, len = strcspn(line, "\n");
        for (size_t i = 0; i < len; i++)
            bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
        if (*line != '|') {
            wanted = 0;
            continue;
        }
        wanted = wanted ? wanted : bars;
        assert_int_equal(bars, wanted);
        rows++;
    }
    assert_in_range(rows, 7, 100);
    buf_release(&out);
    rulebook_close(book);
    temp_close(&temp);
}

/* "local outcome = pass; if ... then outcome = major end": the pass is what is left. */
static void an_outcome_to_start_with_comes_last(void **state)
{
    struct temp_pack temp;
    struct error err;
    struct buf out = BUF_INIT;

    (void)state;
    temp_open(&temp);
    struct rulebook *book = temp_rule(
        &temp,
        "local MOST = 50 -- our judgement\n"
        "return { title = 'T', why = 'W', cites = { 'S1' }, points = 30, worst = 'major',\n"
        "facts = { 'a.n' }, ask = 'A?', monotone = { ['a.n'] = 'down' }, examples = {},\n"
        "check = function(c)\nlocal say = pass\n"
        "if c.a.n > MOST then say = major end\nreturn say('n is %n%%', c.a.n)\nend }\n",
        &err);
    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    const char *text = draw(&doc_md, rulebook_pack(book), &out);
    const char *bad = strstr(text, "- **major** where a.n is above MOST (50)");
    const char *left = strstr(text, "- **pass** otherwise");
    assert_non_null(bad);
    assert_non_null(left);
    assert_true(bad < left);
    buf_release(&out);
    rulebook_close(book);
    temp_close(&temp);
}

static void a_pack_without_articles_leaves_them_out(void **state)
{
    struct temp_pack temp;
    struct rulebook *book = open_nasty(&temp);
    struct buf out = BUF_INIT;
    const char *text = draw(&doc_md, rulebook_pack(book), &out);

    (void)state;
    assert_null(strstr(text, "the-articles"));
    assert_null(strstr(text, "the-classification"));
    assert_non_null(strstr(text, "the-sources"));
    buf_release(&out);
    rulebook_close(book);
    temp_close(&temp);
}

/* --- names of rules --- */

static void every_name_that_rules_see_is_explained(void **state)
{
    size_t count;
    const char *const *offered = names_offered(&count);

    (void)state;
    assert_int_equal(count, api_help_count);
    for (size_t i = 0; i < count; i++)
        if (!api_help_find(offered[i]))
            fail_msg("nothing is said about '%s'", offered[i]);
}

static void expect_stubs(const struct pack *pack, const char *text)
{
    char wanted[160];

    for (size_t i = 0; i < api_help_count; i++) {
        const struct api_help *help = &api_help_rows[i];
        snprintf(wanted, sizeof wanted, help->is_lua ? "--   %s\n" : "\nfunction %s(",
                 help->name);
        expect_text("luacats", text, wanted, help->name);
    }
    for (size_t i = 0; i < pack->schema.fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[i];
        snprintf(wanted, sizeof wanted, "---@field %s ", def->key);
        expect_text("luacats", text, wanted, def->name);
        snprintf(wanted, sizeof wanted, "---| \"%s\"\n", def->name);
        expect_text("luacats", text, wanted, def->name);
    }
}

static void stubs_are_lua_and_name_everything(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    struct buf out = BUF_INIT;
    lua_State *L = luaL_newstate();

    luacats_put(&out, pack);
    if (luaL_loadbufferx(L, buf_text(&out), out.len, "stubs", "t") != LUA_OK)
        fail_msg("%s", lua_tostring(L, -1));
    expect_stubs(pack, buf_text(&out));
    lua_close(L);
    buf_release(&out);
}

/* A line end in a text must not turn the rest of it into code. */
static void texts_of_a_pack_stay_comments(void **state)
{
    const char bad[] = "s\nos.exit(1) --";
    const char *values[] = {"\"\nos.exit(1) --"};
    struct section_def section = {"a", bad};
    struct fact_def fact = {.name = "a.b", .section = "a", .key = "b", .type = TYPE_ENUM};
    struct pack pack = {.name = bad};
    struct buf out = BUF_INIT;
    lua_State *L = luaL_newstate();

    (void)state;
    fact.meaning = bad;
    fact.values = values;
    fact.value_count = 1;
    pack.schema.sections = &section;
    pack.schema.section_count = 1;
    pack.schema.facts = &fact;
    pack.schema.fact_count = 1;
    luacats_put(&out, &pack);
    assert_int_equal(luaL_loadbufferx(L, buf_text(&out), out.len, "stubs", "t"), LUA_OK);
    assert_null(strstr(buf_text(&out), "\nos.exit"));
    lua_close(L);
    buf_release(&out);
}

/* The same in the book: a text is one line, and starts no block. */
static void line_ends_in_texts_are_blanks(void **state)
{
    static const struct {
        const struct doc_format *format;
        const char *text, *never;
    } rows[] = {{&doc_man, "a\n.br", "\n.br"}, {&doc_man, ".br", "\n.br"},
                {&doc_man, "'br", "\n'br"},    {&doc_man, "  b", "\n  b"},
                {&doc_md, "a\n# b", "\n# b"},  {&doc_md, "# b", "\n# b"},
                {&doc_md, "1. b", "\n1. b"},   {&doc_md, "- b", "\n- b"},
                {&doc_md, "    b", "\n    b"}, {&doc_md, "=== b", "\n=== b"},
                {&doc_md, "> b", "\n> b"},     {&doc_html, "a\n<b>", "<b>"},
                {&doc_html, "\xff<b>", "<b>"}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        struct doc doc = {.format = rows[i].format, .out = &out};
        buf_putc(&out, '\n');
        doc_put(&doc, DOC_PARAGRAPH, rows[i].text);
        if (strstr(buf_text(&out), rows[i].never))
            fail_msg("'%s' gives '%s'", rows[i].text, buf_text(&out));
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_core_book_is_whole_in_every_format),
        cmocka_unit_test(links_lead_somewhere),
        cmocka_unit_test(nasty_texts_come_out_as_themselves),
        cmocka_unit_test(nasty_texts_do_no_harm),
        cmocka_unit_test(markdown_rows_keep_their_cells),
        cmocka_unit_test(an_outcome_to_start_with_comes_last),
        cmocka_unit_test(a_pack_without_articles_leaves_them_out),
        cmocka_unit_test(every_name_that_rules_see_is_explained),
        cmocka_unit_test(stubs_are_lua_and_name_everything),
        cmocka_unit_test(texts_of_a_pack_stay_comments),
        cmocka_unit_test(line_ends_in_texts_are_blanks),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
