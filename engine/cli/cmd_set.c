/* SPDX-License-Identifier: MIT
 *
 * plumbline set FILE FACT VALUE
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/edit.h"
#include "facts/profile_edit.h"
#include "facts/profile_read.h"
#include "report/whatif.h"

static bool is_unchanged(const struct edit *edit, struct text text)
{
    return text.len == edit->old.len &&
           (text.len == 0 || memcmp(text.at, edit->old.at, text.len) == 0);
}

/* Whether the file is what it was when it was read. */
static bool is_still_ours(struct edit *edit)
{
    struct error err;
    struct text now;

    if (!file_read(edit->file, PROFILE_MAX_BYTES, &edit->arena, &now, ERROR_PROFILE, &err)) {
        say_error(&err);
        return false;
    }
    if (is_unchanged(edit, now))
        return true;
    say("%s was changed by somebody else meanwhile: nothing is written, try again", edit->file);
    return false;
}

/* Keeps who may read the file. A link is not followed: it would become a file of its own. */
static bool replace(const struct edit *edit)
{
    struct error err;
    struct stat st;

    if (lstat(edit->file, &st) != 0 || access(edit->file, W_OK) != 0) {
        say("%s cannot be written: %s", edit->file, strerror(errno));
        return false;
    }
    if (S_ISLNK(st.st_mode)) {
        say("%s is a link to another file: name that file instead", edit->file);
        return false;
    }
    umask(~st.st_mode & 0777);
    if (!file_write(edit->file, edit->new.at, edit->new.len, &err)) {
        say_error(&err);
        return false;
    }
    if (chmod(edit->file, st.st_mode & 07777) != 0)
        say("%s is written, but not with the permissions it had: %s", edit->file,
            strerror(errno));
    return true;
}

static int write_result(struct edit *edit, int fact)
{
    struct options to_stdout = *edit->options;
    struct buf out = BUF_INIT;

    for (size_t i = 0; i < edit->shelf.count; i++) {
        struct whatif whatif;
        whatif_compare(edit->shelf.books[i], &edit->before, &edit->after, &edit->arena,
                       &whatif);
        if (i == 0)
            whatif_put_fact(&out, &whatif, fact);
        if (edit->shelf.count > 1)
            buf_printf(&out, "%s ", whatif.after.pack->name);
        whatif_put_score(&out, &whatif);
    }
    to_stdout.output = NULL;
    int code = write_out(&to_stdout, &out);
    buf_release(&out);
    return code;
}

static int set(struct edit *edit)
{
    const char *fact = edit->options->args[1], *value = edit->options->args[2];
    struct buf text = BUF_INIT;
    struct error err = {0};
    int code = EXIT_DONE, number = FACT_NONE;

    bool ok = profile_edit_fact(edit->shelf.schema, fact, &edit->arena, &number, &err) &&
              profile_edit(edit->old, edit->shelf.schema, fact, value, edit->options->source,
                           &edit->arena, &text, &err);
    if (ok)
        edit->new =
            (struct text){arena_copy(&edit->arena, buf_text(&text), text.len), text.len};
    buf_release(&text);
    if (!ok)
        return edit_refused(edit, &err);
    if (!edit_read_new(edit, &code))
        return code;
    if (!is_unchanged(edit, edit->new) && (!is_still_ours(edit) || !replace(edit)))
        return EXIT_OUTPUT;
    return write_result(edit, number);
}

int cmd_set(const struct options *options)
{
    struct edit edit;
    struct stat st;
    int code;

    if (options->arg_count != 3) {
        say("set needs a file, a fact and a value: "
            "plumbline set acme.ini plan.levels_paid 5");
        return EXIT_USAGE;
    }
    if (stat(options->args[0], &st) != 0 && errno == ENOENT) {
        say("there is no file '%s', and set makes none: 'plumbline schema --template "
            "--output %s' does",
            options->args[0], options->args[0]);
        return EXIT_PROFILE;
    }
    if (edit_open(&edit, options, options->args[0], &code))
        code = set(&edit);
    edit_close(&edit);
    return code;
}
