/* SPDX-License-Identifier: MIT */
#include "report/json/json_drawing.h"

void json_date(struct json *json, const char *key, bool known, date day)
{
    struct buf text = BUF_INIT;

    if (known)
        date_put(&text, day);
    json_text(json, key, known ? buf_text(&text) : NULL);
    buf_release(&text);
}

/* --- scores --- */

void json_score(struct json *json, const struct score *score)
{
    if (score->has_score)
        json_thousandths(json, "score", score->score);
    else
        json_none(json, "score");
    json_thousandths(json, "low", score->low);
    json_thousandths(json, "high", score->high);
    json_thousandths(json, "coverage", score->coverage);
}

static void put_tally(struct json *json, const struct tally *tally)
{
    json_whole(json, "applicable", tally->applicable);
    json_whole(json, "possible", tally->possible);
    json_whole(json, "low", tally->low);
    json_whole(json, "earned", tally->earned);
    json_whole(json, "high", tally->high);
}

void drawing_put_verdict(struct drawing *d, const struct verdict *v, bool lift_waived)
{
    const struct pack *pack = d->a->pack;

    json_open(d->json, "verdict", '{');
    json_text(d->json, "kind", verdict_kind_name(v->kind));
    json_text(d->json, "band", band_name(pack, v->now));
    json_text(d->json, "worst", band_name(pack, v->worst));
    json_text(d->json, "best", band_name(pack, v->best));
    json_bool(d->json, "capped", v->capped);
    json_open(d->json, "criticals", '[');
    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct finding *f = &d->a->findings[i];
        bool lifted = lift_waived && finding_is_waived(f);
        if (finding_severity(f) == 3 && !lifted &&
            pack->themes[f->rule->theme].score == SCORE_COMPANY)
            json_text(d->json, NULL, f->rule->id);
    }
    json_close(d->json, ']');
    report_put_verdict(&d->text, pack, v);
    drawing_put_scratch(d, "text");
    json_close(d->json, '}');
}

static void put_themes(struct drawing *d)
{
    json_open(d->json, "themes", '[');
    for (size_t i = 0; i < d->a->pack->theme_count; i++) {
        const struct theme *theme = &d->a->pack->themes[i];
        struct score score = tally_score(d->a->themes[i]);
        if (theme->score == SCORE_NONE || (theme->score == SCORE_FIT && !d->a->has_fit))
            continue;
        json_open(d->json, NULL, '{');
        json_text(d->json, "id", theme->id);
        json_text(d->json, "title", theme->title);
        json_text(d->json, "of", theme->score == SCORE_FIT ? "fit" : "company");
        json_bool(d->json, "headline", theme->headline);
        json_score(d->json, &score);
        json_close(d->json, '}');
    }
    json_close(d->json, ']');
}

static void put_ledger(struct drawing *d)
{
    json_open(d->json, "ledger", '{');
    json_text(d->json, "unit", "thousandths of points");
    json_open(d->json, "rows", '[');
    for (size_t i = 0; i < d->a->pack->rule_count; i++) {
        const struct finding *f = &d->a->findings[i];
        struct tally tally = finding_tally(f);
        if (d->a->pack->themes[f->rule->theme].score != SCORE_COMPANY || f->rule->off)
            continue;
        json_open(d->json, NULL, '{');
        json_text(d->json, "rule", f->rule->id);
        put_tally(d->json, &tally);
        json_close(d->json, '}');
    }
    json_close(d->json, ']');
    json_open(d->json, "total", '{');
    put_tally(d->json, &d->a->tally);
    json_close(d->json, '}');
    json_close(d->json, '}');
}

/* --- class, confidence, the whole --- */

