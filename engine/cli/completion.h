/* SPDX-License-Identifier: MIT
 *
 * What can stand in the place of the last word of a command line: for the scripts that complete
 * words in shells. They ask the program each time, so that the rules and facts of the packs in
 * use complete, and no script grows old.
 */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/cli.h"

/* One command line, without "plumbline", and what may stand at its end. */
struct completing {
    struct buf *out;          /* borrowed: a line each, the word, a tab, what it means */
    const char *const *words; /* borrowed; the last is the one to complete, perhaps empty */
    size_t count;             /* 1 or more */
    const char *typed;        /* the part of the last word that counts */
    size_t before;            /* how much of the last word stands before it: "--format=" */
    const struct command *command; /* or NULL: not known yet */
    struct options options;        /* with the packs that stand in the line */
    const char *args[8];           /* before the last word; those that fit */
    size_t arg_count;
    bool options_end; /* "--" was there */
    struct arena arena;
    struct shelf shelf; /* opened when it is needed */
    bool shelf_tried;
};

/* Appends all that begins as the last word does; ":files" or ":folders" on a line of its own
 * where names of those are wanted. */
void completion_words(const char *const *words, size_t count, struct buf *out);

/* --- for its parts: completion_values.c --- */

/* A word that may stand there, and what it means, or "". */
void completing_put(struct completing *c, const char *word, const char *about);

/* What the table has for a value by the name that help gives it: "RULE", "FILE", "WHEN". */
void completing_put_values(struct completing *c, struct text name);

/* The first words of all commands; the second words of those that start with 'word'. */
void completing_put_first_words(struct completing *c);
void completing_put_second_words(struct completing *c, const char *word);

#endif
