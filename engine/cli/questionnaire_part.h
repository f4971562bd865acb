/* SPDX-License-Identifier: MIT
 *
 * What questionnaire.c (which questions, in which order) and questionnaire_rows.c (an answer of
 * many lines) share.
 */
#ifndef CLI_QUESTIONNAIRE_PART_H
#define CLI_QUESTIONNAIRE_PART_H

#include "cli/standing.h"

struct dialogue {
    struct questionnaire *q;
    struct standing now;
    bool *asked; /* by number of the fact */
    int *answered;
    size_t answered_count;
    bool no_rate; /* it was told that a rate is missing */
    bool figures; /* it was offered to stop: what they lack is asked first now */
};

/* What comes after a line. */
enum step { STEP_ON, STEP_BACK, STEP_STOP, STEP_INTERRUPTED, STEP_NOT_SAVED };

void dialogue_tell(struct dialogue *d, const char *line);

/* What a fact means, and where to find it. */
void dialogue_show_find(struct dialogue *d, int fact);

/* Prompts and reads; false where there is no line, with *step set. */
bool dialogue_hear(struct dialogue *d, const char *prompt, struct buf *line, enum step *step);

/* What was typed, without the blanks around it. */
struct text dialogue_line(const struct buf *line);

/* Puts the answer into the profile and saves it; false after telling what is wrong with it.
 * *step is set where it could not be saved. */
bool dialogue_keep(struct dialogue *d, int fact, const char *value, enum step *step);

/* Takes rows, 'first' and those typed after it up to an empty line or 'q', and saves them.
 * False, with nothing kept, after telling what is wrong with the table: ask again. */
bool dialogue_take_rows(struct dialogue *d, int fact, struct text first, enum step *step);

#endif
