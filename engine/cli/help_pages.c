/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/command_text.h"
#include "cli/help_pages.h"
#include "cli/topics.h"
#include "cli/value_options.h"

enum { COMMAND_WIDTH = 15 };

/* --- parts that pages share --- */

static bool is_of_group(const struct command *command, const char *group)
{
    size_t len = strlen(group);

    return strncmp(command->name, group, len) == 0 && command->name[len] == ' ';
}

void help_put_commands(struct doc *doc, const char *group)
{
    doc->term_width = COMMAND_WIDTH;
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < command_count; i++)
        if (!group || is_of_group(&commands[i], group))
            doc_term(doc, commands[i].name, commands[i].summary);
    doc_close(doc, DOC_TERMS);
}

/* "plumbline-rules-test(1)" in the manual; elsewhere what shows the page. */
static void put_reference(struct doc *doc, const char *name, int section)
{
    struct buf text = BUF_INIT;

    if (doc->format == &doc_man) {
        buf_printf(&text, "plumbline%s%s", *name ? "-" : "", name);
        for (char *at = text.at; *at; at++)
            *at = *at == ' ' ? '-' : *at;
        doc_text(doc, DOC_STRONG, buf_text(&text));
        doc_printf(doc, "(%d)", section);
    } else {
        buf_printf(&text, "plumbline help%s%s", *name ? " " : "", name);
        doc_text(doc, DOC_CODE, buf_text(&text));
    }
    buf_release(&text);
}

void help_put_see_also(struct doc *doc, const char *group, const char *self)
{
    doc_section(doc, "SEE ALSO");
    doc_open(doc, DOC_PARAGRAPH, NULL);
    put_reference(doc, "", 1);
    for (size_t i = 0; group && i < command_count; i++) {
        if (!is_of_group(&commands[i], group) || strcmp(commands[i].name, self) == 0)
            continue;
        doc_text(doc, DOC_PLAIN, ", ");
        put_reference(doc, commands[i].name, 1);
    }
    for (size_t i = 0; i < topic_count; i++) {
        if (strcmp(topics[i].name, self) == 0)
            continue;
        doc_text(doc, DOC_PLAIN, ", ");
        put_reference(doc, topics[i].name, topics[i].section);
    }
    doc_close(doc, DOC_PARAGRAPH);
}

static void put_examples(struct doc *doc, const struct command_text *text)
{
    if (!text)
        return;
    doc_section(doc, "EXAMPLES");
    for (size_t i = 0; i < COMMAND_EXAMPLES && text->examples[i].line; i++) {
        doc_open(doc, DOC_PARAGRAPH, NULL);
        doc_printf(doc, "%s:", text->examples[i].says);
        doc_close(doc, DOC_PARAGRAPH);
        doc_lines(doc, text->examples[i].line);
    }
}

static void put_exit_status(struct doc *doc)
{
    static const struct {
        const char *code, *meaning;
    } rows[] = {
#define X(name, code, meaning) {#code, meaning},
        EXIT_CODES(X)
#undef X
    };

    doc_section(doc, "EXIT STATUS");
    doc->term_width = 3;
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < COUNT(rows); i++)
        doc_term(doc, rows[i].code, rows[i].meaning);
    doc_close(doc, DOC_TERMS);
    doc_put(doc, DOC_PARAGRAPH, "Of several, the one that stands first here.");
}

static void put_about(struct doc *doc, const struct command_text *text, const char *first)
{
    doc_section(doc, "DESCRIPTION");
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_printf(doc, "%s%s%s", first, *first && text ? " " : "", text ? text->about : "");
    doc_close(doc, DOC_PARAGRAPH);
}

/* --- a command --- */

static void put_value_option(struct doc *doc, const struct value_option *option)
{
    struct buf term = BUF_INIT, meaning = BUF_INIT;

    buf_printf(&term, "--%s %s", option->name, value_option_kind(option));
    buf_puts(&meaning, option->help);
    if (!option->fallback)
        buf_puts(&meaning, " (needed)");
    else if (*option->fallback)
        buf_printf(&meaning, " (default %s)", option->fallback);
    doc_term(doc, buf_text(&term), buf_text(&meaning));
    buf_release(&term);
    buf_release(&meaning);
}

static void put_value_options(struct doc *doc, const struct command *command)
{
    const char *names[OPTION_VALUES_MAX];
    size_t count = value_option_names(command, names, COUNT(names));

    if (count == 0)
        return;
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < count; i++)
        put_value_option(doc, value_option_find(command, text_of(names[i])));
    doc_close(doc, DOC_TERMS);
    doc_put(doc, DOC_PARAGRAPH,
            "What is not given comes from FILE, a profile, where its facts say it.");
}

