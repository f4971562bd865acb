/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "audit/results/ledger_part.h"
#include "audit/work/said.h"

void ledger_fault(struct ledger *c, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    said_line_v(c->out, format, args);
    va_end(args);
    c->count++;
}

/* --- numbers as in the record --- */

enum { SHOWN_MAX = 32 };

static const char *shown(int64_t thousandths, char out[SHOWN_MAX])
{
    snprintf(out, SHOWN_MAX, "%" PRId64 ".%03" PRId64, thousandths / 1000, thousandths % 1000);
    return out;
}

static void compare(struct ledger *c, const char *whose, const char *what, int64_t says,
                    int64_t follows)
{
    char a[SHOWN_MAX], b[SHOWN_MAX];

    if (says != follows)
        ledger_fault(c, "%s: '%s' is %s; %s follows from the findings", whose, what,
                     shown(says, a), shown(follows, b));
}

static void compare_tally(struct ledger *c, const char *whose, const struct tally *says,
                          const struct tally *follows)
{
    compare(c, whose, "applicable", says->applicable, follows->applicable);
    compare(c, whose, "possible", says->possible, follows->possible);
    compare(c, whose, "low", says->low, follows->low);
    compare(c, whose, "earned", says->earned, follows->earned);
    compare(c, whose, "high", says->high, follows->high);
}

static void compare_score(struct ledger *c, const char *whose, const struct score *says,
                          const struct score *follows)
{
    if (says->has_score != follows->has_score)
        ledger_fault(c, "%s: 'score' is %s; the findings decide %s", whose,
                     says->has_score ? "a number" : "null",
                     says->has_score ? "nothing" : "some points");
    else if (says->has_score)
        compare(c, whose, "score", says->score, follows->score);
    compare(c, whose, "low", says->low, follows->low);
    compare(c, whose, "high", says->high, follows->high);
    compare(c, whose, "coverage", says->coverage, follows->coverage);
}

/* --- one finding --- */

/* What it earns at either end, in thousandths of its points; false where it is not decided. */
static bool credits_of(const struct result_finding *f, int *low, int *high)
{
    enum outcome outcome = OUTCOME_CREDIT;
    bool span = !outcome_from_name(f->outcome, &outcome); /* "span" is none of them */

    if (outcome > OUTCOME_CREDIT)
        return false;
    if (!span && outcome != OUTCOME_CREDIT) {
        *low = *high = outcome_credit(outcome);
    } else if (f->has_ends) {
        *low = f->worst.credit;
        *high = f->best.credit;
    } else if (f->points > 0) {
        *low = (int)(f->tally.low / f->points);
        *high = (int)(span ? f->tally.high / f->points : *low);
    } else {
        *low = *high = -1; /* worth nothing: the record does not tell */
    }
    return true;
}

static struct tally tally_of(const struct result_finding *f)
{
    int64_t full = f->points * CREDIT_FULL;
    int low, high;

    if (strcmp(f->outcome, outcome_name(OUTCOME_NOT_APPLICABLE)) == 0)
        return (struct tally){0};
    if (!credits_of(f, &low, &high))
        return (struct tally){.applicable = full, .high = full};
    return (struct tally){.applicable = full,
                          .possible = full,
                          .low = f->points * low,
                          .earned = (f->points * (low + high) + 1) / 2,
                          .high = f->points * high};
}

static bool ends_are_sound(const struct result_finding *f)
{
    int low, high;

    if (!credits_of(f, &low, &high))
        return !f->has_ends;
    if (low > CREDIT_FULL || high > CREDIT_FULL || low > high)
        return false;
    return !f->has_ends || (f->worst.credit == low && f->best.credit == high);
}

static int severity_of(const struct result_finding *f)
{
    enum outcome outcome = OUTCOME_CREDIT;
    int low, high;

    if (!credits_of(f, &low, &high))
        return 0;
    if (f->has_ends)
        outcome_from_name(f->best.outcome, &outcome);
    else
        outcome_from_name(f->outcome, &outcome); /* a span's credits stand for outcomes */
    return high < 0 ? f->severity : outcome_severity(outcome, high);
}

static void check_finding(struct ledger *c, const struct result_finding *f)
{
    struct tally follows = tally_of(f);

    if (!ends_are_sound(f))
        ledger_fault(c, "%s: what it earns does not fit the outcome '%s'", f->rule, f->outcome);
    else if (f->has_tally)
        compare_tally(c, f->rule, &f->tally, &follows);
    if (f->severity != severity_of(f))
        ledger_fault(c, "%s: 'severity' is %d; %d follows from its outcome", f->rule,
                     f->severity, severity_of(f));
}

/* --- sums --- */

struct part {
    const char *theme; /* or NULL for all */
    enum score_kind of;
    bool lift_waived;
};

