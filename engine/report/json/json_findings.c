/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/ask/questions.h"
#include "report/json/json_drawing.h"

void drawing_put_scratch(struct drawing *d, const char *key)
{
    json_text(d->json, key, buf_text(&d->text));
    buf_reset(&d->text);
}

void json_names(struct json *json, const char *key, struct names names)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < names.count; i++)
        json_text(json, NULL, names.list[i]);
    json_close(json, ']');
}

/* --- facts --- */

static void put_statement(struct drawing *d, const struct fact_def *def,
                          const struct statement *s)
{
    json_open(d->json, NULL, '{');
    value_put(&d->text, def, &s->value);
    drawing_put_scratch(d, "value");
    json_text(d->json, "written", s->written);
    json_whole(d->json, "line", s->line);
    json_whole(d->json, "column", s->column);
    json_text(d->json, "source",
              s->source == SOURCE_NONE ? NULL : d->a->profile->sources[s->source].id);
    json_text(d->json, "locator", *s->locator ? s->locator : NULL);
    json_close(d->json, '}');
}

static void put_fact(struct drawing *d, int number)
{
    const struct fact_def *def = &d->a->pack->schema.facts[number];
    const struct fact *fact = &d->a->profile->facts[number];

    json_open(d->json, NULL, '{');
    json_text(d->json, "fact", def->name);
    json_text(d->json, "state", fact_state_name(fact->value.state));
    report_put_fact(&d->text, d->a, number);
    drawing_put_scratch(d, "value");
    json_bool(d->json, "conflict", fact->conflict);
    json_open(d->json, "statements", '[');
    for (size_t i = 0; i < fact->count; i++)
        put_statement(d, def, &fact->statements[i]);
    json_close(d->json, ']');
    json_close(d->json, '}');
}

/* All facts that the profile states, once, in the order of the vocabulary. */
void drawing_put_facts(struct drawing *d)
{
    json_open(d->json, "facts", '[');
    for (size_t i = 0; i < d->a->pack->schema.fact_count; i++)
        if (d->a->profile->facts[i].value.state != FACT_ABSENT)
            put_fact(d, (int)i);
    json_close(d->json, ']');
}

void drawing_put_fact_names(struct drawing *d, const char *key, const int *facts, size_t count)
{
    json_open(d->json, key, '[');
    for (size_t i = 0; i < count; i++)
        json_text(d->json, NULL, d->a->pack->schema.facts[facts[i]].name);
    json_close(d->json, ']');
}

void drawing_put_sources(struct drawing *d)
{
    json_open(d->json, "sources", '[');
    for (size_t i = 0; i < d->a->profile->source_count; i++) {
        const struct source *source = &d->a->profile->sources[i];
        json_open(d->json, NULL, '{');
        json_text(d->json, "id", source->id);
        json_text(d->json, "title", source->title);
        json_text(d->json, "url", source->url);
        json_text(d->json, "kind", source->kind ? source_kind_name(source->kind) : NULL);
        if (source->has_seen) {
            date_span_put(&d->text, source->seen);
            drawing_put_scratch(d, "seen");
        } else {
            json_none(d->json, "seen");
        }
        json_whole(d->json, "line", source->line);
        json_whole(d->json, "uses", (int64_t)source->uses);
        json_close(d->json, '}');
    }
    json_close(d->json, ']');
}

void drawing_put_rates(struct drawing *d)
{
    const struct profile *p = d->a->profile;

    json_open(d->json, "rates", '[');
    for (size_t i = 0; i < p->rate_count; i++) {
        const struct rate *rate = &p->rates[i];
        json_open(d->json, NULL, '{');
        json_text(d->json, "from", rate->from);
        json_text(d->json, "to", rate->to);
        decimal_put(&d->text, rate->rate, false);
        drawing_put_scratch(d, "rate");
        json_whole(d->json, "line", rate->line);
        json_text(d->json, "source",
                  rate->source == SOURCE_NONE ? NULL : p->sources[rate->source].id);
        json_close(d->json, '}');
    }
    json_close(d->json, ']');
}

