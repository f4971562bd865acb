/* SPDX-License-Identifier: MIT
 *
 * plumbline audit PATH...
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/audit_earlier.h"
#include "cli/audit_history.h"
#include "cli/audit_places.h"
#include "cli/audit_progress.h"

struct auditing {
    const struct options *options;
    struct shelf shelf;
    struct report_context context;
    struct arena arena;
    struct profile_options profiles;
    struct audit_files files;
    struct audit_earlier earlier;
    struct audit_history history;
    struct progress_line line;
    struct audit_progress progress;
    struct error err;
    struct buf notes;
    const char *results[AUDIT_PLACES_MAX];
    const char *excludes[1 + COUNT(((struct audit_choices *)0)->excludes)];
};

/* --- stopping --- */

/* Set by a signal; a handler has no other way to say something. */
static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

/* The second one ends the process at once, in case that it waits for something for ever. */
static void watch_signals(void)
{
    static const int watched[] = {SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < COUNT(watched); i++)
        sigaction(watched[i], &action, NULL);
}

/* --- while it runs --- */

static bool take_notes(void *context, const struct record *record, struct error *err)
{
    struct auditing *a = context;

    (void)err;
    if (record->notes.len == 0)
        return true;
    progress_clear(&a->line);
    buf_put(&a->notes, record->notes.at, record->notes.len);
    say_lines(&a->notes);
    return true;
}

static bool on_progress(void *context, const struct audit_progress *progress, struct error *err)
{
    struct auditing *a = context;

    progress_draw(&a->line, progress);
    return audit_files_flush(&a->files, err);
}

/* Whether there is a terminal to show progress on, which results do not run through. */
static bool has_terminal(const struct auditing *a)
{
    const char *term = getenv("TERM");
    bool has =
        !a->options->quiet && isatty(STDERR_FILENO) == 1 && term && strcmp(term, "dumb") != 0;

    for (size_t i = 0; has && i < a->files.count; i++)
        has = a->files.list[i].name || a->files.list[i].ranking || isatty(STDOUT_FILENO) != 1;
    return has;
}

static int cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);

    return n < 1 ? 1 : n > AUDIT_MAX_WORKERS ? AUDIT_MAX_WORKERS : (int)n;
}

static enum audit_end run(struct auditing *a, struct input *input)
{
    const struct options *o = a->options;
    struct taker takers[AUDIT_MAX_FILES + 2];
    struct audit_options options = {.shelf = &a->shelf,
                                    .sheet = &a->files.run.sheet,
                                    .run = &a->files.run.parts,
                                    .baseline = a->files.run.baseline,
                                    .profiles = &a->profiles,
                                    .conditions = &o->conditions,
                                    .detail = a->files.run.detail,
                                    .rules_wanted = o->audit.db != NULL,
                                    .figures_wanted = conditions_ask_figures(&o->conditions),
                                    .quiet = o->quiet,
                                    .workers = o->audit.jobs ? o->audit.jobs : cores(),
                                    .takers = takers,
                                    .taker_count = a->files.count,
                                    .progress = on_progress,
                                    .progress_context = a,
                                    .stop = &stop};

    audit_files_list(&a->files, takers, &options);
    audit_earlier_offer(&a->earlier, &a->files, &options);
    takers[options.taker_count++] = (struct taker){take_notes, a};
    if (!audit_history_start(&a->history, &a->files.run, takers, &options.taker_count, &a->err))
        return AUDIT_FAILED;
    bool shown = has_terminal(a);
    a->progress.total = shown ? input_total(input) : -1;
    progress_open(&a->line, shown);
    watch_signals();
    enum audit_end end = audit_run(&options, input, &a->progress, &a->err);
    a->progress.counts.passed = input_passed_over(input);
    audit_files_heed(&a->files, input);
    progress_clear(&a->line);
    return end;
}

/* --- its end --- */

/* Which results are not there, and how to get them. */
static void say_unfinished(const struct auditing *a)
{
    struct buf names = BUF_INIT;

    audit_files_put_unfinished(&a->files, &names);
    if (names.len > 0)
        say("not finished: %s; the same command with %s finishes what stands in NAME.partial",
            buf_text(&names),
            audit_files_lines(&a->files) ? "--resume" : "--jsonl FILE and --resume");
    buf_release(&names);
}

static void say_counts(const struct auditing *a, enum audit_end end)
{
    const struct json_counts *c = &a->progress.counts;
    struct buf text = BUF_INIT;

    if (end != AUDIT_DONE)
        buf_puts(&text, end == AUDIT_STOPPED ? "stopped after " : "ended early, after ");
    buf_printf(
        &text,
        "%" PRId64 " compan%s: %" PRId64 " assessed, %" PRId64 " unreadable, %" PRId64 " lost",
        c->companies, c->companies == 1 ? "y" : "ies", c->assessed, c->unreadable, c->lost);
    if (a->progress.reused > 0)
        buf_printf(&text, "; %" PRId64 " were unchanged", a->progress.reused);
    say("%s", buf_text(&text));
    buf_reset(&text);
    passed_over_put(&text, &c->passed);
    if (text.len > 0)
        say("%s", buf_text(&text));
    buf_release(&text);
}

