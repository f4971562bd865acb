/* SPDX-License-Identifier: MIT
 *
 * Companies of the public record (tests/fixtures) and the invented ones that are shipped
 * (profiles): their order must come out right, and what they score must not drift unseen.
 */
#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"
#include "pack_fixture.h"

enum { COMPANIES_MAX = 40 };

struct company {
    char name[64]; /* the file's, without .ini */
    struct profile profile;
    struct assessment a;
};

struct folder {
    struct rulebook *book;
    struct arena arena;
    struct company companies[COMPANIES_MAX];
    size_t count;
};

static struct folder fixtures, shipped;

/* --- loading --- */

static bool load_company(struct folder *f, const char *folder, const char *file)
{
    struct company *c = &f->companies[f->count++];
    const struct pack *pack = rulebook_pack(f->book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct faults faults = {0};
    struct error err = {.message = ""};
    char path[512];

    snprintf(c->name, sizeof c->name, "%.*s", (int)(strlen(file) - 4), file);
    snprintf(path, sizeof path, "%s/%s/%s", SOURCE_DIR, folder, file);
    if (!profile_load(path, &pack->schema, &options, &f->arena, &c->profile, &faults, &err)) {
        fprintf(stderr, "%s: %s%s\n", path, err.message,
                faults.count > 0 ? faults.list[0].message : "");
        return false;
    }
    assess(f->book, &c->profile, &f->arena, &c->a);
    return true;
}

static bool load_folder(struct folder *f, struct rulebook *book, const char *folder)
{
    char path[512];
    const struct dirent *entry;
    bool ok = true;

    f->book = book;
    snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, folder);
    DIR *dir = opendir(path);
    if (!dir)
        return false;
    while (ok && (entry = readdir(dir)) != NULL) {
        size_t len = strlen(entry->d_name);
        if (len > 4 && strcmp(entry->d_name + len - 4, ".ini") == 0)
            ok = f->count < COMPANIES_MAX && load_company(f, folder, entry->d_name);
    }
    closedir(dir);
    return ok && f->count > 0;
}

static int open_all(void **state)
{
    if (open_core(state) != 0)
        return -1;
    bool ok = load_folder(&fixtures, *state, "tests/fixtures") &&
              load_folder(&shipped, *state, "profiles");
    return ok ? 0 : -1;
}

static int close_all(void **state)
{
    arena_release(&fixtures.arena);
    arena_release(&shipped.arena);
    return close_core(state);
}

static const struct assessment *assessment_of(const struct folder *f, const char *name)
{
    for (size_t i = 0; i < f->count; i++)
        if (strcmp(f->companies[i].name, name) == 0)
            return &f->companies[i].a;
    fail_msg("no profile %s", name);
    return NULL;
}

static bool is_real(const struct company *c)
{
    return strncmp(c->name, "ideal_", 6) != 0;
}

/* --- expected.txt --- */

static const char *class_of(const struct assessment *a)
{
    return a->pack->classify.classes[a->class.class_number].id;
}

static bool scores_lowest(const struct assessment *a)
{
    for (size_t i = 0; i < fixtures.count; i++)
        if (&fixtures.companies[i].a != a &&
            fixtures.companies[i].a.score.score <= a->score.score)
            return false;
    return true;
}

static bool has_critical(const struct assessment *a)
{
    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (finding_severity(&a->findings[i]) == 3)
            return true;
    return false;
}

/* One line of expected.txt: "FIXTURE WHAT IS". */
static bool holds(const struct assessment *a, const char *what, const char *is, char got[64])
{
    if (strcmp(what, "class") == 0) {
        snprintf(got, 64, "%s", class_of(a));
    } else if (strcmp(what, "score") == 0) {
        snprintf(got, 64, "%s", scores_lowest(a) ? "lowest" : "not the lowest");
    } else if (strcmp(what, "verdict") == 0) {
        snprintf(got, 64, "%s%s", a->verdict.kind == VERDICT_DECIDED ? "" : "not decided: ",
                 band_name(a->pack, a->verdict.now));
    } else if (strcmp(what, "critical") == 0) {
        snprintf(got, 64, "%s", has_critical(a) ? "some" : "none");
    } else {
        const struct finding *f = finding_of(a, what);
        snprintf(got, 64, "%s%s", f->span ? "a span up to " : "", outcome_name(f->outcome));
    }
    return strcmp(got, is) == 0;
}

