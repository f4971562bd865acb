/* SPDX-License-Identifier: MIT
 *
 * Loading a pack: what the load_*.c files share. Each file of a pack is read inside a protected
 * call of its own; a fault is thrown by l_fail with its file, or noted by l_fault where all
 * faults are wanted ('rules check'). Lua tables are read raw and every field name is checked,
 * so that 'wieght = 3' does not pass.
 */
#ifndef LUA_LOAD_H
#define LUA_LOAD_H

#include "lua/compiled.h"
#include "lua/fault_line.h"
#include "lua/formats.h"
#include "lua/rulebook.h"
#include "lua/sandbox.h"

enum {
    RULE_MAX_TESTS = 16,
    LIST_MAX_ITEMS = 4000 /* of any list in a pack */
};

struct recall;

/* Where a rule's or row's functions stand in the registry. */
struct checks {
    int refs[RULE_MAX_TESTS];
    size_t count;
    size_t floor; /* the largest block made when the file was loaded: see sandbox_start_rule */
    bool pure;    /* they certainly leave everything as it was: see pure.h */
    const struct recall *first[RULE_MAX_TESTS]; /* what each asks first, whatever the profile
                                                   says; NULL: that is not known yet */
};

struct rulebook {
    enum rulebook_depth depth;
    struct pack pack;
    struct arena arena; /* of all pack data */
    struct formats formats;
    struct sandbox box;
    struct checks *checks;   /* one per rule */
    struct checks *rows;     /* one per row of the classification */
    struct checks *computes; /* one per figure */
    bool *own;               /* per fact of the vocabulary: defined by these packs */
    size_t runs;             /* companies so far, at most 2 */
    size_t tests;            /* of rules, rows and figures; set before runs is 2 */
    size_t recalled;         /* steps of tests that are kept: see recall.h */
    int facts_ref;           /* 'c' in the registry */
    int sections_ref;        /* what it reads from: 'c' of rules that are pure */
    int names_ref;           /* the names that rules see */
};

/* A file of the pack as it was read. */
struct loaded_file {
    const char *file; /* inside the pack */
    struct text text;
    const struct compiled_file *known; /* what was compiled of that text; or NULL */
};

struct loader {
    struct rulebook *book;
    struct arena *arena;                  /* the book's */
    const struct compiled_pack *compiled; /* what may be known of the files; or NULL */
    struct loaded_file *read;             /* of this part so far */
    size_t read_count;
    size_t files;
    int citable_ref;    /* in the registry: a table of all ids that may be cited */
    bool cites_unknown; /* sources or articles are broken: nothing is known about cites */
    struct pack_part
        *part; /* the pack whose files are read: the first, or one that extends it */
    struct pack_faults *faults; /* gets all faults; NULL: the first one ends the load */
    struct arena *fault_arena;  /* what they live in */
    const char **misplaced; /* files that pack.lua lists and that have no place; of 'part' */
    size_t misplaced_count;
    const char *file;                     /* inside the pack, for messages */
    struct text text;                     /* of that file; empty where it cannot be read */
    struct text pack_text, articles_text; /* of those files, for what is found later */
    const char *what;                     /* "RE02", "row 3", for messages; "" for none */
    const struct compiled_file *known; /* that file, where it was compiled with the program */
    size_t collected;                  /* bytes that Lua held after the last collection */
    size_t floor;                      /* of the file that was run last */
    bool pure;                         /* the functions of that file */
    struct error err;                  /* what l_fail left */
};

/* Reads the packs into the book; the rest of this header is for l_ functions. */
bool rulebook_load(struct rulebook *book, const struct rulebook_options *options,
                   struct error *err);

/* Adds a fault of the file that is read to those that are wanted. */
void load_note(struct loader *ld, int line, const char *message);

/* The message of a failed protected call, with the file and line it names. */
void load_explain(const struct loader *ld, const struct sandbox_fault *fault,
                  struct error *err);

/* --- tables.c: reading tables; all may throw --- */

