/* SPDX-License-Identifier: MIT
 *
 * Trials: thousands of profiles, each with what it came to, for tests of what must hold for
 * every profile. About two thirds are random over the whole vocabulary, from nearly empty to
 * full; the others are shipped profiles with facts left out and drawn anew.
 *
 * A failure prints the seed and the profiles; PLUMBLINE_SEED=<seed> tries that one alone, and
 * PLUMBLINE_CASES=<number> tries more or fewer than a test asks for.
 */
#ifndef TESTS_TRIAL_H
#define TESTS_TRIAL_H

#include <stdlib.h>

#include "draft.h"

static const char *const shipped[] = {
    "profiles/harbor_soap", "tests/fixtures/ideal_single_filled",
    "profiles/larkspur",    "profiles/mellin_tea",
    "profiles/peakrise",    "profiles/northlight_social",
    "profiles/sunleaf",     "profiles/quiet_river",
};

enum { COMPLETE = 2 }; /* of them, the first */

struct lab {
    struct rulebook *book;
    struct maker maker;
    struct draft shipped[COUNT(shipped)];
};

/* One base profile and what it came to. */
struct trial {
    struct lab *lab;
    uint64_t seed;
    struct chance chance;
    struct arena arena;
    struct draft draft;
    struct buf text;
    struct profile profile;
    struct assessment a;
};

/* --- set up --- */

static inline bool load_shipped(struct lab *lab, size_t number)
{
    const struct pack *pack = lab->maker.pack;
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct faults faults = {0};
    struct error err;
    struct profile profile;
    char path[512];

    snprintf(path, sizeof path, "%s/%s.ini", SOURCE_DIR, shipped[number]);
    if (!profile_load(path, &pack->schema, &options, &lab->maker.arena, &profile, &faults,
                      &err))
        return false;
    lab->shipped[number] = draft_of(&lab->maker, &profile, &lab->maker.arena);
    return true;
}

static inline int open_lab(void **state)
{
    static struct lab lab;
    void *book;

    if (open_core(&book) != 0)
        return -1;
    lab.book = book;
    maker_open(&lab.maker, rulebook_pack(book));
    for (size_t i = 0; i < COUNT(shipped); i++)
        if (!load_shipped(&lab, i))
            return -1;
    *state = &lab;
    return 0;
}

static inline int close_lab(void **state)
{
    struct lab *lab = *state;

    if (!lab)
        return 0;
    maker_release(&lab->maker);
    rulebook_close(lab->book);
    return 0;
}

/* --- trials --- */

__attribute__((format(printf, 3, 4))) static inline _Noreturn void
fail_trial(const struct trial *t, const char *other, const char *format, ...)
{
    char why[512];
    va_list args;

    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    fprintf(stderr, "PLUMBLINE_SEED=%llu: %s\n--- profile ---\n%s", (unsigned long long)t->seed,
            why, buf_text(&t->text));
    if (other)
        fprintf(stderr, "--- and ---\n%s", other);
    fail();
    abort();
}

/* Whether a rule that can go critical reads the fact. */
static inline bool is_grave(const struct pack *pack, int fact)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].worst == OUTCOME_CRITICAL && rule_reads(&pack->rules[i], fact))
            return true;
    return false;
}

/* A shipped profile with some facts left out and some drawn anew. The mild half of them starts
 * from complete ones and leaves grave facts alone, or verdicts between the best and the lowest
 * band would never be decided. */
static inline struct draft vary(struct trial *t)
{
    bool mild = chance_is(&t->chance, 50);
    size_t from = chance_below(&t->chance, mild ? COMPLETE : COUNT(shipped));
    struct draft d = draft_copy(&t->lab->shipped[from], &t->arena);
    unsigned out = (unsigned)chance_below(&t->chance, mild ? 4 : 12);
    unsigned anew = (unsigned)chance_below(&t->chance, mild ? 101 : 8);

    for (size_t i = 0; i < maker_schema(d.maker)->fact_count; i++) {
        if (maker_schema(d.maker)->facts[i].type == TYPE_CURRENCY ||
            (mild && is_grave(d.maker->pack, (int)i)))
            continue;
        if (chance_is(&t->chance, out))
            d.slots[i] = (struct slot){NULL, NULL};
        else if (chance_is(&t->chance, anew))
            d.slots[i] = some_slot(d.maker, &t->chance, &t->arena, (int)i);
    }
    return d;
}

static inline void trial_open(struct trial *t, struct lab *lab, uint64_t seed)
{
    *t = (struct trial){.lab = lab, .seed = seed, .chance = chance_of(seed), .text = BUF_INIT};
    if (chance_is(&t->chance, 35))
        t->draft = vary(t);
    else
        t->draft = draft_random(&lab->maker, &t->chance, &t->arena,
                                (unsigned)chance_below(&t->chance, 101));
    draft_read(&t->draft, NULL, &t->text, &t->arena, &t->profile);
    assess(lab->book, &t->profile, &t->arena, &t->a);
}

static inline void trial_close(struct trial *t)
{
    buf_release(&t->text);
    arena_release(&t->arena);
}

typedef void trial_fn(struct trial *t);

static inline uint64_t wanted(const char *variable, uint64_t otherwise)
{
    const char *value = getenv(variable);

    return value ? strtoull(value, NULL, 10) : otherwise;
}

static inline void try_all(void **state, uint64_t cases, trial_fn *fn)
{
    uint64_t first = wanted("PLUMBLINE_SEED", 1);
    struct trial t;

    cases = getenv("PLUMBLINE_SEED") ? 1 : wanted("PLUMBLINE_CASES", cases);
    for (uint64_t seed = first; seed < first + cases; seed++) {
        trial_open(&t, *state, seed);
        fn(&t);
        trial_close(&t);
    }
}

#endif
