/* SPDX-License-Identifier: MIT
 *
 * plumbline new [FILE]
 */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/answers.h"
#include "cli/cli.h"
#include "cli/questionnaire.h"
#include "cli/save.h"
#include "cli/terminal.h"
#include "facts/profile_read.h"

static const char start_of_profile[] =
    "; A profile of one company for plumbline.\n"
    "; A value may also be: unknown (or ?), refused (you asked), n/a, a range 20..30%,\n"
    "; or about, ~120 USD. 'plumbline schema' lists the facts; 'plumbline new' asks for "
    "them.\n";

/* The profile in the making. */
struct draft {
    const struct options *options;
    const char *file;
    bool exists;       /* the file, with the text 'saved' */
    struct text saved; /* what it holds */
    struct arena arena;
    struct rulebook *book;
    struct profile_options reading;
    struct terminal terminal;
    struct questionnaire q;
};

/* --- callbacks --- */

static enum reply read_line(void *context, struct buf *line)
{
    struct draft *draft = context;

    return terminal_read_line(&draft->terminal, line);
}

static void write_text(void *context, const char *text)
{
    (void)context;
    terminal_write(text);
}

static bool save(void *context, struct text text)
{
    struct draft *draft = context;

    if (!save_profile(draft->file, draft->exists ? &draft->saved : NULL, text))
        return false;
    draft->exists = true;
    draft->saved = text;
    return true;
}

/* --- what it starts from --- */

static bool check_profile(struct draft *draft, struct text text)
{
    struct profile profile;
    struct faults faults = {0};

    if (profile_parse(text, draft->file, &rulebook_pack(draft->book)->schema, &draft->reading,
                      &draft->arena, &profile, &faults))
        return true;
    say_faults(arena_printable(&draft->arena, draft->file), &faults);
    return false;
}

/* Reads the file that is there, or begins a new one. */
static bool begin(struct draft *draft)
{
    struct stat st;
    struct error err;

    draft->exists = lstat(draft->file, &st) == 0 || errno != ENOENT;
    if (!draft->exists) {
        draft->q.text = text_of(start_of_profile);
        return true;
    }
    if (!file_read(draft->file, PROFILE_MAX_BYTES, &draft->arena, &draft->saved, ERROR_PROFILE,
                   &err)) {
        say_error(&err);
        return false;
    }
    draft->q.text = draft->saved;
    if (check_profile(draft, draft->saved))
        return true;
    say("%s has faults: correct them first", draft->file);
    return false;
}

/* Takes --answers; nothing is written where any is wrong. */
static bool take_answers(struct draft *draft)
{
    const char *file = draft->options->answers;
    struct faults faults = {0};
    struct error err;
    struct text text;

    if (!file_read(file, PROFILE_MAX_BYTES, &draft->arena, &text, ERROR_PROFILE, &err)) {
        say_error(&err);
        return false;
    }
    if (answers_take(text, &rulebook_pack(draft->book)->schema, &draft->arena, &draft->q.text,
                     &faults)) {
        if (check_profile(draft, draft->q.text))
            return true;
    } else {
        say_faults(arena_printable(&draft->arena, file), &faults);
    }
    say("nothing is written: %s is wrong", file);
    return false;
}

/* --- the command --- */

/* Where the file is and what comes next. */
static void say_where(const struct draft *draft)
{
    if (!draft->options->quiet)
        say("the answers are in %s; next: plumbline score %s", draft->file, draft->file);
}

static int write_summary(struct draft *draft)
{
    struct buf out = BUF_INIT;

    questionnaire_put_summary(&draft->q, &out);
    int code = write_out(draft->options, &out);
    buf_release(&out);
    return code;
}

static int talk(struct draft *draft)
{
    terminal_open(&draft->terminal);
    enum questionnaire_end end = questionnaire_run(&draft->q);

    terminal_write("\n");
    if (end == QUESTIONNAIRE_NOT_SAVED)
        return EXIT_OUTPUT;
    int code = end == QUESTIONNAIRE_INTERRUPTED ? EXIT_INTERRUPTED : write_summary(draft);
    say_where(draft);
    return code;
}

static int make(struct draft *draft)
{
    const struct options *options = draft->options;

    if (!begin(draft) || (options->answers && !take_answers(draft)))
        return EXIT_PROFILE;
    if ((draft->exists && !save_is_possible(draft->file)) || !save(draft, draft->q.text))
        return EXIT_OUTPUT;
    if (!options->answers && !options->no_input)
        return talk(draft);
    int code = write_summary(draft);
    say_where(draft);
    return code;
}

static bool is_possible(const struct options *options, const char *file)
{
    bool terminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;

    if (!*file)
        say("the name of a file is empty");
    else if (!options->answers && !options->no_input && !terminal)
        say("new asks questions, which needs a terminal: give '--answers FILE' or "
            "'--no-input'");
    else if (options->output &&
             (file_is_same(options->output, file) ||
              (options->answers && file_is_same(options->output, options->answers))))
        say("'--output %s' would replace a file that is read", options->output);
    else
        return true;
    return false;
}

int cmd_new(const struct options *options)
{
    struct report_context context = {0};
    struct draft draft = {.options = options, .file = "profile.ini"};
    int code = EXIT_DONE;

    if (options->arg_count > 0)
        draft.file = options->args[0];
    if (!is_possible(options, draft.file))
        return EXIT_USAGE;
    draft.book = open_pack(options, RULEBOOK_FULL, &context, &draft.arena, &code);
    if (draft.book) {
        struct shelf shelf = shelf_of(draft.book);
        draft.reading = profile_options_of(options, &shelf);
        draft.q = (struct questionnaire){.book = draft.book,
                                         .reading = &draft.reading,
                                         .file = draft.file,
                                         .arena = &draft.arena,
                                         .context = &draft,
                                         .read_line = read_line,
                                         .write = write_text,
                                         .save = save};
        code = make(&draft);
    }
    rulebook_close(draft.book);
    arena_release(&draft.arena);
    return code;
}
