/* SPDX-License-Identifier: MIT
 *
 * The name of a file as a URI, in which no part of the name means anything to who reads it:
 * ":memory:" and "file:x?mode=ro" are files like others.
 */
#ifndef AUDIT_URI_H
#define AUDIT_URI_H

#include "base/arena.h"

/* 'query' goes behind it as it is: "?mode=ro", or "". */
const char *uri_of_file(struct arena *arena, const char *path, const char *query);

#endif
