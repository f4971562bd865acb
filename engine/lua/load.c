/* SPDX-License-Identifier: MIT
 *
 * pack.lua, and the order in which a pack's files are read.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/api.h"
#include "lua/load.h"
#include "lua/names.h"

/* Collecting after so many rule files lets the next ones use the room of what the last ones
 * left: the state stays small, which every company pays for when it is put back, and few
 * collections cost little of the load. */
enum { RULES_PER_COLLECTION = 8 };

/* --- pack.lua --- */

static void l_load_theme(lua_State *L, struct loader *ld, struct theme *theme)
{
    static const char *const fields[] = {"id", "title", "score", "points", "headline", NULL};

    l_check_fields(L, ld, -1, fields, false);
    theme->id = l_text(L, ld, -1, "id", true);
    theme->title = l_text(L, ld, -1, "title", true);
    const char *score = l_text(L, ld, -1, "score", true);
    if (strcmp(score, "company") == 0)
        theme->score = SCORE_COMPANY;
    else if (strcmp(score, "fit") == 0)
        theme->score = SCORE_FIT;
    else if (strcmp(score, "none") == 0)
        theme->score = SCORE_NONE;
    else
        l_fail(L, ld, "'score' of a theme is company, fit or none, not '%s'", score);
    theme->points = l_whole(L, ld, -1, "points", 0, 1000000);
    theme->headline = l_bool(L, ld, -1, "headline");
}

