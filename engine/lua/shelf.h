/* SPDX-License-Identifier: MIT
 *
 * Several packs side by side, each a rulebook with a score of its own (design.md 5). They share
 * one vocabulary, so that one profile, read once, serves all. A pack that extends another is
 * part of that one's rulebook.
 */
#ifndef LUA_SHELF_H
#define LUA_SHELF_H

#include "lua/rulebook.h"

enum { SHELF_MAX = 16 };

struct shelf_options {
    const char *const *dirs; /* in the order of the reports; none: the core pack */
    size_t count;
    const char *core; /* folder of the core pack, for packs that extend it without naming it */
    enum rulebook_depth depth;
    const struct limits *limits;          /* NULL: the standard ones */
    const struct compiled_pack *compiled; /* as in rulebook_options */
    struct pack_faults *faults;           /* as in rulebook_options */
};

struct shelf {
    struct rulebook *books[SHELF_MAX];
    size_t count;
    const struct schema *schema; /* of all; lives in the last book */
    const char *const *rule_ids; /* of all, which are apart */
    size_t rule_count;
};

/* Opens all packs; lists live in 'arena'. Errors: ERROR_PACK; ERROR_USAGE for more packs than
 * fit, one given twice, or two with a rule of the same id. */
bool shelf_open(const struct shelf_options *options, struct arena *arena, struct shelf *out,
                struct error *err);
/* A shelf of one book, which it takes over. */
struct shelf shelf_of(struct rulebook *book);
void shelf_close(struct shelf *shelf);

/* The rule of that id, the case of letters aside, and its book; NULL where there is none. */
const struct rule *shelf_rule(const struct shelf *shelf, struct text id,
                              struct rulebook **book);

#endif
