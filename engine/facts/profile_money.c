/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_build.h"
#include "facts/value_lists.h"

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool fact_lacks_rate(const struct fact *fact)
{
    return fact_is_known(fact) && fact->is_money && (fact->no_rate || !fact->has_usd);
}

/* By one rate, in either direction. */
static bool convert_once(const struct profile *p, decimal amount, const char *from,
                         const char *to, decimal *out)
{
    for (size_t i = 0; i < p->rate_count; i++) {
        const struct rate *rate = &p->rates[i];
        if (same(rate->from, from) && same(rate->to, to))
            return decimal_mul_div(amount, rate->rate, DECIMAL_ONE, out);
        if (same(rate->from, to) && same(rate->to, from))
            return decimal_mul_div(amount, DECIMAL_ONE, rate->rate, out);
    }
    return false;
}

/* By one rate, or by two with a currency between. */
bool profile_convert(const struct profile *p, decimal amount, const char *from, const char *to,
                     decimal *out)
{
    decimal between;

    if (same(from, to)) {
        *out = amount;
        return true;
    }
    if (!*from || !*to)
        return false;
    if (convert_once(p, amount, from, to, out))
        return true;
    for (size_t i = 0; i < p->rate_count; i++) {
        const struct rate *rate = &p->rates[i];
        const char *other = same(rate->from, from) ? rate->to : rate->from;
        if (!same(other, from) && convert_once(p, amount, from, other, &between) &&
            convert_once(p, between, other, to, out))
            return true;
    }
    return false;
}

/* Takes one amount's currency as the company's; another one is a fault, for then no amount
 * could be held against another. */
static void share_currency(struct build *b, const struct statement *s)
{
    struct profile *p = b->profile;

    if (s->value.state != FACT_KNOWN || same(p->currency, s->value.currency))
        return;
    if (*p->currency)
        faults_add(b->faults, b->arena, s->line, s->column,
                   "amounts are in %s and in %s: say which is the company's own, [company] "
                   "currency = %s",
                   p->currency, s->value.currency, p->currency);
    else
        memcpy(p->currency, s->value.currency, sizeof p->currency);
}

static bool has_amounts(enum fact_type type)
{
    return type == TYPE_MONEY || type == TYPE_INCOME_ROWS;
}

/* Without company.currency, the one that all amounts share. */
static void settle_currency(struct build *b)
{
    const struct profile *p = b->profile;
    size_t faults = b->faults->count;

    for (size_t i = 0; i < b->stated_count; i++) {
        const struct fact *fact = &p->facts[b->stated[i]];
        if (!has_amounts(p->schema->facts[b->stated[i]].type))
            continue;
        for (size_t j = 0; j < fact->count; j++)
            if (b->faults->count == faults) /* said once */
                share_currency(b, &fact->statements[j]);
    }
}

/* The ends of all known statements in one currency; false where one cannot be converted. */
static bool span_in(const struct profile *p, const struct fact *fact, const char *currency,
                    decimal *lo, decimal *hi)
{
    bool first = true;

    for (size_t i = 0; i < fact->count; i++) {
        const struct value *v = &fact->statements[i].value;
        decimal a = v->lo, b = v->hi;
        if (v->state != FACT_KNOWN)
            continue;
        if (!same(v->currency, currency) &&
            (!profile_convert(p, v->lo, v->currency, currency, &a) ||
             !profile_convert(p, v->hi, v->currency, currency, &b)))
            return false;
        *lo = first || a < *lo ? a : *lo;
        *hi = first || b > *hi ? b : *hi;
        first = false;
    }
    return true;
}

static bool convert_line(const struct profile *p, struct income_line *line)
{
    decimal *const amounts[] = {&line->average, &line->low, &line->high};

    for (size_t i = 0; i < COUNT(amounts); i++)
        if (!profile_convert(p, *amounts[i], line->currency, p->currency, amounts[i]))
            return false;
    memcpy(line->currency, p->currency, sizeof line->currency);
    return true;
}

/* The text of a table with all amounts in the company's currency; without a rate it stays, and
 * is not for rules. */
static void convert_table(struct build *b, struct fact *fact)
{
    struct income_line lines[INCOME_LINES_MAX];
    size_t count = income_lines_parts(fact->value.text, lines);
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < count && count <= INCOME_LINES_MAX && !fact->no_rate; i++) {
        fact->no_rate = !convert_line(b->profile, &lines[i]);
        buf_puts(&text, i > 0 ? INCOME_LINES_BETWEEN : "");
        income_line_put(&text, &lines[i]);
    }
    fact->is_money = fact->no_rate;
    if (!fact->no_rate) {
        fact->value.text = arena_copy(b->arena, buf_text(&text), text.len);
        memcpy(fact->value.currency, b->profile->currency, sizeof fact->value.currency);
    }
    buf_release(&text);
}

static void convert_amount(const struct profile *p, struct fact *fact)
{
    fact->is_money = true;
    fact->has_usd = span_in(p, fact, "USD", &fact->usd_lo, &fact->usd_hi);
    fact->no_rate = !span_in(p, fact, p->currency, &fact->value.lo, &fact->value.hi);
    if (!fact->no_rate)
        memcpy(fact->value.currency, p->currency, sizeof p->currency);
}

void build_money(struct build *b)
{
    struct profile *p = b->profile;

    if (!*p->currency)
        settle_currency(b);
    for (size_t i = 0; i < b->stated_count; i++) {
        enum fact_type type = p->schema->facts[b->stated[i]].type;
        struct fact *fact = &p->facts[b->stated[i]];
        if (!has_amounts(type) || !fact_is_known(fact))
            continue;
        if (type == TYPE_MONEY)
            convert_amount(p, fact);
        else
            convert_table(b, fact);
    }
}
