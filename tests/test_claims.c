/* SPDX-License-Identifier: MIT
 *
 * Sentences, phrases, and the claims of the core pack by their own examples.
 */
#include "pack_writer.h"

#include "insight/claims.h"

/* What of a text matches one phrase, as "LINE:sentence|LINE:sentence|". */
static const char *matches(const char *any, const char *unless, struct text text,
                           struct arena *arena, struct claim_findings *found)
{
    const char *taken[] = {unless};
    struct claim claim = {.id = "c", .any = {&any, 1}, .unless = {taken, unless ? 1 : 0}};
    const struct claim *kept = memcpy(arena_alloc(arena, sizeof claim), &claim, sizeof claim);
    struct buf out = BUF_INIT;

    claims_find(text, kept, 1, arena, found);
    for (size_t i = 0; i < found->count; i++)
        buf_printf(&out, "%d:%.*s|", found->list[i].line, (int)found->list[i].sentence.len,
                   found->list[i].sentence.at);
    const char *copy = arena_copy(arena, buf_text(&out), out.len);
    buf_release(&out);
    return copy;
}

struct phrase_row {
    const char *label, *any, *unless, *text;
    bool matches;
};

static void phrases_match_words_in_order_with_small_gaps(void **state)
{
    static const struct phrase_row rows[] = {
        {"the words as they are", "ground floor", NULL, "a ground floor place", true},
        {"case does not matter", "ground floor", NULL, "GROUND Floor", true},
        {"a hyphen parts words", "ground floor", NULL, "ground-floor", true},
        {"not the other way round", "ground floor", NULL, "floor ground", false},
        {"two words between", "quit job", NULL, "quit a b job", true},
        {"three words between", "quit job", NULL, "quit a b c job", false},
        {"the last start counts, not the first", "quit job", NULL, "quit a b c d quit a job",
         true},
        {"a start too far from its end, then a whole one", "a b c", NULL,
         "a x x x x b c a b x c", true},
        {"whole words only", "floor", NULL, "floors", false},
        {"whole words only, at the front", "floor", NULL, "subfloor", false},
        {"a stem", "recruit*", NULL, "recruiting", true},
        {"a stem is a word itself", "recruit*", NULL, "recruit", true},
        {"a stem longer than the word", "recruit*", NULL, "recru", false},
        {"a stem in the middle", "sell product* now", NULL, "sell products now", true},
        {"one word serves once", "more more", NULL, "more", false},
        {"the same word twice", "more more", NULL, "more and more", true},
        {"a number in digits", "in # years", NULL, "in 20 years", true},
        {"a number with a sign", "earn # a month", NULL, "earn $5,000.50 a month", true},
        {"a number in words", "get # who get #", NULL, "Get five who get three", true},
        {"no number", "in # years", NULL, "in the years", false},
        {"one number serves once", "# #", NULL, "5", false},
        {"apostrophes are left out", "cant fail", NULL, "you can't fail", true},
        {"curly ones too", "cant fail", NULL, "you can\u2019t fail", true},
        {"a no-break space parts words", "ground floor", NULL, "ground\u00a0floor", true},
        {"emoji part words", "easy money", NULL, "easy\U0001F4B0money", true},
        {"letters with accents are letters", "caf", NULL, "caf\u00e9", false},
        {"a phrase does not span sentences", "quit job", NULL, "I quit. A job.", false},
        {"nor lines", "quit job", NULL, "I quit\njob", false},
        {"taken back", "quit job", "dont quit", "don't quit your job", false},
        {"taken back after it", "quit job", "he said", "quit the job, he said", false},
        {"taken back in another sentence", "quit job", "he said", "Quit the job. He said.",
         true},
        {"a word too long for any phrase, by its front", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         NULL, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         false},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct claim_findings found;
        matches(rows[i].any, rows[i].unless, text_of(rows[i].text), &arena, &found);
        if (found.count != (rows[i].matches ? 1 : 0)) {
            print_error("%s: %zu findings in '%s'\n", rows[i].label, found.count, rows[i].text);
            failed++;
        }
        arena_release(&arena);
    }
    assert_int_equal(failed, 0);
}

