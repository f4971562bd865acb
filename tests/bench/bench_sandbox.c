/* SPDX-License-Identifier: MIT
 *
 * What the sandbox costs: the core pack's rules over one complete company, in this one run
 *
 *   bare      in a stock Lua state with facts as plain tables: no limit, no reset, no record
 *   quick     as plumbline runs them: capped memory, a state put back before each company,
 *             every read checked and recorded, a timer that looks on
 *   counted   the same with the count hook, as after a quick run that took too long
 *   put back  only the state put back and the timer, of a company without rules
 *
 * usage: bench_sandbox [ROUNDS]     prints microseconds a company and ratios to 'bare'
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <lauxlib.h>
#include <lualib.h>

#include "insight/assess.h"
#include "lua/load.h"

enum { COMPANIES = 200, ROUNDS = 15 };

/* What rules call, the plainest way Lua has. Facts are in F by name and in c by section. */
static const char prelude[] =
    "F, c = {}, {}\n"
    "for _, o in ipairs { 'pass', 'info', 'minor', 'major', 'critical', 'credit', 'unknown',\n"
    "  'not_applicable' } do _G[o] = function(...) return o, ... end end\n"
    "function known(n) return F[n] ~= nil end\n"
    "function usd(n) return F[n] end\n"
    "function asof() return F['company.as_of'] end\n"
    "function between(n, lo) if F[n] ~= nil then return F[n] end return lo end\n"
    "function any(...) for i = 1, select('#', ...) do local v = F[(select(i, ...))]\n"
    "  if v == true or (type(v) == 'number' and v > 0) then return true end end\n"
    "  return false end\n"
    "function sum(...) local s = 0 for i = 1, select('#', ...) do s = s + (select(i, ...)) "
    "end\n"
    "  return s end\n"
    "function diff(a, b) return a - b end\n"
    "function ratio(a, b) return a / b end\n"
    "function has(s, m) return s:find(',' .. m .. ',', 1, true) ~= nil end\n"
    "function contains(s, m) return s:find(m, 1, true) ~= nil end\n"
    "function years_between(a, b) return (b - a) / 365.2425 end\n"
    "function year_end(y) return (y - 1969) * 365 end\n";

struct bench {
    struct rulebook *book;
    struct profile profile;
    struct arena arena;
    lua_State *L; /* the bare one */
    int refs[2000];
    size_t ref_count;
};

static _Noreturn void stop(const char *why)
{
    fprintf(stderr, "bench_sandbox: %s\n", why);
    exit(1);
}

/* --- the bare state --- */

static void push_value(lua_State *L, const struct fact_def *def, const struct value *value)
{
    if (def->type == TYPE_BOOL)
        lua_pushboolean(L, value->lo != 0);
    else if (def->type == TYPE_DATE)
        lua_pushinteger(L, value->lo);
    else if (fact_type_is_numeric(def->type))
        lua_pushnumber(L, decimal_to_double(value->lo));
    else if (def->type == TYPE_ENUM)
        lua_pushstring(L, def->values[value->lo]);
    else if (def->type == TYPE_SET) {
        lua_pushliteral(L, ",");
        for (size_t i = 0; i < def->value_count; i++)
            if (value->members >> i & 1) {
                lua_pushfstring(L, "%s,", def->values[i]);
                lua_concat(L, 2);
            }
    } else
        lua_pushstring(L, value->text ? value->text : "");
}

static void give_facts(struct bench *b)
{
    const struct schema *schema = &rulebook_pack(b->book)->schema;

    for (size_t i = 0; i < schema->fact_count; i++) {
        const struct fact_def *def = &schema->facts[i];
        lua_getglobal(b->L, "c");
        if (lua_getfield(b->L, -1, def->section) == LUA_TNIL) {
            lua_pop(b->L, 1);
            lua_newtable(b->L);
            lua_pushvalue(b->L, -1);
            lua_setfield(b->L, -3, def->section);
        }
        if (b->profile.facts[i].value.state == FACT_KNOWN) {
            push_value(b->L, def, &b->profile.facts[i].value);
            lua_pushvalue(b->L, -1);
            lua_setfield(b->L, -3, def->key);
            lua_getglobal(b->L, "F");
            lua_insert(b->L, -2);
            lua_setfield(b->L, -2, def->name);
        }
        lua_settop(b->L, 0);
    }
}

