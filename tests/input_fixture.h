/* SPDX-License-Identifier: MIT
 *
 * A folder to try inputs in, which is the folder the test runs in, and the companies an input
 * gives as lines of text.
 */
#ifndef TESTS_INPUT_FIXTURE_H
#define TESTS_INPUT_FIXTURE_H

#include "rows.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/input/input.h"
#include "base/buf.h"
#include "facts/profile_read.h"

static char scratch[] = "/tmp/plumbline-test-input-XXXXXX";
static struct buf listing = BUF_INIT;

static int open_scratch(void **state)
{
    (void)state;
    return mkdtemp(scratch) && chdir(scratch) == 0 ? 0 : -1;
}

static int close_scratch(void **state)
{
    char command[100];

    (void)state;
    buf_release(&listing);
    snprintf(command, sizeof command, "rm -rf %s", scratch);
    return chdir("/") == 0 ? system(command) : -1;
}

static inline void make_folder(const char *path)
{
    char part[1000];

    for (size_t i = 1; i <= strlen(path); i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        snprintf(part, sizeof part, "%.*s", (int)i, path);
        mkdir(part, 0777);
    }
}

static inline void put_bytes(const char *path, const char *at, size_t len)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(at, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

static inline void put_file(const char *path, const char *text)
{
    put_bytes(path, text, strlen(text));
}

/* Standard input gives these bytes, as a pipe would: no going back. */
static inline void set_stdin(const char *at, size_t len)
{
    int ends[2];

    assert_true(len < 65536);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], at, len), (ssize_t)len);
    close(ends[1]);
    assert_true(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    close(ends[0]);
}

/* Line ends as '|', and what parts fields as '^'. */
static inline void list_text(struct text text)
{
    for (size_t i = 0; i < text.len; i++)
        buf_putc(&listing, text.at[i] == '\n' ? '|' : text.at[i] == '\0' ? '^' : text.at[i]);
}

static inline void list_company(const struct company *c)
{
    switch (c->form) {
    case COMPANY_FILE:
        /* a file is called as its path, which may need cleaning */
        buf_printf(&listing, "file %s\n", c->name);
        assert_int_equal(strlen(c->path), strlen(c->name));
        return;
    case COMPANY_FAULT:
        buf_printf(&listing, "fault %s:", c->name);
        if (c->line > 0)
            buf_printf(&listing, "%d:", c->line);
        buf_printf(&listing, " %.*s\n", (int)c->text.len, c->text.at);
        return;
    case COMPANY_TEXT:
        buf_printf(&listing, "text %s:%d ", c->name, c->line);
        break;
    case COMPANY_ROW:
        buf_printf(&listing, "row %s:%d ", c->name, c->line);
        list_text(c->columns);
        buf_puts(&listing, " ");
        break;
    case COMPANY_OBJECT:
        buf_printf(&listing, "object %s:%d ", c->name, c->line);
        break;
    }
    list_text(c->text);
    buf_puts(&listing, "\n");
}

/* The options with up to four paths. */
static inline struct input_options with_paths(const struct input_options *options,
                                              const char *const *paths)
{
    struct input_options own = *options;

    own.paths = paths;
    while (own.path_count < 4 && paths[own.path_count])
        own.path_count++;
    return own;
}

static char first_passed[1000];

/* What the input passes over; 'first' is kept in 'first_passed'. */
static inline struct passed_over passed_by(const struct input_options *options,
                                           const char *const *paths)
{
    struct input_options own = with_paths(options, paths);
    struct error err;
    struct company company;
    struct input *input = input_open(&own, &err);

    assert_non_null(input);
    while (input_next(input, &company))
        ;
    struct passed_over passed = input_passed_over(input);
    snprintf(first_passed, sizeof first_passed, "%s", passed.first ? passed.first : "");
    input_close(input);
    return passed;
}

/* What the input gives for the options and up to four paths, a line a company. */
static inline const char *listed(const struct input_options *options, const char *const *paths)
{
    struct input_options own = with_paths(options, paths);
    struct error err;
    struct company company;
    struct input *input = input_open(&own, &err);

    buf_reset(&listing);
    if (!input) {
        assert_int_equal(err.kind, ERROR_USAGE);
        buf_printf(&listing, "usage: %s: %s\n", err.where, err.message);
        return buf_text(&listing);
    }
    while (input_next(input, &company))
        list_company(&company);
    input_close(input);
    return buf_text(&listing);
}

#endif
