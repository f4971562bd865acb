/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "lua/load.h"
#include "lua/names.h"

struct rulebook *rulebook_open_packs(const struct rulebook_options *options, struct error *err)
{
    struct rulebook *book = calloc(1, sizeof *book);
    struct limits limits = options->limits ? *options->limits : limits_standard();

    if (!book || !sandbox_open(&book->box, &limits))
        out_of_memory();
    book->depth = options->depth;
    if (rulebook_load(book, options, err)) {
        sandbox_freeze(&book->box);
        return book;
    }
    rulebook_close(book);
    return NULL;
}

struct rulebook *rulebook_open(const char *dir, enum rulebook_depth depth, struct error *err)
{
    struct rulebook_options options = {.dirs = &dir, .count = 1, .depth = depth};

    return rulebook_open_packs(&options, err);
}

void rulebook_close(struct rulebook *book)
{
    if (!book)
        return;
    sandbox_close(&book->box);
    arena_release(&book->arena);
    free(book);
}

const struct pack *rulebook_pack(const struct rulebook *book)
{
    return &book->pack;
}

const struct limits *rulebook_limits(const struct rulebook *book)
{
    return &book->box.limits;
}

void rulebook_set_vocabulary(struct rulebook *book, const struct schema *schema)
{
    bool *own = arena_alloc(&book->arena, schema->fact_count * sizeof *own);

    memcpy(own, book->own, book->pack.schema.fact_count * sizeof *own);
    book->own = own;
    book->pack.schema = *schema;
}

struct names rulebook_names(void)
{
    struct names names = {0};

    names.list = names_offered(&names.count);
    return names;
}

const char *rulebook_instead(const char *name)
{
    return names_instead(name);
}

bool rulebook_has_fact(const struct rulebook *book, int fact)
{
    return book->own[fact];
}

const char *rulebook_lua_version(void)
{
    return LUA_RELEASE;
}

void rulebook_set_points(struct rulebook *book, const struct rule *rule, int points)
{
    struct rule *own = &book->pack.rules[rule - book->pack.rules];

    own->points = points;
    own->off = points == 0;
}

void rulebook_switch_off(struct rulebook *book, const struct rule *rule)
{
    book->pack.rules[rule - book->pack.rules].off = true;
}
