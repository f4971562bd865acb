/* SPDX-License-Identifier: MIT
 *
 * Writing the history of audits: what is kept, which files are refused, and that neither a
 * kill, nor two writers at once, nor a full disk leave anything but whole batches.
 */
#include "history_fixture.h"

#include "rows.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "base/file.h"

/* --- looking into a history --- */

static struct database *open_database(const struct bench *b)
{
    struct error err = {0};
    struct database *db = database_open(b->path, &history_kind, DATABASE_READ, &err);

    if (!db)
        fail_msg("%s: %s", err.where, err.message);
    return db;
}

/* All rows that a query gives, the columns parted by '|'. */
static void put_rows(struct database *db, const char *sql, int columns, struct buf *out)
{
    struct error err = {0};
    struct arena arena = {0};
    struct statement *s = database_prepare(db, sql, &err);

    if (!s)
        fail_msg("%s: %s", sql, err.message);
    while (statement_next(s)) {
        for (int i = 0; i < columns; i++)
            buf_printf(out, "%s|",
                       statement_is_null(s, i) ? "null" : statement_get_text(s, i, &arena));
        buf_putc(out, '\n');
    }
    if (!statement_done(s, &err))
        fail_msg("%s: %s", sql, err.message);
    arena_release(&arena);
}

static const struct {
    const char *table;
    int columns;
} tables[] = {
    {"runs", 13},     {"packs", 7},        {"run_packs", 3}, {"bands", 3},  {"rules", 6},
    {"companies", 2}, {"assessments", 20}, {"outcomes", 2},  {"errors", 5}, {"findings", 11},
};

static void put_contents(const struct bench *b, struct buf *out)
{
    struct database *db = open_database(b);
    char sql[128];

    for (size_t i = 0; i < COUNT(tables); i++) {
        buf_printf(out, "%s\n", tables[i].table);
        snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", tables[i].table);
        put_rows(db, sql, tables[i].columns, out);
    }
    database_close(db);
}

#define HAS(b, sql, columns, wanted) has_rows(__LINE__, b, sql, columns, wanted)

static void has_rows(int line, const struct bench *b, const char *sql, int columns,
                     const char *wanted)
{
    struct database *db = open_database(b);
    struct buf got = BUF_INIT;

    put_rows(db, sql, columns, &got);
    row_text(__FILE__, line, sql, buf_text(&got), wanted);
    buf_release(&got);
    database_close(db);
}

/* Sound as a file; every run holds whole batches, and as many companies as it says. */
static void assert_is_sound(const struct bench *b)
{
    char sql[256];

    HAS(b, "PRAGMA integrity_check", 1, "ok|\n");
    HAS(b, "PRAGMA foreign_key_check", 1, "");
    snprintf(sql, sizeof sql,
             "SELECT id, companies FROM runs WHERE state = 'running' AND companies %% %d <> 0",
             HISTORY_BATCH);
    HAS(b, sql, 2, "");
    HAS(b,
        "SELECT r.id, r.companies FROM runs r WHERE r.companies <>"
        " (SELECT count(DISTINCT number) FROM assessments WHERE run = r.id) +"
        " (SELECT count(*) FROM errors WHERE run = r.id)",
        2, "");
    HAS(b,
        "SELECT a.id FROM assessments a WHERE 4 <>"
        " (SELECT count(*) FROM findings f WHERE f.assessment = a.id)",
        1, "");
    ROWS_END();
}

/* --- what is kept --- */

