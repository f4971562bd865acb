/* SPDX-License-Identifier: MIT
 *
 * Results added up without their pack: what the program wrote adds up, and every digit of it
 * that is changed shows.
 */
#include "result_fixture.h"

#include "audit/results/diff.h"
#include "audit/results/ledger.h"

static const char *const companies[] = {
    "sunleaf.ini",    "quiet_river.ini", "peakrise.ini",          "larkspur.ini",
    "mellin_tea.ini", "harbor_soap.ini", "northlight_social.ini", "invited_last_night.ini"};

static void stamp_of(struct rulebook *book, enum json_detail detail, struct arena *arena,
                     struct stamp *out)
{
    struct buf line = BUF_INIT;
    struct error err = {0};

    draw_run(&line, book, detail);
    if (!stamp_read((struct text){line.at, line.len}, "run", arena, out, &err))
        fail_msg("%s", err.message);
    buf_release(&line);
}

/* Faults of a line, or -1 where it cannot be read. */
static int faults_of(struct text line, const struct stamp *stamp, struct buf *faults)
{
    struct arena arena = {0};
    struct entry entry;
    struct error err = {0};
    int count = -1;

    if (entry_read(line, "line", 2, stamp, &arena, &entry, &err))
        count = (int)ledger_check(&stamp->packs[0], &entry, faults);
    arena_release(&arena);
    return count;
}

static void what_the_program_wrote_adds_up(void **state)
{
    for (size_t i = 0; i < COUNT(companies) * DETAIL_COUNT; i++) {
        enum json_detail detail = (enum json_detail)(i % DETAIL_COUNT);
        const char *name = companies[i / DETAIL_COUNT];
        struct buf line = BUF_INIT, faults = BUF_INIT;
        struct arena arena = {0};
        struct stamp stamp;
        stamp_of(*state, detail, &arena, &stamp);
        draw_company(&line, *state, name, detail);
        ROW_INT(name, faults_of((struct text){line.at, line.len - 1}, &stamp, &faults), 0);
        ROW_TEXT(name, buf_text(&faults), "");
        arena_release(&arena);
        buf_release(&line);
        buf_release(&faults);
    }
    ROWS_END();
}

/* --- digits --- */

/* Where the numbers start that must add up, and where they end: all before is what a ledger
 * cannot know (names, hashes, days), and so are messages. */
static bool is_in_message(const char *line, const char *at)
{
    const char *open = NULL;

    for (const char *p = line; p < at; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '"')
            open = open ? NULL : p;
    }
    return open != NULL;
}

static const struct {
    const char *name;
    enum json_detail detail;
} digits[] = {{"sunleaf.ini", DETAIL_FINDINGS},
              {"peakrise.ini", DETAIL_FINDINGS},
              {"invited_last_night.ini", DETAIL_FULL}};

/* Changes every digit outside of texts, one at a time, each to its next; whoever does not show
 * is printed. */
static void every_digit_that_is_changed_shows(void **state)
{
    for (size_t i = 0; i < COUNT(digits); i++) {
        struct buf line = BUF_INIT;
        struct arena arena = {0};
        struct stamp stamp;
        size_t changed = 0;
        enum json_detail detail = digits[i].detail;
        stamp_of(*state, detail, &arena, &stamp);
        draw_company(&line, *state, digits[i].name, detail);
        /* of a full record, what is no sum: the figures of questions, facts and sources */
        char *end =
            detail == DETAIL_FULL ? strstr(line.at, "\"classification\"") : line.at + line.len;
        for (char *at = strstr(line.at, "\"score\""); at < end; at++) {
            struct buf faults = BUF_INIT;
            if (!is_digit(*at) || is_in_message(line.at, at))
                continue;
            char was = *at;
            *at = was == '9' ? '0' : (char)(was + 1);
            if (faults_of((struct text){line.at, line.len - 1}, &stamp, &faults) == 0)
                fail_msg("a changed digit does not show: %.60s", at - 30);
            *at = was;
            changed++;
            buf_release(&faults);
        }
        assert_true(changed > 100);
        arena_release(&arena);
        buf_release(&line);
    }
}

/* --- words --- */

