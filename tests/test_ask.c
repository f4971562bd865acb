/* SPDX-License-Identifier: MIT
 *
 * What to ask next: which facts are asked, in which order, and that what their answers are said
 * to do is what they do.
 */
#include "pack_writer.h"
#include "profile_maker.h"

#include "insight/ask/ask_answers.h"
#include "report/sheets/ask.h"

/* --- a made-up pack --- */

/* A: critical below 5; B and C: read one word; D: yes or no. */
#define GATE                                                                                   \
    WRITER_RULE("'a.n'", "['a.n'] = 'up'",                                                     \
                "function(c) if c.a.n < 5 then return critical('c') end return pass('p') end")
#define WORD                                                                                   \
    WRITER_RULE("'a.word'", "",                                                                \
                "function(c) if c.a.word == 'low' then return major('m') end "                 \
                "return pass('p') end")
#define YES                                                                                    \
    WRITER_RULE("'a.yes'", "",                                                                 \
                "function(c) if c.a.yes then return minor('m') end return pass('p') end")

static struct rulebook *open_four(const struct temp_pack *pack, const char *last)
{
    struct error err;

    temp_put(pack, "pack.lua",
             "return { name = 'test', version = '1', title = 'A test',\n"
             "themes = { { id = 't', title = 'T', score = 'company', points = 40 } },\n"
             "bands = { { name = 'well', from = 50 }, { name = 'hardly', from = 0 } },\n"
             "rules = { 't/A_rule.lua', 't/B_rule.lua', 't/C_rule.lua', 't/D_rule.lua' } }\n");
    temp_put(pack, "t/A_rule.lua", GATE);
    temp_put(pack, "t/B_rule.lua", WORD);
    temp_put(pack, "t/C_rule.lua", WORD);
    temp_put(pack, "t/D_rule.lua", last);
    struct rulebook *book = rulebook_open(pack->dir, RULEBOOK_FULL, &err);
    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    return book;
}

/* The names of the facts in their order: "a.n, a.up with a.down". */
static const char *names_of(const struct pack *pack, const struct ask_questions *questions,
                            struct arena *arena)
{
    const char *names = "";

    for (size_t i = 0; i < questions->count; i++) {
        const struct ask_question *q = &questions->list[i];
        names =
            arena_printf(arena, "%s%s%s%s%s", names, i > 0 ? ", " : "",
                         pack->schema.facts[q->fact].name, q->with == FACT_NONE ? "" : " with ",
                         q->with == FACT_NONE ? "" : pack->schema.facts[q->with].name);
    }
    return names;
}

struct asked_row {
    const char *label, *last, *facts, *asked;
};

static void check_asked(const struct asked_row *row)
{
    struct temp_pack pack;
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;

    temp_open(&pack);
    struct rulebook *book = open_four(&pack, row->last);
    assess_text(book, row->facts, &arena, &a);
    ask(book, &a, &arena, &sheet);
    const char *asked = names_of(rulebook_pack(book), &sheet.company, &arena);
    if (strcmp(asked, row->asked) != 0)
        fail_msg("%s: asks '%s', not '%s'", row->label, asked, row->asked);
    rulebook_close(book);
    arena_release(&arena);
    temp_close(&pack);
}

static void check_rows(const struct asked_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_asked(&rows[i]);
}

static void the_fact_that_decides_most_comes_first(void **state)
{
    (void)state;
    static const struct asked_row rows[] = {
        {"a gate, two rules, one rule", YES, "", "a.n, a.word, a.yes"},
        {"no gate left", YES, "[a]\nn = 7\n", "a.word, a.yes"},
        {"a range that could be critical", YES, "[a]\nn = 3..9\nword = low\n", "a.n, a.yes"},
        {"the same points: in the order of the vocabulary", YES,
         "[a]\nn = 7\nword = low\nyes = unknown\n", "a.yes"},
    };
    check_rows(rows, COUNT(rows));
}

