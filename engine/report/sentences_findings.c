/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "money/income_fact.h"
#include "report/sentences.h"

/* --- which findings, in which order --- */

/* Points certainly lost, in thousandths. */
static int64_t lost(const struct finding *f)
{
    struct tally t = finding_tally(f);

    return t.applicable - t.high;
}

bool finding_is_of(const struct assessment *a, const struct finding *f, enum score_kind kind)
{
    return assessment_says(a, f) && a->pack->themes[f->rule->theme].score == kind;
}

bool finding_fell_short(const struct finding *f)
{
    return finding_severity(f) > 0 || f->refused || f->outcome == OUTCOME_ERROR;
}

static bool comes_before(const struct finding *a, const struct finding *b)
{
    if (finding_severity(a) != finding_severity(b))
        return finding_severity(a) > finding_severity(b);
    return lost(a) > lost(b);
}

size_t findings_short(const struct assessment *a, enum score_kind kind, struct arena *arena,
                      const struct finding ***out)
{
    const struct finding **list = arena_alloc(arena, a->pack->rule_count * sizeof *list);
    size_t count = 0;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        if (!finding_is_of(a, &a->findings[i], kind) || !finding_fell_short(&a->findings[i]))
            continue;
        size_t at = count++;
        for (; at > 0 && comes_before(&a->findings[i], list[at - 1]); at--)
            list[at] = list[at - 1];
        list[at] = &a->findings[i];
    }
    *out = list;
    return count;
}

/* --- the rest, by name --- */

static bool is_in_order(const struct finding *f)
{
    return finding_is_decided(f) && !f->span && f->outcome != OUTCOME_INFO;
}

static bool is_open_span(const struct finding *f)
{
    return finding_is_decided(f) && f->span;
}

static bool is_unknown(const struct finding *f)
{
    return f->outcome == OUTCOME_UNKNOWN;
}

static bool is_beside(const struct finding *f)
{
    return f->outcome == OUTCOME_NOT_APPLICABLE;
}

const struct finding_list finding_lists[] = {
    {"in order: ", is_in_order},
    {"partly known: ", is_open_span},
    {"not known: ", is_unknown},
    {"not applicable: ", is_beside},
};
const size_t finding_list_count = COUNT(finding_lists);

size_t sentence_listed(struct buf *out, const struct assessment *a,
                       const struct finding_list *list)
{
    size_t count = 0;

    buf_puts(out, list->head);
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!finding_is_of(a, f, SCORE_COMPANY) || finding_fell_short(f) || !list->belongs(f))
            continue;
        buf_printf(out, "%s%s", count++ ? ", " : "", f->rule->id);
    }
    return count;
}

bool finding_is_note(const struct assessment *a, const struct finding *f)
{
    return f->outcome == OUTCOME_INFO && !f->span && assessment_says(a, f);
}

/* --- one finding --- */

/* A share as hundredths of 100, half up. */
static void put_hundredths(struct buf *out, int64_t part, int64_t whole)
{
    int64_t hundredths = (part * 20000 + whole) / (2 * whole);

    decimal_put(out, hundredths * (DECIMAL_ONE / 100), false);
}

void sentence_points_of_100(struct buf *out, const struct assessment *a, enum score_kind kind,
                            int64_t thousandths)
{
    int64_t whole = kind == SCORE_FIT ? a->fit_tally.applicable : a->tally.applicable;

    put_hundredths(out, thousandths, whole > 0 ? whole : 1);
}

void sentence_of_100(struct buf *out, const struct assessment *a, const struct finding *f,
                     int64_t thousandths)
{
    sentence_points_of_100(out, a, a->pack->themes[f->rule->theme].score, thousandths);
}

void sentence_loss(struct buf *out, const struct assessment *a, const struct finding *f)
{
    if (lost(f) == 0)
        return;
    buf_putc(out, '-');
    sentence_of_100(out, a, f, lost(f));
}

