/* SPDX-License-Identifier: MIT
 *
 * plumbline whatif FILE [FACT=VALUE]... [--flip] [--sensitivity]
 */
#include <string.h>

#include "base/file.h"
#include "cli/edit.h"
#include "facts/profile_edit.h"
#include "report/sheets/flip.h"
#include "report/sheets/sensitivity.h"
#include "report/sheets/whatif.h"

struct changes {
    struct change *list;
    int *facts; /* their numbers */
    size_t count;
};

/* "plan.levels_paid=5" */
static bool read_change(struct edit *edit, const char *arg, struct change *change)
{
    const char *equals = strchr(arg, '=');

    if (!equals) {
        say("'%s' is no change: write FACT=VALUE, such as plan.levels_paid=5", arg);
        return false;
    }
    *change =
        (struct change){arena_copy(&edit->arena, arg, (size_t)(equals - arg)), equals + 1};
    return true;
}

static bool read_changes(struct edit *edit, struct changes *changes)
{
    const struct options *options = edit->options;

    changes->count = options->arg_count - 1;
    changes->list = arena_alloc(&edit->arena, changes->count * sizeof *changes->list);
    changes->facts = arena_alloc(&edit->arena, changes->count * sizeof *changes->facts);
    for (size_t i = 0; i < changes->count; i++) {
        struct error err;
        if (!read_change(edit, options->args[i + 1], &changes->list[i]))
            return false;
        if (!profile_edit_fact(edit->shelf.schema, changes->list[i].fact, &edit->arena,
                               &changes->facts[i], &err)) {
            say_error(&err);
            return false;
        }
    }
    return true;
}

static bool is_search(const struct options *options)
{
    return options->flip || options->sensitivity;
}

/* What was asked for besides the changes, about the company after them. */
static void put_searches(struct edit *edit, struct rulebook *book, const struct assessment *a,
                         struct buf *out, struct json *json)
{
    if (edit->options->flip) {
        struct flip found;
        flip(book, a, &edit->arena, &found);
        if (json)
            flip_json(json, "flip", &found);
        else
            flip_text(out, &found);
    }
    if (!json && edit->options->flip && edit->options->sensitivity)
        buf_putc(out, '\n');
    if (edit->options->sensitivity) {
        struct sensitivity found;
        sensitivity(book, a, &edit->arena, &found);
        if (json)
            sensitivity_json(json, "sensitivity", &found);
        else
            sensitivity_text(out, &found);
    }
}

static void put_book(struct edit *edit, struct rulebook *book, const struct changes *changes,
                     struct buf *out, struct json *json)
{
    const struct report_context *context = &edit->context;
    bool search = is_search(edit->options);
    struct whatif whatif;

    whatif_compare(book, &edit->before, &edit->after, &edit->arena, &whatif);
    if (json && search)
        whatif_json_head(json, &whatif, changes->facts, changes->count, context);
    else if (json)
        whatif_json(json, &whatif, changes->facts, changes->count, context);
    else if (search)
        whatif_put_head(out, &whatif, changes->facts, changes->count);
    else
        whatif_text(out, &whatif, changes->facts, changes->count);
    if (!search)
        return;
    put_searches(edit, book, &whatif.after, out, json);
    if (json)
        json_close(json, '}');
}

static int write_result(struct edit *edit, const struct changes *changes)
{
    bool is_json = edit->options->format == FORMAT_JSON, several = edit->shelf.count > 1;
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    if (is_json && several)
        json_open(&json, NULL, '[');
    for (size_t i = 0; i < edit->shelf.count; i++) {
        buf_puts(&out, i > 0 && !is_json ? "\n" : "");
        put_book(edit, edit->shelf.books[i], changes, &out, is_json ? &json : NULL);
    }
    if (is_json && several)
        json_close(&json, ']');
    buf_puts(&out, is_json ? "\n" : "");
    int code = write_out(edit->options, &out);
    buf_release(&out);
    return code;
}

static int whatif(struct edit *edit)
{
    struct changes changes;
    struct error err = {0};
    int code = EXIT_DONE;

    if (!read_changes(edit, &changes))
        return EXIT_USAGE;
    if (!whatif_edit(edit->old, edit->shelf.schema, changes.list, changes.count, &edit->arena,
                     &edit->new, &err))
        return edit_refused(edit, &err);
    return edit_read_new(edit, &code) ? write_result(edit, &changes) : code;
}

int cmd_whatif(const struct options *options)
{
    struct edit edit;
    int code;

    if (options->arg_count < (is_search(options) ? 1 : 2)) {
        say(is_search(options)
                ? "whatif needs a file: plumbline whatif profiles/sunleaf.ini --flip"
                : "whatif needs a file and at least one change: "
                  "plumbline whatif profiles/sunleaf.ini plan.levels_paid=5");
        return EXIT_USAGE;
    }
    if (options->output && file_is_same(options->output, options->args[0])) {
        say("'--output %s' would replace the profile that is read", options->output);
        return EXIT_USAGE;
    }
    if (edit_open(&edit, options, options->args[0], &code))
        code = whatif(&edit);
    edit_close(&edit);
    return code;
}
