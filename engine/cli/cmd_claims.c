/* SPDX-License-Identifier: MIT
 *
 * plumbline claims FILE
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "report/sheets/claims_report.h"

static bool read_text(const struct options *options, struct arena *arena, struct text *text)
{
    struct error err;

    if (options->arg_count == 0) {
        say("claims needs a text file, or - for standard input: plumbline claims FILE");
        return false;
    }
    if (options->output && file_is_same(options->output, options->args[0])) {
        say("'--output %s' would replace the text that is read", options->output);
        return false;
    }
    const char *file = options->args[0];
    bool read = strcmp(file, "-") == 0
                    ? file_read_stream(STDIN_FILENO, "standard input", CLAIMS_TEXT_MAX_BYTES,
                                       arena, text, ERROR_USAGE, &err)
                    : file_read(file, CLAIMS_TEXT_MAX_BYTES, arena, text, ERROR_USAGE, &err);
    if (read && claims_check_text(*text, file, &err))
        return true;
    say_error(&err);
    return false;
}

static int put_claims(const struct options *options, const struct pack *pack,
                      const struct report_context *context, struct text text,
                      struct arena *arena)
{
    struct claim_findings found;
    struct claims_report report = {.context = context,
                                   .file = arena_printable(arena, options->args[0]),
                                   .pack = pack,
                                   .found = &found,
                                   .arena = arena};
    struct buf out = BUF_INIT;
    struct text_style style = {.width = TEXT_WIDTH, .color = wants_color(options)};
    struct page page = {.out = &out, .style = &style, .scratch = BUF_INIT};

    if (pack->claim_count == 0) {
        say("the pack %s has no claims.lua: there is nothing to compare with", pack->name);
        return EXIT_USAGE;
    }
    claims_find(text, pack->claims, pack->claim_count, arena, &found);
    if (options->format == FORMAT_JSON)
        claims_json(&out, &report);
    else
        claims_text(&page, &report);
    int code = write_out(options, &out);
    buf_release(&page.scratch);
    buf_release(&out);
    return code;
}

int cmd_claims(const struct options *options)
{
    struct arena arena = {0};
    struct report_context context;
    struct text text;
    int code = EXIT_USAGE;

    if (read_text(options, &arena, &text)) {
        struct rulebook *book = open_pack(options, RULEBOOK_FULL, &context, &arena, &code);
        if (book)
            code = put_claims(options, rulebook_pack(book), &context, text, &arena);
        rulebook_close(book);
    }
    arena_release(&arena);
    return code;
}
