/* SPDX-License-Identifier: MIT
 *
 * A rule pack as data: what its files say about themes, rules, sources, the articles and the
 * classes of business. Filled by engine/lua/ when a pack is loaded, read-only afterwards; the
 * rules' functions stay in Lua. All strings live as long as the pack.
 */
#ifndef SCORE_PACK_H
#define SCORE_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "facts/schema.h"

enum outcome {
    OUTCOME_PASS,
    OUTCOME_INFO,
    OUTCOME_MINOR,
    OUTCOME_MAJOR,
    OUTCOME_CRITICAL,
    OUTCOME_CREDIT, /* credit(x): neither good nor bad by name */
    OUTCOME_VALUE,  /* value(x): of a figure; no rule gives it */
    OUTCOME_UNKNOWN,
    OUTCOME_NOT_APPLICABLE,
    OUTCOME_ERROR,
    OUTCOME_COUNT
};

enum { CREDIT_FULL = 1000 }; /* thousandths of a rule's points */

const char *outcome_name(enum outcome outcome);
bool outcome_from_name(const char *name, enum outcome *out);

/* Thousandths of the points that a named outcome earns: 1000, 1000, 600, 250, 0. */
int outcome_credit(enum outcome outcome);

/* A list of ids or names. */
struct names {
    const char *const *list;
    size_t count;
};

bool names_have(struct names names, const char *name);

enum direction {
    DIRECTION_UNSTATED, /* not a numeric fact */
    DIRECTION_UP,       /* a larger value never makes the outcome worse */
    DIRECTION_DOWN,     /* a larger value never makes it better */
    DIRECTION_NONE      /* neither, for a stated reason */
};

/* A fact that a rule may read. */
struct rule_fact {
    int number;       /* in the schema */
    bool is_optional; /* asked for with known() or between(): it is never waited for */
    enum direction direction;
    const char *reason; /* for DIRECTION_NONE */
};

struct example_fact {
    int number; /* in the schema */
    const char *text;
};

struct example {
    struct example_fact *facts;
    size_t fact_count;
    const char *expect; /* "major", "credit 0.5" or "critical..pass" */
    const char *note;   /* or NULL */
};

struct rule {
    const char *id;     /* "RE02": the file's name up to the first _ */
    const char *file;   /* path inside its part of the pack */
    size_t part;        /* number of that part */
    const char *source; /* the file's text */
    size_t theme;       /* number of its theme */
    const char *title;
    const char *why;
    struct names cites;
    int points;      /* what it is worth now */
    int pack_points; /* what the pack says; differs under --points */
    bool off;    /* switched off by --points or a selection; worth what 'points' says when on */
    bool broken; /* its file is unusable, and all faults were wanted: off, little is set */
    enum outcome worst;
    struct rule_fact *facts;
    size_t fact_count;
    const char *ask;
    const char *fix; /* or NULL */
    size_t test_count;
    struct example *examples;
    size_t example_count;
};

/* How firm a figure is (arithmetic.md). */
enum figure_label {
    FIGURE_EXACT, /* an identity, or a bound that holds in any network */
    FIGURE_YOURS, /* from your numbers */
    FIGURE_MODEL, /* rests on what it assumes */
    FIGURE_LABEL_COUNT
};

const char *figure_label_name(enum figure_label label); /* "from your numbers" */

/* A heading of the report with the figures under it; their files stand in figures/ID/. */
struct figure_group {
    const char *id;
    const char *title;  /* "THE MONEY" */
    const char *note;   /* what holds for all of it, beside the heading; or NULL */
    const char *people; /* the fact whose income table is drawn as 100 people, or NULL */
    struct names bars;  /* figures in money that are drawn beside one another, on one scale */
};

/* A number that is computed and shown beside the score. */
struct figure {
    /* What it has in common with a rule: id, file, part, source, title, why, cites, facts,
     * tests, examples, off and broken. It has no theme, no points and no question. */
    struct rule rule;
    size_t group;
    enum figure_label label;
    const char *assumes; /* of a model; else NULL */
    const char *unit;    /* "money", "pct", "one in", or what is counted: "people" */
};

enum score_kind {
    SCORE_COMPANY, /* the company's score, with gates and a verdict */
    SCORE_FIT,     /* about the reader; no gates, no verdict */
    SCORE_NONE     /* notes without points */
};

struct theme {
    const char *id;    /* the folder of its rules */
    const char *title; /* says what high means */
    enum score_kind score;
    int points;    /* the sum its rules must have */
    bool headline; /* stands in the report's first lines */
};

/* Best first; the last starts at 0. */
struct band {
    const char *name; /* "well" */
    const char *says; /* "meets the advice well" */
    int from;         /* thousandths of the score, 0 to 100,000 */
};

struct pack_source {
    const char *id;
    size_t part; /* of the pack, that lists it */
    const char *title;
    const char *publisher; /* or NULL */
    const char *date;
    const char *kind; /* "P", "C/L" ... as criteria.md tags them */
    const char *url;  /* or NULL */
    struct names more;
    struct names serves; /* what it is kept for, where nothing cites it */
    const char *note;    /* or NULL */
    const char *seen;    /* how much of it was read; NULL: its opening */
};

