/* SPDX-License-Identifier: MIT
 *
 * Which rules certainly leave everything as it was, so that the state need not be put back.
 */
#include "pack_fixture.h"

#include <lauxlib.h>

#include "base/file.h"
#include "lua/load.h"
#include "lua/pure.h"

enum { PURE = 1, ONLY_NAMES = 2 };

static int l_ask(lua_State *L)
{
    struct text *source = lua_touserdata(L, 1);

    if (luaL_loadbuffer(L, source->at, source->len, "=test") != LUA_OK)
        lua_error(L);
    bool only_names;
    bool pure = l_is_pure(L, &only_names);
    source->len = (pure ? PURE : 0) | (only_names ? ONLY_NAMES : 0);
    return 0;
}

/* Of both answers. */
static size_t ask(const char *source, size_t len)
{
    struct sandbox box;
    struct sandbox_fault fault;
    struct limits limits = limits_standard();
    struct text text = {source, len};

    assert_true(sandbox_open(&box, &limits));
    if (!sandbox_call(&box, l_ask, &text, &fault))
        fail_msg("%s: %s", source, fault.message);
    sandbox_close(&box);
    return text.len;
}

static void only_what_writes_to_what_was_there_is_impure(void **state)
{
    static const struct {
        const char *source;
        bool pure;
    } rows[] = {
        {"return 1", true},
        {"local t = {} t.x = 1 t[1] = 2 x = 3 return t", true}, /* the chunk's own code */
        {"local t = {} return function(c) return c.a.b, t.x, #t, t[c.a.b] end", true},
        {"return function(c) local x = 1 x = x + 1 for i = 1, 3 do x = x + i end return x end",
         true},
        {"return function() return { 1, 2, 3 } end", true},
        {"local f = function(a) return a end return function(c) return f(c.a.b) end", true},
        {"return function(...) local a <close> = nil return select('#', ...), 1.5, 'x' end",
         true},
        {"local t = {} return function() t.x = 1 end", false},
        {"local t = {} return function() t[1] = 1 end", false},
        {"local t = {} return function(i) t[i] = 1 end", false},
        {"local x return function() x = 1 end", false},
        {"return function() x = 1 end", false},
        {"return function() return function() return function() x = 1 end end end", false},
        {"local function put(t) t.x = 1 end return function(c) put(c) end", false},
        {"return function() local x = 0 return function() x = x + 1 return x end end", false},
        {"return function() return { x = 1 } end", true}, /* its own table */
        {"return function(c) return f { a = c.a and 1 or 2, b = { 3, c = g(c.b) }, [c.d] = 4 } "
         "end",
         true},
        {"return function() local t = {} t.x = 1 t[1] = 2 t[t.x] = 3 return t end", true},
        {"return function(i) local t = {} if i then t.x = 1 else t.x = 2 end t.y = 1 end",
         true},
        {"return function() for i = 1, 3 do local t = { x = i } t.y = 1 end end", true},
        {"return function(l) for _, v in ipairs(l) do local t = {} t.y = v end end", true},
        {"local k = {} return function() local t = {} t = k t.x = 1 end", false},
        {"local k = {} return function() local t = {} local s = k s.x = 1 return t end", false},
        {"local k = {} return function(i) local t if i then t = k else t = {} end t.x = 1 end",
         false},
        {"local k = {} return function(i) local t if i then t = {} else t = k end t.x = 1 end",
         false},
        {"local k = {} return function(i) local t = {} if i then t = k end t.x = 1 end", false},
        {"local k = {} return function(i) local t = k if i then t = {} end t.x = 1 end", false},
        {"local k = {} return function(i) local t = i and k or {} t.x = 1 end", false},
        {"local k = {} return function(i) local t = i and {} or k t.x = 1 end", false},
        {"local k = {} return function() local t = {} for i = 1, 2 do t.x = 1 t = k end end",
         false},
        {"local k = {} return function() local t = {} while f() do t.x = 1 t = k end end",
         false},
        {"local k = {} return function() local t = {} repeat t.x = 1 t = k until f() end",
         false},
        {"local k = {} return function() local t = k goto on ::back:: t.x = 1 do return end "
         "::on:: t = {} if f() then t = k goto back end end",
         false},
        {"local k = {} return function(i) local t = k for n = 1, i do t = {} end t.x = 1 end",
         false},
        {"local k = {} return function(i) local t = k for _ in i do t = {} end t.x = 1 end",
         false},
        {"local k = {} return function() local t, s = {}, k t, s = s, t t.x = 1 end", false},
        {"local k = {} return function() local t = {} (function() t = k end)() t.x = 1 end",
         false},
        {"local k = {} return function() local t = {} t.x = k t.x.y = 1 end", false},
        {"return function() local t = {} return function() t.x = 1 end end", false},
        {"return function() local t = {} t = f() t.x = 1 end", false},
        {"return function() local t = {} t = nil t.x = 1 end", false},
        {"return function(...) local t = {} t = ... t.x = 1 end", false},
        {"return function(c) local t = {} local s, r = t, {} s, r = c, s r.x = 1 s.x = 1 end",
         false},
        {"return function() end, function(t) t.x = nil end", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if ((ask(rows[i].source, strlen(rows[i].source)) & PURE) != (rows[i].pure ? PURE : 0))
            fail_msg("wrong about: %s", rows[i].source);
}

static void what_gets_hold_of_its_environment_is_known(void **state)
{
    static const struct {
        const char *source;
        bool only_names;
    } rows[] = {
        {"return function(c) return pass(c.a.b, math.max(1, 2)) end", true},
        {"local p = pass return function() return p end", true},
        {"local x return function() return function() return x, pass end end", true},
        {"return function() local _ENV = { pass = 1 } return pass end", true}, /* its own */
        {"local e = _ENV return 1", false},
        {"return function() return _ENV end", false},
        {"local x, y return function() return function() return y, x, _ENV end end", false},
        {"x = 1", false},
        {"return function() x = 1 end", false},
        {"return function() return function() x = 1 end end", false},
        {"_ENV = {}", false},
        {"return function() _ENV = {} end", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if ((ask(rows[i].source, strlen(rows[i].source)) & ONLY_NAMES) !=
            (rows[i].only_names ? ONLY_NAMES : 0))
            fail_msg("wrong about: %s", rows[i].source);
}

static void attacks_that_remember_are_impure(void **state)
{
    static const char *const names[] = {"variable", "table",       "nested",     "helper",
                                        "closure",  "environment", "after_error"};
    struct arena arena = {0};
    struct text source;
    struct error err;

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[256];
        snprintf(path, sizeof path, SOURCE_DIR "/tests/hostile/remember_%s.lua", names[i]);
        assert_true(file_read(path, 65536, &arena, &source, ERROR_PACK, &err));
        if (ask(source.at, source.len) & PURE)
            fail_msg("%s passes for pure", path);
    }
    arena_release(&arena);
}

/* Else each company would pay for putting the state back. */
static void all_of_the_core_pack_is_pure(void **state)
{
    const struct rulebook *book = *state;

    for (size_t i = 0; i < book->pack.rule_count; i++)
        if (!book->checks[i].pure)
            fail_msg("%s writes", book->pack.rules[i].id);
    for (size_t i = 0; i < book->pack.classify.row_count; i++)
        assert_true(book->rows[i].pure);
    for (size_t i = 0; i < book->pack.figure_count; i++)
        if (!book->computes[i].pure)
            fail_msg("%s writes", book->pack.figures[i].rule.id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_writes_to_what_was_there_is_impure),
        cmocka_unit_test(what_gets_hold_of_its_environment_is_known),
        cmocka_unit_test(attacks_that_remember_are_impure),
        cmocka_unit_test(all_of_the_core_pack_is_pure),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
