/* SPDX-License-Identifier: MIT
 *
 * The split of a score's change: the old findings become the new ones in steps, see diff.h.
 */
#include <string.h>

#include "audit/results/diff_part.h"

enum { BEFORE_ALL = -1 }; /* the step before the first cause */

static bool of_company(const struct result_finding *f)
{
    return f && f->of == SCORE_COMPANY;
}

/* What of a rule counts after the step of 'cause'. */
static struct diff_credit credit_after(const struct diff_rule *rule, int cause)
{
    bool before = of_company(rule->old), after = of_company(rule->new);
    struct diff_credit credit = rule->before;

    if (!before || !after) { /* comes or goes */
        bool done = cause >= (int)rule->cause;
        credit = done ? rule->after : rule->before;
        if (!(done ? after : before))
            credit.decision = DECISION_ABSENT;
        if (done && !before)
            credit.waived = false;
    } else if (cause >= (int)rule->cause) {
        credit.decision = rule->after.decision;
        credit.low = rule->after.low;
        credit.high = rule->after.high;
    }
    if (before && after && cause >= CAUSE_POINTS)
        credit.points = rule->after.points;
    if (cause >= CAUSE_WAIVERS)
        credit.waived = after && rule->after.waived;
    return credit;
}

/* As finding_tally, of a credit. */
static struct tally tally_of(const struct diff_credit *credit)
{
    int64_t full = credit->points * CREDIT_FULL;

    if (credit->decision <= DECISION_NOT_APPLICABLE)
        return (struct tally){0};
    if (credit->decision == DECISION_OPEN)
        return (struct tally){.applicable = full, .high = full};
    return (struct tally){.applicable = full,
                          .possible = full,
                          .low = credit->points * credit->low,
                          .earned = (credit->points * (credit->low + credit->high) + 1) / 2,
                          .high = credit->points * credit->high};
}

static struct score score_after(const struct diffing *d, int cause, bool lift_waived)
{
    struct tally sum = {0};

    for (size_t i = 0; i < d->rule_count; i++) {
        struct diff_credit credit = credit_after(&d->rules[i], cause);
        if (!(lift_waived && credit.waived))
            tally_add(&sum, tally_of(&credit));
    }
    return tally_score(sum);
}

/* Where a step leaves nothing decided, the score stands as it was, and the next takes it on. */
static void split(const struct diffing *d, bool lift_waived, struct diff_score *out)
{
    int score = out->old;

    for (int cause = 0; cause < CAUSE_COUNT; cause++) {
        struct score now = score_after(d, cause, lift_waived);
        if (!now.has_score)
            continue;
        out->parts[cause] = now.score - score;
        score = now.score;
    }
}

/* Of a summary: all the change is one cause's, or it is not told; of the second score, a
 * profile's waivers may have a part in it. */
static void split_whole(const struct diffing *d, bool lift_waived, struct diff_score *out)
{
    bool hashes = d->out->profile_changed || d->out->day_changed ||
                  strcmp(d->old_pack->hash, d->new_pack->hash) != 0;
    bool points = d->old_pack->points != d->new_pack->points ||
                  strcmp(d->old_pack->points_hash ? d->old_pack->points_hash : "",
                         d->new_pack->points_hash ? d->new_pack->points_hash : "") != 0;
    bool waivers = lift_waived && d->out->profile_changed;
    enum cause cause = (points && hashes) || waivers ? CAUSE_MIXED
                       : points                      ? CAUSE_POINTS
                                                     : diff_cause_by_hashes(d);

    out->parts[cause] = out->new - out->old;
    d->out->causes[cause] |= out->new != out->old;
}

static bool same_score(const struct score *says, const struct score *follows)
{
    return says->has_score == follows->has_score && says->score == follows->score;
}

static void set_score(struct diff_score *out, const struct score *old, const struct score *new)
{
    *out = (struct diff_score){old->has_score, new->has_score, old->score, new->score, {0}};
}

/* The score without what is waived: the headline where nothing is. */
static const struct score *second_of(const struct entry *entry)
{
    return entry->has_without ? &entry->without : &entry->score;
}

static bool split_score(struct diffing *d, bool lift_waived, const struct score *old,
                        const struct score *new, struct diff_score *out)
{
    set_score(out, old, new);
    if (!d->findings) {
        if (out->has_old && out->has_new)
            split_whole(d, lift_waived, out);
        return true;
    }
    struct score first = score_after(d, BEFORE_ALL, lift_waived);
    struct score last = score_after(d, CAUSE_COUNT - 1, lift_waived);
    d->broken = !same_score(old, &first) ? "old" : !same_score(new, &last) ? "new" : NULL;
    if (d->broken)
        return false;
    if (out->has_old && out->has_new)
        split(d, lift_waived, out);
    return true;
}

bool diff_parts(struct diffing *d)
{
    const struct entry *old = d->old->entry, *new = d->new->entry;

    d->out->has_second = old->has_without || new->has_without;
    return split_score(d, false, &old->score, &new->score, &d->out->score) &&
           (!d->out->has_second ||
            split_score(d, true, second_of(old), second_of(new), &d->out->second));
}
