/* SPDX-License-Identifier: MIT
 *
 * The facts of one company, from INI text: typed by the vocabulary, each with its lines,
 * columns and sources. Uses profile_read for the text, value for single values. Knows no rule.
 */
#ifndef FACTS_PROFILE_H
#define FACTS_PROFILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "facts/schema.h"
#include "facts/value.h"

enum {
    SOURCE_NONE = -1,
    PROFILE_MAX_SECTIONS =
        1000 /* [source]s, [waive]s, lines of [rates] and of one fact, each */
};

enum source_kind {
    SOURCE_UNSTATED,
    SOURCE_COURT,
    SOURCE_REGULATOR,
    SOURCE_COMPANY_DOC,
    SOURCE_THIRD_PARTY,
    SOURCE_SELF,
    SOURCE_KIND_COUNT
};

/* One [source ID]. */
struct source {
    const char *id;
    const char *title; /* required */
    const char *url;   /* or NULL */
    enum source_kind kind;
    bool has_seen;
    struct date_span seen; /* when it was looked at */
    int line, column;
    size_t uses; /* statements that cite it */
};

/* One line that states a fact. */
struct statement {
    struct value value;
    const char *written; /* the value as it stands in the file */
    int line, column;
    int source;          /* number in profile.sources, or SOURCE_NONE */
    const char *locator; /* "p.4", or "" */
};

/* What the lines say together, as rules see it: money in the company's currency. */
struct fact {
    struct statement *statements; /* in the order of the file */
    size_t count;
    struct value value; /* lo < hi: a range, or both sides of a conflict */
    bool conflict;      /* sources differ */
    bool is_money;      /* of a table: only where it has no rate */
    bool no_rate;       /* an amount that cannot be put into the company's currency */
    bool has_usd;
    decimal usd_lo, usd_hi;
};

/* One [waive RULE]. */
struct waiver {
    const char *rule;
    const char *reason; /* or NULL */
    const char *by;     /* or NULL */
    const char *until;  /* as written, or NULL */
    const char *lapsed; /* why it does not hold, or NULL where it holds */
    int line;
};

/* [rates]: one 'from' is 'rate' 'to'. */
struct rate {
    char from[4], to[4];
    decimal rate;
    int line;
    int source; /* or SOURCE_NONE */
};

struct profile {
    const struct schema *schema; /* borrowed */
    const char *file;            /* name for messages */
    const char *name;            /* company.name, else the file's name */
    char hash[HASH_HEX_LEN + 1]; /* SHA-256 of the text */
    char currency[4];            /* company.currency, else the one all amounts share, else "" */
    struct fact *facts;          /* one per fact of the schema, by number */
    struct source *sources;      /* in the order of the file */
    size_t source_count;
    struct waiver *waivers;
    size_t waiver_count;
    struct rate *rates;
    size_t rate_count;
    bool has_as_of;
    bool as_of_given; /* by the caller, not by the file */
    date as_of;
};

struct profile_options {
    const char *const *rules; /* ids that [waive ...] may name; NULL: any */
    size_t rule_count;
    bool has_as_of; /* overrides company.as_of */
    date as_of;
    int first_line; /* of the text in what it is a part of; 0 is 1 */
};

/*
 * Reads one company's facts from INI text (design.md 3).
 *
 *   text     the whole file, at most PROFILE_MAX_BYTES; borrowed during the call only
 *   file     name for messages and, without company.name, for the company
 *   arena    gets everything in *out, which lives until the arena is reset
 *   faults   all that is wrong with the file, in its order, each with line and column
 *
 * Returns false, with *out unusable, where there is any fault. A missing fact is none.
 */
bool profile_parse(struct text text, const char *file, const struct schema *schema,
                   const struct profile_options *options, struct arena *arena,
                   struct profile *out, struct faults *faults);

/* The same from a file. False with *err set where it cannot be read, or with *err's message
 * empty where faults say why. */
bool profile_load(const char *path, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err);

const char *source_kind_name(enum source_kind kind); /* "court", "company_doc", "" */

/* Whether the fact has one value or range that rules may read. */
bool fact_is_known(const struct fact *fact);

/* Whether it is an amount that cannot be held against others, or against limits in USD. */
bool fact_lacks_rate(const struct fact *fact);

/* Puts an amount into another currency by the profile's rates; false where none leads there. */
bool profile_convert(const struct profile *profile, decimal amount, const char *from,
                     const char *to, decimal *out);

#endif
