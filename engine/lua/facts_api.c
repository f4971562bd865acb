/* SPDX-License-Identifier: MIT
 *
 * How rules read facts: a reading checks that the rule declared the fact, notes it (the
 * finding's evidence) and gives the value, or ends the test where there is none.
 */
#include <string.h>

#include <lauxlib.h>

#include "lua/api.h"
#include "lua/run.h"
#include "lua/tracing.h"

/* --- reading --- */

static const struct rule_fact *declared(const struct run *run, int fact)
{
    for (size_t i = 0; i < run->fact_count; i++)
        if (run->facts[i].number == fact)
            return &run->facts[i];
    return NULL;
}

/* Checks that the rule may read the fact and notes that it did. */
static const struct rule_fact *l_note(lua_State *L, struct run *run, int fact)
{
    const struct rule_fact *own = declared(run, fact);

    l_charge(L, run->fact_count * LIMITS_BYTES_PER_STEP);
    if (!own)
        luaL_error(L, "reads '%s', which its 'facts' does not name",
                   run->pack->schema.facts[fact].name);
    if (run->trace)
        tracing_read(L, run, fact);
    run_note(run, fact);
    return own;
}

enum run_end run_end_without(const struct run *run, int fact)
{
    switch (run->profile->facts[fact].value.state) {
    case FACT_NOT_APPLICABLE:
        return END_NOT_APPLICABLE;
    case FACT_REFUSED:
        return run->pack->schema.facts[fact].expected ? END_REFUSED : END_UNKNOWN;
    default:
        return END_UNKNOWN;
    }
}

void run_note(struct run *run, int fact)
{
    run->touches++;
    for (size_t i = 0; i < run->read_count; i++)
        if (run->reads[i] == fact)
            return;
    run->reads[run->read_count++] = fact;
}

/* Notes what the test asked about the fact that it has just been noted for. */
static void note_question(struct run *run, int fact, enum run_ask ask)
{
    if (run->learns && run->touches == run->path_count + 1 && run->path_count < RUN_MAX_PATH)
        run->path[run->path_count++] = (struct run_question){fact, ask};
}

/* Ends the test where the fact has no value. */
static void l_need(lua_State *L, struct run *run, int fact)
{
    enum run_end end = run_end_of(run, fact);

    if (end == END_NONE)
        return;
    run->needed = true;
    l_end(L, end, fact);
}

static bool has_direction(const struct rule_fact *own)
{
    return own->direction == DIRECTION_UP || own->direction == DIRECTION_DOWN;
}

/* Whether a known fact has a value to give: one, or two ends (of a range, or of sources that
 * differ) that can both be tried. */
static bool can_be_read(const struct fact_def *def, const struct fact *fact,
                        const struct rule_fact *own)
{
    bool numeric = fact_type_is_numeric(def->type);
    bool two_ended = fact->value.lo != fact->value.hi || (fact->conflict && !numeric);

    if (fact->no_rate || !two_ended)
        return !fact->no_rate;
    if (numeric)
        return has_direction(own);
    /* Two words of two sources are two ends, whatever their order; three would need a middle.
     */
    return (def->type == TYPE_BOOL || def->type == TYPE_ENUM) && fact->count == 2;
}

/* The number of the fact's range in this run, adding it; ends the test where it cannot be. */
static size_t l_range(lua_State *L, int fact)
{
    struct run *run = run_of(L);

    for (size_t i = 0; i < run->range_count; i++)
        if (run->ranges[i] == fact)
            return i;
    if (run->range_count == RUN_MAX_RANGES)
        l_end(L, END_UNKNOWN, fact);
    run->ranges[run->range_count] = fact;
    return run->range_count++;
}

/* The end of lo..hi that this combination is about. */
static decimal l_pick(lua_State *L, int fact, decimal lo, decimal hi)
{
    if (lo == hi)
        return lo;
    size_t number = l_range(L, fact);
    return run_of(L)->combination >> number & 1 ? hi : lo;
}

static void l_push_number(lua_State *L, enum fact_type type, decimal value)
{
    if (type == TYPE_DATE)
        lua_pushinteger(L, value);
    else if (type == TYPE_INT)
        lua_pushinteger(L, value / DECIMAL_ONE);
    else
        lua_pushnumber(L, decimal_to_double(value));
}

