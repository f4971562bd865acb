/* SPDX-License-Identifier: MIT
 *
 * The tables of findings and of facts.
 */
#include "report/csv/csv_table.h"

/* --- findings --- */

enum {
    OF_RULE = SUBJECT_COUNT,
    OF_THEME,
    OF_TITLE,
    OF_STATUS,
    OF_WORST,
    OF_BEST,
    OF_SEVERITY,
    OF_POINTS,
    OF_EARNED,
    OF_LOW,
    OF_HIGH,
    OF_REFUSED,
    OF_REASON,
    OF_READS,
    OF_MISSING,
    OF_CITES,
    OF_ASK,
    OF_FIX,
    OF_WAIVER,
    OF_WAIVER_REASON,
    OF_WAIVER_BY,
    OF_WAIVER_UNTIL,
    OF_RULE_FILE,
    OF_ERROR,
    OF_ERROR_LINE,
    OF_FINDING_END
};

static const char *const finding_names[] = {
    "rule",         "theme",     "title", "status",    "worst",   "best",          "severity",
    "points",       "earned",    "low",   "high",      "refused", "reason",        "reads",
    "missing",      "cites",     "ask",   "fix",       "waiver",  "waiver_reason", "waiver_by",
    "waiver_until", "rule_file", "error", "error_line"};
_Static_assert(COUNT(finding_names) == OF_FINDING_END - SUBJECT_COUNT,
               "a name for each column");

/* Whether the outcome is known; a span is partly. */
static const char *status_of(const struct finding *f)
{
    if (!finding_is_decided(f))
        return outcome_name(f->outcome);
    return f->span ? "partly" : "decided";
}

/* Names of facts, parted by blanks. */
static void put_facts(struct csv_row *row, size_t column, const struct pack *pack,
                      const int *facts, size_t count)
{
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < count; i++)
        buf_printf(&text, "%s%s", i ? " " : "", pack->schema.facts[facts[i]].name);
    csv_text(row, column, buf_text(&text));
    buf_release(&text);
}

static void put_cites(struct csv_row *row, struct names cites)
{
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < cites.count; i++)
        buf_printf(&text, "%s%s", i ? " " : "", cites.list[i]);
    csv_text(row, OF_CITES, buf_text(&text));
    buf_release(&text);
}

/* What it came to and adds to the score, in points. */
static void put_outcome(struct csv_row *row, const struct finding *f)
{
    static const char *const severities[] = {"none", "minor", "major", "critical"};
    struct tally tally = finding_tally(f);
    bool decided = finding_is_decided(f);

    csv_text(row, OF_STATUS, status_of(f));
    csv_text(row, OF_WORST, decided ? outcome_name(f->worst.outcome) : NULL);
    csv_text(row, OF_BEST, decided ? outcome_name(f->best.outcome) : NULL);
    csv_text(row, OF_SEVERITY, decided ? severities[finding_severity(f)] : NULL);
    csv_whole(row, OF_POINTS, f->rule->points);
    if (decided)
        csv_thousandths(row, OF_EARNED, tally.earned);
    if (f->outcome == OUTCOME_NOT_APPLICABLE)
        return;
    csv_thousandths(row, OF_LOW, tally.low);
    csv_thousandths(row, OF_HIGH, tally.high);
}

static void put_waiver(struct csv_row *row, const struct waiver *waiver)
{
    if (!waiver)
        return;
    csv_text(row, OF_WAIVER, waiver->lapsed ? "lapsed" : "holds");
    csv_text(row, OF_WAIVER_REASON, waiver->reason);
    csv_text(row, OF_WAIVER_BY, waiver->by);
    csv_text(row, OF_WAIVER_UNTIL, waiver->until);
}

static void put_finding(struct csv_row *row, const struct assessment *a,
                        const struct finding *f)
{
    struct buf reason = BUF_INIT;

    csv_text(row, OF_RULE, f->rule->id);
    csv_text(row, OF_THEME, a->pack->themes[f->rule->theme].id);
    csv_text(row, OF_TITLE, f->rule->title);
    put_outcome(row, f);
    csv_bool(row, OF_REFUSED, f->refused);
    finding_put_reason(&reason, f, a->profile->currency);
    csv_text(row, OF_REASON, buf_text(&reason));
    buf_release(&reason);
    put_facts(row, OF_READS, a->pack, f->reads, f->read_count);
    put_facts(row, OF_MISSING, a->pack, f->missing, f->missing_count);
    put_cites(row, f->rule->cites);
    csv_text(row, OF_ASK, f->rule->ask);
    csv_text(row, OF_FIX, f->rule->fix);
    put_waiver(row, f->waiver);
    csv_text(row, OF_RULE_FILE, f->rule->file);
    csv_text(row, OF_ERROR, f->error_id);
    if (f->error_line > 0)
        csv_whole(row, OF_ERROR_LINE, f->error_line);
}

