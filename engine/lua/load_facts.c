/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <lauxlib.h>

#include "facts/profile_read.h"
#include "lua/load.h"

/* The sections of the table on top, behind those that are there; one that is there keeps its
 * title. */
static void l_load_sections(lua_State *L, struct loader *ld, struct schema *schema)
{
    size_t old = schema->section_count, count = l_list(L, ld, -1, "sections", true);
    struct section_def *all = arena_alloc(ld->arena, (old + count) * sizeof *all);

    if (old > 0)
        memcpy(all, schema->sections, old * sizeof *all);
    schema->sections = all;
    int list = lua_gettop(L);
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, list, i);
        struct section_def section = {l_item_text(L, ld, lua_gettop(L), 0),
                                      l_item_text(L, ld, lua_gettop(L), 1)};
        if (!schema_has_section(schema, text_of(section.name)))
            all[schema->section_count++] = section;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* Whether a name can be met in a profile, whose names are folded to this. */
static bool is_plain_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return len > 0 && name[len] == '\0' && len <= PROFILE_MAX_NAME;
}

/* "section.key" into its parts; the section must be one of those listed. False where the name
 * is none. */
static bool l_split_name(lua_State *L, struct loader *ld, struct schema *schema,
                         struct fact_def *def)
{
    const char *dot = strchr(def->name, '.');

    if (!dot || !dot[1] || strlen(def->name) > 90) {
        l_fault(L, ld, "a fact's name is 'section.key'");
        return false;
    }
    def->section = arena_copy(ld->arena, def->name, (size_t)(dot - def->name));
    def->key = dot + 1;
    if (!is_plain_name(def->section) || !is_plain_name(def->key))
        l_fault(L, ld, "names are of a-z, 0-9 and _, at most %d characters each",
                PROFILE_MAX_NAME);
    else if (strcmp(def->section, "source") == 0 || strcmp(def->section, "waive") == 0 ||
             strcmp(def->section, "rates") == 0)
        l_fault(L, ld, "the section '%s' has a meaning of its own in profiles", def->section);
    else if (!schema_has_section(schema, text_of(def->section)))
        l_fault(L, ld, "'%s' is not one of the sections", def->section);
    return true;
}

static bool bound(lua_State *L, int item, decimal *out)
{
    lua_rawgeti(L, -1, item);
    bool ok = lua_type(L, -1) == LUA_TNUMBER && decimal_from_double(lua_tonumber(L, -1), out);
    lua_pop(L, 1);
    return ok;
}

static void l_load_range(lua_State *L, struct loader *ld, struct fact_def *def)
{
    def->min = 0;
    def->max = def->type == TYPE_PCT || def->type == TYPE_PCT_LIST ? 100 * DECIMAL_ONE
                                                                   : DECIMAL_MAX / 1000;
    if (def->type == TYPE_DATE) {
        def->min = 1000 * DECIMAL_ONE;
        def->max = 9999 * DECIMAL_ONE;
    }
    int type = l_get(L, -1, "range");
    bool ok = type == LUA_TNIL ||
              (type == LUA_TTABLE && bound(L, 1, &def->min) && bound(L, 2, &def->max));
    lua_pop(L, 1);
    if (!ok) {
        l_fault(L, ld, "'range' must be two numbers { min, max }");
        return;
    }
    bool years = def->min >= 1000 * DECIMAL_ONE && def->max <= 9999 * DECIMAL_ONE;
    if (def->type == TYPE_DATE && !years)
        l_fault(L, ld, "the 'range' of a date is two years from 1000 to 9999");
    if (def->min > def->max)
        l_fault(L, ld, "'range' must be the smaller number first");
}

static void l_load_values(lua_State *L, struct loader *ld, struct fact_def *def)
{
    bool wanted = def->type == TYPE_ENUM || def->type == TYPE_SET;
    struct names values = l_names(L, ld, -1, "values", wanted);

    if (!wanted && values.count > 0)
        l_fault(L, ld, "'values' goes with enum and set only");
    if (wanted && values.count == 0 && l_get(L, -1, "values") == LUA_TTABLE) {
        lua_pop(L, 1);
        l_fault(L, ld, "'values' is empty");
    } else if (wanted && values.count == 0) {
        lua_pop(L, 1); /* that it is missing is said */
    }
    if (values.count > SET_MAX_VALUES)
        l_fail(L, ld, "'values' may name %d at most", SET_MAX_VALUES);
    def->values = values.list;
    def->value_count = values.count;
}

static void l_load_unit(lua_State *L, struct loader *ld, struct fact_def *def)
{
    static const char *const units[] = {"hours", "days", "months"};
    bool known = false;

    def->unit = l_text(L, ld, -1, "unit", def->type == TYPE_DURATION);
    for (size_t i = 0; i < COUNT(units); i++)
        known |= def->unit && strcmp(def->unit, units[i]) == 0;
    if (def->type == TYPE_DURATION && !known)
        l_fault(L, ld, "the 'unit' of a duration is hours, days or months");
}

/* How often a cost is paid in the first year. */
static void l_load_first_year(lua_State *L, struct loader *ld, struct fact_def *def)
{
    enum { TIMES_MAX = 366 };
    bool given = l_get(L, -1, "first_year") != LUA_TNIL;

    lua_pop(L, 1);
    if (!given)
        return;
    def->first_year = l_whole(L, ld, -1, "first_year", 1, TIMES_MAX);
    if (def->type != TYPE_MONEY)
        l_fault(L, ld, "'first_year' goes with money only");
}

/* False where there is no fact to speak of. */
static bool l_load_fact(lua_State *L, struct loader *ld, struct schema *schema,
                        struct fact_def *def)
{
    static const char *const fields[] = {
        "type",    "range",    "unit",   "values",  "whole",    "ask",        "find",
        "meaning", "expected", "serves", "at_most", "sum_with", "first_year", NULL};

