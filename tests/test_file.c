/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[] = "/tmp/plumbline-test-file-XXXXXX";

static int open_folder(void **state)
{
    *state = mkdtemp(folder);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

enum { PATH_ROOM = 200 };

static const char *in_folder(char path[PATH_ROOM], const char *name)
{
    snprintf(path, PATH_ROOM, "%s/%s", folder, name);
    return path;
}

static void put_file(const char *path, const char *at, size_t len)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(at, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

/* What reading says: the text, or "kind where: message". */
static const char *read_text(struct arena *arena, const char *path, size_t max)
{
    struct error err = {0};
    struct text text;

    if (file_read(path, max, arena, &text, ERROR_PROFILE, &err)) {
        assert_int_equal(text.at[text.len], '\0');
        return text.at;
    }
    assert_int_equal(err.kind, ERROR_PROFILE);
    assert_string_equal(err.where, path);
    return arena_printf(arena, "error: %s", err.message);
}

static void a_file_is_read_up_to_its_limit(void **state)
{
    static const struct {
        const char *label, *content;
        size_t max;
        const char *got;
    } rows[] = {
        {"empty", "", 10, ""},
        {"nothing is allowed, nothing is there", "", 0, ""},
        {"short", "abc\n", 10, "abc\n"},
        {"just the limit", "abc\n", 4, "abc\n"},
        {"over the limit", "abc\n", 3, "error: is larger than the limit of 3 bytes"},
    };
    struct arena arena = {0};
    char room[PATH_ROOM];
    const char *path = in_folder(room, "a");

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        put_file(path, rows[i].content, strlen(rows[i].content));
        ROW_TEXT(rows[i].label, read_text(&arena, path, rows[i].max), rows[i].got);
    }
    unlink(path);
    arena_release(&arena);
    ROWS_END();
}

static void what_is_no_regular_file_is_refused_at_once(void **state)
{
    char room[PATH_ROOM];
    const char *fifo = in_folder(room, "fifo");
    struct arena arena = {0};

    (void)state;
    assert_int_equal(mkfifo(fifo, 0600), 0);
    ROW_TEXT("missing", read_text(&arena, "/nowhere/at/all", 10),
             "error: cannot be opened: No such file or directory");
    ROW_TEXT("empty name", read_text(&arena, "", 10),
             "error: cannot be opened: No such file or directory");
    ROW_TEXT("folder", read_text(&arena, folder, 10), "error: is a folder, not a file");
    ROW_TEXT("FIFO", read_text(&arena, fifo, 10),
             "error: is not a regular file (a pipe or a device); save it to a file first");
    ROW_TEXT("device", read_text(&arena, "/dev/zero", 10),
             "error: is not a regular file (a pipe or a device); save it to a file first");
    unlink(fifo);
    arena_release(&arena);
    ROWS_END();
}

static void a_file_one_may_not_read_says_so(void **state)
{
    char room[PATH_ROOM];
    const char *path = in_folder(room, "secret");
    struct arena arena = {0};

    (void)state;
    if (geteuid() == 0)
        skip(); /* root may read anything */
    put_file(path, "x", 1);
    assert_int_equal(chmod(path, 0), 0);
    assert_string_equal(read_text(&arena, path, 10),
                        "error: cannot be opened: Permission denied");
    unlink(path);
    arena_release(&arena);
}

static void a_file_is_written_whole_or_not_at_all(void **state)
{
    char room[PATH_ROOM], other[PATH_ROOM];
    const char *path = in_folder(room, "out");
    struct arena arena = {0};
    struct error err = {0};
    struct stat st;

    (void)state;
    assert_true(file_write(path, "one", 3, &err));
    assert_string_equal(read_text(&arena, path, 10), "one");
    assert_true(file_write(path, "", 0, &err));
    assert_string_equal(read_text(&arena, path, 10), "");
    assert_int_not_equal(stat(in_folder(other, "out.partial"), &st), 0);
    assert_false(file_write(in_folder(other, "no/such/out"), "x", 1, &err));
    assert_int_equal(err.kind, ERROR_OUTPUT);
    unlink(path);
    arena_release(&arena);
}

static void a_folder_is_not_written_over(void **state)
{
    char room[PATH_ROOM], other[PATH_ROOM];
    const char *path = in_folder(room, "inner");
    struct error err = {0};
    struct stat st;

    (void)state;
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(file_write(path, "x", 1, &err));
    assert_string_equal(err.where, path);
    assert_string_equal(err.message, "cannot be written: Is a directory");
    assert_int_not_equal(stat(in_folder(other, "inner.partial"), &st), 0);
    rmdir(path);
}

static void a_device_is_written_to_and_not_replaced(void **state)
{
    char room[PATH_ROOM];
    const char *path = in_folder(room, "null");
    struct error err = {0};
    struct stat st;

    (void)state;
    assert_int_equal(symlink("/dev/null", path), 0);
    assert_true(file_write(path, "x", 1, &err));
    assert_int_equal(lstat(path, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    unlink(path);
    assert_int_equal(symlink("/dev/full", path), 0);
    assert_false(file_write(path, "x", 1, &err));
    assert_string_equal(err.message, "cannot be written: No space left on device");
    assert_int_equal(lstat(path, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    unlink(path);
}

static void a_name_too_long_to_write_is_refused(void **state)
{
    char path[5000];
    struct error err = {0};

    (void)state;
    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    assert_false(file_write(path, "x", 1, &err));
    assert_string_equal(err.message, "the name of the output file is too long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read_up_to_its_limit),
        cmocka_unit_test(what_is_no_regular_file_is_refused_at_once),
        cmocka_unit_test(a_file_one_may_not_read_says_so),
        cmocka_unit_test(a_file_is_written_whole_or_not_at_all),
        cmocka_unit_test(a_folder_is_not_written_over),
        cmocka_unit_test(a_device_is_written_to_and_not_replaced),
        cmocka_unit_test(a_name_too_long_to_write_is_refused),
    };

    return cmocka_run_group_tests(tests, open_folder, remove_folder);
}
