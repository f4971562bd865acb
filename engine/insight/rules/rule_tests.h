/* SPDX-License-Identifier: MIT
 *
 * The tests of rules: their examples, how much of the rules these reach, what must hold around
 * them, and whether they notice small changes of the rules.
 */
#ifndef INSIGHT_RULE_TESTS_H
#define INSIGHT_RULE_TESTS_H

#include "insight/rules/coverage.h"
#include "insight/rules/examples.h"
#include "insight/rules/mutation.h"
#include "insight/rules/properties.h"

/* A fact that a rule read, with what it got. */
struct fact_read {
    int fact;
    int line;          /* of the rule's file */
    const char *value; /* as the rule got it, or why it got none */
};

struct example_result {
    const struct example *example;
    int line; /* of the rule's file; 0 where it cannot be told */
    bool passed;
    const char *got;
    /* Of those that failed: how it came about. Rows have no reads. */
    const char *reason; /* or "" */
    struct fact_read *reads;
    size_t read_count;
    int decided_line; /* the last that ran before the outcome; 0 where none did */
    struct text decided;
};

/* A rule, a figure or a row of the classification. */
struct rule_result {
    const struct pack *pack;
    enum subject_kind kind;
    const struct rule *rule; /* of a figure, its 'rule'; NULL: a row */
    const char *id;          /* "RE02", "classify row 3" */
    const char *file;        /* path as given and inside the pack */
    struct example_result *examples;
    size_t count;
    size_t failed;
    struct rule_coverage coverage;     /* with 'coverage' */
    struct rule_properties properties; /* with 'properties' */
    struct rule_mutation mutation;     /* with 'mutate' */
};

/* What is to be done. */
struct rule_tests_options {
    bool coverage, properties, mutate; /* besides the examples */
};

struct rule_tests {
    struct rule_tests_options options;
    struct rule_result *list;
    size_t count;
    size_t rules, figures; /* of 'list'; the others are rows */
    size_t passed, failed; /* examples, and the properties of each rule as one */
};

/*
 * Runs the tests of a book and adds them to *tests, whose options are set. Of figures and rows
 * the examples only.
 *
 *   wanted   per rule of the pack; NULL: all
 *   figures  per figure of the pack; NULL: all
 *   rows     whether the rows of the classification are tested too
 *   arena    gets the results
 *
 * Cannot fail: what breaks is a test that failed. The book is as it was afterwards, but has
 * grown where rules were changed and put back.
 */
void rule_tests_add(struct rule_tests *tests, struct rulebook *book, const bool *wanted,
                    const bool *figures, bool rows, struct arena *arena);

/* Percent of the lines that can run which ran, of the changes that were noticed; rounded down,
 * 100 of none. */
int rule_tests_lines_percent(const struct rule_tests *tests);
int rule_tests_noticed_percent(const struct rule_tests *tests);

#endif
