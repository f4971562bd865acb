/* SPDX-License-Identifier: MIT
 *
 * Figures: what is wrong with their files and lists, what they come to, and that one that
 * breaks is alone in it. The formulas are offered to rules too; here figures use them.
 */
#include "insight/assess.h"
#include "insight/rules/examples.h"
#include "money/people.h"
#include "pack_writer.h"
#include "rows.h"

#define RULE                                                                                   \
    WRITER_RULE("'a.n'", "['a.n'] = 'up'", "function(c) return pass('n is %n', c.a.n) end")

#define PACK_OF(figures)                                                                       \
    "return { name = 'test', version = '1', title = 'A test',\n"                               \
    "themes = { { id = 't', title = 'T', score = 'company', points = 10 } },\n"                \
    "bands = { { name = 'well', from = 50 }, { name = 'hardly', from = 0 } },\n"               \
    "rules = { 't/H_rule.lua' },\nfigures = { " figures " } }\n"

#define PACK PACK_OF("{ id = 'g', title = 'G', files = { 'figures/g/F1_one.lua' } }")
#define PACK_TWO                                                                               \
    PACK_OF("{ id = 'g', title = 'G', files = { 'figures/g/F1_one.lua', "                      \
            "'figures/g/F2_two.lua' } }")

#define HEAD                                                                                   \
    "return { title = 'T', why = 'W', cites = { 'S1' }, label = 'exact', unit = 'money', "     \
    "examples = {}, "
#define FIGURE(facts, monotone, compute)                                                       \
    HEAD "facts = { " facts " }, monotone = { " monotone " }, compute =\n" compute " }\n"
#define ALL_FACTS                                                                              \
    "'a.n', 'a.up', 'a.down', 'a.none', 'a.told', 'a.text', 'a.yes', 'a.price', 'a.pct'"
#define ALL_MONOTONE                                                                           \
    "['a.n'] = 'up', ['a.up'] = 'up', ['a.down'] = 'down', ['a.none'] = { none = 'why' }, "    \
    "['a.told'] = 'up', ['a.price'] = 'up', ['a.pct'] = 'up'"
#define COMPUTE(compute) FIGURE(ALL_FACTS, ALL_MONOTONE, compute)

static void make_folder(const struct temp_pack *pack, const char *folder)
{
    char path[256];

    assert_int_equal(mkdir(temp_path(pack, folder, path, sizeof path), 0700), 0);
}

/* A pack with a rule and up to two figures. NULL with *err set where it does not load. */
static struct rulebook *open_figures(struct temp_pack *pack, const char *pack_text,
                                     const char *one, const char *two, struct error *err)
{
    temp_open(pack);
    make_folder(pack, "figures");
    make_folder(pack, "figures/g");
    temp_put(pack, "pack.lua", pack_text);
    temp_put(pack, "t/H_rule.lua", RULE);
    temp_put(pack, "figures/g/F1_one.lua", one);
    if (two)
        temp_put(pack, "figures/g/F2_two.lua", two);
    return rulebook_open(pack->dir, RULEBOOK_FULL, err);
}

/* --- loading --- */