/* A set or list as ",a,b,". */
static void l_push_members(lua_State *L, const struct fact_def *def, const struct value *value)
{
    luaL_Buffer buffer;

    luaL_buffinit(L, &buffer);
    luaL_addchar(&buffer, ',');
    for (size_t i = 0; def->type == TYPE_SET && i < def->value_count; i++) {
        if (!(value->members >> i & 1))
            continue;
        luaL_addstring(&buffer, def->values[i]);
        luaL_addchar(&buffer, ',');
    }
    for (const char *at = def->type == TYPE_SET ? "" : value->text; *at; at++)
        if (*at != ' ')
            luaL_addchar(&buffer, *at);
    if (def->type != TYPE_SET)
        luaL_addchar(&buffer, ',');
    luaL_pushresult(&buffer);
}

/* Leaves the value of a fact that has one. [-0, +1, e] */
static void l_push_value(lua_State *L, const struct run *run, int number,
                         const struct rule_fact *own)
{
    const struct fact_def *def = &run->pack->schema.facts[number];
    const struct fact *fact = &run->profile->facts[number];
    const struct value *value = &fact->value;
    bool plain = value->lo == value->hi && !fact->conflict && !fact->no_rate;

    if (!plain && !can_be_read(def, fact, own))
        l_end(L, END_UNKNOWN, number);
    decimal at = l_pick(L, number, value->lo, value->hi);
    if (def->type == TYPE_BOOL)
        lua_pushboolean(L, at != 0);
    else if (def->type == TYPE_ENUM)
        lua_pushstring(L, def->values[at]);
    else if (fact_type_is_numeric(def->type))
        l_push_number(L, def->type, at);
    else if (fact_type_is_set(def->type))
        l_push_members(L, def, value);
    else
        lua_pushstring(L, value->text);
}

int l_read_fact(lua_State *L, int fact)
{
    struct run *run = run_of(L);
    const struct rule_fact *own = l_note(L, run, fact);

    note_question(run, fact, ASK_VALUE);
    l_need(L, run, fact);
    l_push_value(L, run, fact, own);
    if (run->trace)
        tracing_value(L, run, fact);
    return 1;
}

/* --- by name --- */

static int l_check_fact(lua_State *L, int index)
{
    const char *name = luaL_checkstring(L, index);
    l_charge(L, 4 * lua_rawlen(L, index));
    int fact = schema_find_name(&run_of(L)->pack->schema, name);

    if (fact == FACT_NONE)
        luaL_error(L, "there is no fact '%s'", name);
    return fact;
}

static int l_api_known(lua_State *L)
{
    int fact = l_check_fact(L, 1);
    const struct rule_fact *own = l_note(L, run_of(L), fact);
    const struct fact *f = &run_of(L)->profile->facts[fact];
    const struct fact_def *def = &run_of(L)->pack->schema.facts[fact];

    note_question(run_of(L), fact, ASK_KNOWN);
    lua_pushboolean(L, fact_is_known(f) && can_be_read(def, f, own));
    return 1;
}

/* Whether a known fact is yes, or above zero at both ends (1), at neither (0), or at one (-1).
 */
static int sign_of(const struct fact *fact)
{
    bool lo = fact->value.lo > 0, hi = fact->value.hi > 0;

    return lo == hi ? lo : -1;
}

/* Three-valued or: true as soon as one fact certainly is yes or above zero, whatever the others
 * are; false where all are certainly not. */
static int l_api_any(lua_State *L)
{
    struct run *run = run_of(L);
    int open = FACT_NONE, refused = FACT_NONE, top = l_charge_args(L);
    bool found = false;

    for (int i = 1; i <= top; i++) {
        int number = l_check_fact(L, i);
        const struct fact *fact = &run->profile->facts[number];
        enum fact_type type = run->pack->schema.facts[number].type;
        if (type != TYPE_BOOL && (!fact_type_is_numeric(type) || type == TYPE_DATE))
            return luaL_error(L, "any() wants yes or no and numbers, not '%s'",
                              run->pack->schema.facts[number].name);
        l_note(L, run, number);
        note_question(run, number, ASK_SIGN);
        int sign = fact_is_known(fact) ? sign_of(fact) : 0;
        found |= sign == 1;
        bool is_refused =
            fact->value.state == FACT_REFUSED && run->pack->schema.facts[number].expected;
        if (is_refused)
            refused = refused == FACT_NONE ? number : refused;
        else if (sign < 0 || (!fact_is_known(fact) && fact->value.state != FACT_NOT_APPLICABLE))
            open = open == FACT_NONE ? number : open;
    }
    if (!found && open != FACT_NONE)
        return l_end(L, END_UNKNOWN, open);
    if (!found && refused != FACT_NONE)
        return l_end(L, END_REFUSED, refused);
    lua_pushboolean(L, found);
    return 1;
}

