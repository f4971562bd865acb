/* SPDX-License-Identifier: MIT
 *
 * What to ask next, fact by fact: each open fact is given every answer that could matter, the
 * rules that read it run again, and what comes of score and verdict is kept. Nothing is
 * estimated; all other facts stay as they are.
 */
#ifndef INSIGHT_ASK_H
#define INSIGHT_ASK_H

#include "lua/rulebook.h"

enum {
    ASK_ANSWERS_MAX = 16, /* tried for one fact; more are thinned out evenly, ends kept */
    ASK_POOL = 8          /* facts among which the best pair is looked for */
};

/* From the lowest to the highest that some answer leads to. */
struct ask_span {
    int from, to;
};

/* What the answers can make of one score, in thousandths as in struct score. */
struct ask_reach {
    struct ask_span low, high;
    bool has_score; /* an answer gives one */
    struct ask_span score;
    size_t best_band, worst_band; /* of the verdict as it would stand then */
    int swing; /* the most that one answer moves both ends of the range together */
    bool gate; /* an answer adds a critical that counts for the cap on the verdict */
    const struct rule **criticals; /* that an answer makes critical and that are not so yet */
    size_t critical_count;
};

struct ask_question {
    int fact;
    int with; /* FACT_NONE, or the fact that must be answered too before either counts */
    struct ask_reach reach;    /* of the company score; of the fit where the fact is about it */
    const struct rule **rules; /* whose points an answer changes */
    size_t rule_count;
};

struct ask_questions {
    struct ask_question *list; /* most telling first */
    size_t count;
};

struct ask_sheet {
    struct ask_questions company; /* to ask others, or look up */
    struct ask_questions reader;  /* what only the reader knows: section fit, the as-of date */
    struct ask_question pair;     /* the two of the best ASK_POOL whose answers together change
                                     most;     'with' is FACT_NONE where there are no two */
};

/*
 * The questions for one company: facts that are absent or unknown, or a range or conflict, and
 * that a rule of the score reads which is not switched off. Refused and n/a are answers. In the
 * order: those with a gate, then by swing, then by the vocabulary. A fact that changes nothing
 * alone is joined with the one it changes most with; what changes nothing then is left out.
 *
 *   book       the pack of the assessment, with its examples (RULEBOOK_FULL): they give answers
 *   arena      gets all of *out but the rules, which are the pack's
 */
void ask(struct rulebook *book, const struct assessment *assessment, struct arena *arena,
         struct ask_sheet *out);

#endif
