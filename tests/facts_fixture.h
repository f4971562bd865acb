/* SPDX-License-Identifier: MIT
 *
 * A vocabulary for tests, with at least one fact of every type, and profiles given as text.
 * Knows no Lua: what holds here holds for any pack.
 */
#ifndef TESTS_FACTS_FIXTURE_H
#define TESTS_FACTS_FIXTURE_H

#include "rows.h"

#include "facts/profile.h"

#define FACT(section_, key_, type_, ...)                                                       \
    {                                                                                          \
        .name = section_ "." key_, .section = section_, .key = key_, .type = type_,            \
        __VA_ARGS__                                                                            \
    }
#define SPAN(lo, hi) .min = (lo)*DECIMAL_ONE, .max = (hi)*DECIMAL_ONE
#define VALUES(list) .values = list, .value_count = COUNT(list)

static const char *const plan_types[] = {"single_level", "binary", "stairstep", "none"};
static const char *const pay_sources[] = {"own_sales", "team_sales", "fees"};

static struct section_def test_sections[] = {
    {"company", "Who"}, {"plan", "The plan"}, {"cost", "Costs"}, {"earn", "Earnings"}};

static struct fact_def test_facts[] = {
    FACT("company", "name", TYPE_TEXT, .unit = NULL),
    FACT("company", "jurisdictions", TYPE_COUNTRY_LIST, .unit = NULL),
    FACT("company", "currency", TYPE_CURRENCY, .unit = NULL),
    FACT("company", "site", TYPE_URL, .unit = NULL),
    FACT("company", "founded", TYPE_DATE, SPAN(1850, 2100), .at_most = "company.as_of"),
    FACT("company", "as_of", TYPE_DATE, SPAN(1850, 2100)),
    FACT("plan", "public", TYPE_BOOL, .unit = NULL),
    FACT("plan", "levels", TYPE_INT, SPAN(0, 99)),
    FACT("plan", "people", TYPE_INT, SPAN(0, 100000000)),
    FACT("plan", "factor", TYPE_NUMBER, SPAN(-100, 9000000000000)),
    FACT("plan", "type", TYPE_ENUM, VALUES(plan_types)),
    FACT("plan", "pay", TYPE_SET, VALUES(pay_sources)),
    FACT("plan", "notice_days", TYPE_DURATION, .unit = "days", .whole = true, SPAN(0, 365)),
    FACT("plan", "stock_months", TYPE_DURATION, .unit = "months", SPAN(0, 120)),
    FACT("plan", "week_hours", TYPE_DURATION, .unit = "hours", SPAN(0, 168)),
    FACT("plan", "level_pct", TYPE_PCT_LIST, SPAN(0, 100)),
    FACT("cost", "join_fee", TYPE_MONEY, SPAN(0, 1000000)),
    FACT("cost", "renewal", TYPE_MONEY, SPAN(0, 1000000)),
    FACT("cost", "premium_pct", TYPE_PCT, SPAN(-100, 10000)),
    FACT("earn", "pct_lost", TYPE_PCT, SPAN(0, 100)),
    FACT("earn", "pct_profit", TYPE_PCT, SPAN(0, 100), .sum_with = "earn.pct_lost"),
    FACT("earn", "year", TYPE_INT, SPAN(1979, 2100), .at_most = "company.as_of"),
    FACT("earn", "row", TYPE_INCOME_ROWS, SPAN(0, 1000000)),
    FACT("earn", "sampled", TYPE_INT, SPAN(0, 1000)),
    FACT("earn", "violations", TYPE_INT, SPAN(0, 1000), .at_most = "earn.sampled"),
};

static const char *const test_rules[] = {"RE01", "RE02", "CE07"};

/* What came of one profile; everything lives in 'arena'. */
struct parsed {
    struct arena arena;
    struct schema schema;
    struct profile profile;
    struct faults faults;
    bool ok;
};

static inline struct schema test_schema(struct arena *arena)
{
    struct schema schema = {.sections = test_sections,
                            .section_count = COUNT(test_sections),
                            .facts = test_facts,
                            .fact_count = COUNT(test_facts)};

    schema_index(&schema, arena);
    return schema;
}

/* Parses 'text' into *p, which parsed_release frees. */
static inline void parse_bytes(struct parsed *p, struct text text, const char *as_of)
{
    struct profile_options options = {.rules = test_rules, .rule_count = COUNT(test_rules)};
    struct date_span day;

    *p = (struct parsed){.ok = false};
    p->schema = test_schema(&p->arena);
    if (as_of && date_parse(text_of(as_of), &day) == DATE_OK) {
        options.has_as_of = true;
        options.as_of = day.last;
    }
    p->ok = profile_parse(text, "folder/acme.ini", &p->schema, &options, &p->arena, &p->profile,
                          &p->faults);
}

static inline void parse(struct parsed *p, const char *text)
{
    parse_bytes(p, text_of(text), NULL);
}

static inline void parsed_release(struct parsed *p)
{
    arena_release(&p->arena);
}

/* All faults as lines "line:column: message", or "sound". */
static inline const char *faults_text(struct parsed *p)
{
    char *all = arena_printf(&p->arena, "%s", p->ok ? "sound" : "");

    for (size_t i = 0; i < p->faults.count; i++) {
        const struct fault *f = &p->faults.list[i];
        all = arena_printf(&p->arena, "%s%s%d:%d: %s", all, i > 0 ? "\n" : "", f->line,
                           f->column, f->message);
    }
    if (p->faults.more > 0)
        all = arena_printf(&p->arena, "%s\nand %zu more", all, p->faults.more);
    return all;
}

static inline const struct fact *fact_called(const struct parsed *p, const char *name)
{
    int number = schema_find_name(&p->schema, name);

    if (number == FACT_NONE)
        fail_msg("no fact %s", name);
    return &p->profile.facts[number];
}

/* The value as people read it, "(conflict)", "(no rate)" and "(x..y USD)" behind it. */
static inline const char *fact_text(struct parsed *p, const char *name)
{
    const struct fact *fact = fact_called(p, name);
    const struct fact_def *def = &p->schema.facts[schema_find_name(&p->schema, name)];
    struct buf buf = BUF_INIT;

    value_put(&buf, def, &fact->value);
    buf_puts(&buf, fact->conflict ? " (conflict)" : "");
    buf_puts(&buf, fact->no_rate ? " (no rate)" : "");
    if (fact->has_usd) {
        struct value usd = {FACT_KNOWN, .lo = fact->usd_lo, .hi = fact->usd_hi,
                            .currency = "USD"};
        buf_puts(&buf, " (");
        value_put(&buf, def, &usd);
        buf_puts(&buf, ")");
    }
    char *text = arena_copy(&p->arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

#endif