static int l_api_usd(lua_State *L)
{
    int number = l_check_fact(L, 1);
    const struct fact *fact = &run_of(L)->profile->facts[number];
    const struct fact_def *def = &run_of(L)->pack->schema.facts[number];
    const struct rule_fact *own = l_note(L, run_of(L), number);

    if (def->type != TYPE_MONEY)
        return luaL_error(L, "usd() wants a fact of money, not '%s'", def->name);
    l_need(L, run_of(L), number);
    if (!fact->has_usd || (fact->usd_lo != fact->usd_hi && !has_direction(own)))
        return l_end(L, END_UNKNOWN, number);
    lua_pushnumber(L, decimal_to_double(l_pick(L, number, fact->usd_lo, fact->usd_hi)));
    tracing_value(L, run_of(L), number);
    return 1;
}

/* What between() was given, cut to what the profile says. */
struct bounds {
    decimal lo, hi;
};

/* Cuts bounds to what a range in the profile leaves of them. Bounds beside the range, which
 * other facts at one of their ends may give, leave its nearer end. */
static void cut_to_fact(struct bounds *bounds, const struct value *value)
{
    decimal lo = bounds->lo > value->lo ? bounds->lo : value->lo;
    decimal hi = bounds->hi < value->hi ? bounds->hi : value->hi;

    bounds->lo = lo < value->hi ? lo : value->hi;
    bounds->hi = hi > value->lo ? hi : value->lo;
}

/* between("s.k", lo, hi): what other facts say about a fact. One value of it stands; a range is
 * cut to the bounds, for a wide one may say less than they do; where it is open, the bounds are
 * the range. */
static int l_api_between(lua_State *L)
{
    int number = l_check_fact(L, 1);
    struct run *run = run_of(L);
    const struct rule_fact *own = l_note(L, run, number);
    const struct fact_def *def = &run->pack->schema.facts[number];
    const struct fact *fact = &run->profile->facts[number];
    struct bounds range;
    bool numeric = fact_type_is_numeric(def->type) && def->type != TYPE_DATE;
    bool is_open = fact->value.state == FACT_ABSENT || fact->value.state == FACT_UNKNOWN;
    bool is_range = numeric && fact_is_known(fact) && fact->value.lo < fact->value.hi &&
                    !fact->conflict && !fact->no_rate;

    if (!is_open && !is_range)
        return l_read_fact(L, number);
    bool bounds = lua_type(L, 2) == LUA_TNUMBER && lua_type(L, 3) == LUA_TNUMBER;
    if (!numeric || !bounds || !decimal_from_double(lua_tonumber(L, 2), &range.lo) ||
        !decimal_from_double(lua_tonumber(L, 3), &range.hi) || range.lo > range.hi)
        return luaL_error(L, "between() wants a fact that is a number and two bounds, the "
                             "smaller first");
    if (!has_direction(own))
        return l_end(L, END_UNKNOWN, number);
    if (is_range)
        cut_to_fact(&range, &fact->value);
    size_t i = l_range(L, number);
    l_push_number(L, def->type, run->combination >> i & 1 ? range.hi : range.lo);
    tracing_value(L, run, number);
    return 1;
}

static int l_api_asof(lua_State *L)
{
    int fact = schema_find_name(&run_of(L)->pack->schema, "company.as_of");

    if (fact == FACT_NONE)
        return luaL_error(L, "asof() needs the fact company.as_of in the vocabulary");
    return l_read_fact(L, fact);
}

static const luaL_Reg functions[] = {
    {"known", l_api_known}, {"any", l_api_any},         {"usd", l_api_usd},
    {"asof", l_api_asof},   {"between", l_api_between}, {NULL, NULL},
};

void l_facts_api_open(lua_State *L)
{
    luaL_setfuncs(L, functions, 0);
}
