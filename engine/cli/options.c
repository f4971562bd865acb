/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/options.h"

/* --- what each option does --- */

static bool set_pack(struct options *o, const char *value, struct error *err)
{
    if (o->pack)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--pack' is given twice: one pack at a time for now");
    o->pack = value;
    return true;
}

/* A file that may be given once; a second one must not win without a word. */
static bool set_once(const char **file, const char *name, const char *value, struct error *err)
{
    if (*file)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' is given twice", name);
    if (!*value)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' needs the name of a file", name);
    *file = value;
    return true;
}

static bool set_points(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->points, "points", value, err);
}

static bool set_output(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->output, "output", value, err);
}

static bool set_format(struct options *o, const char *value, struct error *err)
{
    static const char *const names[FORMAT_COUNT] = {"text", "json"};

    for (int i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(names[i], value) == 0) {
            o->format = (enum format)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0, "'--format' must be text or json, not '%s'",
                     value);
}

static bool set_color(struct options *o, const char *value, struct error *err)
{
    static const char *const names[] = {"auto", "always", "never"};

    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], value) == 0) {
            o->color = (enum color)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'--color' must be auto, always or never, not '%s'", value);
}

static bool set_as_of(struct options *o, const char *value, struct error *err)
{
    struct date_span span;

    if (date_parse(text_of(value), &span) != DATE_OK || span.first != span.last)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--as-of' must be a day such as 2024-05-02, not '%s'", value);
    o->has_as_of = true;
    o->as_of = span.first;
    return true;
}

static bool set_fail_under(struct options *o, const char *value, struct error *err)
{
    if (decimal_parse(text_of(value), &o->fail_under) != DECIMAL_OK || o->fail_under < 0 ||
        o->fail_under > 100 * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--fail-under' must be a number from 0 to 100, not '%s'", value);
    o->has_fail_under = true;
    return true;
}

static bool set_fail_on(struct options *o, const char *value, struct error *err)
{
    if (o->fail_on_count == COUNT(o->fail_on))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--fail-on' is given more than %zu times",
                         COUNT(o->fail_on));
    o->fail_on[o->fail_on_count++] = value;
    return true;
}

static bool set_template(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->make_template = true;
    return true;
}

static bool set_quiet(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->quiet = true;
    return true;
}

static bool set_verbose(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->verbose = true;
    return true;
}

static bool set_help(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->help = true;
    return true;
}

/* 'letter' is the option's mark in command.options and, where 'is_short', its short form. */
static const struct option_row {
    char letter;
    bool is_short;
    const char *name;
    const char *value; /* name of its value, or NULL */
    const char *help;
    bool (*set)(struct options *, const char *, struct error *);
} rows[] = {
    {'P', false, "pack", "DIR", "the rule pack (default: the core pack)", set_pack},
    {'p', false, "points", "FILE", "what rules are worth instead: [points] RE02 = 60; 0 is off",
     set_points},
    {'a', false, "as-of", "DATE", "the day to judge by (default: company.as_of)", set_as_of},
    {'f', false, "format", "FORMAT", "text or json (default: text)", set_format},
    {'o', false, "output", "FILE",
     "write there instead of to the terminal; whole or not at all", set_output},
    {'c', false, "color", "WHEN", "auto, always or never (default: auto; NO_COLOR is honoured)",
     set_color},
    {'u', false, "fail-under", "N", "exit 1 if the score is under N, or there is none",
     set_fail_under},
    {'n', false, "fail-on", "WHAT",
     "exit 1 on a finding: critical, major, minor, error or a rule", set_fail_on},
    {'t', false, "template", NULL, "print an empty profile with every key", set_template},
    {'q', true, "quiet", NULL, "say nothing on the error output but errors", set_quiet},
    {'v', true, "verbose", NULL, "show every finding with the values it rests on", set_verbose},
    {'h', true, "help", NULL, "show this help", set_help},
};

/* --- parsing --- */

static bool takes(const struct command *command, const struct option_row *row)
{
    return row->letter == 'h' || strchr(command->options, row->letter) != NULL;
}

