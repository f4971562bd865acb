/* SPDX-License-Identifier: MIT
 *
 * The past as JSON: the names are those of an audit's records where both say the same.
 */
#include <string.h>

#include "report/sheets/history_words.h"

static const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

static void put_pack(struct json *json, const char *key, const struct past_pack *pack)
{
    json_open(json, key, '{');
    json_text(json, "name", pack->name);
    json_text(json, "version", pack->version);
    json_text(json, "sha256", pack->hash);
    json_text(json, "points_sha256", or_null(pack->points_hash));
    json_text(json, "only", or_null(pack->only));
    json_text(json, "skip", or_null(pack->skip));
    json_close(json, '}');
}

static void open_result(struct json *json, const char *version)
{
    json_open(json, NULL, '{');
    json_text(json, "command", "history");
    json_text(json, "plumbline", version);
    json_whole(json, "schema", JSON_SCHEMA_VERSION);
}

/* --- runs --- */

/* "steps=20 bytes=30" as a list: other versions have other limits. */
static void put_limits(struct json *json, const char *limits)
{
    struct text rest = text_of(limits), part, name;
    decimal value;
    char key[64];

    json_open(json, "limits", '[');
    while (text_next_word(&rest, &part)) {
        if (!text_next_part(&part, '=', &name) || name.len >= sizeof key ||
            decimal_parse(part, &value) != DECIMAL_OK)
            continue;
        memcpy(key, name.at, name.len);
        key[name.len] = '\0';
        json_open(json, NULL, '{');
        json_text(json, "name", key);
        json_whole(json, "value", value / DECIMAL_ONE);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_counts(struct json *json, const struct json_counts *counts)
{
    json_whole(json, "companies", counts->companies);
    json_whole(json, "assessed", counts->assessed);
    json_whole(json, "unreadable", counts->unreadable);
    json_whole(json, "lost", counts->lost);
    json_whole(json, "conditions_met", counts->conditions);
}

static void put_run(struct json *json, const struct past_run *run)
{
    json_whole(json, "run", run->number);
    json_text(json, "version", run->program);
    json_text(json, "as_of", or_null(run->as_of));
    json_text(json, "state", run->state);
    json_text(json, "detail", run->detail);
    json_text(json, "input", run->inputs);
    json_text(json, "options", run->options);
    put_limits(json, run->limits);
    put_counts(json, &run->counts);
}

static void put_which(struct json *json, const struct past_run *run)
{
    json_whole(json, "run", run->number);
    json_text(json, "as_of", or_null(run->as_of));
    json_text(json, "state", run->state);
}

void history_runs_json(struct json *json, const char *version, const struct past_runs *runs)
{
    open_result(json, version);
    json_open(json, "runs", '[');
    for (size_t i = 0; i < runs->count; i++) {
        const struct past_run *run = &runs->list[i];
        json_open(json, NULL, '{');
        put_run(json, run);
        json_open(json, "packs", '[');
        for (size_t k = 0; k < run->pack_count; k++)
            put_pack(json, NULL, run->packs[k]);
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

/* --- one company --- */

static void put_finding(struct json *json, const char *key, const struct past_finding *f)
{
    if (!*f->outcome) {
        json_none(json, key);
        return;
    }
    json_open(json, key, '{');
    json_text(json, "outcome", f->span ? "span" : f->outcome);
    json_whole(json, "severity", f->severity);
    json_bool(json, "waived", f->waived);
    json_ledger(json, f->tally);
    json_close(json, '}');
}

static void put_changes(struct json *json, const struct past_result *r)
{
    const struct past_run *run = r->run, *before = r->before->run;

    json_open(json, "since", '{');
    json_whole(json, "run", before->number);
    json_bool(json, "profile_changed", strcmp(r->profile_hash, r->before->profile_hash) != 0);
    json_bool(json, "pack_changed", history_other_files(r->pack, r->before->pack));
    json_bool(json, "points_changed", history_other_points(r->pack, r->before->pack));
    json_bool(json, "selection_changed", history_other_selection(r->pack, r->before->pack));
    json_bool(json, "as_of_changed", strcmp(run->as_of, before->as_of) != 0);
    json_bool(json, "limits_changed", strcmp(run->limits, before->limits) != 0);
    json_bool(json, "program_changed", strcmp(run->program, before->program) != 0);
    json_open(json, "changes", '[');
    for (size_t i = 0; i < r->change_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "rule", r->changes[i].now.rule);
        json_text(json, "title", r->changes[i].now.title);
        put_finding(json, "was", &r->changes[i].was);
        put_finding(json, "now", &r->changes[i].now);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_assessed(struct json *json, const struct past_result *r)
{
    json_text(json, "company", r->company);
    put_pack(json, "pack", r->pack);
    json_text(json, "profile_sha256", r->profile_hash);
    json_score(json, &r->score);
    json_open(json, "verdict", '{');
    json_text(json, "kind", verdict_kind_name(r->verdict));
    json_text(json, "band", r->band);
    json_text(json, "worst", r->worst);
    json_text(json, "best", r->best);
    json_close(json, '}');
    json_whole(json, "waived", r->waived);
    json_whole(json, "broken", r->broken);
    if (r->before)
        put_changes(json, r);
    else
        json_none(json, "since");
}

void history_company_json(struct json *json, const char *version,
                          const struct past_company *company)
{
    open_result(json, version);
    json_text(json, "company", company->name);
    json_open(json, "results", '[');
    for (size_t i = 0; i < company->count; i++) {
        const struct past_result *r = &company->list[i];
        json_open(json, NULL, '{');
        put_which(json, r->run);
        json_text(json, "name", r->name);
        if (r->error) {
            json_text(json, "error", r->error);
            json_text(json, "notes", r->notes);
        } else {
            put_assessed(json, r);
        }
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

/* --- many companies --- */

static void put_score(struct json *json, const char *key, const struct past_standing *s,
                      int64_t score)
{
    if (s->scored > 0)
        json_thousandths(json, key, score);
    else
        json_none(json, key);
}

static void put_standing(struct json *json, const struct past_standing *s)
{
    put_pack(json, "pack", s->pack);
    json_whole(json, "companies", s->companies);
    json_whole(json, "scored", s->scored);
    put_score(json, "mean", s, s->mean);
    put_score(json, "median", s, s->median);
    json_open(json, "bands", '[');
    for (size_t i = 0; i < s->band_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "band", s->bands[i].name);
        json_whole(json, "companies", s->bands[i].companies);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_whole(json, "too_little", s->too_little);
}

void history_summary_json(struct json *json, const char *version,
                          const struct past_summary *summary)
{
    open_result(json, version);
    put_run(json, summary->run);
    json_open(json, "packs", '[');
    for (size_t i = 0; i < summary->standing_count; i++) {
        json_open(json, NULL, '{');
        put_standing(json, &summary->standings[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_open(json, "failures", '[');
    for (size_t i = 0; i < summary->failure_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", summary->failures[i].name);
        json_text(json, "error", summary->failures[i].error);
        json_text(json, "notes", summary->failures[i].notes);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_movers(struct json *json, const char *key, const struct past_mover *list,
                       size_t count)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "company", list[i].company);
        json_thousandths(json, "was", list[i].was);
        json_thousandths(json, "now", list[i].now);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_between(struct json *json, const struct past_trend *trend)
{
    if (!trend->first) {
        json_none(json, "between");
        return;
    }
    json_open(json, "between", '{');
    json_whole(json, "first_run", trend->first->number);
    json_whole(json, "last_run", trend->last->number);
    json_whole(json, "compared", trend->compared);
    json_whole(json, "better", trend->better);
    json_whole(json, "worse", trend->worse);
    json_whole(json, "left_out", trend->unclear);
    put_movers(json, "up", trend->up, trend->up_count);
    put_movers(json, "down", trend->down, trend->down_count);
    json_close(json, '}');
}

void history_trends_json(struct json *json, const char *version,
                         const struct past_trends *trends)
{
    open_result(json, version);
    json_open(json, "trends", '[');
    for (size_t i = 0; i < trends->count; i++) {
        const struct past_trend *trend = &trends->list[i];
        json_open(json, NULL, '{');
        json_text(json, "pack", trend->pack);
        json_open(json, "runs", '[');
        for (size_t k = 0; k < trend->count; k++) {
            json_open(json, NULL, '{');
            put_which(json, trend->list[k].run);
            put_standing(json, &trend->list[k]);
            json_close(json, '}');
        }
        json_close(json, ']');
        put_between(json, trend);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}
