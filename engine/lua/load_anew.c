/* SPDX-License-Identifier: MIT
 *
 * One rule or figure anew, from another text.
 */
#include <lauxlib.h>

#include "lua/load.h"

/* The file is a rule's or a figure's: the other is empty. */
struct replacing {
    struct loader ld;
    bool is_figure;
    struct rule rule;
    struct figure figure;
    struct checks checks;
    struct text text;
};

static int l_replace(lua_State *L)
{
    struct replacing *r = lua_touserdata(L, 1);

    lua_settop(L, 0);
    luaL_checkstack(L, 60, NULL);
    if (r->is_figure)
        l_load_figure(L, &r->ld, &r->figure, &r->text, &r->checks);
    else
        l_load_rule(L, &r->ld, &r->rule, &r->text, &r->checks);
    return 0;
}

static void start(struct replacing *r, struct rulebook *book, size_t file, struct text text)
{
    const struct rule *own = pack_file(&book->pack, file);
    struct rule rule = {
        .id = own->id, .file = own->file, .part = own->part, .theme = own->theme};

    *r = (struct replacing){.ld = {.book = book,
                                   .arena = &book->arena,
                                   .cites_unknown = true,
                                   .part = &book->pack.parts[own->part],
                                   .what = ""},
                            .is_figure = file >= book->pack.rule_count,
                            .rule = rule,
                            .text = {arena_copy(&book->arena, text.at, text.len), text.len}};
    if (r->is_figure)
        r->figure = (struct figure){
            .rule = rule, .group = book->pack.figures[file - book->pack.rule_count].group};
}

static void put_in_place(struct rulebook *book, size_t file, const struct replacing *r)
{
    size_t figure = file - book->pack.rule_count;

    if (r->is_figure) {
        book->pack.figures[figure] = r->figure;
        book->computes[figure] = r->checks;
    } else {
        book->pack.rules[file] = r->rule;
        book->checks[file] = r->checks;
    }
}

bool rulebook_replace_file(struct rulebook *book, size_t file, struct text text,
                           struct error *err)
{
    struct replacing r;
    struct sandbox_fault fault;

    start(&r, book, file, text);
    sandbox_thaw(&book->box);
    bool ok = sandbox_call(&book->box, l_replace, &r, &fault);
    if (ok) {
        put_in_place(book, file, &r);
    } else {
        load_explain(&r.ld, &fault, err);
        sandbox_restore(&book->box);
    }
    sandbox_freeze(&book->box);
    return ok;
}