/* Exact names only: an abbreviation in a build script changes meaning with the next option. */
static const struct option_row *find_long(const struct command *command, struct text name)
{
    for (size_t i = 0; i < COUNT(rows); i++)
        if (takes(command, &rows[i]) && text_is(name, rows[i].name))
            return &rows[i];
    return NULL;
}

static bool unknown_long(const struct command *command, struct text name, struct error *err)
{
    const char *names[COUNT(rows)];
    size_t count = 0;

    for (size_t i = 0; i < COUNT(rows); i++)
        if (takes(command, &rows[i]))
            names[count++] = rows[i].name;
    const char *nearest = text_nearest(name, names, count);
    return error_set(err, ERROR_USAGE, NULL, 0, "%s has no option '--%.*s'%s%s%s",
                     command->name, (int)name.len, name.at, nearest ? ": did you mean '--" : "",
                     nearest ? nearest : "", nearest ? "'?" : "");
}

/* "--name", "--name=value", "--name value"; *next is the argument that may be the value. */
static bool parse_long(const struct command *command, const char *arg, char **next,
                       bool *took_next, struct options *options, struct error *err)
{
    struct text name = {arg + 2, strcspn(arg + 2, "=")};
    const char *value = arg[2 + name.len] == '=' ? arg + 3 + name.len : NULL;
    const struct option_row *row = find_long(command, name);

    if (!row)
        return unknown_long(command, name, err);
    if (value && !row->value)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' takes no value", row->name);
    if (row->value && !value) {
        if (!*next)
            return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' needs a value: %s", row->name,
                             row->value);
        value = *next;
        *took_next = true;
    }
    return row->set(options, value, err);
}

/* "-q", "-qv": letters that take no value. */
static bool parse_short(const struct command *command, const char *arg, struct options *options,
                        struct error *err)
{
    for (const char *letter = arg + 1; *letter; letter++) {
        const struct option_row *row = NULL;
        for (size_t i = 0; i < COUNT(rows); i++)
            if (rows[i].is_short && rows[i].letter == *letter && takes(command, &rows[i]))
                row = &rows[i];
        if (!row)
            return error_set(err, ERROR_USAGE, NULL, 0, "%s has no option '-%c'", command->name,
                             *letter);
        if (!row->set(options, NULL, err))
            return false;
    }
    return true;
}

bool options_parse(int argc, char **argv, int first, const struct command *command,
                   struct options *options, struct error *err)
{
    bool options_end = false;

    options->args = (const char **)argv + first; /* arguments move up over the options */
    for (int i = first; i < argc; i++) {
        const char *arg = argv[i];
        bool took_next = false;
        if (options_end || arg[0] != '-' || arg[1] == '\0')
            options->args[options->arg_count++] = arg;
        else if (strcmp(arg, "--") == 0)
            options_end = true;
        else if (arg[1] == '-'
                     ? !parse_long(command, arg, argv + i + 1, &took_next, options, err)
                     : !parse_short(command, arg, options, err))
            return false;
        i += took_next;
    }
    if (options->arg_count > command->max_args && !options->help)
        return error_set(err, ERROR_USAGE, NULL, 0, "%s has no use for '%s'", command->name,
                         options->args[command->max_args]);
    return true;
}

void options_help(struct buf *out, const struct command *command)
{
    buf_printf(out, "usage: plumbline %s%s%s%s\n\n%s\n\n", command->name,
               *command->options ? " [OPTION...]" : "", *command->args ? " " : "",
               command->args, command->summary);
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (!takes(command, &rows[i]))
            continue;
        struct buf name = BUF_INIT;
        if (rows[i].is_short)
            buf_printf(&name, "-%c, ", rows[i].letter);
        buf_printf(&name, "--%s%s%s", rows[i].name, rows[i].value ? " " : "",
                   rows[i].value ? rows[i].value : "");
        buf_printf(out, "  %-18s %s\n", buf_text(&name), rows[i].help);
        buf_release(&name);
    }
}

int exit_stronger(int a, int b)
{
    static const int order[] = {
#define X(name, code, meaning) (code),
        EXIT_CODES(X)
#undef X
    };

    for (size_t i = 0; i < COUNT(order); i++)
        if (order[i] == a || order[i] == b)
            return order[i];
    return EXIT_BUG;
}
