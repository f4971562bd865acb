/* SPDX-License-Identifier: MIT
 *
 * What a file holds: told by its name, or by its first bytes where the name says nothing.
 */
#ifndef AUDIT_CONTENT_H
#define AUDIT_CONTENT_H

#include "base/text.h"

enum content {
    CONTENT_UNTOLD,
    CONTENT_PROFILE, /* one profile */
    CONTENT_STREAM,  /* profiles, '=== NAME' before each */
    CONTENT_TABLE,   /* CSV */
    CONTENT_OBJECTS, /* JSON, an object a line */
    CONTENT_ARCHIVE,
    CONTENT_PACKED /* by gzip or the like: an archive, or any of the others */
};

enum { CONTENT_LOOK_BYTES = 4096 }; /* of which content_of_bytes makes up its mind */

enum content content_of_name(const char *name);

/* Never CONTENT_UNTOLD: what nothing else is, is a profile. */
enum content content_of_bytes(struct text front);

/* Whether the line, without its end, is '=== NAME', which stands before a profile of a stream.
 */
bool content_is_header(struct text line);

/* Whether it is to be unpacked, whatever comes out. */
bool content_is_packed(enum content content);

#endif
