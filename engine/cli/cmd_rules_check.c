/* SPDX-License-Identifier: MIT
 *
 * plumbline rules check [PACK]...
 */
#include "cli/cli.h"
#include "insight/lint.h"
#include "report/json_writer.h"

struct checking {
    const struct options *options;
    struct arena arena;
    struct buf out;
    struct json json;
    size_t found;
    int code;
};

static void put(struct checking *c, const char *file, int line, const char *check,
                const char *message)
{
    c->found++;
    if (c->options->format == FORMAT_JSON) {
        json_open(&c->json, NULL, '{');
        json_text(&c->json, "file", file);
        json_whole(&c->json, "line", line);
        json_text(&c->json, "check", check);
        json_text(&c->json, "message", message);
        json_close(&c->json, '}');
        return;
    }
    buf_puts(&c->out, file);
    if (line > 0)
        buf_printf(&c->out, ":%d", line);
    buf_printf(&c->out, ": %s: %s\n", check, message);
}

static void put_faults(struct checking *c, const struct pack_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        put(c, faults->list[i].file, faults->list[i].line, "load", faults->list[i].message);
}

static void put_lints(struct checking *c, struct rulebook *book, size_t part)
{
    const char *dir = rulebook_pack(book)->parts[part].dir;
    struct lints lints = {.count = 0};

    lint_part(book, part, &c->arena, &lints);
    for (size_t i = 0; i < lints.count; i++)
        put(c, arena_printf(&c->arena, "%s/%s", dir, lints.list[i].file), lints.list[i].line,
            lints.list[i].check, lints.list[i].message);
}

static size_t rules_of_part(const struct pack *pack, size_t part)
{
    size_t count = 0;

    for (size_t i = 0; i < pack->rule_count; i++)
        count += pack->rules[i].part == part;
    return count;
}

/* The last part of a rulebook is the pack that was named; those before it are what it extends.
 */
static void put_sound(struct checking *c, const struct pack *pack, size_t part)
{
    size_t rules = rules_of_part(pack, part);

    if (c->options->format == FORMAT_TEXT)
        buf_printf(&c->out, "%s %s: %zu rule%s, nothing to say\n", pack->parts[part].name,
                   pack->parts[part].version, rules, rules == 1 ? "" : "s");
}

static void check_pack(struct checking *c, const char *dir)
{
    struct pack_faults faults = {.count = 0};
    struct shelf_options options = {.dirs = &dir,
                                    .count = dir ? 1 : 0,
                                    .core = core_dir(&c->arena),
                                    .depth = RULEBOOK_FULL,
                                    .faults = &faults};
    struct shelf shelf;
    struct error err;
    size_t before = c->found;

    if (!shelf_open(&options, &c->arena, &shelf, &err)) {
        put_faults(c, &faults);
        if (faults.count == 0)
            say_error(&err);
        c->code = exit_stronger(c->code, EXIT_PACK);
        return;
    }
    struct rulebook *book = shelf.books[shelf.count - 1];
    const struct pack *pack = rulebook_pack(book);
    put_faults(c, &faults);
    put_lints(c, book, pack->part_count - 1);
    if (c->found > before)
        c->code = exit_stronger(c->code, EXIT_CONDITION);
    else
        put_sound(c, pack, pack->part_count - 1);
    shelf_close(&shelf);
}

int cmd_rules_check(const struct options *options)
{
    struct checking c = {.options = options, .out = BUF_INIT};
    size_t packs = options->arg_count + options->pack_count;

    c.json.out = &c.out;
    if (options->format == FORMAT_JSON)
        json_open(&c.json, NULL, '[');
    for (size_t i = 0; i < options->pack_count; i++)
        check_pack(&c, options->packs[i]);
    for (size_t i = 0; i < options->arg_count; i++)
        check_pack(&c, options->args[i]);
    if (packs == 0)
        check_pack(&c, NULL);
    if (options->format == FORMAT_JSON) {
        json_close(&c.json, ']');
        buf_putc(&c.out, '\n');
    }
    if (c.out.len > 0)
        c.code = exit_stronger(c.code, write_out(options, &c.out));
    buf_release(&c.out);
    arena_release(&c.arena);
    return c.code;
}
