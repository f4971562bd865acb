/* SPDX-License-Identifier: MIT
 *
 * The examples of rules, figures and classification rows: what they give, held against what
 * they expect.
 */
#ifndef INSIGHT_EXAMPLES_H
#define INSIGHT_EXAMPLES_H

#include "base/buf.h"
#include "lua/rulebook.h"

enum subject_kind { SUBJECT_RULE, SUBJECT_ROW, SUBJECT_FIGURE };

/* What the examples belong to: a rule or figure of the pack, or a row of its classification. */
struct subject {
    enum subject_kind kind;
    size_t number; /* of its kind */
    const struct example *examples;
    size_t count;
};

struct subject subject_of_rule(const struct pack *pack, size_t rule);
struct subject subject_of_figure(const struct pack *pack, size_t figure);
/* By its number among the files of the pack. */
struct subject subject_of_file(const struct pack *pack, size_t file);
struct subject subject_of_row(const struct pack *pack, size_t row);

/* What came of facts that an example gives. All lives in the arena of the run. */
struct outcome_seen {
    const char *facts; /* the profile that was made of them, as INI text */
    bool readable;     /* else the profile has faults: 'finding' and 'profile' are empty */
    struct profile profile;
    struct finding finding; /* of a figure, its first line or the one that broke, with
                               what all lines read */
    const char *words; /* "critical", "credit 0.5", "critical..pass", "2199..2899", a figure's
                          lines as "253; 7"; faults and errors with what is wrong */
};

/* Appends the facts as a profile. */
void example_put_facts(struct buf *buf, const struct schema *schema,
                       const struct example_fact *facts, size_t count);

/* Appends "critical", "credit 0.5", "critical..pass" or "2199". */
void finding_put_outcome(struct buf *buf, const struct finding *finding);

/* Runs a subject over a profile given as text.
 *
 *   trace   gets all the rule did; NULL: it runs unwatched. Rows leave it empty.
 */
void subject_run(struct rulebook *book, const struct subject *subject, const char *facts,
                 struct arena *arena, struct outcome_seen *out, struct trace *trace);

/* The same for the facts of an example of its. */
void example_run(struct rulebook *book, const struct subject *subject,
                 const struct example *example, struct arena *arena, struct outcome_seen *out,
                 struct trace *trace);

/* Whether that is what the example expects. */
bool example_holds(const struct example *example, const struct outcome_seen *seen);

/* The line on which each example of the 'which'th table called examples starts, in 'lines',
 * which is zeroed and has room for 'count': 0 stays where the text does not show it. */
void example_lines(struct text source, size_t which, size_t count, struct arena *arena,
                   int *lines);

#endif
