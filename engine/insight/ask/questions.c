/* SPDX-License-Identifier: MIT */
#include "insight/ask/questions.h"

static struct question question_of(const struct finding *f)
{
    bool decided = finding_is_decided(f);
    struct tally tally = finding_tally(f);
    enum outcome worst = decided ? f->worst.outcome : f->rule->worst;
    int credit = decided ? f->worst.credit : outcome_credit(worst);

    return (struct question){.rule = f->rule,
                             .finding = f,
                             .swing = tally.high - tally.low,
                             .gate = outcome_severity(worst, credit) == 3};
}

/* Whether all that is missing is a rate for amounts that are known. */
static bool lacks_rate_only(const struct assessment *a, const struct finding *f)
{
    for (size_t i = 0; i < f->missing_count; i++)
        if (!fact_lacks_rate(&a->profile->facts[f->missing[i]]))
            return false;
    return f->missing_count > 0;
}

static bool is_open(const struct assessment *a, const struct finding *f)
{
    bool open = f->span || f->outcome == OUTCOME_UNKNOWN;

    return open && !lacks_rate_only(a, f) && !f->rule->off && !finding_is_waived(f) &&
           a->pack->themes[f->rule->theme].score == SCORE_COMPANY;
}

static bool comes_before(const struct question *a, const struct question *b)
{
    if (a->gate != b->gate)
        return a->gate;
    return a->swing > b->swing;
}

size_t questions(const struct assessment *a, struct arena *arena, struct question **out)
{
    struct question *list = arena_alloc(arena, a->pack->rule_count * sizeof *list);
    size_t count = 0;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        if (!is_open(a, &a->findings[i]))
            continue;
        struct question question = question_of(&a->findings[i]);
        size_t at = count++;
        for (; at > 0 && comes_before(&question, &list[at - 1]); at--)
            list[at] = list[at - 1];
        list[at] = question;
    }
    *out = list;
    return count;
}