static void put_option(struct doc *doc, const struct command *command,
                       const struct option_row *row)
{
    struct buf term = BUF_INIT, meaning = BUF_INIT;

    if (row->is_short)
        buf_printf(&term, "-%c, ", row->letter);
    buf_printf(&term, "--%s%s%s", row->name, row->value ? " " : "",
               row->value ? row->value : "");
    buf_printf(&meaning, "%s%s",
               row->help ? row->help : "one of: ", row->help ? "" : command->formats);
    doc_term(doc, buf_text(&term), buf_text(&meaning));
    buf_release(&term);
    buf_release(&meaning);
}

static void put_options(struct doc *doc, const struct command *command)
{
    doc_section(doc, "OPTIONS");
    put_value_options(doc, command);
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < option_row_count; i++)
        if (command_takes(command, &option_rows[i]))
            put_option(doc, command, &option_rows[i]);
    doc_close(doc, DOC_TERMS);
}

void help_command(struct doc *doc, const struct command *command)
{
    const struct command_text *text = command_text_find(command->name);
    struct buf line = BUF_INIT, group = BUF_INIT;
    size_t word = strcspn(command->name, " ");

    buf_printf(&line, "plumbline %s", command->name);
    doc_begin(doc, buf_text(&line), command->summary);
    doc_section(doc, "SYNOPSIS");
    buf_printf(&line, " [OPTION...]%s%s", *command->args ? " " : "", command->args);
    doc_code(doc, buf_text(&line));
    put_about(doc, text, doc->format == &doc_man ? command->summary : "");
    put_options(doc, command);
    put_exit_status(doc);
    put_examples(doc, text);
    buf_put(&group, command->name, command->name[word] ? word : 0);
    help_put_see_also(doc, group.len > 0 ? buf_text(&group) : NULL, command->name);
    doc_end(doc);
    buf_release(&line);
    buf_release(&group);
}

void help_group(struct doc *doc, const char *word)
{
    struct buf name = BUF_INIT;

    buf_printf(&name, "plumbline %s", word);
    doc_begin(doc, buf_text(&name), "These commands start with the word.");
    doc_section(doc, "COMMANDS");
    help_put_commands(doc, word);
    doc_end(doc);
    buf_release(&name);
}

/* --- plumbline --- */

struct place {
    const char *name, *meaning;
};

static const struct place variables[] = {
    {"PLUMBLINE_RULES", "Another folder of packs than the one that came along."},
    {"NO_COLOR", "Where it is set to anything, no colour unless '--color always' asks for it."},
    {"TERM", "Where it is 'dumb', no colour unless '--color always' asks for it, no pager, and "
             "nothing drawn beyond ASCII."},
    {"LC_ALL, LC_CTYPE, LANG", "The first that is set says whether the terminal shows UTF-8: "
                               "'--charset' says otherwise."},
    {"PAGER", "The command that shows what is longer than the screen, in place of 'less -FRX'; "
              "'cat', or nothing: none."},
};

static const struct place files[] = {
    {"share/plumbline/rules/core", "The core pack, below the folder of the installation."},
    {"share/plumbline/profiles", "Sample profiles, of companies that are invented."},
    {"share/plumbline/plumbline.schema.json", "The form of what '--format json' writes."},
};

static void put_places(struct doc *doc, const char *title, const struct place *rows,
                       size_t count)
{
    doc_section(doc, title);
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < count; i++)
        doc_term(doc, rows[i].name, rows[i].meaning);
    doc_close(doc, DOC_TERMS);
}

void help_main(struct doc *doc)
{
    const struct command_text *text = command_text_find("");

    doc_begin(doc, "plumbline", "Holds a business opportunity against published advice.");
    doc_section(doc, "SYNOPSIS");
    doc_code(doc, "plumbline COMMAND [OPTION...] [ARGUMENT...]");
    put_about(doc, text, "");
    doc_section(doc, "COMMANDS");
    help_put_commands(doc, NULL);
    doc_put(doc, DOC_PARAGRAPH, "'plumbline help COMMAND' shows the options of a command.");
    put_exit_status(doc);
    put_places(doc, "ENVIRONMENT", variables, COUNT(variables));
    put_places(doc, "FILES", files, COUNT(files));
    put_examples(doc, text);
    help_put_see_also(doc, NULL, "");
    doc_end(doc);
}