void sentence_lost(struct buf *out, const struct assessment *a)
{
    const struct tally *t = &a->tally;

    if (t->applicable == t->high)
        return;
    buf_puts(out, "together -");
    put_hundredths(out, t->applicable - t->high, t->applicable);
    buf_puts(out, " (each is rounded): ");
    put_hundredths(out, t->high, t->applicable);
    buf_puts(out, " of 100 are left, the upper end");
}

void sentence_outcome(struct buf *out, const struct finding *f)
{
    if (finding_is_decided(f) && f->span)
        buf_printf(out, "%s..%s", outcome_name(f->worst.outcome),
                   outcome_name(f->best.outcome));
    else
        buf_puts(out, outcome_name(f->outcome));
}

/* Whether the reason tells in USD what the company says in a currency of its own. */
static bool is_told_in_usd(const struct assessment *a, const struct finding *f)
{
    struct buf reason = BUF_INIT;

    if (!*a->profile->currency || strcmp(a->profile->currency, "USD") == 0)
        return false;
    finding_put_reason(&reason, f, a->profile->currency);
    bool told = strstr(buf_text(&reason), "USD") != NULL;
    buf_release(&reason);
    return told;
}

/* The rates between the two currencies, or by way of others: all that touch either. */
static void put_rates(struct buf *out, const struct profile *p)
{
    const char *head = " by the profile's rate ";

    for (size_t i = 0; i < p->rate_count; i++) {
        const struct rate *rate = &p->rates[i];
        const char *ends[] = {rate->from, rate->to};
        bool touches = false;
        for (size_t e = 0; e < COUNT(ends); e++)
            touches |= strcmp(ends[e], "USD") == 0 || strcmp(ends[e], p->currency) == 0;
        if (!touches)
            continue;
        buf_printf(out, "%s1 %s = ", head, rate->from);
        decimal_put(out, rate->rate, false);
        buf_printf(out, " %s, line %d", rate->to, rate->line);
        head = ", ";
    }
}

/* " (converted from join_fee 600 EUR by the profile's rate 1 EUR = 1.08 USD (line 7))" */
static void put_converted(struct buf *out, const struct assessment *a, const struct finding *f)
{
    const char *head = " (converted from ";

    if (!is_told_in_usd(a, f))
        return;
    for (size_t i = 0; i < f->read_count; i++) {
        const struct fact *fact = &a->profile->facts[f->reads[i]];
        if (!fact_is_known(fact) || !fact->is_money || !fact->has_usd)
            continue;
        buf_printf(out, "%s%s ", head, a->pack->schema.facts[f->reads[i]].key);
        report_put_fact(out, a, f->reads[i]);
        head = ", ";
    }
    if (*head == ',') {
        put_rates(out, a->profile);
        buf_putc(out, ')');
    }
}

void sentence_ends(struct buf *out, const struct assessment *a, const struct finding *f)
{
    const char *head = " (tried at both ends of ";

    for (size_t i = 0; i < f->read_count; i++) {
        const struct fact *fact = &a->profile->facts[f->reads[i]];
        bool exact =
            !fact_is_known(fact) || (fact->value.lo == fact->value.hi && !fact->conflict);
        if (exact)
            continue;
        buf_printf(out, "%s%s ", head, a->pack->schema.facts[f->reads[i]].key);
        report_put_fact(out, a, f->reads[i]);
        head = ", ";
    }
    buf_puts(out, *head == ',' ? ")" : "");
    put_converted(out, a, f);
}

void sentence_place(struct buf *out, const struct profile *profile, const struct fact *fact)
{
    for (size_t i = 0; i < fact->count; i++) {
        const struct statement *s = &fact->statements[i];
        buf_printf(out, "%sline %d", i ? "; " : "", s->line);
        if (s->source != SOURCE_NONE)
            buf_printf(out, ", %s%s%s", profile->sources[s->source].id, *s->locator ? " " : "",
                       s->locator);
    }
    if (fact->count == 0)
        buf_puts(out, "given with --as-of");
}

void sentence_swing(struct buf *out, const struct assessment *a,
                    const struct question *question)
{
    struct buf points = BUF_INIT;

    sentence_of_100(&points, a, question->finding, question->swing);
    bool one = points.len == 1 && *buf_text(&points) == '1';
    buf_printf(out, "%s point%s%s", buf_text(&points), one ? "" : "s",
               question->gate ? ", and it could be critical" : "");
    buf_release(&points);
}

