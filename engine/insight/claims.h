/* SPDX-License-Identifier: MIT
 *
 * A recruiter's text held against the claims of a pack: which sentences are instances of which
 * known claim. Words are compared, nothing is understood: what matches is worth a question,
 * what does not is not judged.
 */
#ifndef INSIGHT_CLAIMS_H
#define INSIGHT_CLAIMS_H

#include "base/error.h"
#include "base/text.h"
#include "score/pack.h"

enum {
    CLAIMS_TEXT_MAX_BYTES = 1024 * 1024, /* of a text */
    CLAIMS_WORDS_BETWEEN = 2             /* at most, between two words of a phrase */
};

/* A sentence of the text that is an instance of a claim. */
struct claim_finding {
    const struct claim *claim;
    struct text sentence; /* borrowed from the text, without blanks around it */
    size_t number;        /* of the sentence, from 1 */
    int line;             /* on which it starts, from 1 */
};

/* In the order of the text, and of the claims in the pack for one sentence; at most one for a
 * sentence and claim. */
struct claim_findings {
    struct claim_finding *list; /* lives in the arena */
    size_t count;
    size_t sentences; /* of the text: those that have a word */
    size_t matched;   /* of them */
};

/* Whether it is a text at all. Errors: ERROR_USAGE for a NUL byte, and for nothing but blanks.
 */
bool claims_check_text(struct text text, const char *name, struct error *err);

/*
 * Finds the claims in a text. Sentences end at . ! ? before a blank, and at the end of a line.
 * Time grows with the text's length alone.
 *
 *   text    any bytes; those that are not UTF-8 are taken for letters
 *   claims  borrowed by the findings, as is the text
 */
void claims_find(struct text text, const struct claim *claims, size_t claim_count,
                 struct arena *arena, struct claim_findings *out);

#endif
