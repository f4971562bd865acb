/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/input/finder.h"
#include "audit/input/paths.h"

struct finder {
    struct input_options options;
    struct input *input;
    bool by_paths;
    bool lost; /* by_paths: the order is not that of the result, and nothing fits any more */
    struct buf container; /* else: the file that 'input' reads */
    const char *path;     /* of it, for 'options' */
    struct buf why;
};

struct finder *finder_open(const char *const *paths, size_t count, struct error *err)
{
    struct finder *finder = calloc(1, sizeof *finder);

    if (!finder)
        out_of_memory();
    finder->container = finder->why = (struct buf)BUF_INIT;
    finder->by_paths = count > 0;
    finder->options = (struct input_options){.paths = paths, .path_count = count};
    if (!finder->by_paths)
        return finder;
    finder->input = input_open(&finder->options, err);
    if (finder->input)
        return finder;
    finder_close(finder);
    return NULL;
}

void finder_close(struct finder *finder)
{
    if (!finder)
        return;
    input_close(finder->input);
    buf_release(&finder->container);
    buf_release(&finder->why);
    free(finder);
}

/* --- along the paths of the audit --- */

static bool next_of_paths(struct finder *finder, const char *name, struct company *out)
{
    if (finder->lost) {
        buf_puts(&finder->why, "was not looked for: the order is another");
        return false;
    }
    if (input_next(finder->input, out) && strcmp(out->name, name) == 0)
        return true;
    finder->lost = true;
    buf_puts(&finder->why, "is not the next company of the paths: give those of the audit, in "
                           "its order");
    return false;
}

/* --- by name --- */

/* The longest front of the name that is a file, cut at a '/' or a ':'; else, and false, the
 * name: what is wrong with it is the input's to say. */
static bool find_container(const char *name, struct buf *out)
{
    struct stat st;

    buf_puts(out, name);
    while (out->len > 0) {
        if (stat(out->at, &st) == 0 && S_ISREG(st.st_mode))
            return true;
        while (out->len > 0 && out->at[out->len - 1] != '/' && out->at[out->len - 1] != ':')
            out->len--;
        out->len -= out->len > 0;
        out->at[out->len] = '\0';
    }
    buf_puts(out, name);
    return false;
}

static bool is_of_stdin(const char *name)
{
    return strncmp(name, PATHS_STDIN, strlen(PATHS_STDIN)) == 0;
}

/* Would be read as more than a name. */
static bool is_no_name(const char *name)
{
    return strcmp(name, "-") == 0 || *name == '@';
}

bool finder_is_there(const char *folder, const char *name)
{
    struct buf path = BUF_INIT, container = BUF_INIT;
    struct stat st;

    if (*name != '/')
        buf_printf(&path, "%s/", folder);
    buf_puts(&path, name);
    bool there = is_of_stdin(name) || is_no_name(name) || stat(buf_text(&path), &st) == 0 ||
                 find_container(buf_text(&path), &container);
    buf_release(&path);
    buf_release(&container);
    return there;
}

/* A folder would be searched to its end, and what is a pipe read a second time holds nothing.
 */
static bool is_container(const char *path, struct buf *why)
{
    struct stat st;

    if (stat(path, &st) != 0 || S_ISREG(st.st_mode))
        return true;
    buf_puts(why, "is a folder, pipe or device: no company is found again there");
    return false;
}

static bool open_container(struct finder *finder, const char *path)
{
    struct error err;

    input_close(finder->input);
    buf_reset(&finder->container);
    buf_puts(&finder->container, path);
    finder->path = buf_text(&finder->container);
    finder->options.paths = &finder->path;
    finder->options.path_count = 1;
    finder->input = input_open(&finder->options, &err);
    if (!finder->input)
        buf_puts(&finder->why, err.message);
    return finder->input != NULL;
}

/* The rest of what is open. */
static bool look_on(struct finder *finder, const char *name, struct company *out)
{
    while (input_next(finder->input, out))
        if (strcmp(out->name, name) == 0)
            return true;
    return false;
}

static bool find_by_name(struct finder *finder, const char *name, struct company *out)
{
    struct buf path = BUF_INIT;

    if (is_of_stdin(name)) {
        buf_puts(&finder->why, "is not here: give it on standard input again, and '-' after "
                               "the result");
        return false;
    }
    if (is_no_name(name)) {
        buf_puts(&finder->why, "is no name that an audit gives");
        return false;
    }
    find_container(name, &path);
    bool found = finder->input && strcmp(buf_text(&finder->container), buf_text(&path)) == 0 &&
                 look_on(finder, name, out);
    found = found || (is_container(buf_text(&path), &finder->why) &&
                      open_container(finder, buf_text(&path)) && look_on(finder, name, out));
    if (!found && finder->why.len == 0)
        buf_printf(&finder->why, "is missing in '%s'", buf_text(&path));
    buf_release(&path);
    return found;
}

bool finder_find(struct finder *finder, const char *name, struct company *out, const char **why)
{
    buf_reset(&finder->why);
    bool found =
        finder->by_paths ? next_of_paths(finder, name, out) : find_by_name(finder, name, out);
    *why = buf_text(&finder->why);
    return found;
}

const char *finder_rest(struct finder *finder)
{
    struct company company;

    if (!finder->by_paths || finder->lost || !input_next(finder->input, &company))
        return NULL;
    return company.name;
}
