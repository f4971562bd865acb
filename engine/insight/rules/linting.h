/* SPDX-License-Identifier: MIT
 *
 * What the lint_*.c files share.
 */
#ifndef INSIGHT_LINTING_H
#define INSIGHT_LINTING_H

#include "insight/rules/lint.h"
#include "insight/source/source.h"

/* A file of a part that is data, with its text. */
struct lint_file {
    const char *path;
    struct text text; /* empty where it is not there */
};

struct linting {
    struct rulebook *book;
    const struct pack *pack;
    const struct pack_faults *faults; /* or NULL */
    struct lint_file *files;          /* of each part, in the order of pack_data_files */
    struct lint *out;
    struct arena *arena;
};

/* Adds a note about a rule, with its file. */
void lint_say_of_rule(struct linting *l, const struct rule *rule, int line, const char *format,
                      ...) __attribute__((format(printf, 4, 5)));

/* The same about what is called 'id' in a data file ("facts.lua"): at 'word' behind it, or
 * where it starts for NULL. */
void lint_say_of_item(struct linting *l, const char *file, const char *id, const char *word,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Whether there is a note on that line of the rule's file. */
bool lint_has_said(struct linting *l, const struct rule *rule, int line);

/* The line of the first place of a word in the rule's file, one where it is given a value
 * before others. */
int lint_line(struct linting *l, const struct rule *rule, const char *word);

/* Whether loading the rule had faults: then much of it may be missing. */
bool lint_has_faults(const struct linting *l, const struct rule *rule);

/* Whether some rule or figure of the pack had. */
bool lint_any_broken(const struct linting *l);

/* --- the checks --- */

void lint_globals(struct linting *l);
void lint_facts_read(struct linting *l);
void lint_thresholds(struct linting *l);
void lint_bare_numbers(struct linting *l);
void lint_titles(struct linting *l);
void lint_words(struct linting *l);
void lint_sources(struct linting *l);
void lint_points(struct linting *l);
void lint_ids(struct linting *l);
void lint_idle_facts(struct linting *l);
void lint_carriers(struct linting *l);
void lint_examples(struct linting *l);
void lint_reach(struct linting *l);
void lint_monotone(struct linting *l);

#endif
