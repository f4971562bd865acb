/* SPDX-License-Identifier: MIT
 *
 * The figures of a pack: their list in pack.lua, and the file of one.
 */
#include <string.h>

#include "lua/file_fields.h"
#include "lua/load.h"

enum { FIGURE_TITLE_MAX = 18 }; /* the report has so much room beside the value */

/* --- the list --- */

static struct figure_group *find_group(struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->group_count; i++)
        if (strcmp(pack->groups[i].id, id) == 0)
            return &pack->groups[i];
    return NULL;
}

/* Room for more groups and figures behind those that are there. */
static void grow_groups(struct loader *ld, size_t more)
{
    struct pack *pack = &ld->book->pack;
    struct figure_group *groups =
        arena_alloc(ld->arena, (pack->group_count + more) * sizeof *groups);

    if (pack->group_count > 0)
        memcpy(groups, pack->groups, pack->group_count * sizeof *groups);
    pack->groups = groups;
}

static void grow_figures(struct loader *ld, size_t more)
{
    struct pack *pack = &ld->book->pack;
    size_t old = pack->figure_count, all = old + more;
    struct figure *figures = arena_alloc(ld->arena, all * sizeof *figures);
    struct checks *computes = arena_alloc(ld->arena, all * sizeof *computes);

    if (old > 0) {
        memcpy(figures, pack->figures, old * sizeof *figures);
        memcpy(computes, ld->book->computes, old * sizeof *computes);
    }
    pack->figures = figures;
    ld->book->computes = computes;
}

/* "figures/money/FM01_cost_to_stay.lua", of the group "money". */
static bool l_place_figure(lua_State *L, struct loader *ld, struct figure *figure)
{
    const struct pack *pack = &ld->book->pack;
    const char *id = pack->groups[figure->group].id;
    const char *folder = arena_printf(ld->arena, "figures/%s/", id);
    struct rule *rule = &figure->rule;

    rule->id = load_file_id(ld, strrchr(rule->file, '/'));
    if (rule->id && strncmp(rule->file, folder, strlen(folder)) == 0 &&
        !strchr(rule->file + strlen(folder), '/'))
        return true;
    l_fault(L, ld, "'%s' is not of the form figures/%s/ID_name.lua", rule->file, id);
    return false;
}

static void l_load_files(lua_State *L, struct loader *ld, size_t group)
{
    struct pack *pack = &ld->book->pack;
    struct names files = l_names(L, ld, -1, "files", true);

    if (files.count > (size_t)ld->book->box.limits.pack_files)
        l_fail(L, ld, "the pack has more than %ld files", ld->book->box.limits.pack_files);
    grow_figures(ld, files.count);
    for (size_t i = 0; i < files.count; i++) {
        struct figure *figure = &pack->figures[pack->figure_count];
        *figure = (struct figure){.group = group};
        figure->rule.file = files.list[i];
        figure->rule.part = (size_t)(ld->part - pack->parts);
        if (!l_place_figure(L, ld, figure)) {
            load_misplaced(ld, figure->rule.file);
            continue;
        }
        if (pack_rule(pack, figure->rule.id) || pack_figure(pack, figure->rule.id)) {
            l_fault(L, ld, "the id '%s' is given to two rules or figures", figure->rule.id);
            load_misplaced(ld, figure->rule.file);
            continue;
        }
        pack->figure_count++;
    }
}

/* An id is a folder's name. */
static bool is_id(const char *id)
{
    size_t len = strspn(id, "abcdefghijklmnopqrstuvwxyz_0123456789");

    return len > 0 && id[len] == '\0';
}

/* A group that is new gets its heading; one that is there gets figures only. */
static void l_load_group(lua_State *L, struct loader *ld, bool extends)
{
    static const char *const fields[] = {"id",   "title", "note", "people",
                                         "bars", "files", NULL};
    static const char *const own_files[] = {"id", "files", NULL};
    struct pack *pack = &ld->book->pack;
    const char *id = l_text(L, ld, -1, "id", true);
    struct figure_group *group = find_group(pack, id);

    if (group && !extends)
        l_fault(L, ld, "two groups of figures have the id '%s'", id);
    if (!is_id(id))
        l_fault(L, ld, "'id' of a group of figures is small letters, digits and _, not '%s'",
                id);
    l_check_fields(L, ld, -1, group ? own_files : fields, false);
    if (!group) {
        group = &pack->groups[pack->group_count++];
        *group = (struct figure_group){.id = id};
        group->title = l_text(L, ld, -1, "title", true);
        group->note = l_text(L, ld, -1, "note", false);
        group->people = l_text(L, ld, -1, "people", false);
        group->bars = l_names(L, ld, -1, "bars", false);
    }
    l_load_files(L, ld, (size_t)(group - pack->groups));
}

/* Leaves the group on the stack. */
static void l_take_group(lua_State *L, struct loader *ld, int list, size_t item)
{
    if (lua_rawgeti(L, list, (lua_Integer)item + 1) != LUA_TTABLE)
        l_fail(
            L, ld,
            "item %zu of 'figures' must be a group of them, not %s: { id = \"mine\", title = "
            "\"MY NUMBERS\", files = { \"figures/mine/MF01_name.lua\" } }",
            item + 1, lua_typename(L, lua_type(L, -1)));
}

