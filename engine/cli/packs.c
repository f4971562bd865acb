/* SPDX-License-Identifier: MIT
 *
 * Which pack a command works with, and '--points'.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "facts/profile_read.h"
#include "lua/sandbox_limits.h"

static const struct report_limit limits[] = {
    {"profile_bytes", PROFILE_MAX_BYTES},
    {"line_bytes", PROFILE_MAX_LINE},
    {"steps_per_company", SANDBOX_COMPANY_STEPS},
    {"steps_per_rule", SANDBOX_RULE_STEPS},
    {"steps_per_call", SANDBOX_CALL_STEPS},
    {"bytes_per_company", SANDBOX_BYTES},
    {"bytes_per_block", SANDBOX_BLOCK_BYTES},
    {"message_bytes", MESSAGE_MAX_BYTES},
    {"pack_files", RULEBOOK_MAX_FILES},
    {"pack_source_bytes", RULEBOOK_MAX_SOURCE_BYTES},
};

/* The core pack: of the checkout that built the program, else where it was installed. */
static const char *core_dir(struct arena *arena)
{
    static const char *const places[] = {PLUMBLINE_SOURCE_RULES, PLUMBLINE_INSTALLED_RULES};
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
    struct rulebook *book;
    struct arena *arena;
    struct faults *faults;
    bool *given; /* per rule */
};

static const struct rule *rule_of_key(const struct pack *pack, struct text key)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (text_same(key, text_of(pack->rules[i].id)))
            return &pack->rules[i];
    return NULL;
}

static void unknown_rule(struct points *p, const struct profile_line *line)
{
    const struct pack *pack = rulebook_pack(p->book);
    char upper[PROFILE_MAX_NAME + 1] = "";

    for (size_t i = 0; i < line->key.len && i < sizeof upper - 1; i++)
        upper[i] = (char)(line->key.at[i] >= 'a' && line->key.at[i] <= 'z'
                              ? line->key.at[i] - 'a' + 'A'
                              : line->key.at[i]);
    const char *nearest = text_nearest(text_of(upper), pack->rule_ids, pack->rule_count);
    faults_add(p->faults, p->arena, line->line, line->column,
               "no rule '%s' in the pack: %s%s%s", upper,
               nearest ? "did you mean '" : "'plumbline explain rules' lists them",
               nearest ? nearest : "", nearest ? "'?" : "");
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
    const struct rule *rule = rule_of_key(rulebook_pack(p->book), line->key);
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
    } else if (p->given[rule - rulebook_pack(p->book)->rules]) {
        faults_add(p->faults, p->arena, line->line, line->column,
                   "'%s' is given twice: delete one", rule->id);
    } else {
        p->given[rule - rulebook_pack(p->book)->rules] = true;
        rulebook_set_points(p->book, rule, (int)(points / DECIMAL_ONE));
    }
}

bool points_apply(const char *path, struct rulebook *book, struct arena *arena,
                  struct report_context *context)
{
    struct faults faults = {0};
    struct points points = {
        book, arena, &faults,
        arena_alloc(arena, rulebook_pack(book)->rule_count * sizeof *points.given)};
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

    for (size_t i = 0; i < pack_data_files.count; i++)
        found |= file_is_same(
            path, arena_printf(&arena, "%s/%s", pack->dir, pack_data_files.list[i]));
    for (size_t i = 0; i < pack->rule_count; i++)
        found |=
            file_is_same(path, arena_printf(&arena, "%s/%s", pack->dir, pack->rules[i].file));
    arena_release(&arena);
    return found;
}

/* The result must not replace what it is made from; of profiles, score knows. */
static bool output_is_apart(const struct options *options, const struct pack *pack)
{
    bool replaces_points =
        options->output && options->points && file_is_same(options->output, options->points);

    if (replaces_points || (options->output && pack_is_made_of(pack, options->output)))
        say("'--output %s' would replace %s", options->output,
            replaces_points ? "the points file" : "a file of the pack");
    else
        return true;
    return false;
}

struct rulebook *open_pack(const struct options *options, enum rulebook_depth depth,
                           struct report_context *context, struct arena *arena, int *code)
{
    struct error err;

    *context = (struct report_context){
        .version = PLUMBLINE_VERSION, .limits = limits, .limit_count = COUNT(limits)};
    /* Only the core pack is known to be sound; any other is checked whole whenever it is used.
     */
    if (options->pack_count > 0)
        depth = RULEBOOK_FULL;
    struct rulebook *book = rulebook_open(
        options->pack_count > 0 ? options->packs[0] : core_dir(arena), depth, &err);
    if (!book) {
        say_error(&err);
        *code = EXIT_PACK;
        return NULL;
    }
    if (output_is_apart(options, rulebook_pack(book)) &&
        (!options->points || points_apply(options->points, book, arena, context)))
        return book;
    rulebook_close(book);
    *code = EXIT_USAGE;
    return NULL;
}
