/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/html/company_part.h"
#include "report/html/digest.h"

/* --- bytes --- */

static bool get_bytes(struct text *rest, void *to, size_t len)
{
    if (rest->len < len)
        return false;
    memcpy(to, rest->at, len);
    rest->at += len;
    rest->len -= len;
    return true;
}

void html_put_text(struct buf *out, struct text text)
{
    buf_put(out, (const char *)&text.len, sizeof text.len);
    buf_put(out, text.at, text.len);
}

bool html_get_text(struct text *rest, struct text *out)
{
    size_t len;

    if (!get_bytes(rest, &len, sizeof len) || rest->len < len)
        return false;
    *out = (struct text){rest->at, len};
    rest->at += len;
    rest->len -= len;
    return true;
}

/* --- what rules came to --- */

const struct html_code html_codes[] = {
    {'+', "in-order", "in order"},        {'~', "is-minor", "minor"},
    {'!', "is-major", "major"},           {'#', "is-critical", "critical"},
    {'?', "is-open", "not known"},        {':', "is-open", "partly known"},
    {'R', "is-refused", "refused"},       {'w', "is-waived", "falls short, waived"},
    {'-', "is-beside", "not applicable"}, {'x', "is-broken", "the rule broke"},
};
const size_t html_code_count = COUNT(html_codes);

const struct html_code *html_code_of(char sign)
{
    size_t i = 0;

    while (i + 1 < COUNT(html_codes) && html_codes[i].sign != sign)
        i++;
    return &html_codes[i];
}

static char sign_of(const struct finding *f)
{
    int severity = finding_severity(f);

    if (f->outcome == OUTCOME_ERROR)
        return 'x';
    if (f->outcome == OUTCOME_NOT_APPLICABLE || f->rule->off)
        return '-';
    if (finding_is_waived(f) && severity > 0)
        return 'w';
    if (f->refused)
        return 'R';
    if (!finding_is_decided(f))
        return '?';
    if (severity == 0)
        return f->span ? ':' : '+';
    return "+~!#"[severity];
}

/* --- numbers --- */

static struct html_number number_of_fact(const struct assessment *a, const char *name, bool usd)
{
    int number = name ? schema_find_name(&a->pack->schema, name) : FACT_NONE;
    const struct fact *fact = number == FACT_NONE ? NULL : &a->profile->facts[number];

    if (!fact || !fact_is_known(fact) || (usd && !fact->has_usd))
        return (struct html_number){0};
    if (usd)
        return (struct html_number){true, fact->usd_lo, fact->usd_hi};
    return (struct html_number){true, fact->value.lo, fact->value.hi};
}

/* The first value of a figure. */
static struct html_number number_of_figure(const struct figure_result *result)
{
    const struct finding *line = result->lines;

    if (result->count == 0 || line->outcome != OUTCOME_VALUE)
        return (struct html_number){0};
    decimal low = line->worst.value, high = line->best.value;
    return (struct html_number){true, low < high ? low : high, low < high ? high : low};
}

/* Of the first group with bars: what it costs stands in another group's figure. */
static void take_money(const struct assessment *a, struct html_numbers *numbers)
{
    const struct pack *pack = a->pack;
    size_t group = 0;

    while (group < pack->group_count && pack->groups[group].bars.count == 0)
        group++;
    for (size_t i = 0; a->figures && group < pack->group_count && i < pack->figure_count; i++) {
        bool own = pack->figures[i].group == group;
        struct html_number *to = own ? &numbers->typical : &numbers->cost;
        if (!to->known && names_have(pack->groups[group].bars, pack->figures[i].rule.id))
            *to = number_of_figure(&a->figures[i]);
    }
}

static struct html_numbers numbers_of(const struct assessment *a)
{
    const char *const *scatter = a->pack->scatter.count == 2 ? a->pack->scatter.list : NULL;
    struct html_numbers n = {.across = number_of_fact(a, scatter ? scatter[0] : NULL, false),
                             .up = number_of_fact(a, scatter ? scatter[1] : NULL, true),
                             .verdict = a->verdict,
                             .facts_read = a->confidence.facts_read,
                             .has_oldest = a->confidence.has_oldest,
                             .oldest = a->confidence.oldest};

    memcpy(n.currency, a->profile->currency, sizeof n.currency);
    memcpy(n.by_kind, a->confidence.by_kind, sizeof n.by_kind);
    for (size_t i = 0; i < a->pack->schema.fact_count; i++) {
        n.conflicts += a->profile->facts[i].conflict;
        n.refused += a->profile->facts[i].value.state == FACT_REFUSED;
    }
    take_money(a, &n);
    return n;
}

/* --- waivers --- */

static void put_waiver(struct buf *out, const struct waiver *w)
{
    struct buf cells = BUF_INIT;
    char lapsed = w->lapsed != NULL;

    html_put(&cells,
             "<td data-name=\"Rule\">%s</td><td data-name=\"State\">%s%s</td>"
             "<td data-name=\"Reason\"><bdi>%s</bdi></td><td data-name=\"By\">%s</td>"
             "<td data-name=\"Until\">%s</td><td class=\"number\" data-name=\"Line\">%d</td>",
             w->rule, lapsed ? "does not hold: " : "holds", lapsed ? w->lapsed : "",
             w->reason ? w->reason : "", w->by ? w->by : "", w->until ? w->until : "", w->line);
    buf_putc(out, lapsed);
    html_put_text(out, (struct text){buf_text(&cells), cells.len});
    buf_release(&cells);
}

bool html_next_waiver(struct text *rest, bool *lapsed, struct text *cells)
{
    char c;

    if (!get_bytes(rest, &c, 1) || !html_get_text(rest, cells))
        return false;
    *lapsed = c != 0;
    return true;
}

/* --- the digest --- */

void html_put_digest(struct buf *out, const struct assessment *a, struct arena *arena)
{
    struct html_numbers numbers = numbers_of(a);
    char *codes = arena_alloc(arena, a->pack->rule_count + 1);
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < a->pack->rule_count; i++)
        codes[i] = sign_of(&a->findings[i]);
    buf_put(out, (const char *)&numbers, sizeof numbers);
    html_put_text(out, (struct text){codes, a->pack->rule_count});
    html_put_money(&text, a, arena);
    html_put_text(out, (struct text){buf_text(&text), text.len});
    buf_reset(&text);
    for (size_t i = 0; i < a->profile->waiver_count; i++)
        put_waiver(&text, &a->profile->waivers[i]);
    html_put_text(out, (struct text){buf_text(&text), text.len});
    buf_release(&text);
}

bool html_get_digest(struct text *rest, struct html_digest *out)
{
    return get_bytes(rest, &out->numbers, sizeof out->numbers) &&
           html_get_text(rest, &out->codes) && html_get_text(rest, &out->money) &&
           html_get_text(rest, &out->waivers);
}
