/* SPDX-License-Identifier: MIT */
#include "score/score.h"

/* --- points --- */

struct tally finding_tally(const struct finding *finding)
{
    int64_t points = finding->rule->points;
    int64_t full = points * CREDIT_FULL;

    if (finding->outcome == OUTCOME_NOT_APPLICABLE)
        return (struct tally){0};
    if (!finding_is_decided(finding))
        return (struct tally){.applicable = full, .high = full};
    int64_t low = points * finding->worst.credit, high = points * finding->best.credit;
    return (struct tally){.earned = (low + high + 1) / 2,
                          .possible = full,
                          .applicable = full,
                          .low = low,
                          .high = high};
}

/* part of whole in thousandths of a hundred, half up */
static int share(int64_t part, int64_t whole)
{
    return (int)((2 * part * 100000 + whole) / (2 * whole));
}

struct score tally_score(struct tally tally)
{
    struct score score = {.high = 100000};

    if (tally.applicable == 0)
        return score;
    score.low = share(tally.low, tally.applicable);
    score.high = share(tally.high, tally.applicable);
    score.coverage = share(tally.possible, tally.applicable);
    score.has_score = tally.possible > 0;
    if (score.has_score)
        score.score = share(tally.earned, tally.possible);
    return score;
}

/* --- gates --- */

/* By what they declare, not by what they happened to read: what is not decided yet has read
 * nothing that counts, and the worst case must not change its mind when it is. */
static bool share_a_fact(const struct rule *a, const struct rule *b)
{
    for (size_t i = 0; i < a->fact_count; i++)
        if (rule_reads(b, a->facts[i].number))
            return true;
    return false;
}

/* Whether two criticals are one matter. */
static bool count_as_one(const struct pack *pack, const struct rule *a, const struct rule *b)
{
    for (size_t i = 0; i < pack->count_once_count; i++) {
        const struct rule *x = &pack->rules[pack->count_once[i].a];
        const struct rule *y = &pack->rules[pack->count_once[i].b];
        if ((x == a && y == b) || (x == b && y == a))
            return true;
    }
    return share_a_fact(a, b);
}

/* --- verdict --- */

static size_t band_of(const struct pack *pack, int score)
{
    size_t band = 0;

    while (band + 1 < pack->band_count && score < pack->bands[band].from)
        band++;
    return band;
}

/* One critical caps at the lowest band but one, two or more at the lowest. */
static size_t cap(const struct pack *pack, size_t band, int criticals)
{
    size_t lowest = pack->band_count - 1;
    size_t limit = criticals == 0 ? 0 : criticals == 1 && lowest > 0 ? lowest - 1 : lowest;

    return band > limit ? band : limit;
}

struct gate {
    const struct pack *pack;
    const struct finding *findings;
    bool possible; /* count what could be critical, not only what certainly is */
    bool lift_waived;
};

/* Whether the finding has a say in the verdict. */
static bool has_a_say(const struct gate *gate, const struct finding *f)
{
    return !f->rule->off && gate->pack->themes[f->rule->theme].score == SCORE_COMPANY &&
           !(gate->lift_waived && finding_is_waived(f));
}

static bool at_gate(const struct gate *gate, size_t number)
{
    const struct finding *f = &gate->findings[number];

    return (finding_severity(f) == 3 || (gate->possible && finding_could_be_critical(f))) &&
           has_a_say(gate, f);
}

/* How many criticals count: 0, 1, or 2 where two of them are apart. Asking for two that are
 * apart, instead of for groups, means that one more critical never lowers the count: a third
 * that shares a fact with both must not make the two one. */
static int count_criticals(const struct gate *gate)
{
    int count = 0;

    for (size_t i = 0; i < gate->pack->rule_count; i++) {
        if (!at_gate(gate, i))
            continue;
        count = 1;
        for (size_t j = 0; j < i; j++)
            if (at_gate(gate, j) &&
                !count_as_one(gate->pack, gate->findings[j].rule, gate->findings[i].rule))
                return 2;
    }
    return count;
}

static bool found_something(const struct gate *gate)
{
    for (size_t i = 0; i < gate->pack->rule_count; i++)
        if (has_a_say(gate, &gate->findings[i]) && finding_severity(&gate->findings[i]) >= 2)
            return true;
    return false;
}

struct verdict verdict_of(const struct pack *pack, const struct finding *findings,
                          struct score score, bool lift_waived)
{
    struct gate certain = {pack, findings, .lift_waived = lift_waived};
    struct gate possible = {pack, findings, .possible = true, .lift_waived = lift_waived};
    struct verdict v = {.criticals = count_criticals(&certain)};
    size_t uncapped = score.has_score ? band_of(pack, score.score) : pack->band_count - 1;

    v.coverage = score.coverage;
    v.now = cap(pack, uncapped, v.criticals);
    v.capped = v.now > uncapped;
    v.best = cap(pack, band_of(pack, score.high), v.criticals);
    v.worst = cap(pack, band_of(pack, score.low), count_criticals(&possible));
    v.kind = v.worst == v.best ? VERDICT_DECIDED : VERDICT_PROVISIONAL;
    if (v.kind == VERDICT_PROVISIONAL && score.coverage < VERDICT_MIN_COVERAGE &&
        !found_something(&certain))
        v.kind = VERDICT_TOO_LITTLE;
    return v;
}

bool verdict_is_thin(const struct verdict *v)
{
    return v->kind == VERDICT_PROVISIONAL && v->coverage < VERDICT_MIN_COVERAGE &&
           v->criticals == 0;
}