static void an_audit_is_kept_with_its_counts_packs_and_findings(void **state)
{
    struct bench b;

    (void)state;
    set_up(&b);
    b.run.has_as_of = true;
    b.run.as_of = date_of(2024, 5, 2);
    b.context.only = "R*";
    audit_numbered(&b, 1234);
    HAS(&b, "SELECT program, as_of, detail, options, inputs, state FROM runs", 6,
        "1.2.3|2024-05-02|findings|--only R*|companies/|whole|\n");
    HAS(&b, "SELECT companies, assessed, unreadable, lost, conditions FROM runs", 5,
        "1234|1111|111|12|0|\n");
    HAS(&b, "SELECT name, version, points_hash, only_rules, skip_rules FROM packs", 5,
        "made-up|1.0.0||R*||\n");
    HAS(&b, "SELECT name, points FROM rules ORDER BY number", 2,
        "R1|20|\nR2|20|\nR3|20|\nR4|20|\n");
    HAS(&b, "SELECT name FROM bands ORDER BY number", 1, "well|\nmostly|\nin part|\nhardly|\n");
    HAS(&b,
        "SELECT a.name, c.name, score, low, high, coverage, fit, verdict, band FROM assessments"
        " a JOIN companies c ON c.id = a.company WHERE number BETWEEN 0 AND 2",
        9,
        "c00000.ini|Company 0|86667|65000|90000|75000|null|decided|1|\n"
        "c00001.ini|Company 1|41667|41667|41667|100000|null|decided|1|\n"
        "c00002.ini|Company 2|null|0|100000|0|null|decided|1|\n");
    HAS(&b,
        "SELECT o.name, severity, applicable, possible, low, earned, high FROM findings f"
        " JOIN outcomes o ON o.id = f.outcome WHERE assessment = 1",
        7,
        "pass|0|20000|20000|20000|20000|20000|\npass|0|20000|20000|20000|20000|20000|\n"
        "minor|1|20000|20000|12000|12000|12000|\nunknown|0|20000|0|0|0|20000|\n");
    HAS(&b, "SELECT name, kind FROM errors WHERE number IN (9, 99)", 2,
        "c00009.ini|unreadable|\nc00099.ini|lost|\n");
    assert_is_sound(&b);
    tear_down(&b);
}

static void rules_that_are_off_and_a_fit_of_nobody_are_no_findings(void **state)
{
    static const enum outcome all_pass[RULES] = {OUTCOME_PASS, OUTCOME_PASS, OUTCOME_PASS,
                                                 OUTCOME_PASS};
    struct bench b;

    (void)state;
    set_up(&b);
    b.made.rules[0].off = true;
    b.made.rules[3].theme = THEME_FIT;
    struct history *history = open_history(&b);
    struct record record = assessed(&b, 0, all_pass);
    take(history, &record);
    record = assessed(&b, 1, all_pass);
    b.result.has_fit = true;
    b.result.fit = (struct score){true, 50000, 40000, 60000, 100000};
    take(history, &record);
    end(history, HISTORY_STOPPED);
    HAS(&b,
        "SELECT a.number, r.name FROM findings f JOIN rules r ON r.id = f.rule"
        " JOIN assessments a ON a.id = f.assessment ORDER BY 1, 2",
        2, "0|R2|\n0|R3|\n1|R2|\n1|R3|\n1|R4|\n");
    HAS(&b, "SELECT fit FROM assessments ORDER BY number", 1, "null|\n50000|\n");
    HAS(&b, "SELECT state, companies FROM runs", 2, "stopped|2|\n");
    ROWS_END();
    tear_down(&b);
}

static void the_same_audit_gives_the_same_contents_twice(void **state)
{
    struct buf contents[2] = {BUF_INIT, BUF_INIT};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct bench b;
        set_up(&b);
        audit_numbered(&b, 777);
        put_contents(&b, &contents[i]);
        tear_down(&b);
    }
    assert_true(contents[0].len > 10000);
    assert_string_equal(buf_text(&contents[0]), buf_text(&contents[1]));
    buf_release(&contents[0]);
    buf_release(&contents[1]);
}

