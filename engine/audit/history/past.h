/* SPDX-License-Identifier: MIT
 *
 * Reads a history back: one state of it, as it was at the opening, whoever writes meanwhile.
 * What is read lives until the close.
 */
#ifndef AUDIT_PAST_H
#define AUDIT_PAST_H

#include "base/error.h"
#include "report/sheets/history.h"

struct past;

/* Errors: ERROR_USAGE for what is no history, or cannot be read; so for all functions here. */
struct past *past_open(const char *path, struct error *err);
void past_close(struct past *past); /* takes NULL */

const struct past_runs *past_runs(const struct past *past);

/* All of one company, called by its own name or by what the inputs called it, exactly. */
bool past_company(struct past *past, const char *name, struct past_company *out,
                  struct error *err);

bool past_summary(struct past *past, int64_t run, struct past_summary *out, struct error *err);
bool past_trends(struct past *past, struct past_trends *out, struct error *err);

#endif