static const struct {
    const char *label, *pack, *figure, *message;
} faults[] = {
    {"it is sound", PACK, COMPUTE("function(c) return value(c.a.n, 'x') end"), NULL},
    {"no label", PACK, "return { title = 'T', why = 'W', cites = { 'S1' } }",
     "F1: 'label' is missing"},
    {"a label of its own", PACK,
     "return { title = 'T', why = 'W', cites = { 'S1' }, label = 'guess' }",
     "F1: 'label' must be exact, from your numbers or model, not 'guess'"},
    {"a model that assumes nothing", PACK,
     "return { title = 'T', why = 'W', cites = { 'S1' }, label = 'model' }",
     "F1: 'assumes' is missing: a model says in one sentence what it rests on"},
    {"no unit", PACK, "return { title = 'T', why = 'W', cites = { 'S1' }, label = 'exact' }",
     "F1: 'unit' is missing"},
    {"no compute", PACK, HEAD "facts = {}, monotone = {} }",
     "F1: 'compute' must be a function, or a list of 1 to 16 functions"},
    {"a check", PACK, HEAD "facts = {}, monotone = {}, check = function() end }",
     "F1: unknown field 'check'"},
    {"points", PACK, HEAD "facts = {}, monotone = {}, points = 5 }",
     "F1: unknown field 'points'"},
    {"a long title", PACK, "return { title = 'A title of nineteen' }",
     "F1: 'title' is longer than 18 characters"},
    {"a fact that is not there", PACK,
     FIGURE("'a.nothing'", "", "function() return value(1, 'x') end"),
     "F1: 'facts' names 'a.nothing', which facts.lua does not have"},
    {"a number without direction", PACK,
     FIGURE("'a.n'", "", "function() return value(1, 'x') end"),
     "F1: 'monotone' must say up, down"},
    {"a source that is not there", PACK,
     "return { title = 'T', why = 'W', cites = { 'S9' }, label = 'exact', unit = 'money', "
     "facts = {}, monotone = {}, examples = {}, compute = function() end }",
     "F1: cites 'S9', which is neither in sources.lua nor in articles.lua"},
    {"nothing cited", PACK,
     "return { title = 'T', why = 'W', cites = {}, label = 'exact', unit = 'money', "
     "facts = {}, monotone = {}, examples = {}, compute = function() end }",
     "F1: 'cites' is empty: say where the arithmetic or the numbers come from"},
    {"a file where a group should be", PACK_OF("'figures/g/F1_one.lua'"), "",
     "item 1 of 'figures' must be a group of them, not string: { id = \"mine\", title = "
     "\"MY NUMBERS\", files = { \"figures/mine/MF01_name.lua\" } }"},
    {"a group without files", PACK_OF("{ id = 'g', title = 'G' }"), "", "'files' is missing"},
    {"a group without title", PACK_OF("{ id = 'g', files = {} }"), "", "'title' is missing"},
    {"a group of no folder's name", PACK_OF("{ id = '../g', title = 'G', files = {} }"), "",
     "'id' of a group of figures is small letters, digits and _, not '../g'"},
    {"a group twice",
     PACK_OF("{ id = 'g', title = 'G', files = {} }, { id = 'g', title = 'G', files = {} }"),
     "", "two groups of figures have the id 'g'"},
    {"a figure in another folder",
     PACK_OF("{ id = 'g', title = 'G', files = { 'figures/h/F1_one.lua' } }"), "",
     "'figures/h/F1_one.lua' is not of the form figures/g/ID_name.lua"},
    {"a figure without an id",
     PACK_OF("{ id = 'g', title = 'G', files = { 'figures/g/one.lua' } }"), "",
     "'figures/g/one.lua' is not of the form figures/g/ID_name.lua"},
    {"an id that a rule has",
     PACK_OF("{ id = 'g', title = 'G', files = { 'figures/g/H_one.lua' } }"), "",
     "the id 'H' is given to two rules or figures"},
    {"a file that is not listed", PACK_OF("{ id = 'g', title = 'G', files = {} }"), "",
     "'figures/g/F1_one.lua' is in the folder but not in 'figures'"},
    {"people of no fact", PACK_OF("{ id = 'g', title = 'G', people = 'a.rows', files = {} }"),
     "", "'people' names 'a.rows', which facts.lua does not have"},
    {"a table of nothing", PACK, "return 5", "must return one table"},
};

static void faults_of_figures_name_the_field(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        struct temp_pack pack;
        struct error err = {.message = ""};
        struct rulebook *book =
            open_figures(&pack, faults[i].pack, faults[i].figure, NULL, &err);
        bool as_wanted =
            faults[i].message ? !book && strstr(err.message, faults[i].message) : book != NULL;
        ROW_TEXT(faults[i].label, as_wanted ? "" : err.message, "");
        rulebook_close(book);
        temp_close(&pack);
    }
    ROWS_END();
}

/* --- what they come to --- */

/* "5; unknown, missing a.n": what figure 'number' says to a profile. */
static void put_result(struct buf *out, struct rulebook *book, size_t number, const char *facts)
{
    struct arena arena = {0};
    struct subject subject = subject_of_figure(rulebook_pack(book), number);
    struct outcome_seen seen;
    struct figure_result result;

    subject_run(book, &subject, facts, &arena, &seen, NULL);
    buf_puts(out, seen.words);
    if (seen.readable) {
        rulebook_run_figure(book, number, &seen.profile, &arena, &result);
        for (size_t i = 0; i < result.missing_count; i++)
            buf_printf(out, "%s%s", i ? ", " : ", missing ",
                       rulebook_pack(book)->schema.facts[result.missing[i]].name);
    }
    arena_release(&arena);
}

