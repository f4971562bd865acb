/* SPDX-License-Identifier: MIT
 *
 * Of the result, the class and the evidence; of findings and figures: sentences_findings.c.
 */
#include <string.h>

#include "report/sentences.h"

enum { NAMED = 8 }; /* rules named in one sentence */

/* --- the result --- */

void sentence_changes(struct buf *out, const struct pack *pack, const struct report_context *c)
{
    if (c->points_file)
        buf_printf(out, "points changed by %s #%.10s; ", c->points_file, c->points_hash);
    if (c->only)
        buf_printf(out, "only: %s; ", c->only);
    if (c->skip)
        buf_printf(out, "skip: %s; ", c->skip);
    if (c->points_file || c->only || c->skip)
        buf_printf(out, "the score is a share of %d points", pack_points(pack, SCORE_COMPANY));
}

void sentence_points(struct buf *out, const struct score *score)
{
    int coverage = text_down(score->coverage);

    if (score->low == score->high)
        buf_printf(out, "%d of 100, and no open answer can change it", text_down(score->low));
    else if (score->has_score)
        buf_printf(out,
                   "%d of 100 on what is known; between %d and %d whatever the open "
                   "answers are",
                   text_down(score->score), text_down(score->low), text_up(score->high));
    else
        buf_printf(out, "too little for a number; between %d and %d", text_down(score->low),
                   text_up(score->high));
    buf_printf(out, "; %d %% of the points are decided", coverage);
}

void sentence_without_waived(struct buf *out, const struct assessment *a)
{
    if (a->waived == 0)
        return;
    buf_printf(out, "with the waived tests left out (%zu, see below): ", a->waived);
    report_put_verdict(out, a->pack, &a->without_verdict);
    if (a->without.has_score)
        buf_printf(out, ", %d of 100", text_down(a->without.score));
    if (a->without.low != a->without.high)
        buf_printf(out, ", between %d and %d", text_down(a->without.low),
                   text_up(a->without.high));
}

const char sentence_could_be_critical[] =
    "an open answer could be critical, which would cap the verdict:";
const char sentence_broken[] = "these rules broke and count as not known:";

bool finding_is_broken(const struct finding *f)
{
    return f->outcome == OUTCOME_ERROR;
}

void sentence_named(struct buf *out, const struct assessment *a, const char *head,
                    bool (*belongs)(const struct finding *))
{
    size_t count = 0;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (!belongs(f) || !finding_is_of(a, f, SCORE_COMPANY))
            continue;
        if (count++ < NAMED)
            buf_printf(out, "%s %s", count > 1 ? "," : head, f->rule->id);
    }
    if (count > NAMED)
        buf_printf(out, " and %zu more", count - NAMED);
}

/* --- the class --- */

/* " (A8, B1)": what a statement stands on. */
static void put_cites(struct buf *out, struct names ids)
{
    for (size_t i = 0; i < ids.count; i++)
        buf_printf(out, "%s%s", i ? ", " : " (", ids.list[i]);
    buf_puts(out, ids.count ? ")" : "");
}

void sentence_class(struct buf *out, const struct assessment *a)
{
    const struct classification_def *def = &a->pack->classify;
    const struct class_def *class = &def->classes[a->class.class_number];

    if (a->class.row >= 0)
        buf_printf(out, "%s: %s", class->title, def->rows[a->class.row].why);
    else if (a->class.axes_known < (size_t)def->min_axes)
        buf_printf(out, "%s: %zu of the %zu axes of article B are known, too few for a vote",
                   class->title, a->class.axes_known, def->axis_count);
    else
        buf_printf(out, "%s: the axes of article B add up to %+d", class->title, a->class.sum);
    put_cites(out, class->cites);
}

/* What each calls such a structure; nobody said it of this company. */
void sentence_called(struct buf *out, const struct class_def *class)
{
    const char *names[] = {class->by_a, class->by_b, class->by_regulator};
    static const char *const who[] = {"article A", "article B", "regulators"};
    const char *comma = "the general word for such a structure: ";

    for (size_t i = 0; i < COUNT(names); i++) {
        if (!names[i])
            continue;
        buf_printf(out, "%s%s '%s'", comma, who[i], names[i]);
        comma = "; ";
    }
}

void sentence_label(struct buf *out, const struct classification *class)
{
    static const char *const words[] = {"has no such word", "that fits", "that does not fit"};
    char own[64];
    size_t i = 0;

    if (!class->label)
        return;
    for (; class->label->name[i] && i + 1 < sizeof own; i++)
        own[i] = class->label->name[i] == '_' ? ' ' : class->label->name[i];
    own[i] = '\0';
    buf_printf(out, "it calls itself '%s'. Article A: %s. Article B: %s. Regulators: %s (CL01)",
               own, words[class->by_a], words[class->by_b], words[class->by_regulator]);
}

