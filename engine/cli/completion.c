/* SPDX-License-Identifier: MIT
 *
 * The command line read up to its last word.
 */
#include <string.h>

#include "cli/completion.h"
#include "cli/topics.h"
#include "cli/value_options.h"

void completing_put(struct completing *c, const char *word, const char *about)
{
    if (strncmp(word, c->typed, strlen(c->typed)) != 0)
        return;
    buf_put(c->out, c->words[c->count - 1], c->before);
    buf_printf(c->out, "%s\t%s\n", word, arena_printable(&c->arena, about));
}

/* --- commands --- */

void completing_put_first_words(struct completing *c)
{
    for (size_t i = 0; i < command_count; i++) {
        struct text name = {commands[i].name, strcspn(commands[i].name, " ")};
        const char *word = arena_copy(&c->arena, name.at, name.len);
        struct buf group = BUF_INIT;
        if (!name.at[name.len])
            completing_put(c, word, commands[i].summary);
        else if (i == 0 || strncmp(commands[i - 1].name, name.at, name.len + 1) != 0) {
            command_put_group(&group, word);
            completing_put(c, word, buf_text(&group));
        }
        buf_release(&group);
    }
}

void completing_put_second_words(struct completing *c, const char *word)
{
    size_t len = strlen(word);

    for (size_t i = 0; i < command_count; i++)
        if (strncmp(commands[i].name, word, len) == 0 && commands[i].name[len] == ' ')
            completing_put(c, commands[i].name + len + 1, commands[i].summary);
}

/* Finds the command of the line, of one word or two; how many it took, or 0. */
static size_t find_command(struct completing *c)
{
    size_t known = c->count - 1; /* the last word is still to be written */

    if (known >= 1 && (c->command = command_find(c->words[0])))
        return 1;
    if (known >= 2)
        c->command = command_find(arena_printf(&c->arena, "%s %s", c->words[0], c->words[1]));
    return c->command ? 2 : 0;
}

/* --- options --- */

/* The name of the value that "--name" wants, or NULL. */
static const char *value_of_option(const struct completing *c, struct text name)
{
    const struct option_row *row = option_find(c->command, name);
    const struct value_option *own = row ? NULL : value_option_find(c->command, name);

    return row ? row->value : own ? value_option_kind(own) : NULL;
}

/* The same for "-j" and "-qj", whose value comes next; not for "-j2". */
static const char *value_of_letter(const struct completing *c, char letter)
{
    for (size_t i = 0; i < option_row_count; i++)
        if (option_rows[i].is_short && option_rows[i].letter == letter &&
            command_takes(c->command, &option_rows[i]))
            return option_rows[i].value;
    return NULL;
}

static void note_pack(struct completing *c, struct text option, const char *value)
{
    if (text_is(option, "pack") && c->options.pack_count < COUNT(c->options.packs))
        c->options.packs[c->options.pack_count++] = value;
}

/* Reads the word at *at and, of an option, its value. The name of the value that is still to
 * be written, or NULL. */
static const char *read_word(struct completing *c, size_t *at)
{
    const char *word = c->words[(*at)++];
    struct text name = {word + 2, strncmp(word, "--", 2) == 0 ? strcspn(word + 2, "=") : 0};

    if (c->options_end || word[0] != '-' || !word[1]) {
        if (c->arg_count < COUNT(c->args))
            c->args[c->arg_count++] = word;
        return NULL;
    }
    if (strcmp(word, "--") == 0)
        c->options_end = true;
    const char *value = name.len > 0     ? value_of_option(c, name)
                        : word[1] != '-' ? value_of_letter(c, word[strlen(word) - 1])
                                         : NULL;
    if (!value)
        return NULL;
    if (name.at[name.len] == '=') {
        note_pack(c, name, name.at + name.len + 1);
        return NULL;
    }
    if (*at == c->count - 1)
        return value;
    note_pack(c, name, c->words[(*at)++]);
    return NULL;
}

static void put_option_names(struct completing *c)
{
    const char *names[OPTION_VALUES_MAX];
    size_t count = value_option_names(c->command, names, COUNT(names));

    for (size_t i = 0; i < count; i++)
        completing_put(c, arena_printf(&c->arena, "--%s", names[i]),
                       value_option_find(c->command, text_of(names[i]))->help);
    for (size_t i = 0; i < option_row_count; i++) {
        const struct option_row *row = &option_rows[i];
        if (!command_takes(c->command, row))
            continue;
        const char *help = row->help ? row->help : c->command->formats;
        completing_put(c, arena_printf(&c->arena, "--%s", row->name), help);
        if (row->is_short)
            completing_put(c, arena_printf(&c->arena, "-%c", row->letter), help);
    }
}

/* --- arguments --- */

/* The part of "FILE [FACT=VALUE]..." that the next argument is: the last one repeats, where the
 * command takes that many. False where it takes no more. */
static bool next_argument(const struct completing *c, struct text *out)
{
    struct text rest = text_of(c->command->args), word;
    size_t number = 0;

    if (c->arg_count >= c->command->max_args)
        return false;
    while (number <= c->arg_count && text_next_word(&rest, &word)) {
        *out = word;
        number++;
    }
    return number > 0;
}

/* "[SECTION|FACT]..." offers both. */
static void put_arguments(struct completing *c)
{
    struct text rest, name;

    if (!next_argument(c, &rest))
        return;
    while (rest.len > 0 && rest.at[0] == '[')
        rest = (struct text){rest.at + 1, rest.len - 1};
    while (rest.len > 0 && strchr(".]", rest.at[rest.len - 1]))
        rest.len--;
    while (text_next_part(&rest, '|', &name))
        completing_put_values(c, name);
}

/* --- the whole --- */

static void complete_command(struct completing *c, size_t at)
{
    const char *last = c->words[c->count - 1], *wanted = NULL;

    while (at < c->count - 1 && !wanted)
        wanted = read_word(c, &at);
    size_t name = strncmp(last, "--", 2) == 0 ? strcspn(last, "=") : 0;
    if (!wanted && !c->options_end && name > 0 && last[name] == '=') {
        wanted = value_of_option(c, (struct text){last + 2, name - 2});
        c->before = name + 1;
        c->typed = last + c->before;
        if (!wanted)
            return;
    }
    if (wanted)
        completing_put_values(c, text_of(wanted));
    else if (!c->options_end && *last == '-')
        put_option_names(c);
    else
        put_arguments(c);
}

void completion_words(const char *const *words, size_t count, struct buf *out)
{
    struct completing c = {
        .out = out, .words = words, .count = count, .typed = words[count - 1]};
    size_t taken = find_command(&c);

    c.options.command = c.command;
    if (taken > 0)
        complete_command(&c, taken);
    else if (count == 1)
        completing_put_first_words(&c);
    else if (count == 2)
        completing_put_second_words(&c, words[0]);
    shelf_close(&c.shelf);
    arena_release(&c.arena);
}
