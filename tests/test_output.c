/* SPDX-License-Identifier: MIT
 *
 * Results that are written as they come: to NAME.partial until they are whole, on top of what
 * an earlier run left there, and to streams.
 */
#include "rows.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/outputs/output.h"
#include "audit/work/reuse.h"
#include "base/buf.h"

static char folder[] = "/tmp/plumbline-test-output-XXXXXX";

static int open_folder(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 ? rmdir(folder) : -1; /* all that was made is gone again */
}

static void put_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
    assert_int_equal(fclose(f), 0);
}

/* The text of a file, or "none". */
static const char *text_of_file(const char *path)
{
    static char text[1000];
    FILE *f = fopen(path, "rb");

    if (!f)
        return "none";
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    return text;
}

static struct output *open_or_fail(const char *name, bool resume)
{
    struct error err;
    struct output *output = output_open(name, resume, &err);

    if (!output)
        fail_msg("%s", err.message);
    return output;
}

/* --- tests --- */

static void a_result_gets_its_name_when_it_is_whole(void **state)
{
    struct error err;
    struct output *output = open_or_fail("a", false);

    (void)state;
    put_file("a", "the old one\n");
    assert_true(output_put(output, text_of("one\n"), &err));
    assert_true(output_put(output, text_of(""), &err));
    assert_true(output_flush(output, &err));
    assert_string_equal(text_of_file("a.partial"), "one\n");
    assert_true(output_put(output, text_of("two\n"), &err));
    assert_string_equal(text_of_file("a"), "the old one\n");
    assert_true(output_finish(output, &err));
    assert_string_equal(text_of_file("a"), "one\ntwo\n");
    assert_string_equal(text_of_file("a.partial"), "none");
    unlink("a");
}

/* What stands in the place of fsync. */
static struct {
    int calls;
    int fail_at, why; /* call, from 1, and errno */
    bool named[2];    /* whether the file had its name when it was called */
} disk;

int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
    (void)fd;
    if (disk.calls < (int)COUNT(disk.named))
        disk.named[disk.calls] = access("a", F_OK) == 0;
    errno = disk.why;
    return ++disk.calls == disk.fail_at ? -1 : 0;
}

