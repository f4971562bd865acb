/* SPDX-License-Identifier: MIT
 *
 * The fewest facts for another verdict, and what the verdict hangs on: known by construction in
 * made-up packs, and on the shipped profiles what is said is what a change of the text gives.
 */
#include "pack_writer.h"

#include "rows.h"

#include "base/file.h"
#include "insight/change/flip.h"
#include "insight/change/sensitivity.h"
#include "insight/change/whatif.h"
#include "report/sheets/flip.h"
#include "report/sheets/sensitivity.h"

/* --- made-up packs --- */

/* One rule per fact, of 10 points: 10 or 5, by yes or a word; the last can only be 5. Of the
 * first three none gives a score of 50, one 62.5, two 75, three 87.5. */
#define YES                                                                                    \
    WRITER_RULE(                                                                               \
        "'a.yes'", "",                                                                         \
        "function(c) if c.a.yes then return pass('p') end return credit(0.5, 'm') end")
#define WORD                                                                                   \
    WRITER_RULE("'a.word'", "",                                                                \
                "function(c) if c.a.word == 'high' then return pass('p') end "                 \
                "return credit(0.5, 'm') end")
#define NUMBER                                                                                 \
    WRITER_RULE("'a.n'", "['a.n'] = 'up'",                                                     \
                "function(c) if c.a.n >= 5 then return pass('p') end "                         \
                "return credit(0.5, 'm') end")
#define FIXED                                                                                  \
    WRITER_RULE(                                                                               \
        "'a.text'", "",                                                                        \
        "function(c) if c.a.text then return credit(0.5, 'm') end return pass('p') end")

enum { RULES = 4 };

static struct rulebook *open_pack_of(const struct temp_pack *pack, int from)
{
    static const char *const rules[RULES] = {YES, WORD, NUMBER, FIXED};
    struct error err;
    char text[512];

    snprintf(text, sizeof text,
             "return { name = 'test', version = '1', title = 'A test',\n"
             "themes = { { id = 't', title = 'T', score = 'company', points = 40 } },\n"
             "bands = { { name = 'well', from = %d }, { name = 'hardly', from = 0 } },\n"
             "rules = { 't/A_r.lua', 't/B_r.lua', 't/C_r.lua', 't/D_r.lua' } }\n",
             from);
    temp_put(pack, "pack.lua", text);
    for (int i = 0; i < RULES; i++) {
        snprintf(text, sizeof text, "t/%c_r.lua", 'A' + i);
        temp_put(pack, text, rules[i]);
    }
    struct rulebook *book = rulebook_open(pack->dir, RULEBOOK_FULL, &err);
    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    return book;
}

/* "a.n a.yes; a.n a.word", or "none" with the size that was looked at. */
static const char *sets_of(const struct flip *flip, enum flip_direction direction,
                           struct arena *arena)
{
    const struct flip_way *way = &flip->ways[direction];
    const char *text = "";

    if (!way->exists)
        return "no band";
    if (way->set_count == 0)
        return arena_printf(arena, "none up to %zu", way->size);
    for (size_t i = 0; i < way->set_count; i++)
        for (size_t k = 0; k < way->sets[i].count; k++)
            text =
                arena_printf(arena, "%s%s%s", text,
                             k > 0   ? " "
                             : i > 0 ? "; "
                                     : "",
                             flip->a->profile->schema->facts[way->sets[i].moves[k]->fact].name);
    return text;
}

#define NONE "[a]\nyes = no\nword = low\nn = 1\ntext = t\n"

