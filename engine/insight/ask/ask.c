/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "insight/ask/ask.h"
#include "insight/ask/ask_answers.h"
#include "insight/ask/few_answers.h"

static const char as_of_fact[] = "company.as_of";

/* The company as it is, and a copy in which facts are changed and put back. */
struct lab {
    struct rulebook *book;
    const struct assessment *a;
    struct arena *arena;
    struct arena scratch; /* of one try */
    struct profile trial;
    struct finding *findings;
    bool *changed, *critical; /* per rule, by the answers tried since lab_forget */
    enum score_kind kind;     /* the score that is looked at */
    bool tried;               /* any answer since lab_forget */
};

/* One fact with what it would be. */
struct change {
    int fact;
    const struct value *answer;
};

struct candidate {
    struct ask_question question;
    struct answers few; /* that differ in what comes of them; else spread over all */
    bool is_open, of_reader;
    bool is_paired; /* listed as the second of two */
};

/* --- one try --- */

static bool counts(const struct lab *lab, const struct rule *rule)
{
    return !rule->off && lab->a->pack->themes[rule->theme].score == lab->kind;
}

static bool reads_any(const struct rule *rule, const struct change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rule_reads(rule, changes[i].fact))
            return true;
    return false;
}

static void set_fact(struct lab *lab, const struct change *change)
{
    const struct fact_def *def = &lab->trial.schema->facts[change->fact];

    lab->trial.facts[change->fact] = answer_as_fact(lab->a->profile, def, change->answer);
    if (strcmp(def->name, as_of_fact) == 0 && change->answer->state == FACT_KNOWN) {
        lab->trial.has_as_of = true;
        lab->trial.as_of = (date)change->answer->lo;
    }
}

static void put_back(struct lab *lab, const struct change *changes, size_t count)
{
    struct fact *facts = lab->trial.facts;

    lab->trial = *lab->a->profile;
    lab->trial.facts = facts;
    for (size_t i = 0; i < count; i++)
        facts[changes[i].fact] = lab->a->profile->facts[changes[i].fact];
    memcpy(lab->findings, lab->a->findings, lab->a->pack->rule_count * sizeof *lab->findings);
}

static bool same_points(const struct finding *a, const struct finding *b)
{
    struct tally x = finding_tally(a), y = finding_tally(b);

    return x.earned == y.earned && x.possible == y.possible && x.applicable == y.applicable &&
           x.low == y.low && x.high == y.high;
}

static void run_rules(struct lab *lab, const struct change *changes, size_t count)
{
    const struct pack *pack = lab->a->pack;

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct finding *was = &lab->a->findings[i];
        struct finding *now = &lab->findings[i];
        if (!counts(lab, &pack->rules[i]) || !reads_any(&pack->rules[i], changes, count))
            continue;
        rulebook_run_rule(lab->book, i, &lab->trial, &lab->scratch, now);
        lab->changed[i] |= !same_points(was, now);
        lab->critical[i] |= finding_severity(now) == 3 && finding_severity(was) != 3;
    }
}

static struct score score_of(const struct lab *lab)
{
    struct tally sum = {0};

    for (size_t i = 0; i < lab->a->pack->rule_count; i++)
        if (lab->a->pack->themes[lab->findings[i].rule->theme].score == lab->kind)
            tally_add(&sum, finding_tally(&lab->findings[i]));
    return tally_score(sum);
}

static void widen(struct ask_span *span, bool first, int value)
{
    span->from = first || value < span->from ? value : span->from;
    span->to = first || value > span->to ? value : span->to;
}

static int swing_of(const struct lab *lab, const struct score *score)
{
    const struct score *was = lab->kind == SCORE_FIT ? &lab->a->fit : &lab->a->score;

    return abs(score->low - was->low) + abs(score->high - was->high);
}

static void reach_add(const struct lab *lab, struct ask_reach *reach, const struct score *score)
{
    const struct assessment *a = lab->a;
    struct verdict verdict = verdict_of(a->pack, lab->findings, *score, false);
    int swing = swing_of(lab, score);
    bool first = !lab->tried;

    widen(&reach->low, first, score->low);
    widen(&reach->high, first, score->high);
    if (score->has_score)
        widen(&reach->score, !reach->has_score, score->score);
    reach->has_score |= score->has_score;
    reach->best_band = first || verdict.now < reach->best_band ? verdict.now : reach->best_band;
    reach->worst_band =
        first || verdict.now > reach->worst_band ? verdict.now : reach->worst_band;
    reach->swing = swing > reach->swing ? swing : reach->swing;
    reach->gate |= lab->kind == SCORE_COMPANY && verdict.criticals > a->verdict.criticals;
}

