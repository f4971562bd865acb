/* SPDX-License-Identifier: MIT */
#include "report/sheets/whatif.h"
#include "report/json/json.h"
#include "report/sentences.h"

/* --- one line each --- */

/* The vocabulary is that of all packs, of which this one may know a part. */
void whatif_put_value(struct buf *out, const struct profile *profile, int fact)
{
    const struct fact *f = &profile->facts[fact];

    value_put(out, &profile->schema->facts[fact],
              f->count > 0 ? &f->statements[0].value : &f->value);
}

void whatif_put_fact(struct buf *out, const struct whatif *w, int fact)
{
    buf_printf(out, "%s: ", w->before.profile->schema->facts[fact].name);
    whatif_put_value(out, w->before.profile, fact);
    buf_puts(out, " -> ");
    whatif_put_value(out, w->after.profile, fact);
    buf_putc(out, '\n');
}

/* As in the report: down, but for the upper end. */
void whatif_put_range(struct buf *out, const struct score *score)
{
    if (score->has_score)
        buf_printf(out, "%d", text_down(score->score));
    else
        buf_putc(out, '-');
    if (score->low != score->high)
        buf_printf(out, " (%d-%d)", text_down(score->low), text_up(score->high));
}

void whatif_put_score(struct buf *out, const struct whatif *w)
{
    buf_puts(out, "score: ");
    whatif_put_range(out, &w->before.score);
    buf_puts(out, " -> ");
    whatif_put_range(out, &w->after.score);
    buf_putc(out, '\n');
}

/* --- text --- */

static void put_outcome(struct buf *out, const struct finding *f)
{
    if (f->span)
        buf_printf(out, "%s to %s", outcome_name(f->worst.outcome),
                   outcome_name(f->best.outcome));
    else
        buf_puts(out, outcome_name(f->outcome));
}

/* "1.25 of 4.5", of the score's 100; "-" where nothing is earned or lost yet. */
static void put_points(struct buf *out, const struct assessment *a, const struct finding *f,
                       const struct tally *tally)
{
    if (tally->possible == 0) {
        buf_putc(out, '-');
        return;
    }
    sentence_of_100(out, a, f, tally->earned);
    buf_puts(out, " of ");
    sentence_of_100(out, a, f, tally->possible);
}

static void put_shift(struct buf *out, const struct whatif *w, const struct shift *shift)
{
    const struct rule *rule = shift->after->rule;
    enum score_kind kind = w->after.pack->themes[rule->theme].score;

    buf_printf(out, "%-6s ", rule->id);
    put_outcome(out, shift->before);
    buf_puts(out, " -> ");
    put_outcome(out, shift->after);
    if (kind != SCORE_NONE) {
        buf_puts(out, ", points ");
        put_points(out, &w->before, shift->before, &shift->was);
        buf_puts(out, " -> ");
        put_points(out, &w->after, shift->after, &shift->is);
    }
    buf_printf(out, "%s\n       %s\n", kind == SCORE_FIT ? " (of personal fit)" : "",
               rule->title);
}

/* " +5.5": what has come, of the 100 of the score as it is now. Before, other tests may have
 * applied, and a point was another share. */
static void put_change(struct buf *out, const struct whatif *w, int64_t was, int64_t is)
{
    int64_t then = w->before.tally.applicable, now = w->after.tally.applicable;
    int64_t change = then == now || then == 0 ? is - was : is - was * now / then;

    buf_puts(out, change > 0 ? " +" : change < 0 ? " -" : " ");
    sentence_points_of_100(out, &w->after, SCORE_COMPANY, change < 0 ? -change : change);
}

static void put_sums(struct buf *out, const struct whatif *w)
{
    struct tally was = {0}, is = {0};

    for (size_t i = 0; i < w->shift_count; i++) {
        const struct shift *shift = &w->shifts[i];
        was.earned += shift->counts ? shift->was.earned : 0;
        was.possible += shift->counts ? shift->was.possible : 0;
        is.earned += shift->counts ? shift->is.earned : 0;
        is.possible += shift->counts ? shift->is.possible : 0;
    }
    buf_puts(out, "together, in points of 100: earned");
    put_change(out, w, was.earned, is.earned);
    buf_puts(out, ", decided");
    put_change(out, w, was.possible, is.possible);
    buf_putc(out, '\n');
}

void whatif_put_head(struct buf *out, const struct whatif *w, const int *facts,
                     size_t fact_count)
{
    buf_printf(out, "%s, pack %s\n", w->before.profile->name, w->before.pack->name);
    for (size_t i = 0; i < fact_count; i++)
        whatif_put_fact(out, w, facts[i]);
    buf_putc(out, '\n');
}

