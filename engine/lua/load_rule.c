/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <lauxlib.h>

#include "lua/file_fields.h"
#include "lua/load.h"

enum { RULE_TITLE_MAX = 60, FACTS_MAX = 64 };

/* --- facts and monotone --- */

static void l_load_direction(lua_State *L, struct loader *ld, const struct fact_def *def,
                             struct rule_fact *fact)
{
    int type = l_get(L, -1, def->name); /* monotone value */

    if (type == LUA_TSTRING) {
        const char *word = lua_tostring(L, -1);
        fact->direction = strcmp(word, "up") == 0     ? DIRECTION_UP
                          : strcmp(word, "down") == 0 ? DIRECTION_DOWN
                                                      : DIRECTION_UNSTATED;
    } else if (type == LUA_TTABLE) {
        fact->direction = DIRECTION_NONE;
        fact->reason = l_text(L, ld, -1, "none", true);
    }
    lua_pop(L, 1);
    if (type != LUA_TNIL && fact->direction == DIRECTION_UNSTATED)
        l_fault(L, ld,
                "'monotone' of '%s' must be \"up\", \"down\" or { none = \"the reason\" }",
                def->name);
    else if (fact_type_is_numeric(def->type) && fact->direction == DIRECTION_UNSTATED)
        l_fault(L, ld, "'monotone' must say up, down or { none = \"the reason\" } for '%s'",
                def->name);
}

/* A name in 'monotone' that 'facts' does not have is a slip. */
static void l_check_monotone(lua_State *L, struct loader *ld, struct names names)
{
    const char *fields[FACTS_MAX + 1] = {NULL};

    for (size_t i = 0; i < names.count; i++)
        fields[i] = names.list[i];
    if (names.count > 0)
        l_check_fields(L, ld, -1, fields, false);
}

/* The fact of the packs themselves whose name is most like it, or NULL. */
static const char *l_nearest_fact(lua_State *L, const struct loader *ld, const char *name)
{
    const struct schema *schema = &ld->book->pack.schema;
    const char **names = arena_alloc(ld->arena, schema->fact_count * sizeof *names);
    size_t count = 0;

    l_charge(L, schema->fact_count);
    for (size_t i = 0; i < schema->fact_count; i++)
        if (ld->book->own[i])
            names[count++] = schema->facts[i].name;
    return text_nearest(text_of(name), names, count);
}

void l_load_rule_facts(lua_State *L, struct loader *ld, struct rule_fact **facts, size_t *count)
{
    const struct schema *schema = &ld->book->pack.schema;
    struct names names = l_names(L, ld, -1, "facts", true);
    struct rule_fact *list = arena_alloc(ld->arena, names.count * sizeof *list);
    size_t used = 0;

    if (names.count > FACTS_MAX)
        l_fail(L, ld, "'facts' may name %d at most", FACTS_MAX);
    bool monotone = l_get(L, -1, "monotone") == LUA_TTABLE;
    if (monotone)
        l_check_monotone(L, ld, names);
    else
        l_fault(L, ld, "'monotone' is missing: write monotone = {} where no fact is a number");
    for (size_t i = 0; i < names.count; i++) {
        list[used].number = load_own_fact(ld, names.list[i]);
        if (list[used].number == FACT_NONE) {
            const char *nearest = l_nearest_fact(L, ld, names.list[i]);
            char meant[TEXT_MEANT_MAX];
            l_fault(L, ld, "'facts' names '%s', which facts.lua does not have%s", names.list[i],
                    text_meant(nearest, "", meant));
            continue;
        }
        if (monotone)
            l_load_direction(L, ld, &schema->facts[list[used].number], &list[used]);
        used++;
    }
    lua_pop(L, 1);
    *facts = list;
    *count = used;
}

/* --- examples --- */

/* Adds a fact in the order of the vocabulary: the order of lua_next changes from run to run. */
static void add_example_fact(struct loader *ld, struct example *example, int number,
                             const char *text)
{
    example->facts =
        arena_grow(ld->arena, example->facts, example->fact_count, sizeof *example->facts);
    size_t at = example->fact_count++;
    for (; at > 0 && example->facts[at - 1].number > number; at--)
        example->facts[at] = example->facts[at - 1];
    example->facts[at] = (struct example_fact){number, text};
}

/* Adds a name to those of facts that are not there, in their order. */
static void add_unknown(struct loader *ld, struct names *unknown, const char ***list,
                        const char *name)
{
    *list = arena_grow(ld->arena, *list, unknown->count, sizeof **list);
    size_t at = unknown->count++;
    for (; at > 0 && strcmp((*list)[at - 1], name) > 0; at--)
        (*list)[at] = (*list)[at - 1];
    (*list)[at] = arena_copy(ld->arena, name, strlen(name));
    unknown->list = *list;
}