static void what_is_answered_is_not_asked(void **state)
{
    (void)state;
    static const struct asked_row rows[] = {
        {"known", YES, "[a]\nn = 7\nword = low\nyes = no\n", ""},
        {"refused", YES, "[a]\nn = refused\nword = low\n", "a.yes"},
        {"not applicable", YES, "[a]\nn = n/a\nword = refused\n", "a.yes"},
        {"unknown", YES, "[a]\nn = unknown\nword = low\nyes = no\n", "a.n"},
        {"a range within which nothing changes", YES, "[a]\nn = 6..9\nword = low\nyes = no\n",
         ""},
    };
    check_rows(rows, COUNT(rows));
}

#define GUARDED                                                                                \
    WRITER_RULE("'a.yes', 'a.four'", "['a.four'] = 'up'",                                      \
                "function(c) if c.a.yes then return pass('p') end\n"                           \
                "if c.a.four < 5 then return minor('m') end return pass('p') end")

static void an_answer_that_changes_nothing_is_left_out(void **state)
{
    (void)state;
    static const struct asked_row rows[] = {
        {"never read", GUARDED, "[a]\nn = 7\nword = low\nyes = yes\n", ""},
        {"read", GUARDED, "[a]\nn = 7\nword = low\nyes = no\n", "a.four"},
        {"not read yet", GUARDED, "[a]\nn = 7\nword = low\n", "a.yes"},
    };
    check_rows(rows, COUNT(rows));
}

#define SUM                                                                                    \
    WRITER_RULE("'a.up', 'a.down'", "['a.up'] = 'up', ['a.down'] = 'up'",                      \
                "function(c) if c.a.up + c.a.down < 9 then return minor('m') end\n"            \
                "return pass('p') end")

static void facts_that_count_only_together_are_one_question(void **state)
{
    (void)state;
    static const struct asked_row rows[] = {
        {"both open", SUM, "[a]\nn = 7\nword = low\n", "a.up with a.down"},
        {"one known", SUM, "[a]\nn = 7\nword = low\nup = 3\n", "a.down"},
        {"one refused", SUM, "[a]\nn = 7\nword = low\ndown = refused\n", ""},
    };
    check_rows(rows, COUNT(rows));
}

static void the_reach_is_that_of_the_best_and_worst_answers(void **state)
{
    (void)state;
    struct temp_pack pack;
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;

    temp_open(&pack);
    struct rulebook *book = open_four(&pack, YES);
    assess_text(book, "", &arena, &a);
    ask(book, &a, &arena, &sheet);
    const struct ask_question *gate = &sheet.company.list[0], *word = &sheet.company.list[1];
    assert_true(gate->reach.gate);
    assert_int_equal(gate->reach.swing, 25000);
    assert_int_equal(gate->reach.low.from, 0);
    assert_int_equal(gate->reach.low.to, 25000);
    assert_int_equal(gate->reach.high.from, 75000);
    assert_int_equal(gate->reach.high.to, 100000);
    assert_int_equal(gate->reach.score.from, 0);
    assert_int_equal(gate->reach.score.to, 100000);
    assert_int_equal(gate->reach.critical_count, 1);
    assert_string_equal(gate->reach.criticals[0]->id, "A");
    assert_false(word->reach.gate);
    assert_int_equal(word->reach.swing, 50000);
    assert_int_equal(word->reach.critical_count, 0);
    assert_int_equal(word->rule_count, 2);
    assert_string_equal(word->rules[0]->id, "B");
    assert_string_equal(word->rules[1]->id, "C");
    assert_int_equal(sheet.pair.fact, gate->fact);
    assert_int_equal(sheet.pair.with, word->fact);
    assert_int_equal(sheet.pair.reach.swing, 75000);
    rulebook_close(book);
    arena_release(&arena);
    temp_close(&pack);
}

/* --- the core pack --- */

