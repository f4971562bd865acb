/* SPDX-License-Identifier: MIT
 *
 * What the report for terminals and the one for browsers say in the same words, and in which
 * order they say it. Sentences are appended without a full stop; nothing where there is nothing
 * to say.
 */
#ifndef REPORT_SENTENCES_H
#define REPORT_SENTENCES_H

#include "insight/ask/questions.h"
#include "money/people.h"
#include "report/report.h"

/* --- the result --- */

/* "only: RE*; the score is a share of 220 points": the score of a part, or by other points, is
 * not the pack's own, and every report says so at its head. Nothing where it is. */
void sentence_changes(struct buf *out, const struct pack *pack,
                      const struct report_context *context);

/* "41 of 100 on what is known; between 37 and 52 whatever the open answers are; ..." */
void sentence_points(struct buf *out, const struct score *score);

/* "with the waived tests left out (2, see below): ..."; nothing where no waiver holds. */
void sentence_without_waived(struct buf *out, const struct assessment *assessment);

/* The ids of findings of the company score for which 'belongs' holds, after 'head'. */
void sentence_named(struct buf *out, const struct assessment *assessment, const char *head,
                    bool (*belongs)(const struct finding *));
extern const char sentence_could_be_critical[], sentence_broken[]; /* heads */
bool finding_is_broken(const struct finding *finding);

/* --- the class --- */

void sentence_class(struct buf *out, const struct assessment *assessment);
void sentence_called(struct buf *out, const struct class_def *class);
void sentence_label(struct buf *out, const struct classification *class);

/* "multi-level side: type = unilevel"; "not known". */
void sentence_axis(struct buf *out, const struct assessment *assessment, size_t axis);

/* --- findings --- */

/* What fell short in one score, the worst first; the list lives in 'arena'. */
size_t findings_short(const struct assessment *assessment, enum score_kind kind,
                      struct arena *arena, const struct finding ***out);

/* Lost points for certain, was refused, or broke. */
bool finding_fell_short(const struct finding *finding);
bool finding_is_of(const struct assessment *assessment, const struct finding *finding,
                   enum score_kind kind);

/* Thousandths of the pack's points as points of a score, 0 to 100, in hundredths: shares of
 * all points that apply, so that what is certainly lost adds up to what the upper end lacks of
 * 100, and what is open to the width of the range. */
void sentence_points_of_100(struct buf *out, const struct assessment *assessment,
                            enum score_kind kind, int64_t thousandths);

/* The same of the score that the finding counts for. */
void sentence_of_100(struct buf *out, const struct assessment *assessment,
                     const struct finding *finding, int64_t thousandths);

/* "-2.25": points of 100 certainly lost; nothing where there are none. */
void sentence_loss(struct buf *out, const struct assessment *assessment,
                   const struct finding *finding);

/* "together -41.24 (each is rounded): 58.76 of 100 are left, the upper end"; nothing where none
 * are lost. Of the company score. */
void sentence_lost(struct buf *out, const struct assessment *assessment);
void sentence_outcome(struct buf *out, const struct finding *finding); /* "critical..minor" */

/* Findings that did not fall short, by what they are: lists of ids under a head each. */
struct finding_list {
    const char *head;
    bool (*belongs)(const struct finding *);
};
extern const struct finding_list finding_lists[];
extern const size_t finding_list_count;

/* The head and the ids of one such list; returns how many. */
size_t sentence_listed(struct buf *out, const struct assessment *assessment,
                       const struct finding_list *list);

/* Worth knowing, and costs nothing. */
bool finding_is_note(const struct assessment *assessment, const struct finding *finding);

/* What a reason leaves out: that it speaks of one end of what is not exact, " (tried at both
 * ends of share 20..30%)", and from which amounts and by which rate its USD are converted. */
void sentence_ends(struct buf *out, const struct assessment *assessment,
                   const struct finding *finding);

/* Where a fact stands: "line 24, S3 p.4". */
void sentence_place(struct buf *out, const struct profile *profile, const struct fact *fact);

/* "4.5 points, and it could be critical" */
void sentence_swing(struct buf *out, const struct assessment *assessment,
                    const struct question *question);

/* --- figures --- */

/* Whether a line has anything to say but what it needs. */
bool figure_line_says(const struct finding *line);

/* What is said beside a value, or why there is none. */
void sentence_figure(struct buf *out, const struct assessment *assessment,
                     const struct finding *line);

/* " [S1, S2]": the sources of the facts that a line read. */
void sentence_figure_sources(struct buf *out, const struct assessment *assessment,
                             const struct finding *line);

/* The income table that a fact holds, as 100 people; 0 where it is not known. */
size_t people_in_fact(const struct assessment *assessment, const char *fact,
                      struct people people[PEOPLE_DRAWN]);

/* "were paid nothing", "about  1,150 a year": the amount takes so many columns. */
void sentence_people(struct buf *out, const struct people *people, size_t amount_columns);

/* --- evidence --- */

void sentence_waiver(struct buf *out, const struct waiver *waiver);
void sentence_confidence(struct buf *out, const struct assessment *assessment);
void sentence_integrity(struct buf *out, const struct finding *integrity);

/* "Compensation plan 2023, company_doc, seen 2024-04-30": all but its id and address. */
void sentence_source(struct buf *out, const struct source *source);

/* Facts of which something must be said: lists of the report under a heading each. */
struct fact_list {
    const char *heading;
    bool (*belongs)(const struct assessment *assessment, size_t fact);
};
extern const struct fact_list fact_lists[];
extern const size_t fact_list_count;

/* "cost.join_fee = 20 USD / 30 USD (line 4, S1; line 9, S2)" */
void sentence_fact(struct buf *out, const struct assessment *assessment, size_t fact);

/* --- words --- */

/* A word of the reports and what it means. */
struct report_word {
    const char *word, *meaning;
};
extern const struct report_word report_words[];
extern const size_t report_word_count;

#endif
