/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/results/diff_part.h"

const char *const finding_change_names[] = {"new", "gone", "worse", "better", "other"};

/* --- one finding as credit --- */

/* Never more than full, whatever the file says: what was cut off so does not add up. */
static int share_of(int64_t part, int64_t points)
{
    return part / points > CREDIT_FULL ? CREDIT_FULL : (int)(part / points);
}

static struct diff_credit credit_of(const struct result_finding *f)
{
    struct diff_credit credit = {.points = f ? f->points : 0,
                                 .waived = f && f->waiver == WAIVER_HOLDS};
    enum outcome outcome = OUTCOME_CREDIT; /* a span is none of the outcomes */

    if (!f)
        return credit;
    outcome_from_name(f->outcome, &outcome);
    credit.decision = outcome == OUTCOME_NOT_APPLICABLE ? DECISION_NOT_APPLICABLE
                      : outcome > OUTCOME_CREDIT        ? DECISION_OPEN
                                                        : DECISION_DECIDED;
    if (credit.decision != DECISION_DECIDED)
        return credit;
    if (f->has_ends) {
        credit.low = f->worst.credit;
        credit.high = f->best.credit;
    } else if (f->points > 0) {
        credit.low = share_of(f->tally.low, f->points);
        credit.high = share_of(f->tally.high, f->points);
    } else if (outcome < OUTCOME_CREDIT) {
        credit.low = credit.high = outcome_credit(outcome);
    }
    return credit;
}

/* --- causes --- */

enum cause diff_cause_by_hashes(const struct diffing *d)
{
    bool profile = d->out->profile_changed || d->out->day_changed;
    bool pack = strcmp(d->old_pack->hash, d->new_pack->hash) != 0;

    return profile && pack ? CAUSE_MIXED
           : profile       ? CAUSE_FACTS
           : pack          ? CAUSE_RULES
                           : CAUSE_PROGRAM;
}

static bool reads_changed_fact(const struct diffing *d, const struct result_finding *f)
{
    for (size_t i = 0; i < f->reads.count; i++)
        if (diff_fact_changed(d, f->reads.list[i]))
            return true;
    return false;
}

static enum cause cause_of(const struct diffing *d, const struct diff_rule *rule)
{
    bool pack = strcmp(d->old_pack->hash, d->new_pack->hash) != 0;
    const struct result_finding *any = rule->new ? rule->new : rule->old;

    if ((!rule->old || !rule->new) && any->of == SCORE_FIT &&
        d->old->entry->has_fit != d->new->entry->has_fit) /* about the reader, now or then */
        return d->facts ? CAUSE_FACTS : diff_cause_by_hashes(d);
    if (!rule->old || !rule->new)
        return pack ? CAUSE_RULES : CAUSE_POINTS;
    if (!d->facts)
        return diff_cause_by_hashes(d);
    if (reads_changed_fact(d, rule->old) || reads_changed_fact(d, rule->new))
        return CAUSE_FACTS;
    return pack ? CAUSE_RULES : CAUSE_PROGRAM;
}

/* --- pairs --- */

static const struct result_finding *finding_of(const struct entry *entry, const char *rule)
{
    for (size_t i = 0; i < entry->finding_count; i++)
        if (strcmp(entry->findings[i].rule, rule) == 0)
            return &entry->findings[i];
    return NULL;
}

static void add_rule(struct diffing *d, const struct result_finding *old,
                     const struct result_finding *new)
{
    struct diff_rule *rule = &d->rules[d->rule_count++];

    *rule = (struct diff_rule){old, new, credit_of(old), credit_of(new), CAUSE_FACTS};
    rule->cause = cause_of(d, rule);
}

/* In the order of the new findings, then those that are gone. */
static void pair(struct diffing *d)
{
    const struct entry *old = d->old->entry, *new = d->new->entry;

    d->rules =
        arena_alloc(d->arena, (old->finding_count + new->finding_count + 1) * sizeof *d->rules);
    for (size_t i = 0; i < new->finding_count; i++)
        add_rule(d, finding_of(old, new->findings[i].rule), &new->findings[i]);
    for (size_t i = 0; i < old->finding_count; i++)
        if (!finding_of(new, old->findings[i].rule))
            add_rule(d, &old->findings[i], NULL);
}

/* --- what is listed --- */

static bool same_credit(const struct diff_credit *a, const struct diff_credit *b)
{
    return a->decision == b->decision && a->low == b->low && a->high == b->high;
}

/* Whether the finding itself is another; its points and its words do not count. */
static bool finding_changed(const struct diff_rule *rule)
{
    if (!rule->old || !rule->new)
        return true;
    return !same_credit(&rule->before, &rule->after) ||
           strcmp(rule->old->outcome, rule->new->outcome) != 0 ||
           rule->old->severity != rule->new->severity;
}

static enum finding_change change_of(const struct diff_rule *rule)
{
    int old = rule->old ? rule->old->severity : 0, new = rule->new ? rule->new->severity : 0;
    int gain = rule->after.low + rule->after.high - rule->before.low - rule->before.high;

    if (old == 0 && new > 0)
        return FINDING_NEW;
    if (old > 0 && new == 0)
        return FINDING_GONE;
    if (old != new)
        return new > old ? FINDING_WORSE : FINDING_BETTER;
    if (rule->before.decision != DECISION_DECIDED || rule->after.decision != DECISION_DECIDED ||
        gain == 0)
        return FINDING_OTHER;
    return gain < 0 ? FINDING_WORSE : FINDING_BETTER;
}

bool diff_counts(const struct diff_rule *rule)
{
    return (rule->old && rule->old->of == SCORE_COMPANY) ||
           (rule->new && rule->new->of == SCORE_COMPANY);
}

static void list_finding(struct diffing *d, const struct diff_rule *rule)
{
    struct diff_company *out = d->out;

    out->findings =
        arena_grow(d->arena, out->findings, out->finding_count, sizeof *out->findings);
    out->findings[out->finding_count++] =
        (struct diff_finding){rule->new ? rule->new->rule : rule->old->rule, change_of(rule),
                              rule->old ? rule->old->outcome : NULL,
                              rule->new ? rule->new->outcome : NULL, rule->cause};
    out->causes[rule->cause] |= diff_counts(rule);
}

static void list_points(struct diffing *d, const struct diff_rule *rule)
{
    struct diff_company *out = d->out;

    out->points = arena_grow(d->arena, out->points, out->point_count, sizeof *out->points);
    out->points[out->point_count++] =
        (struct diff_points){rule->new->rule, rule->old->points, rule->new->points};
    out->causes[CAUSE_POINTS] |= diff_counts(rule);
}

static void list_waiver(struct diffing *d, const struct diff_rule *rule)
{
    struct diff_company *out = d->out;
    enum waiver_state old = rule->old ? rule->old->waiver : WAIVER_NONE;
    enum waiver_state new = rule->new ? rule->new->waiver : WAIVER_NONE;

    if (old == new)
        return;
    out->waivers = arena_grow(d->arena, out->waivers, out->waiver_count, sizeof *out->waivers);
    out->waivers[out->waiver_count++] =
        (struct diff_waiver){rule->new ? rule->new->rule : rule->old->rule, old, new};
    out->causes[CAUSE_WAIVERS] = true;
}

void diff_findings(struct diffing *d)
{
    pair(d);
    for (size_t i = 0; i < d->rule_count; i++) {
        const struct diff_rule *rule = &d->rules[i];
        if (finding_changed(rule))
            list_finding(d, rule);
        if (rule->old && rule->new && rule->old->points != rule->new->points)
            list_points(d, rule);
        list_waiver(d, rule);
    }
}
