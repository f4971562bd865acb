/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/file.h"
#include "cli/edit.h"
#include "facts/profile_read.h"

static bool read_profile(struct edit *edit, struct text text, struct profile *out,
                         struct faults *faults)
{
    struct profile_options options = profile_options_of(edit->options, &edit->shelf);

    return profile_parse(text, edit->file, edit->shelf.schema, &options, &edit->arena, out,
                         faults);
}

bool edit_open(struct edit *edit, const struct options *options, const char *file, int *code)
{
    struct faults faults = {0};
    struct error err;

    /* The rules' examples give values to try. */
    enum rulebook_depth depth = options->flip ? RULEBOOK_FULL : RULEBOOK_LEAN;
    *edit = (struct edit){.options = options, .file = file};
    if (!open_shelf(options, depth, &edit->context, &edit->arena, &edit->shelf, code))
        return false;
    *code = EXIT_PROFILE;
    if (!file_read(file, PROFILE_MAX_BYTES, &edit->arena, &edit->old, ERROR_PROFILE, &err)) {
        say_error(&err);
        return false;
    }
    if (!read_profile(edit, edit->old, &edit->before, &faults)) {
        say_faults(file, &faults);
        say("%s has faults: correct them first", file);
        return false;
    }
    *code = EXIT_DONE;
    return true;
}

void edit_close(struct edit *edit)
{
    shelf_close(&edit->shelf);
    arena_release(&edit->arena);
}

bool edit_read_new(struct edit *edit, int *code)
{
    struct faults faults = {0};

    if (read_profile(edit, edit->new, &edit->after, &faults))
        return true;
    say_faults(edit->file, &faults);
    say("%s is as it was: with this change it would have the faults above", edit->file);
    *code = EXIT_PROFILE;
    return false;
}

int edit_refused(const struct edit *edit, struct error *err)
{
    if (err->kind == ERROR_PROFILE)
        snprintf(err->where, sizeof err->where, "%s", edit->file);
    say_error(err);
    return err->kind == ERROR_PROFILE ? EXIT_PROFILE : EXIT_USAGE;
}
