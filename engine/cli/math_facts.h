/* SPDX-License-Identifier: MIT
 *
 * What 'plumbline math' is not given on the command line, taken from a profile: each fact, or
 * sum of facts, becomes the value of the option that stands for it, so that the commands know
 * options only.
 */
#ifndef CLI_MATH_FACTS_H
#define CLI_MATH_FACTS_H

#include "cli/options.h"
#include "report/sheets/math.h"

/*
 * Adds to *options what the sheet's profile knows, and notes in the sheet what was taken, and
 * what could not be though the profile speaks of it.
 *
 * False where the command needs a number that neither gives: faults says for each which fact is
 * missing, and which option could stand for it.
 */
bool math_facts_take(struct options *options, struct math_sheet *sheet, struct faults *faults);

/* The fact, where it has one value of the type (TYPE_NUMBER: any number); else NULL. */
const struct fact *math_fact(const struct profile *profile, const char *name,
                             enum fact_type type);

#endif
