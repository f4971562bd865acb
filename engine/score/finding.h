/* SPDX-License-Identifier: MIT
 *
 * What one rule says about one company: an outcome or a span of outcomes, a reason that is
 * formatted only when shown, and the facts it read.
 */
#ifndef SCORE_FINDING_H
#define SCORE_FINDING_H

#include "base/buf.h"
#include "base/decimal.h"
#include "score/pack.h"

enum {
    MESSAGE_MAX_BYTES = 400, /* of a reason as shown; rules may be held to less */
    MESSAGE_MAX_VALUES = 12
};

/* A value for a directive of a message: text where 'text' is set, else the number. */
struct message_value {
    const char *text;
    double number;
};

/* A format and its values. Directives, all there are: %s text, %d whole number, %n number as
 * people write it, %m money in the company's currency, %.0f to %.6f, %%. */
struct message {
    const char *format; /* NULL: nothing to say */
    struct message_value *values;
    int value_count;
};

/* One end of what a rule found. */
struct ending {
    enum outcome outcome;
    int credit;    /* thousandths of the rule's points */
    decimal value; /* for VALUE: what a figure came to */
    struct message message;
};

struct finding {
    const struct rule *rule;
    /* UNKNOWN, NOT_APPLICABLE, ERROR, or else the milder end: what certainly holds. A span is
     * critical only if both its ends are. */
    enum outcome outcome;
    bool span;
    struct ending worst; /* where the outcome earns credit; equal ends where there is no span */
    struct ending best;
    struct message message; /* for UNKNOWN, NOT_APPLICABLE and ERROR; may be empty */
    int error_line;         /* of the rule's file, for ERROR; 0 where unknown */
    const char *error_id;   /* for ERROR: "steps", "bytes" (a limit), "answer" (what it
                               returned), "code" (anything else); else NULL */
    bool refused;           /* an expected fact was asked for and not given */
    const int *reads;       /* facts read, each once, in order of first reading */
    size_t read_count;
    const int *missing; /* facts that were not known when they were needed */
    size_t missing_count;
    const struct waiver *waiver; /* the waiver for this rule, valid or lapsed, or NULL */
};

/* What one figure says about one company: each of its functions is a finding, of outcome VALUE
 * (its ends: the least and the most it can be), UNKNOWN, NOT_APPLICABLE or ERROR. */
struct figure_result {
    const struct figure *figure;
    struct finding *lines;
    size_t count; /* of lines: all its functions, or those up to one that broke */
    int *missing; /* where a line is not known: what stopped it, and its facts that have no
                     value; each once */
    size_t missing_count;
};

/* Whether the finding earns points: its outcome is known, at least as a span. */
static inline bool finding_is_decided(const struct finding *finding)
{
    return finding->outcome < OUTCOME_UNKNOWN;
}

/* Whether both say the same of their rule: outcome and both ends, whatever the words. */
bool finding_same(const struct finding *a, const struct finding *b);

/* Whether a waiver that holds covers it. */
bool finding_is_waived(const struct finding *finding);

/* Whether it is not certain to be critical but could turn out so. */
bool finding_could_be_critical(const struct finding *finding);

/* How bad the outcome is: 0 for pass, info and what is not decided, 1 minor, 2 major, 3
 * critical. credit() counts by what it earns: under 0.125 critical, under 0.425 major, under 1
 * minor (the middles between the named credits: our judgement). */
int outcome_severity(enum outcome outcome, int credit);
int finding_severity(const struct finding *finding);

/* Appends the message for people. */
void message_put(struct buf *buf, const struct message *message, const char *currency);

/* The letters of the directives that want values, in order: 's' text, 'd' a whole number,
 * others a number. False where one is unknown or there are too many. */
bool message_kinds(const char *format, char kinds[MESSAGE_MAX_VALUES + 1]);

/* Whether a format uses only known directives with values of the right kind; else why not. */
bool message_check(const struct message *message, const char **why);

/* Appends the reason of a finding: the worse end's that a test reached, or why it is not
 * decided. */
void finding_put_reason(struct buf *buf, const struct finding *finding, const char *currency);

#endif