static void sentences_keep_their_lines(void **state)
{
    static const struct {
        const char *label, *text, *wanted;
        size_t sentences;
    } rows[] = {
        {"nothing", "", "", 0},
        {"blanks and stops", " \n\n... !?\n", "", 0},
        {"stops", "One x. Two x! Three x? x", "1:One x.|1:Two x!|1:Three x?|1:x|", 4},
        {"line ends of all kinds", "x a\nx b\r\nx c\rx d", "1:x a|2:x b|3:x c|4:x d|", 4},
        {"empty lines count", "\n\r\n\nx\n", "4:x|", 1},
        {"items of a list", "- x a\n* x b\n\u2022 x c\n12. x d\n",
         "1:x a|2:x b|3:x c|4:12. x d|", 4},
        {"a stop in a number or an address ends nothing", "x 1.5 at a.example. y",
         "1:x 1.5 at a.example.|", 2},
        {"a clock time of the day", "x at 7. y x", "1:x at 7.|1:y x|", 2},
        {"one finding for a sentence", "x x x", "1:x x x|", 1},
        {"no stop at the end", "a x \t", "1:a x|", 1},
        {"invalid UTF-8", "x \xff\xc3. x\xe2\x82", "1:x \xff\xc3.|", 2},
        {"a byte-order mark", "\xEF\xBB\xBFx", "1:x|", 1},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct claim_findings found;
        const char *got = matches("x", NULL, text_of(rows[i].text), &arena, &found);
        if (strcmp(got, rows[i].wanted) != 0 || found.sentences != rows[i].sentences) {
            print_error("%s: %s in %zu sentences\n", rows[i].label, got, found.sentences);
            failed++;
        }
        arena_release(&arena);
    }
    assert_int_equal(failed, 0);
}

/* --- hostile texts --- */

static void texts_of_the_greatest_size_are_read_in_time(void **state)
{
    static const struct {
        const char *label, *piece;
        size_t sentences, found;
    } rows[] = {
        {"one word", "a", 1, 0},
        {"stops", ".", 0, 0},
        {"line ends", "\n", 0, 0},
        {"short words that start phrases", "the ", 1, 0},
        {"one sentence of one phrase", "ground floor ", 1, 1},
        {"bytes that are no UTF-8", "\xf0\x9f", 1, 0},
    };
    struct arena arena = {0};
    const struct pack *pack = rulebook_pack(*state);
    char *at = arena_alloc(&arena, CLAIMS_TEXT_MAX_BYTES);

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct claim_findings found;
        size_t len = strlen(rows[i].piece);
        for (size_t j = 0; j < CLAIMS_TEXT_MAX_BYTES; j++)
            at[j] = rows[i].piece[j % len];
        claims_find((struct text){at, CLAIMS_TEXT_MAX_BYTES}, pack->claims, pack->claim_count,
                    &arena, &found);
        if (found.sentences != rows[i].sentences || found.count != rows[i].found)
            fail_msg("%s: %zu findings in %zu sentences", rows[i].label, found.count,
                     found.sentences);
    }
    arena_release(&arena);
}

static void what_is_no_text_is_refused(void **state)
{
    struct error err = {0};

    (void)state;
    assert_true(claims_check_text((struct text){"\n a", 3}, "f", &err));
    assert_true(claims_check_text((struct text){"\xff", 1}, "f", &err));
    assert_false(claims_check_text((struct text){"a\nb\0c", 5}, "f", &err));
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.message, "NUL"));
    assert_false(claims_check_text((struct text){" \r\n\t", 4}, "f", &err));
    assert_non_null(strstr(err.message, "empty"));
    assert_false(claims_check_text((struct text){"", 0}, "f", &err));
}

/* --- the core pack --- */

static bool has_claim(const struct pack *pack, const struct claim *claim, const char *sentence)
{
    struct arena arena = {0};
    struct claim_findings found;
    bool has = false;

    claims_find(text_of(sentence), pack->claims, pack->claim_count, &arena, &found);
    for (size_t i = 0; i < found.count; i++)
        has |= found.list[i].claim == claim;
    arena_release(&arena);
    return has;
}

static void every_claim_of_core_matches_its_examples(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    int failed = 0;

    assert_true(pack->claim_count >= 25);
    for (size_t i = 0; i < pack->claim_count; i++) {
        const struct claim *claim = &pack->claims[i];
        for (size_t j = 0; j < claim->examples.count; j++) {
            if (!has_claim(pack, claim, claim->examples.list[j])) {
                print_error("%s misses: %s\n", claim->id, claim->examples.list[j]);
                failed++;
            }
        }
        for (size_t j = 0; j < claim->not_examples.count; j++) {
            if (has_claim(pack, claim, claim->not_examples.list[j])) {
                print_error("%s takes: %s\n", claim->id, claim->not_examples.list[j]);
                failed++;
            }
        }
    }
    assert_int_equal(failed, 0);
}

