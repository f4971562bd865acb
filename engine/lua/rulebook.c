/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "lua/load.h"

struct rulebook *rulebook_open(const char *dir, enum rulebook_depth depth, struct error *err)
{
    struct rulebook *book = calloc(1, sizeof *book);

    if (!book || !sandbox_open(&book->box))
        out_of_memory();
    book->depth = depth;
    book->pack.dir = arena_copy(&book->arena, dir, strlen(dir));
    if (rulebook_load(book, err)) {
        sandbox_freeze(&book->box);
        return book;
    }
    rulebook_close(book);
    return NULL;
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
