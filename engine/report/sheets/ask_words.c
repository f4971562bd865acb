/* SPDX-License-Identifier: MIT */
#include "report/sheets/ask_words.h"

void ask_put_title(struct buf *out, const struct ask_drawing *d)
{
    const struct profile *profile = d->assessment->profile;

    buf_printf(out, "Questions about %s", profile->name);
    if (profile->has_as_of) {
        buf_puts(out, ", ");
        date_put(out, profile->as_of);
    }
}

static void put_range(struct buf *out, const struct score *score)
{
    if (score->has_score)
        buf_printf(out, "The score is %d of 100 so far, and ", text_down(score->score));
    else
        buf_puts(out, "There is no score yet; it ");
    buf_printf(
        out,
        "must lie between %d and %d. The number beside a question says how far its "
        "answer alone can narrow or move that range, of 100. To be told nothing is an answer "
        "too: note 'refused', or 'unknown' where nobody knows.",
        text_down(score->low), text_up(score->high));
}

void ask_put_opening(struct buf *out, const struct ask_drawing *d)
{
    const struct profile *profile = d->assessment->profile;

    if (d->sheet->company.count > 0)
        put_range(out, &d->assessment->score);
    else
        buf_puts(out, "About the company, nothing is left to ask that could change its score.");
    if (!profile->has_as_of && schema_find_name(profile->schema, "company.as_of") != FACT_NONE)
        buf_puts(out, " No day is given (--as-of DATE), so questions that hang on it are not "
                      "here.");
}

static void put_rules(struct buf *out, const struct rule *const *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", rules[i]->id);
}

/* "up to 5.5 of 100; could become critical (RE01)": up to a hundredth, so that what two come to
 * together is seen to be about their sum. */
static void put_reach(struct buf *out, const struct ask_reach *reach, const char *of)
{
    buf_puts(out, "up to ");
    decimal_put(out, (reach->swing + 9) / 10 * (DECIMAL_ONE / 100), false);
    buf_printf(out, " of 100%s", of);
    if (reach->critical_count == 0)
        return;
    buf_puts(out, "; could become critical (");
    put_rules(out, reach->criticals, reach->critical_count);
    buf_putc(out, ')');
}

void ask_put_stake(struct buf *out, const struct ask_drawing *d, const struct ask_question *q)
{
    const struct pack *pack = d->assessment->pack;
    bool fit = q->rule_count > 0 && pack->themes[q->rules[0]->theme].score == SCORE_FIT;

    put_rules(out, q->rules, q->rule_count);
    buf_puts(out, ": ");
    put_reach(out, &q->reach, fit ? " in personal fit" : "");
}

static size_t number_of(const struct ask_questions *questions, int fact)
{
    size_t i = 0;

    while (questions->list[i].fact != fact)
        i++;
    return i + 1;
}

void ask_put_pair(struct buf *out, const struct ask_drawing *d)
{
    const struct ask_sheet *sheet = d->sheet;

    if (sheet->pair.with == FACT_NONE)
        return;
    buf_printf(out, "If there is time for two only, ask %zu and %zu: together ",
               number_of(&sheet->company, sheet->pair.fact),
               number_of(&sheet->company, sheet->pair.with));
    put_reach(out, &sheet->pair.reach, "");
    buf_putc(out, '.');
}

void ask_put_rest(struct buf *out, size_t left_out)
{
    if (left_out > 0)
        buf_printf(out, "%zu more question%s less; --format json has all of them.", left_out,
                   left_out == 1 ? " could change" : "s could change");
}
