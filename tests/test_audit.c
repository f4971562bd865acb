/* SPDX-License-Identifier: MIT
 *
 * Audits: records in the order of the input whatever the number of workers, and nothing lost
 * whatever happens to them.
 */
#include "audit_fixture.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "audit/work/block.h"

/* Checks that both are the same, line by line; shows the first that is not. */
static void row_lines(const char *label, const char *got, const char *wanted)
{
    size_t same = 0;
    char lines[2][200];

    while (got[same] && got[same] == wanted[same])
        same++;
    while (same > 0 && got[same - 1] != '\n')
        same--;
    snprintf(lines[0], sizeof lines[0], "%.*s", (int)strcspn(got + same, "\n"), got + same);
    snprintf(lines[1], sizeof lines[1], "%.*s", (int)strcspn(wanted + same, "\n"),
             wanted + same);
    ROW_TEXT(label, lines[0], lines[1]);
    ROW_INT(label, strcmp(got, wanted), 0);
}

static void records_are_the_same_at_any_number_of_workers(void **state)
{
    static const struct {
        const char *label;
        int64_t companies;
        size_t text_bytes;
    } rows[] = {{"none", 0, 0},
                {"one", 1, 0},
                {"as many as workers", 8, 0},
                {"some blocks", 700, 0},
                {"companies that fill more than a pipe", 12, 300 * 1024}};

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct trial one = trial_of(rows[i].companies);
        one.made.text_bytes = rows[i].text_bytes;
        ROW_INT(rows[i].label, trial_run(&one, 1), AUDIT_DONE);
        ROW_INT(rows[i].label, one.progress.counts.companies, rows[i].companies);
        for (int workers = 2; workers <= 8; workers += 3) {
            struct trial many = trial_of(rows[i].companies);
            many.made.text_bytes = rows[i].text_bytes;
            ROW_INT(rows[i].label, trial_run(&many, workers), AUDIT_DONE);
            row_lines(rows[i].label, buf_text(&many.got), buf_text(&one.got));
            trial_release(&many);
            assert_no_child();
        }
        trial_release(&one);
    }
    ROWS_END();
}

static void a_block_keeps_records_of_any_size(void **state)
{
    const size_t size = (size_t)64 << 20;
    struct block block = BLOCK_INIT;
    char *record = calloc(1, size);

    (void)state;
    assert_non_null(record);
    for (size_t i = 1; i <= 5; i++) {
        block_keep(&block, (struct text){record, size});
        assert_int_equal(block.records.len, i * size);
    }
    block_release(&block);
    free(record);
}

static void counts_say_what_came_of_the_companies(void **state)
{
    static const struct mishap some[] = {{3, "killed"}, {57, "killed"}, {0, NULL}};
    struct trial t = trial_of(100);

    (void)state;
    t.made.mishaps = some;
    assert_int_equal(trial_run(&t, 2), AUDIT_DONE);
    assert_int_equal(t.progress.counts.companies, 100);
    assert_int_equal(t.progress.counts.unreadable, 10); /* every tenth is misspelt */
    assert_int_equal(t.progress.counts.lost, 2);
    assert_int_equal(t.progress.counts.assessed, 88);
    trial_release(&t);
}

static void a_lost_company_is_an_error_for_build_servers(void **state)
{
    static const struct mishap some[] = {{1, "killed"}, {0, NULL}};
    static const char *const wanted[] = {
        "\"text\": \"the worker process that was on it was ended by SIGKILL",
        "errors=\"1\"",
        "<error message=\"the worker process that was on it",
        "not ok - c00001-killed.ini",
        "    # the worker process that was on it",
        "::error file=c00001-killed.ini,title=the profile cannot be read::the worker"};
    const struct pack *pack = rulebook_pack(tiny.books[0]);
    struct report_context context = {.version = "0"};
    struct format_run run = {&context, &pack, 1};
    struct trial t = trial_of(3);

    (void)state;
    t.made.mishaps = some;
    t.options.run = &run;
    for (int i = DRAWN_SARIF; i <= DRAWN_GITHUB; i++)
        t.options.drawn[i] = true;
    assert_int_equal(trial_run(&t, 2), AUDIT_DONE);
    for (size_t i = 0; i < COUNT(wanted); i++)
        if (!strstr(buf_text(&t.lost), wanted[i]))
            fail_msg("no '%s' in:\n%s", wanted[i], buf_text(&t.lost));
    trial_release(&t);
}

