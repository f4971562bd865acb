/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/results/ledger_part.h"

struct ruling {
    const char *whose;
    const struct result_verdict *says;
    const struct score *score;
    bool lift_waived;
};

static bool has_a_say(const struct ruling *ruling, const struct result_finding *f)
{
    return f->of == SCORE_COMPANY && !(ruling->lift_waived && f->waiver == WAIVER_HOLDS);
}

static void check_criticals(struct ledger *c, const struct ruling *ruling)
{
    const struct names *says = &ruling->says->criticals;
    size_t at = 0;

    for (size_t i = 0; i < c->entry->finding_count; i++) {
        const struct result_finding *f = &c->entry->findings[i];
        if (!has_a_say(ruling, f) || f->severity < 3)
            continue;
        if (at == says->count || strcmp(says->list[at], f->rule) != 0) {
            ledger_fault(c, "%s: 'criticals' of the verdict are not those among the findings",
                         ruling->whose);
            return;
        }
        at++;
    }
    if (at != says->count)
        ledger_fault(c, "%s: 'criticals' names %s, which is not critical", ruling->whose,
                     says->list[at]);
}

static bool found_something(const struct ledger *c, const struct ruling *ruling)
{
    for (size_t i = 0; i < c->entry->finding_count; i++)
        if (has_a_say(ruling, &c->entry->findings[i]) && c->entry->findings[i].severity >= 2)
            return true;
    return false;
}

static void check_kind(struct ledger *c, const struct ruling *ruling)
{
    bool decided = strcmp(ruling->says->worst, ruling->says->best) == 0;
    bool thin = ruling->score->coverage < VERDICT_MIN_COVERAGE;
    bool told = c->entry->finding_count > 0; /* else only the pack can tell */
    const char *kind = decided                                       ? "decided"
                       : thin && told && !found_something(c, ruling) ? "too_little"
                                                                     : "provisional";

    if (thin && !told && !decided)
        return;
    if (strcmp(ruling->says->kind, kind) != 0)
        ledger_fault(c, "%s: the verdict is '%s'; '%s' follows", ruling->whose,
                     ruling->says->kind, kind);
}

static bool band_number(const struct stamp_pack *pack, const char *name, size_t *out)
{
    for (*out = 0; *out < pack->band_count; ++*out)
        if (strcmp(pack->bands[*out].name, name) == 0)
            return true;
    return false;
}

/* The band of a score under a gate. */
static size_t band_under(const struct stamp_pack *pack, int score, int criticals)
{
    size_t lowest = pack->band_count - 1, band = 0;
    size_t limit = criticals == 0 ? 0 : criticals == 1 && lowest > 0 ? lowest - 1 : lowest;

    while (band < lowest && score < pack->bands[band].from)
        band++;
    return band > limit ? band : limit;
}

/* Whether the bands follow if so many criticals count. The worst case may count more. */
static bool bands_follow(const struct ledger *c, const struct ruling *ruling, int criticals)
{
    const struct stamp_pack *pack = c->pack;
    int score = ruling->score->has_score ? ruling->score->score : 0;
    size_t now, worst, best;
    bool more = false;

    if (!band_number(pack, ruling->says->band, &now) ||
        !band_number(pack, ruling->says->worst, &worst) ||
        !band_number(pack, ruling->says->best, &best))
        return false;
    for (int possible = criticals; possible <= 2; possible++)
        more = more || worst == band_under(pack, ruling->score->low, possible);
    return more && now == band_under(pack, score, criticals) &&
           best == band_under(pack, ruling->score->high, criticals) &&
           ruling->says->capped == (now > band_under(pack, score, 0));
}

static void check_ruling(struct ledger *c, const struct ruling *ruling)
{
    size_t count = ruling->says->criticals.count;
    int least = count > 0, most = count > 1 ? 2 : least; /* two may be one matter */

    if (c->entry->finding_count > 0)
        check_criticals(c, ruling);
    check_kind(c, ruling);
    if (c->pack->band_count == 0) {
        if (ruling->says->capped && count == 0)
            ledger_fault(c, "%s: the verdict is capped without a critical", ruling->whose);
        return;
    }
    for (int criticals = least; criticals <= most; criticals++)
        if (bands_follow(c, ruling, criticals))
            return;
    ledger_fault(c, "%s: the verdict '%s' (%s ... %s) does not follow from the score",
                 ruling->whose, ruling->says->band, ruling->says->worst, ruling->says->best);
}

void ledger_verdict(struct ledger *c, const char *whose, bool lift_waived)
{
    struct ruling ruling = {.whose = whose, .lift_waived = lift_waived};

    ruling.says = lift_waived ? &c->entry->without_verdict : &c->entry->verdict;
    ruling.score = lift_waived ? &c->entry->without : &c->entry->score;
    check_ruling(c, &ruling);
}