static const struct {
    const char *label, *compute, *facts, *wanted;
} results[] = {
    {"a value", "function(c) return value(c.a.n, 'x') end", "[a]\nn = 5.25\n", "5.25"},
    {"in millionths", "function() return value(1 / 3, 'x') end", "", "0.333333"},
    {"a range", "function(c) return value(c.a.up - 1, 'x') end", "[a]\nup = 5..7\n", "4..6"},
    {"two ranges", "function(c) return value(c.a.up - c.a.down, 'x') end",
     "[a]\nup = 5..7\ndown = 1..2\n", "3..6"},
    {"a range that says nothing", "function(c) return value(0 * c.a.up, 'x') end",
     "[a]\nup = 5..7\n", "0"},
    {"a range without direction", "function(c) return value(c.a.none, 'x') end",
     "[a]\nnone = 5..7\nn = 1\nup = 1\ndown = 1\ntold = 1\ntext = x\nyes = no\nprice = 1 "
     "USD\npct = 1%\n",
     "unknown, missing a.none"},
    {"a fact that is not there", "function(c) return value(c.a.n, 'x') end", "",
     "unknown, missing a.n, a.up, a.down, a.none, a.told, a.text, a.yes, a.price, a.pct"},
    {"facts it can do without",
     "function(c) if known('a.up') or known(\"a.down\") then return value(1, 'x') end "
     "return value(c.a.n + between('a.pct', 0, 1), 'x') end",
     "", "unknown, missing a.n, a.none, a.told, a.text, a.yes, a.price"},
    {"a fact that is refused", "function(c) return value(c.a.told, 'x') end",
     "[a]\ntold = refused\nn = 1\nup = 1\ndown = 1\nnone = 1\ntext = x\nyes = no\nprice = 1 "
     "USD\n"
     "pct = 1%\n",
     "unknown, missing a.told"},
    {"a fact that does not apply", "function(c) return value(c.a.n, 'x') end", "[a]\nn = n/a\n",
     "not_applicable"},
    {"an end that does not apply",
     "function(c) if c.a.up > 6 then return not_applicable() end return value(1, 'x') end",
     "[a]\nup = 5..7\n", "unknown"},
    {"it says so", "function() return unknown('why') end", "", "unknown"},
    {"two lines",
     "{ function(c) return value(c.a.n, 'x') end, function(c) return value(c.a.up, 'x') end }",
     "[a]\nn = 5\nup = 6\n", "5; 6"},
    {"one of two lines",
     "{ function(c) return value(c.a.n, 'x') end, function() return not_applicable() end }",
     "[a]\nn = 5\n", "5; not_applicable"},
    {"a line that breaks is the last",
     "{ function() error('no') end, function() return value(1, 'x') end }", "",
     "error (line 2: no)"},
    {"no number", "function() return value(0 / 0, 'x') end", "",
     "error (line 2: argument 1 is not a number between -9e12 and 9e12)"},
    {"a text", "function() return value('5', 'x') end", "",
     "error (line 2: argument 1 must be a number, not string)"},
    {"no sentence", "function() return value(5) end", "",
     "error (an outcome needs a message: pass(\"...\", values))"},
    {"an outcome of rules", "function() return pass('x') end", "",
     "error (compute must return value(number, ...), unknown(...) or not_applicable(...))"},
    {"a number alone", "function() return 5 end", "",
     "error (compute must return value(number, ...), unknown(...) or not_applicable(...))"},
    {"a value forged", "function() local v = value(5, 'x') return v, 'five', 'x' end", "",
     "error (a value must be a number between -9e12 and 9e12)"},
    {"a loop without end", "function() while true do end end", "",
     "error (line 2: took more than 4000000 steps (limit steps_per_call))"},
    {"an undeclared fact", "function(c) return value(c.a.four, 'x') end", "",
     "error (line 2: reads 'a.four', which its 'facts' does not name)"},
    {"costs of the first year", "function() return value(first_year_cost(), 'x') end",
     "[a]\nprice = 2.50..3 USD\n", "30..36"},
    {"costs that are not known", "function() return value(first_year_cost(5), 'x') end",
     "[a]\nn = 1\nup = 1\ndown = 1\nnone = 1\ntold = 1\ntext = x\nyes = no\npct = 1%\n",
     "unknown, missing a.price"},
};

