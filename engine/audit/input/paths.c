/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/input/feed.h"
#include "audit/input/paths.h"

const char PATHS_STDIN[] = "standard input";

struct paths {
    const struct input_options *options;
    struct passed *passed; /* or NULL */
    size_t next;           /* argument; 'path_count' is --files-from */
    int *lists;            /* one per argument and one more: an open list, or -1 */
    bool in_list;          /* of the argument before 'next' */
    bool listed;           /* it has named a path */
    struct feed feed;      /* of that list */
    int line;              /* of it */
    bool globbing;
    glob_t glob;
    size_t match; /* next of 'glob' */
    struct walk *walk;
    struct buf text; /* a path out of a list; where a fault stands */
    char fault[ERROR_MESSAGE_MAX];
};

/* The file of paths that an argument names, or NULL where it names none. */
static const char *list_of(const struct input_options *options, size_t number)
{
    if (number == options->path_count)
        return options->files_from;
    return options->paths[number][0] == '@' ? options->paths[number] + 1 : NULL;
}

static bool is_stdin(const struct input_options *options, size_t number)
{
    const char *list = list_of(options, number);

    if (list)
        return strcmp(list, "-") == 0;
    return number < options->path_count && strcmp(options->paths[number], "-") == 0;
}

/* --- what can be said at once --- */

static bool check_usage(const struct input_options *options, struct error *err)
{
    size_t from_stdin = 0;

    if (options->path_count == 0 && !options->files_from)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "no company is named: give files, folders, archives, tables, '@list' "
                         "or '-'");
    for (size_t i = 0; i <= options->path_count; i++) {
        from_stdin += is_stdin(options, i);
        if (i < options->path_count && options->paths[i][0] == '\0')
            return error_set(err, ERROR_USAGE, NULL, 0, "one of the paths is empty");
    }
    if (from_stdin > 1)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "standard input ('-') can be read only once: name it once");
    return true;
}