static const char *const companies[] = {
    "profiles/harbor_soap.ini", "profiles/invited_last_night.ini", "profiles/larkspur.ini",
    "profiles/peakrise.ini",    "profiles/quiet_river.ini",        "profiles/sunleaf.ini",
};

static const char *text_from(const char *file, struct arena *arena)
{
    char path[512], text[65536];

    snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, file);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t len = fread(text, 1, sizeof text, f);
    fclose(f);
    assert_true(len < sizeof text);
    return arena_copy(arena, text, len);
}

/* The file with one line more; false where the parser refuses it: facts bound one another. */
static bool assess_more(struct rulebook *book, const char *text, const struct fact_def *def,
                        const char *value, struct arena *arena, struct assessment *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct faults faults = {0};

    text = arena_printf(arena, "%s\n[%s]\n%s = %s\n", text, def->section, def->key, value);
    if (!profile_parse(text_of(text), "test.ini", &pack->schema, &options, arena, profile,
                       &faults))
        return false;
    assess(book, profile, arena, out);
    return true;
}

static void check_answer(const struct assessment *before, const struct ask_question *q,
                         const struct assessment *after, const char *what)
{
    const struct score *s = &after->score;
    int swing = abs(s->low - before->score.low) + abs(s->high - before->score.high);

    if (s->low < q->reach.low.from || s->low > q->reach.low.to ||
        s->high < q->reach.high.from || s->high > q->reach.high.to || swing > q->reach.swing ||
        after->verdict.now < q->reach.best_band || after->verdict.now > q->reach.worst_band)
        fail_msg("%s: the sheet does not know of %d..%d", what, s->low, s->high);
}

/* Two answers that are always tried, as they are written in a file; in 'currency'. */
static size_t check_question(struct rulebook *book, const char *text, const char *currency,
                             const struct assessment *a, const struct ask_question *q)
{
    const struct fact_def *def = &a->pack->schema.facts[q->fact];
    size_t checked = 0;

    for (int end = 0; end < 2 && a->profile->facts[q->fact].count == 0; end++) {
        struct arena arena = {0};
        struct assessment after;
        decimal min, max;
        range_of(def, &min, &max);
        decimal value = end ? max : min;
        const char *written = def->type == TYPE_BOOL ? (end ? "yes" : "no")
                              : fact_type_is_numeric(def->type)
                                  ? number_text(&arena, def, value, value, currency)
                                  : NULL;
        if (written && assess_more(book, text, def, written, &arena, &after)) {
            check_answer(a, q, &after, arena_printf(&arena, "%s, %s", text, def->name));
            checked++;
        }
        arena_release(&arena);
    }
    return checked;
}

static size_t check_company(struct rulebook *book, const char *text, const char *currency)
{
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;
    size_t checked = 0;

    assess_text(book, text, &arena, &a);
    ask(book, &a, &arena, &sheet);
    for (size_t i = 0; i < sheet.company.count; i++)
        if (sheet.company.list[i].with == FACT_NONE)
            checked += check_question(book, text, currency, &a, &sheet.company.list[i]);
    arena_release(&arena);
    return checked;
}

static void answers_do_what_the_sheet_says_when_they_stand_in_the_file(void **state)
{
    static const struct {
        const char *text, *currency;
    } abroad[] = {
        {"[cost]\njoin_fee = 99 EUR\nmonthly_min_purchase = 100 EUR\n[rates]\nEUR = 1.08 USD\n",
         "EUR"},
        {"[company]\ncurrency = EUR\n[cost]\njoin_fee = 99 EUR\n", "EUR"},
        {"[company]\ncurrency = CHF\n[rates]\nCHF = 1.05 EUR\nEUR = 1.08 USD\n", "CHF"},
        {"", "USD"},
    };
    struct arena arena = {0};
    size_t checked = 0;

    for (size_t c = 0; c < COUNT(companies); c++)
        checked += check_company(*state, text_from(companies[c], &arena), "USD");
    for (size_t c = 0; c < COUNT(abroad); c++)
        checked += check_company(*state, abroad[c].text, abroad[c].currency);
    assert_true(checked > 300);
    arena_release(&arena);
}

