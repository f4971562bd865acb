/* SPDX-License-Identifier: MIT
 *
 * The lists that 'plumbline math' is given in one option. Errors: ERROR_USAGE, naming the
 * option and the part that cannot be read; ranges are checked by engine/money.
 */
#ifndef CLI_MATH_LISTS_H
#define CLI_MATH_LISTS_H

#include "money/bounds.h"
#include "money/income.h"
#include "money/plan.h"

/* --row "7% 1150 1000..1999": share, average, and what is known of least and most. */
bool math_row_read(const char *text, struct income_row *out, struct error *err);

/* --tree "6-4-2". */
bool math_widths_read(const char *text, int64_t widths[BOUNDS_LEVELS_MAX], size_t *count,
                      struct error *err);

/* --commissions "5%,5%,2.5%". */
bool math_pcts_read(const char *text, decimal pcts[PLAN_LEVELS_MAX], size_t *count,
                    struct error *err);

/* --scale "100:3%,300:6%". */
bool math_scale_read(const char *text, struct plan_step steps[PLAN_STEPS_MAX], size_t *count,
                     struct error *err);

#endif
