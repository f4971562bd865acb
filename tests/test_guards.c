/* SPDX-License-Identifier: MIT
 *
 * The guards behind the list of names. Rules have no pcall, no metatables and no coroutines;
 * here they get all of Lua's libraries, so that what the sandbox does of its own stands alone:
 * limits that stay tripped, error values that are no text, a state that is dropped and not
 * closed. Not here: what no guard in C could end (patterns, table.move, a __gc or a handler of
 * xpcall that loops: Lua calls no hook within a hook, and the handler of an error that the hook
 * threw is within it). There the missing name is the guard, and tests/hostile/ shows it.
 */
#include "pack_fixture.h"

#include <time.h>

#include <lauxlib.h>
#include <lualib.h>

#include "lua/sandbox.h"

enum { SECONDS_MAX = 20 }; /* with sanitizers; a hang takes longer than anybody waits */

#define ALL_BYTES                                                                              \
    "took more than 8388608 bytes of memory, or more than 81920 in one piece, as a function "  \
    "that calls itself for ever does (limits bytes_per_company and bytes_per_block)"
#define ALL_STEPS "took more than 4000000 steps (limit steps_per_call)"

static int l_give_libraries(lua_State *L)
{
    luaL_openlibs(L);
    return 0;
}

/* A sandbox as a company finds it, counted, but with every library of Lua. */
static void open_generous(struct sandbox *box, lua_CFunction l_more)
{
    struct sandbox_fault fault;

    struct limits limits = limits_standard();

    assert_true(sandbox_open(box, &limits));
    assert_true(sandbox_call(box, l_give_libraries, NULL, &fault));
    if (l_more)
        assert_true(sandbox_call(box, l_more, NULL, &fault));
    sandbox_freeze(box);
    sandbox_start_company(box, true);
    sandbox_start_rule(box, 0, false);
}

static int l_run_text(lua_State *L)
{
    if (luaL_loadstring(L, lua_touserdata(L, 1)) != LUA_OK)
        return lua_error(L);
    lua_call(L, 0, 0);
    return 0;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void no_rule_swallows_a_limit_or_harms_the_host_with_an_error(void **state)
{
    static const struct {
        const char *label;
        char code[256];
        enum sandbox_stop stop;
        const char *says; /* the message, or its end */
    } rows[] = {
        {"pcall for ever", "while true do pcall(function() while true do end end) end",
         STOP_STEPS, ALL_STEPS},
        {"pcall, then a result", "pcall(function() while true do end end) return 'pass'",
         STOP_STEPS, ALL_STEPS},
        {"twenty closers that loop",
         "local function loop() while true do end end\n"
         "local function f(n) local x <close> = setmetatable({}, { __close = loop })\n"
         "if n > 0 then f(n - 1) end loop() end f(20)",
         STOP_STEPS, ALL_STEPS},
        {"full memory under pcall",
         "local t = {}\n"
         "pcall(function() while true do t = { t, t, t, t } end end)\n"
         "while true do pcall(string.rep, 'x', 65536) end",
         STOP_BYTES, ALL_BYTES},
        {"full memory, then a result",
         "pcall(function() local t = {} while true do t = { t } end end) return 'pass'",
         STOP_BYTES, ALL_BYTES},
        {"one large block", "string.rep('x', 81920)", STOP_BYTES, ALL_BYTES},
        {"more than a text can hold", "string.rep('x', 1e19)", STOP_NONE,
         "number has no integer representation)"},
        {"more than memory", "string.rep('x', 1e10)", STOP_NONE, "resulting string too large"},
        {"recursion", "local function f() return 1 + f() end f()", STOP_BYTES, ALL_BYTES},
        {"recursion through gsub",
         "local function f() return (string.gsub('x', 'x', f)) end f()", STOP_NONE,
         "C stack overflow"},
        {"recursion through __index",
         "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k)\n"
         "return t[k] end return t.x",
         STOP_NONE, "C stack overflow"},
        {"a handler that fails", "xpcall(error, function(e) error(e) end) error('over', 0)",
         STOP_NONE, "over"},
        {"an error with __tostring that loops",
         "error(setmetatable({}, { __tostring = function() while true do end end }))",
         STOP_NONE, "the error value is not text"},
        {"an error with __name", "error(setmetatable({}, { __name = 'poison' }))", STOP_NONE,
         "the error value is not text"},
        {"no error value", "error(nil)", STOP_NONE, "the error value is not text"},
        {"a number as an error", "error(7)", STOP_NONE, "the error value is not text"},
        {"control bytes", "error('a\\0b\\27[2J\\r\\n\\xff', 0)", STOP_NONE, "a?b?[2J??"},
        {"an invalid sort", "table.sort({3, 1, 2, 5, 4}, function() return true end)",
         STOP_NONE, "invalid order function for sorting"},
    };
    int failed = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sandbox box;
        struct sandbox_fault fault = {0};
        char code[sizeof rows->code];
        open_generous(&box, NULL);
        memcpy(code, rows[i].code, sizeof code);
        double start = seconds();
        bool ok = sandbox_call(&box, l_run_text, code, &fault);
        size_t len = strlen(fault.message), end = strlen(rows[i].says);
        if (ok || fault.stop != rows[i].stop || len < end ||
            strcmp(fault.message + len - end, rows[i].says) != 0 ||
            seconds() - start > SECONDS_MAX) {
            print_error("%s: %s, stop %d, '%s', %.1f s\n", rows[i].label, ok ? "ok" : "failed",
                        fault.stop, fault.message, seconds() - start);
            failed++;
        }
        sandbox_close(&box);
    }
    assert_int_equal(failed, 0);
}

