/* SPDX-License-Identifier: MIT
 *
 * A pack of a few rules and findings for it, made by hand: what scoring is tested with.
 */
#ifndef TESTS_MADE_UP_H
#define TESTS_MADE_UP_H

/* clang-format off: cmocka wants these before itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
/* clang-format on */

#include "score/assessment.h"

enum { MADE_MAX = 8, MADE_POINTS = 20 };

enum { THEME_COMPANY, THEME_FIT, THEME_NOTES, THEME_COUNT };

/* Lives where the test puts it; 'pack' points into it, so it must not be copied. */
struct made {
    struct pack pack;
    struct theme themes[THEME_COUNT];
    struct band bands[4];
    struct rule rules[MADE_MAX];
    struct rule_fact facts[MADE_MAX][2];
    struct finding findings[MADE_MAX];
    struct rule_pair pair;
};

/* 'count' rules of 20 points that can go critical, each with a fact of its own, none decided.
 */
static inline void make(struct made *m, size_t count)
{
    static const char *const ids[MADE_MAX] = {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"};

    *m = (struct made){
        .themes = {{.id = "company", .score = SCORE_COMPANY},
                   {.id = "fit", .score = SCORE_FIT},
                   {.id = "notes", .score = SCORE_NONE}},
        .bands = {{"well", "well", 80000},
                  {"mostly", "mostly", 60000},
                  {"in part", "in part", 40000},
                  {"hardly", "hardly", 0}},
    };
    m->pack = (struct pack){.themes = m->themes,
                            .theme_count = THEME_COUNT,
                            .bands = m->bands,
                            .band_count = 4,
                            .rules = m->rules,
                            .rule_count = count};
    for (size_t i = 0; i < count; i++) {
        m->facts[i][0].number = (int)i;
        m->rules[i] = (struct rule){.id = ids[i],
                                    .points = MADE_POINTS,
                                    .pack_points = MADE_POINTS,
                                    .worst = OUTCOME_CRITICAL,
                                    .facts = m->facts[i],
                                    .fact_count = 1};
        m->findings[i] = (struct finding){.rule = &m->rules[i], .outcome = OUTCOME_UNKNOWN};
    }
}

static inline struct ending ending(enum outcome outcome, int credit)
{
    return (struct ending){.outcome = outcome, .credit = credit};
}

static inline struct ending named(enum outcome outcome)
{
    return ending(outcome, outcome_credit(outcome));
}

static inline void set_span(struct made *m, size_t rule, struct ending worst,
                            struct ending best)
{
    struct finding *f = &m->findings[rule];

    f->worst = worst;
    f->best = best;
    f->outcome = best.outcome;
    f->span = worst.outcome != best.outcome || worst.credit != best.credit;
}

static inline void set(struct made *m, size_t rule, enum outcome outcome)
{
    set_span(m, rule, named(outcome), named(outcome));
}

/* Lets a rule read the fact of another rule as well. */
static inline void also_reads(struct made *m, size_t rule, size_t other)
{
    m->facts[rule][1].number = (int)other;
    m->rules[rule].fact_count = 2;
}

#define assert_tally(got, ...) assert_tally_at(got, __VA_ARGS__, __FILE__, __LINE__)

static inline void assert_tally_at(struct tally a, struct tally b, const char *file, int line)
{
    const int64_t got[] = {a.earned, a.possible, a.applicable, a.low, a.high};
    const int64_t want[] = {b.earned, b.possible, b.applicable, b.low, b.high};
    static const char *const names[] = {"earned", "possible", "applicable", "low", "high"};

    for (size_t i = 0; i < COUNT(got); i++) {
        if (got[i] == want[i])
            continue;
        print_error("%s: %lld, not %lld\n", names[i], (long long)got[i], (long long)want[i]);
        _fail(file, line);
    }
}

#endif