void csv_put_findings_head(struct buf *out)
{
    struct csv_row row = csv_start_head(out, finding_names, COUNT(finding_names));

    csv_end_head(&row, OF_FINDING_END);
}

void csv_put_findings(struct buf *out, const struct csv_sheet *sheet, const char *name,
                      const struct assessment *a)
{
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        if (!assessment_says(a, &a->findings[i]))
            continue;
        struct csv_row row = csv_start(out, name, a);
        put_finding(&row, a, &a->findings[i]);
        csv_stamp(&row, OF_FINDING_END, sheet, a);
    }
}

/* --- facts --- */

enum {
    OF_FACT = SUBJECT_COUNT,
    OF_STATE,
    OF_VALUE,
    OF_FROM,
    OF_TO,
    OF_UNIT,
    OF_ABOUT,
    OF_CONFLICT,
    OF_WRITTEN,
    OF_LINE,
    OF_COLUMN,
    OF_SOURCE,
    OF_LOCATOR,
    OF_SOURCE_TITLE,
    OF_SOURCE_KIND,
    OF_SOURCE_SEEN,
    OF_SOURCE_URL,
    OF_FACT_END
};

static const char *const fact_names[] = {
    "fact",    "state",        "value",       "from",        "to",        "unit",
    "about",   "conflict",     "written",     "line",        "column",    "source",
    "locator", "source_title", "source_kind", "source_seen", "source_url"};
_Static_assert(COUNT(fact_names) == OF_FACT_END - SUBJECT_COUNT, "a name for each column");

static const char *unit_of(const struct fact_def *def, const struct value *value)
{
    switch (def->type) {
    case TYPE_PCT:
        return "%";
    case TYPE_MONEY:
        return value->currency;
    default:
        return def->unit;
    }
}

/* Both ends, equal where it is no range: numbers, or ISO dates. Other types have none. */
static void put_ends(struct csv_row *row, const struct fact_def *def, const struct value *value)
{
    if (value->state != FACT_KNOWN || !fact_type_is_numeric(def->type))
        return;
    if (def->type == TYPE_DATE) {
        csv_date(row, OF_FROM, (date)value->lo);
        csv_date(row, OF_TO, (date)value->hi);
    } else {
        csv_decimal(row, OF_FROM, value->lo);
        csv_decimal(row, OF_TO, value->hi);
    }
    csv_text(row, OF_UNIT, unit_of(def, value));
}

static void put_source(struct csv_row *row, const struct source *source)
{
    struct buf seen = BUF_INIT;

    csv_text(row, OF_SOURCE_TITLE, source->title);
    csv_text(row, OF_SOURCE_KIND, source->kind ? source_kind_name(source->kind) : NULL);
    if (source->has_seen)
        date_span_put(&seen, source->seen);
    csv_text(row, OF_SOURCE_SEEN, buf_text(&seen));
    csv_text(row, OF_SOURCE_URL, source->url);
    buf_release(&seen);
}

/* The value stands empty where it is not known: 'state' says so. */
static void put_statement(struct csv_row *row, const struct profile *p, size_t number,
                          const struct statement *s)
{
    const struct fact_def *def = &p->schema->facts[number];
    const struct source *source = s->source == SOURCE_NONE ? NULL : &p->sources[s->source];
    struct buf value = BUF_INIT;

    csv_text(row, OF_FACT, def->name);
    csv_text(row, OF_STATE, fact_state_name(s->value.state));
    if (s->value.state == FACT_KNOWN)
        value_put(&value, def, &s->value);
    csv_text(row, OF_VALUE, buf_text(&value));
    put_ends(row, def, &s->value);
    csv_bool(row, OF_ABOUT, s->value.about);
    csv_bool(row, OF_CONFLICT, p->facts[number].conflict);
    csv_text(row, OF_WRITTEN, s->written);
    csv_whole(row, OF_LINE, s->line);
    csv_whole(row, OF_COLUMN, s->column);
    csv_text(row, OF_SOURCE, source ? source->id : NULL);
    csv_text(row, OF_LOCATOR, s->locator);
    if (source)
        put_source(row, source);
    buf_release(&value);
}

void csv_put_facts_head(struct buf *out)
{
    struct csv_row row = csv_start_head(out, fact_names, COUNT(fact_names));

    csv_end_head(&row, OF_FACT_END);
}

void csv_put_facts(struct buf *out, const struct csv_sheet *sheet, const char *name,
                   const struct assessment *a)
{
    for (size_t i = 0; i < a->profile->schema->fact_count; i++) {
        const struct fact *fact = &a->profile->facts[i];
        for (size_t j = 0; j < fact->count; j++) {
            struct csv_row row = csv_start(out, name, a);
            put_statement(&row, a->profile, i, &fact->statements[j]);
            csv_stamp(&row, OF_FACT_END, sheet, a);
        }
    }
}
