/* SPDX-License-Identifier: MIT
 *
 * Facts asked for one by one, the most telling first; each answer goes into the text of a
 * profile at once. Talks over callbacks alone, so that it runs without a terminal.
 */
#ifndef CLI_QUESTIONNAIRE_H
#define CLI_QUESTIONNAIRE_H

#include "base/buf.h"
#include "facts/profile.h"
#include "lua/rulebook.h"

enum reply { REPLY_LINE, REPLY_END, REPLY_INTERRUPTED };

struct questionnaire {
    struct rulebook *book; /* with its examples (RULEBOOK_FULL) */
    const struct profile_options *reading;
    const char *file;    /* name for messages */
    struct text text;    /* the profile, without faults; then with the answers */
    struct arena *arena; /* gets the new texts */
    void *context;       /* of the callbacks */
    /* Puts the next line, without its end, into the empty *line. */
    enum reply (*read_line)(void *context, struct buf *line);
    void (*write)(void *context, const char *text);
    /* Keeps the profile after an answer; false, after saying why, ends it all. */
    bool (*save)(void *context, struct text text);
};

enum questionnaire_end {
    QUESTIONNAIRE_DONE,    /* nothing is left to ask */
    QUESTIONNAIRE_STOPPED, /* by the user, or the input's end */
    QUESTIONNAIRE_INTERRUPTED,
    QUESTIONNAIRE_NOT_SAVED
};

/* Asks until one of these ends. What is known, a range or a conflict is never asked for. */
enum questionnaire_end questionnaire_run(struct questionnaire *q);

/* Appends where the profile stands, and the three questions to ask next. */
void questionnaire_put_summary(const struct questionnaire *q, struct buf *out);

#endif