static const struct {
    const char *label, *old, *new;
    const char *wanted; /* start of the faults */
} words[] = {
    {"an outcome for a better one", "\"outcome\":\"major\"", "\"outcome\":\"minor\"", ""},
    {"a decided rule as unknown", "\"outcome\":\"pass\"", "\"outcome\":\"unknown\"",
     "PF01: 'possible' is 25.000; 0.000 follows"},
    {"not applicable", "\"outcome\":\"pass\"", "\"outcome\":\"not_applicable\"",
     "PF01: 'applicable' is 25.000; 0.000 follows"},
    {"another rule", "\"rule\":\"PF01\"", "\"rule\":\"PF02\"", "PF01 has 0 findings"},
    {"a rule of nowhere", "\"rule\":\"PF01\"", "\"rule\":\"XX01\"", "PF01 has 0 findings"},
    {"another band", "\"band\":\"in part\"", "\"band\":\"mostly\"",
     "the company: the verdict 'mostly' (hardly ... in part) does not follow"},
    {"another best case", "\"best\":\"in part\"", "\"best\":\"mostly\"",
     "the company: the verdict 'in part' (hardly ... mostly) does not follow"},
    {"a band of nowhere", "\"band\":\"in part\"", "\"band\":\"partly\"",
     "the company: the verdict 'partly'"},
    {"decided", "\"kind\":\"provisional\"", "\"kind\":\"decided\"",
     "the company: the verdict is 'decided'; 'provisional' follows"},
    {"capped", "\"capped\":false", "\"capped\":true", "the company: the verdict 'in part'"},
    {"a critical that is none", "\"criticals\":[]", "\"criticals\":[\"PF01\"]",
     "the company: 'criticals' names PF01, which is not critical"},
    {"no score",
     "\"score\":", "\"score\":null,\"x\":", "the company: a score and its coverage"},
    {"a waiver that holds",
     "\"severity\":0,\"points\":25,\"ledger\":[25000,25000,25000,25000,25000]",
     "\"severity\":0,\"points\":25,\"ledger\":[25000,25000,25000,25000,25000],\"waiver\":"
     "\"holds\"",
     "'without_waived' is null; the findings have a waiver that holds"},
};

static void every_word_that_is_changed_shows(void **state)
{
    struct buf line = BUF_INIT;
    struct arena arena = {0};
    struct stamp stamp;

    stamp_of(*state, DETAIL_FINDINGS, &arena, &stamp);
    draw_company(&line, *state, "sunleaf.ini", DETAIL_FINDINGS);
    for (size_t i = 0; i < COUNT(words); i++) {
        struct buf other = BUF_INIT, faults = BUF_INIT;
        const char *at = strstr(line.at, words[i].old);
        if (!at)
            fail_msg("%s: no '%s'", words[i].label, words[i].old);
        buf_put(&other, line.at, (size_t)(at - line.at));
        buf_printf(&other, "%s%s", words[i].new, at + strlen(words[i].old));
        int count = faults_of((struct text){other.at, other.len - 1}, &stamp, &faults);
        ROW_INT(words[i].label, count > 0, 1);
        if (faults.len > strlen(words[i].wanted))
            faults.at[strlen(words[i].wanted)] = '\0';
        ROW_TEXT(words[i].label, buf_text(&faults), words[i].wanted);
        buf_release(&other);
        buf_release(&faults);
    }
    arena_release(&arena);
    buf_release(&line);
    ROWS_END();
}

/* --- anything --- */

static unsigned next(unsigned *state, unsigned below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state % below;
}

/* Digits for digits, or any bytes: whatever stands there, it is refused, or shows, or is no
 * number; sums and differences of it stay within their types (the sanitizer says so). */
static void whatever_stands_there_is_survived(void **state)
{
    static const enum json_detail details[] = {DETAIL_FINDINGS, DETAIL_FULL};
    static const unsigned rounds[] = {1000, 60};
    size_t readable = 0, wrong = 0;

    for (size_t d = 0; d < COUNT(details); d++) {
        struct buf line = BUF_INIT;
        struct arena arena = {0};
        struct stamp stamp;
        stamp_of(*state, details[d], &arena, &stamp);
        draw_company(&line, *state, "invited_last_night.ini", details[d]);
        struct text whole = {line.at, line.len - 1};
        struct entry was;
        struct error err;
        bool sound = entry_read(whole, "a", 2, &stamp, &arena, &was, &err);
        assert_true(sound);
        for (unsigned i = 1; i <= rounds[d]; i++) {
            unsigned seed = i * 2654435761u;
            struct arena own = {0};
            struct buf faults = BUF_INIT;
            struct entry is;
            struct diff_company company;
            char *copy = arena_copy(&own, whole.at, whole.len);
            for (unsigned k = 0; k < 8; k++) {
                size_t at = next(&seed, (unsigned)whole.len);
                if (i % 3 == 0)
                    copy[at] = (char)next(&seed, 256);
                else if (is_digit(copy[at]))
                    copy[at] = (char)('0' + next(&seed, 10));
                else if (copy[at] == ',' && is_digit(copy[at + 1]) && is_digit(copy[at - 1]))
                    copy[at] = '9'; /* two numbers become one long */
            }
            if (entry_read((struct text){copy, whole.len}, "b", 2, &stamp, &own, &is, &err)) {
                struct diff_side old = {&stamp, &was}, new = {&stamp, &is};
                readable++;
                wrong += ledger_check(&stamp.packs[0], &is, &faults) > 0;
                (void)diff_companies(&old, &new, &own, &company, &err);
                (void)diff_companies(&new, &old, &own, &company, &err);
            }
            buf_release(&faults);
            arena_release(&own);
        }
        arena_release(&arena);
        buf_release(&line);
    }
    assert_true(readable > 300 && wrong > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_program_wrote_adds_up),
        cmocka_unit_test(every_digit_that_is_changed_shows),
        cmocka_unit_test(every_word_that_is_changed_shows),
        cmocka_unit_test(whatever_stands_there_is_survived),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