static void l_load_themes(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    pack->theme_count = l_list(L, ld, -1, "themes", true);
    pack->themes = arena_alloc(ld->arena, pack->theme_count * sizeof *pack->themes);
    for (size_t i = 0; i < pack->theme_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_theme(L, ld, &pack->themes[i]);
        for (size_t j = 0; j < i; j++)
            if (strcmp(pack->themes[j].id, pack->themes[i].id) == 0)
                l_fail(L, ld, "two themes have the id '%s'", pack->themes[i].id);
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
            l_fail(L, ld, "'bands' must go from the best down");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (pack->band_count == 0 || pack->bands[pack->band_count - 1].from != 0)
        l_fail(L, ld, "the last of the 'bands' must be from 0");
}

/* "recruitment/RE02_pay_from_recruiting.lua" */
static void l_place_rule(lua_State *L, struct loader *ld, struct rule *rule)
{
    const struct pack *pack = &ld->book->pack;
    const char *slash = strchr(rule->file, '/');
    const char *name = slash ? slash + 1 : rule->file;
    const char *end = strchr(name, '_');

    if (!slash || !end || end == name || strchr(name, '/'))
        l_fail(L, ld, "'%s' is not of the form theme/ID_name.lua", rule->file);
    rule->id = arena_copy(ld->arena, name, (size_t)(end - name));
    for (size_t i = 0; i < pack->theme_count; i++) {
        if (text_is((struct text){rule->file, (size_t)(slash - rule->file)},
                    pack->themes[i].id)) {
            rule->theme = i;
            return;
        }
    }
    l_fail(L, ld, "'%s' stands in a folder that is none of the themes", rule->file);
}

static void l_load_rule_list(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;
    struct names files = l_names(L, ld, -1, "rules", true);

    if (files.count > RULEBOOK_MAX_FILES)
        l_fail(L, ld, "the pack has more than %d files", RULEBOOK_MAX_FILES);
    pack->rule_count = files.count;
    pack->rules = arena_alloc(ld->arena, files.count * sizeof *pack->rules);
    pack->rule_ids = arena_alloc(ld->arena, files.count * sizeof *pack->rule_ids);
    ld->book->checks = arena_alloc(ld->arena, files.count * sizeof *ld->book->checks);
    for (size_t i = 0; i < files.count; i++) {
        pack->rules[i].file = files.list[i];
        l_place_rule(L, ld, &pack->rules[i]);
        pack->rule_ids[i] = pack->rules[i].id;
        if (pack_rule(pack, pack->rules[i].id) != &pack->rules[i])
            l_fail(L, ld, "two rules have the id '%s'", pack->rules[i].id);
    }
}

static size_t l_rule_number(lua_State *L, struct loader *ld, const char *field, const char *id)
{
    const struct rule *rule = pack_rule(&ld->book->pack, id);

    if (!rule)
        l_fail(L, ld, "'%s' names '%s', which is no rule of the pack", field, id);
    return (size_t)(rule - ld->book->pack.rules);
}

static void l_load_count_once(lua_State *L, struct loader *ld)
{
    struct pack *pack = &ld->book->pack;

    pack->count_once_count = l_list(L, ld, -1, "count_once", false);
    pack->count_once =
        arena_alloc(ld->arena, pack->count_once_count * sizeof *pack->count_once);
    for (size_t i = 0; i < pack->count_once_count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        int pair = lua_gettop(L);
        pack->count_once[i].a = l_rule_number(L, ld, "count_once", l_item_text(L, ld, pair, 0));
        pack->count_once[i].b = l_rule_number(L, ld, "count_once", l_item_text(L, ld, pair, 1));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void l_load_pack_file(lua_State *L, struct loader *ld)
{
    static const char *const fields[] = {"name",  "version",    "title",     "themes", "bands",
                                         "rules", "count_once", "integrity", "facing", NULL};
    struct pack *pack = &ld->book->pack;

    l_load_file(L, ld, "pack.lua", false);
    l_check_fields(L, ld, -1, fields, false);
    pack->name = l_text(L, ld, -1, "name", true);
    pack->version = l_text(L, ld, -1, "version", true);
    pack->title = l_text(L, ld, -1, "title", true);
    pack->facing = l_text(L, ld, -1, "facing", false);
    l_load_themes(L, ld);
    l_load_bands(L, ld);
    l_load_rule_list(L, ld);
    l_load_count_once(L, ld);
    pack->integrity = l_names(L, ld, -1, "integrity", false);
    for (size_t i = 0; i < pack->integrity.count; i++)
        l_rule_number(L, ld, "integrity", pack->integrity.list[i]);
    lua_pop(L, 1);
}

/* --- files that nobody lists --- */

static bool is_listed(const struct pack *pack, const char *file)
{
    if (names_have(pack_data_files, file))
        return true;
    for (size_t i = 0; i < pack->rule_count; i++)
        if (strcmp(pack->rules[i].file, file) == 0)
            return true;
    return false;
}

/* The first .lua file of a folder, by name, that the pack does not list; NULL where all are. */
static const char *unlisted_file(struct loader *ld, const char *folder)
{
    DIR *dir = opendir(pack_path(ld, folder));
    const char *first = NULL;

    if (!dir)
        return NULL; /* a theme without rules has no folder */
    for (const struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        size_t len = strlen(e->d_name);
        if (len < 5 || e->d_name[0] == '.' || strcmp(e->d_name + len - 4, ".lua") != 0)
            continue;
        const char *file =
            arena_printf(ld->arena, "%s%s%s", folder, *folder ? "/" : "", e->d_name);
        if (!is_listed(&ld->book->pack, file) && (!first || strcmp(file, first) < 0))
            first = file;
    }
    closedir(dir);
    return first;
}

static void l_check_unlisted(lua_State *L, struct loader *ld)
{
    const struct pack *pack = &ld->book->pack;
    const char *file = unlisted_file(ld, "");

    for (size_t i = 0; !file && i < pack->theme_count; i++)
        file = unlisted_file(ld, pack->themes[i].id);
    if (file) {
        ld->file = "pack.lua";
        l_fail(L, ld, "'%s' is in the folder but not in 'rules': list it or delete it", file);
    }
}

/* --- what carries the articles --- */

static struct names carrier_cites(const struct pack *pack, const char *carrier, bool *found)
{
    const struct rule *rule = pack_rule(pack, carrier);

    *found = rule != NULL;
    if (rule)
        return rule->cites;
    for (size_t i = 0; i < pack->classify.axis_count; i++) {
        const struct axis *axis = &pack->classify.axes[i];
        if (strncmp(carrier, "axis:", 5) == 0 && strcmp(carrier + 5, axis->id) == 0) {
            *found = true;
            return axis->cites;
        }
    }
    return (struct names){0};
}

static void l_check_carriers(lua_State *L, struct loader *ld)
{
    const struct pack *pack = &ld->book->pack;

    ld->file = "articles.lua";
    for (size_t i = 0; i < pack->article_count; i++) {
        const struct article *article = &pack->articles[i];
        ld->what = article->id;
        for (size_t j = 0; j < article->carried_by.count; j++) {
            const char *carrier = article->carried_by.list[j];
            bool found;
            l_charge(L, pack->rule_count * SANDBOX_BYTES_PER_STEP);
            struct names cites = carrier_cites(pack, carrier, &found);
            if (!found)
                l_fail(L, ld, "'%s' is neither a rule nor an axis of the pack", carrier);
            if (!names_have(cites, article->id))
                l_fail(L, ld, "'%s' does not cite it", carrier);
        }
    }
}

/* --- all of it --- */

static int l_load(lua_State *L)
{
    struct loader *ld = lua_touserdata(L, 1);
    struct rulebook *book = ld->book;

    lua_settop(L, 0);
    luaL_checkstack(L, 60, NULL);
    l_names_open(L);
    ld->names = lua_gettop(L);
    lua_createtable(L, 0, 256);
    ld->citable = lua_gettop(L);
    lua_gc(
        L,
        LUA_GCSTOP); /* whole collections now and then are cheaper: see RULES_PER_COLLECTION */
    l_load_pack_file(L, ld);
    l_load_facts(L, ld);
    l_load_sources(L, ld);
    l_load_articles(L, ld);
    l_load_classify(L, ld);
    for (size_t i = 0; i < book->pack.rule_count; i++) {
        if (i % RULES_PER_COLLECTION == 0)
            lua_gc(L, LUA_GCCOLLECT);
        l_load_rule(L, ld, &book->pack.rules[i], &book->checks[i]);
    }
    l_check_unlisted(L, ld);
    l_check_carriers(L, ld);
    l_push_facts(L, &book->pack.schema);
    book->facts_ref = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_gc(L, LUA_GCRESTART);
    return 0;
}

/* What stopped the load, in the file that was being read. Lua's own messages start with the
 * file, perhaps cut, and the line: "recruitment/RE02_x.lua:23: text". */
static void explain(const struct loader *ld, const struct sandbox_fault *fault,
                    struct error *err)
{
    const char *at = fault->stop == STOP_NONE ? strstr(fault->message, ".lua:") : NULL;
    int line = 0;

    if (fault->signalled) {
        *err = ld->err;
        return;
    }
    const char *text = fault->message;
    if (at && is_digit(at[5])) {
        char *end;
        line = (int)strtol(at + 5, &end, 10);
        text = end + strspn(end, ": ");
    }
    error_set(err, ERROR_PACK, pack_path(ld, ld->file), line, "%s", text);
}

bool rulebook_load(struct rulebook *book, struct error *err)
{
    struct loader ld = {.book = book,
                        .arena = &book->arena,
                        .hashed = BUF_INIT,
                        .file = "pack.lua",
                        .what = ""};
    struct sandbox_fault fault;
    bool ok = sandbox_call(&book->box, l_load, &ld, &fault);

    if (ok)
        hash_sha256(buf_text(&ld.hashed), ld.hashed.len, book->pack.hash);
    else
        explain(&ld, &fault, err);
    buf_release(&ld.hashed);
    return ok;
}