static void each_case_of_the_record_gives_what_is_expected(void **state)
{
    struct arena arena = {0};
    struct error err;
    struct text text, line;
    size_t lines = 0;
    int failed = 0;
    (void)state;

    assert_true(file_read(SOURCE_DIR "/tests/fixtures/expected.txt", 65536, &arena, &text,
                          ERROR_PROFILE, &err));
    while (text_next_part(&text, '\n', &line)) {
        char name[64], what[64], is[64], got[64];
        if (line.len == 0)
            continue;
        const char *copy = arena_copy(&arena, line.at, line.len);
        if (sscanf(copy, "%63s %63s %63[^\n]", name, what, is) != 3)
            fail_msg("expected.txt: '%s'", copy);
        if (!holds(assessment_of(&fixtures, name), what, is, got)) {
            print_error("%s, got %s\n", copy, got);
            failed++;
        }
        lines++;
    }
    assert_int_equal(failed, 0);
    assert_true(lines >= 30);
    arena_release(&arena);
}

/* --- order --- */

static void the_ideal_scores_above_every_case_of_the_record(void **state)
{
    const struct assessment *ideal = assessment_of(&fixtures, "ideal_single");
    (void)state;

    for (size_t i = 0; i < fixtures.count; i++) {
        const struct company *c = &fixtures.companies[i];
        if (is_real(c) && c->a.score.score >= ideal->score.score)
            fail_msg("%s scores %d, the ideal %d", c->name, c->a.score.score,
                     ideal->score.score);
    }
}

static void cases_decided_against_score_below_those_decided_for(void **state)
{
    static const char *const against[] = {"burnlounge", "ca_2005_opinion", "fhtm", "sbh"};
    static const char *const with[] = {"amway_1979", "herbalife_order", "neora"};
    (void)state;

    for (size_t i = 0; i < COUNT(against); i++) {
        for (size_t j = 0; j < COUNT(with); j++) {
            const struct assessment *a = assessment_of(&fixtures, against[i]);
            const struct assessment *b = assessment_of(&fixtures, with[j]);
            if (a->score.score >= b->score.score || a->verdict.now <= b->verdict.now)
                fail_msg("%s does not come below %s", against[i], with[j]);
        }
    }
}

static void an_order_or_a_change_of_plan_lifts_the_same_company(void **state)
{
    static const struct {
        const char *before, *after;
    } pairs[] = {{"vemma_before", "vemma_after"}, {"herbalife_before", "herbalife_order"}};
    (void)state;

    for (size_t i = 0; i < COUNT(pairs); i++)
        assert_true(assessment_of(&fixtures, pairs[i].before)->score.score <
                    assessment_of(&fixtures, pairs[i].after)->score.score);
    assert_string_equal(class_of(assessment_of(&fixtures, "advocare_mlm")), "mlm");
    assert_string_equal(class_of(assessment_of(&fixtures, "advocare_single")), "single_level");
}

static void a_filled_in_ideal_is_decided_well(void **state)
{
    const struct assessment *a = assessment_of(&fixtures, "ideal_single_filled");
    (void)state;

    assert_int_equal(a->verdict.kind, VERDICT_DECIDED);
    assert_string_equal(band_name(a->pack, a->verdict.now), "well");
    assert_int_equal(a->score.coverage, 100000);
    assert_int_equal(a->score.low, a->score.high);
}

/* The public record is thin, and the program must not pretend otherwise (design.md 5). */
static void cases_of_the_record_are_thinly_covered(void **state)
{
    (void)state;

    for (size_t i = 0; i < fixtures.count; i++) {
        const struct company *c = &fixtures.companies[i];
        if (!is_real(c))
            continue;
        assert_true(c->a.score.has_score);
        if (c->a.score.coverage > 15000)
            fail_msg("%s has coverage %d", c->name, c->a.score.coverage);
        if (c->a.verdict.kind == VERDICT_DECIDED && c->a.verdict.criticals < 2)
            fail_msg("%s is decided on so little", c->name);
    }
}

