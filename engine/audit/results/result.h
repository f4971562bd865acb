/* SPDX-License-Identifier: MIT
 *
 * Results read back: the JSON Lines of an audit (report/json/json_record.h), and what 'score
 * --format json' wrote. One entry after the other; of JSON Lines, one line at a time, so that
 * memory does not grow with the number of companies.
 *
 * What is cut off, was altered in its form or is of another schema is refused, with file and
 * line. Whether the numbers add up is the ledger's business: audit/results/ledger.h.
 */
#ifndef AUDIT_RESULT_H
#define AUDIT_RESULT_H

#include "base/error.h"
#include "report/json/json_record.h"

/* --- how a run was made --- */

struct stamp_part {
    const char *name, *version, *hash;
};

struct stamp_band {
    const char *name;
    int from; /* thousandths of the score */
};

struct stamp_theme {
    const char *id;
    enum score_kind of;
    struct names rules; /* that count; only an audit's stamp lists them */
};

struct stamp_pack {
    const char *name, *version, *hash;
    struct stamp_part *parts;
    size_t part_count;
    int64_t points;                        /* that its company score has in all */
    const char *points_file, *points_hash; /* or NULL */
    const char *only, *skip;               /* or NULL */
    struct stamp_band *bands;              /* best first; only an audit's stamp has them */
    size_t band_count;
    struct stamp_theme *themes; /* the same */
    size_t theme_count;
};

enum result_form {
    RESULT_LINES, /* JSON Lines of an audit */
    RESULT_SCORE  /* 'score --format json': one object, or an array of them */
};

struct stamp {
    enum result_form form;
    bool array;              /* RESULT_SCORE: it stood in an array */
    enum json_detail detail; /* DETAIL_FULL for RESULT_SCORE */
    const char *program;     /* version */
    const char *as_of;       /* given for all companies: "2024-05-02"; or NULL */
    struct stamp_pack *packs;
    size_t pack_count;
    struct report_limit *limits;
    size_t limit_count;
};

/* The stamp on the first line of an audit. Errors: ERROR_PROFILE. */
bool stamp_read(struct text line, const char *where, struct arena *arena, struct stamp *out,
                struct error *err);

/* Whether a run with one stamp does what a run with the other did. Appends a line for each
 * difference, such as "pack core: 1.0.0 #3f9c1a7e04 then, 1.0.0 #81d2c0aa37 now". What makes no
 * difference to the companies' scores (the detail) is no difference here. */
bool stamp_same(const struct stamp *then, const struct stamp *now, struct buf *differences);

/* --- what it came to --- */

enum waiver_state { WAIVER_NONE, WAIVER_LAPSED, WAIVER_HOLDS };

struct result_end {
    const char *outcome; /* "major" */
    int credit;          /* thousandths */
};

struct result_finding {
    const char *rule;
    const char *theme; /* id; NULL where neither the finding nor the stamp says so */
    enum score_kind of;
    const char *outcome; /* "pass", "span", "unknown" ... */
    int severity;
    int64_t points;
    bool has_tally;
    struct tally tally; /* its line of the ledger */
    enum waiver_state waiver;
    const char *message;
    bool has_ends; /* DETAIL_FULL, and decided */
    struct result_end worst, best;
    struct names reads; /* DETAIL_FULL: names of facts */
};

struct result_theme {
    const char *id;
    struct score score;
};

struct result_verdict {
    const char *kind;                /* "decided", "provisional", "too_little" */
    const char *band, *worst, *best; /* names of bands */
    bool capped;
    struct names criticals; /* ids of rules */
};

struct result_fact {
    const char *name;
    const char *state;  /* "known", "refused" ... */
    const char *value;  /* as rules see it: "60%" */
    const char *stated; /* what is stated where: "60% @S1 p.4; 55% @S2" */
};

struct result_source {
    const char *id;
    const char *says; /* title, address, kind, day */
};

enum entry_kind { ENTRY_COMPANY, ENTRY_ERROR };

