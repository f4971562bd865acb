/* SPDX-License-Identifier: MIT
 *
 * Everything said about one company: the one record that all reports are drawn from.
 */
#ifndef SCORE_ASSESSMENT_H
#define SCORE_ASSESSMENT_H

#include "facts/profile.h"
#include "score/score.h"

/* One of the article's five axes, voted on by what is known. */
struct axis_result {
    bool known;
    int vote;   /* -1, 0 or +1 */
    int *reads; /* facts that were known, in the order of classify.lua */
    size_t read_count;
};

enum label_fit { LABEL_NO_WORD, LABEL_FITS, LABEL_DIFFERS };

struct classification {
    size_t class_number;  /* in pack.classify.classes */
    const char *broken;   /* why a row of the classification broke, or NULL */
    int row;              /* the hard row that fitted, or -1: the axes decided */
    const int *row_reads; /* facts the row read */
    size_t row_read_count;
    struct axis_result *axes; /* one per axis of the pack */
    int sum;                  /* weighted, -9 to +9 */
    size_t axes_known;
    const struct label *label; /* the company's own word for itself, or NULL */
    enum label_fit by_a, by_b, by_regulator;
};

/* How good the evidence is; never part of the score. */
struct confidence {
    size_t facts_read;                 /* known facts that findings rest on */
    size_t by_kind[SOURCE_KIND_COUNT]; /* lines that state them, by the kind of source */
    bool has_oldest;
    date oldest;     /* when the oldest source of a fact read was seen, or its year */
    int oldest_fact; /* that fact */
};

struct assessment {
    const struct pack *pack;
    const struct profile *profile;
    struct finding *findings;      /* one per rule of the pack, in its order */
    struct figure_result *figures; /* one per figure of the pack; NULL where none were run */
    struct tally *themes;          /* one per theme of the pack */
    struct tally tally;            /* of the company score */
    struct score score;
    struct verdict verdict;
    size_t waived;        /* findings covered by a waiver that holds */
    struct score without; /* the second score, where waived > 0 */
    struct verdict without_verdict;
    struct tally fit_tally;
    struct classification class;
    struct confidence confidence;
    struct score fit;
    bool has_fit; /* [fit] is not empty */
};

/* Fills everything but the findings and the class's row, which must stand there already. */
void assessment_complete(struct assessment *assessment, struct arena *arena);

/* The class by row and axes; *class has its row set. Takes the votes from what is known. */
void classify(const struct pack *pack, const struct profile *profile, struct arena *arena,
              struct classification *class);

/* Whether the finding is part of what is said: not switched off, and about fit only where the
 * profile says something about the reader. */
bool assessment_says(const struct assessment *assessment, const struct finding *finding);

/* The band's sentence: "meets the advice mostly". */
const char *band_name(const struct pack *pack, size_t band);

#endif