/* The records of a run in which the companies of 'lost' came to nothing, out of those of a run
 * in which nothing happened. */
static void put_wanted(struct buf *out, const char *whole, const struct mishap *lost,
                       const char *how)
{
    int64_t number = 0;

    for (const char *at = whole; *at; number++) {
        const char *line = strchr(at, '\n') + 1, *end = strchr(line, '\n') + 1;
        const struct mishap *m = lost;
        while (m->what && m->number != number)
            m++;
        if (m->what)
            buf_printf(
                out,
                "lost %d c%05d-%s.ini\n{\"record\":\"error\",\"name\":\"c%05d-%s.ini\","
                "\"errors\":[{\"line\":0,\"column\":0,\"message\":\"the worker "
                "process that was on it %s: score it alone to see more\"}],\"more\":0}\n",
                (int)number, (int)number, m->what, (int)number, m->what, how);
        else
            buf_put(out, at, (size_t)(end - at));
        at = end;
    }
}

static void a_worker_that_dies_costs_the_one_company_it_was_on(void **state)
{
    struct trial whole = trial_of(300);

    (void)state;
    assert_int_equal(trial_run(&whole, 1), AUDIT_DONE);
    for (size_t i = 0; i < 2 * COUNT(mishaps); i++) {
        const char *what = mishaps[i / 2].what;
        struct mishap some[5] = {{0, NULL}};
        struct trial t = trial_of(300);
        struct buf wanted = BUF_INIT;
        for (int m = 0; m < 4 && mishaps[i / 2].places[m] >= 0; m++)
            some[m] = (struct mishap){mishaps[i / 2].places[m], what};
        t.made.mishaps = some;
        ROW_INT(what, trial_run(&t, i % 2 ? 3 : 1), AUDIT_DONE);
        put_wanted(&wanted, buf_text(&whole.got), some, mishaps[i / 2].how);
        row_lines(what, buf_text(&t.got), buf_text(&wanted));
        trial_release(&t);
        buf_release(&wanted);
        assert_no_child();
    }
    trial_release(&whole);
    ROWS_END();
}

/* Who starts the program may have children vanish unseen; signals that are ignored are handed
 * down. */
static void how_a_worker_ended_is_told_whoever_started_the_audit(void **state)
{
    static const struct mishap some[] = {{3, "killed"}, {0, NULL}};
    struct trial t = trial_of(9);

    (void)state;
    t.made.mishaps = some;
    signal(SIGCHLD, SIG_IGN);
    assert_int_equal(trial_run(&t, 2), AUDIT_DONE);
    signal(SIGCHLD, SIG_DFL);
    assert_non_null(strstr(buf_text(&t.got), "process that was on it was ended by SIGKILL"));
    trial_release(&t);
}

static void an_audit_lives_through_the_death_of_every_worker(void **state)
{
    struct mishap all[41] = {{0, NULL}};
    struct trial t = trial_of(40);

    (void)state;
    for (int i = 0; i < 40; i++)
        all[i] = (struct mishap){i, mishaps[i % 4].what};
    t.made.mishaps = all;
    assert_int_equal(trial_run(&t, 4), AUDIT_DONE);
    assert_int_equal(t.progress.counts.lost, 40);
    trial_release(&t);
    assert_no_child();
}

static void a_taker_that_fails_ends_the_audit_with_its_error(void **state)
{
    static const int64_t places[] = {0, 1, 63, 64, 299};

    (void)state;
    for (size_t i = 0; i < 2 * COUNT(places); i++) {
        struct trial t = trial_of(300);
        t.fail_at = places[i / 2];
        assert_int_equal(trial_run(&t, i % 2 ? 3 : 1), AUDIT_FAILED);
        assert_int_equal(t.err.kind, ERROR_OUTPUT);
        assert_string_equal(t.err.message, "the disk is full");
        assert_int_equal(t.progress.counts.companies, places[i / 2]);
        trial_release(&t);
        assert_no_child();
    }
}

