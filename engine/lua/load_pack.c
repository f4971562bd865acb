/* SPDX-License-Identifier: MIT
 *
 * pack.lua: themes, bands, the list of rules; and what no file may escape.
 */
#include <dirent.h>
#include <string.h>

#include "lua/load.h"

/* --- themes and bands --- */

static void l_load_theme(lua_State *L, struct loader *ld, struct theme *theme)
{
    static const char *const fields[] = {"id", "title", "score", "points", "headline", NULL};

    l_check_fields(L, ld, -1, fields, false);
    theme->title = l_text(L, ld, -1, "title", true);
    const char *score = l_text(L, ld, -1, "score", true);
    if (strcmp(score, "company") == 0)
        theme->score = SCORE_COMPANY;
    else if (strcmp(score, "fit") == 0)
        theme->score = SCORE_FIT;
    else if (strcmp(score, "none") == 0)
        theme->score = SCORE_NONE;
    else
        l_fault(L, ld, "'score' of a theme is company, fit or none, not '%s'", score);
    theme->points = l_whole(L, ld, -1, "points", 0, 1000000);
    theme->headline = l_bool(L, ld, -1, "headline");
}

static struct theme *find_theme(struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->theme_count; i++)
        if (strcmp(pack->themes[i].id, id) == 0)
            return &pack->themes[i];
    return NULL;
}

/* What an extension adds to a theme that is there: points alone. */
static void l_add_to_theme(lua_State *L, struct loader *ld, struct theme *theme)
{
    static const char *const fields[] = {"id", "points", NULL};

    l_check_fields(L, ld, -1, fields, false);
    theme->points += l_whole(L, ld, -1, "points", 0, 1000000);
}