void l_load_figure_list(lua_State *L, struct loader *ld)
{
    size_t count = l_list(L, ld, -1, "figures", false);
    bool extends = ld->part != ld->book->pack.parts;

    grow_groups(ld, count);
    for (size_t i = 0; i < count; i++) {
        l_take_group(L, ld, lua_gettop(L), i);
        l_load_group(L, ld, extends);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void l_check_bars(lua_State *L, struct loader *ld, struct names bars)
{
    for (size_t i = 0; i < bars.count; i++)
        if (!pack_figure(&ld->book->pack, bars.list[i]))
            l_fault(L, ld, "'bars' names '%s', which is no figure of the pack", bars.list[i]);
}

static void l_check_scatter(lua_State *L, struct loader *ld, const struct pack *pack)
{
    static const enum fact_type types[] = {TYPE_PCT, TYPE_MONEY};

    if (pack->scatter.count != 0 && pack->scatter.count != COUNT(types))
        l_fault(L, ld, "'scatter' is a list of two facts: a percentage and an amount");
    for (size_t i = 0; i < pack->scatter.count && i < COUNT(types); i++) {
        int fact = schema_find_name(&pack->schema, pack->scatter.list[i]);
        if (fact == FACT_NONE || pack->schema.facts[fact].type != types[i])
            l_fault(L, ld, "'scatter' names '%s', which is no %s of facts.lua",
                    pack->scatter.list[i], i == 0 ? "percentage" : "amount");
    }
}

void l_check_groups(lua_State *L, struct loader *ld)
{
    const struct pack *pack = &ld->book->pack;

    l_check_scatter(L, ld, pack);

    for (size_t i = 0; i < pack->group_count; i++) {
        if (pack->groups[i].people &&
            schema_find_name(&pack->schema, pack->groups[i].people) == FACT_NONE)
            l_fault(L, ld, "'people' names '%s', which facts.lua does not have",
                    pack->groups[i].people);
        l_check_bars(L, ld, pack->groups[i].bars);
    }
}

/* --- one figure --- */

static void l_load_label(lua_State *L, struct loader *ld, struct figure *figure)
{
    const char *label = l_text(L, ld, -1, "label", true);
    int i = 0;

    figure->assumes = l_text(L, ld, -1, "assumes", false);
    while (i < FIGURE_LABEL_COUNT &&
           strcmp(figure_label_name((enum figure_label)i), label) != 0)
        i++;
    if (i < FIGURE_LABEL_COUNT)
        figure->label = (enum figure_label)i;
    else if (*label)
        l_fault(L, ld, "'label' must be exact, from your numbers or model, not '%s'", label);
    if (i == FIGURE_MODEL && !figure->assumes)
        l_fault(L, ld, "'assumes' is missing: a model says in one sentence what it rests on");
}

/* Whether the text asks for the fact by name in a way that ends no test. */
static bool asks_without_need(const char *text, const char *name)
{
    static const char *const calls[] = {"known(", "between("};
    size_t len = strlen(name);

    for (size_t i = 0; i < COUNT(calls); i++) {
        for (const char *at = text; (at = strstr(at, calls[i])) != NULL;) {
            at += strlen(calls[i]);
            if ((*at == '"' || *at == '\'') && strncmp(at + 1, name, len) == 0 &&
                at[len + 1] == *at)
                return true;
        }
    }
    return false;
}

static void mark_optional(const struct loader *ld, struct rule *rule)
{
    const struct schema *schema = &ld->book->pack.schema;

    for (size_t i = 0; i < rule->fact_count && rule->source; i++)
        rule->facts[i].is_optional =
            asks_without_need(rule->source, schema->facts[rule->facts[i].number].name);
}

void l_load_figure(lua_State *L, struct loader *ld, struct figure *figure,
                   const struct text *text, struct checks *computes)
{
    const char *fields[FIGURE_FIELD_COUNT + 1] = {NULL};
    struct rule *rule = &figure->rule;

    for (size_t i = 0; i < FIGURE_FIELD_COUNT; i++)
        fields[i] = figure_fields[i].name;
    if (text)
        l_load_text(L, ld, rule->file, *text, true);
    else
        l_load_file(L, ld, rule->file, true);
    rule->source = ld->text.at;
    computes->floor = ld->floor;
    computes->pure = ld->pure;
    ld->what = rule->id;
    l_check_fields(L, ld, -1, fields, false);
    rule->title = l_load_title(L, ld, FIGURE_TITLE_MAX);
    rule->why = l_text(L, ld, -1, "why", true);
    rule->cites = l_names(L, ld, -1, "cites", true);
    l_load_label(L, ld, figure);
    figure->unit = l_text(L, ld, -1, "unit", true);
    l_load_rule_facts(L, ld, &rule->facts, &rule->fact_count);
    mark_optional(ld, rule);
    l_load_checks(L, ld, "compute", computes);
    rule->test_count = computes->count;
    l_load_examples(L, ld, &rule->examples, &rule->example_count);
    if (rule->cites.count == 0)
        l_fault(L, ld, "'cites' is empty: say where the arithmetic or the numbers come from");
    l_check_cites(L, ld, rule->cites);
    lua_pop(L, 1);
    ld->what = "";
}
