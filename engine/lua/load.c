/* SPDX-License-Identifier: MIT
 *
 * The order in which the files of packs are read, each in a protected call of its own, and what
 * becomes of a fault.
 */
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "lua/api.h"
#include "lua/load.h"
#include "lua/names.h"
#include "lua/syntax_hint.h"

/* Collecting after so many bytes, and a quarter of what is held, lets the next files use the
 * room of what the last ones left: the state stays small, which every company pays for when it
 * is put back, and few collections cost little of the load. */
enum { BYTES_PER_COLLECTION = 48 * 1024 };

/* --- faults --- */

void load_note(struct loader *ld, int line, const char *message)
{
    struct pack_faults *faults = ld->faults;
    bool what = *ld->what != '\0';

    faults->list =
        arena_grow(ld->fault_arena, faults->list, faults->count, sizeof *faults->list);
    faults->list[faults->count++] =
        (struct pack_fault){.file = arena_printable(ld->fault_arena, pack_path(ld, ld->file)),
                            .line = line,
                            .message = arena_printf(ld->fault_arena, "%s%s%s", ld->what,
                                                    what ? ": " : "", message)};
}

/* Lua's own messages start with the file, perhaps cut, and the line:
 * "recruitment/RE02_x.lua:23: text". */
void load_explain(const struct loader *ld, const struct sandbox_fault *fault, struct error *err)
{
    const char *at = fault->stop == STOP_NONE ? strstr(fault->message, ".lua:") : NULL;
    int line = fault->line;

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
    const char *hint = fault->stop == STOP_NONE && at ? syntax_hint(text) : NULL;
    error_set(err, ERROR_PACK, pack_path(ld, ld->file), line, "%s%s%s", text, hint ? ": " : "",
              hint ? hint : "");
}

/* --- steps --- */

typedef void l_step_fn(lua_State *L, struct loader *ld, size_t number);

struct step {
    struct loader *ld;
    l_step_fn *l_run;
    size_t number;
};

static void l_collect(lua_State *L, struct loader *ld)
{
    const size_t *bytes = &ld->book->box.heap.now.bytes;

    if (*bytes < ld->collected + ld->collected / 4 + BYTES_PER_COLLECTION)
        return;
    lua_gc(L, LUA_GCCOLLECT);
    ld->collected = *bytes;
}

static int l_step(lua_State *L)
{
    struct step *step = lua_touserdata(L, 1);

    lua_settop(L, 0);
    luaL_checkstack(L, 60, NULL);
    l_collect(L, step->ld);
    step->l_run(L, step->ld, step->number);
    return 0;
}

/* Runs one step. False where it failed, with *err set; where all faults are wanted it is noted
 * too. */
static bool run_step(struct loader *ld, l_step_fn *l_run, size_t number, struct error *err)
{
    struct step step = {ld, l_run, number};
    struct sandbox_fault fault;
    struct sandbox *box = &ld->book->box;

    ld->what = "";
    if (sandbox_call(box, l_step, &step, &fault))
        return true;
    load_explain(ld, &fault, err);
    if (ld->faults) {
        ld->what = ""; /* what l_fail said has it already */
        load_note(ld, err->line, err->message);
    }
    return false;
}

static void l_open(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_names_open(L);
    ld->book->names_ref = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_createtable(L, 0, 256);
    ld->citable_ref = luaL_ref(L, LUA_REGISTRYINDEX);
    /* whole collections now and then are cheaper: see l_collect */
    lua_gc(L, LUA_GCSTOP);
}

static void l_pack_file(lua_State *L, struct loader *ld, size_t number)
{
    if (number == 0)
        l_load_pack_file(L, ld);
    else
        l_load_extension_file(L, ld);
}

static void l_facts(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_load_facts(L, ld);
}

static void l_sources(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_load_sources(L, ld);
}

static void l_articles(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_load_articles(L, ld);
}

static void l_claims(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_load_claims(L, ld);
}

static void l_classify(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_load_classify(L, ld);
}

static void l_rule(lua_State *L, struct loader *ld, size_t number)
{
    l_load_rule(L, ld, &ld->book->pack.rules[number], NULL, &ld->book->checks[number]);
}

static void l_figure(lua_State *L, struct loader *ld, size_t number)
{
    l_load_figure(L, ld, &ld->book->pack.figures[number], NULL, &ld->book->computes[number]);
}

static void l_unlisted(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_check_unlisted(L, ld);
}

static void l_close(lua_State *L, struct loader *ld, size_t number)
{
    (void)number;
    l_check_carriers(L, ld);
    l_push_facts(L, &ld->book->pack.schema);
    ld->book->facts_ref = luaL_ref(L, LUA_REGISTRYINDEX);
    ld->book->sections_ref = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_gc(L, LUA_GCRESTART);
}

/* --- parts --- */

/* Whether a failed step ends the load: where no further fault is wanted, or none can be found
 * because the work of loading is used up. */
static bool ends_load(const struct loader *ld)
{
    return !ld->faults || ld->book->box.company_left < 0;
}

/* Runs a step whose failure leaves the rest of the pack readable. */
static bool run_soft(struct loader *ld, l_step_fn *l_run, size_t number, bool *broken,
                     struct error *err)
{
    if (run_step(ld, l_run, number, err))
        return true;
    *broken = true;
    return !ends_load(ld);
}

/* A rule's or figure's own file; where it is broken it is switched off. */
static bool load_own_file(struct loader *ld, l_step_fn *l_run, size_t number, struct rule *rule,
                          struct error *err)
{
    bool broken = false;
    size_t before = ld->faults ? ld->faults->count : 0;

