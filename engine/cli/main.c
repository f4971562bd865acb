/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

enum { ANY_NUMBER = 1000000 };

/* Letters: see option_table.c. What else help says of a command: command_examples.c. */
const struct command commands[] = {
    {"score", "FILE...", ANY_NUMBER,
     "Holds companies against the advice: a report for one, a line each for more.",
     "PLpOSafoQcWeyzunTqv", "text json md html sarif junit tap github", cmd_score},
    {"audit", "PATH...", ANY_NUMBER,
     "Holds many companies against the advice: files, folders, archives, tables.",
     "PLpOSafocWuni0GXlVgb15srQBDjRUq", "text jsonl csv sarif junit tap github", cmd_audit},
    {"new", "[FILE]", 1, "Asks for the facts of a company and keeps them in a profile.",
     "PLaANoq", NULL, cmd_new},
    {"ask", "FILE", 1, "Writes a sheet of the questions worth asking next, to print.",
     "PLpafoc", "text md html json", cmd_ask},
    {"whatif", "FILE [FACT=VALUE]...", ANY_NUMBER,
     "Shows what would change if facts were others; writes nothing.", "PLpafoIY", "text json",
     cmd_whatif},
    {"compare", "FILE FILE...", ANY_NUMBER,
     "Puts up to six companies side by side, and a job beside them.", "PLpafocJ", "text json",
     cmd_compare},
    {"history", "FILE", 1, "Shows what audits with '--db FILE' found: runs, a company, trends.",
     "KHEfoc", "text json", cmd_history},
    {"set", "FILE FACT VALUE", 3, "Changes one fact of a profile; all else stays as it is.",
     "PLpaZ", NULL, cmd_set},
    {"claims", "FILE", 1, "Finds in a text what recruiters are known to say, and what to ask.",
     "PLfoc", "text json", cmd_claims},
    {"verify", "RESULT [PATH...]", ANY_NUMBER,
     "Says whether a result still holds: its numbers add up, and come out the same.", "Ppo",
     NULL, cmd_verify},
    {"diff", "OLD NEW", 2,
     "Shows what changed between two results, company by company, and why.", "fox", "text json",
     cmd_diff},
    {"math break-even", "[FILE]", 1, "What to sell to get your money back, recruiting nobody.",
     "Pafo", "text json", cmd_math},
    {"math income", "[FILE]", 1, "What an income statement's table says about everybody in it.",
     "Pafo", "text json", cmd_math},
    {"math bounds", "[FILE]", 1, "How few can have what a plan promises, in any network.",
     "Pafo", "text json", cmd_math},
    {"math balance", "[FILE]", 1,
     "What must be sold outside for the average member not to lose.", "Pafo", "text json",
     cmd_math},
    {"math odds", "[FILE]", 1, "What one joiner may expect, by when he joined.", "Pafo",
     "text json", cmd_math},
    {"math saturation", "[FILE]", 1, "After how many levels a population is used up.", "Pafo",
     "text json", cmd_math},
    {"math treadmill", "[FILE]", 1, "How many new people it takes to stand still.", "Pafo",
     "text json", cmd_math},
    {"math plan", "[FILE]", 1, "What a matrix, binary or breakaway plan pays a group.", "Pafo",
     "text json", cmd_math},
    {"explain", "ID...", ANY_NUMBER,
     "Explains a rule, fact, source, sentence, class or exit code.", "Po", NULL, cmd_explain},
    {"schema", "[SECTION|FACT]...", ANY_NUMBER, "Lists the facts a profile may state.", "Pot",
     NULL, cmd_schema},
    {"rules list", "[RULES]...", ANY_NUMBER,
     "Lists the rules: all, or such as 'RE*', 'cites:A11 and severity>minor'.", "PLpfo",
     "text json", cmd_rules_list},
    {"rules new", "[ID [NAME]]", 2, "Starts a pack of your own, or a rule or figure in it.",
     "PM2", NULL, cmd_rules_new},
    {"rules test", "[PACK|RULE]...", ANY_NUMBER,
     "Runs the examples of rules, and what else tests rules.", "PLfoFwdmCkqv",
     "text tap junit json", cmd_rules_test},
    {"rules check", "[PACK]...", ANY_NUMBER, "Says everything that is wrong with a pack.",
     "PLfoq", "text json", cmd_rules_check},
    {"rules doc", "", 0, "Writes the pack's rule book, or stubs for editors of Lua.", "Pfo",
     "md html man luacats", cmd_rules_doc},
    {"rules profile", "FILE...", ANY_NUMBER, "Shows which rules cost the most steps.",
     "PLOSafoc", "text json", cmd_rules_profile},
    {"completion", "SHELL", ANY_NUMBER, "Writes the script with which a shell completes words.",
     "o", NULL, cmd_completion},
    {"help", "[COMMAND|TOPIC]", 2, "Shows this help, or that of a command; also man pages.",
     "Pfo", "text man md html", cmd_help},
    {"version", "", 0, "Shows versions, the pack's hash and the limits.", "PL", NULL,
     cmd_version},
};
const size_t command_count = COUNT(commands);

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* Says what is wrong with a command's name, and which is nearest. */
static const struct command *no_command(const char *name)
{
    const char *names[COUNT(commands)];

    for (size_t i = 0; i < command_count; i++)
        names[i] = commands[i].name;
    const char *nearest = text_nearest(text_of(name), names, command_count);
    say("there is no command '%s'%s%s%s", name,
        nearest ? ": did you mean '" : ": see 'plumbline help", nearest ? nearest : "",
        nearest ? "'?" : "'");
    return NULL;
}

bool command_put_group(struct buf *out, const char *word)
{
    size_t len = strlen(word);
    bool any = false;

    for (size_t i = 0; i < command_count; i++) {
        if (len == 0 || strncmp(commands[i].name, word, len) != 0 ||
            commands[i].name[len] != ' ')
            continue;
        buf_printf(out, "%s%s", any ? ", " : "", commands[i].name + len + 1);
        any = true;
    }
    return any;
}

/* The command that the arguments start with: its name is one word, or two. */
static const struct command *command_of(int argc, char **argv, const char *name, int *words)
{
    const struct command *command = command_find(name);
    const char *second = argc > 2 ? argv[2] : "";
    struct buf group = BUF_INIT;
    char both[64];

    if (command)
        return command;
    if (!command_put_group(&group, name))
        return no_command(name);
    *words = 2;
    snprintf(both, sizeof both, "%s %s", name, second);
    command = command_find(both);
    if (!command && (!*second || *second == '-'))
        say("%s needs one more word: %s", name, buf_text(&group));
    else if (!command)
        no_command(both);
    buf_release(&group);
    return command;
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
    int words = 1;
    const struct command *command = command_of(argc, argv, name, &words);
    if (!command)
        return EXIT_USAGE;
    if (!options_parse(argc, argv, 1 + words, command, &options, &err)) {
        say_error(&err);
        return EXIT_USAGE;
    }
    if (options.help) {
        const char *args[] = {command->name};
        options.output = NULL; /* help is for the eye and replaces no file */
        options.format = FORMAT_TEXT;
        options.args = args;
        options.arg_count = 1;
        return cmd_help(&options);
    }
    return command->run(&options);
}

/* A file that is opened must not take the place of a standard stream that the caller closed:
 * results would go into it. What stands there instead fails to be read or written. */
static void hold_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    hold_standard_streams();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write: exit code 5 */
    return run(argc, argv);
}