/* What the answers come to. */
static struct score try(struct lab *lab, const struct change *changes, size_t count,
                        struct ask_reach *reach)
{
    for (size_t i = 0; i < count; i++)
        set_fact(lab, &changes[i]);
    run_rules(lab, changes, count);
    struct score score = score_of(lab);
    reach_add(lab, reach, &score);
    lab->tried = true;
    put_back(lab, changes, count);
    arena_reset(&lab->scratch);
    return score;
}

static void forget(struct lab *lab)
{
    size_t size = lab->a->pack->rule_count * sizeof *lab->changed;

    memset(lab->changed, 0, size);
    memset(lab->critical, 0, size);
    lab->tried = false;
}

/* The rules that are marked. */
static size_t marked(const struct lab *lab, const bool *marks, const struct rule ***out)
{
    const struct pack *pack = lab->a->pack;
    size_t count = 0;

    *out = arena_alloc(lab->arena, pack->rule_count * sizeof **out);
    for (size_t i = 0; i < pack->rule_count; i++)
        if (marks[i])
            (*out)[count++] = &pack->rules[i];
    return count;
}

/* --- one fact --- */

static bool is_open(const struct fact *fact)
{
    if (fact_is_known(fact))
        return fact->value.lo < fact->value.hi && !fact->no_rate;
    return fact->value.state == FACT_ABSENT || fact->value.state == FACT_UNKNOWN;
}

static bool is_read(const struct lab *lab, int fact)
{
    for (size_t i = 0; i < lab->a->pack->rule_count; i++)
        if (counts(lab, &lab->a->pack->rules[i]) && rule_reads(&lab->a->pack->rules[i], fact))
            return true;
    return false;
}

/* Some of the answers, from the first to the last. */
static void spread(struct answers *few, const struct answers *all)
{
    few->count = all->count < FEW_ANSWERS ? all->count : FEW_ANSWERS;
    for (size_t i = 0; i < few->count; i++)
        few->list[i] = all->list[few->count < 2 ? 0 : i * (all->count - 1) / (few->count - 1)];
}

static void try_all(struct lab *lab, struct candidate *c)
{
    struct ask_question *q = &c->question;
    struct few_answer seen[FEW_ANSWERS + 1] = {{.answer = NULL}};
    size_t count = 0;
    struct answers answers;

    answers_of(lab->a->pack, lab->a->profile, q->fact, lab->arena, &answers);
    forget(lab);
    for (size_t i = 0; i < answers.count; i++) {
        struct change change = {q->fact, &answers.list[i]};
        struct score score = try(lab, &change, 1, &q->reach);
        struct few_answer add = {&answers.list[i], score, swing_of(lab, &score)};
        count = few_answers_keep(seen, count, add);
    }
    for (size_t i = 0; i < count; i++)
        c->few.list[i] = *seen[i].answer;
    c->few.count = count;
    q->rule_count = marked(lab, lab->changed, &q->rules);
    q->reach.critical_count = marked(lab, lab->critical, &q->reach.criticals);
    if (c->few.count < 2)
        spread(&c->few, &answers);
}

/* --- two facts together --- */

static bool tells_more(const struct ask_reach *a, const struct ask_reach *b)
{
    if (a->gate != b->gate)
        return a->gate;
    return a->swing > b->swing;
}

static bool tells(const struct ask_question *q)
{
    return q->reach.swing > 0 || q->reach.gate;
}

/* What the answers to both can do; *best becomes that where it is more. */
static void try_pair(struct lab *lab, const struct candidate *a, const struct candidate *b,
                     struct ask_question *best)
{
    struct ask_question q = {.fact = a->question.fact, .with = b->question.fact};

    forget(lab);
    for (size_t i = 0; i < a->few.count; i++) {
        for (size_t j = 0; j < b->few.count; j++) {
            struct change changes[] = {{q.fact, &a->few.list[i]}, {q.with, &b->few.list[j]}};
            try(lab, changes, COUNT(changes), &q.reach);
        }
    }
    if (!tells_more(&q.reach, &best->reach))
        return;
    q.rule_count = marked(lab, lab->changed, &q.rules);
    q.reach.critical_count = marked(lab, lab->critical, &q.reach.criticals);
    *best = q;
}

/* Looks among the facts of the rules that wait for this one for the one it tells most with. One
 * that tells something alone is no partner: it is asked first, and then this one by itself. */
