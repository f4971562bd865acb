/* SPDX-License-Identifier: MIT
 *
 * The form of a vocabulary: every fact a profile may state, with type, unit, range, meaning and
 * question. The content is data of the rule pack (facts.lua) and is filled in by engine/lua/;
 * parsing, checks, the template and the questions are all made from it.
 */
#ifndef FACTS_SCHEMA_H
#define FACTS_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/text.h"

enum fact_type {
    TYPE_TEXT,
    TYPE_BOOL,
    TYPE_INT,
    TYPE_NUMBER,
    TYPE_PCT,      /* 0 to 100 */
    TYPE_MONEY,    /* amount and currency */
    TYPE_DATE,     /* a day, month or year */
    TYPE_DURATION, /* in the fact's unit */
    TYPE_ENUM,
    TYPE_SET,          /* any of the named values */
    TYPE_COUNTRY_LIST, /* ISO 3166-1 alpha-2 */
    TYPE_PCT_LIST,     /* percentages in their order: value_lists.h */
    TYPE_INCOME_ROWS,  /* a table of what people were paid: value_lists.h */
    TYPE_CURRENCY,     /* ISO 4217 */
    TYPE_URL,
    TYPE_COUNT
};

enum { SET_MAX_VALUES = 32 }; /* values a set or enum may name */

struct fact_def {
    const char *name;    /* "section.key", unique */
    const char *section; /* "section" */
    const char *key;     /* "key" */
    size_t key_len;      /* set by schema_index, like the next */
    int section_number;
    size_t part; /* of the pack, that defines it first */
    enum fact_type type;
    const char *unit;          /* duration: "days", "months" or "hours"; else words or NULL */
    decimal min, max;          /* in the fact's unit; years for dates */
    const char *const *values; /* enum and set */
    size_t value_count;
    bool whole;           /* a duration that must be a whole number */
    int first_year;       /* a cost: how often it is paid in the first year; 0: it is none */
    bool expected;        /* a company is expected to publish it: refusal is evidence */
    const char *at_most;  /* the fact that bounds it from above, or NULL */
    const char *sum_with; /* the fact it adds up with to its maximum at most, or NULL */
    const char *meaning;
    const char *find;          /* where a person finds it */
    const char *ask;           /* the question to ask */
    const char *const *serves; /* what else it is for, where no rule reads it */
    size_t serve_count;
};

struct section_def {
    const char *name;
    const char *title;
};

struct schema {
    struct section_def *sections;
    size_t section_count;
    struct fact_def *facts; /* in the order of the vocabulary; the index is the fact's number */
    size_t fact_count;
    short *slots; /* hash table over the names: fact number or -1 */
    size_t slot_count;
};

enum { FACT_NONE = -1, SECTION_NONE = -1 };

const char *fact_type_name(enum fact_type type);
bool fact_type_from_name(const char *name, enum fact_type *out);

/* Whether values have an order that a range can span. */
bool fact_type_is_numeric(enum fact_type type);

/* Whether rules ask such a value for its members. */
bool fact_type_is_set(enum fact_type type);

/* Whether repeating the key adds to the value. */
bool fact_type_is_list(enum fact_type type);

/* Builds the look-up table once all facts are in; names must be unique. */
void schema_index(struct schema *schema, struct arena *arena);

/* The number of 'section'.'key' or of "section.key", FACT_NONE where there is none. */
int schema_find(const struct schema *schema, struct text section, struct text key);
int schema_find_name(const struct schema *schema, const char *name);

bool schema_has_section(const struct schema *schema, struct text section);

/* The number of a section, SECTION_NONE where there is none; and of a fact in it, for those who
 * look for many. */
int schema_find_section(const struct schema *schema, struct text section);
int schema_find_key(const struct schema *schema, int section, struct text key);

#endif
