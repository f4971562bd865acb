/* SPDX-License-Identifier: MIT
 *
 * '--only' and '--skip': which rules of the packs count.
 */
#include <string.h>

#include "cli/cli.h"

const struct pack *shelf_rules(const struct shelf *shelf, struct arena *arena)
{
    struct pack *all = arena_alloc(arena, sizeof *all);
    size_t themes = 0;

    for (size_t i = 0; i < shelf->count; i++)
        themes += rulebook_pack(shelf->books[i])->theme_count;
    all->rules = arena_alloc(arena, shelf->rule_count * sizeof *all->rules);
    all->themes = arena_alloc(arena, themes * sizeof *all->themes);
    all->schema = *shelf->schema;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct pack *pack = rulebook_pack(shelf->books[i]);
        for (size_t r = 0; r < pack->rule_count; r++) {
            struct rule *rule = &all->rules[all->rule_count++];
            *rule = pack->rules[r];
            rule->theme += all->theme_count;
        }
        for (size_t t = 0; t < pack->theme_count; t++)
            all->themes[all->theme_count++] = pack->themes[t];
    }
    return all;
}

bool selection_read(const char *from, const char *expression, const struct pack *rules,
                    struct arena *arena, struct selection **out)
{
    struct error err;

    if (selection_parse(expression, rules, arena, out, &err))
        return true;
    say("%s: %s", from, err.message);
    return false;
}

/* Whether a pack that had points for the company's score has some left; says so if not. */
static bool has_points_left(const struct pack *pack, int before, const struct options *options)
{
    if (before == 0 || pack_points(pack, SCORE_COMPANY) > 0)
        return true;
    say("%s no rule that counts for the company's score by pack %s: 'plumbline rules list' "
        "shows what rules are worth",
        !options->skip   ? "'--only' leaves"
        : !options->only ? "'--skip' leaves"
                         : "'--only' and '--skip' leave",
        pack->name);
    return false;
}

/* A sound expression on one line, or NULL. */
static const char *shown(const char *expression, struct arena *arena)
{
    char *copy = expression ? arena_copy(arena, expression, strlen(expression)) : NULL;

    for (char *at = copy; at && *at; at++)
        *at = is_blank(*at) || *at == '\n' || *at == '\r' ? ' ' : *at;
    return copy;
}

bool selection_apply(const struct options *options, struct shelf *shelf, struct arena *arena,
                     struct report_context *context)
{
    struct selection *only = NULL, *skip = NULL;

    if (!options->only && !options->skip)
        return true;
    const struct pack *all = shelf_rules(shelf, arena);
    if ((options->only && !selection_read("'--only'", options->only, all, arena, &only)) ||
        (options->skip && !selection_read("'--skip'", options->skip, all, arena, &skip)))
        return false;
    context->only = shown(options->only, arena);
    context->skip = shown(options->skip, arena);
    const struct rule *rule = all->rules;
    for (size_t i = 0; i < shelf->count; i++) {
        const struct pack *pack = rulebook_pack(shelf->books[i]);
        int before = pack_points(pack, SCORE_COMPANY);
        for (size_t r = 0; r < pack->rule_count; r++, rule++)
            if ((only && !selection_has(only, all, rule)) ||
                (skip && selection_has(skip, all, rule)))
                rulebook_switch_off(shelf->books[i], &pack->rules[r]);
        if (!has_points_left(pack, before, options))
            return false;
    }
    return true;
}