static void figures_come_to_values_spans_and_gaps(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(results); i++) {
        struct temp_pack pack;
        struct error err = {.message = ""};
        struct buf text = BUF_INIT, got = BUF_INIT;
        buf_printf(&text, "%s%s }\n",
                   HEAD "facts = { " ALL_FACTS " }, monotone = { " ALL_MONOTONE
                        " }, compute =\n",
                   results[i].compute);
        struct rulebook *book = open_figures(&pack, PACK, buf_text(&text), NULL, &err);
        if (book)
            put_result(&got, book, 0, results[i].facts);
        ROW_TEXT(results[i].label, book ? buf_text(&got) : err.message, results[i].wanted);
        buf_release(&text);
        buf_release(&got);
        rulebook_close(book);
        temp_close(&pack);
    }
    ROWS_END();
}

/* --- one that breaks --- */

static void a_figure_that_breaks_is_alone_in_it(void **state)
{
    static const char *const bad[] = {
        "function() while true do end end",
        "function() local s = 'x' while true do s = s .. s end end",
        "function() error('no') end", "function() return {} end"};

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct temp_pack pack;
        struct arena arena = {0};
        struct error err = {.message = ""};
        struct buf text = BUF_INIT;
        struct profile profile;
        struct profile_options options = {0};
        struct faults none = {0};
        struct assessment a;
        buf_printf(&text, "%s%s }\n", HEAD "facts = {}, monotone = {}, compute =\n", bad[i]);
        struct rulebook *book =
            open_figures(&pack, PACK_TWO, buf_text(&text),
                         COMPUTE("function(c) return value(c.a.n, 'x') end"), &err);
        assert_non_null(book);
        assert_true(profile_parse(text_of("[a]\nn = 7\n"), "p", &rulebook_pack(book)->schema,
                                  &options, &arena, &profile, &none));
        assess(book, &profile, &arena, &a);
        ROW_TEXT(bad[i], outcome_name(a.figures[0].lines[0].outcome), "error");
        ROW_TEXT(bad[i], outcome_name(a.figures[1].lines[0].outcome), "value");
        ROW_TEXT(bad[i], outcome_name(a.findings[0].outcome), "pass");
        assert_true(a.figures[1].lines[0].worst.value == 7 * DECIMAL_ONE);
        assert_int_equal(a.score.score, 100000);
        buf_release(&text);
        rulebook_close(book);
        arena_release(&arena);
        temp_close(&pack);
    }
    ROWS_END();
}

/* Where all faults are wanted, a broken figure is off and the rest of the pack is of use. */
static void all_faults_of_figures_are_found_in_one_pass(void **state)
{
    struct temp_pack pack;
    struct arena arena = {0};
    struct error err = {.message = ""};
    struct pack_faults found = {0};

    (void)state;
    struct rulebook *book = open_figures(&pack, PACK_TWO, "return { label = 'x' }",
                                         COMPUTE("function() return value(1, 'x') end"), &err);
    assert_null(book);
    const char *dir = pack.dir;
    struct rulebook_options options = {
        .dirs = &dir, .count = 1, .depth = RULEBOOK_FULL, .faults = &found, .arena = &arena};
    book = rulebook_open_packs(&options, &err);
    assert_non_null(book);
    assert_true(found.count > 5);
    for (size_t i = 0; i < found.count; i++)
        assert_non_null(strstr(found.list[i].file, "figures/g/F1_one.lua"));
    assert_true(rulebook_pack(book)->figures[0].rule.broken);
    assert_false(rulebook_pack(book)->figures[1].rule.broken);
    rulebook_close(book);
    arena_release(&arena);
    temp_close(&pack);
}

/* --- formulas --- */