/* Throws "FILE: WHAT: ...". */
_Noreturn void l_fail(lua_State *L, struct loader *ld, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes the fault and returns, where all faults are wanted; else throws it. */
void l_fault(lua_State *L, struct loader *ld, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Only these field names, and list items where 'items' is set. NULL ends 'fields', which are
 * always the same: files that were compiled with the program were found sound by them then. */
void l_check_fields(lua_State *L, struct loader *ld, int table, const char *const *fields,
                    bool items);
/* The same where 'fields' hang on what another file says. */
void l_check_keys(lua_State *L, struct loader *ld, int table, const char *const *fields,
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

/* pack.lua: of the pack itself, or of one that extends it. */
void l_load_pack_file(lua_State *L, struct loader *ld);
void l_load_extension_file(lua_State *L, struct loader *ld);

/* Faults for .lua files that the pack does not list, and for articles that nothing carries. */
void l_check_unlisted(lua_State *L, struct loader *ld);
void l_check_carriers(lua_State *L, struct loader *ld);

/* The path of a file of the pack, or of its folder for "". */
const char *pack_path(const struct loader *ld, const char *file);

/* Leaves the table that the file returns. [-0, +1, e] */
void l_load_file(lua_State *L, struct loader *ld, const char *file, bool rules_see_names);
/* The same with 'text' in place of what stands in the file. */
void l_load_text(lua_State *L, struct loader *ld, const char *file, struct text text,
                 bool rules_see_names);
/* Compiles the text of a file, of a rule or figure with 'lean' without its examples, and leaves
 * the function. [-0, +1, e] */
void l_compile_text(lua_State *L, const char *file, struct text text, bool lean);
/* The hash over the names and contents of the files that were read. */
void load_hash(struct loader *ld, char hex[HASH_HEX_LEN + 1]);
/* Takes the file into the pack's hash only. */
void l_hash_file(lua_State *L, struct loader *ld, const char *file);
bool pack_has_file(const struct loader *ld, const char *file);

void l_load_facts(lua_State *L, struct loader *ld);
void l_load_sources(lua_State *L, struct loader *ld);
void l_load_articles(lua_State *L, struct loader *ld);
void l_load_claims(lua_State *L, struct loader *ld);
void l_load_classify(lua_State *L, struct loader *ld);
/* A rule from its file, or from 'text' where that is set. */
void l_load_rule(lua_State *L, struct loader *ld, struct rule *rule, const struct text *text,
                 struct checks *checks);

/* Starts the vocabulary with that of packs that stand beside this one. */
void load_stand_beside(struct loader *ld, const struct schema *beside);

/* The number of a fact that the packs define themselves, or FACT_NONE. */
int load_own_fact(const struct loader *ld, const char *name);

/* 'facts' and 'monotone' of a rule or row; 'examples' of either. The table is on top. */
void l_load_rule_facts(lua_State *L, struct loader *ld, struct rule_fact **facts,
                       size_t *count);
void l_load_examples(lua_State *L, struct loader *ld, struct example **examples, size_t *count);

/* The function, or list of them, called 'field' ("check") of the table on top. */
void l_load_checks(lua_State *L, struct loader *ld, const char *field, struct checks *checks);

/* 'title', one that is no longer than 'most' columns. */
const char *l_load_title(lua_State *L, struct loader *ld, size_t most);

/* Notes a file that is listed but cannot be used, so that it is not told again as unlisted. */
void load_misplaced(struct loader *ld, const char *file);

/* 'figures' of pack.lua: groups and the files in them. Then one figure from its file, or from
 * 'text' where that is set. */
void l_load_figure_list(lua_State *L, struct loader *ld);
void l_load_figure(lua_State *L, struct loader *ld, struct figure *figure,
                   const struct text *text, struct checks *computes);

/* Faults for what the groups of figures name and the vocabulary does not have. */
void l_check_groups(lua_State *L, struct loader *ld);

/* The id in "folder/ID_name.lua", whose last '/' is at 'slash'; NULL where it has none. */
const char *load_file_id(struct loader *ld, const char *slash);

/* Throws unless every id is a source of the pack or a sentence of the articles. */
void l_check_cites(lua_State *L, struct loader *ld, struct names cites);

#endif