void sentence_axis(struct buf *out, const struct assessment *a, size_t axis)
{
    static const char *const sides[] = {"multi-level side", "neither side",
                                        "social media side"};
    const struct axis_result *result = &a->class.axes[axis];

    if (!result->known) {
        buf_puts(out, "not known");
        return;
    }
    buf_printf(out, "%s: ", sides[result->vote + 1]);
    for (size_t j = 0; j < result->read_count; j++) {
        const char *key = strchr(a->pack->schema.facts[result->reads[j]].name, '.') + 1;
        buf_printf(out, "%s%s = ", j ? "; " : "", key);
        report_put_fact(out, a, result->reads[j]);
    }
    if (a->class.row < 0) /* the axes decided */
        put_cites(out, a->pack->classify.axes[axis].cites);
}

/* --- evidence --- */

void sentence_waiver(struct buf *out, const struct waiver *w)
{
    buf_printf(out, "%s%s", w->rule, w->lapsed ? "" : " waived");
    if (w->by)
        buf_printf(out, " by %s", w->by);
    if (w->until)
        buf_printf(out, " until %s", w->until);
    if (w->lapsed)
        buf_printf(out, " does NOT hold, %s", w->lapsed);
    if (w->reason)
        buf_printf(out, ": %s", w->reason);
    buf_printf(out, " (line %d)", w->line);
}

void sentence_source(struct buf *out, const struct source *source)
{
    buf_puts(out, source->title);
    if (source->kind)
        buf_printf(out, ", %s", source_kind_name(source->kind));
    if (source->has_seen) {
        buf_puts(out, ", seen ");
        date_span_put(out, source->seen);
    }
}

void sentence_confidence(struct buf *out, const struct assessment *a)
{
    const struct confidence *c = &a->confidence;
    const char *comma = ": ";
    size_t lines = 0;

    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++)
        lines += c->by_kind[kind];
    buf_printf(out, "%zu fact%s read", c->facts_read, c->facts_read == 1 ? " was" : "s were");
    if (lines != c->facts_read)
        buf_printf(out, ", from %zu lines", lines);
    for (int kind = 0; kind < SOURCE_KIND_COUNT; kind++) {
        if (c->by_kind[kind] == 0)
            continue;
        const char *name = kind ? source_kind_name((enum source_kind)kind) : "without a source";
        buf_printf(out, "%s%zu %s", comma, c->by_kind[kind], name);
        comma = ", ";
    }
    if (c->has_oldest) {
        buf_puts(out, "; the oldest source was seen on ");
        date_put(out, c->oldest);
        buf_printf(out, " (%s)", a->pack->schema.facts[c->oldest_fact].name);
    }
}

void sentence_integrity(struct buf *out, const struct finding *integrity)
{
    if (finding_severity(integrity) == 0)
        buf_puts(out, "integrity, as article A asks (A34): nothing known against it");
    else
        buf_printf(out, "integrity, as article A asks (A34): at worst %s (%s)",
                   outcome_name(integrity->outcome), integrity->rule->id);
}

/* --- lists of facts --- */

static bool is_conflict(const struct assessment *a, size_t fact)
{
    return a->profile->facts[fact].conflict;
}

static bool is_refused(const struct assessment *a, size_t fact)
{
    return a->profile->facts[fact].value.state == FACT_REFUSED;
}

static bool is_missed(const struct assessment *a, size_t fact)
{
    for (size_t i = 0; i < a->pack->rule_count; i++)
        for (size_t j = 0; j < a->findings[i].missing_count; j++)
            if (a->findings[i].missing[j] == (int)fact)
                return true;
    return false;
}

/* An amount that lacks a rate, where that keeps a rule from being decided. */
static bool is_rate_missed(const struct assessment *a, size_t fact)
{
    return fact_lacks_rate(&a->profile->facts[fact]) && is_missed(a, fact);
}

const struct fact_list fact_lists[] = {
    {"SOURCES DIFFER (both are tried)", is_conflict},
    {"ASKED FOR AND NOT GIVEN", is_refused},
    {"NO RATE: THESE AMOUNTS CANNOT BE HELD AGAINST OTHERS (write one: [rates] EUR = 1.08 USD)",
     is_rate_missed},
};
const size_t fact_list_count = COUNT(fact_lists);

void sentence_fact(struct buf *out, const struct assessment *a, size_t number)
{
    const struct fact *fact = &a->profile->facts[number];

    buf_printf(out, "%s = ", a->pack->schema.facts[number].name);
    for (size_t j = 0; j < fact->count; j++)
        buf_printf(out, "%s%s", j ? " / " : "", fact->statements[j].written);
    buf_puts(out, " (");
    sentence_place(out, a->profile, fact);
    buf_putc(out, ')');
}
