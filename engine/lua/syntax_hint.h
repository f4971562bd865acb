/* SPDX-License-Identifier: MIT
 *
 * What somebody who knows another language meant where Lua's parser stopped: its messages say
 * what it expected, not what to write.
 */
#ifndef LUA_SYNTAX_HINT_H
#define LUA_SYNTAX_HINT_H

/* What to write instead, by a message of Lua's parser without its place; NULL where nothing is
 * known of it. */
const char *syntax_hint(const char *message);

#endif
