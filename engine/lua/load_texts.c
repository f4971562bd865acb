/* SPDX-License-Identifier: MIT
 *
 * sources.lua and articles.lua.
 */
#include <string.h>

#include "lua/load.h"

static void l_load_source(lua_State *L, struct loader *ld, struct pack_source *source)
{
    static const char *const fields[] = {"title", "publisher", "date", "kind", "url",
                                         "more",  "note",      "seen", NULL};

    source->id = l_item_text(L, ld, lua_gettop(L), 0);
    ld->what = source->id;
    l_check_fields(L, ld, -1, fields, true);
    source->title = l_text(L, ld, -1, "title", true);
    source->publisher = l_text(L, ld, -1, "publisher", false);
    source->date = l_text(L, ld, -1, "date", true);
    source->kind = l_text(L, ld, -1, "kind", true);
    source->url = l_text(L, ld, -1, "url", false);
    source->more = l_names(L, ld, -1, "more", false);
    source->note = l_text(L, ld, -1, "note", false);
    source->seen = l_text(L, ld, -1, "seen", false);
}

void l_load_sources(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    l_load_file(L, ld, "sources.lua", false);
    pack->source_count = lua_rawlen(L, -1);
    pack->sources = arena_alloc(ld->arena, pack->source_count * sizeof *pack->sources);
    for (size_t i = 0; i < pack->source_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_source(L, ld, &pack->sources[i]);
        if (pack_source(pack, pack->sources[i].id) != &pack->sources[i])
            l_fail(L, ld, "the source is listed twice");
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
        l_fail(L, ld, "nothing carries it: give carried_by or note");
}

void l_load_articles(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    if (!l_pack_has_file(ld, "articles.lua"))
        return;
    l_load_file(L, ld, "articles.lua", false);
    pack->article_count = lua_rawlen(L, -1);
    pack->articles = arena_alloc(ld->arena, pack->article_count * sizeof *pack->articles);
    for (size_t i = 0; i < pack->article_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_article(L, ld, &pack->articles[i]);
        if (pack_article(pack, pack->articles[i].id) != &pack->articles[i])
            l_fail(L, ld, "the sentence is listed twice");
        lua_pop(L, 1);
    }
    ld->what = "";
    lua_pop(L, 1);
}

void l_check_cites(lua_State *L, struct loader *ld, struct names cites)
{
    const struct pack *pack = &ld->book->pack;

    for (size_t i = 0; i < cites.count; i++)
        if (!pack_source(pack, cites.list[i]) && !pack_article(pack, cites.list[i]))
            l_fail(L, ld, "cites '%s', which is neither in sources.lua nor in articles.lua",
                   cites.list[i]);
}
