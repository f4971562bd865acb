/* SPDX-License-Identifier: MIT
 *
 * What may stand where help says FILE, RULE, FACT: a table of the names of values.
 */
#include <string.h>

#include "cli/completion.h"
#include "cli/topics.h"
#include "lua/api_help.h"
#include "report/docs/explain.h"

/* The packs of the line; a shelf of none where they cannot be opened. */
static const struct shelf *packs(struct completing *c)
{
    struct report_context context;
    int code;

    if (!c->shelf_tried &&
        !open_shelf(&c->options, RULEBOOK_LEAN, &context, &c->arena, &c->shelf, &code))
        c->shelf = (struct shelf){.count = 0};
    c->shelf_tried = true;
    return &c->shelf;
}

static const struct pack *pack_at(struct completing *c, size_t number)
{
    return rulebook_pack(packs(c)->books[number]);
}

static void put_names(struct completing *c, struct names names)
{
    for (size_t i = 0; i < names.count; i++)
        completing_put(c, names.list[i], "");
}

/* --- files --- */

static void put_files(struct completing *c)
{
    buf_puts(c->out, ":files\n");
}

static void put_folders(struct completing *c)
{
    buf_puts(c->out, ":folders\n");
}

/* --- rules --- */

static void put_rules(struct completing *c)
{
    for (size_t p = 0; p < packs(c)->count; p++)
        for (size_t i = 0; i < pack_at(c, p)->rule_count; i++)
            completing_put(c, pack_at(c, p)->rules[i].id, pack_at(c, p)->rules[i].title);
}

static void put_themes_after(struct completing *c, const char *before)
{
    for (size_t p = 0; p < packs(c)->count; p++)
        for (size_t i = 0; i < pack_at(c, p)->theme_count; i++)
            completing_put(c,
                           arena_printf(&c->arena, "%s%s", before, pack_at(c, p)->themes[i].id),
                           pack_at(c, p)->themes[i].title);
}

static void put_themes(struct completing *c)
{
    put_themes_after(c, "");
}

static void put_selections(struct completing *c)
{
    put_rules(c);
    put_themes_after(c, "theme:");
}

static void put_fail_on(struct completing *c)
{
    static const char *const names[] = {"critical", "major", "minor", "error"};

    put_names(c, (struct names){names, COUNT(names)});
    put_rules(c);
}

/* --- facts --- */

static void put_facts_with(struct completing *c, const char *after)
{
    const struct schema *schema = packs(c)->schema;

    for (size_t i = 0; schema && i < schema->fact_count; i++)
        completing_put(c, arena_printf(&c->arena, "%s%s", schema->facts[i].name, after),
                       schema->facts[i].meaning);
}

static void put_facts(struct completing *c)
{
    put_facts_with(c, "");
}

static void put_sections(struct completing *c)
{
    const struct schema *schema = packs(c)->schema;

    for (size_t i = 0; schema && i < schema->section_count; i++)
        completing_put(c, schema->sections[i].name, schema->sections[i].title);
}

/* What a fact may be, where that is a choice; and the states of all. */
static void put_values_of(struct completing *c, const char *name)
{
    static const char *const bools[] = {"yes", "no"};
    static const char *const states[] = {"unknown", "refused", "n/a"};
    const struct schema *schema = packs(c)->schema;
    int number = schema ? schema_find_name(schema, name) : FACT_NONE;

    if (number == FACT_NONE)
        return;
    const struct fact_def *def = &schema->facts[number];
    if (def->type == TYPE_BOOL)
        put_names(c, (struct names){bools, COUNT(bools)});
    put_names(c, (struct names){def->values, def->value_count});
    put_names(c, (struct names){states, COUNT(states)});
}

static void put_values(struct completing *c)
{
    if (c->arg_count > 0)
        put_values_of(c, c->args[c->arg_count - 1]);
}

