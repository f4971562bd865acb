/* SPDX-License-Identifier: MIT
 *
 * Which of the names found in folders and archives are taken: --include and --exclude. A
 * pattern without '/' is held against the last part of a name, one with '/' against the whole
 * path below the folder or in the archive. Names that start with a dot are passed over, as a
 * shell does, unless the pattern starts with one too.
 */
#ifndef AUDIT_FILTER_H
#define AUDIT_FILTER_H

#include "audit/input/input.h"

/* Whether the file is to be read. */
bool filter_takes(const struct input_options *options, const char *path);

/* Whether the file, which is not to be read, is one that the user may miss: no hidden one, and
 * none that --exclude leaves out. */
bool filter_passes_over(const struct input_options *options, const char *path);

/* Whether what stands at 'path' is one of the results, to be overlooked. */
bool filter_is_result(const struct input_options *options, const char *path);

/* Whether the folder is to be looked into. */
bool filter_enters(const struct input_options *options, const char *path);

/* filter_takes for a file, and filter_enters for every folder its path leads through. The path
 * is written to meanwhile, and is as it was. */
bool filter_takes_below(const struct input_options *options, char *path);

/* filter_passes_over in the same way. */
bool filter_passes_over_below(const struct input_options *options, char *path);

#endif
