/* SPDX-License-Identifier: MIT
 *
 * From options to the sheet of each command of plan arithmetic.
 */
#ifndef CLI_MATH_FILL_H
#define CLI_MATH_FILL_H

#include "cli/options.h"
#include "report/sheets/math.h"

/* Fills the sheet of the options' command. Errors: ERROR_USAGE, what is needed and not given,
 * cannot be read, or is out of range. */
bool math_fill(const struct options *options, struct math_sheet *sheet, struct error *err);

#endif
