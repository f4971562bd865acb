/* SPDX-License-Identifier: MIT
 *
 * Which packs a command works with, '--points' and '--limit'.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "facts/profile_read.h"
#include "lua/compiled.h"

/* All limits by name: of profiles, then those of packs and rules. */
static void list_limits(const struct limits *limits, struct arena *arena,
                        struct report_context *context)
{
    struct report_limit *list = arena_alloc(arena, (2 + limit_row_count) * sizeof *list);

    list[0] = (struct report_limit){"profile_bytes", PROFILE_MAX_BYTES};
    list[1] = (struct report_limit){"line_bytes", PROFILE_MAX_LINE};
    for (size_t i = 0; i < limit_row_count; i++)
        list[2 + i] =
            (struct report_limit){limit_rows[i].name, limits_get(limits, &limit_rows[i])};
    context->limits = list;
    context->limit_count = 2 + limit_row_count;
}

/* The rules that were installed with this program, wherever the whole was put; "" where the
 * system does not say where that is. */
static const char *rules_beside_program(struct arena *arena)
{
    char path[4096];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path - 1);

    if (len <= 0 || (size_t)len >= sizeof path - 1)
        return "";
    path[len] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash)
        return "";
    *slash = '\0';
    return arena_path(arena, path, PLUMBLINE_RULES_FROM_PROGRAM);
}

/* The core pack: what was installed with this program, else of the checkout that built it. */
const char *core_dir(struct arena *arena)
{
    const char *places[] = {rules_beside_program(arena), PLUMBLINE_SOURCE_RULES,
                            PLUMBLINE_INSTALLED_RULES};
    const char *own = getenv("PLUMBLINE_RULES");

    if (own && *own)
        return arena_printf(arena, "%s/core", own);
    for (size_t i = 0; i < COUNT(places); i++) {
        const char *dir = arena_printf(arena, "%s/core", places[i]);
        if (access(arena_printf(arena, "%s/pack.lua", dir), R_OK) == 0)
            return dir;
    }
    return arena_printf(arena, "%s/core", PLUMBLINE_INSTALLED_RULES);
}

/* --- points --- */

struct points {
    const struct shelf *shelf;
    struct arena *arena;
    struct faults *faults;
    bool *given; /* per rule */
};

static void unknown_rule(struct points *p, const struct profile_line *line)
{
    char upper[PROFILE_MAX_NAME + 1] = "", meant[TEXT_MEANT_MAX];

    for (size_t i = 0; i < line->key.len && i < sizeof upper - 1; i++)
        upper[i] = (char)(line->key.at[i] >= 'a' && line->key.at[i] <= 'z'
                              ? line->key.at[i] - 'a' + 'A'
                              : line->key.at[i]);
    const char *nearest =
        text_nearest(text_of(upper), p->shelf->rule_ids, p->shelf->rule_count);
    faults_add(p->faults, p->arena, line->line, line->column, "no rule '%s' in the pack%s",
               upper, text_meant(nearest, ": 'plumbline explain rules' lists them", meant));
}

/* The mark of a rule, by its place in the shelf's list of ids. */
static bool *given_mark(struct points *p, const char *id)
{
    size_t i = 0;

    while (strcmp(p->shelf->rule_ids[i], id) != 0)
        i++;
    return &p->given[i];
}

static void on_points_line(void *context, const struct profile_line *line)
{
    struct points *p = context;
    decimal points;

    if (!text_is(line->section, "points")) {
        if (line->key.len == 0)
            faults_add(p->faults, p->arena, line->line, line->column,
                       "a points file has one section, [points]");
        return;
    }
    if (line->key.len == 0)
        return;
    struct rulebook *book = NULL;
    const struct rule *rule = shelf_rule(p->shelf, line->key, &book);
    if (!rule) {
        unknown_rule(p, line);
    } else if (line->source.len > 0) {
        faults_add(p->faults, p->arena, line->line, line->value_column,
                   "points take no source: delete '@%.*s'", (int)line->source.len,
                   line->source.at);
    } else if (decimal_parse(line->value, &points) != DECIMAL_OK || points < 0 ||
               points > 1000 * DECIMAL_ONE || points % DECIMAL_ONE != 0) {
        faults_add(p->faults, p->arena, line->line, line->value_column,
                   "points must be a whole number from 0 to 1,000, not '%.*s'",
                   (int)line->value.len, line->value.at);
    } else if (*given_mark(p, rule->id)) {
        faults_add(p->faults, p->arena, line->line, line->column,
                   "'%s' is given twice: delete one", rule->id);
    } else {
        *given_mark(p, rule->id) = true;
        rulebook_set_points(book, rule, (int)(points / DECIMAL_ONE));
    }
}

