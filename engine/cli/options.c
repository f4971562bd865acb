/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/options.h"
#include "cli/value_options.h"

/* --- parsing --- */

bool command_takes(const struct command *command, const struct option_row *row)
{
    return row->letter == 'h' || strchr(command->options, row->letter) != NULL;
}

/* Exact names only: an abbreviation in a build script changes meaning with the next option. */
const struct option_row *option_find(const struct command *command, struct text name)
{
    for (size_t i = 0; i < option_row_count; i++)
        if (command_takes(command, &option_rows[i]) && text_is(name, option_rows[i].name))
            return &option_rows[i];
    return NULL;
}

static bool unknown_long(const struct command *command, struct text name, struct error *err)
{
    const char *names[64];
    size_t count = 0;

    for (size_t i = 0; i < option_row_count; i++)
        if (command_takes(command, &option_rows[i]))
            names[count++] = option_rows[i].name;
    count += value_option_names(command, names + count, COUNT(names) - count);
    const char *nearest = text_nearest(name, names, count);
    return error_set(err, ERROR_USAGE, NULL, 0, "%s has no option '--%.*s'%s%s%s",
                     command->name, (int)name.len, name.at, nearest ? ": did you mean '--" : "",
                     nearest ? nearest : "", nearest ? "'?" : "");
}

/* The value of an option that wants one: behind '=', or the next argument. */
static bool take_value(struct text name, const char *kind, const char **value, char **next,
                       bool *took_next, struct error *err)
{
    if (*value)
        return true;
    if (!*next)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%.*s' needs a value: %s", (int)name.len,
                         name.at, kind);
    *value = *next;
    *took_next = true;
    return true;
}

/* "--name", "--name=value", "--name value"; *next is the argument that may be the value. */
static bool parse_long(const struct command *command, const char *arg, char **next,
                       bool *took_next, struct options *options, struct error *err)
{
    struct text name = {arg + 2, strcspn(arg + 2, "=")};
    const char *value = arg[2 + name.len] == '=' ? arg + 3 + name.len : NULL;
    const struct option_row *row = option_find(command, name);
    const struct value_option *own = row ? NULL : value_option_find(command, name);

    if (own)
        return take_value(name, value_option_kind(own), &value, next, took_next, err) &&
               value_option_set(options, own, value, err);
    if (!row)
        return unknown_long(command, name, err);
    if (value && !row->value)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' takes no value", row->name);
    if (row->value && !take_value(name, row->value, &value, next, took_next, err))
        return false;
    return row->set(options, value, err);
}

static const struct option_row *find_short(const struct command *command, char letter)
{
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].is_short && option_rows[i].letter == letter &&
            command_takes(command, &option_rows[i]))
            return &option_rows[i];
    return NULL;
}

/* "-q", "-qv", "-j 2", "-qj2": letters, the last of which may take a value. */
static bool parse_short(const struct command *command, const char *arg, char **next,
                        bool *took_next, struct options *options, struct error *err)
{
    for (const char *letter = arg + 1; *letter; letter++) {
        const struct option_row *row = find_short(command, *letter);
        const char *value = letter[1] ? letter + 1 : NULL;
        if (!row)
            return error_set(err, ERROR_USAGE, NULL, 0, "%s has no option '-%c'", command->name,
                             *letter);
        if (row->value)
            return take_value(text_of(row->name), row->value, &value, next, took_next, err) &&
                   row->set(options, value, err);
        if (!row->set(options, NULL, err))
            return false;
    }
    return true;
}

/* The command's format where none is asked for. */
static enum format first_format(const struct command *command)
{
    struct text rest = text_of(command->formats ? command->formats : ""), word;

    if (text_next_word(&rest, &word))
        for (int i = 0; i < FORMAT_COUNT; i++)
            if (text_is(word, format_names[i]))
                return (enum format)i;
    return FORMAT_TEXT;
}

bool options_parse(int argc, char **argv, int first, const struct command *command,
                   struct options *options, struct error *err)
{
    bool options_end = false;

    options->command = command;
    options->format = first_format(command);
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
                     : !parse_short(command, arg, argv + i + 1, &took_next, options, err))
            return false;
        i += took_next;
    }
    if (options->arg_count > command->max_args && !options->help)
        return error_set(err, ERROR_USAGE, NULL, 0, "%s has no use for '%s'", command->name,
                         options->args[command->max_args]);
    return true;
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