#define TERMS "join = 99, months = 12, fees = 15, other = 40, required = 120, value = 30"
#define SELLS TERMS ", discount = 25, commission = 0"
#define TABLE                                                                                  \
    "rows = '61%% | 0 USD; 30%% | 180 USD; 7%% | 1150 USD; 1.8%% | 9400 USD; 0.2%% | 88000 "   \
    "USD'"
#define GROUP "discount = 25, payout = 40, own = 120, value = 30, costs = 63.25"

/* The worked examples and vectors of arithmetic.md. */
static const struct {
    const char *call, *wanted;
} vectors[] = {
    {"stay_cost { " TERMS " }", "2199"},
    {"select(2, stay_cost { " TERMS " })", "1767"},
    {"break_even { " SELLS " }", "253"},
    {"break_even { " SELLS ", customer = 40 }", "253"},
    {"select(2, break_even { " SELLS ", customer = 40 })", "7"},
    {"break_even { " SELLS ", income = job_income { hours = 35, wage = 15 } }", "2353"},
    {"select(2, break_even { " SELLS ", income = 525, customer = 40 })", "59"},
    {"select(2, break_even { " SELLS ", income = 800, customer = 40 })", "87"},
    {"break_even { join = 0, months = 12, other = 20, required = 120, value = 0, discount = "
     "25, "
     "commission = 0 }",
     "140"},
    {"break_even { join = 0, months = 12, other = 20, required = 120, value = 30, discount = "
     "25, commission = 0 }",
     "134.193548"},
    {"month_profit { " SELLS ", sales = 253 }", "0"},
    {"month_profit { " SELLS ", sales = 0 }", "-147.25"},
    {"select(2, month_profit { " SELLS ", sales = 2353, hours = 35 })", "15"},
    {"income_nothing { " TABLE " }", "61"},
    {"income_nothing { " TABLE ", active = 1, all = 2 }", "80.5"},
    {"income_average { " TABLE " }", "479.7"},
    {"select(2, income_average { " TABLE " })", "0"},
    {"income_top { " TABLE ", top = 2 }", "71.96"},
    {"select(2, income_top { " TABLE ", top = 2 })", "17260"},
    {"income_paid { " TABLE ", sum = 1767 }", "9.62"},
    {"select(2, income_paid { " TABLE ", sum = 1767 })", "0"},
    {"balance_needed { " GROUP " }", "180.454545"},
    {"balance_net { discount = 0, payout = 25, own = 200, value = 0, costs = 0, outside = 0 }",
     "-150"},
    {"outside_share { discount = 25, own = 60, outside = 80 }", "50"},
    {"bound_average { members = 4 }", "0.75"},
    {"bound_recruits { recruits = 3 }", "33.34"},
    {"select(2, bound_recruits { recruits = 6 })", "6"},
    {"bound_downline { levels = 5, people = 3905 }", "0.13"},
    {"select(2, bound_downline { levels = 5, people = 3905 })", "781"},
    {"select(2, bound_downline { levels = 7, people = 3279 })", "468"},
    {"bound_commission { volume = 120, rates = '10%%, 5%%, 5%%, 3%%, 2%%' }", "30"},
    {"positions { width = 5, depth = 5 }", "3905"},
    {"positions { widths = { 6, 4, 2 } }", "78"},
    {"joiner_odds { place = 100, members = 200, skill = 1 }", "0.693147"},
    {"select(2, joiner_odds { place = 100, members = 200, skill = 3 })", "12.5"},
    {"select(3, joiner_odds { place = 100, members = 200, skill = 1 })", "1"},
    {"downline_odds { place = 10, members = 200, people = 20 }", "37.752708"},
    {"monthly_loss { yearly = 50 }", "5.612569"},
    {"treadmill { monthly = 5, downline = 78 }", "3.9"},
    {"break_even { join = 1, months = 1, required = 0, value = 0, discount = 0, commission = 0 "
     "} and 1 or 2",
     "2"},
    {"outside_share { discount = 0, own = 0, outside = 0 } and 1 or 2", "2"},
};