/* One company by one pack, or a company that could not be read. */
struct entry {
    enum entry_kind kind;
    int line;          /* of the file; 0 of what 'score' wrote */
    struct text bytes; /* the line without its end, borrowed until the next; of what 'score'
                          wrote, the object on one line */
    int64_t offset;    /* of the line in the file; of what 'score' wrote, the object's number */
    const char *name;  /* what the input calls the company; of 'score', its file */
    const char *file;  /* DETAIL_FULL; else NULL */
    size_t pack;       /* number in the stamp */
    const char *hash;  /* of the profile; "" for ENTRY_ERROR */
    const char *company;
    const char *as_of; /* "2024-05-02", or NULL */
    bool as_of_given;  /* by an option, not by the profile */
    struct score score;
    struct result_verdict verdict;
    bool has_without; /* the second score, without what is waived */
    struct score without;
    struct result_verdict without_verdict;
    bool has_fit;
    struct score fit;
    struct result_theme *themes;
    size_t theme_count;
    struct result_finding *findings; /* unless the detail is DETAIL_SUMMARY */
    size_t finding_count;
    bool has_total;
    struct tally total;        /* RESULT_SCORE, DETAIL_FULL: of the ledger */
    struct result_fact *facts; /* DETAIL_FULL */
    size_t fact_count;
    struct result_source *sources; /* DETAIL_FULL */
    size_t source_count;
    struct names errors; /* ENTRY_ERROR: "12:3: what" */
};

/* --- reading --- */

struct result;

/* Bytes of a line; what 'score' wrote is read whole, up to BUF_DEFAULT_MAX. */
enum { RESULT_MAX_LINE = 64 * 1024 * 1024 };

/* Opens and reads the stamp. Errors: ERROR_PROFILE, with what to do. */
struct result *result_open(const char *path, struct error *err);
void result_close(struct result *result);

const struct stamp *result_stamp(const struct result *result); /* until the close */

/* RESULT_LINES: the first line, and after RESULT_END the last. RESULT_SCORE: all bytes, and
 * nothing. */
struct text result_first(const struct result *result);
struct text result_last(const struct result *result);

enum result_got {
    RESULT_ENTRY,
    RESULT_END,   /* and the result is whole */
    RESULT_FAILED /* *err says where and what to do */
};

/* The next entry; everything in it lives until 'arena' is reset, but for 'bytes'. */
enum result_got result_next(struct result *result, struct arena *arena, struct entry *out,
                            struct error *err);

/* An entry once more, from its 'offset', 'bytes.len' and 'line': for those who read in another
 * order. The file must be one that can be read again, and unchanged. Errors: ERROR_PROFILE. */
struct entry_place {
    int64_t offset;
    size_t len;
    int line;
};

bool result_again(struct result *result, const struct entry_place *place, struct arena *arena,
                  struct entry *out, struct error *err);

/* What the last line counts; all zero before RESULT_END and of what 'score' wrote. */
struct json_counts result_counts(const struct result *result);

/* The object in JSON on one line, as 'bytes' of what 'score' wrote. */
struct text result_one_line(struct text object, struct arena *arena);

/* Appends where two objects differ first: "'findings[3].points' is 25 then, 26 now". */
void result_difference(struct text then, struct text now, struct buf *out);

/* --- for those who go on with an audit --- */

/* What a line is about, found without reading all of it. */
struct glance {
    enum { GLANCE_RUN, GLANCE_COMPANY, GLANCE_ERROR, GLANCE_SUMMARY } kind;
    const char *name;            /* of a company or an error; else "" */
    const char *pack;            /* of a company; else "" */
    char hash[HASH_HEX_LEN + 1]; /* of a company's profile; else "" */
};

/* A line without its end. False where it is none of an audit, or cut off. */
bool result_glance(struct text line, struct arena *arena, struct glance *out);

/* A whole line of an audit by itself. Errors: ERROR_PROFILE. */
bool entry_read(struct text line, const char *where, int number, const struct stamp *stamp,
                struct arena *arena, struct entry *out, struct error *err);

#endif
