/* SPDX-License-Identifier: MIT
 *
 * A rule pack that is loaded and can be run: the door to Lua for the layers above. Pack data is
 * in score/pack.h; the rules' functions stay behind this handle.
 */
#ifndef LUA_RULEBOOK_H
#define LUA_RULEBOOK_H

#include "facts/profile.h"
#include "lua/limits.h"
#include "score/assessment.h"
#include "score/trace.h"

struct compiled_pack;
struct rulebook;

enum rulebook_depth {
    RULEBOOK_LEAN, /* what scoring needs: without sources.lua and the rules' examples */
    RULEBOOK_FULL  /* all of it, with every check */
};

/* One thing that is wrong with a pack. */
struct pack_fault {
    const char *file; /* path as given on the command line, and inside the pack */
    int line;         /* or 0 */
    const char *message;
};

struct pack_faults {
    struct pack_fault *list; /* lives in the arena of the options */
    size_t count;
};

struct rulebook_options {
    const char *const *dirs; /* the pack, then those that extend it (design.md 5) */
    size_t count;
    enum rulebook_depth depth;
    const struct limits *limits; /* NULL: the standard ones */
    /* The vocabulary of packs that stand beside this one: its facts keep their numbers. A fact
     * defined differently is a fault. Borrowed, as long as the book is open; may be NULL. */
    const struct schema *beside;
    /* Code of files that the packs may have, made when the program was built; NULL: none. */
    const struct compiled_pack *compiled;
    /* Gets all faults, and the book opens with what is sound, rules that are broken switched
     * off; NULL: the first fault ends the load. */
    struct pack_faults *faults;
    struct arena *arena; /* gets the faults */
};

/*
 * Loads a pack: pack.lua, facts.lua, sources.lua, and where they are there articles.lua and
 * classify.lua, and every rule that pack.lua lists; then the packs that extend it. Source text
 * only, never bytecode.
 *
 * Returns NULL with *err set (ERROR_PACK; file and line of the first fault) where the pack is
 * unusable. A rule file that pack.lua does not list is a fault too.
 */
struct rulebook *rulebook_open_packs(const struct rulebook_options *options, struct error *err);

/* The same for one pack under the standard limits. */
struct rulebook *rulebook_open(const char *dir, enum rulebook_depth depth, struct error *err);
void rulebook_close(struct rulebook *book);

/* Lives as long as the rulebook. */
const struct pack *rulebook_pack(const struct rulebook *book);

/* What a pack says of itself first. */
struct pack_head {
    const char *name;
    const char *extends; /* name of the pack it adds to, or NULL */
};

/* Reads no more of the pack than that; texts live in 'arena'. Errors: ERROR_PACK. */
bool rulebook_read_head(const char *dir, struct arena *arena, struct pack_head *out,
                        struct error *err);

/* The limits it was opened with. */
const struct limits *rulebook_limits(const struct rulebook *book);

/* Makes the vocabulary of all packs that stand side by side the book's own, so that one profile
 * serves all; its first facts must be those the book has. Borrowed. */
void rulebook_set_vocabulary(struct rulebook *book, const struct schema *schema);

/* Puts another text in the place of a rule's file, as if the pack had been loaded with it:
 * for trying changes of a rule. The text is copied. False with *err set, and the rule as it
 * was, where the text is unusable. Every call costs memory until the book is closed. */
bool rulebook_replace_rule(struct rulebook *book, size_t rule, struct text text,
                           struct error *err);

/* The names that rules see, such as "string.format". */
struct names rulebook_names(void);

/* What to use instead of a name of Lua that rules do not see; NULL for any other name. */
const char *rulebook_instead(const char *name);

/* Whether the packs of the book define the fact themselves, not only one that stands beside. */
bool rulebook_has_fact(const struct rulebook *book, int fact);

/* "Lua 5.4.4": the Lua that is linked. */
const char *rulebook_lua_version(void);

/* Sets what a rule is worth; 0 switches it off. */
void rulebook_set_points(struct rulebook *book, const struct rule *rule, int points);

/* Leaves a rule out, whatever it is worth. */
void rulebook_switch_off(struct rulebook *book, const struct rule *rule);

/*
 * Runs every rule, the hard rows of the classification and the figures over one company.
 *
 *   findings   room for one per rule of the pack; filled in its order
 *   figures    room for one per figure of the pack; NULL: they are not run
 *   class      gets the row that fits, with what it read; the rest is classify()'s
 *   arena      gets all texts and lists
 *
 * Cannot fail: what breaks or passes a limit is a finding, or a line, of outcome error. The
 * same profile gives the same findings, whatever ran before.
 */
void rulebook_run(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct finding *findings, struct classification *class,
                  struct figure_result *figures);

/* One rule only, counted, and everything it did. The finding is that of an untraced run. */
void rulebook_trace_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                         struct arena *arena, struct finding *finding, struct trace *trace);

/* The same of one figure. */
void rulebook_trace_figure(struct rulebook *book, size_t figure, const struct profile *profile,
                           struct arena *arena, struct figure_result *result,
                           struct trace *trace);

/* Which lines of a rule's file can run when it is checked: from 1 to the number returned. */
size_t rulebook_lines(struct rulebook *book, size_t rule, struct arena *arena, bool **lines);

/* One rule, one row or one figure only: what their examples need. The row's answer is pass for
 * true, critical for false. */
void rulebook_run_rule(struct rulebook *book, size_t rule, const struct profile *profile,
                       struct arena *arena, struct finding *finding);
void rulebook_run_row(struct rulebook *book, size_t row, const struct profile *profile,
                      struct arena *arena, struct finding *finding);
void rulebook_run_figure(struct rulebook *book, size_t figure, const struct profile *profile,
                         struct arena *arena, struct figure_result *result);

#endif
