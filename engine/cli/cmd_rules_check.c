/* SPDX-License-Identifier: MIT
 *
 * plumbline rules check [PACK]...
 */
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "report/rules/lint_report.h"

struct checking {
    const struct options *options;
    const char *dirs[COUNT(((struct options *)NULL)->packs)];
    size_t count;
    struct limits limits;
    struct pack_faults faults;
    struct shelf shelf;
    struct lint lint;
    struct arena arena;
};

static bool add_dir(struct checking *c, const char *dir)
{
    if (c->count == COUNT(c->dirs)) {
        say("more than %zu packs are named", COUNT(c->dirs));
        return false;
    }
    c->dirs[c->count++] = dir;
    return true;
}

/* The packs of '--pack' and of the arguments, and the limits. */
static bool read_options(struct checking *c)
{
    const struct options *o = c->options;
    struct error err;

    c->limits = limits_standard();
    for (size_t i = 0; i < o->pack_count; i++)
        if (!add_dir(c, o->packs[i]))
            return false;
    for (size_t i = 0; i < o->arg_count; i++)
        if (!add_dir(c, o->args[i]))
            return false;
    for (size_t i = 0; i < o->limit_count; i++) {
        if (!limits_set(&c->limits, text_of(o->limits[i]), &err)) {
            say_error(&err);
            return false;
        }
    }
    return true;
}

/* What is said of a pack must not replace a file of it; of one that does not load, the files of
 * rules are not known. */
static bool output_is_safe(struct checking *c)
{
    const char *output = c->options->output;

    if (!output_is_apart(c->options, &c->shelf))
        return false;
    for (size_t i = 0; output && i < c->count * pack_data_files.count; i++) {
        const char *file = arena_path(&c->arena, c->dirs[i / pack_data_files.count],
                                      pack_data_files.list[i % pack_data_files.count]);
        if (!file_is_same(output, file))
            continue;
        say("'--output %s' would replace a file of the pack", output);
        return false;
    }
    return true;
}

/* Whether the user named it, and not only a pack that extends it. */
static bool is_named(const struct checking *c, const struct pack_part *part)
{
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->dirs[i], part->dir) == 0)
            return true;
    return c->count == 0;
}

static void put_sound(const struct checking *c, struct buf *out)
{
    for (size_t b = 0; b < c->shelf.count; b++) {
        const struct pack *pack = rulebook_pack(c->shelf.books[b]);
        for (size_t p = 0; p < pack->part_count; p++)
            if (is_named(c, &pack->parts[p]))
                lint_report_sound(out, c->shelf.books[b], p);
    }
}

static int draw(const struct checking *c)
{
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    if (c->options->format == FORMAT_JSON)
        lint_report_json(&json, &c->lint);
    else
        lint_report_text(&out, &c->lint);
    if (c->options->format == FORMAT_TEXT && c->lint.count == 0 && !c->options->quiet)
        put_sound(c, &out);
    int code = write_out(c->options, &out);
    buf_release(&out);
    return code;
}

/* The faults that ended a load are among those that were noted, unless they are about the
 * packs themselves. */
static int check(struct checking *c)
{
    struct shelf_options options = {.dirs = c->dirs,
                                    .count = c->count,
                                    .core = core_dir(&c->arena),
                                    .depth = RULEBOOK_FULL,
                                    .limits = &c->limits,
                                    .faults = &c->faults};
    struct error err;
    bool opened = shelf_open(&options, &c->arena, &c->shelf, &err);

    if (!output_is_safe(c))
        return EXIT_USAGE;
    lint_add_faults(&c->lint, &c->faults, &c->arena);
    for (size_t b = 0; b < c->shelf.count; b++)
        lint_add(&c->lint, c->shelf.books[b], &c->faults, NULL, &c->arena);
    lint_sort(&c->lint);
    if (!opened && c->lint.count == 0)
        say_error(&err);
    int code = opened || c->lint.count > 0 ? draw(c) : EXIT_DONE;
    if (!opened)
        return exit_stronger(code, err.kind == ERROR_USAGE ? EXIT_USAGE : EXIT_PACK);
    return c->lint.count > 0 ? exit_stronger(code, EXIT_CONDITION) : code;
}

int cmd_rules_check(const struct options *options)
{
    struct checking c = {.options = options};
    int code = read_options(&c) ? check(&c) : EXIT_USAGE;

    shelf_close(&c.shelf);
    arena_release(&c.arena);
    return code;
}
