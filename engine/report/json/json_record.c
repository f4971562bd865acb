/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/json/json_drawing.h"
#include "report/json/json_record.h"

const char *const json_detail_names[DETAIL_COUNT] = {"summary", "findings", "full"};
const char *const json_score_kinds[] = {"company", "fit", "none"};

static struct json open_line(struct buf *out, const char *record)
{
    struct json json = {.out = out, .one_line = true};

    json_open(&json, NULL, '{');
    json_text(&json, "record", record);
    return json;
}

static void close_line(struct json *json)
{
    json_close(json, '}');
    buf_putc(json->out, '\n');
}

static void put_bands(struct json *json, const struct pack *pack)
{
    json_open(json, "bands", '[');
    for (size_t i = 0; i < pack->band_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", pack->bands[i].name);
        json_thousandths(json, "from", pack->bands[i].from);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* Which rules count, and for what. */
static void put_rules(struct json *json, const struct pack *pack, size_t theme)
{
    json_open(json, "rules", '[');
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].theme == theme && !pack->rules[i].off)
            json_text(json, NULL, pack->rules[i].id);
    json_close(json, ']');
}

/* A pack with what it takes to add up the findings of a company without it. */
static void put_pack(struct json *json, const struct pack *pack,
                     const struct report_context *context)
{
    json_open(json, NULL, '{');
    json_pack_keys(json, pack, context);
    put_bands(json, pack);
    json_open(json, "themes", '[');
    for (size_t i = 0; i < pack->theme_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "id", pack->themes[i].id);
        json_text(json, "of", json_score_kinds[pack->themes[i].score]);
        put_rules(json, pack, i);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

/* The one day for all companies, or null: each by its own. */
static void put_as_of(struct json *json, const struct report_context *context)
{
    struct buf day = BUF_INIT;

    if (context->has_as_of)
        date_put(&day, context->as_of);
    json_text(json, "as_of", context->has_as_of ? buf_text(&day) : NULL);
    buf_release(&day);
}

void json_run_line(struct buf *out, const struct pack *const *packs, size_t pack_count,
                   const struct report_context *context, enum json_detail detail)
{
    struct json json = open_line(out, "run");

    json_text(&json, "plumbline", context->version);
    json_whole(&json, "schema", JSON_SCHEMA_VERSION);
    json_text(&json, "detail", json_detail_names[detail]);
    json_open(&json, "packs", '[');
    for (size_t i = 0; i < pack_count; i++)
        put_pack(&json, packs[i], context);
    json_close(&json, ']');
    json_limits(&json, context);
    put_as_of(&json, context);
    json_text(&json, "note", report_disclaimer);
    close_line(&json);
}

static void put_themes(struct drawing *d)
{
    json_open(d->json, "themes", '{');
    for (size_t i = 0; i < d->a->pack->theme_count; i++) {
        const struct theme *theme = &d->a->pack->themes[i];
        struct score score = tally_score(d->a->themes[i]);
        if (theme->score == SCORE_NONE || (theme->score == SCORE_FIT && !d->a->has_fit))
            continue;
        json_open(d->json, theme->id, '{');
        json_score(d->json, &score);
        json_close(d->json, '}');
    }
    json_close(d->json, '}');
}

void json_ledger(struct json *json, struct tally tally)
{
    json_open(json, "ledger", '[');
    json_whole(json, NULL, tally.applicable);
    json_whole(json, NULL, tally.possible);
    json_whole(json, NULL, tally.low);
    json_whole(json, NULL, tally.earned);
    json_whole(json, NULL, tally.high);
    json_close(json, ']');
}

/* A key that needs no escaping, and what stands before it. */
#define KEY(before, name) before "\"" name "\":"

enum { FINDING_BYTES = 400 }; /* of a finding without what is escaped */

/* Inline, so that the length of a literal is known. Writes a NUL too, for the next to cover. */
static inline char *text_at(char *to, const char *text)
{
    size_t len = strlen(text);

    memcpy(to, text, len + 1);
    return to + len;
}

/* As json_ledger, without its key. */
static char *tally_at(char *to, struct tally tally)
{
    const int64_t parts[] = {tally.applicable, tally.possible, tally.low, tally.earned,
                             tally.high};

    for (size_t i = 0; i < COUNT(parts); i++) {
        *to++ = i == 0 ? '[' : ',';
        to = whole_at(to, parts[i]);
    }
    *to++ = ']';
    return to;
}

/* By hand, into room that is made once: most of a long audit's output is drawn here. */
static char *finding_at(char *to, const struct finding *f, const struct buf *reason)
{
    to = text_at(to, KEY("{", "rule"));
    to = json_quote_at(to, f->rule->id, strlen(f->rule->id));
    to = text_at(to, KEY(",", "outcome") "\"");
    to = text_at(to, f->span ? "span" : outcome_name(f->outcome));
    to = text_at(to, "\"" KEY(",", "severity"));
    to = whole_at(to, finding_severity(f));
    to = text_at(to, KEY(",", "points"));
    to = whole_at(to, f->rule->points);
    to = text_at(to, KEY(",", "ledger"));
    to = tally_at(to, finding_tally(f));
    if (f->waiver)
        to = text_at(to, f->waiver->lapsed ? KEY(",", "waiver") "\"lapsed\""
                                           : KEY(",", "waiver") "\"holds\"");
    to = text_at(to, KEY(",", "message"));
    to = json_quote_at(to, buf_text(reason), reason->len);
    *to++ = '}';
    return to;
}

static void put_finding(struct drawing *d, const struct finding *f)
{
    finding_put_reason(&d->text, f, d->a->profile->currency);
    size_t escaped = d->text.len + strlen(f->rule->id);
    char *to = buf_room(d->json->out, FINDING_BYTES + ESCAPE_BYTES * escaped);

    if (to)
        buf_end(d->json->out, finding_at(to, f, &d->text));
    buf_reset(&d->text);
}

static void put_findings(struct drawing *d)
{
    bool first = true;

    json_open(d->json, "findings", '[');
    for (size_t i = 0; i < d->a->pack->rule_count; i++) {
        if (!assessment_says(d->a, &d->a->findings[i]))
            continue;
        buf_puts(d->json->out, first ? "" : ",");
        put_finding(d, &d->a->findings[i]);
        first = false;
    }
    json_close(d->json, ']');
}

/* What stands in an assessment too, in the same words; the rest is shorter. */
static void put_short(struct drawing *d, bool findings)
{
    const struct assessment *a = d->a;

    json_score(d->json, &a->score);
    drawing_put_verdict(d, &a->verdict, false);
    drawing_put_second_scores(d);
    put_themes(d);
    if (a->pack->classify.class_count > 0)
        json_text(d->json, "class", a->pack->classify.classes[a->class.class_number].id);
    if (findings)
        put_findings(d);
}

static struct json start_company(struct buf *out, const char *name, const struct pack *pack,
                                 const struct profile *profile, enum json_detail detail)
{
    struct json json = open_line(out, "company");

    json_text(&json, "name", name);
    json_text(&json, "pack", pack->name);
    if (detail == DETAIL_FULL) {
        json_profile(&json, profile);
        return json;
    }
    json_text(&json, "profile_sha256", profile->hash);
    json_text(&json, "company", profile->name);
    json_date(&json, "as_of", profile->has_as_of, profile->as_of);
    return json;
}

void json_company_start(struct buf *out, const char *name, const struct pack *pack,
                        const struct profile *profile, enum json_detail detail)
{
    start_company(out, name, pack, profile, detail);
}

void json_company_line(struct buf *out, const char *name, const struct assessment *a,
                       enum json_detail detail, const struct json_pieces *pieces,
                       struct arena *arena)
{
    struct json json = start_company(out, name, a->pack, a->profile, detail);
    struct drawing d = {&json, a, BUF_INIT, pieces};

    if (detail == DETAIL_FULL)
        drawing_put_assessment(&d, arena);
    else
        put_short(&d, detail == DETAIL_FINDINGS);
    buf_release(&d.text);
    close_line(&json);
}

void json_error_line(struct buf *out, const char *name, const struct faults *faults,
                     const struct error *err)
{
    struct json json = open_line(out, "error");

    json_text(&json, "name", name);
    json_faults(&json, faults, err);
    close_line(&json);
}

static void put_counts_line(struct buf *out, const char *record,
                            const struct json_counts *counts)
{
    struct json json = open_line(out, record);

    json_whole(&json, "companies", counts->companies);
    json_whole(&json, "assessed", counts->assessed);
    json_whole(&json, "unreadable", counts->unreadable);
    json_whole(&json, "lost", counts->lost);
    json_whole(&json, "conditions_met", counts->conditions);
    json_whole(&json, "passed_over", counts->passed.count);
    json_text(&json, "first_passed_over", counts->passed.first);
    close_line(&json);
}

void json_summary_line(struct buf *out, const struct json_counts *counts)
{
    put_counts_line(out, "summary", counts);
}

void json_stopped_line(struct buf *out, const struct json_counts *counts)
{
    put_counts_line(out, "stopped", counts);
}
