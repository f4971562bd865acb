/* SPDX-License-Identifier: MIT
 *
 * plumbline help [COMMAND], plumbline version
 */
#include "cli/cli.h"

void put_exit_codes(struct buf *out)
{
#define X(name, code, meaning) buf_printf(out, "  %3d  %s\n", code, meaning);
    EXIT_CODES(X)
#undef X
}

static void put_overview(struct buf *out)
{
    buf_puts(out, "plumbline holds a business opportunity against published advice.\n\n"
                  "usage: plumbline COMMAND [OPTION...] [ARGUMENT...]\n\n");
    for (size_t i = 0; i < command_count; i++)
        buf_printf(out, "  %-15s %s\n", commands[i].name, commands[i].summary);
    buf_puts(out, "\nexit codes\n");
    put_exit_codes(out);
    buf_puts(out,
             "\nPLUMBLINE_RULES names another folder of packs than the one that came along;\n"
             "NO_COLOR turns colour off.\n");
    buf_puts(out, "\nplumbline help COMMAND shows the options of a command.\n");
}

int cmd_help(const struct options *options)
{
    struct buf out = BUF_INIT;
    const struct command *command = NULL;

    if (options->arg_count > 0) {
        command = command_find(options->args[0]);
        if (!command) {
            say("there is no command '%s': see 'plumbline help'", options->args[0]);
            return EXIT_USAGE;
        }
        options_help(&out, command);
    } else {
        put_overview(&out);
    }
    int code = write_out(options, &out);
    buf_release(&out);
    return code;
}

int cmd_version(const struct options *options)
{
    struct arena arena = {0};
    struct buf out = BUF_INIT;
    struct report_context context;
    int code = EXIT_DONE;
    struct rulebook *book = open_pack(options, RULEBOOK_FULL, &context, &arena, &code);

    if (book) {
        const struct pack *pack = rulebook_pack(book);
        buf_printf(&out, "plumbline %s\n%s\npack %s %s, %zu rules, %zu facts\nsha256 %s\n\n",
                   context.version, rulebook_lua_version(), pack->name, pack->version,
                   pack->rule_count, pack->schema.fact_count, pack->hash);
        buf_puts(&out, "limits\n");
        for (size_t i = 0; i < context.limit_count; i++)
            buf_printf(&out, "  %-20s %ld\n", context.limits[i].name, context.limits[i].value);
        code = write_out(options, &out);
    }
    rulebook_close(book);
    arena_release(&arena);
    buf_release(&out);
    return code;
}
