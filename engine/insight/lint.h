/* SPDX-License-Identifier: MIT
 *
 * What is wrong with a pack that loads: in the text of its rules, in what its examples do and
 * do not reach, in its sums and its words. For 'plumbline rules check'.
 */
#ifndef INSIGHT_LINT_H
#define INSIGHT_LINT_H

#include "lua/rulebook.h"

/* Words that no text of a pack may say about a company, but for titles of sources. */
extern const struct names lint_forbidden;

/* The forbidden word in a text, the case of letters aside, or NULL. */
const char *lint_forbidden_in(const char *text);

struct lint {
    const char *file;  /* inside the part of the pack */
    int line;          /* or 0 */
    const char *check; /* "globals": see lint_checks */
    const char *message;
};

struct lints {
    struct lint *list;
    size_t count;
};

/* Everything about one part of a loaded pack, by number; rules that are broken are passed over.
 * Each check in the order of the pack. Lists live in 'arena'. */
void lint_part(struct rulebook *book, size_t part, struct arena *arena, struct lints *out);

/* What lint_*.c share. */
struct linting {
    struct rulebook *book;
    const struct pack *pack;
    size_t part;
    struct arena *arena;
    struct lints *out;
    const char *check; /* that is under way */
};

void lint_add(struct linting *l, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Whether the rule belongs to the part and can be looked at. */
bool lint_has(const struct linting *l, const struct rule *rule);

/* lint_text.c: one rule's file as text. */
void lint_globals(struct linting *l, size_t rule);
void lint_facts(struct linting *l, size_t rule);
void lint_limits(struct linting *l, size_t rule);
void lint_numbers(struct linting *l, size_t rule);
void lint_words(struct linting *l, size_t rule);

/* lint_examples.c: what its examples and sweeps reach. */
void lint_examples(struct linting *l, size_t rule);
void lint_outcomes(struct linting *l, size_t rule);

/* lint_pack.c: the pack as a whole. */
void lint_points(struct linting *l);
void lint_titles(struct linting *l);
void lint_sources(struct linting *l);
void lint_vocabulary(struct linting *l);
void lint_articles(struct linting *l);

#endif
