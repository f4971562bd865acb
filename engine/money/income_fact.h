/* SPDX-License-Identifier: MIT
 *
 * An income table as a fact of type income_rows holds it (facts/value_lists.h).
 */
#ifndef MONEY_INCOME_FACT_H
#define MONEY_INCOME_FACT_H

#include "money/income.h"

/* income_read of the text of such a fact; 'active' and 'all' as in struct income_table. Refuses
 * any text that is not written just as such facts are: a rule could hand over any. */
bool income_read_fact(const char *text, int64_t active, int64_t all, struct income *out,
                      struct error *err);

#endif
