/* SPDX-License-Identifier: MIT
 *
 * The numbers that 'plumbline math' is given, as a table: which command takes which, of what
 * kind and range. They are kept in options->values.
 */
#ifndef CLI_VALUE_OPTIONS_H
#define CLI_VALUE_OPTIONS_H

#include "cli/options.h"

enum value_kind {
    VALUE_MONEY,  /* in any one currency */
    VALUE_PCT,    /* "25%": the sign is wanted */
    VALUE_COUNT,  /* a whole number */
    VALUE_NUMBER, /* hours, skill */
    VALUE_TEXT,   /* a list, read by the command */
};

struct value_option {
    const char *name;
    const char *commands; /* second words of the commands that take it: "break-even plan" */
    decimal low, high;    /* whole units; 0 and 0: the kind's own range */
    const char *fallback; /* where it is not given; "": then it plays no part; NULL: needed */
    const char *help;
    enum value_kind kind;
    bool repeats;
};

const struct value_option *value_option_find(const struct command *command, struct text name);

/* "SUM", "PCT" ... */
const char *value_option_kind(const struct value_option *option);

/* Keeps a value. Errors: ERROR_USAGE, not of the kind, out of range, or given twice. */
bool value_option_set(struct options *options, const struct value_option *option,
                      const char *text, struct error *err);

/* The names a command takes, at most 'room'; returns how many. */
size_t value_option_names(const struct command *command, const char **names, size_t room);

/* ERROR_USAGE where one that is needed is not given. */
bool values_complete(const struct options *options, struct error *err);

bool value_given(const struct options *options, const char *name);

/* The number, or its fallback (0 where that is ""). */
decimal value_number(const struct options *options, const char *name);
int64_t value_count(const struct options *options, const char *name);

/* The text, or "". */
const char *value_text(const struct options *options, const char *name);

#endif