static void a_pack_and_a_company_stand_once_however_many_runs_there_are(void **state)
{
    struct bench b;

    (void)state;
    set_up(&b);
    audit_numbered(&b, 30);
    audit_numbered(&b, 30);
    b.context.points_file = "points.ini";
    memset(b.context.points_hash, 'b', HASH_HEX_LEN);
    audit_numbered(&b, 30);
    HAS(&b, "SELECT run, pack FROM run_packs ORDER BY run", 2, "1|1|\n2|1|\n3|2|\n");
    HAS(&b, "SELECT count(*) FROM rules", 1, "8|\n");
    HAS(&b, "SELECT count(*), count(DISTINCT name) FROM companies", 2, "27|27|\n");
    HAS(&b, "SELECT run, count(*) FROM assessments GROUP BY run", 2, "1|27|\n2|27|\n3|27|\n");
    assert_is_sound(&b);
    tear_down(&b);
}

/* --- processes --- */

typedef void child_fn(struct bench *b);

static pid_t start(child_fn *run, struct bench *b)
{
    pid_t pid = fork();

    assert_true(pid >= 0);
    if (pid == 0) {
        run(b);
        _exit(0);
    }
    return pid;
}

static int end_of(pid_t pid)
{
    int status;

    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

enum { RECORDS_A_BYTE = 50 };

/* In a child: says how far it is by a byte now and then. A failure is its exit code. */
static void write_for_ever(struct bench *b)
{
    struct error err;
    struct history *history = history_open(b->path, &err);

    if (!history || !history_start(history, &b->run, &err))
        _exit(1);
    for (int64_t i = 0;; i++) {
        struct record record = numbered(b, i);
        if (i % RECORDS_A_BYTE == 0 && write(b->progress, "", 1) != 1)
            _exit(2);
        if (!history_take(history, &record, &err))
            _exit(3);
    }
}

static void write_5000(struct bench *b)
{
    struct error err;
    struct history *history = history_open(b->path, &err);
    bool ok = history && history_start(history, &b->run, &err);

    for (int64_t i = 0; ok && i < 5000; i++) {
        struct record record = numbered(b, i);
        ok = history_take(history, &record, &err);
    }
    ok = ok && history_end(history, HISTORY_WHOLE, &err);
    history_close(history);
    _exit(ok ? 0 : 1);
}

/* Kills one that writes, once it is so far, and a little later. */
static void kill_after(struct bench *b, int bytes, long nanoseconds)
{
    struct timespec moment = {0, nanoseconds};
    int ends[2];
    char byte;

    assert_int_equal(pipe(ends), 0);
    b->progress = ends[1];
    pid_t pid = start(write_for_ever, b);
    close(ends[1]);
    for (int i = 0; i < bytes; i++)
        assert_int_equal(read(ends[0], &byte, 1), 1);
    nanosleep(&moment, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_true(WIFSIGNALED(end_of(pid)));
    close(ends[0]);
}

static void a_kill_at_any_moment_leaves_whole_batches(void **state)
{
    enum { KILLS = 40, MOST_BYTES = 40, LONGEST_NS = 5000000 };
    uint64_t random = 88172645463325252u; /* about the same moments in every run */
    struct bench b;

    (void)state;
    set_up(&b);
    for (int i = 0; i < KILLS; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        kill_after(&b, (int)((random >> 33) % MOST_BYTES), (long)((random >> 40) % LONGEST_NS));
    }
    audit_numbered(&b, 10); /* it can go on */
    assert_is_sound(&b);
    HAS(&b, "SELECT state, companies FROM runs ORDER BY id DESC LIMIT 1", 2, "whole|10|\n");
    HAS(&b, "SELECT count(*) > 10, max(companies) >= 500 FROM runs WHERE state = 'running'", 2,
        "1|1|\n"); /* or nothing was tried */
    ROWS_END();
    tear_down(&b);
}

static void a_kill_while_the_history_is_made_leaves_one_that_can_be_made(void **state)
{
    enum { KILLS = 25, STEP_NS = 200000 };

    (void)state;
    for (int i = 0; i < KILLS; i++) {
        struct bench b;
        set_up(&b);
        kill_after(&b, 0, i * STEP_NS);
        audit_numbered(&b, 10);
        assert_is_sound(&b);
        HAS(&b, "SELECT state, companies FROM runs ORDER BY id DESC LIMIT 1", 2, "whole|10|\n");
        tear_down(&b);
    }
    ROWS_END();
}

static void open_alone(struct bench *b)
{
    struct error err;
    struct history *history = history_open(b->path, &err);

    if (!history)
        print_error("%s\n", err.message);
    history_close(history);
    _exit(history ? 0 : 1);
}

/* Who comes while another makes it sees nothing or all of it. */
static void several_audits_may_make_one_history(void **state)
{
    enum { TIMES = 100, MAKERS = 4 };
    int failed = 0;

    (void)state;
    for (int i = 0; i < TIMES; i++) {
        pid_t pids[MAKERS];
        struct bench b;
        set_up(&b);
        for (int k = 0; k < MAKERS; k++)
            pids[k] = start(open_alone, &b);
        for (int k = 0; k < MAKERS; k++)
            failed += end_of(pids[k]) != 0;
        tear_down(&b);
    }
    assert_int_equal(failed, 0);
}

static void two_audits_may_write_at_once(void **state)
{
    enum { WRITERS = 3 };
    pid_t pids[WRITERS];
    struct bench b;

    (void)state;
    set_up(&b);
    for (int i = 0; i < WRITERS; i++)
        pids[i] = start(write_5000, &b);
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(end_of(pids[i]), 0);
    assert_is_sound(&b);
    HAS(&b, "SELECT id, state, companies, assessed FROM runs ORDER BY id", 4,
        "1|whole|5000|4500|\n2|whole|5000|4500|\n3|whole|5000|4500|\n");
    HAS(&b, "SELECT count(*) FROM companies", 1, "4500|\n");
    HAS(&b, "SELECT count(*) FROM packs", 1, "1|\n");
    ROWS_END();
    tear_down(&b);
}

static void who_holds_the_history_for_too_long_is_an_error_of_the_output(void **state)
{
    struct bench b;
    struct error err = {0};

    (void)state;
    set_up(&b);
    struct database *holder = database_open(b.path, &history_kind, DATABASE_WRITE, &err);
    assert_non_null(holder);
    assert_true(database_begin(holder, &err));
    struct history *history = history_open(b.path, &err);
    assert_non_null(history);
    assert_false(history_start(history, &b.run, &err));
    history_close(history);
    assert_int_equal(err.kind, ERROR_OUTPUT);
    assert_string_equal(err.message, "is held by another program, for over ten seconds; try "
                                     "again when that is done");
    database_rollback(holder);
    database_close(holder);
    audit_numbered(&b, 1);
    tear_down(&b);
}

/* --- files that are no history --- */

static void make_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void make_database(const char *path, const struct database_kind *kind)
{
    struct error err = {0};
    struct database *db = database_open(path, kind, DATABASE_WRITE, &err);

    if (!db)
        fail_msg("%s", err.message);
    database_close(db);
}

static struct database_kind changed(int application_id, int version)
{
    return (struct database_kind){"another", application_id, version, "CREATE TABLE x (a)"};
}

static const struct {
    const char *label;
    const char *text; /* of the file; NULL: a database: */
    int application, version;
    const char *wanted;
} strangers[] = {
    {"another program's", NULL, 1234, 1,
     "is a database of another program, not a plumbline history"},
    {"a database of nobody", NULL, 0, 0,
     "is a database of another program, not a plumbline history"},
    {"a newer version", NULL, 0x706C6D62, 2,
     "was made by a newer plumbline: use that one, or another file"},
    {"an unknown version", NULL, 0x706C6D62, -1,
     "is of a version that this plumbline cannot read"},
    {"a text", "[company]\nname = Acme\n", 0, 0, "is not a plumbline history"},
    {"one byte", "x", 0, 0, "is not a plumbline history"},
};

static void a_file_that_is_no_history_is_refused_and_left_as_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(strangers); i++) {
        struct database_kind kind = changed(strangers[i].application, strangers[i].version);
        struct error err = {0};
        struct text before, after;
        struct arena arena = {0};
        struct bench b;
        set_up(&b);
        if (strangers[i].text)
            make_file(b.path, strangers[i].text);
        else
            make_database(b.path, &kind);
        assert_true(file_read(b.path, 1 << 20, &arena, &before, ERROR_USAGE, &err));
        for (int mode = DATABASE_READ; mode <= DATABASE_WRITE; mode++) {
            err.message[0] = '\0';
            assert_null(database_open(b.path, &history_kind, (enum database_mode)mode, &err));
            ROW_TEXT(strangers[i].label, err.message, strangers[i].wanted);
            ROW_INT(strangers[i].label, err.kind, ERROR_USAGE);
        }
        assert_true(file_read(b.path, 1 << 20, &arena, &after, ERROR_USAGE, &err));
        ROW_INT(strangers[i].label, text_equal(before, after), true);
        arena_release(&arena);
        tear_down(&b);
    }
    ROWS_END();
}

