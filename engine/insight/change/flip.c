/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/change/flip.h"

enum { KEPT_VALUES = 2 };

/* A fact that may be changed, with all it may be. */
struct option {
    int fact;
    struct move *moves;
    size_t count;
};

/* The same in one direction: the values that are tried together with other facts. */
struct partner {
    const struct option *option;
    struct move *moves[KEPT_VALUES];
    size_t count;
    int64_t tells;
};

struct search {
    struct tryout t;
    struct arena *arena;
    struct option *options;
    size_t option_count;
    enum flip_direction direction;
    struct flip_way *way;
    struct partner *partners; /* the most telling first */
};

/* --- what counts --- */

/* Whether the rules call it better, or worse, and not only an average: what lowers the best
 * case is no better company, and what raises the worst case no worse one. */
static bool leads(const struct search *s, const struct stand *stand)
{
    const struct score *now = &s->t.now.score;

    if (stand_band(s->t.a->pack, &s->t.now) == s->t.a->pack->band_count)
        return true; /* any verdict is looked for */
    return s->direction == FLIP_BETTER ? stand->score.high >= now->high
                                       : stand->score.low <= now->low;
}

static bool is_there(const struct search *s, const struct stand *stand)
{
    const struct pack *pack = s->t.a->pack;
    size_t now = stand_band(pack, &s->t.now), then = stand_band(pack, stand);

    if (then == pack->band_count || !leads(s, stand))
        return false;
    return s->direction == FLIP_BETTER ? then < now : then > now;
}

/* How far a stand leads that way: criticals decide over points; where too little is known, by
 * what becomes known. */
static int64_t tells(const struct search *s, const struct stand *stand)
{
    const struct stand *now = &s->t.now;
    int64_t ends =
        (int64_t)stand->score.low + stand->score.high - now->score.low - now->score.high;
    int64_t gain = (int64_t)(stand->score.score - now->score.score) * 1000 + ends / 2 +
                   (int64_t)(now->criticals - stand->criticals) * 1000000000;

    if (stand_band(s->t.a->pack, now) == s->t.a->pack->band_count)
        return (int64_t)(stand->score.coverage - now->score.coverage) * 1000;
    return s->direction == FLIP_BETTER ? gain : -gain;
}

/* --- bounds --- */

static bool keeps_bound(const struct search *s, const struct fact_def *def, const char *other,
                        bool sums)
{
    const struct schema *schema = s->t.trial.schema;
    int number = other ? schema_find_name(schema, other) : FACT_NONE;
    const struct fact *own = &s->t.trial.facts[def - schema->facts];

    if (number == FACT_NONE || !fact_is_known(own) || !fact_is_known(&s->t.trial.facts[number]))
        return true;
    decimal low = own->value.lo;
    const struct value *bound = &s->t.trial.facts[number].value;
    if (sums)
        return low + bound->lo <= def->max;
    if (def->type == TYPE_INT && schema->facts[number].type == TYPE_DATE)
        low = date_of((int)(low / DECIMAL_ONE), 1, 1);
    return low <= bound->hi;
}

/* Whether the facts may all be so: one at most another, two together at most their maximum. */
static bool may_be(struct search *s, struct move *const *moves, size_t count)
{
    const struct schema *schema = s->t.trial.schema;
    bool ok = true;

    for (size_t i = 0; i < count; i++)
        s->t.trial.facts[moves[i]->fact] = moves[i]->as;
    for (size_t i = 0; i < s->t.a->pack->schema.fact_count && ok; i++)
        ok = keeps_bound(s, &schema->facts[i], schema->facts[i].at_most, false) &&
             keeps_bound(s, &schema->facts[i], schema->facts[i].sum_with, true);
    for (size_t i = 0; i < count; i++)
        s->t.trial.facts[moves[i]->fact] = s->t.a->profile->facts[moves[i]->fact];
    return ok;
}

/* --- sets --- */