/* --- shipped profiles --- */

/* Change this table only together with a rule or a profile, and say why in the commit. */
static const struct expected {
    const char *name;
    int score, low, high; /* thousandths */
    enum verdict_kind kind;
    const char *now, *class;
} table[] = {
    {"harbor_soap", 99408, 99408, 99408, VERDICT_DECIDED, "well", "single_level"},
    {"larkspur", 91694, 88480, 92240, VERDICT_PROVISIONAL, "well", "mlm"},
    {"northlight_social", 90223, 77698, 91580, VERDICT_PROVISIONAL, "well",
     "social_media_marketing"},
    {"mellin_tea", 78132, 68610, 83435, VERDICT_PROVISIONAL, "mostly", "mlm"},
    {"quiet_river", 67304, 64550, 68950, VERDICT_PROVISIONAL, "mostly", "mlm"},
    {"sunleaf", 51999, 44630, 58840, VERDICT_PROVISIONAL, "in part", "mlm"},
    {"peakrise", 24784, 23072, 29762, VERDICT_DECIDED, "hardly", "mlm"},
    {"invited_last_night", 17258, 1070, 94870, VERDICT_PROVISIONAL, "hardly", "mlm"},
};

static void shipped_profiles_score_what_the_table_says(void **state)
{
    int failed = 0;
    (void)state;

    assert_int_equal(shipped.count, COUNT(table)); /* a new profile needs a row */
    for (size_t i = 0; i < COUNT(table); i++) {
        const struct expected *e = &table[i];
        const struct assessment *a = assessment_of(&shipped, e->name);
        if (a->score.score == e->score && a->score.low == e->low && a->score.high == e->high &&
            a->verdict.kind == e->kind &&
            strcmp(band_name(a->pack, a->verdict.now), e->now) == 0 &&
            strcmp(class_of(a), e->class) == 0)
            continue;
        print_error("%s: %d (%d to %d), kind %d, %s, %s\n", e->name, a->score.score,
                    a->score.low, a->score.high, (int)a->verdict.kind,
                    band_name(a->pack, a->verdict.now), class_of(a));
        failed++;
    }
    assert_int_equal(failed, 0);
}

static void harbor_soap_tops_the_shipped_profiles(void **state)
{
    const struct assessment *top = assessment_of(&shipped, "harbor_soap");
    (void)state;

    for (size_t i = 0; i < shipped.count; i++)
        if (&shipped.companies[i].a != top)
            assert_true(shipped.companies[i].a.score.score < top->score.score);
}

static void no_rule_breaks_on_any_profile(void **state)
{
    const struct folder *folders[] = {&fixtures, &shipped};
    (void)state;

    for (size_t f = 0; f < COUNT(folders); f++)
        for (size_t i = 0; i < folders[f]->count; i++)
            for (size_t r = 0; r < folders[f]->companies[i].a.pack->rule_count; r++)
                if (folders[f]->companies[i].a.findings[r].outcome == OUTCOME_ERROR)
                    fail_msg("%s breaks on %s: %s",
                             folders[f]->companies[i].a.findings[r].rule->id,
                             folders[f]->companies[i].name,
                             folders[f]->companies[i].a.findings[r].message.format);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_of_the_record_gives_what_is_expected),
        cmocka_unit_test(the_ideal_scores_above_every_case_of_the_record),
        cmocka_unit_test(cases_decided_against_score_below_those_decided_for),
        cmocka_unit_test(an_order_or_a_change_of_plan_lifts_the_same_company),
        cmocka_unit_test(a_filled_in_ideal_is_decided_well),
        cmocka_unit_test(cases_of_the_record_are_thinly_covered),
        cmocka_unit_test(shipped_profiles_score_what_the_table_says),
        cmocka_unit_test(harbor_soap_tops_the_shipped_profiles),
        cmocka_unit_test(no_rule_breaks_on_any_profile),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
