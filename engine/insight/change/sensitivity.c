/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "insight/change/sensitivity.h"

/* --- the lists --- */

static int moved(const struct stand *now, const struct stand *then)
{
    return abs(then->score.score - now->score.score) + abs(then->score.low - now->score.low) +
           abs(then->score.high - now->score.high);
}

static bool tells_more(const struct stand *now, const struct variation *a,
                       const struct variation *b)
{
    if (a->changes != b->changes)
        return a->changes;
    return moved(now, &a->stand) > moved(now, &b->stand);
}

static void add(struct sensitivity *s, struct arena *arena, struct variation new)
{
    struct variations *v = &s->kinds[new.kind];
    int score = new.stand.score.score;

    new.changes = stand_band(s->a->pack, &new.stand) != stand_band(s->a->pack, &s->now);
    v->list = arena_grow(arena, v->list, v->count, sizeof *v->list);
    size_t at = v->count++;
    for (; at > 0 && tells_more(&s->now, &new, &v->list[at - 1]); at--)
        v->list[at] = v->list[at - 1];
    v->list[at] = new;
    v->changing += new.changes;
    v->low = score < v->low ? score : v->low;
    v->high = score > v->high ? score : v->high;
    s->count++;
    s->changing += new.changes;
}

/* --- facts --- */

static void take_away(struct tryout *t, int fact, struct sensitivity *s)
{
    struct move move = {.fact = fact};

    if (!tryout_can_change(t, fact) || !fact_is_known(&t->a->profile->facts[fact]))
        return;
    tryout_move(t, &move);
    add(s, t->arena, (struct variation){VARY_FACT, (size_t)fact, 0, move.stand, false});
}

/* --- points --- */

static void add_share(struct tally *sum, struct tally part, int percent)
{
    sum->earned += part.earned * percent;
    sum->possible += part.possible * percent;
    sum->applicable += part.applicable * percent;
    sum->low += part.low * percent;
    sum->high += part.high * percent;
}

/* Scores are shares, so that points may be counted in hundredths: no rounding. */
static void vary_part(struct sensitivity *s, struct arena *arena, enum variation_kind kind,
                      size_t number, struct tally part)
{
    static const int percents[] = {VARIED_PERCENT, -VARIED_PERCENT};

    for (size_t i = 0; i < COUNT(percents) && part.applicable > 0; i++) {
        struct variation v = {kind, number, percents[i], s->now, false};
        struct tally sum = {0};
        add_share(&sum, s->a->tally, 100);
        add_share(&sum, part, percents[i]);
        v.stand.score = tally_score(sum);
        v.stand.verdict = verdict_of(s->a->pack, s->a->findings, v.stand.score, false);
        add(s, arena, v);
    }
}

void sensitivity(struct rulebook *book, const struct assessment *a, struct arena *arena,
                 struct sensitivity *out)
{
    struct tryout t;

    tryout_open(&t, book, a, arena);
    *out = (struct sensitivity){.a = a, .now = t.now};
    for (size_t i = 0; i < VARY_KIND_COUNT; i++)
        out->kinds[i].low = out->kinds[i].high = t.now.score.score;
    for (size_t i = 0; i < a->pack->schema.fact_count; i++)
        take_away(&t, (int)i, out);
    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (tryout_counts(&t, i))
            vary_part(out, arena, VARY_RULE, i, finding_tally(&a->findings[i]));
    for (size_t i = 0; i < a->pack->theme_count; i++)
        if (a->pack->themes[i].score == SCORE_COMPANY)
            vary_part(out, arena, VARY_THEME, i, a->themes[i]);
    tryout_close(&t);
}