static bool comes_first(const struct search *s, const struct flip_set *a,
                        const struct flip_set *b)
{
    int x = stand_distance(&a->stand, &s->t.now), y = stand_distance(&b->stand, &s->t.now);

    for (size_t i = 0; x == y && i < a->count; i++) {
        x = a->moves[i]->fact;
        y = b->moves[i]->fact;
    }
    return x < y;
}

static bool same_facts(const struct flip_set *a, const struct flip_set *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->moves[i]->fact != b->moves[i]->fact)
            return false;
    return true;
}

/* Keeps the best, each set of facts once. */
static void keep(struct search *s, const struct flip_set *set)
{
    struct flip_way *way = s->way;
    size_t at = 0;

    while (at < way->set_count && !same_facts(set, &way->sets[at]))
        at++;
    if (at < way->set_count && !comes_first(s, set, &way->sets[at]))
        return;
    if (at == FLIP_SETS && !comes_first(s, set, &way->sets[--at]))
        return;
    if (at == way->set_count)
        way->set_count++;
    for (; at > 0 && comes_first(s, set, &way->sets[at - 1]); at--)
        way->sets[at] = way->sets[at - 1];
    way->sets[at] = *set;
}

/* Runs the set, whose moves are in any order; keeps it where it leads there. */
static void try_set(struct search *s, struct move *const *moves, size_t count)
{
    struct flip_set set = {.count = 0};

    if (s->way->runs == FLIP_LIMIT) {
        s->way->cut = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = set.count++;
        for (; at > 0 && set.moves[at - 1]->fact > moves[i]->fact; at--)
            set.moves[at] = set.moves[at - 1];
        set.moves[at] = moves[i];
    }
    s->way->runs++;
    set.stand = tryout_run(&s->t, set.moves, count);
    if (is_there(s, &set.stand) && may_be(s, set.moves, count))
        keep(s, &set);
}

/* All sets of 'size' facts among the first 'pool' partners, the one with moves[0..have) first.
 */
static void try_sets(struct search *s, struct move **moves, size_t have, size_t size,
                     size_t first, size_t pool)
{
    if (have == size) {
        try_set(s, moves, size);
        return;
    }
    for (size_t i = first; i < pool && !s->way->cut; i++) {
        for (size_t v = 0; v < s->partners[i].count; v++) {
            moves[have] = s->partners[i].moves[v];
            try_sets(s, moves, have + 1, size, i + 1, pool);
        }
    }
}

static const struct option *option_of(const struct search *s, int fact)
{
    size_t i = 0;

    while (s->options[i].fact != fact)
        i++;
    return &s->options[i];
}

/* The other values of each fact in turn, the others of the set held: the mildest is kept. */
static void soften(struct search *s, const struct flip_set *found)
{
    struct flip_set set = *found;

    for (size_t i = 0; i < set.count; i++) {
        const struct option *option = option_of(s, set.moves[i]->fact);
        for (size_t v = 0; v < option->count; v++) {
            struct flip_set other = set;
            other.moves[i] = &option->moves[v];
            other.stand = tryout_run(&s->t, other.moves, other.count);
            s->way->runs++;
            if (is_there(s, &other.stand) && comes_first(s, &other, &set) &&
                may_be(s, other.moves, other.count))
                set = other;
        }
    }
    keep(s, &set);
}

static void soften_all(struct search *s)
{
    struct flip_set found[FLIP_SETS];
    size_t count = s->way->set_count;

    memcpy(found, s->way->sets, sizeof found);
    for (size_t i = 0; i < count; i++)
        soften(s, &found[i]);
}

/* --- facts --- */

