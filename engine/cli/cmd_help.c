/* SPDX-License-Identifier: MIT
 *
 * plumbline help [COMMAND], plumbline version
 */
#include <string.h>

#include "cli/cli.h"
#include "cli/help_pages.h"
#include "cli/topics.h"

void put_exit_codes(struct buf *out)
{
#define X(name, code, meaning) buf_printf(out, "  %3d  %s\n", code, meaning);
    EXIT_CODES(X)
#undef X
}

/* --- help --- */

/* The page's name in the manual: "plumbline-rules-test". */
static const char *page_name(const char *words, struct arena *arena)
{
    char *name = arena_printf(arena, "plumbline%s%s", *words ? "-" : "", words);

    for (char *at = name; *at; at++)
        *at = *at == ' ' ? '-' : *at;
    return name;
}

static int draw_topic(const struct options *options, const struct topic *topic, struct doc *doc,
                      struct arena *arena)
{
    struct report_context context;
    struct shelf shelf = {.count = 0};
    struct buf title = BUF_INIT;
    int code = EXIT_DONE;

    if (open_shelf(options, RULEBOOK_LEAN, &context, arena, &shelf, &code)) {
        buf_printf(&title, "plumbline %s", topic->name);
        doc->page_section = topic->section;
        doc_begin(doc, buf_text(&title), topic->about);
        topic->draw(doc, shelf.schema);
        help_put_see_also(doc, strcmp(topic->name, "rules") == 0 ? "rules" : NULL, topic->name);
        doc_end(doc);
    }
    shelf_close(&shelf);
    buf_release(&title);
    return code;
}

/* Of a topic that is a group too, the page has the commands. */
static int draw(const struct options *options, const char *name, struct doc *doc,
                struct arena *arena)
{
    const struct command *command = command_find(name);
    const struct topic *topic = topic_find(name);
    struct buf group = BUF_INIT;
    bool is_group = command_put_group(&group, name);

    buf_release(&group);
    if (topic)
        return draw_topic(options, topic, doc, arena);
    if (!*name)
        help_main(doc);
    else if (command)
        help_command(doc, command);
    else if (is_group)
        help_group(doc, name);
    else {
        say("there is no command '%s': see 'plumbline help'", name);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

int cmd_help(const struct options *options)
{
    static const struct doc_format *const formats[FORMAT_COUNT] = {[FORMAT_TEXT] =
                                                                       &doc_text_page,
                                                                   [FORMAT_MD] = &doc_md,
                                                                   [FORMAT_HTML] = &doc_html,
                                                                   [FORMAT_MAN] = &doc_man};
    const char *first = options->arg_count > 0 ? options->args[0] : "";
    const char *second = options->arg_count > 1 ? options->args[1] : "";
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    const char *name = arena_printf(&arena, "%s%s%s", first, *second ? " " : "", second);
    struct doc doc = {.format = formats[options->format],
                      .out = &out,
                      .page = page_name(name, &arena),
                      .page_section = 1,
                      .version = PLUMBLINE_VERSION};
    int code = draw(options, name, &doc, &arena);

    if (code == EXIT_DONE)
        code = write_out(options, &out);
    arena_release(&arena);
    buf_release(&out);
    return code;
}

/* --- version --- */

static void put_pack_version(struct buf *out, const struct pack *pack)
{
    size_t own = pack->part_count > 1 ? 0 : 1; /* one part is the pack itself */

    buf_printf(out, "pack %s %s, %zu rules, %zu facts\nsha256 %s\n", pack->name, pack->version,
               pack->rule_count, pack->schema.fact_count, pack->hash);
    for (size_t i = own; i < pack->part_count; i++)
        buf_printf(out, "  %s %s, sha256 %s\n", pack->parts[i].name, pack->parts[i].version,
                   pack->parts[i].hash);
}

int cmd_version(const struct options *options)
{
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    struct report_context context;
    struct shelf shelf = {.count = 0};
    int code = EXIT_DONE;

    if (open_shelf(options, RULEBOOK_LEAN, &context, &arena, &shelf, &code)) {
        buf_printf(&out, "plumbline %s\n%s\n", context.version, rulebook_lua_version());
        for (size_t i = 0; i < shelf.count; i++)
            put_pack_version(&out, rulebook_pack(shelf.books[i]));
        buf_puts(&out, "\nlimits  (--limit NAME=N sets one, within its bounds)\n");
        for (size_t i = 0; i < context.limit_count; i++)
            buf_printf(&out, "  %-20s %ld\n", context.limits[i].name, context.limits[i].value);
        code = write_out(options, &out);
    }
    shelf_close(&shelf);
    arena_release(&arena);
    buf_release(&out);
    return code;
}