static int code_of(const struct auditing *a, enum audit_end end)
{
    static const int codes[] = {[AUDIT_DONE] = EXIT_DONE,
                                [AUDIT_STOPPED] = EXIT_INTERRUPTED,
                                [AUDIT_FAILED] = EXIT_OUTPUT,
                                [AUDIT_BROKEN] = EXIT_BUG};
    const struct json_counts *c = &a->progress.counts;
    int code = codes[end];

    if (c->conditions > 0)
        code = exit_stronger(code, EXIT_CONDITION);
    if (c->unreadable + c->lost > 0) /* a worker that dies costs one record (design.md 7) */
        code = exit_stronger(code, EXIT_PROFILE);
    return code;
}

/* A stream that nobody reads any more needs no message. */
static void say_failure(const struct error *err)
{
    if (err->message[0])
        say_error(err);
}

static int finish(struct auditing *a, enum audit_end end)
{
    struct error err;

    if (end == AUDIT_FAILED || end == AUDIT_BROKEN)
        say_failure(&a->err);
    bool closed = audit_files_close(&a->files, &a->progress.counts, end, &err);
    if (!closed && end != AUDIT_FAILED)
        say_failure(&err);
    bool kept = audit_history_close(&a->history, end, &err);
    if (!kept)
        say_error(&err);
    if (!a->options->quiet)
        say_counts(a, end);
    if (!a->options->quiet && end != AUDIT_DONE)
        say_unfinished(a);
    return exit_stronger(code_of(a, end), closed && kept ? EXIT_DONE : EXIT_OUTPUT);
}

/* --- its beginning --- */

/* What is being written is never a company, whatever the folder. */
static struct input_options input_options_of(struct auditing *a)
{
    const struct options *o = a->options;

    a->profiles = profile_options_of(o, &a->shelf);
    a->excludes[0] = "*.partial";
    memcpy(a->excludes + 1, o->audit.excludes,
           o->audit.exclude_count * sizeof *o->audit.excludes);
    return (struct input_options){.paths = o->args,
                                  .path_count = o->arg_count,
                                  .files_from = o->audit.files_from,
                                  .nul_separated = o->audit.nul_separated,
                                  .includes = o->audit.includes,
                                  .include_count = o->audit.include_count,
                                  .excludes = a->excludes,
                                  .exclude_count = 1 + o->audit.exclude_count,
                                  .results = a->results,
                                  .result_count = audit_places_list(o, &a->arena, a->results),
                                  .schema = a->shelf.schema,
                                  .profiles = &a->profiles};
}

/* What all results of the run share. */
static struct audit_run describe(struct auditing *a, const struct input_options *input)
{
    const struct audit_choices *choices = &a->options->audit;
    const struct pack **packs = arena_alloc(&a->arena, SHELF_MAX * sizeof *packs);

    for (size_t i = 0; i < a->shelf.count; i++)
        packs[i] = rulebook_pack(a->shelf.books[i]);
    return (struct audit_run){
        .options = a->options,
        .input = input,
        .shelf = &a->shelf,
        .context = &a->context,
        .sheet = csv_sheet_of(packs, a->shelf.count, &a->context, &a->arena),
        .parts = {&a->context, packs, a->shelf.count},
        .detail = choices->has_detail ? choices->detail : DETAIL_FINDINGS};
}

/* An option about tables is of use only with one; says so. */
static bool bom_is_of_use(const struct options *o)
{
    const struct audit_choices *c = &o->audit;

    if (!c->csv_bom || o->format == FORMAT_CSV || c->csv || c->csv_findings || c->csv_facts)
        return true;
    say("'--csv-bom' marks tables of CSV: add '--format csv', '--csv FILE', "
        "'--csv-findings FILE' or '--csv-facts FILE'");
    return false;
}

static int audit_all(struct auditing *a)
{
    struct input_options input_options = input_options_of(a);
    struct audit_run shared = describe(a, &input_options);
    struct input *input = input_open(&input_options, &a->err);
    int code = EXIT_USAGE;

    if (!input)
        say_error(&a->err);
    else if (bom_is_of_use(a->options) &&
             audit_places_are_apart(a->options, &a->shelf, &input_options) &&
             open_baseline(a->options, &shared.parts, &shared.baseline, &code) &&
             audit_history_open(&a->history, a->options, &code) &&
             audit_earlier_open(&a->earlier, &shared, &code))
        code = audit_files_open(&a->files, &shared, &code) ? finish(a, run(a, input)) : code;
    audit_history_close(&a->history, AUDIT_FAILED, &a->err);
    audit_earlier_close(&a->earlier);
    baseline_close(shared.baseline);
    input_close(input);
    return code;
}

int cmd_audit(const struct options *options)
{
    struct auditing a = {.options = options, .notes = BUF_INIT};
    int code = EXIT_DONE;

    if (options->arg_count == 0 && !options->audit.files_from) {
        say("audit needs files or folders: plumbline audit profiles");
        return EXIT_USAGE;
    }
    if (!files_are_apart(options))
        return EXIT_USAGE;
    bool open = open_shelf(options, options->audit.html ? RULEBOOK_FULL : RULEBOOK_LEAN,
                           &a.context, &a.arena, &a.shelf, &code);
    if (open && !conditions_are_sound(&options->conditions, &a.shelf, &a.err)) {
        say_error(&a.err);
        code = EXIT_USAGE;
    } else if (open && !selection_apply(options, &a.shelf, &a.arena, &a.context)) {
        code = EXIT_USAGE;
    }
    if (open && code == EXIT_DONE)
        code = audit_all(&a);
    shelf_close(&a.shelf);
    buf_release(&a.notes);
    arena_release(&a.arena);
    return code;
}