/* What the fact could be, looked at as if it were open. */
static void list_moves(struct search *s, struct option *option)
{
    const struct profile *profile = s->t.a->profile;
    const struct fact_def *def = &profile->schema->facts[option->fact];
    struct profile open = s->t.trial;
    struct answers answers;

    open.facts[option->fact] = (struct fact){.count = 0};
    answers_of(s->t.a->pack, &open, option->fact, s->arena, &answers);
    open.facts[option->fact] = profile->facts[option->fact];
    option->moves = arena_alloc(s->arena, answers.count * sizeof *option->moves);
    for (size_t i = 0; i < answers.count; i++) {
        struct move *move = &option->moves[option->count++];
        *move = (struct move){.fact = option->fact,
                              .as = answer_as_fact(profile, def, &answers.list[i])};
        tryout_move(&s->t, move);
    }
}

static void list_options(struct search *s)
{
    size_t count = s->t.a->pack->schema.fact_count;

    s->options = arena_alloc(s->arena, count * sizeof *s->options);
    for (size_t i = 0; i < count; i++) {
        if (!tryout_can_change(&s->t, (int)i))
            continue;
        struct option *option = &s->options[s->option_count++];
        option->fact = (int)i;
        list_moves(s, option);
    }
}

static struct partner partner_of(const struct search *s, const struct option *option)
{
    struct partner p = {.option = option};

    for (size_t i = 0; i < option->count; i++) {
        int64_t told = tells(s, &option->moves[i].stand);
        if (told <= p.tells || !leads(s, &option->moves[i].stand))
            continue;
        p.tells = told;
        p.moves[0] = &option->moves[i];
        p.count = 1;
    }
    if (p.count > 0 || option->count == 0)
        return p;
    p.moves[p.count++] = &option->moves[0];
    if (option->count > 1)
        p.moves[p.count++] = &option->moves[option->count - 1];
    return p;
}

static void list_partners(struct search *s)
{
    s->partners = arena_alloc(s->arena, s->option_count * sizeof *s->partners);
    for (size_t i = 0; i < s->option_count; i++) {
        struct partner new = partner_of(s, &s->options[i]);
        size_t at = i;
        for (; at > 0 && new.tells > s->partners[at - 1].tells; at--)
            s->partners[at] = s->partners[at - 1];
        s->partners[at] = new;
    }
}

/* --- all of it --- */

static void try_singles(struct search *s)
{
    s->way->size = 1;
    s->way->pools[1] = s->option_count;
    for (size_t i = 0; i < s->option_count; i++) {
        for (size_t v = 0; v < s->options[i].count; v++) {
            struct flip_set set = {.moves = {&s->options[i].moves[v]}, .count = 1};
            set.stand = set.moves[0]->stand;
            s->way->runs++;
            if (is_there(s, &set.stand) && may_be(s, set.moves, 1))
                keep(s, &set);
        }
    }
}

static void look(struct search *s)
{
    static const size_t pools[] = {0, 0, FLIP_POOL_OF_TWO, FLIP_POOL_OF_THREE};
    struct move *moves[MOVES_MAX];

    try_singles(s);
    if (s->way->set_count > 0)
        return;
    list_partners(s);
    while (s->way->set_count == 0 && s->way->size < MOVES_MAX && !s->way->cut) {
        size_t size = ++s->way->size;
        size_t pool = s->option_count < pools[size] ? s->option_count : pools[size];
        s->way->pools[size] = pool;
        try_sets(s, moves, 0, size, 0, pool);
    }
    soften_all(s);
}

void flip(struct rulebook *book, const struct assessment *a, struct arena *arena,
          struct flip *out)
{
    struct search s = {.arena = arena};

    tryout_open(&s.t, book, a, arena);
    *out = (struct flip){.a = a, .now = s.t.now};
    list_options(&s);
    size_t now = stand_band(a->pack, &s.t.now);
    out->ways[FLIP_BETTER].exists = now > 0;
    out->ways[FLIP_WORSE].exists = now + 1 < a->pack->band_count;
    for (size_t i = 0; i < FLIP_WAYS; i++) {
        s.direction = (enum flip_direction)i;
        s.way = &out->ways[i];
        if (s.way->exists)
            look(&s);
    }
    tryout_close(&s.t);
}