static void l_load_example_facts(lua_State *L, struct loader *ld, struct example *example)
{
    struct names unknown = {0};
    const char **list = NULL;

    if (l_get(L, -1, "facts") != LUA_TTABLE) {
        l_fault(L, ld, "an example needs facts = { ... }");
        lua_pop(L, 1);
        return;
    }
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) { /* facts name text */
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
            l_fail(L, ld,
                   "in 'examples' a fact is written [\"%s\"] = \"value\", with quotes "
                   "around the value",
                   lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "section.key");
        int number = load_own_fact(ld, lua_tostring(L, -2));
        if (number == FACT_NONE) {
            l_charge(L, unknown.count);
            add_unknown(ld, &unknown, &list, lua_tostring(L, -2));
            continue;
        }
        size_t len;
        const char *text = lua_tolstring(L, -1, &len);
        l_charge(L, example->fact_count);
        add_example_fact(ld, example, number, arena_copy(ld->arena, text, len));
    }
    for (size_t i = 0; i < unknown.count; i++)
        l_fault(L, ld, "an example has the fact '%s', which facts.lua does not have",
                unknown.list[i]);
    lua_pop(L, 1);
}

/* "critical", "credit 0.5", "critical..pass"; a row's true and false. */
static const char *l_load_expect(lua_State *L, struct loader *ld, size_t number)
{
    int type = l_get(L, -1, "expect");
    const char *expect = "";

    if (type == LUA_TBOOLEAN)
        expect = lua_toboolean(L, -1) ? "pass" : "critical";
    else if (type != LUA_TSTRING)
        l_fault(L, ld,
                "item %zu of 'examples' has no outcome: write expect = \"pass\" or "
                "another, in quotes",
                number + 1);
    else
        expect = l_text(L, ld, -2, "expect", true);
    lua_pop(L, 1);
    return expect;
}

void l_load_examples(lua_State *L, struct loader *ld, struct example **examples, size_t *count)
{
    static const char *const fields[] = {"facts", "expect", "note", NULL};

    if (ld->book->depth == RULEBOOK_LEAN)
        return;
    size_t n = l_list(L, ld, -1, "examples", true);
    struct example *list = arena_alloc(ld->arena, n * sizeof *list);
    int table = lua_gettop(L);

    for (size_t i = 0; i < n; i++) {
        l_item(L, ld, table, i);
        l_check_fields(L, ld, -1, fields, false);
        l_load_example_facts(L, ld, &list[i]);
        list[i].expect = l_load_expect(L, ld, i);
        list[i].note = l_text(L, ld, -1, "note", false);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    *examples = list;
    *count = n;
}

/* --- check --- */

void l_load_checks(lua_State *L, struct loader *ld, const char *field, struct checks *checks)
{
    int type = l_get(L, -1, field);

    if (type == LUA_TFUNCTION) {
        checks->refs[checks->count++] = luaL_ref(L, LUA_REGISTRYINDEX);
        return;
    }
    size_t count = type == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    if (count == 0 || count > RULE_MAX_TESTS) {
        l_fault(L, ld, "'%s' must be a function, or a list of 1 to %d functions", field,
                RULE_MAX_TESTS);
        count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TFUNCTION) {
            l_fault(L, ld, "'%s' must hold functions only", field);
            lua_pop(L, 1);
            continue;
        }
        checks->refs[checks->count++] = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_pop(L, 1);
}

/* --- the rule --- */

const char *l_load_title(lua_State *L, struct loader *ld, size_t most)
{
    const char *title = l_text(L, ld, -1, "title", true);

    if (utf8_columns(title) > most)
        l_fault(L, ld, "'title' is longer than %zu characters", most);
    return title;
}

static void l_load_worst(lua_State *L, struct loader *ld, struct rule *rule)
{
    const char *worst = l_text(L, ld, -1, "worst", true);

    if (*worst && (!outcome_from_name(worst, &rule->worst) || rule->worst == OUTCOME_PASS ||
                   rule->worst > OUTCOME_CRITICAL))
        l_fault(L, ld,
                "'worst' must be minor, major or critical (info for a rule of no points), "
                "not '%s'",
                worst);
}

void l_load_rule(lua_State *L, struct loader *ld, struct rule *rule, const struct text *text,
                 struct checks *checks)
{
    const char *fields[RULE_FIELD_COUNT + 1] = {NULL};

    for (size_t i = 0; i < RULE_FIELD_COUNT; i++)
        fields[i] = rule_fields[i].name;
    if (text)
        l_load_text(L, ld, rule->file, *text, true);
    else
        l_load_file(L, ld, rule->file, true);
    rule->source = ld->text.at;
    checks->floor = ld->floor;
    checks->pure = ld->pure;
    ld->what = rule->id;
    l_check_fields(L, ld, -1, fields, false);
    rule->title = l_load_title(L, ld, RULE_TITLE_MAX);
    rule->why = l_text(L, ld, -1, "why", true);
    rule->cites = l_names(L, ld, -1, "cites", true);
    rule->points = rule->pack_points = l_whole(L, ld, -1, "points", 0, 1000000);
    rule->ask = l_text(L, ld, -1, "ask", true);
    rule->fix = l_text(L, ld, -1, "fix", false);
    l_load_worst(L, ld, rule);
    l_load_rule_facts(L, ld, &rule->facts, &rule->fact_count);
    l_load_checks(L, ld, "check", checks);
    rule->test_count = checks->count;
    l_load_examples(L, ld, &rule->examples, &rule->example_count);
    if (rule->points > 0 && rule->cites.count == 0)
        l_fault(L, ld, "a rule without cites can have no points");
    l_check_cites(L, ld, rule->cites);
    lua_pop(L, 1);
    ld->what = "";
}