/* Keeps the tests of a rule that run through with these facts. */
static void keep_test(struct bench *b)
{
    lua_pushvalue(b->L, -1);
    lua_getglobal(b->L, "c");
    if (lua_pcallk(b->L, 1, 0, 0, 0, NULL) == LUA_OK) /* trial only: a fact may be missing */
        b->refs[b->ref_count++] = luaL_ref(b->L, LUA_REGISTRYINDEX);
    else
        lua_pop(b->L, 2);
}

static void load_bare(struct bench *b)
{
    const struct pack *pack = rulebook_pack(b->book);

    b->L = luaL_newstate();
    if (!b->L)
        stop("no memory");
    luaL_openlibs(b->L);
    if (luaL_dostring(b->L, prelude) != LUA_OK)
        stop(lua_tostring(b->L, -1));
    give_facts(b);
    for (size_t i = 0; i < pack->rule_count; i++) {
        if (luaL_dostring(b->L, pack->rules[i].source) != LUA_OK)
            stop(lua_tostring(b->L, -1));
        if (lua_getfield(b->L, -1, "check") == LUA_TFUNCTION)
            keep_test(b);
        else
            for (size_t t = 1; t <= pack->rules[i].test_count; t++) {
                lua_rawgeti(b->L, 2, (lua_Integer)t);
                keep_test(b);
            }
        lua_settop(b->L, 0);
    }
}

/* --- what is timed --- */

static void run_bare(struct bench *b)
{
    for (size_t i = 0; i < b->ref_count; i++) {
        lua_rawgeti(b->L, LUA_REGISTRYINDEX, b->refs[i]);
        lua_getglobal(b->L, "c");
        lua_call(b->L, 1, LUA_MULTRET);
        lua_settop(b->L, 0);
    }
}

static void run_ours(struct bench *b)
{
    struct finding findings[200];
    struct classification class;

    rulebook_run(b->book, &b->profile, &b->arena, findings, &class, NULL);
    arena_reset(&b->arena);
}

static void run_quick(struct bench *b)
{
    b->book->box.limits.steps_per_call = LIMITS_QUICK_STEPS;
    run_ours(b);
}

static void run_counted(struct bench *b)
{
    b->book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    run_ours(b);
}

static void run_put_back(struct bench *b)
{
    b->book->box.limits.steps_per_call = LIMITS_QUICK_STEPS;
    sandbox_start_company(&b->book->box, false);
    sandbox_end_company(&b->book->box);
}

static double microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The rounds of all ways take turns, so that a machine that slows down slows all of them. */
static void measure(struct bench *b, int rounds)
{
    static void (*const ways[])(struct bench *) = {run_bare, run_quick, run_counted,
                                                   run_put_back};
    static const char *const names[] = {"bare", "quick", "counted", "put back"};
    double taken[COUNT(ways)][100];

    for (int r = 0; r < rounds; r++)
        for (size_t w = 0; w < COUNT(ways); w++) {
            double started = microseconds();
            for (int i = 0; i < COMPANIES; i++)
                ways[w](b);
            taken[w][r] = (microseconds() - started) / COMPANIES;
        }
    for (size_t w = 0; w < COUNT(ways); w++)
        qsort(taken[w], (size_t)rounds, sizeof(double), by_size);
    printf("%zu tests of %zu rules, one company; median of %d rounds\n", b->ref_count,
           rulebook_pack(b->book)->rule_count, rounds);
    for (size_t w = 0; w < COUNT(ways); w++)
        printf("  %-9s %8.1f us  %5.2f of bare\n", names[w], taken[w][rounds / 2],
               taken[w][rounds / 2] / taken[0][rounds / 2]);
}

int main(int argc, char **argv)
{
    static struct bench b;
    struct profile_options options = {0};
    struct arena kept = {0};
    struct faults faults = {0};
    struct error err;
    int rounds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : ROUNDS;

    if (rounds < 1 || rounds > 100)
        stop("ROUNDS must be from 1 to 100");
    b.book = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_FULL, &err);
    if (!b.book)
        stop(err.message);
    if (!profile_load(SOURCE_DIR "/profiles/harbor_soap.ini", &rulebook_pack(b.book)->schema,
                      &options, &kept, &b.profile, &faults, &err))
        stop("the profile cannot be read");
    load_bare(&b);
    measure(&b, rounds);
    lua_close(b.L);
    rulebook_close(b.book);
    arena_release(&b.arena);
    arena_release(&kept);
    return 0;
}
