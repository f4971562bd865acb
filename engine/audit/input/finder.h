/* SPDX-License-Identifier: MIT
 *
 * Companies by the names that stand in a result: "acme.ini" is a file, "companies.csv:17" is in
 * one. Those of one container are read in one go as long as they come in its order.
 */
#ifndef AUDIT_FINDER_H
#define AUDIT_FINDER_H

#include "audit/input/input.h"

struct finder;

/* With paths, companies come from these, in their order. Errors: as input_open. */
struct finder *finder_open(const char *const *paths, size_t count, struct error *err);
void finder_close(struct finder *finder);

/* False where there is no such company, or where it is not the next of the paths: *why says
 * so, until the next. */
bool finder_find(struct finder *finder, const char *name, struct company *out,
                 const char **why);

/* Whether what holds the company of that name is there, as seen from the folder; or never was a
 * file, but standard input. */
bool finder_is_there(const char *folder, const char *name);

/* The name of the next company of the paths that was not asked for, or NULL. */
const char *finder_rest(struct finder *finder);

#endif