/* --- findings --- */

static void put_ending(struct drawing *d, const char *key, const struct ending *end)
{
    json_open(d->json, key, '{');
    json_text(d->json, "outcome", outcome_name(end->outcome));
    json_thousandths(d->json, "credit", end->credit);
    if (end->message.format) {
        message_put(&d->text, &end->message, d->a->profile->currency);
        drawing_put_scratch(d, "message");
    } else { /* the end that an unknown test leaves open */
        json_none(d->json, "message");
    }
    json_close(d->json, '}');
}

/* Of one call of a test, not of two that found the same. */
static bool are_one(const struct ending *a, const struct ending *b)
{
    return a->outcome == b->outcome && a->credit == b->credit &&
           a->message.format == b->message.format && a->message.values == b->message.values;
}

/* Both ends of what was found; null where nothing is decided. */
static void put_endings(struct drawing *d, const struct finding *f)
{
    struct json *json = d->json;
    size_t at = json->out->len;

    if (!finding_is_decided(f)) {
        json_none(json, "worst");
        json_none(json, "best");
        return;
    }
    put_ending(d, "worst", &f->worst);
    const char *worst = strchr(buf_text(json->out) + at, '{');
    if (worst && are_one(&f->worst, &f->best))
        json_again(json, "best", (size_t)(worst - json->out->at));
    else
        put_ending(d, "best", &f->best);
}

static void put_waiver(struct json *json, const char *key, const struct waiver *waiver)
{
    json_open(json, key, '{');
    json_text(json, "rule", waiver->rule);
    json_bool(json, "holds", !waiver->lapsed);
    json_text(json, "lapsed", waiver->lapsed);
    json_text(json, "reason", waiver->reason);
    json_text(json, "by", waiver->by);
    json_text(json, "until", waiver->until);
    json_whole(json, "line", waiver->line);
    json_close(json, '}');
}

static void put_finding(struct drawing *d, const struct finding *f)
{
    struct json *json = d->json;

    json_open(json, NULL, '{');
    drawing_put_front(d, f->rule);
    json_text(json, "outcome", f->span ? "span" : outcome_name(f->outcome));
    json_whole(json, "severity", finding_severity(f));
    finding_put_reason(&d->text, f, d->a->profile->currency);
    drawing_put_scratch(d, "message");
    put_endings(d, f);
    json_bool(json, "refused", f->refused);
    if (f->error_line > 0)
        json_whole(json, "error_line", f->error_line);
    else
        json_none(json, "error_line");
    json_text(json, "error_id", f->error_id);
    drawing_put_fact_names(d, "reads", f->reads, f->read_count);
    drawing_put_fact_names(d, "missing", f->missing, f->missing_count);
    drawing_put_back(d, f->rule);
    if (f->waiver)
        put_waiver(json, "waiver", f->waiver);
    else
        json_none(json, "waiver");
    json_close(json, '}');
}

void drawing_put_findings(struct drawing *d)
{
    json_open(d->json, "findings", '[');
    for (size_t i = 0; i < d->a->pack->rule_count; i++)
        if (assessment_says(d->a, &d->a->findings[i]))
            put_finding(d, &d->a->findings[i]);
    json_close(d->json, ']');
}

void drawing_put_questions(struct drawing *d, struct arena *arena)
{
    struct question *list;
    size_t count = questions(d->a, arena, &list);

    json_open(d->json, "questions", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(d->json, NULL, '{');
        json_text(d->json, "rule", list[i].rule->id);
        json_text(d->json, "ask", list[i].rule->ask);
        json_thousandths(d->json, "swing", list[i].swing);
        json_bool(d->json, "could_be_critical", list[i].gate);
        json_close(d->json, '}');
    }
    json_close(d->json, ']');
}

void drawing_put_waivers(struct drawing *d)
{
    json_open(d->json, "waivers", '[');
    for (size_t i = 0; i < d->a->profile->waiver_count; i++)
        put_waiver(d->json, NULL, &d->a->profile->waivers[i]);
    json_close(d->json, ']');
}
