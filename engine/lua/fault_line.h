/* SPDX-License-Identifier: MIT
 *
 * Where in the text of a pack's file a fault stands that was found in the table it returned,
 * which knows no lines.
 */
#ifndef LUA_FAULT_LINE_H
#define LUA_FAULT_LINE_H

#include "base/text.h"

/*
 * The line, from 1, of the first word between single quotes of the message that stands in the
 * text, outside comments and behind the place where the item called 'what' starts ("" for
 * none); where the message says that a field is missing, or quotes nothing that is there, of
 * that item, or of where the file's table starts. 0 where none can be told.
 */
int fault_line(struct text text, const char *what, const char *message);

#endif
