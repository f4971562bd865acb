/* SPDX-License-Identifier: MIT
 *
 * The files and folders that an audit makes: its results, and what stands beside them.
 */
#ifndef CLI_AUDIT_PLACES_H
#define CLI_AUDIT_PLACES_H

#include "cli/cli.h"

enum { AUDIT_PLACES_MAX = 48 };

/* Their names, as far as they stay or may be seen while it runs; *.partial apart. Returns how
 * many. They live in 'arena', or as long as the options. */
size_t audit_places_list(const struct options *options, struct arena *arena,
                         const char *list[AUDIT_PLACES_MAX]);

#endif