static bool open_list(struct paths *paths, size_t number, struct error *err)
{
    const char *list = list_of(paths->options, number);
    struct stat st;

    paths->lists[number] = -1;
    if (!list)
        return true;
    int fd = is_stdin(paths->options, number) ? STDIN_FILENO
                                              : open(list, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    paths->lists[number] = fd;
    if (fd < 0)
        return error_set(err, ERROR_USAGE, *list ? list : "@", 0,
                         "the list of paths cannot be opened: %s", strerror(errno));
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        return error_set(err, ERROR_USAGE, list, 0,
                         "is a folder, not a list of paths: name it without '@'");
    return true;
}

struct paths *paths_open(const struct input_options *options, struct passed *passed,
                         struct error *err)
{
    if (!check_usage(options, err))
        return NULL;
    struct paths *paths = calloc(1, sizeof *paths);
    int *lists = malloc((options->path_count + 1) * sizeof *lists);
    if (!paths || !lists)
        out_of_memory();
    *paths =
        (struct paths){.options = options, .passed = passed, .lists = lists, .text = BUF_INIT};
    for (size_t i = 0; i <= options->path_count; i++)
        lists[i] = -1;
    for (size_t i = 0; i <= options->path_count; i++) {
        if (!open_list(paths, i, err)) {
            paths_close(paths);
            return NULL;
        }
    }
    return paths;
}

void paths_close(struct paths *paths)
{
    if (!paths)
        return;
    for (size_t i = 0; i <= paths->options->path_count; i++)
        if (paths->lists[i] >= 0 && paths->lists[i] != STDIN_FILENO)
            close(paths->lists[i]);
    if (paths->globbing)
        globfree(&paths->glob);
    walk_close(paths->walk);
    feed_release(&paths->feed);
    buf_release(&paths->text);
    free(paths->lists);
    free(paths);
}

bool paths_can_repeat(const struct input_options *options)
{
    struct stat st;

    for (size_t i = 0; i <= options->path_count; i++) {
        const char *list = list_of(options, i);
        if (is_stdin(options, i) || (list && (stat(list, &st) != 0 || !S_ISREG(st.st_mode))))
            return false;
    }
    return true;
}

/* --- one argument, or one line of a list --- */

static bool give(struct found *out, const char *path, const char *fault)
{
    *out = (struct found){.path = path, .fault = fault};
    return true;
}

/* Opens the pattern up; true where it gives a fault instead. */
static bool start_glob(struct paths *paths, const char *pattern, struct found *out)
{
    int code = glob(pattern, GLOB_ERR, NULL, &paths->glob);

    paths->match = 0;
    paths->globbing = code == 0;
    if (code == 0)
        return false;
    globfree(&paths->glob);
    if (code == GLOB_NOSPACE)
        out_of_memory();
    return give(out, pattern,
                code == GLOB_NOMATCH
                    ? "no file fits the pattern"
                    : "a folder that the pattern leads through cannot be read");
}

/* Takes a path as it is: true with a file in *out, false where a folder has been started. */
static bool take_existing(struct paths *paths, const char *path, struct found *out)
{
    struct stat st;

    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return give(out, path, NULL);
    paths->walk = walk_open(path, paths->options, paths->passed);
    return false;
}

static bool take_path(struct paths *paths, const char *path, struct found *out)
{
    struct stat st;

    if (strpbrk(path, "*?[") && lstat(path, &st) != 0 && errno == ENOENT)
        return start_glob(paths, path, out);
    return take_existing(paths, path, out);
}

/* --- lists --- */

static bool list_fault(struct paths *paths, const char *fault, struct found *out)
{
    const char *list = list_of(paths->options, paths->next - 1);

    snprintf(paths->fault, sizeof paths->fault, "%s", fault);
    buf_reset(&paths->text);
    buf_puts(&paths->text, strcmp(list, "-") == 0 ? PATHS_STDIN : list);
    if (paths->line > 0)
        buf_printf(&paths->text, ":%d", paths->line);
    return give(out, buf_text(&paths->text), paths->fault);
}

/* The list cannot be read to its end: the rest of it is lost, which is said. */
static bool end_list(struct paths *paths, struct found *out)
{
    paths->in_list = false;
    if (paths->feed.failed)
        return list_fault(paths, paths->feed.err.message, out);
    if (!paths->feed.ended)
        return list_fault(paths,
                          "a line of the list is far too long for a path: the rest of "
                          "the list is not read",
                          out);
    if (!paths->listed)
        return list_fault(paths, "the list names no path", out);
    return false;
}

/* Reads one line of the list; true where that gives a file or a fault. */
static bool take_line(struct paths *paths, struct found *out)
{
    struct text line;
    size_t whole;
    bool nul = paths->options->nul_separated;

    bool there = nul ? feed_part(&paths->feed, 0, '\0', &line, &whole)
                     : feed_line(&paths->feed, 0, &line, &whole);
    if (!there)
        return end_list(paths, out);
    paths->line++;
    buf_reset(&paths->text);
    buf_put(&paths->text, line.at, line.len);
    feed_drop(&paths->feed, whole);
    if (paths->text.len == 0)
        return false;
    paths->listed = true;
    if (paths->text.len >= PATH_MAX)
        return list_fault(paths, "the path is longer than the system allows", out);
    if (strlen(paths->text.at) != paths->text.len)
        return list_fault(paths,
                          "has a NUL byte: say --null for a list with NULs between the "
                          "paths",
                          out);
    return take_path(paths, paths->text.at, out);
}

static bool take_argument(struct paths *paths, size_t number, struct found *out)
{
    if (list_of(paths->options, number)) {
        paths->in_list = true;
        paths->listed = false;
        paths->line = 0;
        feed_open(&paths->feed, feed_read_fd, &paths->lists[number]);
        return false;
    }
    if (number == paths->options->path_count)
        return false;
    if (is_stdin(paths->options, number))
        return give(out, PATHS_STDIN, NULL);
    return take_path(paths, paths->options->paths[number], out);
}

bool paths_next(struct paths *paths, struct found *out)
{
    for (;;) {
        if (paths->walk) {
            if (walk_next(paths->walk, out))
                return true;
            walk_close(paths->walk);
            paths->walk = NULL;
        } else if (paths->globbing && paths->match < paths->glob.gl_pathc) {
            if (take_existing(paths, paths->glob.gl_pathv[paths->match++], out))
                return true;
        } else if (paths->globbing) {
            globfree(&paths->glob);
            paths->globbing = false;
        } else if (paths->in_list) {
            if (take_line(paths, out))
                return true;
        } else if (paths->next > paths->options->path_count) {
            return false;
        } else if (take_argument(paths, paths->next++, out)) {
            return true;
        }
    }
}
