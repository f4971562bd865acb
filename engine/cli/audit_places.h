/* SPDX-License-Identifier: MIT
 *
 * The files and folders that an audit makes: its results, what they are made in, and what
 * stands beside them.
 */
#ifndef CLI_AUDIT_PLACES_H
#define CLI_AUDIT_PLACES_H

#include "audit/input/input.h"
#include "cli/cli.h"

enum { AUDIT_PLACES_MAX = 48 };

/* Their names. Returns how many; they live in 'arena', or as long as the options. */
size_t audit_places_list(const struct options *options, struct arena *arena,
                         const char *list[AUDIT_PLACES_MAX]);

/* Whether each result has a place of its own, and none is what the audit reads; says so where
 * not. */
bool audit_places_are_apart(const struct options *options, const struct shelf *shelf,
                            const struct input_options *input);

#endif
