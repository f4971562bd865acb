/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "cli/audit_earlier.h"

static struct reuse *open_reuse(const char *path, const struct audit_run *run,
                                struct error *err)
{
    struct buf line = BUF_INIT;

    json_run_line(&line, run->sheet.packs, run->sheet.pack_count, run->context, run->detail);
    struct reuse *reuse =
        reuse_open(path, (struct text){line.at, line.len}, run->sheet.pack_count, err);
    buf_release(&line);
    return reuse;
}

/* The name of the JSON Lines, or NULL. */
static const char *lines_name(const struct options *o)
{
    const char *name = o->audit.jsonl              ? o->audit.jsonl
                       : o->format == FORMAT_JSONL ? o->output
                                                   : NULL;

    return name && strcmp(name, "-") != 0 ? name : NULL;
}

static bool open_own(struct audit_earlier *earlier, const struct audit_run *run)
{
    const char *name = lines_name(run->options);
    struct arena arena = {0};
    struct error err;

    if (!name) {
        say("'--resume' goes on with the JSON Lines of the audit that was cut short: add "
            "'--jsonl FILE'");
        return false;
    }
    const char *partial = arena_printf(&arena, "%s.partial", name);
    bool ok = true;
    if (access(partial, F_OK) == 0) {
        earlier->reuse = open_reuse(partial, run, &err);
        ok = earlier->reuse;
    }
    if (!ok) {
        say_error(&err);
        say("give the options it was begun with, or delete it and begin anew");
    }
    arena_release(&arena);
    return ok;
}

static bool open_other(struct audit_earlier *earlier, const struct audit_run *run)
{
    struct error err;

    earlier->reuse = open_reuse(run->options->audit.reuse, run, &err);
    if (earlier->reuse)
        return true;
    say_error(&err);
    if (err.kind != ERROR_PROFILE)
        return false;
    if (!run->options->quiet)
        say("nothing is taken from it: all companies are scored");
    return true;
}

bool audit_earlier_open(struct audit_earlier *earlier, const struct audit_run *run, int *code)
{
    const struct audit_choices *choices = &run->options->audit;
    bool ok = true;

    *earlier = (struct audit_earlier){0};
    if (choices->resume && choices->reuse) {
        say("'--resume' takes what it can from the run it goes on with: leave '--reuse' out");
        ok = false;
    } else if (choices->resume) {
        ok = open_own(earlier, run);
    } else if (choices->reuse) {
        ok = open_other(earlier, run);
    }
    if (!ok)
        *code = EXIT_USAGE;
    return ok;
}

/* What the run has written over is not there any more. */
static struct text find(void *context, const char *name)
{
    struct audit_earlier *earlier = context;

    if (earlier->own)
        reuse_limit(earlier->reuse, output_kept(earlier->own));
    return reuse_find(earlier->reuse, name);
}

/* Lines say nothing of what conditions and the history ask, of numbers of every rule, and short
 * ones nothing of rules that broke, which the user is to hear of again. */
static bool lines_are_enough(const struct audit_files *files)
{
    const struct options *o = files->run.options;
    bool enough = !o->conditions.has_fail_under && o->conditions.fail_on_count == 0 &&
                  !o->audit.db && (files->run.detail != DETAIL_SUMMARY || o->quiet);

    for (size_t i = 0; i < files->count; i++)
        enough &= audit_file_is_lines(&files->list[i]);
    return enough;
}

void audit_earlier_offer(struct audit_earlier *earlier, const struct audit_files *files,
                         struct audit_options *options)
{
    if (!earlier->reuse || !lines_are_enough(files))
        return;
    earlier->own = files->run.options->audit.resume ? audit_files_lines(files)->output : NULL;
    options->earlier = find;
    options->earlier_context = earlier;
}

void audit_earlier_close(struct audit_earlier *earlier)
{
    reuse_close(earlier->reuse);
}
