/* SPDX-License-Identifier: MIT
 *
 * What result.c (files and lines), result_stamp.c and result_entry.c (JSON to structs) share:
 * values taken out of JSON, with the first thing that is not as it should be kept.
 */
#ifndef AUDIT_RESULT_READING_H
#define AUDIT_RESULT_READING_H

#include <jansson.h>

#include "audit/results/result.h"

struct reading {
    const char *where; /* file */
    int line;
    int item; /* of an array, from 1; 0: it stands in none */
    struct arena *arena;
    struct error *err;
    bool failed; /* *err is set; what is read from then on is empty */
};

/* Keeps the first fault: 'what' and what to do. Returns false. */
bool reading_fail(struct reading *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* JSON text as a tree, or NULL with the fault kept. */
json_t *reading_parse(struct reading *r, struct text text);

/* Values by key; each must be there and of its kind. Texts are copied into the arena. */
const char *reading_text(struct reading *r, const json_t *object, const char *key);
const char *reading_text_or_null(struct reading *r, const json_t *object, const char *key);
int64_t reading_whole(struct reading *r, const json_t *object, const char *key);
int64_t reading_count(struct reading *r, const json_t *object, const char *key, int64_t max);
int reading_thousandths(struct reading *r, const json_t *object, const char *key, int max);
bool reading_bool(struct reading *r, const json_t *object, const char *key);
const char *reading_hash(struct reading *r, const json_t *object, const char *key);
const char *reading_day(struct reading *r, const json_t *object, const char *key); /* or NULL */
struct names reading_names(struct reading *r, const json_t *object, const char *key);

/* Objects and arrays; an empty one after a fault, never NULL. */
json_t *reading_object(struct reading *r, const json_t *object, const char *key);
const json_t *reading_array(struct reading *r, const json_t *object, const char *key);
bool reading_is_null(struct reading *r, const json_t *object, const char *key);

/* A value on one line, keys in their order. */
const char *reading_dump(struct arena *arena, const json_t *value);

/* Number of a word in a list; 0 after a fault. */
int reading_choice(struct reading *r, const json_t *object, const char *key,
                   const char *const *list, int count);

/* Room for all elements of an array. */
void *reading_room(struct reading *r, const json_t *array, size_t size);

/* result_stamp.c, result_entry.c */
void reading_score_stamp(struct reading *r, const json_t *root, struct stamp *stamp);
void reading_entry(struct reading *r, const json_t *root, const struct stamp *stamp,
                   struct entry *out);
/* Its text lives in 'arena'. */
void reading_counts(struct reading *r, const json_t *root, struct arena *arena,
                    struct json_counts *out);

#endif
