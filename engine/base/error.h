/* SPDX-License-Identifier: MIT
 *
 * Errors as values: a kind, a place and a finished sentence (lower case, no full stop, the
 * fault first, the subject in single quotes, what to write instead). They travel up and are
 * printed once, by engine/cli/.
 *
 * A function that can fail returns bool and takes 'struct error *err' last; *err is untouched
 * on success, out-parameters are untouched on failure. A missing fact is not an error.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Kinds are few: each is something the caller does differently. Exit codes:
 * engine/cli/options.h. */
enum error_kind {
    ERROR_USAGE,   /* the command line */
    ERROR_PROFILE, /* one company: the others go on */
    ERROR_PACK,    /* no company can be scored */
    ERROR_OUTPUT   /* nothing may be claimed to be written */
};

enum { ERROR_MESSAGE_MAX = 512 };

struct error {
    enum error_kind kind;
    char where[1024];                /* file, printable, or "" */
    int line;                        /* 1-based, or 0 where there is none */
    int column;                      /* 1-based byte, or 0 */
    char message[ERROR_MESSAGE_MAX]; /* complete enough to print as it is */
};

/* Fills *err and returns false, so that a failure is one line. 'where' may be NULL. */
bool error_set(struct error *err, enum error_kind kind, const char *where, int line,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Several faults of one file, each with its place; of more than are kept, the first that were
 * met. */
struct fault {
    int line;   /* 1-based, or 0 for the file as a whole */
    int column; /* 1-based byte, or 0 */
    const char *message;
};

enum { FAULTS_KEPT = 100 };

struct faults {
    struct fault *list; /* at most FAULTS_KEPT; lives in the arena they were added with */
    size_t count;       /* of 'list' */
    size_t more;        /* faults beyond those kept */
};

void faults_add(struct faults *faults, struct arena *arena, int line, int column,
                const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Puts them in the order of line and column; what came first stays first. */
void faults_sort(struct faults *faults);

#endif