static bool is_part(const struct part *part, const struct result_finding *f)
{
    if (part->lift_waived && f->waiver == WAIVER_HOLDS)
        return false;
    return part->theme ? f->theme && strcmp(f->theme, part->theme) == 0 : f->of == part->of;
}

static struct tally sum_of(const struct entry *entry, const struct part *part)
{
    struct tally sum = {0};

    for (size_t i = 0; i < entry->finding_count; i++)
        if (is_part(part, &entry->findings[i]))
            tally_add(&sum, tally_of(&entry->findings[i]));
    return sum;
}

static void check_sum(struct ledger *c, const char *whose, const struct score *says,
                      const struct part *part)
{
    struct score follows = tally_score(sum_of(c->entry, part));

    compare_score(c, whose, says, &follows);
}

static bool any_waived(const struct entry *entry)
{
    for (size_t i = 0; i < entry->finding_count; i++)
        if (entry->findings[i].of == SCORE_COMPANY && entry->findings[i].waiver == WAIVER_HOLDS)
            return true;
    return false;
}

static void check_sums(struct ledger *c)
{
    const struct entry *entry = c->entry;
    const struct part whole = {.of = SCORE_COMPANY};
    const struct part without = {.of = SCORE_COMPANY, .lift_waived = true};
    const struct part fit = {.of = SCORE_FIT};
    struct tally sum = sum_of(entry, &whole);

    if (entry->has_total)
        compare_tally(c, "the ledger's total", &entry->total, &sum);
    check_sum(c, "the company", &entry->score, &whole);
    for (size_t i = 0; i < entry->theme_count; i++)
        check_sum(c, entry->themes[i].id, &entry->themes[i].score,
                  &(struct part){.theme = entry->themes[i].id});
    if (entry->has_without != any_waived(entry))
        ledger_fault(c, "'without_waived' is %s; the findings have %s waiver that holds",
                     entry->has_without ? "there" : "null", entry->has_without ? "no" : "a");
    else if (entry->has_without)
        check_sum(c, "without what is waived", &entry->without, &without);
    if (entry->has_fit)
        check_sum(c, "fit", &entry->fit, &fit);
}

/* --- which rules there are --- */

static size_t times_found(const struct entry *entry, const char *rule)
{
    size_t times = 0;

    for (size_t i = 0; i < entry->finding_count; i++)
        times += strcmp(entry->findings[i].rule, rule) == 0;
    return times;
}

/* Each rule that counts has one finding; those about fit have none where fit is left out. */
static void check_rules(struct ledger *c)
{
    int64_t points = 0;

    for (size_t t = 0; t < c->pack->theme_count; t++) {
        const struct stamp_theme *theme = &c->pack->themes[t];
        bool wanted = theme->of != SCORE_FIT || c->entry->has_fit;
        for (size_t i = 0; i < theme->rules.count; i++) {
            size_t times = times_found(c->entry, theme->rules.list[i]);
            if (times != wanted)
                ledger_fault(c, "%s has %zu findings; %d follows from the first line",
                             theme->rules.list[i], times, wanted);
        }
    }
    for (size_t i = 0; i < c->entry->finding_count; i++) {
        const struct result_finding *f = &c->entry->findings[i];
        points += f->of == SCORE_COMPANY ? f->points : 0;
        if (!f->theme)
            ledger_fault(c, "%s is no rule of the first line", f->rule);
    }
    if (points != c->pack->points)
        ledger_fault(c, "the findings are worth %" PRId64 " points, the pack %" PRId64, points,
                     c->pack->points);
}

/* Without findings, what any score must hold to. */
static void check_bounds(struct ledger *c, const char *whose, const struct score *score)
{
    if (score->low > score->high ||
        (score->has_score && (score->score < score->low || score->score > score->high)))
        ledger_fault(c, "%s: the score does not lie between 'low' and 'high'", whose);
    if (score->has_score != (score->coverage > 0))
        ledger_fault(c, "%s: a score and its coverage do not fit", whose);
}

size_t ledger_check(const struct stamp_pack *pack, const struct entry *entry,
                    struct buf *faults)
{
    struct ledger c = {pack, entry, faults, 0};

    if (entry->kind != ENTRY_COMPANY)
        return 0;
    for (size_t i = 0; i < entry->finding_count; i++)
        check_finding(&c, &entry->findings[i]);
    check_bounds(&c, "the company", &entry->score);
    for (size_t i = 0; i < entry->theme_count; i++)
        check_bounds(&c, entry->themes[i].id, &entry->themes[i].score);
    if (entry->finding_count > 0 && c.count == 0) {
        check_rules(&c);
        check_sums(&c);
    }
    if (c.count == 0)
        ledger_verdict(&c, "the company", false);
    if (c.count == 0 && entry->has_without)
        ledger_verdict(&c, "without what is waived", true);
    return c.count;
}
