/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "money/ratio.h"
#include "report/report.h"

const char report_disclaimer[] = "This is arithmetic and published advice on what the file "
                                 "says, not a legal finding and not "
                                 "a forecast.";

const char *verdict_kind_name(enum verdict_kind kind)
{
    static const char *const names[] = {"decided", "provisional", "too_little"};

    return names[kind];
}

void report_put_verdict(struct buf *buf, const struct pack *pack, const struct verdict *v)
{
    const char *worst = band_name(pack, v->worst), *best = band_name(pack, v->best);

    if (v->kind == VERDICT_DECIDED)
        buf_printf(buf, "%s (decided)", pack->bands[v->now].says);
    else if (v->kind == VERDICT_TOO_LITTLE)
        buf_printf(buf, "too little is known; could become %s ... %s", worst, best);
    else if (verdict_is_thin(v))
        buf_printf(
            buf, "little is known (%d %% of the points): on that it %s; could become %s ... %s",
            text_down(v->coverage), pack->bands[v->now].says, worst, best);
    else
        buf_printf(buf, "so far it %s; could become %s ... %s", pack->bands[v->now].says, worst,
                   best);
}

int text_down(int thousandths)
{
    return thousandths / 1000;
}

int text_up(int thousandths)
{
    return (thousandths + 999) / 1000;
}

void report_put_fact(struct buf *buf, const struct assessment *a, int fact)
{
    const struct fact_def *def = &a->pack->schema.facts[fact];
    const struct fact *f = &a->profile->facts[fact];

    if (!f->conflict && !(f->no_rate && f->count > 0)) {
        value_put(buf, def, &f->value);
        return;
    }
    for (size_t i = 0; i < f->count; i++) {
        buf_puts(buf, i ? " / " : "");
        value_put(buf, def, &f->statements[i].value);
    }
}

/* With two decimals, or none: "479.70". */
static void put_amount(struct buf *buf, decimal value)
{
    const decimal cent = DECIMAL_ONE / 100;
    struct ratio exact = ratio_decimal(value);
    decimal rounded = ratio_round(exact, 2, RATIO_NEAREST);

    decimal_put(buf, rounded, true);
    if (rounded % DECIMAL_ONE != 0 && rounded % (10 * cent) == 0)
        buf_putc(buf, '0');
}

static bool is_one_person(const struct figure *figure, const struct finding *line)
{
    return strcmp(figure->unit, "people") == 0 && !line->span &&
           line->worst.value == DECIMAL_ONE;
}

void report_put_value(struct buf *buf, const struct assessment *a, const struct figure *figure,
                      const struct finding *line)
{
    bool money = strcmp(figure->unit, "money") == 0, pct = strcmp(figure->unit, "pct") == 0;
    const decimal ends[] = {line->worst.value, line->best.value};
    bool one_in = strcmp(figure->unit, "one in") == 0;

    buf_puts(buf, one_in ? "1 in " : "");
    for (int i = 0; i <= line->span; i++) {
        buf_puts(buf, i ? " to " : "");
        if (money)
            put_amount(buf, ends[i]);
        else
            decimal_put(buf, ends[i], true);
    }
    if (pct)
        buf_putc(buf, '%');
    else if (!money && !one_in)
        buf_printf(buf, " %s", is_one_person(figure, line) ? "person" : figure->unit);
    else if (money && *a->profile->currency)
        buf_printf(buf, " %s", a->profile->currency);
}

const struct finding *report_integrity(const struct assessment *a)
{
    const struct finding *worst = NULL;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!names_have(a->pack->integrity, f->rule->id) || !finding_is_decided(f))
            continue;
        if (!worst || finding_severity(f) > finding_severity(worst))
            worst = f;
    }
    return worst;
}
