/* SPDX-License-Identifier: MIT
 *
 * Loading a pack: what the load_*.c files share. All of it runs inside one protected call; a
 * fault is thrown by l_fail with its file. Lua tables are read raw and every field name is
 * checked, so that 'wieght = 3' does not pass.
 */
#ifndef LUA_LOAD_H
#define LUA_LOAD_H

#include "lua/rulebook.h"
#include "lua/sandbox.h"

enum {
    RULE_MAX_TESTS = 16,
    LIST_MAX_ITEMS = 4000 /* of any list in a pack */
};

/* Where a rule's or row's functions stand in the registry. */
struct checks {
    int refs[RULE_MAX_TESTS];
    size_t count;
    size_t floor; /* the largest block made when the file was loaded: see sandbox_start_rule */
};

struct rulebook {
    enum rulebook_depth depth;
    struct pack pack;
    struct arena arena; /* of all pack data */
    struct sandbox box;
    struct checks *checks; /* one per rule */
    struct checks *rows;   /* one per row of the classification */
    int facts_ref;         /* 'c' in the registry */
};

struct loader {
    struct rulebook *book;
    struct arena *arena; /* the book's */
    struct buf hashed;   /* names and contents of all files so far */
    size_t files;
    int names;        /* stack index of the rules' names */
    int citable;      /* stack index of a table of all ids that may be cited */
    const char *file; /* inside the pack, for messages */
    struct text text; /* of that file */
    const char *what; /* "RE02", "row 3", for messages; "" for none */
    size_t floor;     /* of the file that was run last */
    struct error err; /* what l_fail left */
};

/* Reads the whole pack into the book; the rest of this header is for l_ functions. */
bool rulebook_load(struct rulebook *book, struct error *err);

/* --- tables.c: reading tables; all may throw --- */

/* Throws "FILE: WHAT: ...". */
_Noreturn void l_fail(lua_State *L, struct loader *ld, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Only these field names, and list items where 'items' is set. NULL ends 'fields'. */
void l_check_fields(lua_State *L, struct loader *ld, int table, const char *const *fields,
                    bool items);

/* Leaves table[name] on the stack and returns its type. [-0, +1, m] */
int l_get(lua_State *L, int table, const char *name);

/* Text copied into the arena; NULL where it is absent and not 'required'. [-0, +0, e] */
const char *l_text(lua_State *L, struct loader *ld, int table, const char *name, bool required);
const char *l_item_text(lua_State *L, struct loader *ld, int table, size_t item);
int l_whole(lua_State *L, struct loader *ld, int table, const char *name, int least, int most);
bool l_bool(lua_State *L, struct loader *ld, int table, const char *name);

/* A list of texts; empty where it is absent. */
struct names l_names(lua_State *L, struct loader *ld, int table, const char *name,
                     bool required);

/* How many items the list on top has. [-0, +0, e] */
size_t l_item_count(lua_State *L, struct loader *ld);

/* Leaves the list table[name] on the stack and returns how many items it has. [-0, +1, e] */
size_t l_list(lua_State *L, struct loader *ld, int table, const char *name, bool required);

/* Leaves item 'item' (from 0) of the list at 'list', which must be a table. [-0, +1, e] */
void l_item(lua_State *L, struct loader *ld, int list, size_t item);

/* --- load_*.c --- */

/* The path of a file of the pack, or of its folder for "". */
const char *pack_path(const struct loader *ld, const char *file);

/* Leaves the table that the file returns. [-0, +1, e] */
void l_load_file(lua_State *L, struct loader *ld, const char *file, bool rules_see_names);
/* Takes the file into the pack's hash only. */
void l_hash_file(lua_State *L, struct loader *ld, const char *file);
bool pack_has_file(const struct loader *ld, const char *file);

void l_load_facts(lua_State *L, struct loader *ld);
void l_load_sources(lua_State *L, struct loader *ld);
void l_load_articles(lua_State *L, struct loader *ld);
void l_load_classify(lua_State *L, struct loader *ld);
void l_load_rule(lua_State *L, struct loader *ld, struct rule *rule, struct checks *checks);

/* 'facts' and 'monotone' of a rule or row; 'examples' of either. The table is on top. */
void l_load_rule_facts(lua_State *L, struct loader *ld, struct rule_fact **facts,
                       size_t *count);
void l_load_examples(lua_State *L, struct loader *ld, struct example **examples, size_t *count);

/* The check function, or list of them, of the table on top. */
void l_load_checks(lua_State *L, struct loader *ld, struct checks *checks);

/* Throws unless every id is a source of the pack or a sentence of the articles. */
void l_check_cites(lua_State *L, struct loader *ld, struct names cites);

#endif
