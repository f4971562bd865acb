/* SPDX-License-Identifier: MIT
 *
 * Audits made up for histories: a pack of four rules, and as many companies as wanted.
 */
#ifndef TESTS_HISTORY_FIXTURE_H
#define TESTS_HISTORY_FIXTURE_H

#include "made_up.h"

#include <stdlib.h>
#include <unistd.h>

#include "audit/history/history.h"

enum { RULES = 4 };

/* One audit in the making. Must not be copied. */
struct bench {
    struct made made;
    const struct pack *packs[1];
    struct report_context context;
    struct history_run run;
    struct rule_result rules[RULES];
    struct pack_result result;
    char name[64], company[64];
    char folder[64]; /* of its own */
    char path[128];  /* of the history in it */
    int progress;    /* a pipe's end, for a child that says how far it is */
};

static inline void set_up(struct bench *b)
{
    static const char *const inputs[] = {"companies/"};

    *b = (struct bench){.context = {.version = "1.2.3"}};
    make(&b->made, RULES);
    b->made.pack.name = "made-up";
    b->made.pack.version = "1.0.0";
    memset(b->made.pack.hash, 'a', HASH_HEX_LEN);
    for (size_t i = 0; i < RULES; i++)
        b->made.rules[i].title = "Does well";
    b->packs[0] = &b->made.pack;
    b->run = (struct history_run){.packs = b->packs,
                                  .pack_count = 1,
                                  .context = &b->context,
                                  .detail = DETAIL_FINDINGS,
                                  .inputs = inputs,
                                  .input_count = 1};
    snprintf(b->folder, sizeof b->folder, "/tmp/test_history.XXXXXX");
    assert_non_null(mkdtemp(b->folder));
    snprintf(b->path, sizeof b->path, "%s/history.sqlite", b->folder);
}

static inline void tear_down(struct bench *b)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    char path[160];

    for (size_t i = 0; i < COUNT(ends); i++) {
        snprintf(path, sizeof path, "%s%s", b->path, ends[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(b->folder), 0);
}

/* What a rule finds, by the outcome: 20 points in thousandths. */
static inline struct rule_result found(enum outcome outcome)
{
    bool decided = outcome <= OUTCOME_CRITICAL;
    int64_t all = outcome == OUTCOME_NOT_APPLICABLE ? 0 : MADE_POINTS * 1000;
    int64_t credit = decided ? outcome_credit(outcome) : 0;

    return (struct rule_result){.outcome = outcome,
                                .severity =
                                    decided ? outcome_severity(outcome, (int)credit) : 0,
                                .tally = {.applicable = all,
                                          .possible = decided ? all : 0,
                                          .low = MADE_POINTS * credit,
                                          .earned = MADE_POINTS * credit,
                                          .high = decided ? MADE_POINTS * credit : all}};
}

/* The record of a company that is known by its number, with its rules' outcomes. */
static inline struct record assessed(struct bench *b, int64_t number,
                                     const enum outcome *found_by)
{
    struct tally sum = {0};

    for (size_t i = 0; i < RULES; i++) {
        b->rules[i] = found(found_by[i]);
        tally_add(&sum, b->rules[i].tally);
    }
    b->result = (struct pack_result){.score = tally_score(sum),
                                     .verdict = {.kind = VERDICT_DECIDED, .now = 1},
                                     .rules = b->rules,
                                     .rule_count = RULES};
    snprintf(b->name, sizeof b->name, "c%05lld.ini", (long long)number);
    snprintf(b->company, sizeof b->company, "Company %lld", (long long)number);
    return (struct record){.kind = RECORD_ASSESSED,
                           .number = number,
                           .name = b->name,
                           .company = b->company,
                           .profile_hash = "f00d",
                           .packs = &b->result,
                           .pack_count = 1};
}

/* Of every ten one cannot be read, and of every hundred the worker dies on one. */
static inline struct record numbered(struct bench *b, int64_t number)
{
    static const enum outcome outcomes[][RULES] = {
        {OUTCOME_PASS, OUTCOME_PASS, OUTCOME_MINOR, OUTCOME_UNKNOWN},
        {OUTCOME_MAJOR, OUTCOME_CRITICAL, OUTCOME_PASS, OUTCOME_NOT_APPLICABLE},
        {OUTCOME_UNKNOWN, OUTCOME_UNKNOWN, OUTCOME_UNKNOWN, OUTCOME_UNKNOWN}};
    struct record record = assessed(b, number, outcomes[number % 3]);

    if (number % 10 == 9)
        record = (struct record){.kind = number % 100 == 99 ? RECORD_LOST : RECORD_UNREADABLE,
                                 .number = number,
                                 .name = b->name,
                                 .company = "",
                                 .notes = text_of("c.ini:1:1: there is no fact 'x'\n")};
    return record;
}

static inline struct history *open_history(struct bench *b)
{
    struct error err = {0};
    struct history *history = history_open(b->path, &err);

    if (!history || !history_start(history, &b->run, &err))
        fail_msg("%s: %s", err.where, err.message);
    return history;
}

static inline void take(struct history *history, const struct record *record)
{
    struct error err = {0};

    if (!history_take(history, record, &err))
        fail_msg("%s: %s", err.where, err.message);
}

static inline void end(struct history *history, enum history_end how)
{
    struct error err = {0};

    if (!history_end(history, how, &err))
        fail_msg("%s: %s", err.where, err.message);
    history_close(history);
}

/* A whole audit of 'count' companies. */
static inline void audit_numbered(struct bench *b, int64_t count)
{
    struct history *history = open_history(b);

    for (int64_t i = 0; i < count; i++) {
        struct record record = numbered(b, i);
        take(history, &record);
    }
    end(history, HISTORY_WHOLE);
}

#endif
