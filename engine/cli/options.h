/* SPDX-License-Identifier: MIT
 *
 * Options and commands as tables: the parser, the help text, the manual and completion are all
 * made from them.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/text.h"
#include "insight/change/conditions.h"
#include "report/json/json_record.h"

/* Exit codes (design.md 6), strongest first: of several, the one that stands first wins. */
#define EXIT_CODES(X)                                                                          \
    X(EXIT_BUG, 70, "a bug of ours, or out of memory")                                         \
    X(EXIT_INTERRUPTED, 130, "interrupted")                                                    \
    X(EXIT_OUTPUT, 5, "output could not be written; a closed pipe too, without a message")     \
    X(EXIT_PACK, 4, "the rule pack is unusable")                                               \
    X(EXIT_USAGE, 2, "usage, bad option values")                                               \
    X(EXIT_PROFILE, 3, "some profile could not be read")                                       \
    X(EXIT_CONDITION, 1,                                                                       \
      "a --fail-... condition was met; a check, verify or diff found something")               \
    X(EXIT_DONE, 0, "done")

enum exit_code {
#define X(name, code, meaning) name = (code),
    EXIT_CODES(X)
#undef X
};

/* The stronger of two. */
int exit_stronger(int a, int b);

enum format {
    FORMAT_TEXT,
    FORMAT_JSON,
    FORMAT_MD,
    FORMAT_HTML,
    FORMAT_MAN,
    FORMAT_LUACATS,
    FORMAT_TAP,
    FORMAT_JUNIT,
    FORMAT_SARIF,
    FORMAT_GITHUB,
    FORMAT_JSONL,
    FORMAT_CSV,
    FORMAT_COUNT
};
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum charset { CHARSET_AUTO, CHARSET_UTF8, CHARSET_ASCII };
extern const char *const charset_names[];

enum { WIDTH_MAX = 200 }; /* columns of a report, at most */

struct buf;
struct command;
struct value_option;

/* One of the numbers that a command of plan arithmetic is given: --join 99. */
struct option_value {
    const struct value_option *option; /* its row in value_options.c */
    const char *text;                  /* in argv */
    decimal number;                    /* where its kind is a number */
};

enum { OPTION_VALUES_MAX = 96 };

/* What audit alone takes. Names of files, or NULL. */
struct audit_choices {
    const char *files_from, *jsonl, *csv, *csv_findings, *csv_facts, *sarif, *junit, *html,
        *reuse, *db;
    const char *includes[64], *excludes[64]; /* patterns */
    size_t include_count, exclude_count;
    bool nul_separated, resume;
    bool csv_bom; /* tables start with the byte order mark of UTF-8 */
    bool has_detail;
    enum json_detail detail;
    int jobs; /* processes; 0: as many as there are cores */
};

struct options {
    const struct command *command; /* that takes them */
    const char *packs[16];         /* folders; none: the core pack */
    size_t pack_count;
    const char *limits[32]; /* "NAME=N" */
    size_t limit_count;
    const char *points;      /* file, or NULL */
    const char *only, *skip; /* expressions about rules, or NULL */
    const char *output;      /* file, or NULL for stdout */
    const char *baseline;    /* file, or NULL */
    enum format format;
    bool format_given;
    enum color color;
    enum charset charset;
    size_t width; /* columns; 0: none asked for */
    bool brief, no_pager;
    bool has_as_of;
    date as_of;
    struct conditions conditions; /* --fail-under, --fail-on */
    const char *fail_on[32];      /* what they point to */
    const char *theme;            /* id, or NULL */
    const char *trace;            /* rule, or NULL */
    const char *source;           /* id, and where in it; or NULL */
    const char *job;              /* "15 USD/h, 35 h", or NULL */
    struct option_value values[OPTION_VALUES_MAX];
    size_t value_count;
    const char *answers; /* file, or NULL */
    bool no_input;
    bool make_template;
    const char *filter; /* expression about rules, or NULL */
    bool has_threshold;
    int threshold; /* percent */
    bool coverage, properties, mutate, watch;
    bool flip, sensitivity;
    bool exit_code; /* says whether anything differs */
    bool trend;
    const char *company; /* name, or NULL */
    int64_t run_number;  /* 0: none asked for */
    struct audit_choices audit;
    bool quiet, verbose, help;
    const char **args; /* what is no option */
    size_t arg_count;
};

struct command {
    const char *name; /* "score", or two words: "rules list" */
    const char *args; /* "FILE..." */
    size_t max_args;
    const char *summary;
    const char *options; /* letters of the option table that it takes */
    const char *formats; /* "text json", the first without being asked; NULL: no choice */
    int (*run)(const struct options *options);
};

/* A row of the table of options. 'letter' is the option's mark in command.options and, where
 * 'is_short', its short form. */
struct option_row {
    char letter;
    bool is_short;
    const char *name;
    const char *value; /* name of its value, or NULL */
    const char *help;  /* NULL: the formats of the command */
    bool (*set)(struct options *, const char *, struct error *);
};

extern const struct option_row option_rows[];
extern const size_t option_row_count;
extern const char *const format_names[FORMAT_COUNT];

extern const struct command commands[];
extern const size_t command_count;

const struct command *command_find(const char *name);

/* Appends the second words of the commands that start with 'word': "list, test, doc". False
 * where there are none. */
bool command_put_group(struct buf *out, const char *word);

/* Reads argv from 'first' on. Errors: ERROR_USAGE. 'options->args' points into argv. */
bool options_parse(int argc, char **argv, int first, const struct command *command,
                   struct options *options, struct error *err);

bool command_takes(const struct command *command, const struct option_row *row);

/* What is read after a command's name and "--", without it; NULL where it takes no such. */
const struct option_row *option_find(const struct command *command, struct text name);

#endif