static void formulas_agree_with_the_worked_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(vectors); i++) {
        struct temp_pack pack;
        struct error err = {.message = ""};
        struct buf call = BUF_INIT, text = BUF_INIT, got = BUF_INIT;
        for (const char *at = vectors[i].call; *at; at++) /* "%%" stands for one */
            if (at[0] != '%' || at[1] == '%')
                buf_putc(&call, *at);
        buf_printf(&text, "%sfunction() local n = %s return value(n, 'x') end }\n",
                   HEAD "facts = {}, monotone = {}, compute =\n", buf_text(&call));
        struct rulebook *book = open_figures(&pack, PACK, buf_text(&text), NULL, &err);
        if (book)
            put_result(&got, book, 0, "");
        ROW_TEXT(vectors[i].call, book ? buf_text(&got) : err.message, vectors[i].wanted);
        buf_release(&call);
        buf_release(&text);
        buf_release(&got);
        rulebook_close(book);
        temp_close(&pack);
    }
    ROWS_END();
}

/* --- a hundred people --- */

#define PCT(share) ((decimal)((share)*1000000 + 0.5))

static const struct {
    const char *label;
    struct income_row rows[5];
    size_t count;
    const char *wanted;
} hundreds[] = {
    {"sunleaf",
     {{.share_pct = PCT(61)},
      {.share_pct = PCT(30), .average = 180 * DECIMAL_ONE},
      {.share_pct = PCT(7), .average = 1150 * DECIMAL_ONE},
      {.share_pct = PCT(1.8), .average = 9400 * DECIMAL_ONE},
      {.share_pct = PCT(0.2), .average = 88000 * DECIMAL_ONE}},
     5,
     "61 of 0, 30 of 180, 7 of 1150, 2 of 17260, "},
    {"in any order",
     {{.share_pct = PCT(7), .average = 1150 * DECIMAL_ONE}, {.share_pct = PCT(93)}},
     2,
     "93 of 0, 7 of 1150, "},
    {"all alike", {{.share_pct = PCT(100), .average = 300 * DECIMAL_ONE}}, 1, "100 of 300, "},
    {"thirds",
     {{.share_pct = PCT(33.333333)},
      {.share_pct = PCT(33.333333), .average = 100 * DECIMAL_ONE},
      {.share_pct = PCT(33.333334), .average = 200 * DECIMAL_ONE}},
     3,
     "33 of 0, 33 of 100, 34 of 200, "},
    {"halves of people",
     {{.share_pct = PCT(50.5)}, {.share_pct = PCT(49.5), .average = 100 * DECIMAL_ONE}},
     2,
     "51 of 0, 49 of 100, "},
    {"few at the bottom",
     {{.share_pct = PCT(0.4)},
      {.share_pct = PCT(0.4), .average = 10 * DECIMAL_ONE},
      {.share_pct = PCT(99.2), .average = 100 * DECIMAL_ONE}},
     3,
     "100 of 99, "},
    {"few at the top",
     {{.share_pct = PCT(99.7)}, {.share_pct = PCT(0.3), .average = 1000 * DECIMAL_ONE}},
     2,
     "100 of 3, "},
};

static void a_table_is_a_hundred_people(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hundreds); i++) {
        struct income_table table = {.rows = hundreds[i].rows, .count = hundreds[i].count};
        struct people people[PEOPLE_DRAWN];
        struct income income;
        struct error err = {.message = ""};
        struct buf got = BUF_INIT;
        int sum = 0;
        if (!income_read(&table, &income, &err))
            fail_msg("%s: %s", hundreds[i].label, err.message);
        size_t count = income_as_people(&income, people);
        for (size_t p = 0; p < count; p++) {
            buf_printf(&got, "%d of %lld, ", people[p].count,
                       (long long)ratio_whole(people[p].average, RATIO_NEAREST));
            sum += people[p].count;
        }
        ROW_TEXT(hundreds[i].label, buf_text(&got), hundreds[i].wanted);
        assert_int_equal(sum, PEOPLE_DRAWN);
        buf_release(&got);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_of_figures_name_the_field),
        cmocka_unit_test(figures_come_to_values_spans_and_gaps),
        cmocka_unit_test(a_figure_that_breaks_is_alone_in_it),
        cmocka_unit_test(all_faults_of_figures_are_found_in_one_pass),
        cmocka_unit_test(formulas_agree_with_the_worked_examples),
        cmocka_unit_test(a_table_is_a_hundred_people),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