    if (!run_soft(ld, l_run, number, &broken, err))
        return false;
    broken |= ld->faults && ld->faults->count > before;
    rule->broken = broken;
    rule->off |= broken;
    return true;
}

static bool load_rules(struct loader *ld, size_t first, struct error *err)
{
    struct pack *pack = &ld->book->pack;

    for (size_t i = first; i < pack->rule_count; i++)
        if (!load_own_file(ld, l_rule, i, &pack->rules[i], err))
            return false;
    return true;
}

static bool load_figures(struct loader *ld, size_t first, struct error *err)
{
    struct pack *pack = &ld->book->pack;

    for (size_t i = first; i < pack->figure_count; i++)
        if (!load_own_file(ld, l_figure, i, &pack->figures[i].rule, err))
            return false;
    return true;
}

/* One folder: the pack itself, or one that extends it, which has no articles and no
 * classification of its own. */
static bool load_part(struct loader *ld, size_t number, struct error *err)
{
    size_t first = ld->book->pack.rule_count, first_figure = ld->book->pack.figure_count;
    bool broken = false;

    ld->part = &ld->book->pack.parts[number];
    ld->misplaced_count = ld->read_count = 0;
    ld->file = "pack.lua";
    if (!run_step(ld, l_pack_file, number, err) || !run_step(ld, l_facts, number, err))
        return false;
    if (!run_soft(ld, l_sources, number, &ld->cites_unknown, err))
        return false;
    if (number == 0 && (!run_soft(ld, l_articles, number, &ld->cites_unknown, err) ||
                        !run_soft(ld, l_classify, number, &broken, err)))
        return false;
    if (!run_soft(ld, l_claims, number, &broken, err))
        return false;
    if (!load_rules(ld, first, err) || !load_figures(ld, first_figure, err) ||
        !run_soft(ld, l_unlisted, number, &broken, err))
        return false;
    load_hash(ld, ld->part->hash);
    return true;
}

/* What the parts are called together. */
static void name_pack(struct loader *ld)
{
    struct pack *pack = &ld->book->pack;
    struct buf hashes = BUF_INIT;

    pack->name = pack->parts[0].name;
    pack->version = pack->parts[0].version;
    pack->title = pack->parts[0].title;
    memcpy(pack->hash, pack->parts[0].hash, sizeof pack->hash);
    if (pack->part_count == 1)
        return;
    for (size_t i = 0; i < pack->part_count; i++) {
        const struct pack_part *part = &pack->parts[i];
        buf_printf(&hashes, "%s\n", part->hash);
        if (i == 0)
            continue;
        pack->name = arena_printf(ld->arena, "%s + %s", pack->name, part->name);
        pack->version = arena_printf(ld->arena, "%s + %s", pack->version, part->version);
        pack->title = arena_printf(ld->arena, "%s; %s", pack->title, part->title);
    }
    hash_sha256(buf_text(&hashes), hashes.len, pack->hash);
    buf_release(&hashes);
}

static bool load_all(struct loader *ld, struct error *err)
{
    if (!run_step(ld, l_open, 0, err))
        return false;
    for (size_t i = 0; i < ld->book->pack.part_count; i++)
        if (!load_part(ld, i, err))
            return false;
    name_pack(ld);
    return run_step(ld, l_close, 0, err);
}

bool rulebook_load(struct rulebook *book, const struct rulebook_options *options,
                   struct error *err)
{
    struct loader ld = {.book = book,
                        .arena = &book->arena,
                        .faults = options->faults,
                        .fault_arena = options->arena,
                        .file = "pack.lua",
                        .what = ""};
    struct pack *pack = &book->pack;

    book->formats.arena = &book->arena;
    pack->part_count = options->count;
    pack->parts = arena_alloc(&book->arena, options->count * sizeof *pack->parts);
    for (size_t i = 0; i < options->count; i++)
        pack->parts[i].dir =
            arena_copy(&book->arena, options->dirs[i], strlen(options->dirs[i]));
    ld.part = pack->parts;
    if (options->beside)
        load_stand_beside(&ld, options->beside);
    if (options->compiled && compiled_fits(options->compiled, &book->box.limits))
        ld.compiled = options->compiled;
    return load_all(&ld, err);
}

/* --- the head only --- */

struct reading_head {
    struct loader ld;
    struct pack_head *out;
};

static int l_read_head(lua_State *L)
{
    struct reading_head *r = lua_touserdata(L, 1);

    l_load_file(L, &r->ld, "pack.lua", false);
    r->out->name = l_text(L, &r->ld, -1, "name", true);
    r->out->extends = l_text(L, &r->ld, -1, "extends", false);
    return 0;
}

bool rulebook_read_head(const char *dir, struct arena *arena, struct pack_head *out,
                        struct error *err)
{
    struct rulebook book = {.depth = RULEBOOK_FULL};
    struct pack_part part = {.dir = dir};
    struct limits limits = limits_standard();
    struct reading_head r = {
        .ld = {.book = &book, .arena = arena, .part = &part, .file = "pack.lua", .what = ""},
        .out = out};
    struct sandbox_fault fault;

    if (!sandbox_open(&book.box, &limits))
        out_of_memory();
    bool ok = sandbox_call(&book.box, l_read_head, &r, &fault);
    if (!ok)
        load_explain(&r.ld, &fault, err);
    sandbox_close(&book.box);
    return ok;
}