static void a_result_is_on_disk_before_it_gets_its_name(void **state)
{
    static const struct {
        const char *label;
        bool part;
        int fail_at, why, calls;
        const char *message, *text; /* in the end, under its name */
    } rows[] = {
        {"a file", false, 0, 0, 2, "", "one\n"},
        {"one of many", true, 0, 0, 0, "", "one\n"},
        {"a disk that fails", false, 1, EIO, 1, "cannot be written: Input/output error",
         "none"},
        {"a folder that fails", false, 2, EIO, 2, "cannot be written: Input/output error",
         "one\n"},
        {"a signal", false, 1, EINTR, 3, "", "one\n"},
        {"a disk that cannot tell", false, 1, EINVAL, 2, "", "one\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        struct output *output = open_or_fail("a", false);
        memset(&disk, 0, sizeof disk);
        disk.fail_at = rows[i].fail_at;
        disk.why = rows[i].why;
        assert_true(output_put(output, text_of("one\n"), &err));
        bool ok = rows[i].part ? output_finish_part(output, &err) : output_finish(output, &err);
        ROW_INT(rows[i].label, ok, rows[i].message[0] == '\0');
        ROW_TEXT(rows[i].label, err.message, rows[i].message);
        ROW_INT(rows[i].label, disk.calls, rows[i].calls);
        ROW_INT(rows[i].label, disk.named[0], false);
        if (rows[i].calls == 2)
            ROW_INT(rows[i].label, disk.named[1], true);
        ROW_TEXT(rows[i].label, text_of_file("a"), rows[i].text);
        unlink("a");
        unlink("a.partial");
    }
    disk.fail_at = 0;
    ROWS_END();
}

static void a_result_that_is_left_keeps_what_was_put(void **state)
{
    struct error err;
    struct output *left = open_or_fail("a", false), *dropped = open_or_fail("b", false);

    (void)state;
    assert_true(output_put(left, text_of("one\n"), &err));
    assert_true(output_leave(left, &err));
    assert_string_equal(text_of_file("a.partial"), "one\n");
    assert_string_equal(text_of_file("a"), "none");
    assert_true(output_put(dropped, text_of("one\n"), &err));
    output_drop(dropped);
    assert_string_equal(text_of_file("b.partial"), "none");
    unlink("a.partial");
}

static void resuming_keeps_what_is_the_same_and_cuts_what_is_not(void **state)
{
    static const struct {
        const char *label, *old, *put[3];
        const char *left;  /* after all was flushed, if the run ends here */
        const char *whole; /* after it was finished */
    } rows[] = {
        {"nothing yet", "", {"one\n", "two\n"}, "one\ntwo\n", "one\ntwo\n"},
        {"all of it", "one\ntwo\n", {"one\n", "two\n"}, "one\ntwo\n", "one\ntwo\n"},
        {"the first part", "one\nt", {"one\n", "two\n"}, "one\ntwo\n", "one\ntwo\n"},
        {"more than so far", "one\ntwo\nthree\n", {"one\n"}, "one\ntwo\nthree\n", "one\n"},
        {"another part", "one\ntoo\nthree\n", {"one\n", "two\n"}, "one\ntwo\n", "one\ntwo\n"},
        {"another start", "ONE\ntwo\n", {"one\n", "two\n"}, "one\ntwo\n", "one\ntwo\n"},
        {"the same again after another",
         "a\nb\nc\n",
         {"a\n", "x\n", "c\n"},
         "a\nx\nc\n",
         "a\nx\nc\n"},
    };

    (void)state;
    for (size_t i = 0; i < 2 * COUNT(rows); i++) {
        const bool whole = i % 2;
        struct error err;
        put_file("a.partial", rows[i / 2].old);
        struct output *output = open_or_fail("a", true);
        for (size_t p = 0; p < 3 && rows[i / 2].put[p]; p++) {
            assert_true(output_put(output, text_of(rows[i / 2].put[p]), &err));
            assert_true(output_flush(output, &err));
        }
        assert_true(whole ? output_finish(output, &err) : output_leave(output, &err));
        ROW_TEXT(rows[i / 2].label, text_of_file(whole ? "a" : "a.partial"),
                 whole ? rows[i / 2].whole : rows[i / 2].left);
        unlink("a");
        unlink("a.partial");
    }
    ROWS_END();
}

static void a_large_result_is_compared_and_written_in_parts(void **state)
{
    struct buf all = BUF_INIT;
    struct error err;

    (void)state;
    for (int i = 0; i < 60000; i++)
        buf_printf(&all, "line %d\n", i);
    FILE *f = fopen("a.partial", "wb");
    assert_int_equal(fwrite(all.at, 1, all.len - 100001, f), all.len - 100001);
    fclose(f);
    struct output *output = open_or_fail("a", true);
    for (size_t at = 0; at < all.len; at += 999)
        assert_true(output_put(
            output, (struct text){all.at + at, all.len - at < 999 ? all.len - at : 999}, &err));
    assert_true(output_finish(output, &err));
    char *got = malloc(all.len + 1);
    f = fopen("a", "rb");
    assert_int_equal(fread(got, 1, all.len + 1, f), all.len);
    fclose(f);
    assert_memory_equal(got, all.at, all.len);
    free(got);
    buf_release(&all);
    unlink("a");
}

static void what_is_in_the_way_is_not_replaced(void **state)
{
    struct error err;

    (void)state;
    put_file("a.partial", "kept");
    assert_null(output_open("a", false, &err));
    assert_int_equal(err.kind, ERROR_OUTPUT);
    assert_string_equal(err.message, "cannot be written: 'a.partial' is in the way; go on with "
                                     "it by --resume, or delete it");
    assert_string_equal(text_of_file("a.partial"), "kept");
    unlink("a.partial");
    mkdir("a.partial", 0777);
    assert_null(output_open("a", true, &err));
    assert_string_equal(err.message, "cannot be written: 'a.partial' is in the way");
    rmdir("a.partial");
    assert_int_equal(symlink("elsewhere", "a.partial"), 0); /* not followed */
    assert_null(output_open("a", true, &err));
    assert_string_equal(text_of_file("elsewhere"), "none");
    unlink("a.partial");
}

static void two_processes_do_not_write_one_result(void **state)
{
    struct output *output = open_or_fail("a", true);
    int status;

    (void)state;
    pid_t pid = fork();
    if (pid == 0) {
        struct error err;
        struct output *other = output_open("a", true, &err);
        _exit(!other && strstr(err.message, "another process is writing 'a.partial'") ? 0 : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    output_drop(output);
    assert_string_equal(text_of_file("a.partial"), "none");
}

static void a_stream_nobody_reads_is_an_error_without_a_message(void **state)
{
    int ends[2];
    struct error err = {.message = "old"};

    (void)state;
    assert_int_equal(pipe(ends), 0);
    struct output *output = output_of(ends[1]);
    assert_true(output_put(output, text_of("one\n"), &err));
    assert_true(output_flush(output, &err));
    close(ends[0]);
    assert_true(output_put(output, text_of("two\n"), &err)); /* kept for now */
    assert_false(output_flush(output, &err));
    assert_int_equal(err.kind, ERROR_OUTPUT);
    assert_string_equal(err.message, "");
    output_drop(output);
    close(ends[1]);
}

static void a_full_disk_is_an_error_with_its_name(void **state)
{
    struct error err;
    struct output *output = open_or_fail("/dev/full", false);

    (void)state;
    assert_true(output_put(output, text_of("one\n"), &err));
    assert_false(output_finish(output, &err));
    assert_string_equal(err.where, "/dev/full");
    assert_string_equal(err.message, "cannot be written: No space left on device");
    assert_null(output_open("no/such/folder", false, &err));
    assert_string_equal(err.message, "cannot be written: No such file or directory");
}

static void a_stream_that_does_not_wait_gets_all_of_it(void **state)
{
    int ends[2], status;
    struct error err;
    struct buf all = BUF_INIT;
    char chunk[5000];
    ssize_t n;
    size_t got = 0;

    (void)state;
    buf_fill(&all, 'x', (size_t)1000 * 1000);
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        fcntl(ends[1], F_SETFL, O_NONBLOCK);
        struct output *output = output_of(ends[1]);
        _exit(output_put(output, (struct text){all.at, all.len}, &err) &&
                      output_finish(output, &err)
                  ? 0
                  : 1);
    }
    close(ends[1]);
    while ((n = read(ends[0], chunk, sizeof chunk)) > 0)
        got += (size_t)n;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    assert_int_equal(got, all.len);
    close(ends[0]);
    buf_release(&all);
}

/* --- what an earlier run has done: reuse.h --- */

#define RUN "{\"record\":\"run\",\"plumbline\":\"0.1.0\",\"schema\":1,\"detail\":\"summary\"}\n"
#define COMPANY(name, pack)                                                                    \
    "{\"record\":\"company\",\"name\":\"" name "\",\"pack\":\"" pack "\",\"profile_sha256\":"  \
    "\"0123456789012345678901234567890123456789012345678901234567890123\",\"company\":\"C\"}"  \
    "\n"
#define UNREADABLE(name)                                                                       \
    "{\"record\":\"error\",\"name\":\"" name "\",\"errors\":[],\"more\":0}\n"

static void lines_of_companies_are_found_by_name(void **state)
{
    static const struct {
        const char *label;
        size_t packs;
        const char *file, *name, *found;
    } rows[] = {
        {"the first", 1, RUN COMPANY("a", "p") COMPANY("b", "p"), "a", COMPANY("a", "p")},
        {"the last", 1, RUN COMPANY("a", "p") COMPANY("b", "p"), "b", COMPANY("b", "p")},
        {"none of that name", 1, RUN COMPANY("a", "p"), "c", ""},
        {"a name with quotes", 1, RUN COMPANY("a\\\"b", "p"), "a\"b", COMPANY("a\\\"b", "p")},
        {"one behind an error", 1, RUN UNREADABLE("a") COMPANY("b", "p"), "b",
         COMPANY("b", "p")},
        {"an error", 1, RUN UNREADABLE("a"), "a", ""},
        {"one that is cut off", 1, RUN COMPANY("a", "p") "{\"record\":\"company\",\"name\":\"b",
         "b", ""},
        {"one whose line end is missing", 1,
         RUN "{\"record\":\"company\",\"name\":\"b\",\"pack\":\"p\"}", "b", ""},
        {"an empty file", 1, "", "a", ""},
        {"a first line that is cut off", 1, "{\"record\":\"ru", "a", ""},
        {"two packs", 2, RUN COMPANY("a", "p") COMPANY("a", "q") COMPANY("b", "p"), "a",
         COMPANY("a", "p") COMPANY("a", "q")},
        {"the second pack is missing", 2, RUN COMPANY("a", "p") COMPANY("b", "p"), "a", ""},
        {"the second pack is cut off", 2, RUN COMPANY("a", "p") "{\"record\":", "a", ""},
    };
    struct error err;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        put_file("old", rows[i].file);
        struct reuse *reuse = reuse_open("old", text_of(RUN), rows[i].packs, &err);
        ROW_INT(rows[i].label, reuse != NULL, true);
        struct text found = reuse_find(reuse, rows[i].name);
        ROW_INT(rows[i].label, (int)found.len, (int)strlen(rows[i].found));
        ROW_INT(rows[i].label, strncmp(found.at, rows[i].found, found.len), 0);
        reuse_close(reuse);
    }
    unlink("old");
    ROWS_END();
}

static void what_was_written_over_is_not_found(void **state)
{
    static const char file[] = RUN COMPANY("a", "p") COMPANY("b", "p");
    struct error err;

    (void)state;
    put_file("old", file);
    struct reuse *reuse = reuse_open("old", text_of(RUN), 1, &err);
    assert_non_null(reuse);
    reuse_limit(reuse, (int64_t)strlen(RUN COMPANY("a", "p")));
    assert_true(reuse_find(reuse, "a").len > 0);
    assert_int_equal(reuse_find(reuse, "b").len, 0);
    reuse_limit(reuse, (int64_t)strlen(file)); /* what is gone stays so */
    assert_int_equal(reuse_find(reuse, "b").len, 0);
    reuse_limit(reuse, 0);
    assert_int_equal(reuse_find(reuse, "a").len, 0);
    reuse_close(reuse);
    unlink("old");
}

static void many_companies_are_all_found(void **state)
{
    struct buf file = BUF_INIT;
    struct error err;
    char name[20];

    (void)state;
    buf_puts(&file, RUN);
    for (int i = 0; i < 5000; i++)
        buf_printf(&file,
                   "{\"record\":\"company\",\"name\":\"c%d\",\"pack\":\"p\","
                   "\"profile_sha256\":\"%064d\"}\n",
                   i, i);
    put_file("old", file.at);
    struct reuse *reuse = reuse_open("old", text_of(RUN), 1, &err);
    assert_non_null(reuse);
    for (int i = 4999; i >= 0; i--) {
        struct buf wanted = BUF_INIT;
        snprintf(name, sizeof name, "c%d", i);
        buf_printf(&wanted, "%064d\"}\n", i);
        struct text found = reuse_find(reuse, name);
        assert_true(found.len > wanted.len);
        assert_memory_equal(found.at + found.len - wanted.len, wanted.at, wanted.len);
        buf_release(&wanted);
    }
    reuse_close(reuse);
    buf_release(&file);
    unlink("old");
}

static void a_result_that_is_not_there_is_an_error(void **state)
{
    struct error err;

    (void)state;
    assert_null(reuse_open("none", text_of(RUN), 1, &err));
    assert_int_equal(err.kind, ERROR_USAGE);
    put_file("old", "[company]\nname = X\n");
    assert_null(reuse_open("old", text_of(RUN), 1, &err));
    assert_int_equal(err.kind, ERROR_PROFILE);
    assert_string_equal(err.message,
                        "is of another run: its first line is not that of an audit");
    unlink("old");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_gets_its_name_when_it_is_whole),
        cmocka_unit_test(a_result_is_on_disk_before_it_gets_its_name),
        cmocka_unit_test(a_result_that_is_left_keeps_what_was_put),
        cmocka_unit_test(resuming_keeps_what_is_the_same_and_cuts_what_is_not),
        cmocka_unit_test(a_large_result_is_compared_and_written_in_parts),
        cmocka_unit_test(what_is_in_the_way_is_not_replaced),
        cmocka_unit_test(two_processes_do_not_write_one_result),
        cmocka_unit_test(a_stream_nobody_reads_is_an_error_without_a_message),
        cmocka_unit_test(a_full_disk_is_an_error_with_its_name),
        cmocka_unit_test(a_stream_that_does_not_wait_gets_all_of_it),
        cmocka_unit_test(lines_of_companies_are_found_by_name),
        cmocka_unit_test(what_was_written_over_is_not_found),
        cmocka_unit_test(many_companies_are_all_found),
        cmocka_unit_test(a_result_that_is_not_there_is_an_error),
    };

    return cmocka_run_group_tests(tests, open_folder, remove_folder);
}