    def->name = l_item_text(L, ld, lua_gettop(L), 0);
    ld->what = def->name;
    l_check_fields(L, ld, -1, fields, true);
    if (!l_split_name(L, ld, schema, def))
        return false;
    const char *type = l_text(L, ld, -1, "type", true);
    if (fact_type_from_name(type, &def->type)) {
        l_load_unit(L, ld, def);
        l_load_range(L, ld, def);
        l_load_values(L, ld, def);
    } else if (*type) {
        l_fault(L, ld, "there is no type '%s'", type);
    }
    l_load_first_year(L, ld, def);
    def->whole = l_bool(L, ld, -1, "whole");
    def->expected = l_bool(L, ld, -1, "expected");
    def->at_most = l_text(L, ld, -1, "at_most", false);
    def->sum_with = l_text(L, ld, -1, "sum_with", false);
    def->meaning = l_text(L, ld, -1, "meaning", true);
    def->find = l_text(L, ld, -1, "find", true);
    def->ask = l_text(L, ld, -1, "ask", true);
    struct names serves = l_names(L, ld, -1, "serves", false);
    def->serves = serves.list;
    def->serve_count = serves.count;
    return true;
}

/* --- what is there already --- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_values(const struct fact_def *a, const struct fact_def *b)
{
    if (a->value_count != b->value_count)
        return false;
    for (size_t i = 0; i < a->value_count; i++)
        if (strcmp(a->values[i], b->values[i]) != 0)
            return false;
    return true;
}

/* Whether a profile line means the same by both. Words for people may differ. */
static bool same_fact(const struct fact_def *a, const struct fact_def *b)
{
    return a->type == b->type && same_text(a->unit, b->unit) && a->min == b->min &&
           a->max == b->max && same_values(a, b) && a->whole == b->whole &&
           a->expected == b->expected && a->first_year == b->first_year &&
           same_text(a->at_most, b->at_most) && same_text(a->sum_with, b->sum_with);
}

void load_stand_beside(struct loader *ld, const struct schema *beside)
{
    ld->book->pack.schema = *beside;
    ld->book->own = arena_alloc(ld->arena, beside->fact_count * sizeof *ld->book->own);
}

int load_own_fact(const struct loader *ld, const char *name)
{
    int number = schema_find_name(&ld->book->pack.schema, name);

    return number != FACT_NONE && ld->book->own[number] ? number : FACT_NONE;
}

/* --- all of it --- */

/* The fact that a field names, or NULL. */
static const char *l_check_reference(lua_State *L, struct loader *ld, const char *field,
                                     const char *name)
{
    if (!name || schema_find_name(&ld->book->pack.schema, name) != FACT_NONE)
        return name;
    l_fault(L, ld, "'%s' names no fact: '%s'", field, name);
    return NULL;
}

static void l_check_references(lua_State *L, struct loader *ld, struct schema *schema)
{
    for (size_t i = 0; i < schema->fact_count; i++) {
        struct fact_def *def = &schema->facts[i];
        ld->what = def->name;
        if (def->section_number != SECTION_NONE &&
            schema_find_name(schema, def->name) != (int)i)
            l_fault(L, ld, "the fact is defined twice");
        def->at_most = l_check_reference(L, ld, "at_most", def->at_most);
        def->sum_with = l_check_reference(L, ld, "sum_with", def->sum_with);
    }
    ld->what = "";
}

/* Room for more facts behind those that are there. */
static void grow_facts(struct loader *ld, size_t more)
{
    struct schema *schema = &ld->book->pack.schema;
    size_t old = schema->fact_count;
    struct fact_def *facts = arena_alloc(ld->arena, (old + more) * sizeof *facts);
    bool *own = arena_alloc(ld->arena, (old + more) * sizeof *own);

    if (old > 0) {
        memcpy(facts, schema->facts, old * sizeof *facts);
        memcpy(own, ld->book->own, old * sizeof *own);
    }
    schema->facts = facts;
    ld->book->own = own;
}

/* A fact that another pack has defined is that pack's, if both mean the same by it. */
static void l_add_fact(lua_State *L, struct loader *ld, size_t before)
{
    struct schema *schema = &ld->book->pack.schema;
    struct fact_def def = {.part = (size_t)(ld->part - ld->book->pack.parts)};

    if (!l_load_fact(L, ld, schema, &def))
        return;
    int number = before > 0 ? schema_find_name(schema, def.name) : FACT_NONE;
    if (number == FACT_NONE)
        number = (int)schema->fact_count++;
    else if (!same_fact(&schema->facts[number], &def))
        l_fault(L, ld,
                "another pack defines this fact differently: use its definition, or "
                "another name");
    else
        def = schema->facts[number];
    schema->facts[number] = def;
    ld->book->own[number] = true;
}

void l_load_facts(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"sections", "facts", NULL};
    struct schema *schema = &ld->book->pack.schema;
    size_t before = schema->fact_count;

    if (ld->part != ld->book->pack.parts && !pack_has_file(ld, "facts.lua"))
        return; /* an extension may do with the facts that are there */
    l_load_file(L, ld, "facts.lua", false);
    l_check_fields(L, ld, -1, fields, false);
    l_load_sections(L, ld, schema);
    size_t count = l_list(L, ld, -1, "facts", true);
    if (before + count > INT16_MAX)
        l_fail(L, ld, "there are more than %d facts", INT16_MAX);
    grow_facts(ld, count);
    int list = lua_gettop(L);
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, list, i);
        l_add_fact(L, ld, before);
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
    schema_index(schema, ld->arena);
    l_check_references(L, ld, schema);
}