/* The themes of the table on top, behind those that are there. */
static void l_load_themes(lua_State *L, struct loader *ld, bool extends)
{
    struct pack *pack = &ld->book->pack;
    size_t old = pack->theme_count, count = l_list(L, ld, -1, "themes", !extends);
    struct theme *themes = arena_alloc(ld->arena, (old + count) * sizeof *themes);

    if (old > 0)
        memcpy(themes, pack->themes, old * sizeof *themes);
    pack->themes = themes;
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        const char *id = l_text(L, ld, -1, "id", true);
        struct theme *same = find_theme(pack, id);
        if (same && !extends) {
            l_fault(L, ld, "two themes have the id '%s'", id);
        } else if (same) {
            l_add_to_theme(L, ld, same);
        } else {
            themes[pack->theme_count] = (struct theme){.id = id};
            l_load_theme(L, ld, &themes[pack->theme_count++]);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void l_load_bands(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"name", "says", "from", NULL};
    struct pack *pack = &ld->book->pack;

    pack->band_count = l_list(L, ld, -1, "bands", true);
    pack->bands = arena_alloc(ld->arena, pack->band_count * sizeof *pack->bands);
    for (size_t i = 0; i < pack->band_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_check_fields(L, ld, -1, fields, false);
        pack->bands[i].name = l_text(L, ld, -1, "name", true);
        pack->bands[i].says = l_text(L, ld, -1, "says", false);
        if (!pack->bands[i].says)
            pack->bands[i].says =
                arena_printf(ld->arena, "meets the advice %s", pack->bands[i].name);
        pack->bands[i].from = l_whole(L, ld, -1, "from", 0, 100) * 1000;
        if (i > 0 && pack->bands[i].from >= pack->bands[i - 1].from)
            l_fault(L, ld, "'bands' must go from the best down");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (pack->band_count == 0 || pack->bands[pack->band_count - 1].from != 0)
        l_fault(L, ld, "the last of the 'bands' must be from 0");
}

/* --- the list of rules --- */

const char *load_file_id(struct loader *ld, const char *slash)
{
    const char *name = slash ? slash + 1 : "", *end = strchr(name, '_');

    return end && end > name && !strchr(name, '/')
               ? arena_copy(ld->arena, name, (size_t)(end - name))
               : NULL;
}

void load_misplaced(struct loader *ld, const char *file)
{
    ld->misplaced =
        arena_grow(ld->arena, ld->misplaced, ld->misplaced_count, sizeof *ld->misplaced);
    ld->misplaced[ld->misplaced_count++] = file;
}

/* "recruitment/RE02_pay_from_recruiting.lua"; false where the rule has no place. */
static bool l_place_rule(lua_State *L, struct loader *ld, struct rule *rule)
{
    const struct pack *pack = &ld->book->pack;
    const char *slash = strchr(rule->file, '/');

    rule->id = load_file_id(ld, slash);
    if (!rule->id) {
        l_fault(L, ld, "'%s' is not of the form theme/ID_name.lua", rule->file);
        return false;
    }
    for (size_t i = 0; i < pack->theme_count; i++) {
        if (text_is((struct text){rule->file, (size_t)(slash - rule->file)},
                    pack->themes[i].id)) {
            rule->theme = i;
            return true;
        }
    }
    l_fault(L, ld, "'%s' stands in a folder that is none of the themes", rule->file);
    return false;
}

/* Room for more rules behind those that are there. */
static void grow_rules(struct loader *ld, size_t more)
{
    struct pack *pack = &ld->book->pack;
    size_t old = pack->rule_count, all = old + more;
    struct rule *rules = arena_alloc(ld->arena, all * sizeof *rules);
    const char **ids = arena_alloc(ld->arena, all * sizeof *ids);
    struct checks *checks = arena_alloc(ld->arena, all * sizeof *checks);

    if (old > 0) {
        memcpy(rules, pack->rules, old * sizeof *rules);
        memcpy(ids, pack->rule_ids, old * sizeof *ids);
        memcpy(checks, ld->book->checks, old * sizeof *checks);
    }
    pack->rules = rules;
    pack->rule_ids = ids;
    ld->book->checks = checks;
}

static void l_load_rule_list(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;
    struct names files = l_names(L, ld, -1, "rules", true);

    if (files.count > (size_t)ld->book->box.limits.pack_files)
        l_fail(L, ld, "the pack has more than %ld files", ld->book->box.limits.pack_files);
    grow_rules(ld, files.count);
    for (size_t i = 0; i < files.count; i++) {
        struct rule *rule = &pack->rules[pack->rule_count];
        *rule = (struct rule){.file = files.list[i], .part = (size_t)(ld->part - pack->parts)};
        if (!l_place_rule(L, ld, rule)) {
            load_misplaced(ld, rule->file);
            continue;
        }
        if (pack_rule(pack, rule->id)) {
            l_fault(L, ld, "two rules have the id '%s'", rule->id);
            load_misplaced(ld, rule->file);
            continue;
        }
        pack->rule_ids[pack->rule_count++] = rule->id;
    }
}

/* --- pack.lua --- */

/* False where the pack has no such rule. */
static bool l_rule_number(lua_State *L, struct loader *ld, const char *field, const char *id,
                          size_t *number)
{
    const struct rule *rule = pack_rule(&ld->book->pack, id);

    if (rule)
        *number = (size_t)(rule - ld->book->pack.rules);
    else
        l_fault(L, ld, "'%s' names '%s', which is no rule of the pack", field, id);
    return rule != NULL;
}

static void l_load_count_once(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    size_t count = l_list(L, ld, -1, "count_once", false);
    pack->count_once = arena_alloc(ld->arena, count * sizeof *pack->count_once);
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        struct rule_pair pair;
        const char *a = l_item_text(L, ld, lua_gettop(L), 0);
        const char *b = l_item_text(L, ld, lua_gettop(L), 1);
        if (l_rule_number(L, ld, "count_once", a, &pair.a) &&
            l_rule_number(L, ld, "count_once", b, &pair.b))
            pack->count_once[pack->count_once_count++] = pair;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void l_load_head(lua_State *L, struct loader *ld)
{
    ld->part->name = l_text(L, ld, -1, "name", true);
    ld->part->version = l_text(L, ld, -1, "version", true);
    ld->part->title = l_text(L, ld, -1, "title", true);
}

void l_load_pack_file(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"name",   "version", "title",      "themes",
                                         "bands",  "rules",   "count_once", "integrity",
                                         "facing", "figures", "scatter",    NULL};
    struct pack *pack = &ld->book->pack;

    l_load_file(L, ld, "pack.lua", false);
    ld->pack_text = ld->text;
    if (l_get(L, -1, "extends") != LUA_TNIL)
        l_fail(L, ld, "it extends a pack that is not loaded before it: give that one first");
    lua_pop(L, 1);
    l_check_fields(L, ld, -1, fields, false);
    l_load_head(L, ld);
    pack->facing = l_text(L, ld, -1, "facing", false);
    l_load_themes(L, ld, false);
    l_load_bands(L, ld);
    l_load_rule_list(L, ld);
    l_load_figure_list(L, ld);
    l_load_count_once(L, ld);
    pack->scatter = l_names(L, ld, -1, "scatter", false);
    pack->integrity = l_names(L, ld, -1, "integrity", false);
    for (size_t i = 0, number; i < pack->integrity.count; i++)
        l_rule_number(L, ld, "integrity", pack->integrity.list[i], &number);
    lua_pop(L, 1);
}

void l_load_extension_file(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"name",   "version", "title",   "extends",
                                         "themes", "rules",   "figures", NULL};
    const char *base = ld->book->pack.parts[0].name;

    l_load_file(L, ld, "pack.lua", false);
    ld->pack_text = ld->text;
    l_check_fields(L, ld, -1, fields, false);
    l_load_head(L, ld);
    const char *extends = l_text(L, ld, -1, "extends", true);
    if (strcmp(extends, base) != 0)
        l_fail(L, ld, "it extends '%s', but what it is loaded with is '%s'", extends, base);
    l_load_themes(L, ld, true);
    l_load_rule_list(L, ld);
    l_load_figure_list(L, ld);
    lua_pop(L, 1);
}

/* --- files that nobody lists --- */

static bool is_listed(const struct loader *ld, const char *file)
{
    const struct pack *pack = &ld->book->pack;
    size_t part = (size_t)(ld->part - pack->parts);

    if (names_have(pack_data_files, file) ||
        names_have((struct names){ld->misplaced, ld->misplaced_count}, file))
        return true;
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].part == part && string_is(pack->rules[i].file, file))
            return true;
    for (size_t i = 0; i < pack->figure_count; i++)
        if (pack->figures[i].rule.part == part && string_is(pack->figures[i].rule.file, file))
            return true;
    return false;
}