static bool points_apply(const char *path, const struct shelf *shelf, struct arena *arena,
                         struct report_context *context)
{
    struct faults faults = {0};
    struct points points = {shelf, arena, &faults,
                            arena_alloc(arena, shelf->rule_count * sizeof *points.given)};
    struct error err;
    struct text text;

    if (!file_read(path, PROFILE_MAX_BYTES, arena, &text, ERROR_USAGE, &err)) {
        say_error(&err);
        return false;
    }
    profile_read(text, arena, &faults, on_points_line, &points);
    faults_sort(&faults);
    say_faults(path, &faults);
    context->points_file = arena_printable(arena, path);
    hash_sha256(text.at, text.len, context->points_hash);
    return faults.count == 0;
}

static bool pack_is_made_of(const struct pack *pack, const char *path)
{
    struct arena arena = {0};
    bool found = false;

    for (size_t p = 0; p < pack->part_count; p++)
        for (size_t i = 0; i < pack_data_files.count; i++)
            found |= file_is_same(
                path, arena_path(&arena, pack->parts[p].dir, pack_data_files.list[i]));
    for (size_t i = 0; i < pack_file_count(pack); i++)
        found |= file_is_same(path, pack_rule_path(pack, pack_file(pack, i), &arena));
    arena_release(&arena);
    return found;
}

bool place_is_apart(const char *option, const char *place, const struct options *options,
                    const struct shelf *shelf)
{
    bool points = options->points && file_is_same(place, options->points);
    bool pack = false;

    for (size_t i = 0; i < shelf->count; i++)
        pack |= pack_is_made_of(rulebook_pack(shelf->books[i]), place);
    if (!points && !pack)
        return true;
    say("'--%s %s' would replace %s", option, place,
        points ? "the points file" : "a file of the pack");
    return false;
}

bool output_is_apart(const struct options *options, const struct shelf *shelf)
{
    return !options->output || place_is_apart("output", options->output, options, shelf);
}

bool open_shelf(const struct options *options, enum rulebook_depth depth,
                struct report_context *context, struct arena *arena, struct shelf *shelf,
                int *code)
{
    struct limits limits = limits_standard();
    struct shelf_options shelf_options = {.dirs = options->packs,
                                          .count = options->pack_count,
                                          .core = core_dir(arena),
                                          .depth = depth,
                                          .limits = &limits,
                                          .compiled = &compiled_core};
    struct error err;

    *context = (struct report_context){
        .version = PLUMBLINE_VERSION, .has_as_of = options->has_as_of, .as_of = options->as_of};
    /* Only the core pack is known to be sound; any other is checked whole whenever it is used.
     */
    if (options->pack_count > 0)
        shelf_options.depth = RULEBOOK_FULL;
    *code = EXIT_USAGE;
    for (size_t i = 0; i < options->limit_count; i++) {
        if (!limits_set(&limits, text_of(options->limits[i]), &err)) {
            say_error(&err);
            return false;
        }
    }
    list_limits(&limits, arena, context);
    if (!shelf_open(&shelf_options, arena, shelf, &err)) {
        say_error(&err);
        *code = err.kind == ERROR_USAGE ? EXIT_USAGE : EXIT_PACK;
        return false;
    }
    if (output_is_apart(options, shelf) &&
        (!options->points || points_apply(options->points, shelf, arena, context))) {
        *code = EXIT_DONE;
        return true;
    }
    shelf_close(shelf);
    return false;
}

struct profile_options profile_options_of(const struct options *options,
                                          const struct shelf *shelf)
{
    return (struct profile_options){.rules = shelf->rule_ids,
                                    .rule_count = shelf->rule_count,
                                    .has_as_of = options->has_as_of,
                                    .as_of = options->as_of};
}

struct rulebook *open_pack(const struct options *options, enum rulebook_depth depth,
                           struct report_context *context, struct arena *arena, int *code)
{
    struct shelf shelf;

    if (!open_shelf(options, depth, context, arena, &shelf, code))
        return NULL;
    if (shelf.count == 1)
        return shelf.books[0];
    say("%s takes one pack at a time, with those that extend it", options->command->name);
    shelf_close(&shelf);
    *code = EXIT_USAGE;
    return NULL;
}
