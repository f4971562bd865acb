/* SPDX-License-Identifier: MIT
 *
 * What the files that build a profile share: profile.c (the order of things), profile_facts.c,
 * profile_sections.c ([source], [waive], [rates]) and profile_money.c (currencies). Not for
 * other files: profile.h is the way in.
 */
#ifndef FACTS_PROFILE_BUILD_H
#define FACTS_PROFILE_BUILD_H

#include "facts/profile.h"
#include "facts/profile_read.h"

/* A 'key = value' line kept until the whole file is read, for sources, currency and rates may
 * stand below the lines that need them. */
struct entry {
    struct entry *next; /* in the order of the file */
    int number;         /* fact, source, waiver or rate it belongs to */
    struct text key;    /* in [source], [waive] and [rates] */
    struct text value;
    bool quoted;
    struct text source, locator;
    int line, column, value_column;
};

struct entries {
    struct entry *first, *last;
    size_t count;
};

struct build {
    struct profile *profile;
    const struct profile_options *options;
    struct arena *arena;
    struct faults *faults;
    enum { IN_NOTHING, IN_FACTS, IN_SOURCE, IN_WAIVE, IN_RATES } place;
    int section; /* its number, in IN_FACTS */
    struct entries facts, sources, waivers, rates;
    int *stated; /* facts that have lines, in the order of the schema: set by build_facts */
    size_t stated_count;
    size_t last_source; /* found by build_source_of */
};

/* Starts on an empty profile. */
void build_start(struct build *b, struct profile *profile, const struct schema *schema,
                 const struct profile_options *options, struct arena *arena,
                 struct faults *faults);

/* Takes one line, in order: a profile_line_fn on a struct build. */
void build_line(void *context, const struct profile_line *line);

/* Settles what the lines say together; as profile_parse. The profile's hash is set. */
bool build_end(struct build *b, const char *file, struct profile *out);

/* Keeps a line for later. */
void build_keep(struct build *b, struct entries *entries, int number,
                const struct profile_line *line);

/* The number of the source a line cites, SOURCE_NONE where it cites none; a fault where the
 * source is not declared. */
int build_source_of(struct build *b, const struct entry *entry);

#define AS_OF "company.as_of"

/* Reads the kept lines of facts and settles what they say together. */
void build_facts(struct build *b);

/* Checks facts that bound one another, once the as-of date is settled. */
void build_check_together(struct build *b);

/* [source S1], [waive RULE], [rates]: opening the section, then its lines once all are read. */
void build_open_source(struct build *b, const struct profile_line *line);
void build_open_waiver(struct build *b, const struct profile_line *line);
void build_sources(struct build *b);
void build_waivers(struct build *b); /* after the as-of date is known */
void build_rates(struct build *b);

/* Whether the keys in those sections are known, whatever their values. */
void build_check_keys(struct build *b);

/* Puts all money facts into the company's currency and USD, once all facts are in. */
void build_money(struct build *b);

#endif
