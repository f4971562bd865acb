/* SPDX-License-Identifier: MIT
 *
 * Slips of those who write their first rules, with what to write instead: told by what Lua says
 * of them and by the line. Advice is a half sentence that follows Lua's own after a colon.
 */
#ifndef LUA_SLIPS_H
#define LUA_SLIPS_H

#include "base/text.h"

/* Of a file that is no Lua; 'line' is where Lua gave up, from 1. Never NULL. */
const char *slip_of_text(struct text source, int line, const char *message);

/* Of code that broke when it ran, or NULL. */
const char *slip_of_run(const char *message);

#endif