static void the_fewest_facts_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        int from; /* of 'well' */
        const char *facts, *better, *worse;
    } rows[] = {
        {"one is enough, each alone", 62, NONE, "a.n; a.yes; a.word", "no band"},
        {"two are needed", 75, NONE, "a.n a.yes; a.n a.word; a.yes a.word", "no band"},
        {"three are needed", 87, NONE, "a.n a.yes a.word", "no band"},
        {"none can", 100, NONE, "none up to 3", "no band"},
        {"too little is known", 62, "", "a.n; a.yes; a.word", "no band"},
        {"down by one", 62, "[a]\nyes = yes\nword = low\nn = 1\ntext = t\n", "no band",
         "a.yes"},
        {"down by two", 62, "[a]\nyes = yes\nword = high\nn = 1\ntext = t\n", "no band",
         "a.yes a.word"},
        {"an unknown fact may become known", 62, "[a]\nword = low\nn = 1\ntext = t\n",
         "a.yes; a.n; a.word", "no band"},
        {"half met lowers the average of the rest, and is no worse than not known", 90,
         "[a]\nyes = yes\nn = 7\n", "no band", "a.n; a.yes"},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct temp_pack pack;
        struct arena arena = {0};
        struct assessment a;
        struct flip found;
        temp_open(&pack);
        struct rulebook *book = open_pack_of(&pack, rows[i].from);
        assess_text(book, rows[i].facts, &arena, &a);
        flip(book, &a, &arena, &found);
        ROW_TEXT(rows[i].label, sets_of(&found, FLIP_BETTER, &arena), rows[i].better);
        ROW_TEXT(rows[i].label, sets_of(&found, FLIP_WORSE, &arena), rows[i].worse);
        rulebook_close(book);
        arena_release(&arena);
        temp_close(&pack);
    }
    ROWS_END();
}

#define HALF(fact)                                                                             \
    WRITER_RULE("'a." fact "'", "['a." fact "'] = 'up'",                                       \
                "function(c) if c.a." fact " >= 50 then return pass('p') end "                 \
                "return credit(0.5, 'm') end")

/* Each of the two rules can be met, and both could but for the whole that the facts share. */
static void no_set_breaks_the_bounds_between_facts(void **state)
{
    (void)state;
    static const struct {
        const char *label, *bound, *better;
    } rows[] = {
        {"parts of one whole", ", sum_with = 'a.rest'", "none up to 3"},
        {"apart", "", "a.part a.rest"},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct temp_pack pack;
        struct arena arena = {0};
        struct assessment a;
        struct flip found;
        struct error err;
        temp_open(&pack);
        temp_put(&pack, "facts.lua",
                 arena_printf(&arena,
                              "local function fact(f) f.meaning, f.find, f.ask = 'm', 'f', "
                              "'a?' return f end\n"
                              "return { sections = { { 'a', 'Facts' } }, facts = {\n"
                              "fact { 'a.part', type = 'pct', range = { 0, 100 }%s },\n"
                              "fact { 'a.rest', type = 'pct', range = { 0, 100 } } } }\n",
                              rows[i].bound));
        temp_put(&pack, "pack.lua",
                 "return { name = 'test', version = '1', title = 'A test',\n"
                 "themes = { { id = 't', title = 'T', score = 'company', points = 20 } },\n"
                 "bands = { { name = 'well', from = 90 }, { name = 'hardly', from = 0 } },\n"
                 "rules = { 't/A_r.lua', 't/B_r.lua' } }\n");
        temp_put(&pack, "t/A_r.lua", HALF("part"));
        temp_put(&pack, "t/B_r.lua", HALF("rest"));
        struct rulebook *book = rulebook_open(pack.dir, RULEBOOK_FULL, &err);
        if (!book)
            fail_msg("%s:%d: %s", err.where, err.line, err.message);
        assess_text(book, "[a]\npart = 10%\nrest = 10%\n", &arena, &a);
        flip(book, &a, &arena, &found);
        ROW_TEXT(rows[i].label, sets_of(&found, FLIP_BETTER, &arena), rows[i].better);
        rulebook_close(book);
        arena_release(&arena);
        temp_close(&pack);
    }
    ROWS_END();
}

