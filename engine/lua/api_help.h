/* SPDX-License-Identifier: MIT
 *
 * What each name that rules can see takes, gives and does: for `plumbline explain`, and for the
 * stubs that editors of Lua read. A test holds the table equal to names_offered().
 */
#ifndef LUA_API_HELP_H
#define LUA_API_HELP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define API_OUTCOME "plumbline.outcome" /* what outcomes 'return' */

enum { API_MAX_PARAMS = 3, API_MAX_FIELDS = 12 };

struct api_param {
    const char *name; /* "text"; "text?" may be left out; "..." is any number of them */
    const char *type; /* as LuaCATS writes it */
    const char *help;
};

/* One field of the table that a formula takes. */
struct api_field {
    const char *name, *type, *help;
    bool optional;
};

struct api_help {
    const char *name;
    bool is_lua; /* Lua's own, in whole or in part: editors know it */
    struct api_param params[API_MAX_PARAMS]; /* up to the first without a name; a formula has
                                                none here, but fields */
    const char *returns;                     /* a LuaCATS type, or NULL */
    const char *help;
};

extern const struct api_help api_help_rows[];
extern const size_t api_help_count;

/* NULL where rules see no such name. */
const struct api_help *api_help_find(const char *name);

/* The fields of a formula; 0 of them for what is none. */
size_t api_help_fields(const struct api_help *help, struct api_field out[API_MAX_FIELDS]);

/* Appends "between(fact, low, high)" or "positions{width?, depth?, widths?}". */
void api_help_put_signature(struct buf *out, const struct api_help *help);

#endif