static void put_axis(struct drawing *d, size_t number)
{
    const struct axis *axis = &d->a->pack->classify.axes[number];
    const struct axis_result *result = &d->a->class.axes[number];

    json_open(d->json, NULL, '{');
    json_text(d->json, "id", axis->id);
    json_text(d->json, "title", axis->title);
    json_whole(d->json, "weight", axis->weight);
    json_bool(d->json, "known", result->known);
    json_whole(d->json, "vote", result->vote);
    drawing_put_fact_names(d, "reads", result->reads, result->read_count);
    json_names(d->json, "cites", axis->cites);
    json_close(d->json, '}');
}

static void put_label(struct drawing *d)
{
    static const char *const fits[] = {NULL, "fits", "differs"};
    const struct classification *class = &d->a->class;

    if (!class->label) {
        json_none(d->json, "label");
        return;
    }
    json_open(d->json, "label", '{');
    json_text(d->json, "own", class->label->name);
    json_text(d->json, "by_article_a", fits[class->by_a]);
    json_text(d->json, "by_article_b", fits[class->by_b]);
    json_text(d->json, "by_regulators", fits[class->by_regulator]);
    json_close(d->json, '}');
}

static void put_class(struct drawing *d)
{
    const struct classification_def *def = &d->a->pack->classify;
    const struct classification *class = &d->a->class;

    if (def->class_count == 0) {
        json_none(d->json, "classification");
        return;
    }
    const struct class_def *own = &def->classes[class->class_number];
    json_open(d->json, "classification", '{');
    json_text(d->json, "class", own->id);
    json_text(d->json, "title", own->title);
    json_text(d->json, "article_a", own->by_a);
    json_text(d->json, "article_b", own->by_b);
    json_text(d->json, "regulators", own->by_regulator);
    json_text(d->json, "row", class->row >= 0 ? def->rows[class->row].why : NULL);
    drawing_put_fact_names(d, "row_reads", class->row_reads, class->row_read_count);
    json_whole(d->json, "sum", class->sum);
    json_open(d->json, "axes", '[');
    for (size_t i = 0; i < def->axis_count; i++)
        put_axis(d, i);
    json_close(d->json, ']');
    json_text(d->json, "broken", class->broken);
    put_label(d);
    json_close(d->json, '}');
}

static void put_confidence(struct drawing *d)
{
    const struct confidence *c = &d->a->confidence;

    json_open(d->json, "confidence", '{');
    json_thousandths(d->json, "coverage", d->a->score.coverage);
    json_whole(d->json, "facts_read", (int64_t)c->facts_read);
    json_open(d->json, "by_kind", '{');
    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++)
        json_whole(d->json, kind ? source_kind_name((enum source_kind)kind) : "unstated",
                   (int64_t)c->by_kind[kind]);
    json_close(d->json, '}');
    json_date(d->json, "oldest_seen", c->has_oldest, c->oldest);
    json_text(d->json, "oldest_fact",
              c->has_oldest ? d->a->pack->schema.facts[c->oldest_fact].name : NULL);
    json_close(d->json, '}');
}

