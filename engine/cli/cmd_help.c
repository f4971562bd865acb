/* SPDX-License-Identifier: MIT
 *
 * plumbline help [COMMAND], plumbline version
 */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

void put_exit_codes(struct buf *out)
{
#define X(name, code, meaning) buf_printf(out, "  %3d  %s\n", code, meaning);
    EXIT_CODES(X)
#undef X
}

static void put_command(struct buf *out, const struct command *command)
{
    buf_printf(out, "  %-15s %s\n", command->name, command->summary);
}

static void put_overview(struct buf *out)
{
    buf_puts(out, "plumbline holds a business opportunity against published advice.\n\n"
                  "usage: plumbline COMMAND [OPTION...] [ARGUMENT...]\n\n");
    for (size_t i = 0; i < command_count; i++)
        put_command(out, &commands[i]);
    buf_puts(out, "\nexit codes\n");
    put_exit_codes(out);
    buf_puts(out,
             "\nPLUMBLINE_RULES names another folder of packs than the one that came along;\n"
             "NO_COLOR turns colour off.\n");
    buf_puts(out, "\nplumbline help COMMAND shows the options of a command.\n");
}

/* The commands that start with a word; false where there are none. */
static bool put_group(struct buf *out, const char *word)
{
    struct buf group = BUF_INIT;
    bool any = command_put_group(&group, word);
    size_t len = strlen(word);

    for (size_t i = 0; any && i < command_count; i++)
        if (strncmp(commands[i].name, word, len) == 0 && commands[i].name[len] == ' ')
            put_command(out, &commands[i]);
    buf_release(&group);
    return any;
}

int cmd_help(const struct options *options)
{
    struct buf out = BUF_INIT;
    const struct command *command = NULL;
    char name[64];

    if (options->arg_count > 0) {
        const char *second = options->arg_count > 1 ? options->args[1] : "";
        snprintf(name, sizeof name, "%s%s%s", options->args[0], *second ? " " : "", second);
        command = command_find(name);
        if (command)
            options_help(&out, command);
        else if (!put_group(&out, options->args[0])) {
            say("there is no command '%s': see 'plumbline help'", name);
            return EXIT_USAGE;
        }
    } else {
        put_overview(&out);
    }
    int code = write_out(options, &out);
    buf_release(&out);
    return code;
}

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

    if (open_shelf(options, RULEBOOK_FULL, &context, &arena, &shelf, &code)) {
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
