/* SPDX-License-Identifier: MIT
 *
 * plumbline set FILE FACT VALUE
 */
#include <errno.h>
#include <sys/stat.h>

#include "cli/edit.h"
#include "cli/save.h"
#include "facts/profile_edit.h"
#include "report/sheets/whatif.h"

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
    if (!save_profile(edit->file, &edit->old, edit->new))
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
