/* SPDX-License-Identifier: MIT
 *
 * sources.lua and articles.lua.
 */
#include <string.h>

#include "lua/load.h"

/* Remembers an id that may be cited; each may be given once. */
static void l_add_citable(lua_State *L, struct loader *ld, const char *id)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, ld->citable_ref);
    if (l_get(L, -1, id) != LUA_TNIL)
        l_fault(L, ld, "the id '%s' is given twice", id);
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, id);
    lua_pop(L, 1);
}

static void l_load_source(lua_State *L, struct loader *ld, struct pack_source *source)
{
    static const char *const fields[] = {"title", "publisher", "date", "kind",   "url",
                                         "more",  "note",      "seen", "serves", NULL};

    source->id = l_item_text(L, ld, lua_gettop(L), 0);
    source->part = (size_t)(ld->part - ld->book->pack.parts);
    ld->what = source->id;
    l_check_fields(L, ld, -1, fields, true);
    source->title = l_text(L, ld, -1, "title", true);
    source->publisher = l_text(L, ld, -1, "publisher", false);
    source->date = l_text(L, ld, -1, "date", true);
    source->kind = l_text(L, ld, -1, "kind", true);
    source->url = l_text(L, ld, -1, "url", false);
    source->more = l_names(L, ld, -1, "more", false);
    source->serves = l_names(L, ld, -1, "serves", false);
    source->note = l_text(L, ld, -1, "note", false);
    source->seen = l_text(L, ld, -1, "seen", false);
}

void l_load_sources(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    if (ld->part != pack->parts && !pack_has_file(ld, "sources.lua"))
        return; /* an extension may do with the sources that are there */
    if (ld->book->depth == RULEBOOK_LEAN) {
        l_hash_file(L, ld, "sources.lua");
        return;
    }
    l_load_file(L, ld, "sources.lua", false);
    size_t old = pack->source_count, count = l_item_count(L, ld);
    struct pack_source *sources = arena_alloc(ld->arena, (old + count) * sizeof *sources);
    if (old > 0)
        memcpy(sources, pack->sources, old * sizeof *sources);
    pack->sources = sources;
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_source(L, ld, &sources[old + i]);
        l_add_citable(L, ld, sources[old + i].id);
        pack->source_count++;
        lua_pop(L, 1);
    }
    ld->what = "";
    lua_pop(L, 1);
}

static void l_load_article(lua_State *L, struct loader *ld, struct article *article)
{
    static const char *const fields[] = {"says", "carried_by", "note", NULL};

    article->id = l_item_text(L, ld, lua_gettop(L), 0);
    ld->what = article->id;
    l_check_fields(L, ld, -1, fields, true);
    article->says = l_text(L, ld, -1, "says", true);
    article->carried_by = l_names(L, ld, -1, "carried_by", false);
    article->note = l_text(L, ld, -1, "note", false);
    if (article->carried_by.count == 0 && !article->note)
        l_fault(L, ld, "nothing carries it: give carried_by or note");
}

void l_load_articles(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    if (!pack_has_file(ld, "articles.lua"))
        return;
    l_load_file(L, ld, "articles.lua", false);
    ld->articles_text = ld->text;
    pack->article_count = l_item_count(L, ld);
    pack->articles = arena_alloc(ld->arena, pack->article_count * sizeof *pack->articles);
    for (size_t i = 0; i < pack->article_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_article(L, ld, &pack->articles[i]);
        l_add_citable(L, ld, pack->articles[i].id);
        lua_pop(L, 1);
    }
    ld->what = "";
    lua_pop(L, 1);
}

void l_check_cites(lua_State *L, struct loader *ld, struct names cites)
{
    if (ld->book->depth == RULEBOOK_LEAN || ld->cites_unknown)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, ld->citable_ref);
    for (size_t i = 0; i < cites.count; i++) {
        if (l_get(L, -1, cites.list[i]) == LUA_TNIL)
            l_fault(L, ld, "cites '%s', which is neither in sources.lua nor in articles.lua",
                    cites.list[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}
