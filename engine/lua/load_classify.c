/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lua/load.h"

static void l_load_class(lua_State *L, struct loader *ld, struct class_def *class)
{
    static const char *const fields[] = {"id", "title", "a", "b", "regulator", "cites", NULL};

    l_check_fields(L, ld, -1, fields, false);
    class->id = l_text(L, ld, -1, "id", true);
    class->title = l_text(L, ld, -1, "title", true);
    class->by_a = l_text(L, ld, -1, "a", false);
    class->by_b = l_text(L, ld, -1, "b", false);
    class->by_regulator = l_text(L, ld, -1, "regulator", false);
    class->cites = l_names(L, ld, -1, "cites", false);
    l_check_cites(L, ld, class->cites);
}

static size_t l_class_number(lua_State *L, struct loader *ld, const char *id)
{
    const struct class_def *class = pack_class(&ld->book->pack, id);

    if (!class)
        l_fail(L, ld, "there is no class '%s'", id);
    return (size_t)(class - ld->book->pack.classify.classes);
}

static void l_load_row(lua_State *L, struct loader *ld, struct class_row *row,
                       struct checks *checks)
{
    static const char *const fields[] = {"class",    "why",   "cites",    "facts",
                                         "monotone", "check", "examples", NULL};

    l_check_fields(L, ld, -1, fields, false);
    row->class_number = l_class_number(L, ld, l_text(L, ld, -1, "class", true));
    row->why = l_text(L, ld, -1, "why", true);
    row->cites = l_names(L, ld, -1, "cites", true);
    l_check_cites(L, ld, row->cites);
    l_load_rule_facts(L, ld, &row->facts, &row->fact_count);
    checks->floor = ld->floor;
    checks->pure = ld->pure;
    l_load_checks(L, ld, "check", checks);
    if (checks->count != 1)
        l_fail(L, ld, "'check' of a row must be one function");
    l_load_examples(L, ld, &row->examples, &row->example_count);
}

/* The names a fact's votes may have. */
static struct names vote_names(const struct fact_def *def)
{
    static const char *const of_bool[] = {"yes", "no"};
    static const char *const of_number[] = {"zero", "positive"};

    if (def->type == TYPE_BOOL)
        return (struct names){of_bool, 2};
    if (def->type == TYPE_ENUM || def->type == TYPE_SET)
        return (struct names){def->values, def->value_count};
    return (struct names){of_number, 2};
}

static void l_load_votes(lua_State *L, struct loader *ld, struct axis_fact *axis_fact)
{
    const struct schema *schema = &ld->book->pack.schema;
    const char *fields[SET_MAX_VALUES + 1] = {NULL};
    const char *name = l_item_text(L, ld, lua_gettop(L), 0);

    axis_fact->number = schema_find_name(schema, name);
    if (axis_fact->number == FACT_NONE)
        l_fail(L, ld, "'votes' names '%s', which facts.lua does not have", name);
    enum fact_type type = schema->facts[axis_fact->number].type;
    if (type != TYPE_BOOL && type != TYPE_ENUM && type != TYPE_SET &&
        !(fact_type_is_numeric(type) && type != TYPE_DATE))
        l_fail(L, ld, "'%s' is neither words nor a number: it cannot vote", name);
    struct names names = vote_names(&schema->facts[axis_fact->number]);
    for (size_t i = 0; i < names.count; i++)
        fields[i] = names.list[i];
    l_check_keys(L, ld, -1, fields, true);
    axis_fact->values = arena_alloc(ld->arena, names.count * sizeof *axis_fact->values);
    axis_fact->value_count = names.count;
    for (size_t i = 0; i < names.count; i++)
        axis_fact->values[i] =
            (struct vote_value){names.list[i], l_whole(L, ld, -1, names.list[i], -1, 1)};
}

