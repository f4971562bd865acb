/* SPDX-License-Identifier: MIT
 *
 * plumbline math break-even|income|bounds|balance|odds|saturation|treadmill|plan: plan
 * arithmetic from options, and from a profile where one is named.
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/math_facts.h"
#include "cli/math_fill.h"
#include "cli/terminal.h"
#include "cli/value_options.h"

/* Before the odds are shown, for an expectation said afterwards is another one. Enter: none. */
static int ask_expectation(struct options *options, struct math_sheet *sheet)
{
    const struct value_option *option = value_option_find(options->command, text_of("expect"));
    struct terminal terminal;
    struct buf line = BUF_INIT;
    struct error err;
    enum reply reply;

    terminal_open(&terminal);
    for (;;) {
        terminal_write("How many people do you expect to recruit yourself? (Enter: no idea) ");
        buf_reset(&line);
        reply = terminal_read_line(&terminal, &line);
        struct text said = text_trim((struct text){buf_text(&line), line.len});
        if (reply != REPLY_LINE || said.len == 0 ||
            value_option_set(options, option, arena_copy(sheet->arena, said.at, said.len),
                             &err))
            break;
        terminal_write("a whole number, please, such as 5\n");
    }
    buf_release(&line);
    terminal_write("\n");
    return reply == REPLY_INTERRUPTED ? EXIT_INTERRUPTED : EXIT_DONE;
}

static bool wants_expectation(const struct options *options, const struct math_sheet *sheet)
{
    return strcmp(options->command->name, "math odds") == 0 &&
           !value_given(options, "expect") &&
           !(sheet->profile && math_fact(sheet->profile, "fit.expected_month", TYPE_MONEY)) &&
           options->format == FORMAT_TEXT && !options->output && isatty(STDIN_FILENO) == 1 &&
           isatty(STDOUT_FILENO) == 1;
}

/* Fills the sheet from complete options and draws it; returns the exit code. */
static int work_out(struct options *options, struct math_sheet *sheet, struct buf *out)
{
    struct text_style style = {.width = TEXT_WIDTH, .color = wants_color(options)};
    struct page page = {.out = out, .style = &style, .scratch = BUF_INIT};
    struct error err;
    int code = EXIT_DONE;

    if (wants_expectation(options, sheet) && values_complete(options, &err))
        code = ask_expectation(options, sheet);
    if (code != EXIT_DONE)
        return code;
    if (!math_fill(options, sheet, &err)) {
        say_error(&err);
        code = EXIT_USAGE;
    } else if (options->format == FORMAT_JSON) {
        math_json(out, sheet, PLUMBLINE_VERSION);
    } else {
        math_text(&page, sheet);
    }
    buf_release(&page.scratch);
    return code;
}

/* Reads the profile, and takes from it what the options leave open. */
static int work_out_from(struct options *options, const char *file, struct math_sheet *sheet,
                         struct buf *out)
{
    struct report_context context = {0};
    struct profile *profile = arena_alloc(sheet->arena, sizeof *profile);
    struct faults faults = {0};
    struct error err = {0};
    int code = EXIT_DONE;
    struct rulebook *book = open_pack(options, RULEBOOK_LEAN, &context, sheet->arena, &code);

    if (!book)
        return code;
    struct shelf shelf = shelf_of(book);
    struct profile_options reading = profile_options_of(options, &shelf);
    bool loaded =
        profile_load(file, shelf.schema, &reading, sheet->arena, profile, &faults, &err);
    sheet->profile = profile;
    sheet->pack = rulebook_pack(book);
    if (loaded && math_facts_take(options, sheet, &faults)) {
        code = work_out(options, sheet, out);
    } else {
        code = loaded ? EXIT_USAGE : EXIT_PROFILE;
        if (!loaded && err.message[0])
            say_error(&err);
        say_faults(arena_printable(sheet->arena, file), &faults);
    }
    rulebook_close(book);
    return code;
}

/* Whether the file, if there is one, has a name and is not the place of the result. */
static bool is_sound(const struct options *options)
{
    if (options->arg_count == 0)
        return true;
    if (!*options->args[0])
        say("the name of a file is empty");
    else if (options->output && file_is_same(options->output, options->args[0]))
        say("'--output %s' would replace a profile that is read", options->output);
    else
        return true;
    return false;
}

int cmd_math(const struct options *given)
{
    struct options options = *given; /* the profile adds to it */
    struct arena arena = {0};
    struct math_sheet sheet = {.arena = &arena, .command = given->command->name};
    struct buf out = BUF_INIT;

    if (!is_sound(given))
        return EXIT_USAGE;
    int code = given->arg_count > 0 ? work_out_from(&options, given->args[0], &sheet, &out)
                                    : work_out(&options, &sheet, &out);
    if (code == EXIT_DONE)
        code = write_out(given, &out);
    buf_release(&out);
    arena_release(&arena);
    return code;
}
