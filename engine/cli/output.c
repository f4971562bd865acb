/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "insight/change/conditions.h"

/* One line on stderr. What comes from outside may hold anything; a terminal gets printable
 * text. */
static void put_line(char *line)
{
    text_make_printable(line);
    fprintf(stderr, "%s\n", line);
}

void say(const char *format, ...)
{
    char line[4096] = "plumbline: ";
    size_t used = strlen(line);
    va_list args;

    va_start(args, format);
    vsnprintf(line + used, sizeof line - used, format, args);
    va_end(args);
    put_line(line);
}

void say_error(const struct error *err)
{
    char line[sizeof err->where + sizeof err->message + 32];

    if (!*err->where) {
        say("%s", err->message);
        return;
    }
    if (err->line > 0)
        snprintf(line, sizeof line, "%s:%d: %s", err->where, err->line, err->message);
    else
        snprintf(line, sizeof line, "%s: %s", err->where, err->message);
    put_line(line);
}

void say_lines(struct buf *lines)
{
    char *line = lines->at, *end;

    for (; line && (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        put_line(line);
    }
    buf_reset(lines);
}

void say_faults(const char *file, const struct faults *faults)
{
    struct buf lines = BUF_INIT;

    conditions_note_faults(file, faults, &lines);
    say_lines(&lines);
    buf_release(&lines);
}

int write_out(const struct options *options, const struct buf *out)
{
    struct error err;

    if (out->truncated) {
        say("the report is larger than %d bytes", BUF_DEFAULT_MAX);
        return EXIT_OUTPUT;
    }
    if (options->output) {
        if (file_write(options->output, buf_text(out), out->len, &err))
            return EXIT_DONE;
        say_error(&err);
        return EXIT_OUTPUT;
    }
    bool ok = fwrite(buf_text(out), 1, out->len, stdout) == out->len;
    if (fflush(stdout) == 0 && ok)
        return EXIT_DONE;
    if (errno != EPIPE)
        say("cannot write: %s", strerror(errno));
    return EXIT_OUTPUT;
}

bool files_are_apart(const struct options *options)
{
    if (options->output && options->baseline &&
        file_is_same(options->output, options->baseline)) {
        say("'--output %s' would replace the baseline that is read", options->output);
        return false;
    }
    for (size_t i = 0; i < options->arg_count; i++) {
        if (!*options->args[i]) {
            say("the name of a file is empty");
            return false;
        }
        if (options->output && file_is_same(options->output, options->args[i])) {
            say("'--output %s' would replace a profile that is read", options->output);
            return false;
        }
    }
    return true;
}
