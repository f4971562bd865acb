/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/shelf.h"

/* The packs of one rulebook: one that stands by itself, and those that extend it. */
struct group {
    const char *name; /* of the first */
    const char *dirs[SHELF_MAX];
    size_t count;
};

struct grouping {
    struct group groups[SHELF_MAX];
    size_t count;
};

static struct group *find_group(struct grouping *g, const char *name)
{
    for (size_t i = 0; i < g->count; i++)
        if (strcmp(g->groups[i].name, name) == 0)
            return &g->groups[i];
    return NULL;
}

static struct group *add_group(struct grouping *g, const char *name, const char *dir)
{
    struct group *group = &g->groups[g->count++];

    *group = (struct group){.name = name, .dirs = {dir}, .count = 1};
    return group;
}

/* The group that a pack extends; the core pack need not be named for that. */
static struct group *extended(const struct shelf_options *options, struct grouping *g,
                              const char *name)
{
    struct group *group = find_group(g, name);

    if (!group && strcmp(name, "core") == 0 && g->count < SHELF_MAX)
        group = add_group(g, "core", options->core);
    return group;
}

static bool add_dir(const struct shelf_options *options, const char *dir, struct grouping *g,
                    struct arena *arena, struct error *err)
{
    struct pack_head head;

    if (!rulebook_read_head(dir, arena, &head, err))
        return false;
    if (find_group(g, head.name))
        return error_set(err, ERROR_USAGE, dir, 0, "the pack '%s' is given twice", head.name);
    if (!head.extends) {
        add_group(g, head.name, dir);
        return true;
    }
    struct group *group = extended(options, g, head.extends);
    if (!group)
        return error_set(err, ERROR_PACK, dir, 0,
                         "it extends '%s', which is not given before it: add --pack FOLDER of "
                         "that pack first",
                         head.extends);
    if (group->count == SHELF_MAX)
        return error_set(err, ERROR_USAGE, dir, 0, "more than %d packs extend '%s'",
                         SHELF_MAX - 1, group->name);
    group->dirs[group->count++] = dir;
    return true;
}

static bool group_dirs(const struct shelf_options *options, struct grouping *g,
                       struct arena *arena, struct error *err)
{
    if (options->count == 0)
        add_group(g, "core", options->core);
    if (options->count > SHELF_MAX)
        return error_set(err, ERROR_USAGE, NULL, 0, "more than %d packs", SHELF_MAX);
    for (size_t i = 0; i < options->count; i++)
        if (!add_dir(options, options->dirs[i], g, arena, err))
            return false;
    return true;
}

static bool open_book(const struct shelf_options *options, const struct group *group,
                      struct arena *arena, struct shelf *shelf, struct error *err)
{
    struct rulebook_options own = {.dirs = group->dirs,
                                   .count = group->count,
                                   .depth = options->depth,
                                   .limits = options->limits,
                                   .beside = shelf->schema,
                                   .compiled = options->compiled,
                                   .faults = options->faults,
                                   .arena = arena};
    struct rulebook *book = rulebook_open_packs(&own, err);

    if (!book)
        return false;
    shelf->books[shelf->count++] = book;
    shelf->schema = &rulebook_pack(book)->schema;
    return true;
}

/* Waivers and options name rules by id alone, so ids are apart. */
static bool list_rules(struct shelf *shelf, struct arena *arena, struct error *err)
{
    const char **ids = NULL;
    size_t count = 0;

    for (size_t b = 0; b < shelf->count; b++) {
        const struct pack *pack = rulebook_pack(shelf->books[b]);
        for (size_t i = 0; i < pack->rule_count; i++) {
            if (names_have((struct names){ids, count}, pack->rule_ids[i]))
                return error_set(
                    err, ERROR_USAGE, NULL, 0,
                    "two packs have a rule '%s', the second of them '%s': use them "
                    "one at a time",
                    pack->rule_ids[i], pack->name);
            ids = arena_grow(arena, ids, count, sizeof *ids);
            ids[count++] = pack->rule_ids[i];
        }
    }
    shelf->rule_ids = ids;
    shelf->rule_count = count;
    return true;
}

bool shelf_open(const struct shelf_options *options, struct arena *arena, struct shelf *out,
                struct error *err)
{
    struct grouping g = {.count = 0};
    bool ok = group_dirs(options, &g, arena, err);

    *out = (struct shelf){.count = 0};
    for (size_t i = 0; ok && i < g.count; i++)
        ok = open_book(options, &g.groups[i], arena, out, err);
    if (!ok || !list_rules(out, arena, err)) {
        shelf_close(out);
        return false;
    }
    for (size_t i = 0; i + 1 < out->count; i++)
        rulebook_set_vocabulary(out->books[i], out->schema);
    return true;
}

struct shelf shelf_of(struct rulebook *book)
{
    const struct pack *pack = rulebook_pack(book);

    return (struct shelf){.books = {book},
                          .count = 1,
                          .schema = &pack->schema,
                          .rule_ids = pack->rule_ids,
                          .rule_count = pack->rule_count};
}

void shelf_close(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        rulebook_close(shelf->books[i]);
    shelf->count = 0;
}

const struct rule *shelf_rule(const struct shelf *shelf, struct text id, struct rulebook **book)
{
    for (size_t b = 0; b < shelf->count; b++) {
        const struct pack *pack = rulebook_pack(shelf->books[b]);
        for (size_t i = 0; i < pack->rule_count; i++) {
            if (!text_same(id, text_of(pack->rules[i].id)))
                continue;
            *book = shelf->books[b];
            return &pack->rules[i];
        }
    }
    return NULL;
}