static const struct {
    const char *label, *path;
    enum database_mode mode;
    enum error_kind kind;
    const char *wanted;
} places[] = {
    {"a folder", "/tmp", DATABASE_WRITE, ERROR_USAGE, "is a folder, not a file"},
    {"a device", "/dev/full", DATABASE_WRITE, ERROR_USAGE,
     "is not a regular file (a pipe or a device)"},
    {"no name", "", DATABASE_WRITE, ERROR_USAGE, "the name of a database is empty"},
    {"no such folder", "/no/such/folder/x", DATABASE_WRITE, ERROR_OUTPUT,
     "cannot be opened: No such file or directory"},
    {"through a file", "/dev/null/x", DATABASE_WRITE, ERROR_OUTPUT,
     "cannot be opened: Not a directory"},
    {"nothing to read", "/no/such/file", DATABASE_READ, ERROR_USAGE,
     "cannot be opened: No such file or directory"},
};

static void a_place_where_no_history_can_be_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++) {
        struct error err = {0};
        assert_null(database_open(places[i].path, &history_kind, places[i].mode, &err));
        ROW_TEXT(places[i].label, err.message, places[i].wanted);
        ROW_INT(places[i].label, err.kind, places[i].kind);
    }
    ROWS_END();
}

static void an_empty_file_becomes_a_history_and_is_none_to_read(void **state)
{
    struct error err = {0};
    struct bench b;

    (void)state;
    set_up(&b);
    make_file(b.path, "");
    assert_null(database_open(b.path, &history_kind, DATABASE_READ, &err));
    assert_string_equal(err.message, "is empty, not a plumbline history");
    audit_numbered(&b, 5);
    assert_is_sound(&b);
    tear_down(&b);
}