static void find_partner(struct lab *lab, struct candidate *all, struct candidate *c)
{
    struct ask_question best = {.with = FACT_NONE};

    for (size_t r = 0; r < lab->a->pack->rule_count; r++) {
        const struct rule *rule = &lab->a->pack->rules[r];
        if (lab->a->findings[r].outcome != OUTCOME_UNKNOWN || !counts(lab, rule) ||
            !rule_reads(rule, c->question.fact))
            continue;
        for (size_t f = 0; f < rule->fact_count; f++) {
            const struct candidate *other = &all[rule->facts[f].number];
            if (other != c && other->is_open && !other->of_reader && !tells(&other->question))
                try_pair(lab, c, other, &best);
        }
    }
    if (best.with == FACT_NONE)
        return;
    c->question = best;
    all[best.with].is_paired = true;
}

/* --- all of it --- */

static void insert(struct ask_questions *questions, const struct ask_question *new)
{
    size_t at = questions->count++;

    for (; at > 0 && tells_more(&new->reach, &questions->list[at - 1].reach); at--)
        questions->list[at] = questions->list[at - 1];
    questions->list[at] = *new;
}

static bool is_of_fit(const struct fact_def *def)
{
    return strcmp(def->section, "fit") == 0;
}

static bool is_as_of(const struct fact_def *def)
{
    return strcmp(def->name, as_of_fact) == 0;
}

static void try_each(struct lab *lab, struct candidate *all)
{
    for (size_t i = 0; i < lab->a->pack->schema.fact_count; i++) {
        const struct fact_def *def = &lab->trial.schema->facts[i];
        struct candidate *c = &all[i];
        c->question = (struct ask_question){.fact = (int)i, .with = FACT_NONE};
        c->of_reader = is_of_fit(def) || is_as_of(def);
        lab->kind = is_of_fit(def) ? SCORE_FIT : SCORE_COMPANY;
        c->is_open = is_open(&lab->trial.facts[i]) && is_read(lab, (int)i) &&
                     !(lab->trial.has_as_of && is_as_of(def));
        if (c->is_open)
            try_all(lab, c);
    }
}

static void list_each(struct lab *lab, struct candidate *all, struct ask_sheet *out)
{
    for (size_t i = 0; i < lab->a->pack->schema.fact_count; i++) {
        struct candidate *c = &all[i];
        if (!c->is_open || c->is_paired)
            continue;
        if (!tells(&c->question) && !c->of_reader)
            find_partner(lab, all, c);
        if (tells(&c->question))
            insert(c->of_reader ? &out->reader : &out->company, &c->question);
    }
}

/* The best of all twos among the first that are single. */
static void find_pair(struct lab *lab, const struct candidate *all, struct ask_sheet *out)
{
    const struct candidate *pool[ASK_POOL];
    size_t count = 0;

    for (size_t i = 0; i < out->company.count && count < ASK_POOL; i++)
        if (out->company.list[i].with == FACT_NONE)
            pool[count++] = &all[out->company.list[i].fact];
    out->pair.with = FACT_NONE;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            try_pair(lab, pool[i], pool[j], &out->pair);
}

static void open_lab(struct lab *lab)
{
    const struct assessment *a = lab->a;
    size_t fact_count = a->pack->schema.fact_count, rule_count = a->pack->rule_count;

    lab->trial = *a->profile;
    lab->trial.facts = arena_alloc(lab->arena, fact_count * sizeof *lab->trial.facts);
    memcpy(lab->trial.facts, a->profile->facts, fact_count * sizeof *lab->trial.facts);
    lab->findings = arena_alloc(lab->arena, rule_count * sizeof *lab->findings);
    lab->changed = arena_alloc(lab->arena, rule_count * sizeof *lab->changed);
    lab->critical = arena_alloc(lab->arena, rule_count * sizeof *lab->critical);
    put_back(lab, NULL, 0);
}

void ask(struct rulebook *book, const struct assessment *a, struct arena *arena,
         struct ask_sheet *out)
{
    struct lab lab = {.book = book, .a = a, .arena = arena};
    size_t fact_count = a->pack->schema.fact_count;
    struct candidate *all = arena_alloc(arena, fact_count * sizeof *all);

    *out = (struct ask_sheet){0};
    out->company.list = arena_alloc(arena, fact_count * sizeof *out->company.list);
    out->reader.list = arena_alloc(arena, fact_count * sizeof *out->reader.list);
    open_lab(&lab);
    try_each(&lab, all);
    lab.kind = SCORE_COMPANY;
    list_each(&lab, all, out);
    find_pair(&lab, all, out);
    arena_release(&lab.scratch);
}