/* The first .lua file of a folder after 'last', by name, that the pack does not list; NULL
 * where all are. */
static const char *unlisted_file(struct loader *ld, const char *folder, const char *last)
{
    DIR *dir = opendir(pack_path(ld, folder));
    const char *first = NULL;

    if (!dir)
        return NULL; /* a theme without rules has no folder */
    for (const struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        size_t len = strlen(e->d_name);
        if (len < 5 || e->d_name[0] == '.' || strcmp(e->d_name + len - 4, ".lua") != 0)
            continue;
        const char *file = *folder ? arena_path(ld->arena, folder, e->d_name)
                                   : arena_copy(ld->arena, e->d_name, len);
        if (!is_listed(ld, file) && strcmp(file, last) > 0 &&
            (!first || strcmp(file, first) < 0))
            first = file;
    }
    closedir(dir);
    return first;
}

static void l_check_folder(lua_State *L, struct loader *ld, const char *folder,
                           const char *list)
{
    for (const char *file = ""; (file = unlisted_file(ld, folder, file)) != NULL;) {
        l_charge(L, (size_t)LIMITS_TICK * LIMITS_BYTES_PER_STEP);
        l_fault(L, ld, "'%s' is in the folder but not in '%s': list it or delete it", file,
                list);
    }
}

void l_check_unlisted(lua_State *L, struct loader *ld)
{
    const struct pack *pack = &ld->book->pack;

    ld->file = "pack.lua";
    ld->text = ld->pack_text;
    l_check_groups(L, ld);
    l_check_folder(L, ld, "", "rules");
    for (size_t i = 0; i < pack->theme_count; i++)
        l_check_folder(L, ld, pack->themes[i].id, "rules");
    l_check_folder(L, ld, "figures", "figures");
    for (size_t i = 0; i < pack->group_count; i++)
        l_check_folder(L, ld, arena_printf(ld->arena, "figures/%s", pack->groups[i].id),
                       "figures");
}

/* --- what carries the articles --- */

static struct names carrier_cites(const struct pack *pack, const char *carrier, bool *found)
{
    const struct rule *rule = pack_rule(pack, carrier);
    const struct figure *figure = pack_figure(pack, carrier);

    *found = rule || figure;
    if (*found)
        return rule ? rule->cites : figure->rule.cites;
    for (size_t i = 0; i < pack->classify.axis_count; i++) {
        const struct axis *axis = &pack->classify.axes[i];
        if (strncmp(carrier, "axis:", 5) == 0 && strcmp(carrier + 5, axis->id) == 0) {
            *found = true;
            return axis->cites;
        }
    }
    return (struct names){0};
}

void l_check_carriers(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    ld->part = pack->parts;
    ld->file = "articles.lua";
    ld->text = ld->articles_text;
    for (size_t i = 0; i < pack->article_count; i++) {
        const struct article *article = &pack->articles[i];
        ld->what = article->id;
        for (size_t j = 0; j < article->carried_by.count; j++) {
            const char *carrier = article->carried_by.list[j];
            bool found;
            l_charge(L, pack->rule_count * LIMITS_BYTES_PER_STEP);
            struct names cites = carrier_cites(pack, carrier, &found);
            if (!found)
                l_fault(L, ld, "'%s' is neither a rule, a figure nor an axis of the pack",
                        carrier);
            else if (!names_have(cites, article->id))
                l_fault(L, ld, "'%s' does not cite it", carrier);
        }
    }
}
