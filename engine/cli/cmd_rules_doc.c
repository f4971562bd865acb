/* SPDX-License-Identifier: MIT
 *
 * plumbline rules doc
 */
#include "cli/cli.h"
#include "lua/luacats.h"
#include "report/docs/rule_book.h"

static void draw(struct buf *out, const struct pack *pack, enum format format)
{
    static const struct doc_format *const formats[FORMAT_COUNT] = {
        [FORMAT_MD] = &doc_md, [FORMAT_HTML] = &doc_html, [FORMAT_MAN] = &doc_man};

    if (formats[format])
        rule_book_draw(&(struct doc){.format = formats[format], .out = out}, pack);
    else
        luacats_put(out, pack);
}

int cmd_rules_doc(const struct options *options)
{
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    struct report_context context;
    int code = EXIT_DONE;
    struct rulebook *book = open_pack(options, RULEBOOK_FULL, &context, &arena, &code);

    if (book) {
        draw(&out, rulebook_pack(book), options->format);
        code = write_out(options, &out);
    }
    rulebook_close(book);
    arena_release(&arena);
    buf_release(&out);
    return code;
}
