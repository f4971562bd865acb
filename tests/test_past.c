/* SPDX-License-Identifier: MIT
 *
 * Reading a history back: runs, one company over runs, trends, and files that hold nonsense.
 */
#include "history_fixture.h"

#include "rows.h"

#include "audit/history/past.h"

static struct past *open_past(const struct bench *b)
{
    struct error err = {0};
    struct past *past = past_open(b->path, &err);

    if (!past)
        fail_msg("%s: %s", err.where, err.message);
    return past;
}

/* A company that is not known by its number. */
struct given {
    const char *name, *company, *hash;
    enum outcome found_by[RULES];
};

static void take_given(struct bench *b, struct history *history, int64_t number,
                       const struct given *given)
{
    struct record record = assessed(b, number, given->found_by);

    record.name = given->name;
    record.company = given->company;
    record.profile_hash[0] = given->hash[0];
    take(history, &record);
}

static void audit_given(struct bench *b, const struct given *list, size_t count)
{
    struct history *history = open_history(b);

    for (size_t i = 0; i < count; i++)
        take_given(b, history, (int64_t)i, &list[i]);
    end(history, HISTORY_WHOLE);
}

static void as_of(struct bench *b, int year)
{
    b->run.has_as_of = year > 0;
    b->run.as_of = year > 0 ? date_of(year, 1, 1) : 0;
}

#define P OUTCOME_PASS
#define M OUTCOME_MAJOR
#define C OUTCOME_CRITICAL
#define U OUTCOME_UNKNOWN

/* --- runs --- */

static void runs_are_listed_by_number_with_their_ends(void **state)
{
    static const char *const states[] = {"whole", "stopped", "running"};
    struct bench b;

    (void)state;
    set_up(&b);
    for (int i = 0; i < 3; i++) {
        struct history *history = open_history(&b);
        for (int64_t k = 0; k < 700; k++) {
            struct record record = numbered(&b, k);
            take(history, &record);
        }
        if (i < 2)
            end(history, i == 0 ? HISTORY_WHOLE : HISTORY_STOPPED);
        else
            history_close(history);
    }
    struct past *past = open_past(&b);
    const struct past_runs *runs = past_runs(past);
    assert_int_equal(runs->count, 3);
    for (size_t i = 0; i < 3; i++) {
        ROW_INT(states[i], runs->list[i].number, (long long)i + 1);
        ROW_TEXT(states[i], runs->list[i].state, states[i]);
        ROW_INT(states[i], runs->list[i].counts.companies, i < 2 ? 700 : 500);
        ROW_INT(states[i], (long long)runs->list[i].pack_count, 1);
        ROW_TEXT(states[i], runs->list[i].packs[0]->name, "made-up");
    }
    ROWS_END();
    past_close(past);
    tear_down(&b);
}

static void a_summary_counts_bands_and_names_the_first_that_failed(void **state)
{
    struct past_summary summary;
    struct error err = {0};
    struct bench b;

    (void)state;
    set_up(&b);
    audit_numbered(&b, 300);
    struct past *past = open_past(&b);
    assert_true(past_summary(past, 1, &summary, &err));
    assert_int_equal(summary.standing_count, 1);
    const struct past_standing *s = &summary.standings[0];
    assert_int_equal(s->companies, 270);
    assert_int_equal(s->scored, 180); /* of every three one has no score */
    assert_int_equal(s->band_count, 4);
    assert_string_equal(s->bands[1].name, "mostly");
    assert_int_equal(s->bands[1].companies, 270);
    assert_int_equal(s->bands[0].companies, 0);
    /* 90 of 86.667 and 90 of 41.667: the middle of the two in the middle, and as much on
     * average */
    assert_int_equal(s->mean, 64167);
    assert_int_equal(s->median, 64167);
    assert_int_equal(summary.failure_count, PAST_ERRORS);
    assert_string_equal(summary.failures[9].name, "c00099.ini");
    assert_string_equal(summary.failures[9].error, "lost");
    assert_false(past_summary(past, 2, &summary, &err));
    assert_string_equal(err.message, "has no run 2: 'plumbline history' lists them");
    past_close(past);
    tear_down(&b);
}

/* --- one company --- */