/* Three of four rules pass: 35 of 40 points, 87.5. */
static void what_the_verdict_hangs_on_is_counted(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        int from, facts, rules, themes;
    } rows[] = {
        {"far above", 80, 0, 0, 0},
        /* Without a fact that passes: 25 of 30, 83.3; without the text: 100. */
        {"above what is left without one", 85, 3, 0, 0},
        /* The last + 25 %: 36.25 of 42.5, 85.3; another - 25 %: 32.5 of 37.5, 86.7. */
        {"above some of the points", 86, 3, 1, 0},
        {"just under it", 87, 3, 4, 0},
        /* From below: the last - 25 %: 33.75 of 37.5, 90; another + 25 %: 37.5 of 42.5, 88.2.
         */
        {"just over it", 88, 1, 4, 0},
        {"over some", 89, 1, 1, 0},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct temp_pack pack;
        struct arena arena = {0};
        struct assessment a;
        struct sensitivity s;
        temp_open(&pack);
        struct rulebook *book = open_pack_of(&pack, rows[i].from);
        assess_text(book, "[a]\nyes = yes\nword = high\nn = 7\ntext = t\n", &arena, &a);
        sensitivity(book, &a, &arena, &s);
        ROW_INT(rows[i].label, (int)s.kinds[VARY_FACT].changing, rows[i].facts);
        ROW_INT(rows[i].label, (int)s.kinds[VARY_RULE].changing, rows[i].rules);
        ROW_INT(rows[i].label, (int)s.kinds[VARY_THEME].changing, rows[i].themes);
        ROW_INT(rows[i].label, (int)s.count, 4 + 8 + 2);
        ROW_INT(rows[i].label, (int)s.changing, rows[i].facts + rows[i].rules);
        rulebook_close(book);
        arena_release(&arena);
        temp_close(&pack);
    }
    ROWS_END();
}

/* --- the shipped profiles --- */

static const char *const shipped[] = {"sunleaf",     "peakrise",          "invited_last_night",
                                      "harbor_soap", "northlight_social", "mellin_tea",
                                      "quiet_river"};

static struct text shipped_text(const char *name, struct arena *arena)
{
    struct text text;
    struct error err;

    assert_true(file_read(arena_printf(arena, "%s/profiles/%s.ini", SOURCE_DIR, name), 1 << 20,
                          arena, &text, ERROR_PROFILE, &err));
    return text;
}

static void assess_shipped(struct rulebook *book, const char *name, struct arena *arena,
                           struct assessment *a)
{
    assess_text(book, shipped_text(name, arena).at, arena, a);
}

/* All rules over a copy of the profile in which the facts are changed. */
static void expect_set(struct rulebook *book, const struct assessment *a,
                       const struct move *const *moves, size_t count, const struct stand *stand,
                       const char *label)
{
    size_t size = a->profile->schema->fact_count * sizeof *a->profile->facts;
    struct profile copy = *a->profile;
    struct arena arena = {0};
    struct assessment b;

    copy.facts = arena_alloc(&arena, size);
    memcpy(copy.facts, a->profile->facts, size);
    for (size_t i = 0; i < count; i++)
        copy.facts[moves[i]->fact] = moves[i]->as;
    assess(book, &copy, &arena, &b);
    ROW_INT(label, b.score.score, stand->score.score);
    ROW_INT(label, b.score.low, stand->score.low);
    ROW_INT(label, b.score.high, stand->score.high);
    ROW_INT(label, (int)b.verdict.now, (int)stand->verdict.now);
    ROW_INT(label, b.verdict.kind, stand->verdict.kind);
    arena_release(&arena);
}