static void our_words_on_claims_are_neutral(void **state)
{
    static const char *const loaded[] = {"scam", "fraud", "illegal", "pyramid", "scheme"};
    const struct pack *pack = rulebook_pack(*state);

    for (size_t i = 0; i < pack->claim_count; i++) {
        const struct claim *claim = &pack->claims[i];
        const char *const texts[] = {claim->says, claim->proves, claim->ask};
        assert_true(claim->tests.count > 0);
        for (size_t j = 0; j < COUNT(texts); j++)
            for (size_t k = 0; k < COUNT(loaded); k++)
                if (strstr(texts[j], loaded[k]))
                    fail_msg("%s says '%s'", claim->id, loaded[k]);
        assert_int_equal(claim->ask[strlen(claim->ask) - 1], '?');
    }
}

/* --- claims.lua --- */

#define CLAIM(fields)                                                                          \
    "return { { 'c', says = 's', proves = 'p', ask = 'a?', examples = { 'e' }, " fields " } }"
#define SOUND "any = { 'x' }, tests = { 'H', 'math odds' }, cites = { 'S1' }"

static void faults_of_claims_name_the_claim(void **state)
{
    static const struct {
        const char *label, *claims, *message;
    } rows[] = {
        {"sound", CLAIM(SOUND), NULL},
        {"an unknown rule", CLAIM("any = { 'x' }, tests = { 'H1' }, cites = {}"),
         "c: 'tests' names 'H1', which is no rule or figure of the pack and no part of "
         "plumbline math"},
        {"an unknown figure", CLAIM("any = { 'x' }, tests = { 'math luck' }, cites = {}"),
         "'math luck'"},
        {"an unknown cite", CLAIM("any = { 'x' }, tests = {}, cites = { 'S9' }"),
         "c: cites 'S9'"},
        {"an unknown field", CLAIM(SOUND ", prooves = ''"), "unknown field 'prooves'"},
        {"no phrase", CLAIM("any = {}, tests = {}, cites = {}"), "c: 'any' is empty"},
        {"capitals", CLAIM("any = { 'Ground' }, tests = {}, cites = {}"), "'Ground'"},
        {"an apostrophe", CLAIM("any = { \"can't\" }, tests = {}, cites = {}"), "phrase"},
        {"a star alone", CLAIM("any = { '*' }, tests = {}, cites = {}"), "'*'"},
        {"a star inside", CLAIM("any = { 'a*b' }, tests = {}, cites = {}"), "'a*b'"},
        {"too many words", CLAIM("any = { 'a b c d e f g h i' }, tests = {}, cites = {}"),
         "1 to 8 words"},
        {"a word too long",
         CLAIM("any = { 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, tests = {}, cites = {}"),
         "phrase"},
        {"taken back by nothing that can stand", CLAIM(SOUND ", unless = { '' }"), "'unless'"},
        {"no example", CLAIM(SOUND ", examples = {}"), "no example"},
        {"twice",
         "local c = { 'c', says = 's', proves = 'p', ask = 'a?', examples = { 'e' }, " SOUND
         " } return { c, c }",
         "the claim 'c' is given twice"},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct temp_pack pack;
        struct error err = {0};
        temp_open(&pack);
        temp_put(&pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
        temp_put(&pack, "t/H_rule.lua", WRITER_RULE("", "", "function() return pass 'x' end"));
        temp_put(&pack, "claims.lua", rows[i].claims);
        struct rulebook *book = rulebook_open(pack.dir, RULEBOOK_FULL, &err);
        bool sound = book && rulebook_pack(book)->claim_count == 1;
        if (rows[i].message ? book || !strstr(err.message, rows[i].message) : !sound) {
            print_error("%s: %s\n", rows[i].label, err.message);
            failed++;
        }
        rulebook_close(book);
        temp_close(&pack);
    }
    assert_int_equal(failed, 0);
}

static void a_lean_pack_has_the_same_hash_without_claims(void **state)
{
    struct error err;
    struct rulebook *lean = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);

    assert_non_null(lean);
    assert_int_equal(rulebook_pack(lean)->claim_count, 0);
    assert_string_equal(rulebook_pack(lean)->hash, rulebook_pack(*state)->hash);
    rulebook_close(lean);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_match_words_in_order_with_small_gaps),
        cmocka_unit_test(sentences_keep_their_lines),
        cmocka_unit_test(texts_of_the_greatest_size_are_read_in_time),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(every_claim_of_core_matches_its_examples),
        cmocka_unit_test(our_words_on_claims_are_neutral),
        cmocka_unit_test(faults_of_claims_name_the_claim),
        cmocka_unit_test(a_lean_pack_has_the_same_hash_without_claims),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
