/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

enum { ANY_NUMBER = 1000000 };

/* Letters: see the option table in options.c. */
const struct command commands[] = {
    {"score", "FILE...", ANY_NUMBER,
     "Holds companies against the advice: a report for one, a line each for more.",
     "Ppafocunqv", cmd_score},
    {"explain", "ID...", ANY_NUMBER,
     "Explains a rule, fact, source, sentence, class or exit code.", "Po", cmd_explain},
    {"schema", "[SECTION|FACT]...", ANY_NUMBER, "Lists the facts a profile may state.", "Pot",
     cmd_schema},
    {"help", "[COMMAND]", 1, "Shows this help, or that of a command.", "", cmd_help},
    {"version", "", 0, "Shows versions, the pack's hash and the limits.", "P", cmd_version},
};
const size_t command_count = COUNT(commands);

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int unknown_command(const char *name)
{
    const char *names[COUNT(commands)];

    for (size_t i = 0; i < command_count; i++)
        names[i] = commands[i].name;
    const char *nearest = text_nearest(text_of(name), names, command_count);
    say("there is no command '%s'%s%s%s", name,
        nearest ? ": did you mean '" : ": see 'plumbline help", nearest ? nearest : "",
        nearest ? "'?" : "'");
    return EXIT_USAGE;
}

static int run(int argc, char **argv)
{
    struct options options = {0};
    struct error err;
    const char *name = argc > 1 ? argv[1] : "";

    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    else if (strcmp(name, "--version") == 0)
        name = "version";
    else if (!*name) {
        say("no command given: try 'plumbline score FILE' or 'plumbline help'");
        return EXIT_USAGE;
    }
    const struct command *command = command_find(name);
    if (!command)
        return unknown_command(name);
    if (!options_parse(argc, argv, 2, command, &options, &err)) {
        say_error(&err);
        return EXIT_USAGE;
    }
    if (options.help) {
        const char *args[] = {command->name};
        options.output = NULL; /* help is for the eye and replaces no file */
        options.args = args;
        options.arg_count = 1;
        return cmd_help(&options);
    }
    return command->run(&options);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write: exit code 5 */
    return run(argc, argv);
}