static void answers_keep_to_what_is_known_and_rise(void **state)
{
    static const struct {
        const char *facts, *fact;
        int first, last;
    } rows[] = {
        {"", "earn.pct_profit", 0, 100},
        {"[earn]\npct_lost = 60%\n", "earn.pct_profit", 0, 40},
        {"[earn]\npct_profit = 30%\n", "earn.pct_lost", 0, 70},
        {"[earn]\npct_profit = 30..50%\n", "earn.pct_profit", 30, 50},
        {"[claims]\nsample_n = 30\n", "claims.sample_violations", 0, 30},
        {"[claims]\nsample_violations = 7\n", "claims.sample_n", 7, 100000},
        {"", "plan.levels_paid", 0, 99},
    };
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct assessment a;
        struct answers answers;
        assess_text(*state, rows[i].facts, &arena, &a);
        answers_of(pack, a.profile, schema_find_name(&pack->schema, rows[i].fact), &arena,
                   &answers);
        assert_true(answers.count > 2 && answers.count <= ASK_ANSWERS_MAX);
        assert_int_equal(answers.list[0].lo, rows[i].first * DECIMAL_ONE);
        assert_int_equal(answers.list[answers.count - 1].hi, rows[i].last * DECIMAL_ONE);
        for (size_t j = 1; j < answers.count; j++)
            assert_true(answers.list[j - 1].lo < answers.list[j].lo);
        arena_release(&arena);
    }
}

static void facts_about_the_reader_stand_apart(void **state)
{
    struct rulebook *book = *state;
    const struct pack *pack = rulebook_pack(book);
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;

    assess_text(book, "[company]\nas_of = 2024-05-02\n", &arena, &a);
    ask(book, &a, &arena, &sheet);
    assert_true(sheet.company.count > 50);
    assert_true(sheet.reader.count > 3);
    for (size_t i = 0; i < sheet.company.count; i++)
        assert_string_not_equal(pack->schema.facts[sheet.company.list[i].fact].section, "fit");
    for (size_t i = 0; i < sheet.reader.count; i++)
        assert_string_equal(pack->schema.facts[sheet.reader.list[i].fact].section, "fit");
    arena_release(&arena);
}

/* What is tried of each fact in a pair must hold both its best and its worst. */
static void two_questions_without_a_common_rule_move_their_sum(void **state)
{
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;

    assess_text(*state, text_from("profiles/sunleaf.ini", &arena), &arena, &a);
    ask(*state, &a, &arena, &sheet);
    const struct ask_question *first = &sheet.company.list[0], *second = &sheet.company.list[1];
    assert_int_equal(sheet.pair.fact, first->fact);
    assert_int_equal(sheet.pair.with, second->fact);
    assert_int_equal(sheet.pair.reach.swing, first->reach.swing + second->reach.swing);
    assert_int_equal(sheet.pair.reach.critical_count,
                     first->reach.critical_count + second->reach.critical_count);
    arena_release(&arena);
}

/* --- sheets --- */

enum sheet_kind { SHEET_TEXT, SHEET_MD, SHEET_HTML, SHEET_JSON };

static void draw(struct rulebook *book, const char *text, enum sheet_kind kind, struct buf *out,
                 size_t *questions)
{
    struct report_context context = {.version = "1"};
    struct text_style style = {.width = TEXT_WIDTH};
    struct arena arena = {0};
    struct assessment a;
    struct ask_sheet sheet;

    assess_text(book, text, &arena, &a);
    ask(book, &a, &arena, &sheet);
    struct ask_drawing drawing = {&a, &sheet, &context};
    if (kind == SHEET_TEXT)
        ask_text(out, &drawing, &style);
    else if (kind == SHEET_JSON)
        ask_json(out, &drawing);
    else
        ask_document(out, &drawing, kind == SHEET_MD ? &doc_md : &doc_html);
    *questions = sheet.company.count + sheet.reader.count;
    arena_release(&arena);
}