/* "run:score changes,changes" of each, by as-of date. */
static void put_company(struct bench *b, const char *name, struct buf *out)
{
    struct past_company company;
    struct error err = {0};
    struct past *past = open_past(b);

    if (!past_company(past, name, &company, &err))
        buf_puts(out, err.message);
    for (size_t i = 0; *err.message == '\0' && i < company.count; i++) {
        const struct past_result *r = &company.list[i];
        buf_printf(out, "%s%d:", i > 0 ? "; " : "", (int)r->run->number);
        if (r->error)
            buf_printf(out, "%s", r->error);
        else
            buf_printf(out, "%d", r->score.score);
        if (!r->error && r->before)
            buf_printf(out, " since %d", (int)r->before->run->number);
        for (size_t k = 0; k < r->change_count; k++)
            buf_printf(out, " %s %s>%s", r->changes[k].now.rule, r->changes[k].was.outcome,
                       r->changes[k].now.outcome);
    }
    past_close(past);
}

static void a_company_is_followed_by_date_and_what_changed_is_said(void **state)
{
    static const struct {
        const char *label, *name, *wanted;
    } rows[] = {
        {"by its own name", "Acme",
         "1:100000; 3:81250 since 1 R1 pass>major; "
         "2:75000 since 3 R1 major>critical"},
        {"by the input's", "a.ini",
         "1:100000; 3:81250 since 1 R1 pass>major; "
         "2:75000 since 3 R1 major>critical"},
        {"moved to another file", "Beta",
         "1:100000; 3:100000 since 1 R4 pass>unknown; "
         "2:100000 since 3"},
        {"of two the one of the same file", "Twin",
         "1:100000; 1:0; 3:0 since 1; 3:100000 since 1; 2:0 since 3; 2:100000 since 3"},
        {"not there in between", "Now and then", "1:100000; 2:100000 since 1"},
        {"almost", "Acmee", "has no company 'Acmee': did you mean 'Acme'?"},
        {"another case is another name", "ACME", "has no company 'ACME': did you mean 'Acme'?"},
        {"the start of a name, misspelt", "quite",
         "has no company 'quite': did you mean 'Quiet River (invented)'?"},
        {"without what stands in brackets", "Quiet Rivre",
         "has no company 'Quiet Rivre': did you mean 'Quiet River (invented)'?"},
        {"a file without folder and ending", "odd-nmae",
         "has no company 'odd-nmae': did you mean 'far/off/odd-name.ini'?"},
        {"nothing like it", "Peakrise", "has no company 'Peakrise'"},
        {"a quote is a part of a name", "' OR 1 --", "has no company '' OR 1 --'"},
    };
    static const struct given first[] = {
        {"a.ini", "Acme", "1", {P, P, P, P}},
        {"b.ini", "Beta", "1", {P, P, P, P}},
        {"t1.ini", "Twin", "1", {P, P, P, P}},
        {"t2.ini", "Twin", "2", {C, C, C, C}},
        {"far/off/odd-name.ini", "Quiet River (invented)", "1", {P, P, P, P}},
        {"n.ini", "Now and then", "1", {P, P, P, P}}};
    static const struct given second[] = {{"a.ini", "Acme", "3", {C, P, P, P}},
                                          {"moved/b.ini", "Beta", "3", {P, P, P, U}},
                                          {"t2.ini", "Twin", "2", {C, C, C, C}},
                                          {"t1.ini", "Twin", "1", {P, P, P, P}},
                                          {"n.ini", "Now and then", "1", {P, P, P, P}}};
    static const struct given third[] = {{"a.ini", "Acme", "2", {M, P, P, P}},
                                         {"moved/b.ini", "Beta", "2", {P, P, P, U}},
                                         {"t2.ini", "Twin", "2", {C, C, C, C}},
                                         {"t1.ini", "Twin", "1", {P, P, P, P}}};
    struct bench b;

    (void)state;
    set_up(&b);
    audit_given(&b, first, COUNT(first));
    as_of(&b, 2024);
    audit_given(&b, second, COUNT(second));
    as_of(&b, 2023);
    audit_given(&b, third, COUNT(third));
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf got = BUF_INIT;
        put_company(&b, rows[i].name, &got);
        ROW_TEXT(rows[i].label, buf_text(&got), rows[i].wanted);
        buf_release(&got);
    }
    ROWS_END();
    tear_down(&b);
}

static void other_points_are_no_change_of_what_a_rule_found(void **state)
{
    static const struct given company[] = {{"a.ini", "Acme", "1", {P, M, P, P}}};
    struct buf got = BUF_INIT;
    struct bench b;

    (void)state;
    set_up(&b);
    audit_given(&b, company, 1);
    b.made.pack.hash[0] = 'b';
    b.made.pack.rule_count = 3; /* and one rule is gone */
    audit_given(&b, company, 1);
    put_company(&b, "Acme", &got);
    assert_string_equal(buf_text(&got), "1:81250; 2:81250 since 1 R4 pass>");
    buf_release(&got);
    tear_down(&b);
}