static void what_is_said_is_what_all_rules_say(void **state)
{
    size_t sets = 0;

    for (size_t i = 0; i < COUNT(shipped); i++) {
        struct arena arena = {0};
        struct assessment a;
        struct flip found;
        struct sensitivity s;
        assess_shipped(*state, shipped[i], &arena, &a);
        flip(*state, &a, &arena, &found);
        for (size_t w = 0; w < FLIP_WAYS; w++) {
            for (size_t k = 0; k < found.ways[w].set_count; k++, sets++) {
                const struct flip_set *set = &found.ways[w].sets[k];
                expect_set(*state, &a, (const struct move *const *)set->moves, set->count,
                           &set->stand, shipped[i]);
                ROW_INT(shipped[i], set->stand.verdict.now == a.verdict.now, 0);
            }
            ROW_INT(shipped[i], found.ways[w].cut, 0);
        }
        sensitivity(*state, &a, &arena, &s);
        for (size_t k = 0; k < s.kinds[VARY_FACT].count; k++) {
            const struct variation *v = &s.kinds[VARY_FACT].list[k];
            const struct move away = {.fact = (int)v->number}, *move = &away;
            expect_set(*state, &a, &move, 1, &v->stand, shipped[i]);
        }
        arena_release(&arena);
    }
    assert_true(sets >= 9);
    ROWS_END();
}

/* Writes the set into the profile's text, as a reader would; false where several lines state
 * one of the facts, which are changed by hand. */
static bool write_set(const struct assessment *a, const struct flip_set *set, struct text text,
                      struct arena *arena, struct text *out)
{
    struct change changes[MOVES_MAX];

    for (size_t i = 0; i < set->count; i++) {
        const struct fact_def *def = &a->profile->schema->facts[set->moves[i]->fact];
        struct buf value = BUF_INIT;
        if (a->profile->facts[set->moves[i]->fact].count > 1)
            return false;
        value_put(&value, def, &set->moves[i]->as.value);
        changes[i] = (struct change){def->name, arena_copy(arena, buf_text(&value), value.len)};
        buf_release(&value);
    }
    struct error err = {0};
    if (!whatif_edit(text, a->profile->schema, changes, set->count, arena, out, &err))
        fail_msg("%s", err.message);
    return true;
}

static void what_is_found_can_be_written_into_the_profile(void **state)
{
    size_t written = 0;

    for (size_t i = 0; i < COUNT(shipped); i++) {
        struct arena arena = {0};
        struct assessment a, b;
        struct flip found;
        struct text new;
        assess_shipped(*state, shipped[i], &arena, &a);
        flip(*state, &a, &arena, &found);
        for (size_t k = 0; k < (size_t)FLIP_WAYS * FLIP_SETS; k++) {
            const struct flip_way *way = &found.ways[k / FLIP_SETS];
            const struct flip_set *set = &way->sets[k % FLIP_SETS];
            if (k % FLIP_SETS >= way->set_count ||
                !write_set(&a, set, shipped_text(shipped[i], &arena), &arena, &new))
                continue;
            assess_text(*state, new.at, &arena, &b);
            ROW_INT(shipped[i], b.score.score, set->stand.score.score);
            ROW_INT(shipped[i], (int)b.verdict.now, (int)set->stand.verdict.now);
            written++;
        }
        arena_release(&arena);
    }
    assert_true(written >= 9);
    ROWS_END();
}

static void the_same_is_said_twice(void **state)
{
    for (size_t i = 0; i < COUNT(shipped); i++) {
        struct buf out[2] = {BUF_INIT, BUF_INIT};
        for (size_t k = 0; k < COUNT(out); k++) {
            struct arena arena = {0};
            struct assessment a;
            struct flip found;
            struct sensitivity s;
            assess_shipped(*state, shipped[i], &arena, &a);
            flip(*state, &a, &arena, &found);
            sensitivity(*state, &a, &arena, &s);
            flip_text(&out[k], &found);
            sensitivity_text(&out[k], &s);
            arena_release(&arena);
        }
        ROW_TEXT(shipped[i], buf_text(&out[0]), buf_text(&out[1]));
        buf_release(&out[0]);
        buf_release(&out[1]);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fewest_facts_are_found),
        cmocka_unit_test(no_set_breaks_the_bounds_between_facts),
        cmocka_unit_test(what_the_verdict_hangs_on_is_counted),
        cmocka_unit_test(what_is_said_is_what_all_rules_say),
        cmocka_unit_test(what_is_found_can_be_written_into_the_profile),
        cmocka_unit_test(the_same_is_said_twice),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