static void put_changes(struct completing *c)
{
    size_t len = strcspn(c->typed, "=");

    if (!c->typed[len]) {
        put_facts_with(c, "=");
        return;
    }
    const char *name = arena_copy(&c->arena, c->typed, len);
    c->before += len + 1;
    c->typed += len + 1;
    put_values_of(c, name);
}

/* --- other ids --- */

static void put_ids(struct completing *c)
{
    for (size_t p = 0; p < packs(c)->count; p++)
        put_names(c, explain_names(pack_at(c, p), &c->arena));
    for (size_t p = 0; p < packs(c)->count; p++)
        for (size_t i = 0; i < pack_at(c, p)->article_count; i++)
            completing_put(c, pack_at(c, p)->articles[i].id, pack_at(c, p)->articles[i].says);
    for (size_t i = 0; i < api_help_count; i++)
        completing_put(c, api_help_rows[i].name, api_help_rows[i].help);
}

static void put_limits(struct completing *c)
{
    for (size_t i = 0; i < limit_row_count; i++)
        if (limit_rows[i].least < limit_rows[i].most)
            completing_put(c, arena_printf(&c->arena, "%s=", limit_rows[i].name), "");
}

static void put_words(struct completing *c, const char *words)
{
    struct text rest = text_of(words ? words : ""), word;

    while (text_next_word(&rest, &word))
        completing_put(c, arena_copy(&c->arena, word.at, word.len), "");
}

static void put_formats(struct completing *c)
{
    put_words(c, c->command->formats);
}

/* Of 'help': a command of one word or two, or a topic. */
static void put_commands(struct completing *c)
{
    if (c->arg_count > 0)
        completing_put_second_words(c, c->args[0]);
    else
        completing_put_first_words(c);
}

static void put_topics(struct completing *c)
{
    struct buf group = BUF_INIT;

    for (size_t i = 0; c->arg_count == 0 && i < topic_count; i++)
        if (!command_put_group(&group, topics[i].name)) /* else it is among the commands */
            completing_put(c, topics[i].name, topics[i].about);
    buf_release(&group);
}

/* --- the table --- */

/* Of a value with no row nothing is known. 'command': of that one only, or NULL. */
static const struct {
    const char *name, *command;
    void (*put)(struct completing *c);
    const char *words;
} values[] = {
    {"FILE", NULL, put_files, NULL},
    {"PATH", NULL, put_files, NULL},
    {"PACK", NULL, put_folders, NULL},
    {"DIR", NULL, put_folders, NULL},
    {"RESULT", NULL, put_files, NULL},
    {"OLD", NULL, put_files, NULL},
    {"NEW", NULL, put_files, NULL},
    {"RULE", NULL, put_rules, NULL},
    {"RULES", NULL, put_selections, NULL},
    {"WHAT", NULL, put_fail_on, NULL},
    {"THEME", NULL, put_themes, NULL},
    {"FACT", NULL, put_facts, NULL},
    {"SECTION", NULL, put_sections, NULL},
    {"FACT=VALUE", NULL, put_changes, NULL},
    {"VALUE", "set", put_values, NULL},
    {"ID", "explain", put_ids, NULL},
    {"NAME=N", NULL, put_limits, NULL},
    {"FORMAT", NULL, put_formats, NULL},
    {"COMMAND", NULL, put_commands, NULL},
    {"TOPIC", NULL, put_topics, NULL},
    {"WHEN", NULL, NULL, "auto always never"},
    {"CHARSET", NULL, NULL, "auto utf-8 ascii"},
    {"DETAIL", NULL, NULL, "summary findings full"},
    {"SHELL", NULL, NULL, "bash zsh fish"},
};

void completing_put_values(struct completing *c, struct text name)
{
    for (size_t i = 0; i < COUNT(values); i++) {
        if (!text_is(name, values[i].name) ||
            (values[i].command && strcmp(values[i].command, c->command->name) != 0))
            continue;
        if (values[i].put)
            values[i].put(c);
        put_words(c, values[i].words);
    }
}
