/* SPDX-License-Identifier: MIT
 *
 * plumbline rules list [RULES]...: rules, and in text without a selection the figures too
 */
#include "cli/cli.h"
#include "report/rules/rule_list.h"

/* The arguments as one expression, so that a shell needs no quotes; NULL where there are none.
 */
static const char *joined(const struct options *options, struct arena *arena)
{
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < options->arg_count; i++)
        buf_printf(&text, "%s%s", i ? " " : "", options->args[i]);
    const char *copy = options->arg_count ? arena_copy(arena, buf_text(&text), text.len) : NULL;
    buf_release(&text);
    return copy;
}

static int put_list(const struct options *options, const struct shelf *shelf,
                    struct arena *arena)
{
    const struct pack *rules = shelf_rules(shelf, arena);
    const char *expression = joined(options, arena);
    struct selection *selection = NULL;
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    if (expression && !selection_read("rules list", expression, rules, arena, &selection))
        return EXIT_USAGE;
    if (options->format == FORMAT_JSON)
        rule_list_json_open(&json, PLUMBLINE_VERSION, rules, selection);
    else
        rule_list_text(&out, rules, selection);
    for (size_t b = 0; b < shelf->count && !selection; b++) {
        if (options->format == FORMAT_JSON)
            figure_list_json(&json, rulebook_pack(shelf->books[b]));
        else
            figure_list_text(&out, rulebook_pack(shelf->books[b]));
    }
    if (options->format == FORMAT_JSON)
        rule_list_json_close(&json);
    int code = write_out(options, &out);
    buf_release(&out);
    return code;
}

int cmd_rules_list(const struct options *options)
{
    struct arena arena = {0};
    struct shelf shelf = {.count = 0};
    struct report_context context;
    int code;

    if (open_shelf(options, RULEBOOK_LEAN, &context, &arena, &shelf, &code))
        code = put_list(options, &shelf, &arena);
    shelf_close(&shelf);
    arena_release(&arena);
    return code;
}