void whatif_text(struct buf *out, const struct whatif *w, const int *facts, size_t fact_count)
{
    whatif_put_head(out, w, facts, fact_count);
    whatif_put_score(out, w);
    buf_printf(out, "known: %d %% -> %d %%\n", w->before.score.coverage / 1000,
               w->after.score.coverage / 1000);
    buf_puts(out, "verdict: ");
    report_put_verdict(out, w->before.pack, &w->before.verdict);
    buf_puts(out, "\n      -> ");
    report_put_verdict(out, w->after.pack, &w->after.verdict);
    buf_puts(out, "\n\n");
    for (size_t i = 0; i < w->shift_count; i++)
        put_shift(out, w, &w->shifts[i]);
    if (w->shift_count > 0)
        put_sums(out, w);
    else
        buf_puts(out, "no finding changes\n");
}

/* --- JSON --- */

/* The text as a value, and away with it. */
static void put_scratch(struct json *json, const char *key, struct buf *text)
{
    json_text(json, key, buf_text(text));
    buf_reset(text);
}

void whatif_json_side(struct json *json, const char *key, const struct pack *pack,
                      const struct score *score, const struct verdict *verdict)
{
    struct buf text = BUF_INIT;

    json_open(json, key, '{');
    json_score(json, score);
    json_open(json, "verdict", '{');
    json_text(json, "kind", verdict_kind_name(verdict->kind));
    json_text(json, "band", band_name(pack, verdict->now));
    json_text(json, "worst", band_name(pack, verdict->worst));
    json_text(json, "best", band_name(pack, verdict->best));
    report_put_verdict(&text, pack, verdict);
    put_scratch(json, "text", &text);
    json_close(json, '}');
    json_close(json, '}');
    buf_release(&text);
}

static void put_side(struct json *json, const char *key, const struct assessment *a)
{
    whatif_json_side(json, key, a->pack, &a->score, &a->verdict);
}

static void put_changes(struct json *json, const struct whatif *w, const int *facts,
                        size_t fact_count, struct buf *text)
{
    json_open(json, "changes", '[');
    for (size_t i = 0; i < fact_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "fact", w->before.profile->schema->facts[facts[i]].name);
        whatif_put_value(text, w->before.profile, facts[i]);
        put_scratch(json, "before", text);
        whatif_put_value(text, w->after.profile, facts[i]);
        put_scratch(json, "after", text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_finding(struct json *json, const char *key, const struct finding *f,
                        const struct tally *tally)
{
    json_open(json, key, '{');
    json_text(json, "outcome", f->span ? "span" : outcome_name(f->outcome));
    json_text(json, "worst", finding_is_decided(f) ? outcome_name(f->worst.outcome) : NULL);
    json_text(json, "best", finding_is_decided(f) ? outcome_name(f->best.outcome) : NULL);
    json_thousandths(json, "earned", tally->earned);
    json_thousandths(json, "possible", tally->possible);
    json_close(json, '}');
}

static void put_shifts(struct json *json, const struct whatif *w)
{
    json_open(json, "findings", '[');
    for (size_t i = 0; i < w->shift_count; i++) {
        const struct shift *shift = &w->shifts[i];
        json_open(json, NULL, '{');
        json_text(json, "rule", shift->after->rule->id);
        json_text(json, "title", shift->after->rule->title);
        json_text(json, "theme", w->after.pack->themes[shift->after->rule->theme].id);
        json_bool(json, "counts", shift->counts);
        put_finding(json, "before", shift->before, &shift->was);
        put_finding(json, "after", shift->after, &shift->is);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void whatif_json_head(struct json *json, const struct whatif *w, const int *facts,
                      size_t fact_count, const struct report_context *context)
{
    struct buf text = BUF_INIT;

    json_open_result(json, "whatif", w->before.pack, context);
    json_profile(json, w->before.profile);
    put_changes(json, w, facts, fact_count, &text);
    buf_release(&text);
}

void whatif_json(struct json *json, const struct whatif *w, const int *facts, size_t fact_count,
                 const struct report_context *context)
{
    whatif_json_head(json, w, facts, fact_count, context);
    put_side(json, "before", &w->before);
    put_side(json, "after", &w->after);
    json_thousandths(json, "earned_change", w->earned);
    json_thousandths(json, "possible_change", w->possible);
    put_shifts(json, w);
    json_close(json, '}');
}