static bool no_progress(void *context, const struct audit_progress *progress, struct error *err)
{
    (void)context;
    return progress->counts.companies < 100 ||
           error_set(err, ERROR_OUTPUT, NULL, 0, "nobody reads");
}

static void progress_that_fails_ends_the_audit_too(void **state)
{
    struct trial t = trial_of(1000);

    (void)state;
    t.options.progress = no_progress;
    assert_int_equal(trial_run(&t, 2), AUDIT_FAILED);
    assert_string_equal(t.err.message, "nobody reads");
    assert_true(t.progress.counts.companies < 1000);
    trial_release(&t);
    assert_no_child();
}

static void an_audit_that_is_asked_to_stop_ends_with_whole_records(void **state)
{
    static const int64_t places[] = {0, 5, 64, 200};
    struct trial whole = trial_of(2000);

    (void)state;
    assert_int_equal(trial_run(&whole, 2), AUDIT_DONE);
    for (size_t i = 0; i < 2 * COUNT(places); i++) {
        struct trial t = trial_of(2000);
        t.stop_at = places[i / 2];
        assert_int_equal(trial_run(&t, i % 2 ? 3 : 1), AUDIT_STOPPED);
        assert_true(t.progress.counts.companies > places[i / 2]);
        assert_true(t.progress.counts.companies < 2000);
        assert_memory_equal(t.got.at, whole.got.at, t.got.len); /* so far, the same */
        trial_release(&t);
        assert_no_child();
    }
    trial_release(&whole);
}

static void a_stop_before_the_start_takes_no_company(void **state)
{
    struct trial t = trial_of(10);

    (void)state;
    t.stop = 1;
    assert_int_equal(trial_run(&t, 2), AUDIT_STOPPED);
    assert_int_equal(t.progress.counts.companies, 0);
    assert_int_equal(t.made.next, 0);
    trial_release(&t);
}

static size_t open_files(void)
{
    DIR *dir = opendir("/proc/self/fd");
    size_t count = 0;

    assert_non_null(dir);
    while (readdir(dir))
        count++;
    closedir(dir);
    return count;
}

static void an_audit_leaves_no_file_open(void **state)
{
    static const struct mishap some[] = {{3, "garbage"}, {4, "killed"}, {0, NULL}};
    size_t before = open_files();
    struct trial t = trial_of(50);

    (void)state;
    t.made.mishaps = some;
    assert_int_equal(trial_run(&t, 4), AUDIT_DONE);
    assert_int_equal(open_files(), before);
    trial_release(&t);
}

