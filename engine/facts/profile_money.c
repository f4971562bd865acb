/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_build.h"

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

/* Without company.currency, the one that all amounts share. */
static void settle_currency(struct build *b)
{
    const struct profile *p = b->profile;
    size_t faults = b->faults->count;

    if (*p->currency)
        return;
    for (size_t i = 0; i < p->schema->fact_count; i++)
        for (size_t j = 0; p->schema->facts[i].type == TYPE_MONEY && j < p->facts[i].count; j++)
            if (b->faults->count == faults) /* said once */
                share_currency(b, &p->facts[i].statements[j]);
}

/* The ends of all known statements in one currency; false where one cannot be converted. */
static bool span_in(const struct profile *p, const struct fact *fact, const char *currency,
                    decimal *lo, decimal *hi)
{
    bool first = true;

    for (size_t i = 0; i < fact->count; i++) {
        const struct value *v = &fact->statements[i].value;
        decimal a, b;
        if (v->state != FACT_KNOWN)
            continue;
        if (!profile_convert(p, v->lo, v->currency, currency, &a) ||
            !profile_convert(p, v->hi, v->currency, currency, &b))
            return false;
        *lo = first || a < *lo ? a : *lo;
        *hi = first || b > *hi ? b : *hi;
        first = false;
    }
    return true;
}

void build_money(struct build *b)
{
    struct profile *p = b->profile;

    settle_currency(b);
    for (size_t i = 0; i < p->schema->fact_count; i++) {
        struct fact *fact = &p->facts[i];
        if (p->schema->facts[i].type != TYPE_MONEY || !fact_is_known(fact))
            continue;
        fact->is_money = true;
        fact->has_usd = span_in(p, fact, "USD", &fact->usd_lo, &fact->usd_hi);
        fact->no_rate = !span_in(p, fact, p->currency, &fact->value.lo, &fact->value.hi);
        if (!fact->no_rate)
            memcpy(fact->value.currency, p->currency, sizeof p->currency);
    }
}