/* Names that mean something to SQLite are names of files like others. */
static void the_name_of_a_history_is_the_name_of_a_file(void **state)
{
    static const char *const names[] = {":memory:", "file:x?mode=memory", "a b%41#?.db", "-x"};
    struct bench b;
    char was[1024];

    (void)state;
    set_up(&b);
    assert_non_null(getcwd(was, sizeof was));
    assert_int_equal(chdir(b.folder), 0);
    for (size_t i = 0; i < COUNT(names); i++) {
        snprintf(b.path, sizeof b.path, "%s", names[i]);
        audit_numbered(&b, 5);
        ROW_INT(names[i], access(names[i], R_OK), 0);
        unlink(names[i]);
    }
    assert_int_equal(chdir(was), 0);
    ROWS_END();
    tear_down(&b);
}

/* --- what the machine does not let us --- */

/* Who may do everything is somebody else for this. */
static void become_nobody(void)
{
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        _exit(9);
}

static void write_without_permission(struct bench *b)
{
    struct error err = {0};

    become_nobody();
    if (history_open(b->path, &err))
        _exit(1);
    _exit(err.kind == ERROR_OUTPUT && strncmp(err.message, "cannot be ", 10) == 0 ? 0 : 2);
}

static void read_without_permission(struct bench *b)
{
    struct error err = {0};

    become_nobody();
    struct database *db = database_open(b->path, &history_kind, DATABASE_READ, &err);
    if (!db)
        _exit(1);
    struct statement *s = database_prepare(db, "SELECT companies FROM runs", &err);
    if (!s || !statement_next(s) || statement_get_whole(s, 0) != 5)
        _exit(2);
    database_close(db);
    _exit(0);
}