/* --- trends --- */

static void movers_stand_once_in_both_runs_the_farthest_first(void **state)
{
    static const struct given before[] = {
        {"a.ini", "Up", "1", {C, C, C, C}},      {"b.ini", "Down", "1", {P, P, P, P}},
        {"c.ini", "Same", "1", {P, P, P, P}},    {"d.ini", "Twin", "1", {P, P, P, P}},
        {"e.ini", "Twin", "1", {C, C, C, C}},    {"f.ini", "Gone", "1", {C, C, C, C}},
        {"g.ini", "A bit", "1", {P, M, P, P}},   {"h.ini", "Dark", "1", {U, U, U, U}},
        {"i.ini", "Farther", "1", {P, P, P, P}},
    };
    static const struct given after[] = {
        {"a.ini", "Up", "2", {P, P, P, P}},      {"b.ini", "Down", "2", {P, P, P, C}},
        {"c.ini", "Same", "1", {P, P, P, P}},    {"d.ini", "Twin", "1", {C, C, C, C}},
        {"e.ini", "Twin", "1", {P, P, P, P}},    {"g.ini", "A bit", "2", {P, P, P, P}},
        {"h.ini", "Dark", "1", {P, P, P, P}},    {"j.ini", "New", "1", {C, C, C, C}},
        {"i.ini", "Farther", "1", {P, P, C, C}},
    };
    struct past_trends trends;
    struct error err = {0};
    struct bench b;

    (void)state;
    set_up(&b);
    audit_given(&b, before, COUNT(before));
    audit_given(&b, after, COUNT(after));
    struct history *history = open_history(&b); /* unfinished: not compared with */
    history_close(history);
    struct past *past = open_past(&b);
    assert_true(past_trends(past, &trends, &err));
    assert_int_equal(trends.count, 1);
    const struct past_trend *t = &trends.list[0];
    assert_int_equal(t->count, 3);
    assert_int_equal(t->first->number, 1);
    assert_int_equal(t->last->number, 2);
    assert_int_equal(t->compared, 5);
    assert_int_equal(t->better, 2);
    assert_int_equal(t->worse, 2);
    assert_int_equal(t->unclear, 1);
    assert_int_equal(t->up_count, 2);
    assert_string_equal(t->up[0].company, "Up");
    assert_int_equal(t->up[0].was, 0);
    assert_int_equal(t->up[0].now, 100000);
    assert_string_equal(t->up[1].company, "A bit");
    assert_int_equal(t->down_count, 2);
    assert_string_equal(t->down[0].company, "Farther");
    assert_string_equal(t->down[1].company, "Down");
    past_close(past);
    tear_down(&b);
}

static void runs_by_other_packs_are_not_compared(void **state)
{
    static const struct given company[] = {{"a.ini", "Acme", "1", {P, M, P, P}}};
    struct past_trends trends;
    struct error err = {0};
    struct bench b;

    (void)state;
    set_up(&b);
    for (int i = 0; i < 3; i++) {
        b.made.pack.hash[0] = (char)('a' + i);
        audit_given(&b, company, 1);
    }
    struct past *past = open_past(&b);
    assert_true(past_trends(past, &trends, &err));
    assert_int_equal(trends.count, 1);
    assert_int_equal(trends.list[0].count, 3);
    assert_null(trends.list[0].first);
    past_close(past);
    tear_down(&b);
}

/* --- what no audit wrote --- */

static const struct {
    const char *label, *change;
    const char *wanted; /* "": it is shown all the same */
} nonsense[] = {
    {"scores beyond all bounds",
     "UPDATE assessments SET score = 9223372036854775807, low = -9223372036854775808,"
     " high = 'much', coverage = 1e300",
     "does not hold what it should: integer overflow"},
    {"points beyond all bounds",
     "UPDATE findings SET low = -9223372036854775808, applicable = 9223372036854775807,"
     " severity = 99",
     ""},
    {"text that is none",
     "UPDATE runs SET program = CAST(x'ff1b5b41' AS TEXT), inputs = program;"
     " UPDATE assessments SET name = CAST(x'1b5b41' AS TEXT)",
     ""},
    {"bands that are not there", "DELETE FROM bands; UPDATE assessments SET band = -1", ""},
    {"a verdict of no kind", "UPDATE assessments SET verdict = 'grand'", ""},
    {"a result of no run", "UPDATE assessments SET run = run + 77",
     "does not hold what it should: a result of no run"},
    {"a result by no pack", "UPDATE assessments SET pack = 77",
     "does not hold what it should: a result by no pack"},
    {"a table that is missing", "DROP TABLE findings",
     "does not hold what it should: no such table: findings"},
    {"a column that is missing", "ALTER TABLE assessments RENAME COLUMN low TO lower",
     "does not hold what it should: no such column: a.low"},
    {"a view in the place of a table",
     "DROP TABLE bands; CREATE VIEW bands AS SELECT 1 AS pack, 0 AS number, 'x' AS name", ""},
};

