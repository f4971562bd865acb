/* SPDX-License-Identifier: MIT */
#include "cli/standing.h"
#include "insight/ask/ask.h"
#include "insight/ask/lacking.h"
#include "insight/assess.h"
#include "report/report.h"

/* Asked before all others: easy to find, enough to begin, and most of the reader's own money.
 * What somebody expects is asked before any figure could change it; what is about the income
 * table only where there is one. */
static const struct first_fact {
    const char *name, *only_with;
} first_facts[] = {
    {"company.name", NULL},
    {"fit.expected_month", NULL},
    {"cost.join_fee", NULL},
    {"cost.monthly_min_purchase", NULL},
    {"recruit.pays_for_enrollment", NULL},
    {"plan.levels_paid", NULL},
    {"plan.retail_discount_pct", NULL},
    {"product.customer_spend_month", NULL},
    {"income.row", NULL},
    {"income.year", "income.row"},
    {"income.covers", "income.row"},
};

void standing_look(struct standing *s, const struct questionnaire *q)
{
    struct faults faults = {0};

    arena_reset(&s->arena);
    s->schema = &rulebook_pack(q->book)->schema;
    profile_parse(q->text, q->file, s->schema, q->reading, &s->arena, &s->profile, &faults);
    assess(q->book, &s->profile, &s->arena, &s->a);
}

/* As in the report: down, but for the upper end. */
void standing_put(struct buf *out, const struct standing *s)
{
    const struct score *score = &s->a.score;

    buf_puts(out, "score: ");
    if (score->has_score)
        buf_printf(out, "%d", text_down(score->score));
    else
        buf_puts(out, "none yet");
    buf_printf(out, ", range: %d to %d, known: %d %%, verdict: ", text_down(score->low),
               text_up(score->high), text_down(score->coverage));
    report_put_verdict(out, s->a.pack, &s->a.verdict);
    buf_putc(out, '\n');
}

bool standing_is_open(const struct standing *s, int fact)
{
    const struct fact *f = &s->profile.facts[fact];

    return f->count <= 1 && !f->conflict &&
           (f->value.state == FACT_ABSENT || f->value.state == FACT_UNKNOWN);
}

static bool is_known(const struct standing *s, const char *name)
{
    int fact = schema_find_name(s->schema, name);

    return fact != FACT_NONE && fact_is_known(&s->profile.facts[fact]);
}

int standing_first(const struct standing *s, const bool *asked)
{
    for (size_t i = 0; i < COUNT(first_facts); i++) {
        int fact = schema_find_name(s->schema, first_facts[i].name);
        bool fits = !first_facts[i].only_with || is_known(s, first_facts[i].only_with);
        if (fact != FACT_NONE && fits && !asked[fact] && standing_is_open(s, fact))
            return fact;
    }
    return FACT_NONE;
}

static bool may_be_asked(const struct standing *s, const bool *asked, int fact)
{
    return standing_is_open(s, fact) && !(asked && asked[fact]);
}

static size_t take_open(const struct standing *s, const struct ask_questions *questions,
                        const bool *asked, int *out, size_t count, size_t max)
{
    for (size_t i = 0; i < questions->count && count < max; i++)
        if (may_be_asked(s, asked, questions->list[i].fact))
            out[count++] = questions->list[i].fact;
    return count;
}

size_t standing_rank(struct standing *s, const struct questionnaire *q, const bool *asked,
                     int *out, size_t max)
{
    struct ask_sheet sheet;

    ask(q->book, &s->a, &s->arena, &sheet);
    size_t count = take_open(s, &sheet.company, asked, out, 0, max);
    return take_open(s, &sheet.reader, asked, out, count, max);
}

size_t standing_lacking(struct standing *s, const bool *asked, int *out, size_t max)
{
    int *lacking;
    size_t lack_count = facts_lacking(&s->a, &s->arena, &lacking), count = 0;

    for (size_t i = 0; i < lack_count && count < max; i++)
        if (may_be_asked(s, asked, lacking[i]))
            out[count++] = lacking[i];
    return count;
}
