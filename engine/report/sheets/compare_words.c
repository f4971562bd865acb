/* SPDX-License-Identifier: MIT */
#include "report/sheets/compare.h"

#include <string.h>

void compare_put_fact(struct buf *out, const struct profile *profile, int fact)
{
    const struct fact *f = &profile->facts[fact];
    const struct fact_def *def = &profile->schema->facts[fact];

    if (compare_is_silent(f)) {
        buf_puts(out, "not known");
    } else if (!f->conflict && !f->no_rate) {
        value_put(out, def, &f->value);
    } else {
        for (size_t i = 0; i < f->count; i++) {
            buf_puts(out, i > 0 ? " / " : "");
            value_put(out, def, &f->statements[i].value);
        }
    }
}

static void put_ending(struct buf *out, const struct ending *ending)
{
    buf_puts(out, outcome_name(ending->outcome));
    if (ending->outcome != OUTCOME_CREDIT)
        return;
    buf_putc(out, ' ');
    decimal_put(out, ending->credit * (DECIMAL_ONE / CREDIT_FULL), false);
}

void compare_put_outcome(struct buf *out, const struct finding *f)
{
    if (!finding_is_decided(f)) {
        buf_puts(out, f->outcome == OUTCOME_NOT_APPLICABLE ? "does not apply"
                                                           : outcome_name(f->outcome));
        return;
    }
    put_ending(out, &f->worst);
    if (!f->span)
        return;
    buf_puts(out, " to ");
    put_ending(out, &f->best);
}

void compare_put_money(struct buf *out, decimal amount, const char *currency)
{
    decimal_put(out, amount, true);
    buf_printf(out, " %s", currency);
}

void compare_put_currency(struct buf *out, const struct job *job, const struct comparison *c,
                          size_t company)
{
    const struct profile *profile = c->list[company].profile;
    decimal year;

    if (strcmp(job->currency, profile->currency) == 0)
        return;
    if (!*profile->currency) {
        buf_printf(out, "%s: names no currency.", c->names[company]);
    } else if (profile_convert(profile, job->year, job->currency, profile->currency, &year)) {
        buf_printf(out, "%s: by its [rates], the job pays ", c->names[company]);
        compare_put_money(out, year, profile->currency);
        buf_puts(out, " a year.");
    } else {
        buf_printf(out,
                   "%s counts in %s and the job in %s: its [rates] do not say what one is in "
                   "the other, so nothing is converted.",
                   c->names[company], profile->currency, job->currency);
    }
}