static void l_load_axis(lua_State *L, struct loader *ld, struct axis *axis)
{
    static const char *const fields[] = {"id", "title", "weight", "cites", "votes", NULL};

    l_check_fields(L, ld, -1, fields, false);
    axis->id = l_text(L, ld, -1, "id", true);
    axis->title = l_text(L, ld, -1, "title", true);
    axis->weight = l_whole(L, ld, -1, "weight", 1, 100);
    axis->cites = l_names(L, ld, -1, "cites", true);
    l_check_cites(L, ld, axis->cites);
    axis->fact_count = l_list(L, ld, -1, "votes", true);
    axis->facts = arena_alloc(ld->arena, axis->fact_count * sizeof *axis->facts);
    int list = lua_gettop(L);
    for (size_t i = 0; i < axis->fact_count; i++) {
        l_item(L, ld, list, i);
        l_load_votes(L, ld, &axis->facts[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void l_load_label(lua_State *L, struct loader *ld, struct label *label)
{
    static const char *const fields[] = {"a", "b", "regulator", NULL};

    l_check_fields(L, ld, -1, fields, true);
    label->name = l_item_text(L, ld, lua_gettop(L), 0);
    label->by_a = l_names(L, ld, -1, "a", false);
    label->by_b = l_names(L, ld, -1, "b", false);
    label->by_regulator = l_names(L, ld, -1, "regulator", false);
    struct names lists[] = {label->by_a, label->by_b, label->by_regulator};
    for (size_t i = 0; i < COUNT(lists); i++)
        for (size_t j = 0; j < lists[i].count; j++)
            l_class_number(L, ld, lists[i].list[j]);
}

/* One item of the list on top goes to slot 'i'. */
typedef void l_load_item_fn(lua_State *L, struct loader *ld, size_t i);

static void l_item_class(lua_State *L, struct loader *ld, size_t i)
{
    l_load_class(L, ld, &ld->book->pack.classify.classes[i]);
}

static void l_item_row(lua_State *L, struct loader *ld, size_t i)
{
    l_load_row(L, ld, &ld->book->pack.classify.rows[i], &ld->book->rows[i]);
}

static void l_item_axis(lua_State *L, struct loader *ld, size_t i)
{
    l_load_axis(L, ld, &ld->book->pack.classify.axes[i]);
}

static void l_item_label(lua_State *L, struct loader *ld, size_t i)
{
    l_load_label(L, ld, &ld->book->pack.classify.labels[i]);
}

/* Reads the 'count' items of the list on top and takes it off. [-1, +0, e] */
static void l_each(lua_State *L, struct loader *ld, const char *name, size_t count,
                   l_load_item_fn *l_load)
{
    int list = lua_gettop(L);

    for (size_t i = 0; i < count; i++) {
        ld->what = arena_printf(ld->arena, "%s %zu", name, i + 1);
        l_item(L, ld, list, i);
        l_load(L, ld, i);
        lua_pop(L, 1);
    }
    ld->what = "";
    lua_pop(L, 1);
}

void l_load_classify(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"classes",   "rows",     "axes", "labels",
                                         "threshold", "min_axes", NULL};
    /* What the axes can come to: see classify.c. */
    static const char *const by_vote[] = {"undetermined", "mlm", "social_media_marketing"};
    struct classification_def *def = &ld->book->pack.classify;

    if (!pack_has_file(ld, "classify.lua"))
        return;
    l_load_file(L, ld, "classify.lua", true);
    l_check_fields(L, ld, -1, fields, false);
    def->threshold = l_whole(L, ld, -1, "threshold", 1, 1000);
    def->min_axes = l_whole(L, ld, -1, "min_axes", 0, 1000);
    def->class_count = l_list(L, ld, -1, "classes", true);
    def->classes = arena_alloc(ld->arena, def->class_count * sizeof *def->classes);
    l_each(L, ld, "class", def->class_count, l_item_class);
    for (size_t i = 0; i < COUNT(by_vote); i++)
        l_class_number(L, ld, by_vote[i]);
    def->row_count = l_list(L, ld, -1, "rows", true);
    def->rows = arena_alloc(ld->arena, def->row_count * sizeof *def->rows);
    ld->book->rows = arena_alloc(ld->arena, def->row_count * sizeof *ld->book->rows);
    l_each(L, ld, "row", def->row_count, l_item_row);
    def->axis_count = l_list(L, ld, -1, "axes", true);
    def->axes = arena_alloc(ld->arena, def->axis_count * sizeof *def->axes);
    l_each(L, ld, "axis", def->axis_count, l_item_axis);
    def->label_count = l_list(L, ld, -1, "labels", true);
    def->labels = arena_alloc(ld->arena, def->label_count * sizeof *def->labels);
    l_each(L, ld, "label", def->label_count, l_item_label);
    lua_pop(L, 1);
}