/* Only C follows after the limit: no instruction is left to throw at. */
static int l_swallow(lua_State *L)
{
    if (luaL_loadstring(L, "while true do end") != LUA_OK)
        return lua_error(L);
    lua_pcall(L, 0, 0, 0);
    lua_settop(L, 0);
    return 0;
}

static void a_call_that_hit_a_limit_fails_though_nothing_was_thrown(void **state)
{
    struct sandbox box;
    struct sandbox_fault fault;

    (void)state;
    open_generous(&box, NULL);
    assert_false(sandbox_call(&box, l_swallow, NULL, &fault));
    assert_int_equal(fault.stop, STOP_STEPS);
    assert_string_equal(fault.message, ALL_STEPS);
    char code[] = "return 1"; /* and the next call starts afresh */
    assert_true(sandbox_call(&box, l_run_text, code, &fault));
    sandbox_close(&box);
}

static int l_leave_finalizers(lua_State *L)
{
    return luaL_dostring(L, "kept = {} for i = 1, 3 do kept[i] = setmetatable({}, { __gc =\n"
                            "function() while true do end end }) end") == LUA_OK
               ? 0
               : lua_error(L);
}

static void finalizers_never_run_when_a_state_is_dropped(void **state)
{
    struct sandbox box;

    (void)state;
    open_generous(&box, l_leave_finalizers);
    sandbox_restore(&box);
    sandbox_close(&box);
    assert_null(box.L);
}

/* Lua passes a tag of the type in place of the size where there is no block yet. */
static void the_tag_of_a_new_block_is_not_its_old_size(void **state)
{
    struct sandbox box;
    void *ud;

    (void)state;
    open_generous(&box, NULL);
    lua_Alloc alloc = lua_getallocf(box.L, &ud);
    size_t before = box.heap.now.bytes;
    for (size_t tag = 0; tag <= LUA_TTHREAD; tag++) {
        void *at = alloc(ud, NULL, tag, 100);
        assert_non_null(at);
        assert_int_equal(box.heap.now.bytes, before + 100);
        assert_null(alloc(ud, at, 100, 0));
        assert_int_equal(box.heap.now.bytes, before);
    }
    sandbox_close(&box);
}

/* Where the tag counts: while a pack loads, one text may be far smaller than one table. */
static void a_text_of_a_loading_pack_has_a_limit_of_its_own(void **state)
{
    struct sandbox box;
    struct limits limits = limits_standard();
    size_t most = (size_t)limits.text_bytes_to_load;
    void *ud;

    (void)state;
    assert_true(sandbox_open(&box, &limits));
    lua_Alloc alloc = lua_getallocf(box.L, &ud);
    assert_non_null(alloc(ud, NULL, LUA_TSTRING, most));
    assert_null(alloc(ud, NULL, LUA_TSTRING, most + 1));
    assert_non_null(alloc(ud, NULL, LUA_TTABLE, most + 1));
    sandbox_close(&box);
}

/* A just-in-time compiler runs loops in which no hook is ever called. */
static void the_linked_lua_is_the_plain_one(void **state)
{
    struct sandbox box;

    (void)state;
    assert_int_equal(LUA_VERSION_NUM, 504);
    open_generous(&box, NULL);
    lua_getglobal(box.L, "jit");
    assert_true(lua_isnil(box.L, -1));
    sandbox_close(&box);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_rule_swallows_a_limit_or_harms_the_host_with_an_error),
        cmocka_unit_test(a_call_that_hit_a_limit_fails_though_nothing_was_thrown),
        cmocka_unit_test(finalizers_never_run_when_a_state_is_dropped),
        cmocka_unit_test(the_tag_of_a_new_block_is_not_its_old_size),
        cmocka_unit_test(a_text_of_a_loading_pack_has_a_limit_of_its_own),
        cmocka_unit_test(the_linked_lua_is_the_plain_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