void json_pack_keys(struct json *json, const struct pack *pack,
                    const struct report_context *context)
{
    json_text(json, "name", pack->name);
    json_text(json, "version", pack->version);
    json_text(json, "sha256", pack->hash);
    json_open(json, "parts", '[');
    for (size_t i = 0; i < pack->part_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", pack->parts[i].name);
        json_text(json, "version", pack->parts[i].version);
        json_text(json, "sha256", pack->parts[i].hash);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_whole(json, "points", pack_points(pack, SCORE_COMPANY));
    json_text(json, "points_file", context->points_file);
    json_text(json, "points_sha256", context->points_file ? context->points_hash : NULL);
    json_text(json, "only", context->only);
    json_text(json, "skip", context->skip);
}

void json_limits(struct json *json, const struct report_context *context)
{
    json_open(json, "limits", '{');
    for (size_t i = 0; i < context->limit_count; i++)
        json_whole(json, context->limits[i].name, context->limits[i].value);
    json_close(json, '}');
}

/* The keys that every result carries. */
static void put_run(struct json *json, const struct pack *pack,
                    const struct report_context *context)
{
    json_text(json, "plumbline", context->version);
    json_whole(json, "schema", JSON_SCHEMA_VERSION);
    json_open(json, "pack", '{');
    json_pack_keys(json, pack, context);
    json_close(json, '}');
    json_limits(json, context);
}

void json_open_plain(struct json *json, const char *command, const char *version)
{
    json_open(json, NULL, '{');
    json_text(json, "command", command);
    json_text(json, "plumbline", version);
    json_whole(json, "schema", JSON_SCHEMA_VERSION);
}

void json_open_result(struct json *json, const char *command, const struct pack *pack,
                      const struct report_context *context)
{
    json_open(json, NULL, '{');
    json_text(json, "command", command);
    put_run(json, pack, context);
}

/* What was read, and by which day it is judged. */
void json_profile(struct json *json, const struct profile *p)
{
    json_text(json, "file", p->file);
    json_text(json, "profile_sha256", p->hash);
    json_text(json, "company", p->name);
    json_text(json, "currency", *p->currency ? p->currency : NULL);
    json_date(json, "as_of", p->has_as_of, p->as_of);
    json_text(json, "as_of_from", !p->has_as_of ? NULL : p->as_of_given ? "option" : "profile");
}

void drawing_put_second_scores(struct drawing *d)
{
    if (d->a->waived > 0) {
        json_open(d->json, "without_waived", '{');
        json_score(d->json, &d->a->without);
        drawing_put_verdict(d, &d->a->without_verdict, true);
        json_close(d->json, '}');
    } else {
        json_none(d->json, "without_waived");
    }
    if (d->a->has_fit) {
        json_open(d->json, "fit", '{');
        json_score(d->json, &d->a->fit);
        json_close(d->json, '}');
    } else {
        json_none(d->json, "fit");
    }
}

void drawing_put_assessment(struct drawing *d, struct arena *arena)
{
    const struct assessment *a = d->a;
    const struct finding *integrity = report_integrity(a);

    json_score(d->json, &a->score);
    drawing_put_verdict(d, &a->verdict, false);
    drawing_put_second_scores(d);
    put_themes(d);
    put_class(d);
    put_confidence(d);
    json_text(d->json, "integrity", integrity ? outcome_name(integrity->outcome) : NULL);
    drawing_put_figures(d);
    drawing_put_findings(d);
    drawing_put_questions(d, arena);
    drawing_put_waivers(d);
    drawing_put_facts(d);
    drawing_put_sources(d);
    drawing_put_rates(d);
    put_ledger(d);
    json_text(d->json, "note", report_disclaimer);
}

void json_assessment_keys(struct json *json, const struct assessment *a, struct arena *arena)
{
    struct drawing d = {json, a, BUF_INIT, NULL};

    drawing_put_assessment(&d, arena);
    buf_release(&d.text);
}

void json_assessment(struct json *json, const struct assessment *a,
                     const struct report_context *context, struct arena *arena)
{
    json_open(json, NULL, '{');
    put_run(json, a->pack, context);
    json_profile(json, a->profile);
    json_assessment_keys(json, a, arena);
    json_close(json, '}');
}

void json_faults(struct json *json, const struct faults *faults, const struct error *err)
{
    json_open(json, "errors", '[');
    if (err->message[0]) {
        json_open(json, NULL, '{');
        json_whole(json, "line", 0);
        json_whole(json, "column", 0);
        json_text(json, "message", err->message);
        json_close(json, '}');
    }
    for (size_t i = 0; i < faults->count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "line", faults->list[i].line);
        json_whole(json, "column", faults->list[i].column);
        json_text(json, "message", faults->list[i].message);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_whole(json, "more", (int64_t)faults->more);
}

void json_unreadable(struct json *json, const struct pack *pack, const char *file,
                     const struct faults *faults, const struct error *err,
                     const struct report_context *context)
{
    json_open(json, NULL, '{');
    put_run(json, pack, context);
    json_text(json, "file", file);
    json_faults(json, faults, err);
    json_close(json, '}');
}
