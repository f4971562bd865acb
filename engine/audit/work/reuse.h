/* SPDX-License-Identifier: MIT
 *
 * An earlier result, whole or cut off, to take unchanged companies from: which lines are whose,
 * so that they can be found by name. Some 50 bytes for a company. Whether lines are still true
 * is the worker's to say.
 */
#ifndef AUDIT_REUSE_H
#define AUDIT_REUSE_H

#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

struct reuse;

/*
 *   run_line   the first line of the run to come: the result must begin with the same
 *   packs      how many lines a company has
 *
 * What is cut off at its end is left out, as are companies that were lost. Errors: ERROR_USAGE
 * for a file that cannot be read, ERROR_PROFILE for one that is of another run, saying what
 * differs.
 */
struct reuse *reuse_open(const char *path, struct text run_line, size_t packs,
                         struct error *err);

/* The lines of a company, with their ends, until the next call; empty where there are none.
 * What audit_options.earlier wants; 'reuse' is its context. */
struct text reuse_find(void *reuse, const char *name);

/* The file is only as it was up to here. */
void reuse_limit(struct reuse *reuse, int64_t end);

void reuse_close(struct reuse *reuse); /* NULL is taken */

#endif