static void an_audit_that_can_start_no_worker_says_so(void **state)
{
    struct rlimit old, none;
    struct trial t = trial_of(5);

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
    none = (struct rlimit){3, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    assert_int_equal(trial_run(&t, 2), AUDIT_BROKEN);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
    assert_string_equal(t.err.message, "cannot start a worker process: Too many open files");
    trial_release(&t);
}

static void an_audit_with_too_few_files_goes_on_with_fewer_workers(void **state)
{
    struct rlimit old, few;
    struct trial one = trial_of(200), t = trial_of(200);

    (void)state;
    assert_int_equal(trial_run(&one, 1), AUDIT_DONE);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
    few = (struct rlimit){open_files() - 3 + 3, old.rlim_max}; /* all there are, and three */
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    assert_int_equal(trial_run(&t, 8), AUDIT_DONE);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
    assert_string_equal(buf_text(&t.got), buf_text(&one.got));
    trial_release(&one);
    trial_release(&t);
}

/* poll() refuses a list that is longer than there may be files open. */
static void more_workers_than_open_files_are_fewer_workers(void **state)
{
    struct rlimit old, few;
    struct trial one = trial_of(200), t = trial_of(200);

    (void)state;
    assert_int_equal(trial_run(&one, 1), AUDIT_DONE);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
    few = (struct rlimit){40, old.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
    alarm(60);
    assert_int_equal(trial_run(&t, AUDIT_MAX_WORKERS), AUDIT_DONE);
    alarm(0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
    assert_string_equal(buf_text(&t.got), buf_text(&one.got));
    trial_release(&one);
    trial_release(&t);
}

/* --- what an earlier run has done --- */

/* The line of company 'name' in the lines that are the context, or of another that is asked
 * for, or of none. */
static struct text earlier_line(void *context, const char *name)
{
    const char *lines = context;
    char start[100];

    snprintf(start, sizeof start, "{\"record\":\"company\",\"name\":\"%s\"", name);
    const char *at = strstr(lines, start);
    return at ? (struct text){at, strcspn(at, "\n") + 1} : text_of("");
}

static size_t times(const char *text, const char *what)
{
    size_t count = 0;

    while ((text = strstr(text, what)) != NULL) {
        count++;
        text += strlen(what);
    }
    return count;
}

static void what_is_unchanged_is_taken_from_an_earlier_run(void **state)
{
    struct trial first = trial_of(200), again = trial_of(200);

    (void)state;
    assert_int_equal(trial_run(&first, 1), AUDIT_DONE);
    again.options.earlier = earlier_line;
    again.options.earlier_context = first.lines.at;
    assert_int_equal(trial_run(&again, 3), AUDIT_DONE);
    assert_string_equal(again.lines.at, first.lines.at);
    assert_int_equal(again.progress.reused, 180);
    assert_int_equal(again.progress.counts.assessed, 180);
    trial_release(&first);
    trial_release(&again);
}

static void what_has_changed_is_scored_again(void **state)
{
    static const struct {
        const char *label, *old, *new; /* in the earlier lines */
    } rows[] = {
        {"another profile", "\"profile_sha256\":\"", "\"profile_sha256\":\"f"},
        {"another company", "\"company\":\"C", "\"company\":\"D"},
        {"another pack", "\"pack\":\"tiny\"", "\"pack\":\"tony\""},
        {"another day", "\"as_of\":null", "\"as_of\":\"2024-05-02\""},
        {"a line that is cut off", ",\"as_of\":null", "\n"},
        {"a rule that broke", "\"outcome\":\"pass\"", "\"outcome\":\"error\""},
    };
    struct trial first = trial_of(9);

    (void)state;
    assert_int_equal(trial_run(&first, 1), AUDIT_DONE);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct trial again = trial_of(9);
        struct buf lines = BUF_INIT;
        const char *at = first.lines.at, *hit;
        while ((hit = strstr(at, rows[i].old)) != NULL) {
            buf_put(&lines, at, (size_t)(hit - at));
            buf_puts(&lines, rows[i].new);
            at = hit + strlen(rows[i].old);
        }
        buf_puts(&lines, at);
        ROW_INT(rows[i].label, times(lines.at, rows[i].new) > 0, true);
        again.options.earlier = earlier_line;
        again.options.earlier_context = lines.at;
        ROW_INT(rows[i].label, trial_run(&again, 1), AUDIT_DONE);
        ROW_INT(rows[i].label, again.progress.reused, 0);
        row_lines(rows[i].label, again.lines.at, first.lines.at);
        trial_release(&again);
        buf_release(&lines);
    }
    trial_release(&first);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_the_same_at_any_number_of_workers),
        cmocka_unit_test(a_block_keeps_records_of_any_size),
        cmocka_unit_test(counts_say_what_came_of_the_companies),
        cmocka_unit_test(a_lost_company_is_an_error_for_build_servers),
        cmocka_unit_test(a_worker_that_dies_costs_the_one_company_it_was_on),
        cmocka_unit_test(how_a_worker_ended_is_told_whoever_started_the_audit),
        cmocka_unit_test(an_audit_lives_through_the_death_of_every_worker),
        cmocka_unit_test(a_taker_that_fails_ends_the_audit_with_its_error),
        cmocka_unit_test(progress_that_fails_ends_the_audit_too),
        cmocka_unit_test(an_audit_that_is_asked_to_stop_ends_with_whole_records),
        cmocka_unit_test(a_stop_before_the_start_takes_no_company),
        cmocka_unit_test(an_audit_leaves_no_file_open),
        cmocka_unit_test(an_audit_that_can_start_no_worker_says_so),
        cmocka_unit_test(an_audit_with_too_few_files_goes_on_with_fewer_workers),
        cmocka_unit_test(more_workers_than_open_files_are_fewer_workers),
        cmocka_unit_test(what_is_unchanged_is_taken_from_an_earlier_run),
        cmocka_unit_test(what_has_changed_is_scored_again),
    };

    return cmocka_run_group_tests(tests, open_tiny, close_tiny);
}
