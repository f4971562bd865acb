/* SPDX-License-Identifier: MIT
 *
 * A rule pack that is loaded and can be run: the door to Lua for the layers above. Pack data is
 * in score/pack.h; the rules' functions stay behind this handle.
 */
#ifndef LUA_RULEBOOK_H
#define LUA_RULEBOOK_H

#include "facts/profile.h"
#include "score/assessment.h"

struct rulebook;

enum {
    RULEBOOK_MAX_FILES = 1000,
    RULEBOOK_MAX_SOURCE_BYTES = 256 * 1024 /* of one Lua file */
};

enum rulebook_depth {
    RULEBOOK_LEAN, /* what scoring needs: without sources.lua and the rules' examples */
    RULEBOOK_FULL  /* all of it, with every check */
};

/*
 * Loads the pack in the folder 'dir': pack.lua, facts.lua, sources.lua, and where they are
 * there articles.lua and classify.lua, and every rule that pack.lua lists. Source text only,
 * never bytecode.
 *
 * Returns NULL with *err set (ERROR_PACK; file and line of the first fault) where the pack is
 * unusable. A rule file that pack.lua does not list is a fault too.
 */
struct rulebook *rulebook_open(const char *dir, enum rulebook_depth depth, struct error *err);
void rulebook_close(struct rulebook *book);

/* Lives as long as the rulebook. */
const struct pack *rulebook_pack(const struct rulebook *book);

/* "Lua 5.4.4": the Lua that is linked. */
const char *rulebook_lua_version(void);

/* Sets what a rule is worth; 0 switches it off. */
void rulebook_set_points(struct rulebook *book, const struct rule *rule, int points);

/*
 * Runs every rule and the hard rows of the classification over one company.
 *
 *   findings   room for one per rule of the pack; filled in its order
 *   class      gets the row that fits, with what it read; the rest is classify()'s
 *   arena      gets all texts and lists
 *
 * Cannot fail: a rule that breaks or passes a limit is a finding of outcome error. The same
 * profile gives the same findings, whatever ran before.
 */
void rulebook_run(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct finding *findings, struct classification *class);

/* One rule only, or one row: what their examples need. The row's answer is pass for true,
 * critical for false. */
void rulebook_run_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                       struct arena *arena, struct finding *finding);
void rulebook_run_row(struct rulebook *book, size_t row, const struct profile *profile,
                      struct arena *arena, struct finding *finding);

#endif
