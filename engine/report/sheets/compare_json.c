/* SPDX-License-Identifier: MIT */
#include "report/json/json.h"
#include "report/sheets/compare.h"

/* The scratch text as a value (null where there is none), and away with it. */
static void put_scratch(struct json *json, const char *key, struct buf *text)
{
    json_text(json, key, text->len > 0 ? buf_text(text) : NULL);
    buf_reset(text);
}

static void put_themes(struct json *json, const struct assessment *a)
{
    json_open(json, "themes", '[');
    for (size_t i = 0; i < a->pack->theme_count; i++) {
        const struct theme *theme = &a->pack->themes[i];
        if (theme->score == SCORE_NONE || theme_is_off(a->pack, i) ||
            (theme->score == SCORE_FIT && !a->has_fit))
            continue;
        struct score score = tally_score(a->themes[i]);
        json_open(json, NULL, '{');
        json_text(json, "id", theme->id);
        json_score(json, &score);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_amount(struct json *json, const char *key, const struct amount *amount)
{
    if (!amount->known) {
        json_none(json, key);
        return;
    }
    json_open(json, key, '{');
    json_decimal(json, "low", amount->lo);
    json_decimal(json, "high", amount->hi);
    json_close(json, '}');
}

static void put_year(struct json *json, const struct compare_report *report, size_t company,
                     struct buf *text)
{
    const struct year *year = &report->comparison->years[company];
    const struct profile *profile = report->comparison->list[company].profile;

    json_open(json, "year", '{');
    json_text(json, "currency", *profile->currency ? profile->currency : NULL);
    put_amount(json, "first_year_cost", &year->cost);
    put_amount(json, "median_reward", &year->reward);
    put_amount(json, "median_less_cost", &year->remainder);
    json_open(json, "not_known", '[');
    for (size_t i = 0; i < year->missing_count; i++)
        json_text(json, NULL, profile->schema->facts[year->missing[i]].name);
    json_close(json, ']');
    compare_put_currency(text, report->job, report->comparison, company);
    put_scratch(json, "note", text);
    json_close(json, '}');
}

static void put_companies(struct json *json, const struct compare_report *report,
                          struct buf *text)
{
    json_open(json, "companies", '[');
    for (size_t i = 0; i < report->comparison->count; i++) {
        const struct assessment *a = &report->comparison->list[i];
        json_open(json, NULL, '{');
        json_profile(json, a->profile);
        json_score(json, &a->score);
        report_put_verdict(text, a->pack, &a->verdict);
        put_scratch(json, "verdict", text);
        put_themes(json, a);
        if (report->job)
            put_year(json, report, i, text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_facts(struct json *json, const struct comparison *c, struct buf *text)
{
    json_open(json, "facts", '[');
    for (size_t i = 0; i < c->fact_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "fact", c->list[0].profile->schema->facts[c->facts[i]].name);
        json_bool(json, "read_for_score", i < c->read_count);
        json_open(json, "values", '[');
        for (size_t k = 0; k < c->count; k++) {
            if (!compare_is_silent(&c->list[k].profile->facts[c->facts[i]]))
                compare_put_fact(text, c->list[k].profile, c->facts[i]);
            put_scratch(json, NULL, text);
        }
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
    json_whole(json, "facts_same", (int64_t)c->facts_same);
    json_whole(json, "facts_known_of_none", (int64_t)c->facts_absent);
}

static void put_findings(struct json *json, const struct comparison *c, struct buf *text)
{
    json_open(json, "findings", '[');
    for (size_t i = 0; i < c->rule_count; i++) {
        const struct rule *rule = &c->list[0].pack->rules[c->rules[i]];
        json_open(json, NULL, '{');
        json_text(json, "rule", rule->id);
        json_text(json, "title", rule->title);
        json_open(json, "outcomes", '[');
        for (size_t k = 0; k < c->count; k++) {
            const struct finding *f = &c->list[k].findings[c->rules[i]];
            if (assessment_says(&c->list[k], f))
                compare_put_outcome(text, f);
            put_scratch(json, NULL, text);
        }
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
    json_whole(json, "findings_same", (int64_t)c->rules_same);
}

/* Companies by their numbers in the list, from 0; "above" is the one that is above. */
static void put_pairs(struct json *json, const struct comparison *c)
{
    json_open(json, "pairs", '[');
    for (size_t i = 0; i < c->count; i++) {
        for (size_t k = i + 1; k < c->count; k++) {
            const struct score *a = &c->list[i].score, *b = &c->list[k].score;
            bool close = compare_is_close(a, b);
            json_open(json, NULL, '{');
            json_whole(json, "a", (int64_t)i);
            json_whole(json, "b", (int64_t)k);
            json_bool(json, "too_close_to_call", close);
            if (close)
                json_none(json, "above");
            else
                json_whole(json, "above", (int64_t)(a->low > b->high ? i : k));
            json_close(json, '}');
        }
    }
    json_close(json, ']');
}

static void put_job(struct json *json, const struct job *job)
{
    if (!job) {
        json_none(json, "job");
        return;
    }
    json_open(json, "job", '{');
    json_text(json, "currency", job->currency);
    json_decimal(json, "wage_hour", job->wage);
    json_decimal(json, "hours_month", job->hours);
    json_decimal(json, "pay_month", job->month);
    json_decimal(json, "pay_year", job->year);
    json_close(json, '}');
}

void compare_json(struct json *json, const struct compare_report *report)
{
    const struct comparison *c = report->comparison;
    struct buf text = BUF_INIT;

    json_open_result(json, "compare", c->list[0].pack, report->context);
    put_companies(json, report, &text);
    put_job(json, report->job);
    put_facts(json, c, &text);
    put_findings(json, c, &text);
    put_pairs(json, c);
    json_text(json, "note", report_disclaimer);
    json_close(json, '}');
    buf_release(&text);
}
