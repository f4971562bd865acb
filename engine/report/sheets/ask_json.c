/* SPDX-License-Identifier: MIT */
#include "report/json/json.h"
#include "report/sheets/ask_words.h"

static void put_span(struct json *json, const char *key, struct ask_span span)
{
    json_open(json, key, '[');
    json_thousandths(json, NULL, span.from);
    json_thousandths(json, NULL, span.to);
    json_close(json, ']');
}

static void put_rules(struct json *json, const char *key, const struct rule *const *rules,
                      size_t count)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++)
        json_text(json, NULL, rules[i]->id);
    json_close(json, ']');
}

static void put_reach(struct json *json, const struct pack *pack, const struct ask_reach *reach)
{
    json_thousandths(json, "swing", reach->swing);
    json_bool(json, "caps", reach->gate);
    put_rules(json, "could_be_critical", reach->criticals, reach->critical_count);
    put_span(json, "low", reach->low);
    if (reach->has_score)
        put_span(json, "score", reach->score);
    else
        json_none(json, "score");
    put_span(json, "high", reach->high);
    json_text(json, "best", band_name(pack, reach->best_band));
    json_text(json, "worst", band_name(pack, reach->worst_band));
}

static void put_questions(struct json *json, const char *key, const struct ask_drawing *d,
                          const struct ask_questions *questions)
{
    const struct pack *pack = d->assessment->pack;

    json_open(json, key, '[');
    for (size_t i = 0; i < questions->count; i++) {
        const struct ask_question *q = &questions->list[i];
        const struct fact_def *def = &pack->schema.facts[q->fact];
        json_open(json, NULL, '{');
        json_text(json, "fact", def->name);
        json_text(json, "ask", def->ask);
        json_text(json, "find", def->find);
        json_text(json, "with", q->with == FACT_NONE ? NULL : pack->schema.facts[q->with].name);
        put_rules(json, "rules", q->rules, q->rule_count);
        put_reach(json, pack, &q->reach);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_pair(struct json *json, const struct ask_drawing *d)
{
    const struct pack *pack = d->assessment->pack;
    const struct ask_question *pair = &d->sheet->pair;

    if (pair->with == FACT_NONE) {
        json_none(json, "pair");
        return;
    }
    json_open(json, "pair", '{');
    json_text(json, "fact", pack->schema.facts[pair->fact].name);
    json_text(json, "with", pack->schema.facts[pair->with].name);
    put_rules(json, "rules", pair->rules, pair->rule_count);
    put_reach(json, pack, &pair->reach);
    json_close(json, '}');
}

static void put_now(struct json *json, const struct assessment *a)
{
    json_score(json, &a->score);
    json_text(json, "band", band_name(a->pack, a->verdict.now));
}

void ask_json(struct buf *out, const struct ask_drawing *d)
{
    struct json json = {.out = out};

    json_open_result(&json, "ask", d->assessment->pack, d->context);
    json_profile(&json, d->assessment->profile);
    put_now(&json, d->assessment);
    put_questions(&json, "questions", d, &d->sheet->company);
    put_questions(&json, "reader", d, &d->sheet->reader);
    put_pair(&json, d);
    json_text(&json, "note", report_disclaimer);
    json_close(&json, '}');
    buf_putc(out, '\n');
}
