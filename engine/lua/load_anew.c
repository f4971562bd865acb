/* SPDX-License-Identifier: MIT
 *
 * One rule anew, from another text.
 */
#include <lauxlib.h>

#include "lua/load.h"

struct replacing {
    struct loader ld;
    struct rule *rule;
    struct checks *checks;
    const struct text *text;
};

static int l_replace(lua_State *L)
{
    struct replacing *r = lua_touserdata(L, 1);

    lua_settop(L, 0);
    luaL_checkstack(L, 60, NULL);
    l_load_rule(L, &r->ld, r->rule, r->text, r->checks);
    return 0;
}

bool rulebook_replace_rule(struct rulebook *book, size_t number, struct text text,
                           struct error *err)
{
    struct rule *own = &book->pack.rules[number];
    struct rule rule = {
        .id = own->id, .file = own->file, .part = own->part, .theme = own->theme};
    struct checks checks = {0};
    struct text own_text = {arena_copy(&book->arena, text.at, text.len), text.len};
    struct replacing r = {.ld = {.book = book,
                                 .arena = &book->arena,
                                 .cites_unknown = true,
                                 .part = &book->pack.parts[own->part],
                                 .what = ""},
                          .rule = &rule,
                          .checks = &checks,
                          .text = &own_text};
    struct sandbox_fault fault;

    sandbox_thaw(&book->box);
    bool ok = sandbox_call(&book->box, l_replace, &r, &fault);
    if (ok) {
        *own = rule;
        book->checks[number] = checks;
    } else {
        load_explain(&r.ld, &fault, err);
        sandbox_restore(&book->box);
    }
    sandbox_freeze(&book->box);
    return ok;
}