static void a_folder_where_nothing_may_be_written_takes_no_history_but_gives_one(void **state)
{
    struct bench b;

    (void)state;
    set_up(&b);
    assert_int_equal(chmod(b.folder, 0555), 0);
    assert_int_equal(end_of(start(write_without_permission, &b)), 0);
    assert_int_equal(chmod(b.folder, 0755), 0);
    audit_numbered(&b, 5);
    assert_int_equal(chmod(b.folder, 0555), 0);
    assert_int_equal(chmod(b.path, 0444), 0);
    assert_int_equal(end_of(start(write_without_permission, &b)), 0);
    assert_int_equal(end_of(start(read_without_permission, &b)), 0);
    assert_int_equal(chmod(b.folder, 0755), 0);
    tear_down(&b);
}

enum { LITTLE_BYTES = 400000 };

static void write_to_a_full_disk(struct bench *b)
{
    struct rlimit limit = {LITTLE_BYTES, LITTLE_BYTES};
    struct error err = {0};

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        _exit(9);
    struct history *history = history_open(b->path, &err);
    if (!history || !history_start(history, &b->run, &err))
        _exit(1);
    for (int64_t i = 0; i < 100000; i++) {
        struct record record = numbered(b, i);
        if (history_take(history, &record, &err))
            continue;
        history_close(history);
        bool is_said = strcmp(err.message, "cannot be written: File too large") == 0;
        if (!is_said)
            print_error("%s\n", err.message);
        _exit(err.kind == ERROR_OUTPUT && is_said ? 0 : 2);
    }
    _exit(3);
}

static void a_full_disk_is_an_error_and_leaves_whole_batches(void **state)
{
    struct bench b;

    (void)state;
    set_up(&b);
    assert_int_equal(end_of(start(write_to_a_full_disk, &b)), 0);
    assert_is_sound(&b);
    HAS(&b, "SELECT state, companies >= 500 FROM runs", 2, "running|1|\n");
    ROWS_END();
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_audit_is_kept_with_its_counts_packs_and_findings),
        cmocka_unit_test(rules_that_are_off_and_a_fit_of_nobody_are_no_findings),
        cmocka_unit_test(the_same_audit_gives_the_same_contents_twice),
        cmocka_unit_test(a_pack_and_a_company_stand_once_however_many_runs_there_are),
        cmocka_unit_test(a_kill_at_any_moment_leaves_whole_batches),
        cmocka_unit_test(a_kill_while_the_history_is_made_leaves_one_that_can_be_made),
        cmocka_unit_test(several_audits_may_make_one_history),
        cmocka_unit_test(two_audits_may_write_at_once),
        cmocka_unit_test(who_holds_the_history_for_too_long_is_an_error_of_the_output),
        cmocka_unit_test(a_file_that_is_no_history_is_refused_and_left_as_it_is),
        cmocka_unit_test(a_place_where_no_history_can_be_is_said),
        cmocka_unit_test(an_empty_file_becomes_a_history_and_is_none_to_read),
        cmocka_unit_test(the_name_of_a_history_is_the_name_of_a_file),
        cmocka_unit_test(a_folder_where_nothing_may_be_written_takes_no_history_but_gives_one),
        cmocka_unit_test(a_full_disk_is_an_error_and_leaves_whole_batches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