/* Draws all that there is of it; the first error, or "". */
static void put_all(const struct bench *b, struct buf *out)
{
    struct buf drawn = BUF_INIT;
    struct text_style style = {.width = TEXT_WIDTH};
    struct page page = {&drawn, &style, BUF_INIT};
    struct json json = {.out = &drawn};
    struct past_company company;
    struct past_summary summary;
    struct past_trends trends;
    struct error err = {0};
    struct past *past = past_open(b->path, &err);

    if (past && past_company(past, "Company 0", &company, &err) &&
        past_summary(past, 1, &summary, &err) && past_trends(past, &trends, &err)) {
        history_runs_text(&page, "file", past_runs(past));
        history_runs_json(&json, "1.2.3", past_runs(past));
        history_company_text(&page, &company);
        history_company_json(&json, "1.2.3", &company);
        history_summary_text(&page, &summary);
        history_summary_json(&json, "1.2.3", &summary);
        history_trends_text(&page, &trends);
        history_trends_json(&json, "1.2.3", &trends);
    }
    assert_null(memchr(buf_text(&drawn), '\033', drawn.len));
    buf_puts(out, err.message);
    past_close(past);
    buf_release(&page.scratch);
    buf_release(&drawn);
}

static void change(const struct bench *b, const char *sql)
{
    struct database_kind kind = history_kind;
    struct error err = {0};
    char statements[512];

    snprintf(statements, sizeof statements, "PRAGMA foreign_keys = OFF; %s", sql);
    struct database *db = database_open(b->path, &kind, DATABASE_WRITE, &err);
    assert_non_null(db);
    for (const char *at = statements; *at;
         at += strcspn(at, ";") + (at[strcspn(at, ";")] == ';')) {
        struct arena arena = {0};
        struct statement *s =
            database_prepare(db, arena_copy(&arena, at, strcspn(at, ";")), &err);
        if (!s || !statement_done(s, &err))
            fail_msg("%s: %s", at, err.message);
        arena_release(&arena);
    }
    database_close(db);
}

static void a_file_that_holds_nonsense_is_shown_or_refused_but_does_no_harm(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(nonsense); i++) {
        struct buf got = BUF_INIT;
        struct bench b;
        set_up(&b);
        audit_numbered(&b, 12);
        audit_numbered(&b, 12);
        change(&b, nonsense[i].change);
        put_all(&b, &got);
        ROW_TEXT(nonsense[i].label, buf_text(&got), nonsense[i].wanted);
        buf_release(&got);
        tear_down(&b);
    }
    ROWS_END();
}

/* Every byte of a page: whatever it says then, it is said without harm. */
static void a_damaged_file_does_no_harm(void **state)
{
    struct bench b;

    (void)state;
    set_up(&b);
    audit_numbered(&b, 60);
    FILE *f = fopen(b.path, "r+b");
    assert_non_null(f);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    long size = ftell(f);
    int said = 0;
    for (long at = 100; at < size; at += 211) {
        struct buf got = BUF_INIT;
        assert_int_equal(fseek(f, at, SEEK_SET), 0);
        int was = fgetc(f);
        assert_int_equal(fseek(f, at, SEEK_SET), 0);
        fputc(was ^ 0xFF, f);
        fflush(f);
        put_all(&b, &got);
        said += got.len > 0;
        assert_int_equal(fseek(f, at, SEEK_SET), 0);
        fputc(was, f);
        fflush(f);
        buf_release(&got);
    }
    fclose(f);
    assert_true(said > 10);
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_listed_by_number_with_their_ends),
        cmocka_unit_test(a_summary_counts_bands_and_names_the_first_that_failed),
        cmocka_unit_test(a_company_is_followed_by_date_and_what_changed_is_said),
        cmocka_unit_test(other_points_are_no_change_of_what_a_rule_found),
        cmocka_unit_test(movers_stand_once_in_both_runs_the_farthest_first),
        cmocka_unit_test(runs_by_other_packs_are_not_compared),
        cmocka_unit_test(a_file_that_holds_nonsense_is_shown_or_refused_but_does_no_harm),
        cmocka_unit_test(a_damaged_file_does_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