static void the_same_company_gives_the_same_sheet(void **state)
{
    struct rulebook *book = *state;
    struct arena arena = {0};
    size_t count;

    for (size_t c = 0; c < COUNT(companies); c++) {
        const char *text = text_from(companies[c], &arena);
        for (int kind = SHEET_TEXT; kind <= SHEET_JSON; kind++) {
            struct buf first = BUF_INIT, other = BUF_INIT, second = BUF_INIT;
            draw(book, text, (enum sheet_kind)kind, &first, &count);
            draw(book, "[plan]\nlevels_paid = 3\n", (enum sheet_kind)kind, &other, &count);
            draw(book, text, (enum sheet_kind)kind, &second, &count);
            assert_string_equal(buf_text(&first), buf_text(&second));
            assert_string_not_equal(buf_text(&first), buf_text(&other));
            buf_release(&first);
            buf_release(&other);
            buf_release(&second);
        }
    }
    arena_release(&arena);
}

/* How many lines start with a number and a point, and how many questions are said to be left.
 */
static void count_lines(const char *text, const char *what, size_t *numbered, size_t *left)
{
    size_t lines = 0;

    *numbered = *left = 0;
    for (const char *at = text; *at; lines++) {
        size_t len = strcspn(at, "\n"), number = 0;
        int used = 0;
        if (len > TEXT_WIDTH)
            fail_msg("%s: line %zu is %zu long", what, lines + 1, len);
        if (len > 0 && sscanf(at, "%zu. %n", &number, &used) == 1 && used > 0) {
            (*numbered)++;
            assert_int_equal(number, *numbered);
        }
        if (len > 0 && sscanf(at, "%zu more questio%n", &number, &used) == 1 && used > 10)
            *left = number;
        at += len + (at[len] == '\n');
    }
    if (lines > ASK_TEXT_LINES)
        fail_msg("%s: %zu lines", what, lines);
}

static void a_sheet_fits_two_pages_and_says_what_it_leaves_out(void **state)
{
    struct rulebook *book = *state;
    struct arena arena = {0};
    size_t count, numbered, left, cut = 0;

    for (size_t c = 0; c <= COUNT(companies); c++) {
        struct buf out = BUF_INIT;
        const char *what = c < COUNT(companies) ? companies[c] : "nothing known";
        draw(book, c < COUNT(companies) ? text_from(what, &arena) : "", SHEET_TEXT, &out,
             &count);
        count_lines(buf_text(&out), what, &numbered, &left);
        if (numbered + left != count)
            fail_msg("%s: %zu and %zu more are not %zu", what, numbered, left, count);
        cut += left > 0;
        buf_release(&out);
    }
    assert_true(cut > 1);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest made_up[] = {
        cmocka_unit_test(the_fact_that_decides_most_comes_first),
        cmocka_unit_test(what_is_answered_is_not_asked),
        cmocka_unit_test(an_answer_that_changes_nothing_is_left_out),
        cmocka_unit_test(facts_that_count_only_together_are_one_question),
        cmocka_unit_test(the_reach_is_that_of_the_best_and_worst_answers),
    };
    const struct CMUnitTest core[] = {
        cmocka_unit_test(answers_do_what_the_sheet_says_when_they_stand_in_the_file),
        cmocka_unit_test(answers_keep_to_what_is_known_and_rise),
        cmocka_unit_test(facts_about_the_reader_stand_apart),
        cmocka_unit_test(two_questions_without_a_common_rule_move_their_sum),
        cmocka_unit_test(the_same_company_gives_the_same_sheet),
        cmocka_unit_test(a_sheet_fits_two_pages_and_says_what_it_leaves_out),
    };

    return cmocka_run_group_tests(made_up, NULL, NULL) +
           cmocka_run_group_tests(core, open_core, close_core);
}
