/* SPDX-License-Identifier: MIT
 *
 * What stands in the tables that files of rules and figures return, in their usual order: for
 * the loader, which refuses any other, for help and for the stubs that editors of Lua read.
 */
#ifndef LUA_FILE_FIELDS_H
#define LUA_FILE_FIELDS_H

#include "lua/api_help.h"

enum { RULE_FIELD_COUNT = 11, FIGURE_FIELD_COUNT = 10 };

extern const struct api_field rule_fields[RULE_FIELD_COUNT];
extern const struct api_field figure_fields[FIGURE_FIELD_COUNT];

#endif