/* --- figures --- */

bool figure_line_says(const struct finding *line)
{
    return line->outcome == OUTCOME_VALUE || line->message.format;
}

static void put_open(struct buf *out, const struct assessment *a, const struct finding *line)
{
    if (line->outcome == OUTCOME_ERROR) {
        buf_puts(out, "this figure broke");
        if (line->error_line > 0)
            buf_printf(out, " (line %d)", line->error_line);
        buf_puts(out, ": ");
    }
    message_put(out, &line->message, a->profile->currency);
}

/* Two sentences that differ in numbers only, as one: "12 x 100..120 USD". False, with nothing
 * put, where they differ in more. */
static bool put_merged(struct buf *out, struct text least, struct text most)
{
    struct buf merged = BUF_INIT;
    struct text a, b;
    bool alike = true;

    while (alike && text_next_word(&least, &a)) {
        alike = text_next_word(&most, &b);
        bool same = alike && text_equal(a, b);
        alike = same || (alike && is_digit(*a.at) && is_digit(*b.at));
        buf_puts(&merged, merged.len > 0 ? " " : "");
        buf_put(&merged, a.at, a.len);
        if (alike && !same)
            buf_printf(&merged, "..%.*s", (int)b.len, b.at);
    }
    alike = alike && !text_next_word(&most, &b);
    if (alike)
        buf_puts(out, buf_text(&merged));
    buf_release(&merged);
    return alike;
}

/* Of a span, the sentences of both ends. */
void sentence_figure(struct buf *out, const struct assessment *a, const struct finding *line)
{
    struct buf least = BUF_INIT, most = BUF_INIT;

    if (line->outcome != OUTCOME_VALUE) {
        put_open(out, a, line);
        return;
    }
    message_put(&least, &line->worst.message, a->profile->currency);
    message_put(&most, &line->best.message, a->profile->currency);
    if (!put_merged(out, text_of(buf_text(&least)), text_of(buf_text(&most))))
        buf_printf(out, "at the least: %s; at the most: %s", buf_text(&least), buf_text(&most));
    buf_release(&least);
    buf_release(&most);
}

static bool cites_source(const struct assessment *a, const struct finding *line, int source)
{
    for (size_t i = 0; i < line->read_count; i++) {
        const struct fact *fact = &a->profile->facts[line->reads[i]];
        for (size_t s = 0; s < fact->count; s++)
            if (fact->statements[s].source == source)
                return true;
    }
    return false;
}

void sentence_figure_sources(struct buf *out, const struct assessment *a,
                             const struct finding *line)
{
    const char *open = " [";

    for (size_t i = 0; i < a->profile->source_count; i++) {
        if (!cites_source(a, line, (int)i))
            continue;
        buf_printf(out, "%s%s", open, a->profile->sources[i].id);
        open = ", ";
    }
    buf_puts(out, *open == ',' ? "]" : "");
}

/* --- people --- */

size_t people_in_fact(const struct assessment *a, const char *name,
                      struct people people[PEOPLE_DRAWN])
{
    int number = schema_find_name(&a->pack->schema, name);
    const struct fact *fact = number == FACT_NONE ? NULL : &a->profile->facts[number];
    struct income income;
    struct error err;

    if (!fact || !fact_is_known(fact) || !fact->value.text || fact->no_rate ||
        !income_read_fact(fact->value.text, 0, 0, &income, &err))
        return 0;
    return income_as_people(&income, people);
}

void sentence_people(struct buf *out, const struct people *people, size_t amount_columns)
{
    struct buf amount = BUF_INIT;

    if (ratio_sign(people->average) == 0) {
        buf_puts(out, "were paid nothing");
        return;
    }
    decimal_put(&amount, ratio_round(people->average, 0, RATIO_NEAREST), true);
    buf_printf(out, "about %*s a year", (int)amount_columns, buf_text(&amount));
    buf_release(&amount);
}
