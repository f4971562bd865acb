/* SPDX-License-Identifier: MIT
 *
 * plumbline ask FILE
 */
#include "base/file.h"
#include "cli/cli.h"
#include "insight/assess.h"
#include "report/sheets/ask.h"

static void draw(const struct options *options, const struct ask_drawing *drawing,
                 struct buf *out)
{
    struct text_style style = {.width = TEXT_WIDTH, .color = wants_color(options)};

    if (options->format == FORMAT_JSON)
        ask_json(out, drawing);
    else if (options->format == FORMAT_TEXT)
        ask_text(out, drawing, &style);
    else
        ask_document(out, drawing, options->format == FORMAT_MD ? &doc_md : &doc_html);
}

/* Loads the company, finds its questions and draws them; returns the exit code. */
static int ask_about(const struct options *options, struct rulebook *book,
                     const struct report_context *context, struct arena *arena, struct buf *out)
{
    struct shelf shelf = shelf_of(book);
    struct profile_options reading = profile_options_of(options, &shelf);
    const char *file = options->args[0];
    struct profile profile;
    struct assessment a;
    struct ask_sheet sheet;
    struct faults faults = {0};
    struct error err = {0};

    if (!profile_load(file, shelf.schema, &reading, arena, &profile, &faults, &err)) {
        if (err.message[0])
            say_error(&err);
        say_faults(arena_printable(arena, file), &faults);
        return EXIT_PROFILE;
    }
    assess_score(book, &profile, arena, &a);
    ask(book, &a, arena, &sheet);
    draw(options, &(struct ask_drawing){&a, &sheet, context}, out);
    return EXIT_DONE;
}

/* Whether there is one file, which the result must not replace. */
static bool is_sound(const struct options *options)
{
    if (options->arg_count == 0)
        say("ask needs a file: plumbline ask profiles/sunleaf.ini");
    else if (!*options->args[0])
        say("the name of a file is empty");
    else if (options->output && file_is_same(options->output, options->args[0]))
        say("'--output %s' would replace a profile that is read", options->output);
    else
        return true;
    return false;
}

int cmd_ask(const struct options *options)
{
    struct report_context context = {0};
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    int code = EXIT_DONE;

    if (!is_sound(options))
        return EXIT_USAGE;
    struct rulebook *book = open_pack(options, RULEBOOK_FULL, &context, &arena, &code);
    if (book)
        code = ask_about(options, book, &context, &arena, &out);
    if (out.len > 0)
        code = exit_stronger(code, write_out(options, &out));
    rulebook_close(book);
    arena_release(&arena);
    buf_release(&out);
    return code;
}