/* One sentence of the two articles and what carries it. */
struct article {
    const char *id;          /* "A11" */
    const char *says;        /* our paraphrase */
    struct names carried_by; /* rule ids and "axis:ID" */
    const char *note;        /* or NULL */
};

/* What people who recruit are known to say, and what to make of it. A phrase is words in lower
 * case, without apostrophes, parted by single blanks; all must stand in a sentence, in this
 * order. "recruit*" is any word that starts so, "#" any number. */
struct claim {
    const char *id;      /* "have-a-product" */
    const char *says;    /* the claim in neutral words */
    struct names any;    /* phrases, of which one is enough */
    struct names unless; /* phrases that take it back */
    const char *proves;  /* what would be shown if it were true */
    const char *ask;     /* in words fit for the one who said it */
    struct names tests;  /* ids of rules and figures, and what claim_math has */
    struct names cites;
    struct names examples, not_examples; /* sentences that match it, and that do not */
};

enum { CLAIM_PHRASE_WORDS = 8, CLAIM_WORD_BYTES = 32 }; /* at most, in a phrase and a word */

struct class_def {
    const char *id;
    const char *title;
    const char *by_a, *by_b, *by_regulator; /* what each calls it, or NULL */
    struct names cites;
};

/* A hard row of the classification: fits or not, decided in Lua. */
struct class_row {
    size_t class_number;
    const char *why;
    struct names cites;
    struct rule_fact *facts;
    size_t fact_count;
    struct example *examples;
    size_t example_count;
};

struct vote_value {
    const char *value; /* of the fact; "yes"/"no" for bools, "zero"/"positive" for numbers */
    int vote;          /* -1 multi-level marketing, 0, +1 social media marketing */
};

struct axis_fact {
    int number; /* in the schema */
    struct vote_value *values;
    size_t value_count;
};

struct axis {
    const char *id;
    const char *title;
    int weight;
    struct names cites;
    struct axis_fact *facts;
    size_t fact_count;
};

/* Which classes a company's own label fits, by whom. */
struct label {
    const char *name;                      /* a value of company.self_label */
    struct names by_a, by_b, by_regulator; /* class ids */
};

struct classification_def {
    struct class_def *classes;
    size_t class_count;
    struct class_row *rows;
    size_t row_count;
    struct axis *axes;
    size_t axis_count;
    struct label *labels;
    size_t label_count;
    int threshold; /* of the weighted sum, either way */
    int min_axes;  /* that must be known */
};

/* Two rules whose criticals are one matter. */
struct rule_pair {
    size_t a, b;
};

/* One folder of files: the pack itself, or one that extends it. */
struct pack_part {
    const char *dir;
    const char *name;
    const char *version;
    const char *title;
    char hash[HASH_HEX_LEN + 1]; /* SHA-256 over its files, in order, with their names */
};

/* Of several parts, name and version are put together ("core + mine") and the hash is that of
 * the parts' hashes. */
struct pack {
    struct pack_part *parts; /* the first is the pack itself */
    size_t part_count;
    const char *name;
    const char *version;
    const char *title;
    char hash[HASH_HEX_LEN + 1];
    struct schema schema;
    struct theme *themes;
    size_t theme_count;
    struct band *bands;
    size_t band_count;
    struct rule *rules; /* in the order of evaluation, of the report and of the sum */
    size_t rule_count;
    const char **rule_ids;       /* in the same order */
    struct figure_group *groups; /* of figures, in the order of the report */
    size_t group_count;
    struct figure *figures; /* in the order of evaluation and, within a group, of the report */
    size_t figure_count;
    struct rule_pair *count_once;
    size_t count_once_count;
    const char *facing;   /* heading of the first two headline themes as facing bars, or NULL */
    struct names scatter; /* two facts drawn against one another, across and up, or none; the
                             second is money */
    struct names integrity; /* rules whose worst outcome is the report's integrity line (A34) */
    struct pack_source *sources;
    size_t source_count;
    struct article *articles;
    size_t article_count;
    struct claim *claims; /* unless the pack was loaded lean */
    size_t claim_count;
    struct classification_def classify;
};

/* The files a pack may have besides its rules. */
extern const struct names pack_data_files;

/* What of 'plumbline math' a claim may name among its tests: "math odds". */
extern const struct names claim_math;

const struct rule *pack_rule(const struct pack *pack, const char *id);
const struct figure *pack_figure(const struct pack *pack, const char *id);
const struct pack_source *pack_source(const struct pack *pack, const char *id);
const struct article *pack_article(const struct pack *pack, const char *id);
const struct class_def *pack_class(const struct pack *pack, const char *id);

/* All that has a file of its own: rules, then figures as what they have in common with rules.
 */
size_t pack_file_count(const struct pack *pack);
const struct rule *pack_file(const struct pack *pack, size_t number);

/* The path of a rule's file: of its part's folder and its own. */
const char *pack_rule_path(const struct pack *pack, const struct rule *rule,
                           struct arena *arena);

/* The sum of the points of all rules of one score that are not switched off. */
int pack_points(const struct pack *pack, enum score_kind kind);

/* Whether no rule of the theme counts: it has none, or all are switched off. */
bool theme_is_off(const struct pack *pack, size_t theme);

/* Whether the rule declares that it may read the fact; whether a row or an axis does. */
bool rule_reads(const struct rule *rule, int fact);
bool classification_reads(const struct classification_def *def, int fact);

#endif
