/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/audit_history.h"

bool audit_history_open(struct audit_history *history, const struct options *options, int *code)
{
    struct error err;

    if (!options->audit.db)
        return true;
    *code = EXIT_USAGE;
    if (strcmp(options->audit.db, "-") == 0) {
        say("'--db' needs a file: a history cannot go to the standard output");
        return false;
    }
    history->history = history_open(options->audit.db, &err);
    if (history->history)
        return true;
    say_error(&err);
    *code = err.kind == ERROR_OUTPUT ? EXIT_OUTPUT : EXIT_USAGE;
    return false;
}

bool audit_history_start(struct audit_history *history, const struct audit_run *run,
                         struct taker *takers, size_t *count, struct error *err)
{
    const struct options *o = run->options;
    struct history_run kept = {.packs = run->sheet.packs,
                               .pack_count = run->sheet.pack_count,
                               .context = run->context,
                               .conditions = &o->conditions,
                               .has_as_of = o->has_as_of,
                               .as_of = o->as_of,
                               .detail = run->detail,
                               .inputs = o->args,
                               .input_count = o->arg_count,
                               .files_from = o->audit.files_from};

    if (!history->history)
        return true;
    if (!history_start(history->history, &kept, err))
        return false;
    takers[(*count)++] = (struct taker){history_take, history->history};
    return true;
}

bool audit_history_close(struct audit_history *history, enum audit_end end, struct error *err)
{
    bool ok = true;

    if (history->history && (end == AUDIT_DONE || end == AUDIT_STOPPED))
        ok = history_end(history->history, end == AUDIT_DONE ? HISTORY_WHOLE : HISTORY_STOPPED,
                         err);
    history_close(history->history);
    history->history = NULL;
    return ok;
}
